# Where what is said ends: what the report goes on with behind a comma is the reporter's own.
# Rule 1: "…, adding that", "…, though he had voted for it" is the next act, or a doubt of it.
# Rule 2: "…, which borders Chad" explains a name to the reader; "…, which would cost lives" is
#   foretold by whoever speaks.
# Rule 3: only behind the cue, outside quotations, and only where a clause is left.
# Rule 4: "praised the army [in a speech]", "… [on Sunday]": where and when it was said stands
#   behind a content that is no clause.
"""The end of reported speech."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.evidence.charges import SAID
from dragoman.evidence.cues import load_cues
from dragoman.evidence.quotes import Quote

_WHO = frozenset({"who", "which", "whose", "whom", "where"})
_THOUGH = frozenset({"although", "though"})
#: Verbs of saying by which a thing shows another: "a dip, reflecting its losses".
_EFFECTS = frozenset({"reflect", "show", "record"})
_FORETOLD = frozenset({"would", "could", "might"})
_SOME = frozenset("all both many most one some".split())
_FEWEST = 2  #: words left
#: What somebody speaks in, on or at.
_OCCASIONS = frozenset(
    "address appearance briefing broadcast conference debate email event facebook forum hearing "
    "interview letter memo message op-ed podcast post program rally radio remark remarks ruling show "
    "speech statement stop television tv tweet twitter visit video website x".split()
)
_SPOKEN_AT = frozenset("in on at during via through".split())
_SCENES = frozenset("as when while".split())
#: Words by which a content goes on behind its day: "urged him Monday [to stop]".
_GOES_ON = frozenset({"to", "for", "that", "which", "who"})
_OWNS = frozenset({"'s", "’s"})
_SHORT = 9  #: words from "in" to the occasion


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


def _is_named(tokens: Sequence[Token], after: Token) -> bool:
    """Whether *after* opens what the reporter calls all that is said: ", a charge it denies"."""
    words = tokens[after.i : after.i + 4]
    if words[0].text.lower() not in ("a", "an"):
        return False
    noun = next((t for t in words[1:] if t.pos != "ADJ"), words[0])
    return noun.text.lower() in SAID


def _is_added(tokens: Sequence[Token], after: Token, last: Token) -> bool:
    """Whether *after*, behind a comma, opens words of the reporter's own, up to *last*."""
    low = after.text.lower()
    if low in _THOUGH or _is_named(tokens, after):
        return True
    if low.endswith("ing") and after.pos == "VERB":
        cue = load_cues().get(("verb", after.lemma.lower()))
        said = cue is not None and not cue.mind and "clause" in cue.takes
        return said and after.lemma.lower() not in _EFFECTS
    if low in _WHO and tokens[min(after.i + 1, last.i)].text.lower() in _FORETOLD:
        return False
    tied = after.pos == "ADP" or low in _SOME
    related = any(t.text.lower() in _WHO for t in tokens[after.i : after.i + 3])
    if low in _WHO or (tied and related):
        return not any(t.text == "," for t in tokens[after.i : last.i])
    return False


def staged(sentence: Sentence, said: Span) -> Span:
    """*said*, a thing that somebody speaks of, without where and when he does."""
    inside = [t for t in sentence.tokens if said.start <= t.span.start < said.end]
    for k in range(1, len(inside)):
        first, before = inside[k], inside[k - 1]
        if before.pos in ("ADP", "PUNCT") and not _closes(inside[:k]):
            continue
        day = first.text in WEEKDAYS and inside[min(k + 1, len(inside) - 1)].text not in _OWNS
        if (day or _is_scene(sentence, first) or is_occasion(inside[k:])) and not any(
            t.text.lower() in _GOES_ON for t in inside[k + 1 :]
        ):
            return Span(said.start, before.span.end)
    return said


def _closes(tokens: Sequence[Token]) -> bool:
    """Whether the last of *tokens* is a mark that closes a quotation."""
    last = tokens[-1].text
    return last == "”" or (last == '"' and sum(t.text == '"' for t in tokens) % 2 == 0)


def _is_scene(sentence: Sentence, token: Token) -> bool:
    """Whether "as", "when", "while" opens a clause of its own."""
    clause = token.text.lower() in _SCENES and token.relation == "mark"
    return clause and sentence.child(token.head, "nsubj") is not None


def is_occasion(rest: Sequence[Token]) -> bool:
    """Whether "in", "on", "at" leads to a day, a month or an occasion of speaking."""
    if rest[0].text.lower() not in _SPOKEN_AT:
        return False
    for token in rest[1:_SHORT]:
        if token.lemma.lower() in _OCCASIONS and token.pos != "VERB":
            return True
        if token.text in WEEKDAYS or token.text in MONTHS:
            return True
        if token.pos in ("VERB", "AUX", "ADP", "PUNCT") or token.text in _OWNS:
            return False  # "the points in Ghana's letter": another's
    return False
