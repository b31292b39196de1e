# How judgements change what is seen of a ledger. Nothing that was read is touched.
# Rule 1: a judged event takes its rows from one place. What was accepted or rejected is so by SQL
#   (judged.sql); what was corrected is entered anew in memory, by the code that enters every report.
# Rule 2: actors that are one are told so when rows are seen (merged.sql), however many there are.
# Rule 3: where nothing was judged nothing of this is run.
"""Apply the judgements that hold to the views of a ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from functools import cache

import duckdb
import pyarrow as pa

from dragoman.entities.register import load_register
from dragoman.events.event import QUADS
from dragoman.events.senses import score_of
from dragoman.ledger import keys
from dragoman.ledger.entry import Entry
from dragoman.ledger.judgements import Judgement, of_row, standing
from dragoman.ledger.rows import Plain, nest, rows_of
from dragoman.ledger.tables import FIELDS, PARTS, SCHEMAS

_TEXT, _INT, _LIST = pa.string(), pa.int32(), pa.list_(pa.string())
_HELD = pa.schema(
    [
        ("n", _INT), ("id", _TEXT), ("verdict", _TEXT), ("report_id", _TEXT), ("start", _INT),
        ("end", _INT), ("words", _TEXT), ("event_id", _TEXT), ("type", _TEXT),
        ("new_type", _TEXT), ("status", _TEXT), ("trigger_start", _INT), ("trigger_end", _INT),
        ("actor", _LIST), ("recipient", _LIST), ("moves", pa.bool_()),
    ]
)  # fmt: skip
_APART = pa.schema(
    [("report_id", _TEXT), ("start", _INT), ("end", _INT), ("code", _TEXT), ("other", _TEXT)]
)
_MERGED = pa.schema(
    [(c, _TEXT) for c in ("code", "other", "name", "country", "sector", "place")],
)
#: Tables whose rows of an event are made anew.
_MENDED = ("events", "parties", "acts")
_KNOWN = "SELECT * REPLACE (made AT TIME ZONE 'UTC' AS made, NULL AS entered) FROM known_judgements"
_EVENTS = """
    SELECT e.*, v.n FROM raw_events e JOIN verdicts v ON v.reading_id = e.reading_id AND v.id = e.id
    WHERE v.mended
"""
_PARTIES = """
    SELECT p.* FROM raw_parties p JOIN verdicts v ON v.reading_id = p.reading_id AND v.id = p.event_id
    WHERE v.mended ORDER BY p.position
"""
_CLAIMS = """
    SELECT * FROM judged_claims
    WHERE (reading_id, id) IN (
        SELECT (e.reading_id, e.claim_id) FROM raw_events e
        JOIN verdicts v ON v.reading_id = e.reading_id AND v.id = e.id WHERE v.mended
    )
"""
_REPORTS = """
    SELECT reading_id, name, text, published, outlet, url FROM raw_reports
    WHERE reading_id IN (SELECT reading_id FROM verdicts WHERE mended)
"""
_EFFECTS = """
    INSERT INTO effects
    SELECT judgement, arg_min(report_id || '/' || id, (NOT own, reading_id)) FROM chosen GROUP BY judgement
"""
#: What is other in a reading than it was read: the same number, the same rows.
_MADE = """
    INSERT INTO judged_readings
    SELECT reading_id, hash(id, verdict, mended) FROM verdicts
    UNION ALL SELECT reading_id, hash(e) FROM mended_events e
    UNION ALL SELECT reading_id, hash(a) FROM mended_acts a
