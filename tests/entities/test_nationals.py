"""Whose people "the students" and "the hostages" are."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def _recipients(text: str, kind: str) -> list[list[str | None]]:
    return [[p.code for p in e.recipient] for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("told", "then", "kind", "whose"),
    [
        (
            "Nine fishermen from Sri Lanka drifted past an atoll.",
            "India released the fishermen on Thursday.",
            "RETREAT",
            ["LKA-CVL"],
        ),
        (
            "Kenyan students in Khartoum have appealed for help.",
            "Saudi Arabia evacuated 39 of the students by ship on Sunday.",
            "AID",
            ["KEN-CVL"],
        ),
        (
            "Gunmen kidnapped six engineers from Serbia and Croatia near Sabha.",
            "Libya freed the hostages in a raid on Friday.",
            "RETREAT",
            ["SRB-CVL", "HRV-CVL"],
        ),
    ],
)
def test_people_stay_those_of_their_nation(
    told: str, then: str, kind: str, whose: list[str]
) -> None:
    assert _recipients(f"{told} {then}", kind)[-1:] == [whose]


@pytest.mark.parametrize(
    "told",
    [
        "Kenyan students marched in Mombasa, and Ugandan students did in Gulu.",
        "Students marched in Mombasa.",
    ],
)
def test_students_of_two_nations_or_none_are_nobodys(told: str) -> None:
    then = "Saudi Arabia evacuated 39 of the students by ship on Sunday."
    assert ["KEN-CVL"] not in _recipients(f"{told} {then}", "AID")


def test_other_students_are_not_those_told_of() -> None:
    text = "Kenyan students marched in Mombasa. Norway expelled the foreign students on Sunday."
    assert ["KEN-CVL"] not in _recipients(text, "COERCE") + _recipients(text, "SANCTION")
