# The tables, column by column. Flat: a group-by over events nested in reports takes hundreds
# of times longer. Every table of details begins with report_id and reading_id; a row counts
# where its reading_id is the one that the table of reports names for its report, so that the
# rows of a batch that died half-way, and those of an older reading, are there and not seen.
#
# FIELDS says how the schema of a reading (docs/reference/schema.md) lies in columns: column →
# path in the object. `more` holds keys that this version does not know, as JSON.
"""What the ledger keeps: its tables and how a reading lies in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pyarrow as pa

_TEXT, _INT, _BIG, _REAL, _YES = pa.string(), pa.int32(), pa.int64(), pa.float64(), pa.bool_()
_DAY, _WHEN = pa.date32(), pa.timestamp("us", "UTC")
_LIST = pa.list_(pa.string())
_KEYS = {"report_id": _TEXT, "reading_id": _BIG}


def _flat(*paths: str) -> dict[str, tuple[str, ...]]:
    """Columns named as their keys; ``"cue.start"`` lies in ``cue_start``, ``"cue.text"`` in ``cue``."""
    made = {}
    for path in paths:
        parts = tuple(path.split("."))
        name = parts[0] if parts[-1] == "text" and len(parts) > 1 else "_".join(parts)
        made[name] = parts
    return made


#: Table → column → path in one object of the reading's list of that name.
FIELDS: Mapping[str, dict[str, tuple[str, ...]]] = {
    "events": _flat(
        "id", "type", "mode", "contexts", "quad", "score", "status", "historical", "date",
        "date_precision", "location", "trigger.text", "trigger.start", "trigger.end", "evidence",
        "start", "end", "rule", "confidence", "claim_id", "reciprocal",
    ),
    "parties": _flat("text", "start", "end", "name", "code", "country", "sector"),
    "claims": _flat(
        "id", "speaker.text", "speaker.start", "speaker.end", "speaker.name", "speaker.code",
        "cue.text", "cue.start", "cue.end", "content.text", "content.start", "content.end",
        "stance", "quoted", "parent_id", "event_ids",
    ),
    "transfers": _flat(
        "supplier", "recipient", "item", "class", "status", "evidence", "start", "end", "claim_id",
    ),
    "agreements": _flat(
        "name", "parties", "withdrawn", "negotiating", "date", "evidence", "start", "end",
    ),
    "relations": _flat("a", "b", "sign", "score", "event_ids"),
    "times": _flat("text", "start", "end", "value", "precision"),
    "mentions": _flat("text", "start", "end", "name", "code", "country", "sector", "kind"),
    "noise": _flat("text", "start", "end", "kind", "fixed"),
    "skipped": _flat("stage", "reason", "text", "start", "end"),
}  # fmt: skip
#: Parts of a reading whose objects have a table of their own; parties stand inside events.
PARTS = tuple(name for name in FIELDS if name != "parties")

_TYPES: Mapping[str, pa.DataType] = {
    "contexts": _LIST, "event_ids": _LIST, "parties": _LIST, "withdrawn": _LIST,
    "negotiating": _LIST, "quad": _INT, "sign": _INT, "score": _REAL, "confidence": _REAL,
    "historical": _YES, "quoted": _YES, "reciprocal": _YES,
}  # fmt: skip
#: Columns that no reading has: worked out when it is entered.
_OWN: Mapping[str, dict[str, pa.DataType]] = {
    # first and last day of `date`; who does and who gets it, by code; which happening it tells of
    "events": {
        "day": _DAY, "last_day": _DAY, "actors": _LIST, "recipients": _LIST, "happening_id": _TEXT,
    },
    "parties": {"event_id": _TEXT, "role": _TEXT, "place": _TEXT},
    "transfers": {"id": _TEXT},
    "agreements": {"id": _TEXT},
}  # fmt: skip


def _type(column: str) -> pa.DataType:
    last = column.rpartition("_")[2]
    return _TYPES.get(column, _INT if last in ("start", "end") else _TEXT)


def _details(table: str) -> pa.Schema:
    """Keys, place in the list, the reading's own columns, ours, and what is not known yet."""
    columns: dict[str, Any] = {**_KEYS, "position": _INT}
    columns |= {name: _type(name) for name in FIELDS[table]}
    columns |= _OWN.get(table, {})
    return pa.schema([*columns.items(), ("more", _TEXT)])


