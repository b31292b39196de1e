from __future__ import annotations

import pytest

import dragoman
from dragoman.alphabet.span import Span
from dragoman.evidence.speakers import trimmed


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u202f", "\u200b", "\n", ", "])
def test_a_speaker_begins_and_ends_with_a_letter(gap: str) -> None:
    text = f"”{gap}Ann Lee{gap}said"
    span = trimmed(text, Span(0, text.index("said")))
    assert span.of(text) == "Ann Lee"


@pytest.mark.model
def test_a_representative_of_a_state_is_not_the_representative_before() -> None:
    text = (
        "Ann Lee, Special Representative of the Secretary-General, said that talks had failed. "
        "The representative of Rwanda said that his country was under attack. "
        "Kenya had sold shells to the rebels, he said."
    )
    *_, last = dragoman.read(text).claims
    assert last.speaker.code == "RWA"
