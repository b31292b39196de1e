"""Transfers as evidence of how two actors stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Party
from dragoman.events.event import QUADS, Event
from dragoman.evidence.transfers import Transfer
from dragoman.relations.passed import gifts
from dragoman.relations.relation import relate_all

TEXT = "Iran gave Syria tanks"
TANKS = Transfer("IRN", "SYR", "tanks", "arms", "actual", Span(0, 21), None)


def party(code: str) -> Party:
    return Party(Span(0, 4), "x", None, code, code)


AID = Event(
    id="e", type="AID", mode=None, quad=QUADS["AID"], score=10.0, actor=(party("IRN"),),
    recipient=(party("SYR"),), status="actual", historical=False, date=None, date_precision=None,
    location=None, trigger=Span(5, 9), span=Span(0, 21), rule="test", confidence=0.5,
)  # fmt: skip


def test_whoever_gives_arms_stands_well_with_the_taker() -> None:
    (relation,) = relate_all((), gifts(TEXT, [TANKS], ()))
    assert (relation.a, relation.b, relation.sign) == ("IRN", "SYR", 1)
    assert [s.rule for s in relation.statements] == ["passed.arms"]


def test_what_an_event_tells_is_not_told_again() -> None:
    assert list(gifts(TEXT, [TANKS], [AID])) == []


def test_what_an_event_denies_is_told_by_the_transfer() -> None:
    assert len(list(gifts(TEXT, [TANKS], [replace(AID, status="negated")]))) == 1


@pytest.mark.parametrize("status", ["denied", "refused", "requested", "planned"])
def test_what_has_not_passed_says_nothing(status: str) -> None:
    assert list(gifts(TEXT, [replace(TANKS, status=status)], ())) == []


def test_captives_are_no_gift() -> None:
    assert list(gifts(TEXT, [replace(TANKS, kind="people")], ())) == []


def test_an_alleged_transfer_counts_less() -> None:
    (actual,) = gifts(TEXT, [TANKS], ())
    (alleged,) = gifts(TEXT, [replace(TANKS, status="alleged")], ())
    assert alleged.strength < actual.strength
