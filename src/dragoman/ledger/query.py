# The one module that reads: what is asked of a ledger.
# Rule: a connection belongs to one version for ever. Results that are still open keep it while new
#   questions get a new one.
"""Ask a ledger."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import filters, keys
from dragoman.ledger.derived import LEAST, SAID, Derived, sql
from dragoman.ledger.faults import told
from dragoman.ledger.files import Files
from dragoman.ledger.opened import CONFIG, Connection, Opened, Opening
from dragoman.ledger.rows import Plain, reading_of
from dragoman.ledger.tables import DETAILS

__all__ = ["Connection", "Reader", "Rows", "plain_rows", "sql"]

#: A result: ``.df()``, ``.pl()``, ``.arrow()``, ``.fetchall()``, or more SQL on it.
Rows = duckdb.DuckDBPyRelation
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
        self._files = Files(folder, at)
        self._opening = Opening(folder, self._files, at is None, judged, tuple(derived), least)
        self._version: tuple[int, int] | None = None
        self._opened: Opened | None = None

    def connection(self) -> Connection:
        """Return a connection with all views of ``views.sql``, the same while nothing is added.

        Raises: LedgerError if the ledger cannot be read.
        """
        return self._now().connection

    def version(self) -> int:
        """The newest version of the table of reports; -1 where nothing was entered yet.

        Raises: LedgerError if the ledger cannot be read.
        """
        return self._files.newest("reports")

    def files_of(self, table: str) -> list[Path]:
        """The files that make up a table now.

        Raises: LedgerError if one is gone, or is not as long as it was written.
        """
        return self._files.of(table)

    def keep(self) -> None:
        """Work out what questions about everything need, and keep it for the state of now.

        Raises: LedgerError if the ledger cannot be read or written.
        """
        with told(self._folder):
            self._opening.keep()
        self._opened = None

    def has(self, name: str) -> bool:
        """Whether a kept result of that name can be asked.

        Raises: LedgerError if the ledger cannot be read.
        """
        return name in self._now().kept

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
            names = self._files.of("reports")
            if not names:
                return {}
            # Not the views: a run asks this before every batch, and each adds a version.
            query = (
                "SELECT report_id, max(edition), arg_max(published, edition) FROM read_parquet(?) "
                "WHERE list_contains(?, report_id) GROUP BY report_id"
            )
            given = [[str(name) for name in names], list(ids)]
            with duckdb.connect(":memory:", config=CONFIG) as connection:
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

    def _now(self) -> Opened:
        """The state that is seen, opened."""
        with told(self._folder):
            version = self._newest("reports"), self._newest("judgements")
            if self._opened is None or version != self._version or not self._opened.sound():
                self._opened = self._opening.open()
                self._version = version
        return self._opened

    def _newest(self, name: str) -> int:
        """The version of a table; of an older state always the same."""
        if isinstance(self._at, int) and self._version is not None:
            return self._version[name != "reports"]
        return self._files.newest(name)


def _joined(wanted: Mapping[str, Any]) -> dict[str, str] | None:
    """The two places that the events asked for join, low before high; None if they need not."""
    sides = wanted.get("pair") or (wanted.get("actor"), wanted.get("recipient"))
    if isinstance(sides, str) or len(sides) != 2 or None in sides:
        return None
    low, high = sorted(keys.place(filters.code(side)) for side in sides)
    return {"low": low, "high": high} if low != high else None


def plain_rows(relation: Rows) -> list[Plain]:
    """The rows of a result as dicts."""
    names = relation.columns
    return [dict(zip(names, row, strict=True)) for row in relation.fetchall()]
