"""Where the words that somebody said begin and end: without the day, the occasion and the one told."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The minister said Saturday morning it had proof of the raid.",
            "it had proof of the raid",
        ),
        ("The mayor said Monday was a dark day for Togo.", "Monday was a dark day for Togo"),
        (
            "The envoy told the council on Monday how Chad had shelled the camp.",
            "how Chad had shelled the camp",
        ),
        ("Kenya condemned the raid at a hearing in Nairobi.", "the raid"),
        (
            "The rebels said they want “justice,” but pledged to lay down their arms.",
            "they want “justice",
        ),
    ],
)
def test_the_day_and_the_occasion_are_no_part_of_what_is_said(text: str, content: str) -> None:
    assert read(text).claims[0].content.of(text) == content
