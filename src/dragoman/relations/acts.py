# The events of readings as acts: one row per directed pair of places that an event joins.
# Rule 1: the rows are those of the ledger's view `acts`, made by the ledger's own code, so that
#   one report in hand and ten million in a ledger are weighed by the same formula.
# Rule 2: an event whose parties stand in one place ("police arrested protesters") is no act
#   between two; docs/reference/structure.md has the rules for members, rebels and many parties.
"""Acts from the plain events, claims and relations of readings."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.ledger.acts import acts_of_event, acts_of_statements, coded_words
from dragoman.relations.weigh import day_of

Plain = Mapping[str, Any]


def acts_of(
    events: Iterable[Plain], claims: Iterable[Plain] = (), relations: Iterable[Plain] = ()
) -> list[dict[str, Any]]:
    """Return the acts of *events*, in their order, and then those of what *relations* state.

    Args:
        events: as in ``Reading.to_dict()["events"]`` (reference/schema), each with its
            ``report_id`` where there are several reports, and where they are known
            ``text_id``, ``happening_id``, ``published``, ``outlet``.
        claims: as in ``to_dict()["claims"]``, with the same ``report_id``: who says it.
        relations: as in ``to_dict()["relations"]``, with what events have beside the schema.
    Returns: rows with the keys of the view ``acts``; days are dates. ``event_id`` is the event's
        own id, with the report's id and a slash before it where that is known: ids are unique
        in one reading only.
    """
    by_id = {(c.get("report_id"), c["id"]): c for c in claims}
    made: list[dict[str, Any]] = []
    by_report: dict[Any, list[Plain]] = defaultdict(list)
    for event in events:
        by_report[event.get("report_id")].append(event)
        claim = by_id.get((event.get("report_id"), event["claim_id"]))
        told = _told(event) | {
            "event_id": event_key(event), "happening_id": event.get("happening_id"),
        }  # fmt: skip
        made += acts_of_event(dict(event), dict(claim) if claim else None, told)
    coded = {report: coded_words(map(dict, told)) for report, told in by_report.items()}
    seen: Counter[Any] = Counter()
    for relation in relations:
        told = _told(relation)
        report = told["report_id"]
        words = coded.get(report, {})
        for act in acts_of_statements(dict(relation), seen[report], told, words):
            made.append(act | {"event_id": event_key({**relation, "id": act["event_id"]})})
        seen[report] += 1
    return made


def event_key(event: Plain) -> str:
    """The ``event_id`` that the acts of a plain event have."""
    report = event.get("report_id")
    return f"{report}/{event['id']}" if report is not None else str(event["id"])


def _told(value: Plain) -> dict[str, Any]:
    """What the rows of one event or relation have of its report."""
    report = value.get("report_id")
    return {
        "report_id": report, "text_id": value.get("text_id", report),
        "published": day_of(value.get("published")), "outlet": value.get("outlet"),
    }  # fmt: skip
