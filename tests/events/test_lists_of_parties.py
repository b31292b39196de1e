"""All who are named side by side act, or have it done to them."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def sides(text: str, type_: str) -> list[set[str | None]]:
    """Who acts in the events of one type."""
    return [
        {p.country or p.code for p in event.actor}
        for event in read(text).events
        if event.type == type_
    ]


@pytest.mark.parametrize(
    ("text", "type_", "states"),
    [
        (
            "Kenya is in contact with its allies and partners, including at the United Nations and in Brussels.",
            "CONSULT",
            {"KEN", "UNO", "EUR"},
        ),
        (
            '"We are in contact with our friends in Oslo and Riga," said the Danish foreign minister.',
            "CONSULT",
            {"DNK", "NOR", "LVA"},
        ),
        (
            "Estonia is working closely with Warsaw within NATO and the European Union.",
            "COOPERATE",
            {"EST", "POL", "NATO", "EUR"},
        ),
        (
            "Witnesses described the raids, which, according to a paper in Accra, Togo and Benin have both condemned.",
            "ACCUSE",
            {"TGO", "BEN"},
        ),
        ("Norway, alongside Sweden, condemned the raid on Chad.", "ACCUSE", {"NOR", "SWE"}),
    ],
)
def test_all_named_side_by_side_act(text: str, type_: str, states: set[str]) -> None:
    assert sides(text, type_) == [states]


@pytest.mark.parametrize(
    ("text", "type_", "states"),
    [
        ("Kenya is in contact with its partners in Africa.", "CONSULT", {"KEN"}),
        ("Estonia works with Poland on a new radar in Brussels.", "COOPERATE", {"EST", "POL"}),
        ("Norway condemned the raid, a minister said alongside her guest.", "ACCUSE", {"NOR"}),
    ],
)
def test_a_place_or_a_guest_is_no_side(text: str, type_: str, states: set[str]) -> None:
    assert sides(text, type_) == [states]


def test_one_of_several_who_ask_is_not_the_one_asked_to_act() -> None:
    text = "Chile together with Peru called on Caracas to free its opponents."
    (freed,) = [e for e in read(text).events if e.type == "RETREAT"]
    assert {p.code for p in freed.actor} == {"VEN"}
