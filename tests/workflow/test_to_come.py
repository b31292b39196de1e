"""What a report of one day tells of a later day has not happened."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("President Sisi hosts the Greek prime minister in Cairo next week.", "possible"),
        ("President Sisi hosts the Greek prime minister in Cairo.", "actual"),
        ("Egypt agreed with Greece on Monday to hold a summit next week.", "actual"),
        ("Egypt sent soldiers to Greece for the exercise of next week.", "actual"),
    ],
)
def test_the_present_of_a_later_day_is_arranged(sentence: str, status: str) -> None:
    found = read(sentence, published="2023-05-10").events
    assert [e.status for e in found][:1] == [status]
