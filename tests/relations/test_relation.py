from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Party
from dragoman.events.event import QUADS, STATUSES, Event
from dragoman.events.senses import score_of
from dragoman.relations.relation import SHRINK, relate_all

CODES = ("IRN", "RUS-MIL", "USA", "UNO")


def event(
    kind: str, actor: list[str], recipient: list[str], status: str = "actual", id_: str = "e"
) -> Event:
    def parties(codes: list[str]) -> tuple[Party, ...]:
        return tuple(Party(Span(0, 1), "x", None, code, code[:3]) for code in codes)

    return Event(
        id=id_,
        type=kind,
        mode=None,
        quad=QUADS[kind],
        score=score_of(kind, None),
        actor=parties(actor),
        recipient=parties(recipient),
        status=status,
        historical=False,
        date=None,
        date_precision=None,
        location=None,
        trigger=Span(0, 1),
        span=Span(0, 1),
        rule="test",
        confidence=0.5,
    )


def test_one_act_of_aid_by_hand() -> None:
    (relation,) = relate_all([event("AID", ["IRN"], ["RUS-MIL"])])
    assert (relation.a, relation.b, relation.sign) == ("IRN", "RUS", 1)
    assert relation.score == pytest.approx(10 / (10 + SHRINK), abs=0.001)


def test_an_attack_is_hostile() -> None:
    assert relate_all([event("ASSAULT", ["RUS-MIL"], ["USA"])])[0].sign == -1


def test_parties_of_a_reciprocal_act_are_joined_with_each_other() -> None:
    pact = replace(event("SUPPORT", ["IRN", "USA"], []), reciprocal=True)
    (relation,) = relate_all([pact])
    assert (relation.a, relation.b, relation.sign) == ("IRN", "USA", 1)


def test_two_who_help_a_third_are_no_pair() -> None:
    pairs = {(r.a, r.b) for r in relate_all([event("AID", ["IRN", "USA"], ["RUS"])])}
    assert pairs == {("IRN", "RUS"), ("RUS", "USA")}


def test_a_pact_of_many_joins_each_two_a_little() -> None:
    two = replace(event("COOPERATE", ["IRN", "USA"], []), reciprocal=True)
    four = replace(event("COOPERATE", ["IRN", "USA", "RUS", "UNO"], []), reciprocal=True)
    assert relate_all([two])[0].score > relate_all([four])[0].score > 0


def test_what_is_long_past_counts_less() -> None:
    today = event("ASSAULT", ["RUS-MIL"], ["USA"])
    (now,), (then,) = relate_all([today]), relate_all([replace(today, historical=True)])
    assert now.score < then.score < 0


def test_what_did_not_happen_makes_no_relation() -> None:
    assert relate_all([event("AID", ["IRN"], ["USA"], status="negated")]) == ()


def test_good_and_bad_alike_are_mixed() -> None:
    acts = [event("AID", ["IRN"], ["USA"]), event("ASSAULT", ["USA"], ["IRN"])]
    assert relate_all(acts)[0].sign == 0


def test_nobody_relates_to_itself() -> None:
    assert relate_all([event("COERCE", ["RUS"], ["RUS-MIL"])]) == ()


def test_a_truce_alone_makes_no_relation() -> None:
    assert relate_all([event("RETREAT", ["IRN"], ["USA"])]) == ()


def test_troops_on_the_move_against_somebody_do() -> None:
    assert relate_all([event("MOBILIZE", ["IRN"], ["USA"])])[0].sign == -1


def test_a_state_that_represses_its_people_stands_against_them() -> None:
    (relation,) = relate_all([event("COERCE", ["IRN-COP"], ["IRN-CVL"])])
    assert (relation.a, relation.b, relation.sign) == ("IRN", "IRN-CVL", -1)


def test_a_protest_against_nobody_named_is_one_against_the_state() -> None:
    (relation,) = relate_all([event("PROTEST", ["IRN-CVL"], [])])
    assert (relation.a, relation.b, relation.sign) == ("IRN", "IRN-CVL", -1)


def test_citizens_who_fight_each_other_are_no_state() -> None:
    assert relate_all([event("ASSAULT", ["IRN-CVL"], ["IRN-CVL"])]) == ()


EVENTS = st.lists(
    st.builds(
        event,
        st.sampled_from(sorted(QUADS)),
        st.lists(st.sampled_from(CODES), min_size=1, max_size=2, unique=True),
        st.lists(st.sampled_from(CODES), max_size=2, unique=True),
        st.sampled_from(STATUSES),
    ),
    max_size=8,
)


@given(EVENTS, st.randoms())
def test_order_does_not_matter(events: list[Event], random: Random) -> None:
    told = list(events)
    random.shuffle(told)
    assert {(r.a, r.b, r.score) for r in relate_all(told)} == {
        (r.a, r.b, r.score) for r in relate_all(events)
    }


@given(EVENTS)
def test_scores_stay_inside_their_scale(events: list[Event]) -> None:
    assert all(-1 < r.score < 1 and r.a < r.b for r in relate_all(events))


def test_two_with_whom_one_signs_are_no_pair() -> None:
    def party(code: str, start: int) -> Party:
        return Party(Span(start, start + 1), "x", None, code, code[:3])

    three = (party("IRN", 0), party("RUS", 9), party("USA", 12))
    pact = replace(
        event("SUPPORT", [], []), actor=three, reciprocal=True, trigger=Span(3, 5), span=Span(0, 13)
    )
    assert {(r.a, r.b) for r in relate_all([pact])} == {("IRN", "RUS"), ("IRN", "USA")}


def test_what_is_only_supposed_makes_no_relation() -> None:
    assert relate_all([replace(event("ASSAULT", ["IRN"], ["USA"]), counts=False)]) == ()
