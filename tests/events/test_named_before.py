"""Whose "the army" is, who says it behind a comma, and what a year before a noun dates."""

from __future__ import annotations

import datetime as dt

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


def test_the_army_is_the_one_named_just_before() -> None:
    text = (
        "Envoys of Sudan's army met officials in Doha with Qatar mediating between them. "
        "The army wants Chad to leave."
    )
    (asked,) = (e for e in read(text).events if e.type == "REQUEST")
    assert [p.code for p in asked.actor] == ["SDN-MIL"]


@pytest.mark.parametrize(
    ("text", "speaker", "struck"),
    [
        (
            "Gunmen killed two nurses and a guard, police and hospital staff said.",
            "police and hospital staff",
            {"two nurses", "guard"},
        ),
        (
            "Togolese rebels shot a Malian trader, residents and a provincial official said.",
            "residents and a provincial official",
            {"Malian trader"},
        ),
    ],
)
def test_those_who_say_it_are_not_struck(text: str, speaker: str, struck: set[str]) -> None:
    reading = read(text)
    assert [c.speaker.text for c in reading.claims] == [speaker]
    assert {p.text for e in reading.events for p in e.recipient} <= struck


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("South Korea suspended a 2018 accord with North Korea in June.", "2023-06"),
        ("Iran quit the 2015 nuclear deal with France.", None),
        ("Chad shelled Mali in the 2012 war.", "2012"),
    ],
)
def test_a_year_before_a_noun_dates_what_the_noun_names(text: str, date: str | None) -> None:
    (event,) = read(text, published=dt.date(2023, 9, 1)).events
    assert event.date == date


def test_who_says_it_goes_on_to_act_behind_a_comma() -> None:
    text = "Kenya said that hackers had shut down its ports, and summoned the Ugandan ambassador."
    accused = [e for e in read(text).events if e.type == "ACCUSE"]
    assert [[p.code for p in e.actor] for e in accused] == [["KEN"]]
