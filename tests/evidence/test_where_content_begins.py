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


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Denouncing the raids, Morales accused Peru of arming rebels.", "arming rebels"),
        ("Campaigning in the north, Okello barely mentioned the border war.", "the border war"),
        ("Writing for a daily, the envoy noted that Peru had left.", "that Peru had left"),
    ],
)
def test_what_leads_up_to_the_sentence_is_not_what_is_said(text: str, content: str) -> None:
    found = [c.content.of(text) for c in read(text).claims]
    assert content in found
    assert not any(text.startswith(words) for words in found)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "She stressed border security, and a need to open the crossings.",
            "border security, and a need to open the crossings",
        ),
        (
            "The envoy cited attacks in the north, the east and the capital.",
            "attacks in the north, the east and the capital",
        ),
        ("Kenya condemned the raid, and the army left.", "the raid"),
    ],
)
def test_things_that_are_joined_are_spoken_of_together(text: str, content: str) -> None:
    assert read(text).claims[0].content.of(text) == content


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Oman said the port would close, which would cost the region thousands of jobs.",
            "the port would close, which would cost the region thousands of jobs",
        ),
        (
            "The minister said the army had crossed the river, which borders Chad.",
            "the army had crossed the river",
        ),
        (
            "The envoy was optimistic that both sides would sign.",
            "that both sides would sign",
        ),
    ],
)
def test_what_is_foretold_is_said(text: str, content: str) -> None:
    assert read(text).claims[0].content.of(text) == content


def test_a_result_of_confidence_is_not_said() -> None:
    text = "The general was so confident that he sent his guards home."
    assert not read(text).claims
