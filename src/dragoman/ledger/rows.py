# Between the nested schema of a reading and flat rows, both ways, by one description
# (tables.FIELDS). What goes in comes out the same: keys that are newer than this code are kept
# as JSON in `more`, and come out again.
"""Turn an entry into rows of each table, and rows back into a reading."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from dragoman.alphabet.ids import content_id
from dragoman.ledger import keys
from dragoman.ledger.acts import acts, codes, days, happening
from dragoman.ledger.entry import Entry
from dragoman.ledger.tables import FIELDS, PARTS

Plain = dict[str, Any]
_SIDES = ("actor", "recipient")


def rows_of(entry: Entry, *, batch: str, run_id: str, entered: datetime) -> dict[str, list[Plain]]:
    """Return the rows that *entry* adds to each table; "reports" has exactly one.

    Args:
        batch: a name that no other batch has, for the id of the reading.
        entered: now, with a time zone.
    """
    report = entry.id
    shared = {"report_id": report, "reading_id": keys.reading_id(report, batch)}
    made: dict[str, list[Plain]] = defaultdict(list)
    for part in PARTS:
        for position, value in enumerate(entry.reading[part]):
            row = _flatten(part, value, inner=_SIDES if part == "events" else ())
            made[part].append({**shared, "position": position, **row, **_own(part, entry, value)})
    for event in entry.reading["events"]:
        for side in _SIDES:
            for position, party in enumerate(event[side]):
                own = {"event_id": event["id"], "role": side}
                own["place"] = keys.place(party["code"]) if party["code"] else None
                row = {"position": position, **_flatten("parties", party), **own}
                made["parties"].append(shared | row)
    made["acts"] = [shared | row for row in acts(entry)]
    made["reports"] = [shared | _report(entry, run_id, entered)]
    return made


def _report(entry: Entry, run_id: str, entered: datetime) -> Plain:
    known = {*PARTS, "published", "outlet", "url"}
    return {
        "edition": entry.edition, "name": entry.name, "outlet": entry.reading["outlet"],
        "url": entry.reading["url"], "title": entry.title, "author": entry.author,
        "published": entry.published, "dated_by": entry.dated_by, "language": entry.language,
        "text": entry.text, "notes": list(entry.notes), "sha256": entry.sha256,
        "source_sha256": entry.source_sha256, "record": entry.record,
        "record_offset": entry.record_offset, "taken": entry.taken, "entered": entered,
        "run_id": run_id, "text_id": keys.text_id(entry.text),
        "minhash": list(entry.minhash) if entry.minhash is not None else None,
        "more": _json({k: v for k, v in entry.reading.items() if k not in known}),
    }  # fmt: skip


def _own(part: str, entry: Entry, value: Plain) -> Plain:
    """The columns that no reading has."""
    if part == "events":
        first, last = days(value["date"])
        return {
            "day": first, "last_day": last, "actors": codes(value["actor"]),
            "recipients": codes(value["recipient"]), "happening_id": happening(entry, value),
        }  # fmt: skip
    if part == "transfers":
        words = [value[k] for k in ("start", "end", "supplier", "recipient", "item", "status")]
        return {"id": content_id("transfer", *words)}
    if part == "agreements":
        return {"id": content_id("agreement", value["name"], value["start"], value["end"])}
    return {}


def _flatten(table: str, value: Plain, inner: Iterable[str] = ()) -> Plain:
    """One object as columns; *inner* names keys that lie elsewhere."""
    flat, nested = _PLANS[table]
    row: Plain = {column: value.get(key) for column, key in flat.items()}
    rest = {key: left for key, left in value.items() if key not in row and key not in inner}
    for head, columns in nested.items():
        within = rest.pop(head) if head in rest else value[head]
        for column, key in columns.items():
            row[column] = within.get(key)
        known = columns.values()
        if left := {key: one for key, one in within.items() if key not in known}:
            rest[head] = left
    row["more"] = _json(rest)
    return row


def _plan(table: str) -> tuple[dict[str, str], dict[str, dict[str, str]]]:
    """Columns by the key that they hold: of the object itself, and of those inside it."""
    flat: dict[str, str] = {}
    nested: dict[str, dict[str, str]] = defaultdict(dict)
    for column, path in FIELDS[table].items():
        if len(path) == 1:
            flat[column] = path[0]
        else:
            nested[path[0]][column] = path[1]
    return flat, dict(nested)


_PLANS = {table: _plan(table) for table in FIELDS}


def nest(table: str, row: Mapping[str, Any]) -> Plain:
    """One object of a reading, from its row in a table of details."""
    value: Plain = {}
    for column, path in FIELDS[table].items():
        if len(path) == 1:
            value[path[0]] = row[column]
        else:
            value.setdefault(path[0], {})[path[1]] = row[column]
    for key, left in json.loads(row["more"] or "{}").items():
        value[key] = value[key] | left if isinstance(value.get(key), dict) else left
    return value


def reading_of(report: Mapping[str, Any], details: Mapping[str, list[Plain]]) -> Plain:
    """Return the reading that was entered, from its rows.

    Args:
        report: its row of "reports".
        details: its rows of the other tables, in order of position.
    """
    day = report["published"]
    reading: Plain = {
        "published": day.isoformat() if day else None,
        "outlet": report["outlet"],
        "url": report["url"],
    }
    sides: dict[tuple[str, str], list[Plain]] = defaultdict(list)
    for row in details["parties"]:
        sides[row["event_id"], row["role"]].append(nest("parties", row))
    for part in ORDER:
        reading[part] = [nest(part, row) for row in details[part]]
    for event in reading["events"]:
        for side in _SIDES:
            event[side] = sides[event["id"], side]
        if event["reciprocal"] is None:
            del event["reciprocal"]
    more: Plain = json.loads(report["more"] or "{}")
    return reading | more


#: The parts in the order of the contract.
ORDER = (
    "events", "claims", "transfers", "agreements", "relations", "times", "mentions", "noise",
    "skipped",
)  # fmt: skip


def _json(value: Plain) -> str | None:
    return json.dumps(value, ensure_ascii=False) if value else None
