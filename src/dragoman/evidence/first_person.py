# "We urge both governments to …": who is "we"?
# Rule 1: inside a quotation it is whoever is quoted; outside one it is whoever publishes the text
#   (entities/publisher.py), or nobody that the report names, and the words stay without a code.
# Rule 2: "the time has come for …" is asked by whoever says it, quoted or not.
# Rule 3: an act that then has no known party, or one of words that nobody known says, is passed
#   over, and listed.
"""Give the acts of "I" and "we", and acts done by saying them, to their speaker."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from dragoman.alphabet.settings import SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.register import load_register
from dragoman.events.draft import distinct
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim, Speaker


def settle(
    text: str,
    claims: Sequence[Claim],
    events: Sequence[Event],
    voices: Mapping[str, Speaker] = MappingProxyType({}),
) -> tuple[tuple[Event, ...], tuple[Skipped, ...]]:
    """Return *events* with every party of the code SPEAKER named or left open; and what went.

    A party in the first person gets the name and code of the innermost quotation's
    speaker, or of whoever publishes the text (*voices*, by event), and keeps its own characters; one who acts by saying it has the speaker's.
    """
    by_id = {claim.id: claim for claim in claims}
    kept: list[Event] = []
    skipped: list[Skipped] = []
    for event in events:
        if not any(p.code == SPEAKER for p in (*event.actor, *event.recipient)):
            kept.append(event)
            continue
        speaker = _quoted(text, event, by_id) or voices.get(event.id)
        deed = any(_is_deed(p, event) for p in event.actor)
        actor = distinct(_actors(event, speaker, by_id))
        recipient = tuple(
            p
            for p in distinct(_named(p, speaker) for p in event.recipient)
            if p.code is None or all(p.code != a.code for a in actor)
        )
        if any(p.known for p in ((*actor, *recipient) if not deed else actor)):
            kept.append(replace(event, actor=actor, recipient=recipient))
        else:
            words = event.trigger.of(text)[:SHOWN]
            reason = f"who says it is not known, for {event.rule}"
            skipped.append(Skipped("evidence", reason, event.trigger, words))
    return tuple(kept), tuple(skipped)


def _quoted(text: str, event: Event, by_id: dict[str, Claim]) -> Speaker | None:
    """The speaker of the innermost quotation around the event, or of words before "the minister said"."""
    claim = by_id.get(event.claim_id or "")
    seen = set()
    while claim is not None and claim.id not in seen:
        if claim.quoted or _stated(text[claim.cue.end : claim.content.start]):
            return claim.speaker
        if claim.speaker.code and claim.content.end <= claim.cue.start:
            return claim.speaker  # "We urge it to leave, the minister said": told without marks
        seen.add(claim.id)
        claim = by_id.get(claim.parent_id or "")
    return None


def _stated(between: str) -> bool:
    """Whether a statement goes on: a colon follows its cue, or a colon and whole paragraphs."""
    gap = between.strip()
    return gap == ":" or (gap.startswith(":") and between.endswith("\n"))


def _actors(event: Event, speaker: Speaker | None, by_id: dict[str, Claim]) -> Iterator[Party]:
    """Who acts: those named, *speaker* for "I" and "we", and the one who says it for a deed of words."""
    for party in event.actor:
        if not _is_deed(party, event):
            yield _named(party, speaker)
        elif (claim := by_id.get(event.claim_id or "")) is not None and claim.speaker.span:
            said_by = claim.speaker
            yield _named(replace(party, text=said_by.text, span=claim.speaker.span), said_by)


def _is_deed(party: Party, event: Event) -> bool:
    """Whether a party stands for the one who does it by saying it."""
    return party.code == SPEAKER and party.span.start == event.trigger.start


def _named(party: Party, speaker: Speaker | None) -> Party:
    if party.code != SPEAKER:
        return party
    if speaker is None or speaker.code is None:
        return replace(party, code=None)
    country, _, sector = speaker.code.partition("-")
    state = country in load_register().names
    return replace(
        party,
        name=speaker.name,
        code=speaker.code,
        country=country if state else None,
        sector=(sector or None) if state else None,
    )
