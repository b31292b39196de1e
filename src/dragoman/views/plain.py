# Readings as plain JSON values: the schema of the front door, in one place.
# Rule 1: keys and their order are the contract; a new one is added at the end.
# Rule 2: offsets are half-open, in characters of the text that was passed in, and what is
#   shown with them are these characters, also where the stages read others (a line feed
#   of Windows, a mark without width). Only a pronoun's speaker shows a name instead.
"""Turn the parts of a reading into dicts, lists, strings and numbers."""

from __future__ import annotations

from typing import Any

from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.clean import printable
from dragoman.body.passage import Noise
from dragoman.entities.actor import Mention, Party
from dragoman.events.dates import Time
from dragoman.events.event import Event
from dragoman.evidence.agreements import Agreement
from dragoman.evidence.claim import Claim
from dragoman.evidence.transfers import Transfer
from dragoman.relations.relation import Relation

Plain = dict[str, Any]


def span(text: str, where: Span | None, shown: str | None = None) -> Plain:
    """A span with its characters; *shown* replaces them where they are resolved ("he")."""
    if where is None:
        return {"text": shown or "", "start": None, "end": None}
    own = where.of(text)
    resolved = shown is not None and shown != printable(own)
    return {"text": shown if resolved else own, "start": where.start, "end": where.end}


def party(text: str, value: Party) -> Plain:
    """One side of an event."""
    return {
        "text": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
        "name": value.name,
        "code": value.code,
        "country": value.country,
        "sector": value.sector,
    }


def event(text: str, value: Event) -> Plain:
    """One event, as in the contract. ``counts`` is told where it is false alone."""
    return {
        "id": value.id,
        "type": value.type,
        "mode": value.mode,
        "contexts": list(value.contexts),
        "quad": value.quad,
        "score": value.score,
        "actor": [party(text, p) for p in value.actor],
        "recipient": [party(text, p) for p in value.recipient],
        "status": value.status,
        "historical": value.historical,
        "date": value.date,
        "date_precision": value.date_precision,
        "location": value.location,
        "trigger": span(text, value.trigger),
        "evidence": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
        "rule": value.rule,
        "confidence": value.confidence,
        "claim_id": value.claim_id,
        "reciprocal": value.reciprocal,
    } | ({} if value.counts else {"counts": False})


def claim(text: str, value: Claim) -> Plain:
    """One claim. A pronoun's speaker shows the name it stands for, at the pronoun's place."""
    speaker = span(text, value.speaker.span, value.speaker.text)
    speaker |= {"name": value.speaker.name, "code": value.speaker.code}
    compared: Plain | None = None
    if (topic := value.topic) is not None:
        other = topic.b.of(text) if topic.b is not None else None
        compared = {"kind": "capability", "a": topic.a.of(text), "b": other}
        compared["property"] = topic.property.of(text)
    return {
        "id": value.id,
        "speaker": speaker,
        "cue": span(text, value.cue),
        "content": span(text, value.content),
        "stance": value.stance,
        "quoted": value.quoted,
        "parent_id": value.parent_id,
        "event_ids": list(value.event_ids),
        "more": [span(text, piece) for piece in value.more],
        "topic": compared,
    }


def transfer(text: str, value: Transfer) -> Plain:
    """One transfer."""
    return {
        "supplier": value.supplier,
        "recipient": value.recipient,
        "item": value.item,
        "class": value.kind,
        "status": value.status,
        "evidence": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
        "claim_id": value.claim_id,
    }


def agreement(text: str, value: Agreement) -> Plain:
    """One agreement."""
    return {
        "name": value.name,
        "parties": list(value.parties),
        "withdrawn": list(value.withdrawn),
        "negotiating": list(value.negotiating),
        "date": value.date,
        "evidence": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
    }


def relation(text: str, value: Relation) -> Plain:
    """One relation."""
    return {
        "a": value.a,
        "b": value.b,
        "sign": value.sign,
        "score": value.score,
        "event_ids": list(value.event_ids),
        "statements": [
            {
                **span(text, s.span), "sign": s.sign, "strength": s.strength, "status": s.status,
                "trigger": span(text, s.trigger),
            }
            for s in value.statements
        ],
    }  # fmt: skip


def time(text: str, value: Time) -> Plain:
    """One time expression."""
    return {
        "text": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
        "value": value.value,
        "precision": value.precision,
    }


def noise(text: str, value: Noise) -> Plain:
    """One piece of the page that is no report."""
    return {
        "text": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
        "kind": value.kind,
        "fixed": value.fixed,
    }


def mention(text: str, value: Mention) -> Plain:
    """One mention of a known name."""
    return {
        "text": value.span.of(text),
        "start": value.span.start,
        "end": value.span.end,
        "name": value.name,
        "code": value.code,
        "country": value.country,
        "sector": value.sector,
        "kind": value.kind,
    }


def skipped(text: str, value: Skipped) -> Plain:
    """One thing passed over, and why; its text is cut as the stage cut it."""
    return {
        "stage": value.stage,
        "reason": value.reason,
        "text": value.span.of(text)[: len(value.text)] if value.span else value.text,
        "start": value.span.start if value.span else None,
        "end": value.span.end if value.span else None,
    }
