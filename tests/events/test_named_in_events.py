"""Whom an act's sides are named by: the name behind a pronoun, people rather than the place they are in."""

from __future__ import annotations

import pytest

import dragoman


def sides(text: str) -> list[tuple[list[str], list[tuple[str, str | None]]]]:
    """The words of those who act, and the words and code of those on whom, of each event."""
    events = dragoman.read(text).to_dict()["events"]
    return [
        ([p["text"] for p in e["actor"]], [(p["text"], p["code"]) for p in e["recipient"]])
        for e in events
    ]


def test_a_pronoun_goes_by_the_name_that_its_sentence_gives() -> None:
    assert sides("The Togolese army said it had shelled Benin.") == [
        (["Togolese army"], [("Benin", "BEN")])
    ]


def test_a_name_of_another_sentence_leaves_the_pronoun_to_stand() -> None:
    found = sides("President Tebboune flew home on Friday. He praised Chad.")
    assert found == [(["He"], [("Chad", "TCD")])]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Chinese police arrested a vendor in Lhasa.", ("vendor", "CHN")),
        ("Boko Haram killed 40 villagers in Cameroon.", ("40 villagers", "CMR")),
        ("Turkey bombed an airfield in Chad.", ("airfield in Chad", "TCD")),
    ],
)
def test_people_known_by_where_they_are_go_by_what_they_are(
    text: str, recipient: tuple[str, str]
) -> None:
    assert [r for _, r in sides(text)] == [[recipient]]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Poland's president imposed martial law in Warsaw.", [("Warsaw", "POL-CVL")]),
        ("Nepal imposed a curfew across the country.", [("country", "NPL-CVL")]),
        ("Peru declared a state of siege in parts of Ocucaje.", [("Ocucaje", "PER-CVL")]),
        ("Israel imposed a curfew in Nablus.", [("Nablus", "PSE")]),
        ("Iraq imposed a curfew on Sunday.", []),
        ("Iraq imposed a curfew in May.", []),
        ("Peru declared a state of emergency in response to a drop in sales.", []),
    ],
)
def test_a_curfew_at_home_falls_on_the_people_of_the_place(
    text: str, recipient: list[tuple[str, str]]
) -> None:
    assert [r for _, r in sides(text)] == [recipient]
