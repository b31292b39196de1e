# “We will stay,” the minister told reporters: who speaks behind a quotation, whatever the tree says.
# Rule 1: a quotation of whole sentences ends, a name follows, then a word of saying; or the word
#   of saying first. Nothing else stands between the mark and the two.
# Rule 2: all of the quotation is said, also the sentences before its last.
"""Speakers behind the closing mark of a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.cues import Cue
from dragoman.evidence.order import head_of
from dragoman.evidence.page import Content, Page
from dragoman.evidence.quotes import Quote

_NAMING = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"})
_LINKS = frozenset({"ADP", "CCONJ", "PART", "ADV", "SYM", "X"})
_WHO = frozenset({"who", "whose", "which"})
_ENDS = frozenset(",.?!…—–-")
_FARTHEST = 30  #: words between the mark and the word of saying


def tagged(
    page: Page, clause: Clause, cue: Cue, quotes: Sequence[Quote]
) -> tuple[Content, int] | None:
    """What stands in the quotation right before "X said" or "said X", and the token that heads X."""
    if clause.kind != "verb" or clause.passive or "clause" not in cue.takes:
        return None
    sentence, said = clause.sentence, clause.token.span
    quote = next((q for q in reversed(quotes) if q.span.end <= said.start), None)
    if quote is None or not quote.closed or not _whole(page.text, sentence, quote):
        return None
    tokens = sentence.tokens
    between = [t for t in tokens[: clause.head] if t.span.start >= quote.span.end]
    while between and between[-1].pos in ("AUX", "ADV", "PART"):
        between.pop()
    if between and between[0].text == ",":
        between = between[1:]
    speaker = _name(between) if between else _inverted(sentence, clause)
    return (Content(quote.inner, True), speaker) if speaker is not None else None


def _whole(text: str, sentence: Sentence, quote: Quote) -> bool:
    """Whether a quotation of whole sentences ends in *sentence*, nothing of which leads into it."""
    words = quote.inner.of(text).rstrip()
    if not words or " " not in words:
        return False
    if words[-1] not in _ENDS and text[quote.span.end : quote.span.end + 1] != ",":
        return False
    before = text[: quote.span.start].rstrip(" ")
    return quote.span.start <= sentence.span.start or not before or before[-1] in '\n.!?”"'


def _name(between: Sequence[Token]) -> int | None:
    """The head of a phrase that fills *between*: "Ann Lee, who heads a network,"."""
    if len(between) > _FARTHEST or between[0].pos not in _NAMING:
        return None
    related = False
    for token in between:
        related |= token.text.lower() in _WHO
        if token.pos in _NAMING or token.pos in _LINKS or token.text in (",", "(", ")", "-", "–"):
            continue
        if not related:
            return None
    first = next((k for k, t in enumerate(between) if t.text in (",", "(")), len(between))
    return head_of(between[:first])


def _inverted(sentence: Sentence, clause: Clause) -> int | None:
    """The head of what follows "said"; none where it has another subject, or is no name."""
    after: list[Token] = []
    for token in sentence.tokens[clause.head + 1 :]:
        if token.pos not in _NAMING:
            break
        after.append(token)
    return head_of(after) if after else None
