# Rule 1: offsets never move. ``Body.text`` has the length of the text that was passed
# in; what is no story is marked, not cut out, so that any result can be shown in the
# report itself. Rule 2: every character of the text is in a passage, in a noise, in a
# skipped span, or white space: nothing is dropped silently.
"""What is left of a report when the page around it is marked."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span


@dataclass(frozen=True, slots=True)
class Noise:
    """Characters that no reporter wrote that way: page furniture, or a fault of the copy."""

    span: Span
    text: str  #: the characters themselves
    kind: str  #: boilerplate, caption, byline, copyright, glued, garbled or duplicate
    fixed: str | None  #: how it should read, where that is certain; None for furniture


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, or one headline, to be read."""

    span: Span  #: trimmed: begins and ends with a character that is no white space
    kind: str  #: "headline" or "paragraph"


@dataclass(frozen=True, slots=True)
class Body:
    """A report's words, without the page around them."""

    text: str  #: as passed in, one character for one; unusable ones are replaced
    passages: tuple[Passage, ...]  #: in order, not overlapping
    noise: tuple[Noise, ...]  #: in order; glued and garbled ones lie inside passages
    cuts: tuple[int, ...]  #: offsets inside glued words, where a new word begins
    skipped: tuple[Skipped, ...]  #: in order; what is neither story nor page furniture
