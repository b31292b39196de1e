# Single events, statements and claims of many reports, in the form that a reading has them.
# Rule: one query a table, however many are asked for; a reading as a whole is query.reading().
"""Parts of readings by their ids, with what is known of their reports."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dragoman.ledger.acts import STATED
from dragoman.ledger.query import Reader
from dragoman.ledger.rows import Plain, nest
from dragoman.ledger.trace import sentence_at

#: Rows of a table of details that count and are wanted.
_WANTED = """
    WITH wanted AS (SELECT unnest($reports::VARCHAR[]) AS report_id, unnest($ids::VARCHAR[]) AS {id})
    SELECT * FROM seen_{table} SEMI JOIN wanted USING (report_id, {id}) ORDER BY report_id, position
"""
_OF_REPORTS = """
    SELECT * FROM seen_{table}
    WHERE list_contains($reports::VARCHAR[], report_id) ORDER BY report_id, position
"""
_REPORTS = """
    SELECT report_id, name AS report, title, outlet, published, url, text FROM reports
    WHERE list_contains($reports::VARCHAR[], report_id)
"""
_SIDES = ("actor", "recipient")


def events_of(reader: Reader, ids: Iterable[str]) -> list[Plain]:
    """Return events and outright statements by their ``event_id`` in the view ``acts``.

    Returns: as in ``Reading.to_dict()["events"]``, each with ``event_id``, ``kind`` ("act" or
        "stated"), the ``sentence`` in which it stands, where that begins, and its report: ``report_id``,
        ``report``, ``title``, ``outlet``, ``published``, ``url``. What is not there is left out.
    Raises: LedgerError if the ledger cannot be read.
    """
    wanted = [tuple(one.split("/", 1)) for one in dict.fromkeys(ids) if "/" in one]
    if not wanted:
        return []
    reports = {row.pop("report_id"): row for row in reader.dicts(_REPORTS, _named(wanted))}
    events = [pair for pair in wanted if not pair[1].startswith("statement-")]
    stated = [pair for pair in wanted if pair[1].startswith("statement-")]
    made = _events(reader, events) + _statements(reader, stated)
    return [_told(report, event, kind, reports[report]) for report, event, kind in made]


def claims_of(reader: Reader, reports: Iterable[str]) -> list[Plain]:
    """Return all claims of these reports.

    Returns: as in ``Reading.to_dict()["claims"]``, each with ``report_id``.
    Raises: LedgerError if the ledger cannot be read.
    """
    wanted = sorted(set(reports))
    if not wanted:
        return []
    rows = reader.dicts(_OF_REPORTS.format(table="claims"), {"reports": wanted})
    return [nest("claims", row) | {"report_id": row["report_id"]} for row in rows]


def _named(wanted: list[tuple[str, ...]]) -> dict[str, list[str]]:
    return {"reports": sorted({report for report, _ in wanted})}


def _pairs(wanted: list[tuple[str, ...]]) -> dict[str, list[str]]:
    """Parallel lists: report and id in it."""
    return {"reports": [report for report, _ in wanted], "ids": [one for _, one in wanted]}


def _events(reader: Reader, wanted: list[tuple[str, ...]]) -> list[tuple[str, Plain, str]]:
    if not wanted:
        return []
    rows = reader.dicts(_WANTED.format(table="events", id="id"), _pairs(wanted))
    sides: defaultdict[tuple[str, str, str], list[Plain]] = defaultdict(list)
    for row in reader.dicts(_WANTED.format(table="parties", id="event_id"), _pairs(wanted)):
        sides[row["report_id"], row["event_id"], row["role"]].append(nest("parties", row))
    made = []
    for row in rows:
        report = row["report_id"]
        own = {side: sides[report, row["id"], side] for side in _SIDES}
        made.append((report, nest("events", row) | own, "act"))
    return made


def _statements(reader: Reader, wanted: list[tuple[str, ...]]) -> list[tuple[str, Plain, str]]:
    """Statements (``statement-<relation>.<number>``) in the form of events."""
    if not wanted:
        return []
    rows = reader.dicts(_OF_REPORTS.format(table="relations"), _named(wanted))
    by_place = {(row["report_id"], row["position"]): row for row in rows}
    made = []
    for report, identity in wanted:
        position, number = map(int, identity.removeprefix("statement-").split("."))
        row = by_place.get((report, position))
        if row is None:
            continue
        said: Plain = json.loads(row["more"] or "{}")["statements"][number]
        made.append((report, _as_event(identity, row, said), "stated"))
    return made


def _as_event(identity: str, row: Plain, said: Plain) -> Plain:
    """A statement with the keys of an event; who bears the word is not kept, so both act."""
    sign = said.get("sign", row["sign"])
    words = {key: said.get(key) for key in ("text", "start", "end")}
    nobody = dict.fromkeys(("text", "start", "end", "name", "code", "country", "sector"))
    return {
        "id": identity, "type": "STATED", "mode": None, "contexts": [], "quad": None,
        "score": sign * said.get("strength", STATED),
        "actor": [nobody | {"code": row[side]} for side in ("a", "b")], "recipient": [],
        "status": said.get("status", "actual"), "historical": False, "date": None,
        "date_precision": None, "location": None, "trigger": words, "evidence": words["text"],
        "start": words["start"], "end": words["end"], "rule": None, "confidence": 1.0,
        "claim_id": None, "reciprocal": True,
    }  # fmt: skip


def _told(report_id: str, event: Plain, kind: str, report: dict[str, Any]) -> Plain:
    """An event with its sentence and report."""
    text, start, end = report["text"], event["start"], event["end"]
    own = {key: value for key, value in report.items() if key != "text"}
    own["published"] = own["published"].isoformat() if own["published"] else None
    sentence = sentence_at(text, start, end) if start is not None else None
    return event | own | {
        "report_id": report_id, "event_id": f"{report_id}/{event['id']}", "kind": kind,
        "sentence": sentence.of(text) if sentence else None,
        "sentence_start": sentence.start if sentence else None,
    }  # fmt: skip
