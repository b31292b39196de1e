"""Quotations in a passage: where they open and close, on curly and straight marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.alphabet.span import Span

_OPEN, _CLOSE, _BOTH = "“«„", "”»", '"'
_DOUBLED = re.compile("''")
_MARK = re.compile('[“«„”»"]')


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation. *inner* leaves the marks out; *closed* is False if it runs to the passage's end."""

    span: Span
    inner: Span
    closed: bool


def find_quotes(text: str, passage: Span) -> tuple[Quote, ...]:
    """Return the quotations of one passage, in order, not overlapping.

    An opening mark without a closing one runs to the end of the passage: that
    is how news carries a quotation over to the next paragraph. A lone closing
    mark closes nothing and is passed over.
    """
    found = []
    start: int | None = None
    # Agencies' wires write ''…''; as characters these are two marks and read as one.
    text = _DOUBLED.sub('"\ufffc', text) if "''" in text else text
    for match in _MARK.finditer(text, passage.start, passage.end):
        at, mark = match.start(), match[0]
        if start is None and (mark in _OPEN or (mark == _BOTH and _opens(text, at, passage))):
            start = at
        elif start is not None and (mark in _CLOSE or mark == _BOTH):
            if at - start > 1:
                found.append(Quote(Span(start, at + 1), Span(start + 1, at), True))
            start = None
    if start is not None and passage.end - start > 1:
        found.append(Quote(Span(start, passage.end), Span(start + 1, passage.end), False))
    return tuple(found)


def _opens(text: str, at: int, passage: Span) -> bool:
    """A straight mark opens after a space or bracket and before a word."""
    before = text[at - 1] if at > passage.start else " "
    after = text[at + 1] if at + 1 < passage.end else " "
    return (before.isspace() or before in "([-—–") and not after.isspace()
