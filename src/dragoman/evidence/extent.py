# How far what is said reaches, where its tree cuts it off or takes in more.
# Rule 1: a cut is undone where the text does not pause: what follows a content without any mark
#   is said as well. So is the main clause behind a mark, where only its adjunct was found.
# Rule 2: what leads over to it ("on Saturday", "however,") and when it was said is no part of it.
"""The first and last word of what is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.cues import load_cues
from dragoman.evidence.order import FEWEST, NOMINAL, SAYING, STOPS, UNITS, begins, is_finite
from dragoman.evidence.quotes import Quote

_WHICH = frozenset({"last", "this", "next", "earlier"})
#: Words by which a content goes on, whatever a tree hangs them on.
_GOING_ON = frozenset(
    "in to on but that with as for against over following during if like about from at than of under".split()
)
_INSIDE = frozenset({"nsubj", "compound"})  #: relations of a day that is spoken of itself
_PHRASE = 6  #: words from a comma to the noun that it joins
_ADDRESSEE = 12  #: words from "told" to what is told
_ASKING = frozenset({"how", "that", "what", "whether", "why"})
#: Words that open a clause which only leads in another.
_SUBORDINATE = frozenset(
    "after although as because if once since though unless until when while".split()
)


def mended(sentence: Sentence, clause: Clause, said: Span, quotes: Sequence[Quote]) -> Span:
    """*said* with what belongs to it by word order, on both of its sides.

    To its start, what stands between the cue and it; to its end, the rest of the
    sentence where no mark but that of an inner quotation parts the two.
    """
    tokens, cue = sentence.tokens, clause.head
    if said.start < clause.token.span.end:
        return said
    said = _led_by(sentence, said)
    if clause.lemma == "tell":
        said = _behind_addressee(sentence, said)
    first = next(t for t in tokens if t.span.end > said.start)
    gap = tokens[cue + 1 : first.i]
    while gap and gap[-1].text in ("“", '"', "‘", "''"):
        gap = gap[:-1]  # "said voter fraud “would be …”"
    plain = all(t.pos != "PUNCT" for t in gap) and gap and gap[0].pos in ("DET", "PRON", "PROPN")
    plain = plain and first.text != "that"  # "said this week that": the week is no part of it
    if plain and clause.lemma in SAYING and gap[0].text not in WEEKDAYS:
        said = Span(gap[0].span.start, said.end)
    if (begun_at := _behind_day(gap)) is not None and clause.lemma in SAYING:
        said = Span(begun_at.span.start, said.end)
    rest = [t for t in tokens if t.span.start >= said.end]
    inner = any(said.start < q.span.start and q.inner.end <= said.end + 2 for q in quotes)
    while rest and inner and rest[0].text in ("”", '"', "’", "'"):
        rest = rest[1:]
    if len(rest) > 3 and rest[0].text == "and" and rest[1].text == "that" == tokens[first.i].text:
        below = sentence.subtree(rest[1].head) if rest[1].relation == "mark" else []
        if below and below[0] == rest[0].i:  # "said that … and that …"
            return Span(said.start, tokens[below[-1]].span.end)
    if rest and rest[0].text == "," and clause.lemma != "ask" and _leads_in(tokens, said, rest):
        return Span(said.start, _closing_mark(rest) or sentence.span.end)
    if len(rest) > 4 and rest[0].text == "," and rest[1].text in ("and", "but"):
        if rest[2].text == "that" and rest[2].relation == "mark":  # "said …, and that …"
            below = sentence.subtree(rest[2].head)
            return Span(said.start, tokens[below[-1]].span.end) if below[-1] > rest[2].i else said
    if not rest or rest[0].pos == "PUNCT" or rest[0].text.lower() == "and":
        return said
    if rest[0].pos == "CCONJ" and _says_more(rest[1:]):
        return said  # "said they want “justice,” [but pledged] …"
    begun = clause.lemma in SAYING and not has_verb(
        sentence, said
    )  # "said [its wealth] in May was"
    if rest[0].pos in ("CCONJ", "ADP") and not inner and not begun:
        return said
    if clause.lemma in SAYING or inner:
        stop = next((t for t in rest if t.text in STOPS), None)
        return Span(said.start, stop.span.start if stop is not None else sentence.span.end)
    return said


def _says_more(rest: Sequence[Token]) -> bool:
    """Whether a word of saying without a subject comes first: the speaker's next act."""
    word = next((t for t in rest if t.pos not in ("ADV", "AUX")), None)
    return word is not None and word.pos == "VERB" and ("verb", word.lemma.lower()) in load_cues()


