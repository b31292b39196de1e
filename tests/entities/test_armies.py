# Whose "the army" is after its full name, read with the parser.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model

NAMED = "The Sudanese Armed Forces (SAF) have been fighting in Omdurman. "


def recipients(text: str) -> list[str | None]:
    """Codes of whom the last event is done to."""
    return [p.code for p in dragoman.read(text, published="2024-01-30").events[-1].recipient]


def test_the_army_is_the_one_named_in_full() -> None:
    text = NAMED + "Iran supplied drones to Ethiopia. Tehran has also supplied the army with tanks."
    assert recipients(text) == ["SDN-MIL"]


def test_where_two_are_named_neither_is_meant() -> None:
    text = NAMED + "The Ethiopian National Defence Force left. Iran supplied the army with tanks."
    assert recipients(text) != ["ETH-MIL"]


def test_a_state_that_delivers_is_taken_up() -> None:
    text = "India has become a supplier to Armenia. It has delivered rocket launchers to Yerevan."
    event = dragoman.read(text, published="2024-09-03").events[-1]
    assert [p.code for p in event.actor] == ["IND"]
