"""Whose "the arms sales" are: of acts told before."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

SOLD = "Turkey has sold drones to Ethiopia."


def aid(text: str) -> list[tuple[str | None, str | None]]:
    """Who arms whom, in order of the text."""
    events = (e for e in read(text).events if e.type == "AID")
    return [(e.actor[0].code, e.recipient[0].code if e.recipient else None) for e in events]


@pytest.mark.parametrize(
    "later",
    [
        "The drone sales have angered Egypt.",
        "The supply of weapons has angered Egypt.",
        "Ankara's arms sales have angered Egypt.",
    ],
)
def test_arms_sales_are_those_told_before(later: str) -> None:
    assert aid(f"{SOLD} {later}") == [("TUR", "ETH"), ("TUR", "ETH")]


@pytest.mark.parametrize(
    "later",
    [
        "Arms sales rose last year.",
        "The tank sales angered Egypt.",
        "The ticket sales angered Egypt.",
    ],
)
def test_any_sales_or_other_sales_are_not(later: str) -> None:
    assert aid(f"{SOLD} {later}") == [("TUR", "ETH")]


def test_a_former_ally_counts_for_nothing_today() -> None:
    (event,) = read("Belarus, a former ally of Georgia, was silent.").events
    assert (event.type, event.counts) == ("SUPPORT", False)
