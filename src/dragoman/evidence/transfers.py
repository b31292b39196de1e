# Goods and help that pass, are offered, asked for, denied or refused.
# First version: from AID events (and the trade in energy and arms among
# COOPERATE), with the item read from the slots of the clause's evidence.
"""Transfers: supplier, recipient, item, status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.alphabet.span import Span
from dragoman.clauses.inflection import bases
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim

CLASSES = ("arms", "money", "energy", "humanitarian", "technology", "people", "other")
_WORD = re.compile(r"[^\W\d_][\w-]*")
_BY_STATUS = {
    "actual": "actual",
    "possible": "planned",
    "requested": "requested",
    "negated": "refused",
}


@dataclass(frozen=True, slots=True)
class Transfer:
    """Something that one side gives another, or is said to."""

    supplier: str | None  #: code
    recipient: str | None
    item: str
    kind: str  #: one of CLASSES
    status: str  #: actual denied alleged planned requested refused
    span: Span
    claim_id: str | None


@cache
def load_items() -> dict[str, str]:
    """Goods by lemma and their class.

    Raises: AlmanacError for a class that is none.
    """
    path = ALMANAC / "evidence" / "items.csv"
    made = {}
    for line, row in rows(path, ("item", "class")):
        if row["class"] not in CLASSES:
            raise AlmanacError(
                path, line, f"class is {row['class']!r}.", f"Use {', '.join(CLASSES)}."
            )
        made[row["item"]] = row["class"]
    return made


def find_transfers(
    text: str, events: Sequence[Event], claims: Sequence[Claim]
) -> tuple[Transfer, ...]:
    """Return the transfers that events of material help and trade tell of.

    A pair of codes makes one transfer; an event without both sides makes none.
    """
    by_id = {c.id: c for c in claims}
    found = []
    for event in events:
        if event.type not in ("AID", "COOPERATE"):
            continue
        item = _item(text, event)
        if item is None:
            continue
        words, kind = item
        if event.type == "COOPERATE" and kind not in ("arms", "energy", "technology"):
            continue
        claim = by_id.get(event.claim_id or "")
        for giver in event.actor:
            for taker in event.recipient:
                if giver.code and taker.code and giver.code != taker.code:
                    found.append(
                        Transfer(
                            giver.code,
                            taker.code,
                            words,
                            kind,
                            _status(event, claim),
                            event.span,
                            event.claim_id,
                        )
                    )
    return tuple(found)


def _status(event: Event, claim: Claim | None) -> str:
    if claim is not None and claim.stance == "denies":
        return "denied"
    if event.status == "actual" and claim is not None and claim.stance == "accuses":
        return "alleged"
    return _BY_STATUS[event.status]


def _item(text: str, event: Event) -> tuple[str, str] | None:
    """The first good that the evidence names outside its parties, with its class."""
    items = load_items()
    parties = [p.span for p in (*event.actor, *event.recipient) if p.kind == "actor"]
    for match in _WORD.finditer(text, event.span.start, event.span.end):
        word = Span(*match.span())
        if event.trigger.touches(word) or any(p.touches(word) for p in parties):
            continue
        for form in bases(match.group(0)):
            if form in items:
                return match.group(0), items[form]
    return None
