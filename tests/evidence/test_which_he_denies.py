"""Denials behind "which", by several, and of an account."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def denials(text: str) -> list[tuple[str, str | None, str]]:
    """Speaker, code and content of the denials of *text*."""
    claims = (c for c in read(text).claims if c.stance == "denies")
    return [(c.speaker.text, c.speaker.code, c.content.of(text)) for c in claims]


@pytest.mark.parametrize(
    ("text", "denial"),
    [
        (
            "Mali says Chad has shipped rifles to Niger, which N'Djamena denies.",
            ("N'Djamena", "TCD", "Chad has shipped rifles to Niger"),
        ),
        (
            "Mali said Chad had shelled a village, something Chad has repeatedly denied.",
            ("Chad", "TCD", "Chad had shelled a village"),
        ),
        (
            "Mali says Chad has shipped rifles to Niger; both countries deny it.",
            ("both countries", "TCD", "it"),
        ),
        (
            "Mali said Chad had shelled a village. Chad rejected the account.",
            ("Chad", "TCD", "the account"),
        ),
        (
            "Mali accused Chad of stealing fuel. Chad called that a lie.",
            ("Chad", "TCD", "that a lie"),
        ),
    ],
)
def test_a_denial_takes_up_what_was_said(text: str, denial: tuple[str, str | None, str]) -> None:
    assert denials(text) == [denial]


@pytest.mark.parametrize(
    "text",
    [
        "Mali asked Chad for visas, which Chad denied.",
        "Mali said Chad had bought the mine, which Togo also owns.",
    ],
)
def test_what_is_asked_for_or_owned_is_not_denied(text: str) -> None:
    assert denials(text) == []
