# The events of readings as acts: one row per directed pair of places that an event joins.
# Rule 1: the rows have the keys of the ledger's view `acts`, so that one report in hand and ten
#   million in a ledger are weighed by the same formula.
# Rule 2: an event whose parties stand in one place ("police arrested protesters") is no act
#   between two; docs/reference/structure.md has the rules for members, rebels and many parties.
"""Acts from the plain events and claims of readings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from dragoman.relations.relation import place

#: Types whose actors, where nobody is acted on, act on each other: they met, agreed, traded.
MUTUAL = frozenset({"AGREE", "CONSULT", "COOPERATE"})

Plain = Mapping[str, Any]


def acts_of(events: Iterable[Plain], claims: Iterable[Plain] = ()) -> list[dict[str, Any]]:
    """Return the acts of *events*, in their order.

    Args:
        events: as in ``Reading.to_dict()["events"]`` (reference/schema), each with its
            ``report_id`` where there are several reports, and where they are known
            ``text_id``, ``happening_id``, ``published``, ``outlet``, ``mutual``.
        claims: as in ``to_dict()["claims"]``, with the same ``report_id``: who says it.
    Returns: rows with the keys of the view ``acts``. ``event_id`` is the event's own id, with the
        report's id and a slash before it where that is known: ids are unique in one reading only.
    """
    by_id = {(c.get("report_id"), c["id"]): c for c in claims}
    return [row for event in events for row in _rows(event, by_id)]


def event_key(event: Plain) -> str:
    """The ``event_id`` that the acts of a plain event have."""
    report = event.get("report_id")
    return f"{report}/{event['id']}" if report is not None else str(event["id"])


def _rows(event: Plain, claims: Mapping[Any, Plain]) -> Iterator[dict[str, Any]]:
    actors, recipients = _places(event["actor"]), _places(event["recipient"])
    mutual = not recipients and bool(event.get("mutual", event["type"] in MUTUAL))
    many = actors if mutual else recipients
    share = 1 / max(len(actors) - 1, 1) if mutual else 1.0
    report = event.get("report_id")
    claim = claims.get((report, event.get("claim_id")))
    date = str(event.get("date") or "")
    for source, actor in actors.items():
        for target, recipient in many.items():
            if source == target:
                continue
            yield {
                "event_id": event_key(event),
                "report_id": report,
                "text_id": event.get("text_id", report),
                "happening_id": event.get("happening_id"),
                "source": source,
                "target": target,
                "actor": actor,
                "recipient": recipient,
                "share": share,
                "mutual": mutual,
                "type": event["type"],
                "mode": event.get("mode"),
                "score": event["score"],
                "status": event["status"],
                "historical": event.get("historical", False),
                "day": first_day(date) or event.get("published"),
                "published": event.get("published"),
                "outlet": event.get("outlet"),
                "confidence": event.get("confidence"),
                "claim_id": event.get("claim_id"),
                "stance": claim["stance"] if claim else None,
                "speaker": claim["speaker"].get("code") if claim else None,
                "kind": "act",
            }


def first_day(value: str) -> str | None:
    """The first day of a date as events have it; None where its beginning is open.

    >>> first_day("2022"), first_day("2022-07/2022-08"), first_day("../2022")
    ('2022-01-01', '2022-07-01', None)
    """
    parts = value.split("/", maxsplit=1)[0].split("-")
    if not parts[0].isdecimal():
        return None
    return "-".join([*parts, "01", "01"][:3])


def _places(parties: Iterable[Plain]) -> dict[str, str]:
    """Place → the first full code of it, of the parties that have one."""
    made: dict[str, str] = {}
    for party in parties:
        if party.get("code"):
            made.setdefault(place(party["code"]), party["code"])
    return made
