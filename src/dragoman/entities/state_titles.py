# Titles that one state alone uses, so that they say whose they are.
# Rule: a title that a few states use is that of the first, unless the report names one of the others more,
#   and not only by the way.
"""Whom "Secretary of State" or "the Foreign Secretary" means."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Token
from dragoman.entities.actor import Party
from dragoman.entities.names import Names
from dragoman.entities.register import Register


def entitled(text: str, names: Names, register: Register, token: Token) -> Party | None:
    """Whom a title means that one state alone uses: "Secretary of State"."""
    for title, (code, unless) in register.titles.items():
        start = token.span.start
        if text.endswith(title, 0, token.span.end):
            start = token.span.end - len(title)
        elif not text.startswith(title, start):
            continue
        named = names.countries
        most = max(named.values(), default=0)
        if any(named[other] > named[code] and named[other] * 2 >= most for other in unless):
            continue
        span = Span(start, start + len(title))
        if not text.startswith(" for ", span.end):
            return Party(span, title, register.names[code], code, code)
    return None