def _leads_in(tokens: Sequence[Token], said: Span, rest: Sequence[Token]) -> bool:
    """Whether *said* is but the adjunct before its main clause: "said that [by May], it would go"."""
    inside = [t for t in tokens if said.holds(t.span)]
    if len(inside) == 1:
        return inside[0].text.lower() in _ASKING  # "described how, growing up, he …"
    that = inside[0].text.lower() == "that"
    first = inside[1 if that and len(inside) > 1 else 0]
    low = first.text.lower()
    if low in _SUBORDINATE and first.relation == "mark":
        return len(rest) > FEWEST and begins(rest[1:])
    return (that or first.pos == "ADP") and not is_finite(inside) and is_finite(rest)


def _closing_mark(rest: Sequence[Token]) -> int | None:
    """Where a quotation that began before *rest* ends in it."""
    marks = [t for t in rest if t.text in ("“", "”", '"')]
    closed = marks and (marks[0].text == "”" or (marks[0].text == '"' and len(marks) % 2))
    return marks[0].span.start if closed else None


def _behind_day(gap: Sequence[Token]) -> Token | None:
    """Where a clause begins behind "on Saturday": "said on Saturday [it had proof] that …"."""
    words = gap[1:] if gap and gap[0].pos == "ADP" else gap
    if len(words) < 3 or words[0].text not in WEEKDAYS or words[1].pos not in NOMINAL | {"DET"}:
        return None
    verb = any(t.pos in ("VERB", "AUX") for t in words[2:])
    plain = all(t.pos != "PUNCT" or t.text in ("“", "”", '"') for t in words)
    return words[1] if verb and plain else None


def has_verb(sentence: Sentence, said: Span) -> bool:
    """Whether a verb stands in *said*: a clause, and not only a name for something."""
    held = (t for t in sentence.tokens if said.holds(t.span))
    return any(t.pos in ("VERB", "AUX") and t.relation != "amod" for t in held)


def unbroken(sentence: Sentence, clause: Clause, said: Span) -> Span:
    """*said*, behind its cue, with the phrase that goes on from it without a mark."""
    if said.start < clause.token.span.end:
        return said
    rest = [t for t in sentence.tokens if t.span.start >= said.end]
    if not rest or rest[0].text.lower() not in _GOING_ON or rest[0].span.start > said.end + 1:
        return said
    low, after = rest[0].text.lower(), rest[1] if len(rest) > 1 else rest[0]
    if low == "but" and after.pos in ("VERB", "AUX", "ADV"):
        return said  # what the speaker does next: "but declined to say"
    stop = next((t for t in rest if _pauses(sentence, clause, t)), None)
    if after.text in WEEKDAYS and (stop is None or stop.i <= after.i + 1):
        return said  # when it was said
    return Span(said.start, stop.span.start if stop is not None else sentence.span.end)


def quoted_on(sentence: Sentence, clause: Clause, said: Span, quotes: Sequence[Quote]) -> Span:
    """*said* with the noun behind a quoted word or two in it: "the “old and tired” [moves of Chad]"."""
    last = next((q for q in quotes if q.closed and q.inner.end == said.end), None)
    if last is None or not clause.token.span.end <= said.start < last.span.start:
        return said
    rest = [t for t in sentence.tokens if t.span.start >= last.span.end]
    if not rest or rest[0].pos != "NOUN" or rest[0].text in WEEKDAYS:
        return said
    stop = next((t for t in rest if _pauses(sentence, clause, t)), None)
    return Span(said.start, stop.span.start if stop is not None else sentence.span.end)


