# From events to acts: the directed pairs of places that an event joins, a row each. They are
# worked out once, when a report is entered, because every question about who stands with whom
# goes over all of them, and a join of ten million events with their parties takes seconds.
# The rule of pairs is that of relations/relation.py (a test holds them together). Readings that
# are in no ledger get the same rows by relations/acts.py, which calls this module.
"""Who acts on whom in one reading, flat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from dragoman.entities.actor import APART, PRIVATE
from dragoman.events.calendar.values import end_of, start_of
from dragoman.events.event import STATUSES
from dragoman.ledger import keys
from dragoman.ledger.entry import Entry

Plain = dict[str, Any]
#: Pair of places → first character of words and first after them.
Words = Mapping[frozenset[str], list[tuple[int, int]]]
#: What a statement of relation counts on PLOVER's scale where the reading says no strength.
STATED = 5.0


@lru_cache(maxsize=4096)
def days(value: str | None) -> tuple[date | None, date | None]:
    """First and last day of a date as events have it; None for an open side.

    >>> days("2022-02/..")
    (datetime.date(2022, 2, 1), None)
    """
    if not value:
        return None, None
    try:
        return start_of(value), end_of(value)
    except ValueError:
        return None, None


def codes(parties: list[Plain]) -> list[str]:
    """Codes of *parties*, each once."""
    return list(dict.fromkeys(p["code"] for p in parties if p["code"]))


def happening(entry: Entry, event: Plain) -> str:
    """Which happening an event tells of: the same for other reports of it.

    The same parties, type and status on the same date are one happening. Where neither the
    event nor the report has a date, only copies of the text tell of the same.
    """
    when = event["date"] or entry.reading["published"]
    if when is None or not (event["actor"] or event["recipient"]):
        return keys.happening_id(keys.text_id(entry.text), event["id"])
    sides = [sorted(map(keys.place, codes(event[side]))) for side in ("actor", "recipient")]
    if not all(sides) and not (sides[0] and event.get("reciprocal")):
        return keys.happening_id(keys.text_id(entry.text), event["id"])
    return keys.happening_id(*sides, event["type"], event["status"], when)


def acts(entry: Entry) -> Iterator[Plain]:
    """Yield the rows of one reading, without the keys that all tables share."""
    claims = {c["id"]: c for c in entry.reading["claims"]}
    text = keys.text_id(entry.text)
    told = {"text_id": text, "published": entry.published, "outlet": entry.reading["outlet"]}
    for event in entry.reading["events"]:
        own = told | {"event_id": event["id"], "happening_id": happening(entry, event)}
        yield from acts_of_event(event, claims.get(event["claim_id"]), own)
    coded = coded_words(entry.reading["events"])
    for position, relation in enumerate(entry.reading["relations"]):
        yield from acts_of_statements(relation, position, told, coded)


def acts_of_event(event: Plain, claim: Plain | None, told: Mapping[str, Any]) -> Iterator[Plain]:
    """Yield the acts of one event of a reading.

    Args:
        claim: the one that carries it.
        told: "event_id", "text_id", "happening_id", "published" (a date) and "outlet" of the rows.
    """
    joined = list(_pairs(event)) if event.get("counts", True) else ()
    if not joined:
        return
    first, last = days(event["date"])
    row = {
        **told, "type": event["type"], "mode": event["mode"], "score": event["score"],
        "status": event["status"], "historical": event["historical"],
        "day": first or last or told["published"], "confidence": event["confidence"],
        "claim_id": event["claim_id"], "stance": claim["stance"] if claim else None,
        "speaker": claim["speaker"]["code"] if claim else None, "kind": "act",
    }  # fmt: skip
    for actor, recipient, share, mutual in joined:
        yield row | _ends(actor, recipient) | {"share": share, "mutual": mutual}


def coded_words(events: Iterable[Plain]) -> Words:
    """The words from which the acts of one reading are coded that took place, by pair of places."""
    made: dict[frozenset[str], list[tuple[int, int]]] = {}
    for event in events:
        word = event.get("trigger") or {}
        if event["status"] != "actual" or not event["score"] or word.get("start") is None:
            continue
        for actor, recipient, _, _ in _pairs(event):
            pair = frozenset((keys.place(actor), keys.place(recipient)))
            made.setdefault(pair, []).append((word["start"], word["end"]))
    return made


def acts_of_statements(
    relation: Plain, position: int, told: Mapping[str, Any], coded: Words
) -> Iterator[Plain]:
    """Yield both directions of each outright statement ("its ally") of one relation.

    Args:
        position: of the relation in its reading.
        told: "text_id", "published" (a date) and "outlet" of the rows.
        coded: of the same reading: what is stated with these words is counted as the act.
    """
    pair = sorted((relation["a"], relation["b"]))
    if keys.place(pair[0]) == keys.place(pair[1]):
        return
    for number, statement in enumerate(relation.get("statements", ())):
        status = statement.get("status", "actual")
        if status not in STATUSES:
            continue  # "its former ally" says nothing of today
        if _is_coded(statement, coded.get(frozenset(map(keys.place, pair)), ())):
            continue
        sign = statement.get("sign", relation["sign"])
        when = told["published"] or told["text_id"]
        row = {
            **told, "event_id": f"statement-{position}.{number}",
            "happening_id": keys.happening_id(*pair, "stated", sign, when),
            "type": "STATED", "mode": None, "score": sign * statement.get("strength", STATED),
            "status": status, "historical": False, "day": told["published"], "confidence": 1.0,
            "claim_id": None, "stance": None, "speaker": None, "kind": "stated", "share": 1.0,
            "mutual": True,
        }  # fmt: skip
        yield row | _ends(*pair)
        yield row | _ends(*pair[::-1])


def _is_coded(statement: Plain, coded: Iterable[tuple[int, int]]) -> bool:
    word = statement.get("trigger")
    return word is not None and any(s < word["end"] and word["start"] < e for s, e in coded)


def _pairs(event: Plain) -> Iterator[tuple[str, str, float, bool]]:
    """Actor, recipient, share and whether it is mutual, once for a directed pair of places."""
    actors = _by_place(codes(event["actor"]))
    recipients = _by_place(codes(event["recipient"]))
    if recipients:
        pairs = [(a, r, 1.0, False) for a in actors for r in recipients]
    elif event.get("reciprocal") and len(actors) > 1:
        share = 1 / (len(actors) - 1)
        partners = _partners(event, actors)
        pairs = [(a, b, share, True) for a in actors for b in actors if not {a, b} <= partners]
    else:
        pairs = []
    yield from (pair for pair in pairs if keys.place(pair[0]) != keys.place(pair[1]))


def _partners(event: Plain, actors: list[str]) -> set[str]:
    """Of one who signs with two others these two: how they stand to each other is not said."""
    at = (event.get("trigger") or {}).get("start")
    if at is None:
        return set()
    named = [p for p in event["actor"] if p["code"] and p.get("start") is not None]
    before = {keys.place(p["code"]) for p in named if p["start"] < at}
    partners = {code for code in actors if keys.place(code) not in before}
    return partners if len(actors) - len(partners) == 1 else set()


def _by_place(found: list[str]) -> list[str]:
    """One code a place: the state itself, or what is of it, before who stands apart from it."""
    chosen: dict[str, str] = {}
    for code in sorted(found, key=lambda code: code.endswith(APART + PRIVATE)):
        chosen.setdefault(keys.place(code), code)
    return sorted(chosen.values(), key=found.index)


def _ends(actor: str, recipient: str) -> Plain:
    return {
        "source": keys.place(actor), "target": keys.place(recipient),
        "actor": actor, "recipient": recipient,
    }  # fmt: skip
