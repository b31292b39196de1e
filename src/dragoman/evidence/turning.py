# “We are ready,” he said. “Chad shelled us. You must leave now.”: speech that says several things.
# Rule 1: a claim is one statement with one stance. Where speech turns to deny, demand, threaten or
#   foresee, it is a claim of its own by the same words, if an act is told before or behind the turn,
#   or if both sides of it are long enough to say something.
# Rule 2: so is a sentence that tells an act, if the speech before it has told one already.
# Rule 3: all else that is said in one breath stays one claim: sentences that add a reason or a mood
#   say nothing alone.
"""Part direct speech into its statements."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.span import Span
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim
from dragoman.evidence.page import Page
from dragoman.evidence.speakers import trimmed
from dragoman.evidence.spoken import spoken_stance

_MARKS = 2  #: marks and spaces that may open a sentence before its first word
_FEWEST = 6  #: words of a sentence that says something of its own, though it tells no act
_TURNS = frozenset({"accuses", "promises", "denies", "demands", "threatens", "predicts"})


@dataclass(slots=True)
class _Statement:
    """Sentences that are one claim. *tells*: one of them tells an act."""

    sentences: list[Span]
    stance: str
    tells: bool


def turned(page: Page, events: Sequence[Event]) -> None:
    """Part the claims of *page* by the acts that they tell and by their stance."""
    triggers = sorted(event.trigger.start for event in events)
    page.made = [part for claim in page.made for part in _parts(page, claim, triggers)]


def _parts(page: Page, claim: Claim, triggers: Sequence[int]) -> Iterator[Claim]:
    cut = list(_sentences(page, claim)) if claim.quoted else []
    if len(cut) < 2:
        yield claim
        return
    made: list[_Statement] = []
    for sentence in cut:
        k = bisect_left(triggers, sentence.start)
        tells = k < len(triggers) and triggers[k] < sentence.end
        stance = _stance(page, claim, sentence)
        now = made[-1] if made else None
        turns = now is not None and stance != now.stance and stance in _TURNS
        full = now is not None and all(_says_more(page.text, s) for s in (*now.sentences, sentence))
        if now is None or (tells and (now.tells or turns)) or (turns and (now.tells or full)):
            made.append(_Statement([sentence], stance, tells))
        else:
            now.sentences.append(sentence)
            now.tells |= tells
    for statement in made:
        yield claim if len(made) == 1 else _part(page.text, claim, statement)


def _says_more(text: str, sentence: Span) -> bool:
    """Whether a sentence is long enough to say something of its own: no "Believe me"."""
    return len(sentence.of(text).split()) >= _FEWEST


def _part(text: str, claim: Claim, statement: _Statement) -> Claim:
    pieces: list[Span] = []
    for sentence in statement.sentences:
        if pieces and any(p.holds(pieces[-1]) and p.holds(sentence) for p in claim.pieces):
            pieces[-1] = Span(pieces[-1].start, sentence.end)
        else:
            pieces.append(sentence)
    pieces = [trimmed(text, piece) for piece in pieces]
    longest, *rest = sorted(pieces, key=lambda p: (p.start - p.end, p.start))
    made = content_id("claim", claim.cue.start, claim.cue.end, longest.start, longest.end)
    more = tuple(sorted(rest))
    return replace(claim, id=made, content=longest, more=more, stance=statement.stance)


def _sentences(page: Page, claim: Claim) -> Iterator[Span]:
    """What *claim* says, sentence by sentence; of a sentence that the cue breaks, both parts."""
    for piece in claim.pieces:
        first = bisect_left(page.sentences, piece.start, key=lambda s: s.span.end - 1)
        for sentence in page.sentences[first:]:
            start, end = max(sentence.span.start, piece.start), min(sentence.span.end, piece.end)
            if sentence.span.start >= piece.end:
                break
            if start < end:
                yield Span(start, end)


def _stance(page: Page, claim: Claim, piece: Span) -> str:
    """The stance of a piece; one that shares its sentence with the cue, or goes on with one, has its claim's."""
    at = bisect_left(page.sentences, piece.start, key=lambda s: s.span.end - 1)
    sentence = page.sentences[at].span
    begins = page.text[piece.start].isupper() and piece.start - sentence.start <= _MARKS
    if not begins or sentence.holds(claim.cue):
        return claim.stance
    return spoken_stance(page.text, page.sentences, piece)
