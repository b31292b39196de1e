# "The North", "the South": the Korea that a report has named in full.
# Rule: only in a report that names one of the two Koreas, and where no other word makes another place of it:
#   "the North Sea", "the South of France", "the North and the South of the country".
"""Find the short names of divided Korea."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Mention
from dragoman.entities.register import load_register

_HALVES = {"North": "PRK", "South": "KOR"}
_SHORT = re.compile(r"\b[Tt]he (North|South)\b(?!\s+[A-Z]|\s+of\b|[-–’']?[A-Za-rt-z])")


def with_halves(text: str, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return *mentions*, in order, with "the North" and "the South" where the text speaks of Korea."""
    first = min((m.span.start for m in mentions if m.country in _HALVES.values()), default=None)
    if first is None or any(m.country == "SSD" for m in mentions):
        return mentions
    found = [m for m in _short(text, mentions) if m.span.start > first]
    return sorted([*mentions, *found], key=lambda m: m.span.start) if found else mentions


def _short(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    names = load_register().names
    starts = [m.span.start for m in mentions]
    for match in _SHORT.finditer(text):
        span = Span(*match.span(1))
        before = bisect_left(starts, span.end) - 1
        if before >= 0 and mentions[before].span.end > span.start:
            continue
        code = _HALVES[match[1]]
        yield Mention(span, match[1], names[code], code, code, None, "state")
