# "According to X", "in the view of X".
# Rule: word order is asked before the tree, which often hangs such a phrase on the nearest word:
#   at either end of a sentence the phrase speaks for all of it, behind "which" or "that" for its clause.
"""Claims by phrases that name who says it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.claim import Speaker
from dragoman.evidence.cues import Cue, load_cues
from dragoman.evidence.order import head_of
from dragoman.evidence.page import Page
from dragoman.evidence.speakers import NOBODY, trimmed

#: Words that open a clause within a sentence.
_TIES = frozenset({"that", "which", "who", "whom", "where"})


def accorded(page: Page, sentence: Sentence) -> None:
    """Add the claims of "according to X", "in the view of X", at whatever place of a sentence."""
    said = [words for words in _phrases() if sentence.words.issuperset(words)]
    if not said:
        return
    tokens = sentence.tokens
    low = [t.text.lower() for t in tokens]
    for first in tokens:
        if low[first.i] not in ("according", "in"):
            continue
        words = next((w for w in said if low[first.i : first.i + len(w)] == list(w)), None)
        if words is None:
            continue
        last = tokens[first.i + len(words) - 1]
        cue = Span(first.span.start, last.span.end)
        rest = tokens[last.i + 1 :]
        stop = next((k for k, t in enumerate(rest) if t.text in (",", ";")), len(rest))
        who = head_of([t for t in rest[:stop] if t.pos != "PUNCT"])
        if who is None:
            continue
        # "according to John Kerr, its minister, the …", "according to Chad, Libya and Niger, the …":
        # up to the end of his description, or of the list.
        named = [k for t in sentence.children(who, "appos", "conj") for k in sentence.subtree(t.i)]
        past = max(named, default=0) + 1 - rest[0].i
        if stop < past < len(rest) and rest[past].text == ",":
            stop = past
        content = _accorded(sentence, first.i, rest[stop:])
        speaker = page.speakers.of(sentence, who)
        if content is not None and speaker is not None:
            page.claim(_up_to(speaker, content, page.text), cue, content, "asserts", False)


def _up_to(speaker: Speaker, content: Span, text: str) -> Speaker:
    """*speaker* without what is said: "according to Reuters, [Chad and Mali have left]"."""
    own = speaker.span
    if own is None or not own.start < content.start < own.end:
        return speaker
    own = trimmed(text, Span(own.start, content.start))
    return replace(speaker, text=own.of(text), span=own)


def _accorded(sentence: Sentence, first: int, rest: Sequence[Token]) -> Span | None:
    """What is said according to somebody, whose first word is *first*; *rest* follows his name."""
    tokens = sentence.tokens
    if (within := _within(sentence, first, rest)) is not None:
        return within
    opens = _opening(tokens, first)
    led = [t for t in tokens[opens:first] if t.pos not in ("PUNCT", "CCONJ")]
    if not led:  # "According to X, …", "But according to X, …"
        return Span(rest[0].span.end, sentence.span.end) if rest else None
    if rest and not any(t.pos in ("VERB", "AUX") for t in led):  # "In Kenya, according to X, …"
        return Span(rest[0].span.end, sentence.span.end)
    if tokens[opens].pos == "CCONJ":
        opens += 1
    return Span(tokens[opens].span.start, tokens[first - 1].span.end)


def _within(sentence: Sentence, first: int, rest: Sequence[Token]) -> Span | None:
    """The clause that "which, according to X," or "that, according to X," opens; None for another."""
    tokens = sentence.tokens
    if first < 2 or not rest or rest[0].text != "," or tokens[first - 1].text != ",":
        return None
    tie = tokens[first - 2]
    verb = tokens[tie.head]
    if tie.text.lower() not in _TIES:
        return None
    end = sentence.reach(verb.i).end if verb.i > rest[0].i else sentence.span.end
    for comma, after in pairwise(rest[1:]):
        if comma.text == "," and (after.pos == "AUX" or "VerbForm=Fin" in after.feats):
            end = min(end, comma.span.start)  # "…, [will reopen]": the main clause goes on
    return Span(rest[0].span.end, end)


def _opening(tokens: Sequence[Token], before: int) -> int:
    """The word after the last colon or semicolon before *before*; 0 if there is none."""
    marks = (t.i for t in tokens[:before] if t.text in (":", ";"))
    return max(marks, default=-1) + 1


@cache
def _phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cue.split()) for kind, cue in load_cues() if kind == "phrase")


def according(page: Page, clause: Clause, head: int, cue: Cue) -> None:
    """Add the claim of the phrase that *head* closes, by its tree, if word order found none."""
    sentence = clause.sentence
    phrase = sentence.reach(head)
    whole = _hosting(sentence, clause, head)
    case = sentence.child(head, "case")
    if case is None:
        return
    last = max((case, *sentence.children(case.i, "fixed")), key=lambda t: t.i)
    if any(c.cue.touches(case.span) for c in page.made):
        return
    left, right = Span(whole.start, phrase.start), Span(phrase.end, whole.end)
    content = left if left.end - left.start >= right.end - right.start else right
    speaker = page.speakers.of(sentence, head)
    page.claim(speaker or NOBODY, Span(case.span.start, last.span.end), content, cue.stance, False)


def _hosting(sentence: Sentence, clause: Clause, head: int) -> Span:
    """What the phrase speaks for: the whole sentence where it opens or closes it."""
    below = sentence.subtree(head)
    marks = [t.i for t in sentence.tokens if t.pos == "PUNCT"]
    words = [t.i for t in sentence.tokens if t.i not in marks]
    closes = below[-1] >= words[-1] and below[0] - 1 in marks
    if below[0] <= words[0] or closes:
        return sentence.span
    return sentence.reach(clause.head)
