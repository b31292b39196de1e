"""People struck at somebody's seat, and doers of an act inside a phrase."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "recipient", "words"),
    [
        ("Officers beat demonstrators outside the Kenyan parliament.", "KEN-CVL", "demonstrators"),
        ("Gunmen killed worshippers in a Pakistani mosque.", "PAK-CVL", "worshippers"),
    ],
)
def test_a_crowd_outside_a_seat_is_struck_not_the_seat(
    text: str, recipient: str, words: str
) -> None:
    (event,) = (e for e in read(text).events if e.type == "ASSAULT")
    assert [(p.code, p.text) for p in event.recipient] == [(recipient, words)]


def test_whoever_mediates_frees_nobody() -> None:
    events = read("Two Iraqi pilots were freed by Yemen after mediation by Oman.").events
    freed = [[p.code for p in e.actor] for e in events if e.type == "RETREAT"]
    assert freed == [["YEM"]]


def test_some_company_is_nobodys() -> None:
    events = read("Iranian hackers attacked a shipping company on Monday.").events
    assert all(p.code is None for e in events for p in e.recipient)
