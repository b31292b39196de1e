from __future__ import annotations

import pytest

from dragoman.alphabet.span import Span
from dragoman.evidence.speakers import trimmed


@pytest.mark.parametrize("gap", [" ", "\u00a0", "\u202f", "\u200b", "\n", ", "])
def test_a_speaker_begins_and_ends_with_a_letter(gap: str) -> None:
    text = f"”{gap}Ann Lee{gap}said"
    span = trimmed(text, Span(0, text.index("said")))
    assert span.of(text) == "Ann Lee"
