"""Who says it and what, where "according to" stands before a list or within a clause."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "According to Chad, Libya and Niger, the rebels crossed the border at night.",
            "Chad, Libya and Niger",
            "the rebels crossed the border at night",
        ),
        (
            "According to Ann Reyes, its spokeswoman, the ministry has paid the ransom.",
            "Ann Reyes, its spokeswoman",
            "the ministry has paid the ransom",
        ),
        (  # no comma closes a list: whoever stands behind the first one acts
            "According to Chad, Libya and Niger have closed the border.",
            "Chad",
            "Libya and Niger have closed the border",
        ),
        (
            "Sudan bought drones that, according to the Guardian, were made in Turkey.",
            "the Guardian",
            "were made in Turkey",
        ),
        (
            "The port, which, according to Oman, was hit by two missiles, will reopen on Monday.",
            "Oman",
            "was hit by two missiles",
        ),
        (
            "Chad made a move which, according to Reuters, Libya and Sudan have criticised.",
            "Reuters",
            "Libya and Sudan have criticised",
        ),
        (  # no clause is opened before the phrase: the sentence's own verb follows
            "Sudan's army, according to two diplomats, has lost its last base in the city.",
            "two diplomats",
            "has lost its last base in the city",
        ),
        (
            "Three soldiers were killed, according to the ministry, and five were wounded.",
            "the ministry",
            "Three soldiers were killed",
        ),
    ],
)
def test_according_to(text: str, speaker: str, content: str) -> None:
    claim = next(c for c in read(text).claims if c.cue.of(text).lower() == "according to")
    assert (claim.speaker.text, claim.content.of(text)) == (speaker, content)
