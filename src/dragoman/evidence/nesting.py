"""Which claims lie around or inside a span, without asking each of them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.alphabet.span import Span
from dragoman.entities.pronouns import FIRST_PERSON
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim, Speaker

#: Those whom speech names without naming anybody: “you know”, “people think”.
_ANYBODY = frozenset({"you", "it", "people", "one", "anyone", "everyone", "everybody", "nobody"})

_OPEN = frozenset({"questions", "declines"})
_ASKED = re.compile(r"(?:whether|if)\b")
_BODILY = frozenset({"it", "they"})
_PASSED_ON = 5  #: characters before the speaker of what is passed on: "that "
_WHOLE = 2  #: words of what is passed on, from which it is a statement and no mere topic


class Cover:
    """The contents of claims, ready to be asked. Answers cost what they return, nearly."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._said = sorted(((p, c) for c in claims for p in c.pieces), key=lambda said: said[0])
        self._starts = [piece.start for piece, _ in self._said]
        #: the furthest end of all pieces up to each one: where looking back may stop
        self._reach: list[int] = []
        for piece, _ in self._said:
            before = self._reach[-1] if self._reach else 0
            self._reach.append(max(before, piece.end))

    def touching(self, span: Span) -> list[Claim]:
        """The claims of which a piece shares a character with *span*."""
        return [claim for _, claim in self._touching(span)]

    def _touching(self, span: Span) -> list[tuple[Span, Claim]]:
        found = []
        k = bisect_left(self._starts, span.end) - 1
        while k >= 0 and self._reach[k] > span.start:
            if self._said[k][0].touches(span):
                found.append(self._said[k])
            k -= 1
        return found

    def innermost(self, *spans: Span, but: Claim | None = None) -> Claim | None:
        """The claim whose smallest piece holds all *spans*."""
        around = [
            (piece, c)
            for piece, c in self._touching(spans[0])
            if c is not but and all(piece.holds(s) for s in spans)
        ]
        best = min(around, key=lambda said: said[0].end - said[0].start, default=None)
        return best[1] if best is not None else None


def nest(text: str, made: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give each claim its parent: the smallest whose content holds its cue and its content.

    What a speaker says of himself is no claim of its own: "he said he hopes", “I think”;
    nor what he takes others to think, or lets people say whom the register does not know.
    """
    distinct = list({(c.cue, c.content): c for c in made}.values())
    cover = Cover(distinct)
    distinct = [c for c in distinct if _stands(text, c, cover.innermost(c.cue, but=c))]
    cover = Cover(distinct)
    nested = []
    for claim in distinct:
        parent = cover.innermost(claim.content, claim.cue, but=claim)
        if parent is None:
            nested.append(claim)
            continue
        speaker = claim.speaker
        if speaker.text.lower() in FIRST_PERSON and parent.quoted:
            around = parent.speaker
            speaker = Speaker(around.text, speaker.span, around.name, around.code)
        nested.append(replace(claim, parent_id=parent.id, speaker=speaker))
    return tuple(nested)


def _stands(text: str, claim: Claim, around: Claim | None) -> bool:
    """Whether *claim*, made inside what somebody says, is a claim of its own."""
    if around is None:
        return True
    if _of_himself(claim, around) or claim.mind:
        return False
    if around.stance in _OPEN and _ASKED.match(around.content.of(text)):
        return False  # "would not say whether Egypt had asked for help": nobody says that it had
    if claim.speaker.span is not None and claim.speaker.span.of(text).lower() in _BODILY:
        return False  # "it" in what somebody says may be he himself
    # "Reuters reported that a minister had said …": passed on whole, by a source of its own.
    start = claim.speaker.span.start if claim.speaker.span is not None else claim.cue.start
    first = 0 <= start - around.content.start <= _PASSED_ON
    passed_on = first or text[:start].endswith(" that ")
    whole = len(claim.content.of(text).split()) >= _WHOLE
    return passed_on and whole and (claim.speaker.code is not None or not around.quoted)


def _of_himself(claim: Claim, around: Claim) -> bool:
    """Whether *claim* is the speaker's own turn of phrase inside what he says."""
    who = claim.speaker.text.lower()
    if claim.speaker.span is None or who in _ANYBODY or (around.quoted and who in FIRST_PERSON):
        return True
    return who == around.speaker.text.lower()


def link(
    claims: Sequence[Claim], events: Sequence[Event]
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Tell claims which events lie in their content, and events which claim carries them."""
    ordered = sorted(events, key=lambda e: e.trigger)
    starts = [e.trigger.start for e in ordered]

    def inside(claim: Claim) -> tuple[str, ...]:
        found: list[str] = []
        for piece in claim.pieces:
            part = ordered[bisect_left(starts, piece.start) : bisect_right(starts, piece.end)]
            found += [e.id for e in part if piece.holds(e.trigger)]
        return tuple(dict.fromkeys(found))

    return tuple(replace(c, event_ids=inside(c)) for c in claims), carried(claims, events)


def carried(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Event, ...]:
    """The events, each with the claim that carries it."""
    cover = Cover(claims)
    found = ((event, cover.innermost(event.trigger)) for event in events)
    return tuple(replace(event, claim_id=c.id) if c else event for event, c in found)
