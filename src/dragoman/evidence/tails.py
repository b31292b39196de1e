# Where what is said ends: what the report goes on with behind a comma is the reporter's own.
# Rule 1: "…, adding that", "…, though he had voted for it" is the next act, or a doubt of it.
# Rule 2: "…, which borders Chad" explains a name to the reader.
# Rule 3: only behind the cue, outside quotations, and only where a clause is left.
"""The end of reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.evidence.cues import load_cues
from dragoman.evidence.quotes import Quote

_WHO = frozenset({"who", "which", "whose", "whom", "where"})
_THOUGH = frozenset({"although", "though"})
_SOME = frozenset("all both many most one some".split())
_FEWEST = 2  #: words left


def ended(sentence: Sentence, cue: Token, said: Span, quotes: Sequence[Quote]) -> Span:
    """*said*, behind *cue*, without what the reporter adds to it."""
    if said.start < cue.span.end:
        return said
    tokens = sentence.tokens
    inside = [t for t in tokens if said.start <= t.span.start < said.end]
    for comma, after in zip(inside[_FEWEST:], inside[_FEWEST + 1 :], strict=False):
        if comma.text != "," or any(q.span.holds(comma.span) for q in quotes):
            continue
        if _is_added(tokens, after, inside[-1]):
            return Span(said.start, comma.span.start)
    return said


def _is_added(tokens: Sequence[Token], after: Token, last: Token) -> bool:
    """Whether *after*, behind a comma, opens words of the reporter's own, up to *last*."""
    low = after.text.lower()
    if low in _THOUGH:
        return True
    if low.endswith("ing") and after.pos == "VERB":
        cue = load_cues().get(("verb", after.lemma.lower()))
        return cue is not None and not cue.mind and "clause" in cue.takes
    tied = after.pos == "ADP" or low in _SOME
    related = any(t.text.lower() in _WHO for t in tokens[after.i : after.i + 3])
    if low in _WHO or (tied and related):
        return not any(t.text == "," for t in tokens[after.i : last.i])
    return False
