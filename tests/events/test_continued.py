"""Talks that the next sentence goes on about, and exercises that one state leads for several."""

from __future__ import annotations

import pytest

from dragoman.events.event import Event
from dragoman.workflow.reading import read

MET = "Norway's foreign minister met her Kenyan counterpart in Nairobi on Monday. "


def of_type(text: str, type_: str) -> list[Event]:
    return [e for e in read(text, published="2023-05-10").events if e.type == type_]


def states(event: Event) -> set[str | None]:
    return {p.country for p in (*event.actor, *event.recipient)}


@pytest.mark.parametrize(
    "told",
    [
        "The talks focused on fishing and on a port.",
        "Their conversation dealt with fishing and a port.",
        "The meeting concentrated on the building of a port.",
    ],
)
def test_what_talks_were_about_is_told_of_those_who_met(told: str) -> None:
    met, again = of_type(MET + told, "CONSULT")
    assert states(again) == states(met) == {"NOR", "KEN"}
    assert again.span.start >= len(MET)


@pytest.mark.parametrize(
    "told",
    [
        "The meeting of shareholders focused on fishing.",
        "The talks did not cover fishing.",
        "The newspaper focused on the talks.",
    ],
)
def test_other_talks_are_not_theirs(told: str) -> None:
    assert len(of_type(MET + told, "CONSULT")) == 1


def test_talks_of_nobody_before_are_nobodys() -> None:
    assert of_type("The talks focused on fishing and on a port.", "CONSULT") == []


@pytest.mark.parametrize(
    "text",
    [
        "Egypt will host a naval exercise in May, in which ships from Greece and Jordan will take part.",
        "Egypt will lead a multinational exercise next year with Greek and Jordanian ships.",
    ],
)
def test_who_leads_an_exercise_and_those_with_it_muster_and_cooperate(text: str) -> None:
    (mustered,) = of_type(text, "MOBILIZE")
    (joint,) = of_type(text, "COOPERATE")
    assert states(mustered) == {"EGY", "GRC", "JOR"}
    assert states(joint) == {"EGY", "GRC", "JOR"}
    assert mustered.status == joint.status == "possible"


def test_what_an_exercise_is_held_with_is_no_partner() -> None:
    text = "Egypt will host a naval exercise in May with an eye on Libya and with live ammunition."
    assert of_type(text, "COOPERATE") == []


def test_a_task_force_is_its_commanders() -> None:
    text = (
        "The commander of Task Force 55, US Navy Captain Joe Cole, spoke on Monday. "
        "A Bahraini patrol boat joined the task force on Sunday."
    )
    assert [states(e) for e in of_type(text, "COOPERATE")] == [{"BHR", "USA"}]
