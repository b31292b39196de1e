# "Armenia said X had shelled a village, a charge Baku denied": what is said of a statement beside it.
# Rule 1: behind a comma stand a noun for something said, a name and a verb that takes it up or
#   denies it, and nothing else up to the next mark.
# Rule 2: its content is what was said before the comma, by whoever said it.
# Rule 3: "which Baku denied" and "something Baku denied" name no statement: only where somebody has just
#   made one do they deny it.
"""Statements taken up in an apposition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.evidence.cues import load_cues
from dragoman.evidence.order import head_of
from dragoman.evidence.page import Page
from dragoman.evidence.said import load_stances

SAID = frozenset(
    "account accusation allegation assertion charge claim complaint contention explanation insinuation "
    "report statement story suggestion version".split()
)
#: Words that take up the whole of what was said.
_ALL_OF_IT = frozenset({"which", "something"})
_TAKING_UP = SAID | {f"{word}s" for word in SAID} | _ALL_OF_IT
#: Stances of what may be true or not.
_STATING = frozenset({"accuses", "asserts", "boasts", "predicts"})
_TAKEN_UP = frozenset({"repeat", "echo", "reiterate", "make", "raise", "support", "back"})
_CALLING = frozenset({"call", "describe", "dismiss", "brand", "label"})
_NAMING = frozenset({"NOUN", "PROPN", "DET", "ADJ", "NUM", "ADP", "CCONJ", "PART"})
_STOPS = frozenset({",", ".", ";", ":", "–", "—", "”", '"', "?", "!"})
_LONGEST = 14  #: words of such an apposition


@dataclass(frozen=True, slots=True)
class Charge:
    """An apposition of a statement: where it starts, who takes it up, by which verb."""

    start: int  #: the token behind its comma
    noun: Token
    speaker: int
    cue: Token
    stance: str  #: "" where he says the same as the one before him


def charges(sentence: Sentence) -> Iterator[Charge]:
    """Yield the appositions of *sentence* by which somebody takes up or denies what is said."""
    if sentence.words.isdisjoint(_TAKING_UP):
        return
    tokens = sentence.tokens
    for noun in tokens[3:]:
        low = noun.text.lower()
        if low not in _TAKING_UP:
            continue
        start = noun.i - 1
        while start > 0 and tokens[start].pos in ("DET", "ADJ") and noun.i - start < 3:
            start -= 1
        if tokens[start].text not in (",", "–", "—") or start < 3:
            continue
        if (found := _taken_up(tokens, noun)) is not None:
            speaker, cue, stance = found
            yield Charge(start + 1, noun, speaker, cue, stance)


def _taken_up(tokens: Sequence[Token], noun: Token) -> tuple[int, Token, str] | None:
    rest = tokens[noun.i + 1 : noun.i + _LONGEST]
    if rest and rest[0].text.lower() in ("that", "which"):
        rest = rest[1:]
    end = next((k for k, t in enumerate(rest) if t.text in _STOPS), len(rest))
    who: list[Token] = []
    for token in rest[:end]:
        if token.pos in ("VERB", "AUX") and who:
            break
        if token.pos not in _NAMING:
            return None
        who.append(token)
    speaker = head_of(who) if who else None
    verbs = [t for t in rest[len(who) : end] if t.pos == "VERB"]
    if speaker is None or len(verbs) != 1 or who[0].pos == "ADP":
        return None
    cue = verbs[0]
    forms = {cue.lemma.lower(), *bases(cue.text)}
    known = [load_cues()["verb", f] for f in forms if ("verb", f) in load_cues()]
    if any(c.stance == "denies" for c in known):
        return speaker, cue, "denies"
    after = {f for t in rest[len(who) : end] for f in (t.text.lower(), *bases(t.text))}
    if forms & _CALLING and any(load_stances().get(w) == "denying" for w in after):
        return speaker, cue, "denies"
    return (speaker, cue, "") if forms & _TAKEN_UP else None


def charged(page: Page, sentence: Sentence) -> None:
    """Add the claims of such appositions; what was said before them ends at their comma."""
    for charge in charges(sentence):
        comma = sentence.tokens[charge.start - 1].span.start
        if charge.noun.text.lower() in _ALL_OF_IT and not _is_told(page, sentence, comma, charge):
            continue
        first = sentence.tokens[charge.start].span.start
        for k, claim in enumerate(page.made):
            if claim.content.start < comma and claim.content.end > first:
                whole = Span(claim.content.start, comma)
                made = content_id("claim", claim.cue.start, claim.cue.end, whole.start, comma)
                page.made[k] = replace(claim, id=made, content=whole)
        own = charge.cue.span
        page.made[:] = [c for c in page.made if not c.cue.touches(own)]
        before = [
            c
            for c in page.made
            if sentence.span.start <= c.content.start and c.content.end <= comma
        ]
        told = max(before, key=lambda c: c.content.end, default=None)
        said = told.content if told is not None else Span(sentence.span.start, comma)
        speaker = page.speakers.of(sentence, charge.speaker, charge.cue.i)
        if speaker is not None and speaker.text:
            accused = charge.noun.lemma.lower() in ("accusation", "allegation", "charge")
            stance = charge.stance or (told.stance if told else "asserts")
            stance = "accuses" if not charge.stance and accused else stance
            page.claim(speaker, own, said, stance, told is not None and told.quoted)


def _is_told(page: Page, sentence: Sentence, comma: int, charge: Charge) -> bool:
    """Whether what somebody else says runs up to the comma, and is denied behind it."""
    told = (c for c in page.made if sentence.span.start <= c.cue.start < comma)
    return charge.stance == "denies" and any(
        c.content.start < comma <= c.content.end + 1 and c.stance in _STATING for c in told
    )
