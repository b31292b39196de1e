"""Which claims lie around or inside a span, without asking each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dragoman.alphabet.span import Span
from dragoman.entities.coreference import FIRST_PERSON
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim, Speaker

#: Those whom speech names without naming anybody: “you know”, “people think”.
_ANYBODY = frozenset({"you", "it", "people", "one", "anyone", "everyone", "everybody", "nobody"})


class Cover:
    """The contents of claims, ready to be asked. Answers cost what they return, nearly."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = sorted(claims, key=lambda c: c.content)
        self._starts = [c.content.start for c in self._claims]
        #: the furthest end of all contents up to each one: where looking back may stop
        self._reach: list[int] = []
        for claim in self._claims:
            before = self._reach[-1] if self._reach else 0
            self._reach.append(max(before, claim.content.end))

    def touching(self, span: Span) -> list[Claim]:
        """The claims whose content shares a character with *span*."""
        found = []
        k = bisect_left(self._starts, span.end) - 1
        while k >= 0 and self._reach[k] > span.start:
            if self._claims[k].content.touches(span):
                found.append(self._claims[k])
            k -= 1
        return found

    def innermost(self, *spans: Span, but: Claim | None = None) -> Claim | None:
        """The smallest claim whose content holds all *spans*."""
        around = [
            c
            for c in self.touching(spans[0])
            if c is not but and all(c.content.holds(s) for s in spans)
        ]
        return min(around, key=lambda c: c.content.end - c.content.start, default=None)


def nest(made: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give each claim its parent: the smallest whose content holds its cue and its content.

    What a speaker says of himself is no claim of its own: "he said he hopes", “I think”.
    """
    distinct = list({(c.cue, c.content): c for c in made}.values())
    cover = Cover(distinct)
    distinct = [c for c in distinct if not _of_himself(c, cover.innermost(c.cue, but=c))]
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


def _of_himself(claim: Claim, around: Claim | None) -> bool:
    """Whether *claim* is the speaker's own turn of phrase inside what he says."""
    if around is None:
        return False
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

    def inside(content: Span) -> tuple[str, ...]:
        part = ordered[bisect_left(starts, content.start) : bisect_right(starts, content.end)]
        return tuple(e.id for e in part if content.holds(e.trigger))

    cover = Cover(claims)
    linked = tuple(replace(c, event_ids=inside(c.content)) for c in claims)
    carried = []
    for event in events:
        inner = cover.innermost(event.trigger)
        carried.append(replace(event, claim_id=inner.id) if inner else event)
    return linked, tuple(carried)
