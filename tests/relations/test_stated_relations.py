"""Statements as evidence of relations, beside acts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Party
from dragoman.events.event import QUADS, Event
from dragoman.relations.relation import SHRINK, relate_all, side
from dragoman.relations.statement import Statement
from dragoman.views import plain

TEXT = "Iran and its ally Syria"


def party(code: str) -> Party:
    return Party(Span(0, 4), "x", None, code, code[:3])


STATED = Statement(
    party("SYR"), party("IRN"), 1, 6.0, "actual", Span(0, 23), Span(13, 17), "stated.ally"
)
ATTACK = Event(
    id="e", type="ASSAULT", mode=None, quad=QUADS["ASSAULT"], score=-9.0, actor=(party("SYR"),),
    recipient=(party("IRN"),), status="actual", historical=False, date=None, date_precision=None,
    location=None, trigger=Span(30, 36), span=Span(30, 36), rule="test", confidence=0.5,
)  # fmt: skip


def test_a_statement_alone_makes_a_relation_without_events() -> None:
    (relation,) = relate_all((), [STATED])
    assert (relation.a, relation.b, relation.sign, relation.event_ids) == ("IRN", "SYR", 1, ())
    assert relation.score == pytest.approx(6 / (6 + SHRINK), abs=0.001)


@pytest.mark.parametrize("status", ["former", "negated", "possible"])
def test_what_is_not_so_now_makes_none(status: str) -> None:
    assert relate_all((), [replace(STATED, status=status)]) == ()


def test_a_friendly_word_and_an_attack_are_weighed_against_each_other() -> None:
    (relation,) = relate_all([ATTACK], [STATED])
    assert relation.score == pytest.approx((6 - 9) / (15 + SHRINK), abs=0.001)
    assert (relation.event_ids, relation.statements) == (("e",), (STATED,))


def test_what_an_act_is_coded_from_is_not_counted_twice() -> None:
    alike = replace(ATTACK, type="SUPPORT", score=5.0, trigger=STATED.trigger)
    (relation,) = relate_all([alike], [STATED])
    assert relation.score == pytest.approx(5 / (5 + SHRINK), abs=0.001)


def test_rebels_stand_for_themselves_and_soldiers_for_their_state() -> None:
    backed = replace(STATED, a=party("YEM-REB"), b=party("IRN-MIL"))
    (relation,) = relate_all((), [backed])
    assert (relation.a, relation.b) == ("IRN", "YEM-REB")
    assert (side("YEM-REB"), side("IRN-MIL")) == ("YEM-REB", "IRN")


def test_rebels_and_their_own_state_are_a_pair() -> None:
    fought = replace(ATTACK, actor=(party("SYR-REB"),), recipient=(party("SYR-MIL"),))
    (relation,) = relate_all([fought])
    assert (relation.a, relation.b, relation.sign) == ("SYR", "SYR-REB", -1)


def test_one_talk_makes_no_friends() -> None:
    assert relate_all([replace(ATTACK, type="CONSULT", score=2.5)]) == ()


def test_the_page_gets_the_characters_and_the_sign() -> None:
    (relation,) = relate_all((), [STATED])
    shown = plain.relation(TEXT, relation)
    said: dict[str, Any] = {
        "text": TEXT,
        "start": 0,
        "end": 23,
        "sign": 1,
        "strength": 6.0,
        "status": "actual",
    }
    said["trigger"] = {"text": "ally", "start": 13, "end": 17}
    assert shown["statements"] == [said]
    assert list(shown["statements"][0]) == list(said)
    assert list(shown)[-1] == "statements"