_REPORTS = pa.schema(
    [
        *_KEYS.items(),
        ("edition", _INT),  # 1 for the first reading of a report, more for later ones
        ("name", _TEXT), ("outlet", _TEXT), ("url", _TEXT), ("title", _TEXT), ("author", _TEXT),
        ("published", _DAY), ("dated_by", _TEXT), ("language", _TEXT), ("text", _TEXT),
        ("notes", _LIST),
        ("sha256", _TEXT),  # of the text in UTF-8
        ("source_sha256", _TEXT),  # of the bytes that it was found in, where known
        ("record", _INT), ("record_offset", _BIG),  # its place in a file that holds several
        ("taken", _WHEN),  # when these were read, where known
        ("entered", _WHEN), ("run_id", _TEXT), ("text_id", _TEXT),
        # Fingerprint.packed() of body/twins.py; unsigned 32-bit numbers: Delta has signed ones alone
        ("minhash", pa.list_(_BIG)),
        ("more", _TEXT),
    ]
)  # fmt: skip
_ACTS = pa.schema(
    [
        *_KEYS.items(), ("event_id", _TEXT), ("text_id", _TEXT), ("happening_id", _TEXT),
        ("source", _TEXT), ("target", _TEXT), ("actor", _TEXT), ("recipient", _TEXT),
        ("share", _REAL), ("mutual", _YES), ("type", _TEXT), ("mode", _TEXT), ("score", _REAL),
        ("status", _TEXT), ("historical", _YES), ("day", _DAY), ("published", _DAY),
        ("outlet", _TEXT), ("confidence", _REAL), ("claim_id", _TEXT), ("stance", _TEXT),
        ("speaker", _TEXT), ("kind", _TEXT),
    ]
)  # fmt: skip
_RUNS = pa.schema(
    [("run_id", _TEXT), ("started", _WHEN), ("model", _TEXT), ("almanac", _TEXT), ("code", _TEXT)]
)
# What copies.py has found: a row with reading_id for each reading that was compared with all
# others, and one with text_id for each link between two texts.
_COPIES = pa.schema(
    [
        ("reading_id", _BIG), ("text_id", _TEXT), ("other", _TEXT),  # the shorter, the longer
        ("part", _REAL),  # how long the shorter is, as a share of the longer
        ("words", _REAL), ("marks", _REAL),  # shares of the shorter text that the other has
    ]
)  # fmt: skip
_REFUSED = pa.schema([("run_id", _TEXT), ("name", _TEXT), ("reason", _TEXT), ("told", _WHEN)])
# judgements.py says what a row means. No reading has a part in it: a judgement names its event by
# report, characters and type, and waits where there is none.
_JUDGEMENTS = pa.schema(
    [
        ("id", _TEXT), ("made", _WHEN), ("by", _TEXT), ("verdict", _TEXT), ("why", _TEXT),
        ("subject", _TEXT), ("report_id", _TEXT), ("start", _INT), ("end", _INT),
        ("words", _TEXT),  # the characters from start to end
        # The event as it was read: its id in that reading, and the codes of its sides.
        ("event_id", _TEXT), ("type", _TEXT), ("status", _TEXT), ("trigger_start", _INT),
        ("trigger_end", _INT), ("actor", _LIST), ("recipient", _LIST),
        ("change", _TEXT),  # what is right instead, as JSON
        # the code that is merged or not meant; which it is; the judgement that is undone
        ("code", _TEXT), ("other", _TEXT), ("replaces", _TEXT), ("entered", _WHEN),
    ]
)  # fmt: skip
#: Every table of a ledger, in the order in which a batch is written: reports last.
SCHEMAS: Mapping[str, pa.Schema] = {
    **{table: _details(table) for table in FIELDS},
    "acts": _ACTS,
    "runs": _RUNS,
    "copies": _COPIES,
    "refused": _REFUSED,
    "judgements": _JUDGEMENTS,
    "reports": _REPORTS,
}
#: Tables whose rows count by their reading.
DETAILS = (*FIELDS, "acts")
