# Where a sentence is sewn together: clauses that a semicolon joins.
# Rule 1: a parser reads each side by itself, since it takes the names on both sides for one list:
#   "hailed by Chad and Mali; Niger and Togo said …".
# Rule 2: lists keep whole, quotations and brackets too: "the envoys of Chad; the head of the UN; and …".
"""Cut a sentence at its semicolons for the parser, and sew its trees together again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token

_SHORTEST = 3  #: words on either side
#: What goes on behind a semicolon with what stood before it.
_GOES_ON = frozenset({"and", "or", "that", "which", "who", "whose", "to", "including"})
_OPEN, _CLOSED, _QUOTES = frozenset("(["), frozenset(")]"), frozenset("\"“”«»'‘’")


def seams(words: Sequence[str]) -> frozenset[int]:
    """Return the indices of the words that begin a clause of their own behind a semicolon."""
    found = [k + 1 for k, word in enumerate(words) if word == ";"]
    if not found or any(k < len(words) and words[k].lower() in _GOES_ON for k in found):
        return frozenset()
    sides = zip([0, *found], [*found, len(words)], strict=True)
    if any(end - start - 1 < _SHORTEST for start, end in sides):
        return frozenset()
    for k in found:
        quotes = sum(word in _QUOTES for word in words[:k])
        if quotes % 2 or sum((w in _OPEN) - (w in _CLOSED) for w in words[:k]):
            return frozenset()
    return frozenset(found)


def sewn(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Return the tokens with one root: later ones stand beside the first (``parataxis``)."""
    roots = [t.i for t in tokens if t.head == t.i]
    if len(roots) < 2:
        return tokens
    first = roots[0]
    return tuple(replace(t, head=first, dep="parataxis") if t.i in roots[1:] else t for t in tokens)
