# Objects and agents that two verbs share, read with the parser.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def told(text: str) -> set[tuple[str, str | None, str | None]]:
    """Type, actor and recipient of each event with one of each at most."""
    return {
        (
            e.type,
            next((p.code for p in e.actor), None),
            next((p.code for p in e.recipient), None),
        )
        for e in dragoman.read(text, published="2024-06-19").events
    }


def test_the_first_of_two_verbs_has_the_object_of_the_second() -> None:
    assert ("ASSAULT", "CHN", "PHL-MIL") in told(
        "Chinese vessels rammed and boarded two Philippine navy boats."
    )


def test_the_first_of_two_passives_has_the_agent_of_the_second() -> None:
    assert ("AID", "RWA", "COD-REB") in told("M23 fighters are trained and hosted by Rwanda.")


def test_a_verb_that_needs_no_object_borrows_none() -> None:
    found = told("Mali withdrew and attacked Chad.")
    assert ("RETREAT", "MLI", "TCD") not in found
    assert ("ASSAULT", "MLI", "TCD") in found


def test_whoever_signs_a_deal_to_deliver_delivers() -> None:
    assert ("AID", "RUS", "IRN") in told("Russia signed an agreement to deliver missiles to Iran.")


def test_of_two_who_sign_neither_is_said_to_deliver() -> None:
    assert not {
        a
        for t, a, _ in told("Russia and Iran signed a deal to deliver jets to Iran.")
        if t == "AID"
    } & {"RUS", "IRN"}


def test_what_follows_two_verbs_is_the_object_of_both_where_it_hangs_on_the_first() -> None:
    events = dragoman.read("Iran arrested and jailed two German tourists.").to_dict()["events"]
    assert [[p["code"] for p in e["recipient"]] for e in events] == [["DEU-CVL"], ["DEU-CVL"]]


def test_two_verbs_that_say_the_same_of_the_same_tell_of_one_act() -> None:
    events = dragoman.read("China would board and seize the Philippine ships.").to_dict()["events"]
    assert len(events) == 1
