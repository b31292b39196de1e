"""Meetings, and the talks that they are held for."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("The Turkish and Greek ministers met in Rome to discuss the border.", {"TUR", "GRC"}),
        (
            "Oman's envoy flew to Tehran to discuss the hostages with Iran's president.",
            {"OMN", "IRN"},
        ),
        ("Spain's king called the emir of Qatar to discuss gas.", {"ESP", "QAT"}),
    ],
)
def test_what_a_meeting_is_for_is_that_meeting(text: str, both: set[str]) -> None:
    (meeting,) = (e for e in read(text).events if e.type == "CONSULT")
    assert meeting.status == "actual"
    assert {p.code for p in (*meeting.actor, *meeting.recipient)} == both


def test_talks_that_were_only_agreed_to_stay() -> None:
    kinds = [(e.type, e.status) for e in read("Jordan agreed to meet Israel.").events]
    assert ("CONSULT", "possible") in kinds