"""
Connection = duckdb.DuckDBPyConnection


def settle(connection: Connection, judged: str, merged: str) -> None:
    """Make the views of a connection show what the judgements of that moment say.

    Args:
        connection: has the views of ``views.sql``; near-copies are known already.
        judged, merged: the texts of ``judged.sql`` and ``merged.sql``.
    """
    held = standing(of_row(row) for row in _dicts(connection, _KNOWN))
    events = [one for one in held if one.event is not None]
    apart = _apart(held)
    if events or apart:
        _put(connection, "held", _HELD, [_as_held(n, one) for n, one in enumerate(events)])
        _put(connection, "apart", _APART, [_as_apart(one) for one in apart])
        connection.execute(judged)
        connection.execute(_EFFECTS)
        for table, rows in _mended(connection, dict(enumerate(events))).items():
            _put(connection, "made", SCHEMAS[table], rows)
            verdict = ", verdict" if table == "events" else ""
            source = f"SELECT made.*{verdict} FROM made"  # noqa: S608  (constants)
            if verdict:
                source += " JOIN verdicts v ON v.reading_id = made.reading_id AND v.id = made.id"
            connection.execute(f"INSERT INTO mended_{table} BY NAME {source}")
            connection.execute("DROP TABLE made")
        connection.execute(_MADE)
    found = merges(held)
    if found:
        _put(connection, "found", _MERGED, [_as_merged(code, into) for code, into in found.items()])
        connection.execute("INSERT INTO merged SELECT * FROM found")
        connection.execute(merged)
    said = [one.id for one in (*apart, *_newest_merges(held))]
    connection.executemany("INSERT INTO effects VALUES (?, NULL)", [[i] for i in said]) if said else None  # fmt: skip


def merges(held: Iterable[Judgement]) -> dict[str, str]:
    """Return for each code that is another one the code that it is in the end.

    Args:
        held: judgements that hold, the newest first. Of two about one code the newer counts, and one
            that would lead back to its own code does not.

    >>> from datetime import datetime, UTC
    >>> merge = lambda a, b: Judgement(verdict="merge", by="x", made=datetime(2024, 1, 1, tzinfo=UTC), code=a, into=b)
    >>> merges([merge("B", "C"), merge("A", "B"), merge("C", "A")])
    {'B': 'C', 'A': 'C'}
    """
    into = {str(one.code): str(one.into) for one in _newest_merges(held)}
    return {code: _end(into, code) for code in into}


def _newest_merges(held: Iterable[Judgement]) -> list[Judgement]:
    """The merges that count, of those that hold."""
    into: dict[str, str] = {}
    made = []
    for one in held:
        code, other = str(one.code), str(one.into)
        if one.verdict == "merge" and code not in into and _end(into, other) != code:
            into[code] = other
            made.append(one)
    return made


def _end(into: Mapping[str, str], code: str) -> str:
    while code in into:
        code = into[code]
    return code


def _apart(held: Iterable[Judgement]) -> list[Judgement]:
    """The newest judgement on each mention and code, of those that hold."""
    newest: dict[tuple[str, str | None], Judgement] = {}
    for one in held:
        if one.verdict == "split":
            newest.setdefault((one.subject, one.code), one)
    return list(newest.values())


def _as_held(n: int, one: Judgement) -> Plain:
    row = one.row(one.made)
    change = one.change or {}
    own = {"n": n, "new_type": change.get("type"), "moves": bool(change.keys() - {"mode"})}
    return {name: row[name] for name in _HELD.names if name in row} | own


def _as_apart(one: Judgement) -> Plain:
    place = one.mention or {}
    return {key: place[key] for key in ("report_id", "start", "end")} | {
        "code": one.code,
        "other": one.into,
    }


def _as_merged(code: str, into: str) -> Plain:
    return {"code": code, "other": into, "place": keys.place(into), **described(into)}


def _mended(connection: Connection, judgements: Mapping[int, Judgement]) -> dict[str, list[Plain]]:
    """The rows of all events that are other than they were read, by table."""
    sides: defaultdict[tuple[int, str], list[Plain]] = defaultdict(list)
    for row in _dicts(connection, _PARTIES):
        sides[row["reading_id"], row["event_id"]].append(row)
    parted: dict[tuple[int, str, str, int], tuple[str, str | None]] = {}
    for row in _dicts(connection, "SELECT * FROM parted"):
        place = (row["reading_id"], row["event_id"], row["role"], row["position"])
        parted.setdefault(place, (row["code"], row["other"]))
    claims = {(row["reading_id"], row["id"]): row for row in _dicts(connection, _CLAIMS)}
    reports = {row["reading_id"]: row for row in _dicts(connection, _REPORTS)}
    made: dict[str, list[Plain]] = {table: [] for table in _MENDED}
    for row in _dicts(connection, _EVENTS):
        reading = row["reading_id"]
        event = nest("events", row)
        for side in ("actor", "recipient"):
            event[side] = [
                _party(party, parted.get((reading, row["id"], side, party["position"])))
                for party in sides[reading, row["id"]]
                if party["role"] == side
            ]
        judgement = judgements.get(row["n"])
        if judgement is not None and judgement.change is not None:
            event = corrected(event, judgement.change)
        elif judgement is not None and judgement.verdict == "accept":
            event["confidence"] = 1.0
        claim = claims.get((reading, row["claim_id"]))
        for table, rows in _entered(reports[reading], event, claim).items():
            own = {"reading_id": reading, "report_id": row["report_id"]}
            if table == "events":
                own["position"] = row["position"]
            made[table] += [each | own for each in rows]
    return made


def _party(row: Plain, parted: tuple[str, str | None] | None) -> Plain:
    """A party of a reading; *parted*: the code that it is not, and the one that it is."""
    party = nest("parties", row)
    if parted is None:
        return party
    code, into = parted
    return party | _coded(into + row["code"].removeprefix(code) if into else None)


def _entered(report: Plain, event: Plain, claim: Plain | None) -> dict[str, list[Plain]]:
    """The rows of one event, as if its report were entered with it alone."""
    published: date | None = report["published"]
    reading: Plain = {part: [] for part in PARTS} | {
        "published": published.isoformat() if published else None,
        "outlet": report["outlet"], "url": report["url"], "events": [event],
        "claims": [nest("claims", claim)] if claim else [],
    }  # fmt: skip
    entry = Entry(name=report["name"], text=report["text"], reading=reading)
    rows = rows_of(entry, batch="", run_id="", entered=datetime.min.replace(tzinfo=UTC))
    return {table: rows.get(table, []) for table in _MENDED}


def corrected(event: Plain, change: Plain) -> Plain:
    """An event of a reading as somebody says that it is; it is certain then.

    A side with as many codes as it has parties keeps their words, one by one. Else a code has the
    words of the party, on either side, that had it, or one of its place; or none. Another type has
    no mode unless one is said.
    """
    made = event | {"confidence": 1.0}
    for side, other in (("actor", "recipient"), ("recipient", "actor")):
        if side in change:
            made[side] = _side(event[side], event[other], change[side])
    if "status" in change:
        made["status"] = change["status"]
    if "type" in change or "mode" in change:
        type_: str = change.get("type") or event["type"]
        mode = change.get("mode", event["mode"] if type_ == event["type"] else None)
        made |= {"type": type_, "mode": mode, "quad": QUADS[type_], "score": score_of(type_, mode)}
    if made["recipient"] and made.get("reciprocal"):
        made["reciprocal"] = False
    return made


def _side(own: list[Plain], other: list[Plain], codes: list[str]) -> list[Plain]:
    """One side by its *codes*, with the words of the parties that were there."""
    if len(own) == len(codes):
        return [_with(party, code) for party, code in zip(own, codes, strict=True)]
    made = []
    for code in codes:
        same = [p for p in (*own, *other) if p["code"] == code]
        near = [
            p for p in (*own, *other) if p["code"] and keys.place(p["code"]) == keys.place(code)
        ]
        found = next(iter(same + near), dict.fromkeys(FIELDS["parties"]))
        made.append(_with(found, code))
    return made


def _with(party: Plain, code: str) -> Plain:
    return party if party["code"] == code else party | _coded(code)


def _coded(code: str | None) -> Plain:
    return {"code": code} | described(code)


def described(code: str | None) -> Plain:
    """Name, country and sector of a code, as far as the register tells them; null where it does not."""
    country, _, sector = (code or "").partition("-")
    register = load_register()
    if country in register.names:
        name = None if sector else register.names[country]
        return {
            "name": name or names_of_bodies().get(code),
            "country": country,
            "sector": sector or None,
        }
    return {"name": names_of_bodies().get(code), "country": None, "sector": None}


@cache
def names_of_bodies() -> dict[str | None, str]:
    """The usual name of what is no state and no person, by code, where it is the only one."""
    found: defaultdict[str | None, set[str]] = defaultdict(set)
    for entries in load_register().entries.values():
        for entry in entries:
            if entry.kind not in ("person", "name") and entry.code:
                found[entry.code].add(entry.name)
    return {code: next(iter(names)) for code, names in found.items() if len(names) == 1}


def _put(connection: Connection, name: str, schema: pa.Schema, rows: list[Plain]) -> None:
    """Make a table of *rows*."""
    given = pa.Table.from_pylist(rows, schema=schema)
    connection.register("given_rows", given)
    connection.execute(f"CREATE TEMP TABLE {name} AS SELECT * FROM given_rows")  # noqa: S608
    connection.unregister("given_rows")


def _dicts(connection: Connection, query: str) -> list[Plain]:
    found = connection.execute(query)
    names = [column[0] for column in found.description or ()]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]
