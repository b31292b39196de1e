"""Whose "we" is outside quotations."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def asked(text: str) -> list[set[str | None]]:
    """Who asks for something in *text*."""
    events = read(text, published="2023-03-01").events
    return [{p.code for p in e.actor} for e in events if e.type == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param(
            "The Polish foreign ministry condemns the arrests in Belarus. We call on Belarus to free them.",
            "POL",
            id="a-ministry",
        ),
        pytest.param(
            "The European Union deplores the arrests in Kenya. We urge Kenya to free them.",
            "EUR",
            id="a-union",
        ),
        pytest.param(
            "Canada condemns the arrests in Kenya. We urge Kenya to free them.",
            "CAN",
            id="a-state-that-states",
        ),
        pytest.param(
            "Russia shelled Odesa on Monday. Russia hit the port. We urge Russia to stop the war.",
            None,
            id="a-commentary",
        ),
        pytest.param(
            "WARSAW (Reuters) - The Polish government condemns the arrests. We urge Belarus to free them.",
            None,
            id="an-agency",
        ),
    ],
)
def test_we_is_whoever_publishes_the_text_itself(text: str, code: str | None) -> None:
    assert {code} in asked(text)