def listed(sentence: Sentence, clause: Clause, said: Span) -> Span:
    """*said*, a thing behind its cue, with what a comma or "and" joins to it: "the raids, [and a need to …]"."""
    if said.start < clause.token.span.end:
        return said
    tokens = sentence.tokens
    inside = {t.i for t in tokens if said.holds(t.span)}
    while (more := _joined(sentence, clause, inside)) is not None:
        inside |= set(range(max(inside) + 1, max(sentence.subtree(more.i)) + 1))
    return Span(said.start, tokens[max(inside)].span.end) if inside else said


def _joined(sentence: Sentence, clause: Clause, inside: set[int]) -> Token | None:
    """What is joined right behind the tokens *inside*: to one of them, or as a thing to the cue itself."""
    last = max(inside, default=len(sentence.tokens))
    rest = [t for t in sentence.tokens[last + 1 : last + 4] if t.text == "," or t.pos == "CCONJ"]
    if not rest or rest[0].i != last + 1:
        return None
    for token in sentence.tokens[last + 2 : last + 2 + _PHRASE]:
        thing = token.pos in NOMINAL and not sentence.child(token.i, "nsubj", "cop")
        if token.relation == "conj" and thing and token.head in inside | {clause.head}:
            return token if sentence.subtree(token.i)[0] == last + 1 else None
    return None


def _pauses(sentence: Sentence, clause: Clause, token: Token) -> bool:
    """Whether a mark stands here, or the speaker's next act begins: "[and] said …"."""
    if token.pos == "CCONJ":
        heads = sentence.tokens[token.i + 1 : token.i + 3]
        return any(
            t.head == clause.head and t.relation == "conj" and t.pos == "VERB" for t in heads
        )
    return token.pos == "PUNCT" and token.text != "-"


_LATER = re.compile(
    r", (?:only )?(?:(?:just )?(?:a|an|one|two|three|several|a few|some) )?"
    r"(?:hours?|days?|weeks?|months?|years?) (?:after|before)\b"
)


def undated(text: str, said: Span) -> Span:
    """*said* without ", a day after …": when it was said, not what."""
    found = _LATER.search(text, said.start, said.end)
    return said if found is None else Span(said.start, found.start())


def _behind_addressee(sentence: Sentence, said: Span) -> Span:
    """*said* from "how" or "that" on, if only whom and when it was told stands before."""
    inside = [t for t in sentence.tokens if said.holds(t.span)]
    for token in inside[:_ADDRESSEE]:
        if token.i > inside[0].i and token.text.lower() in _ASKING:
            return Span(token.span.start, said.end)
        if token.pos in ("VERB", "AUX", "PUNCT", "SCONJ"):
            break
    return said


def _led_by(sentence: Sentence, said: Span) -> Span:
    """*said* without "however," or "last month" before its "that" or its subject."""
    inside = [t for t in sentence.tokens if said.holds(t.span)]
    for before_that, that in pairwise(inside[:8]):
        if before_that.text == "," and that.text == "that":
            return Span(that.span.start, said.end)
    days = inside[1:] if inside and inside[0].text.lower() == "on" else inside
    dated = (
        len(days) > 3
        and days[0].text in WEEKDAYS
        and (days[0].dep not in _INSIDE or days[1].text in UNITS)
    )
    if dated and days[1].pos not in ("PART", "PUNCT"):
        # "said [on Saturday morning] it had proof"
        return Span(days[2 if days[1].text in UNITS else 1].span.start, said.end)
    if len(inside) > 3 and inside[0].text in UNITS and inside[1].pos in ("DET", "PRON"):
        return Span(inside[1].span.start, said.end)  # the "morning" of a day left outside
    if len(inside) > 3 and inside[0].text.lower() in _WHICH and inside[1].text.lower() in UNITS:
        return Span(inside[2].span.start, said.end)
    return said
