# The one module that reads.
# Rule 1: DuckDB only computes, in memory, over the Parquet files that a version of each Delta
#   table names (seven times faster than over its Arrow dataset). It can open these folders
#   and nothing else: no other file, no network, no extension.
# Rule 2: the version of "reports" is taken first and those of the details after it, so that
#   whatever a report needs is there, however many processes write meanwhile.
# Rule 3: a connection belongs to one version for ever. Results that are still open keep it
#   while new questions get a new one.
"""Ask a ledger."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import Path
from tempfile import gettempdir
from typing import Any
from urllib.parse import unquote

import duckdb
import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError, TableNotFoundError

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import copies, filters, keys, verdicts
from dragoman.ledger.derived import GROUNDS, LEAST, SAID, SOURCES, VIEWS, Derived, Shelf
from dragoman.ledger.faults import check_file, check_log, told, writing
from dragoman.ledger.rows import Plain, reading_of
from dragoman.ledger.tables import DETAILS, SCHEMAS

#: A result: ``.df()``, ``.pl()``, ``.arrow()``, ``.fetchall()``, or more SQL on it.
Rows = duckdb.DuckDBPyRelation
Connection = duckdb.DuckDBPyConnection
_CONFIG: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Not the folder that somebody happens to stand in.
    "temp_directory": str(Path(gettempdir()) / f"dragoman-{os.getpid()}"),
}
#: For working out what is kept, in order of its files and within bounds; the rest goes to disk.
_FILLING: Mapping[str, Any] = {"memory_limit": "1200MB", "preserve_insertion_order": False}
_ORDERS = {
    "events": "e.happened, e.report_id, e.start, e.id",
    "claims": "e.published, e.report_id, e.start, e.id",
    "transfers": "e.published, e.report_id, e.start, e.id",
    "agreements": "e.name, e.published, e.id",
    "search": "e.published DESC NULLS LAST, e.report_id",
}


class Reader:
    """Reads one ledger, the newest state of it or an older one.

    Args:
        folder: of a sound ledger (``open_folder``).
        at: a day (its end, UTC), a moment, or a version of the table of reports; None is now.
        judged: False to see everything as it was read, whatever people said of it.
        derived: results that :meth:`keep` keeps beside those of the ledger itself.
        least: events from which what each opening needs is kept of itself.
    """

    def __init__(
        self,
        folder: Path,
        at: date | datetime | int | None = None,
        *,
        judged: bool = True,
        derived: Sequence[Derived] = (),
        least: int = LEAST,
    ) -> None:
        self._folder = folder
        self._at = at
        self._judged = judged
        self._derived = tuple(derived)
        self._least = least
        self._kept: dict[str, Path] = {}
        self._tables: dict[str, DeltaTable] = {}
        self._version: tuple[int, int] | None = None
        self._connection: Connection | None = None

    def connection(self) -> Connection:
        """Return a connection with all views of ``views.sql``, the same while nothing is added.

        Raises: LedgerError if the ledger cannot be read.
        """
        with told(self._folder):
            version = self._newest(), self._newest("judgements")
            gone = not all(path.is_dir() for path in set(self._kept.values()))
            if self._connection is None or version != self._version or gone:
                self._connection = self._open()
                self._version = version
        return self._connection

    def keep(self) -> None:
        """Work out what questions about everything need, and keep it for the state of now.

        Raises: LedgerError if the ledger cannot be read or written.
        """
        with told(self._folder):
            found = self._found()
            shelf = self._shelf(found, (*VIEWS, *self._derived))
            if shelf or not self._keeps(found):
                return
            connection = self._grounded(found, _FILLING)
        with connection, writing(self._folder):
            shelf.fill(connection)
        self._connection = None

    def has(self, name: str) -> bool:
        """Whether a kept result of that name can be asked.

        Raises: LedgerError if the ledger cannot be read.
        """
        self.connection()
        return name in self._kept

    def ask(self, question: str, wanted: Mapping[str, Any], *, limit: int | None = None) -> Rows:
        """Return the rows of a view that fit.

        Args:
            question: "events", "claims", "transfers" or "agreements".
            wanted: filters by name (``filters.ALLOWED``); None is none.
            limit: rows at most.
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        where, values = filters.conditions(question, wanted)
        joined = _joined(wanted) if question == "events" else None
        if joined and self.has("accounts_by_pair"):
            columns = f"* EXCLUDE (a, b, nth, {SAID})"
            view = f"(SELECT {columns} FROM accounts_by_pair WHERE a = $low AND b = $high)"  # noqa: S608
            return self._rows(question, view, where, values | joined, limit)
        return self._rows(question, f"{question}_told", where, values, limit)

    def timeline(self, wanted: Mapping[str, Any], *, limit: int | None = None) -> Rows:
        """Return the events that have a date of their own, by date. Otherwise as :meth:`ask`."""
        where, values = filters.conditions("events", wanted)
        where = f"{where} AND coalesce(e.day, e.last_day) IS NOT NULL"
        return self._rows("events", "events_told", where, values, limit)

    def actors(self, wanted: Mapping[str, Any], *, limit: int | None = None) -> Rows:
        """Return a row for each actor of the events that fit. Otherwise as :meth:`ask`."""
        where, values = filters.conditions("events", wanted)
        events = f"SELECT * FROM events_told AS e WHERE {where}"  # noqa: S608  (constants)
        return self.run(sql("actors").format(events=events), values, limit)

    def search(self, text: str, wanted: Mapping[str, Any], *, limit: int | None = None) -> Rows:
        """Return the reports that hold all words of *text*; ``"in quotes"`` is one word.

        Raises: LedgerError if there is nothing to look for.
        """
        looked_for = [a or b for a, b in re.findall(r'"([^"]+)"|([^\s"]+)', text)]
        if not looked_for:
            raise LedgerError("search", "nothing to look for.", "Write a word of the reports.")
        where, values = filters.conditions("search", wanted)
        fold = "SELECT list_transform($words, lambda one: strip_accents(lower(one)))"
        (needles,) = self.run(fold, {"words": looked_for}).fetchall()[0]
        view = f"({sql('search')})"
        return self._rows("search", view, where, {**values, "needles": needles}, limit)

    def copies(self, wanted: Mapping[str, Any], *, limit: int | None = None) -> Rows:
        """Return a row for each text that several reports carry, one of which fits.

        Otherwise as :meth:`ask`.
        """
        where, values = filters.conditions("copies", wanted)
        return self.run(sql("copy_groups").format(where=where), values, limit)

    def known(self, ids: Sequence[str]) -> dict[str, tuple[int, date | None]]:
        """Return the edition and the day of publication of those of *ids* that are entered."""
        with told(self._folder):
            names = self._files("reports")
            if not names:
                return {}
            # Not the views: a run asks this before every batch, and each adds a version.
            query = (
                "SELECT report_id, max(edition), arg_max(published, edition) FROM read_parquet(?) "
                "WHERE list_contains(?, report_id) GROUP BY report_id"
            )
            given = [[str(name) for name in names], list(ids)]
            with duckdb.connect(":memory:", config=_CONFIG) as connection:
                rows = connection.execute(query, given).fetchall()
        return {report: (edition, published) for report, edition, published in rows}

    def reading(self, report_id: str) -> Plain:
        """Return what was read from one report, as it was entered (the schema of a reading).

        Raises: LedgerError if there is no such report.
        """
        key = {"id": report_id}
        semi = "SEMI JOIN current_readings USING (reading_id) WHERE report_id = $id"
        columns = "published, outlet, url, more"  # times with a zone would need pytz
        found = self.dicts(f"SELECT {columns} FROM raw_reports {semi}", key)  # noqa: S608
        if not found:
            raise LedgerError(report_id, "no such report here.", "See the column report_id.")
        details = {
            table: self.dicts(f"SELECT * FROM raw_{table} {semi} ORDER BY position", key)  # noqa: S608
            for table in DETAILS
            if table != "acts"
        }
        return reading_of(found[0], details)

    def run(
        self, query: str, values: Mapping[str, Any] | None = None, limit: int | None = None
    ) -> Rows:
        """Return the result of a query of this package, its values bound.

        Raises: LedgerError if the ledger cannot be read.
        """
        if limit is not None:
            query = f"SELECT * FROM ({query}) LIMIT {int(limit)}"  # noqa: S608
        with told(self._folder):
            return self.connection().sql(query, params=dict(values or {}))

    def rows_of(self, query: str, values: Mapping[str, Any] | None = None) -> list[Any]:
        """Like :meth:`run`, the rows themselves."""
        with told(self._folder):
            return self.run(query, values).fetchall()

    def dicts(self, query: str, values: Mapping[str, Any] | None = None) -> list[Plain]:
        """Like :meth:`rows_of`, as dicts."""
        with told(self._folder):
            return plain_rows(self.run(query, values))

    def _rows(
        self, question: str, view: str, where: str, values: Mapping[str, Any], limit: int | None
    ) -> Rows:
        # view, where and order are constants of this package; what was passed is in values.
        query = f"SELECT * FROM {view} AS e WHERE {where} ORDER BY {_ORDERS[question]}"  # noqa: S608
        return self.run(query if limit is None else f"{query} LIMIT {int(limit)}", values)

    def _newest(self, name: str = "reports") -> int:
        """The version of a table; -1 where nothing was entered yet."""
        if isinstance(self._at, int) and self._version is not None:
            return self._version[name != "reports"]
        table = self._table(name)
        return -1 if table is None else int(table.version())

    def _table(self, name: str) -> DeltaTable | None:
        """The table as it is now; None where nothing was written yet."""
        path = self._folder / name
        with told(path / "_delta_log"):
            seen = self._tables[name].version() if name in self._tables else -1
            if seen >= 0:
                self._tables[name].update_incremental()
            elif (path / "_delta_log").is_dir():
                try:
                    self._tables[name] = DeltaTable(str(path))
                except TableNotFoundError:  # another process is making it
                    return None
            if name in self._tables:
                check_log(path, seen, self._tables[name].version())
        return self._tables.get(name)

    def _open(self) -> Connection:
        found = self._found()
        connection = self._grounded(found)
        shelf = self._shelf(found, (*VIEWS, *self._derived))
        kept = self._keeps(found) and bool(shelf)
        self._kept = {t.name: shelf.path for t in shelf.tables} if kept else {}
        if kept:
            shelf.show(connection)
        return connection

    def _grounded(
        self, found: Mapping[str, list[Path]], config: Mapping[str, Any] | None = None
    ) -> Connection:
        """A connection with all views; what stands below them is kept where that takes long."""
        connection = self._plain(found, config)
        shelf = self._shelf(found, GROUNDS)
        connection.execute("CREATE TABLE moment (instant TIMESTAMPTZ, judged TIMESTAMPTZ)")
        put = "INSERT INTO moment VALUES (?::VARCHAR::TIMESTAMPTZ, ?::VARCHAR::TIMESTAMPTZ)"
        connection.execute(put, [_moment(self._at), self._until()])
        there = self._keeps(found) and bool(shelf)
        if there:
            shelf.show(connection)
        else:
            connection.execute(sql("current"))
        connection.execute(sql("views"))
        if not there:
            copies.settle(connection, sql("copies"))
        if self._judged and found["judgements"]:
            verdicts.settle(connection, sql("judged"), sql("merged"))
        if there:
            return connection
        connection.execute(sql("happenings"))
        if self._keeps(found) and self._count("events") >= self._least:
            with suppress(LedgerError, OSError, duckdb.Error):  # then it is worked out again
                shelf.fill(connection)
        return connection

    def _keeps(self, found: Mapping[str, list[Path]]) -> bool:
        """Whether results are kept for the state that is seen: the one of now, with its judgements."""
        return self._at is None and (self._judged or not found["judgements"])

    def _shelf(self, found: Mapping[str, list[Path]], tables: Sequence[Derived]) -> Shelf:
        sources = [path for name in SOURCES for path in found[name]]
        return Shelf(self._folder, sources, tables)

    def _found(self) -> dict[str, list[Path]]:
        """The files of each table."""
        names = self._files("reports", self._at if isinstance(self._at, int) else None)
        return {"reports": names} | {n: self._files(n) for n in SCHEMAS if n != "reports"}

    def _plain(
        self, found: Mapping[str, list[Path]], config: Mapping[str, Any] | None = None
    ) -> Connection:
        """A connection that can open these files and nothing else, as raw_<table>."""
        connection = duckdb.connect(":memory:", config=_CONFIG | dict(config or {}))
        folder = str(self._folder).replace("'", "''")
        connection.execute(f"SET allowed_directories = ['{folder}/']")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        for name, schema in SCHEMAS.items():
            if found[name]:
                listed = ", ".join(_quoted(path) for path in found[name])
                connection.execute(f"CREATE VIEW raw_{name} AS SELECT * FROM read_parquet([{listed}])")  # fmt: skip  # noqa: S608
            else:
                connection.register(f"raw_{name}", schema.empty_table())
        return connection

    def _count(self, name: str) -> int:
        """Rows that lie in the files of a table, as these were found last."""
        if name not in self._tables:
            return 0
        added = pa.table(self._tables[name].get_add_actions(flatten=True))
        return sum(n or 0 for n in added.column("num_records").to_pylist())

    def _files(self, name: str, version: int | None = None) -> list[Path]:
        """The files that make up a table.

        Raises: LedgerError if one is gone, or is not as long as it was written.
        """
        table = self._table(name)
        if table is not None and version is not None:
            table = self._old(name, version)
        if table is None:
            return []
        added = pa.table(table.get_add_actions(flatten=True)).select(["path", "size_bytes"])
        made = []
        for row in added.to_pylist():
            path = self._folder / name / unquote(row["path"])
            check_file(path, row["size_bytes"])
            made.append(path)
        return made

    def _until(self) -> str | None:
        """The last moment of the state that is seen, as text; None if it lasts.

        A version of the table of reports lasts until the next one.
        """
        table = self._tables.get("reports")
        if not isinstance(self._at, int) or table is None or table.version() <= self._at:
            return None if isinstance(self._at, int) else _moment(self._at)
        after = table.history(table.version() - self._at)[-1]["timestamp"]
        return datetime.fromtimestamp(after / 1000, UTC).isoformat()

    def _old(self, name: str, version: int) -> DeltaTable:
        try:
            return DeltaTable(str(self._folder / name), version=version)
        except (DeltaError, OSError, OverflowError) as error:
            reason = f"has no version {version} (any more)."
            hint = "Ask for a day: its state is kept for ever."
            raise LedgerError(str(self._folder), reason, hint) from error


def _joined(wanted: Mapping[str, Any]) -> dict[str, str] | None:
    """The two places that the events asked for join, low before high; None if they need not."""
    sides = wanted.get("pair") or (wanted.get("actor"), wanted.get("recipient"))
    if isinstance(sides, str) or len(sides) != 2 or None in sides:
        return None
    low, high = sorted(keys.place(filters.code(side)) for side in sides)
    return {"low": low, "high": high} if low != high else None


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"


def _moment(at: date | datetime | int | None) -> str | None:
    """The last moment that counts, as text; None if all do."""
    if at is None or isinstance(at, int):
        return None
    if not isinstance(at, datetime):
        at = datetime.combine(at, time.max)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()


def plain_rows(relation: Rows) -> list[Plain]:
    """The rows of a result as dicts."""
    names = relation.columns
    return [dict(zip(names, row, strict=True)) for row in relation.fetchall()]


@cache
def sql(name: str) -> str:
    """The text of one of the .sql files beside this module."""
    return (files("dragoman.ledger") / "sql" / f"{name}.sql").read_text(encoding="utf-8")
