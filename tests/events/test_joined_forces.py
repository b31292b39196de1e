"""Forces of one state in a formation of others."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def cooperating(text: str) -> list[set[str]]:
    """The states and bodies of each act of cooperation in *text*."""
    return [
        {p.country or (p.code or "").removesuffix("-MIL") for p in event.actor}
        for event in read(text).events
        if event.type == "COOPERATE"
    ]


@pytest.mark.parametrize(
    ("text", "states"),
    [
        (
            "The Greek frigate Psara joined Task Force 151, which is led by Commodore Ada Kaya of the Turkish Navy.",
            {"GRC", "TUR"},
        ),
        (
            "Two Czech F-16s have been integrated with a Slovak air defence brigade.",
            {"CZE", "SVK"},
        ),
        (
            "A battalion of Bulgarian paratroopers was placed under the command of a Greek brigade.",
            {"BGR", "GRC"},
        ),
        (
            "A Norwegian Seahawk helicopter is embarked on the Danish frigate Triton.",
            {"NOR", "DNK"},
        ),
        ("The Irish patrol ship Orla joined Operation Irini off Crete.", {"IRL", "EUR"}),
        (
            "Fiji has been part of the Australian-led task force since May, along with Tonga.",
            {"FJI", "AUS", "TON"},
        ),
        (
            "The Danish frigate Triton sails with the strike group of HMS Defender, Copenhagen said.",
            {"DNK", "GBR"},
        ),
    ],
)
def test_a_force_cooperates_with_those_whose_formation_it_joins(
    text: str, states: set[str]
) -> None:
    assert cooperating(text) == [states]


@pytest.mark.parametrize(
    "text",
    [
        "The striker joined the Spanish club Valencia from Ajax of the Netherlands.",
        "Analysts from Denmark work with the task force of a bank in Sweden.",
        "He joined the coalition government in Berlin as transport minister.",
        "The Danish frigate Triton joined the task force in the Gulf of Oman.",
    ],
)
def test_where_a_force_operates_and_what_is_no_force_joins_nobody(text: str) -> None:
    assert cooperating(text) == []


def test_those_who_hold_an_exercise_with_its_leader_muster_too() -> None:
    text = "Egypt will lead a multinational exercise next year with Greek and Jordanian ships."
    mustered = [e for e in read(text).events if e.type == "MOBILIZE"]
    assert [{p.country for p in e.actor} for e in mustered] == [{"EGY", "GRC", "JOR"}]
