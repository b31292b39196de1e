"""Warships by name, and whom their bare names mean."""

from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions
from dragoman.workflow.reading import read


def ships(text: str) -> list[tuple[str, str | None]]:
    return [(m.text, m.code) for m in find_mentions(text) if m.kind == "ship"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the USS Dwight D. Eisenhower left", [("USS Dwight D. Eisenhower", "USA-MIL")]),
        ("HMCS Ville de Quebec (FFH 332)", [("HMCS Ville de Quebec", "CAN-MIL")]),
        ("TCG Kemalreis's crew", [("TCG Kemalreis", "TUR-MIL")]),
        ("the Danish navy frigate Triton", [("Triton", "DNK-MIL")]),
        ("Danish frigates Triton and Vaedderen", [("Triton", "DNK-MIL"), ("Vaedderen", "DNK-MIL")]),
        ("the Russian cruiser Admiral Nakhimov", [("Admiral Nakhimov", "RUS-MIL")]),
        ("the Nimitz strike group", [("Nimitz strike group", "USA-MIL")]),
        ("HMS Lancaster Captain John Smith", [("HMS Lancaster", "GBR-MIL")]),
    ],
)
def test_a_ship_is_its_navys(text: str, found: list[tuple[str, str]]) -> None:
    assert ships(text) == found


def test_letters_of_two_navies_go_with_the_nation_before_them() -> None:
    assert ships("the Swedish corvette HMS Visby") == [("HMS Visby", "SWE-MIL")]
    assert ships("HMS Visby") == [("HMS Visby", "GBR-MIL")]


@pytest.mark.parametrize(
    "text",
    ["INS Commissioner Doris Meissner", "ITS CAVOUR", "the frigate Triton", "a ship from Hamburg"],
)
def test_not_every_capital_behind_letters_or_a_ship_is_a_name_of_one(text: str) -> None:
    assert ships(text) == []


def test_the_bare_name_is_the_ships_from_there_on() -> None:
    text = "The German frigate Bremen sailed from Bremen. Bremen joined HMS Kent, and the Kent led."
    assert [name for name, _ in ships(text)] == ["Bremen", "Bremen", "HMS Kent", "Kent"]


def test_a_city_keeps_its_name_where_no_ship_has_it() -> None:
    assert ships("Police in Bremen said the mayor of Bremen had left.") == []


def test_she_is_the_ship_of_the_clause_above() -> None:
    text = "HMCS Halifax said she had joined French warships in the Gulf of Oman."
    event = next(e for e in read(text).events if e.type == "COOPERATE")
    assert {p.country for p in (*event.actor, *event.recipient)} == {"CAN", "FRA"}


def test_a_later_frigate_is_the_one_that_was_named() -> None:
    text = "USS Mustin left Callao on Monday. The ship then joined Chilean warships."
    event = next(e for e in read(text).events if e.type == "COOPERATE")
    assert {p.country for p in (*event.actor, *event.recipient)} == {"USA", "CHL"}


def test_a_title_hung_on_the_given_name_is_read() -> None:
    text = "Rear Admiral Halil Demir of Turkey handed over command of the squadron to the Pakistani navy."
    event = next(e for e in read(text).events if e.type == "COOPERATE")
    assert {p.country for p in (*event.actor, *event.recipient)} == {"TUR", "PAK"}


def test_she_is_the_ship_of_the_sentence_before() -> None:
    text = "The Spanish frigate Reina Sofia left Rota. She will operate as part of the European Union's naval mission."
    event = next(e for e in read(text).events if e.type == "COOPERATE")
    assert {p.country or p.code for p in (*event.actor, *event.recipient)} == {"ESP", "EUR"}
