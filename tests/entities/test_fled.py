"""Whose people "the migrants", "those on board" and "the boats" are."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def _recipients(text: str, kind: str) -> list[list[str | None]]:
    return [[p.code for p in e.recipient] for e in read(text).events if e.type == kind]


@pytest.mark.parametrize(
    ("told", "then", "kind", "whose"),
    [
        (
            "Malta picked up 140 people from Eritrea and Sudan from a sinking boat.",
            "Tunisia gave the asylum seekers blankets and food.",
            "AID",
            ["ERI-REF", "SDN-REF"],
        ),
        (
            "Hundreds of migrants from Bangladesh set out in wooden boats.",
            "Greek coastguards pushed the boats back on Friday.",
            "COERCE",
            ["BGD-REF"],
        ),
        (
            "Some 2,000 people from Myanmar are adrift at sea.",
            "Indonesian fishermen rescued 200 more off the coast of Aceh.",
            "AID",
            ["MMR-REF"],
        ),
        (
            "Some 90 refugees from Syria were crammed into a dinghy.",
            "The Cypriot navy rescued those on board at dawn.",
            "AID",
            ["SYR-REF"],
        ),
    ],
)
def test_who_fled_stays_of_the_nation_named_first(
    told: str, then: str, kind: str, whose: list[str]
) -> None:
    assert whose in _recipients(f"{told} {then}", kind)


def test_people_who_come_over_no_border_are_no_refugees() -> None:
    text = "Forty people from Sweden saw the play. Malta took in the migrants on Friday."
    assert ["SWE-REF"] not in _recipients(text, "AID")
