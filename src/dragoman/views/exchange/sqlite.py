# A database that SQLite and Datasette open, with the search that they know: FTS5.
# Rule 1: what names another row is a foreign key, and every key that is asked by has an index.
# Rule 2: rows are written in one go and never deleted, so that the row numbers on which the
#   search rests are those that VACUUM would give.
# Lists are JSON, truth values 0 and 1, days ISO text: SQLite has no types for them.
"""A ledger as an SQLite database with full-text search."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.outgoing import BATCH, columns, rows, select
from dragoman.ledger.query import Reader

#: Table → key of its own, columns that name a row of another table, columns with an index.
_TABLES: Mapping[str, tuple[str | None, Mapping[str, str], tuple[str, ...]]] = {
    "reports": ("report_id", {}, ("published", "outlet", "text_id")),
    "claims": ("id", {"report_id": "reports", "parent_id": "claims"}, ("speaker_code", "stance")),
    "events": (
        "id", {"report_id": "reports", "claim_id": "claims"},
        ("type", "status", "day", "happening_id"),
    ),
    "parties": (None, {"event_id": "events"}, ("code", "place")),
    "transfers": ("id", {"report_id": "reports", "claim_id": "claims"}, ("supplier", "recipient")),
    "agreements": ("id", {"report_id": "reports"}, ("name",)),
    "members": (None, {"agreement_id": "agreements"}, ("code",)),
    "relations": (None, {"report_id": "reports"}, ("a", "b")),
    "acts": (None, {"report_id": "reports"}, ("source", "target", "day")),
}  # fmt: skip
#: Table → columns that are searched.
_SEARCHED: Mapping[str, tuple[str, ...]] = {
    "reports": ("title", "text"),
    "events": ("evidence",),
    "claims": ("speaker", "content"),
}
_KINDS = {"VARCHAR": "TEXT", "DATE": "TEXT", "DOUBLE": "REAL"}


def write_sqlite(reader: Reader, path: Path) -> int:
    """Write the ledger's tables; return how many rows.

    Raises: LedgerError if this Python's SQLite has no FTS5, or the file cannot be written.
    """
    try:
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA journal_mode = OFF")  # the file has no name yet
            database.execute("PRAGMA synchronous = OFF")
            count = sum(_copy(reader, database, table) for table in _TABLES)
            for table, (_, foreign, indexed) in _TABLES.items():
                for column in (*foreign, *indexed):
                    database.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')
            for table, columns in _SEARCHED.items():
                _search(database, table, columns)
            database.execute("ANALYZE")
            database.commit()
    except sqlite3.Error as error:
        hint = "Check the space on the disk; full-text search needs an SQLite with FTS5."
        raise LedgerError(str(path), f"cannot be written: {error}.", hint) from error
    return count


def _copy(reader: Reader, database: sqlite3.Connection, table: str) -> int:
    key, foreign, _ = _TABLES[table]
    defined = [_column(name, kind, key, foreign) for name, kind in columns(reader, table)]
    database.execute(f'CREATE TABLE "{table}" ({", ".join(defined)})')
    places = ", ".join("?" * len(defined))
    put = f'INSERT INTO "{table}" VALUES ({places})'  # noqa: S608  (names of our own columns)
    given: Iterator[tuple[Any, ...]] = (
        tuple(map(_plain, row.values())) for row in rows(reader, select(table))
    )
    count = 0
    while batch := list(islice(given, BATCH)):
        database.executemany(put, batch)
        count += len(batch)
    return count


def _column(name: str, kind: str, key: str | None, foreign: Mapping[str, str]) -> str:
    made = f'"{name}" {_KINDS.get(kind, "INTEGER" if kind in ("INTEGER", "BIGINT", "BOOLEAN") else "TEXT")}'
    if name == key:
        made += " PRIMARY KEY NOT NULL"
    if name in foreign:
        other = foreign[name]
        made += f' REFERENCES "{other}" ("{_TABLES[other][0]}")'
    return made


def _search(database: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> None:
    """The full-text index of a table, as Datasette recognises it."""
    listed = ", ".join(f'"{column}"' for column in columns)
    database.execute(
        f'CREATE VIRTUAL TABLE "{table}_fts" USING FTS5 ({listed}, '
        f"tokenize = 'unicode61 remove_diacritics 2', content=\"{table}\")"
    )
    database.execute(f'INSERT INTO "{table}_fts" ("{table}_fts") VALUES (\'rebuild\')')  # noqa: S608


def _plain(value: Any) -> Any:
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    if value is None or isinstance(value, str | int | float):
        return value
    return value.isoformat()
