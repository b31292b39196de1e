"""What is said on both sides of a tag that stands in it."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Too often, the minister said, the border is closed without notice.",
            ["Too often", "the border is closed without notice"],
        ),
        (
            "Though the truce is holding, the envoy said, neither army has left the valley.",
            ["Though the truce is holding", "neither army has left the valley"],
        ),
        (
            "Oman stayed neutral, the minister said, until its own ships were attacked.",
            ["Oman stayed neutral", "until its own ships were attacked"],
        ),
        (
            "The army had lost two towns, the general said, and three villages.",
            ["The army had lost two towns", "and three villages"],
        ),
    ],
)
def test_both_sides_of_a_tag_are_said(text: str, pieces: list[str]) -> None:
    assert [p.of(text) for p in read(text).claims[0].pieces] == pieces


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The president will resign, he said, and left the room.", "The president will resign"),
        (
            "Three soldiers were killed, the ministry said, and five were wounded.",
            "Three soldiers were killed",
        ),
        (
            "Rebels hold the road, officials said, while Oman urged both sides to stop.",
            "Rebels hold the road",
        ),
        ("However, she said, the talks will go on.", "the talks will go on"),
        (
            "In an interview on Friday, he said, the pact had failed.",
            "the pact had failed",
        ),
    ],
)
def test_what_leads_up_or_goes_on_is_not_said(text: str, content: str) -> None:
    assert [p.of(text) for p in read(text).claims[0].pieces] == [content]
