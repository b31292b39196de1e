# Goods and help that pass, are offered, asked for, denied or refused.
# Rule 1: an event of help or trade is a transfer of the good that its words name.
# Rule 2: sentences tell of transfers without an event ("US aid to Ukraine"): passings.py.
# Rule 3: a good passes once between two sides, however often the words are the same.
"""Transfers: supplier, recipient, item, status."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.clauses.inflection import bases
from dragoman.entities.actor import SPEAKER
from dragoman.entities.parties import Resolver
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim
from dragoman.evidence.goods import told_by
from dragoman.evidence.nesting import Cover
from dragoman.evidence.passing import Passing
from dragoman.evidence.passings import passings
from dragoman.evidence.resumed import Memory

CLASSES = ("arms", "money", "energy", "humanitarian", "technology", "people", "other")
#: Goods whose trade is told by events; others are often only "trade".
_TRADED = ("arms", "energy", "technology")
#: Verbs as often as nouns; the event's sense says whether help passes.
_VERBS = frozenset({"aid", "credit", "fund", "help", "support"})
#: Senses of using up what is another's, whatever their verb.
_TAKING = frozenset({"cooperate.buy-energy-in"})
_WORD = re.compile(r"[^\W\d_][\w-]*")
#: What stands between a sum and the good that it measures.
_MEASURING = re.compile(
    r" (?:in|worth of) (?:\w+ )?"
    r"(?:arms|aid|equipment|hardware|weapons|weaponry|ammunition)\b"
)
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
    return _classed("items.csv", "item")


@cache
def load_help() -> dict[str, str]:
    """Class of the help that events of a sense pass, by the sense's id.

    Raises: AlmanacError for a class that is none.
    """
    return _classed("help.csv", "sense")


def _classed(file: str, column: str) -> dict[str, str]:
    """The classes of a table of the almanac by its *column*."""
    path = ALMANAC / "evidence" / file
    made = {}
    for line, row in rows(path, (column, "class")):
        if row["class"] not in CLASSES:
            hint = f"Use {', '.join(CLASSES)}."
            raise AlmanacError(path, line, f"class is {row['class']!r}.", hint)
        made[row[column]] = row["class"]
    return made


def find_transfers(
    text: str,
    events: Sequence[Event],
    claims: Sequence[Claim],
    sentences: Sequence[Sentence] = (),
    resolver: Resolver | None = None,
) -> tuple[Transfer, ...]:
    """Return the transfers that events and *sentences* tell of, in the order of the text.

    A pair of codes makes one transfer; what has not both sides makes none. Two
    tellings of one transfer are two, unless they share characters.
    """
    told = _by_goods(claims, sentences, resolver) if resolver is not None else []
    told += [t for t in _by_events(text, events, claims) if not _is_told(t, told)]
    return tuple(sorted(told, key=lambda t: t.span))


def _is_told(transfer: Transfer, told: Sequence[Transfer]) -> bool:
    """Whether the same words have told of something between the same sides."""
    return any(t.span.touches(transfer.span) and _sides(t) == _sides(transfer) for t in told)


def _sides(transfer: Transfer) -> set[str]:
    codes = (transfer.supplier, transfer.recipient)
    return {(code or "").partition("-")[0] for code in codes}


def _by_goods(
    claims: Sequence[Claim], sentences: Sequence[Sentence], resolver: Resolver
) -> list[Transfer]:
    cover = Cover(claims)
    memory = Memory(load_items(), resolver.states_in)
    found: list[Transfer] = []
    for sentence in sentences:
        spoken = [_spoken(p, cover) for p in passings(sentence, resolver, load_items())]
        for passing in memory.whole(sentence, [p for p in spoken if p is not None]):
            transfer = _transfer(passing, cover.innermost(passing.trigger))
            if not any(t.kind == passing.kind and _is_told(transfer, [t]) for t in found):
                found.append(transfer)
    return found


def _spoken(passing: Passing, cover: Cover) -> Passing | None:
    """With the code of whoever says "we"; None if that is unknown."""
    claim = cover.innermost(passing.trigger)
    by = claim.speaker.code if claim is not None and claim.quoted else None
    sides = (passing.supplier, passing.recipient)
    if SPEAKER in sides and by is None:
        return None
    supplier, recipient = (by if code == SPEAKER else code for code in sides)
    if supplier and recipient and supplier[:3] == recipient[:3]:
        return None
    return passing.between(supplier, recipient)


def _transfer(passing: Passing, claim: Claim | None) -> Transfer:
    status = passing.status
    if claim is not None and claim.stance == "denies":
        status = "denied"
    elif status == "actual" and claim is not None and claim.stance == "accuses":
        status = "alleged" if not passing.by_noun else status
    return Transfer(
        passing.supplier,
        passing.recipient,
        passing.item,
        passing.kind,
        status,
        passing.span,
        claim.id if claim is not None else None,
    )


def _by_events(text: str, events: Sequence[Event], claims: Sequence[Claim]) -> list[Transfer]:
    by_id = {c.id: c for c in claims}
    found: list[Transfer] = []
    for event in events:
        if event.type not in ("AID", "COOPERATE"):
            continue
        item = _item(text, event)
        if item is None or (event.type == "COOPERATE" and item[1] not in _TRADED):
            kind = load_help().get(event.rule) if event.status != "negated" else None
            item = (event.trigger.of(text), kind) if kind is not None else None
        if item is None:
            continue
        words, kind = item
        if kind == "other" and any(t.kind == kind and t.span.touches(event.span) for t in found):
            continue  # "sent troops to help Chad": once
        claim = by_id.get(event.claim_id or "")
        givers, takers = event.actor, event.recipient
        if event.type == "COOPERATE" and _is_taking(text, event):
            givers, takers = takers, givers  # "imports oil from"
        for giver in givers:
            for taker in takers:
                if giver.code and taker.code and giver.code[:3] != taker.code[:3]:
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
    return found


def _is_taking(text: str, event: Event) -> bool:
    """Whether the actor takes: "imports oil from", "pumps Russian oil"."""
    verb = bases(event.trigger.of(text).split()[0])
    return event.rule in _TAKING or "taking" in told_by(verb)


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
    vague = load_help().get(event.rule) == "other"  # "showed him a plant and promised to help"
    start = event.trigger.end if vague else event.span.start
    for match in _WORD.finditer(text, start, event.span.end):
        word = Span(*match.span())
        if event.trigger.touches(word) or any(p.touches(word) for p in parties):
            continue
        if _MEASURING.match(text, word.end, event.span.end):
            continue  # "dollars in military aid", "dollars worth of tanks"
        behind = _WORD.match(text, word.end + 1, event.span.end)
        if behind is not None and any(items.get(f) == "people" for f in bases(behind[0])):
            continue  # "military advisers"
        for form in bases(match.group(0)):
            if items.get(form, "people") != "people" and form not in _VERBS:
                return match.group(0), items[form]
    return None
