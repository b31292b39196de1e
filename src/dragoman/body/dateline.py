"""The dateline that opens a report: "VIENNA, March 4 (Northern Wire) —"."""

from __future__ import annotations

import re

from dragoman.alphabet.span import Span

# A place in capitals, perhaps a country, a day and the agency in brackets; then a dash and the first sentence.
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}"
    r"(?:/[A-Z][A-Z .'’-]{2,30})?"
    r"(?:, [A-Z][\w .'’-]{1,30})?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\([^()\n]{2,40}\))?"
    r" ?(?:[—–]|--?) ?(?=[\w“\"‘'])"
)
# The same where a copy has lost the dash: the first sentence begins right behind the bracket.
_GLUED = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:, [A-Z][\w .'’-]{1,30})?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r" ?\([A-Z][^()\n]{1,40}\)(?=[A-Z“\"][a-z]+ )"
)


def after_dateline(text: str, passage: Span) -> Span:
    """Return *passage* without the dateline that opens it, if one does.

    A place in a dateline is where the reporter sits; it does nothing and has
    nothing done to it.

    >>> text = "KYIV, Ukraine (NW) — Talks failed."
    >>> after_dateline(text, Span(0, len(text))).of(text)
    'Talks failed.'
    """
    if glued := _GLUED.match(text, passage.start, passage.end):
        return Span(glued.end(), passage.end)
    match = _DATELINE.match(text, passage.start, passage.end)
    # Without bracket, place and country or dash of its own it may be a headline's "U.S.-led".
    if match is None or not re.search(r"[—–(]|--| - ", match.group(0)):
        return passage
    return Span(match.end(), passage.end)
