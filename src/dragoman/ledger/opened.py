# One state of a ledger, opened: a connection that sees it.
# Rule 1: DuckDB only computes, in memory, over the Parquet files that a version of each Delta
#   table names (seven times faster than over its Arrow dataset). It can open these folders
#   and nothing else: no other file, no network, no extension.
# Rule 2: whatever is kept of a state (derived.py) changes how long questions take, never an answer.
"""Connections that see one state of a ledger."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import gettempdir
from typing import Any

import duckdb

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import copies, verdicts
from dragoman.ledger.derived import GROUNDS, LEAST, SOURCES, VIEWS, Derived, sql
from dragoman.ledger.faults import writing
from dragoman.ledger.files import Files, Found
from dragoman.ledger.shelf import Shelf
from dragoman.ledger.steps import fill
from dragoman.ledger.tables import SCHEMAS

Connection = duckdb.DuckDBPyConnection
CONFIG: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    # Not the folder that somebody happens to stand in.
    "temp_directory": str(Path(gettempdir()) / f"dragoman-{os.getpid()}"),
}
#: For working out what is kept, in order of its files and within bounds; the rest goes to disk.
_FILLING: Mapping[str, Any] = {"memory_limit": "1000MB", "preserve_insertion_order": False}


@dataclass(frozen=True, slots=True)
class Opened:
    """A connection that sees one state for ever, and what of it was kept."""

    connection: Connection
    kept: frozenset[str] = frozenset()  #: names of results that need not be worked out
    paths: frozenset[Path] = frozenset()  #: folders that it reads beside the tables

    def sound(self) -> bool:
        """Whether all these folders are still there."""
        return all(path.is_dir() for path in self.paths)


@dataclass(frozen=True, slots=True)
class Opening:
    """How states of one ledger are opened.

    Args:
        folder: of a sound ledger.
        files: of the state that is to be seen.
        lasting: whether it may be kept: the state of now.
        judged: False to see everything as it was read.
        derived: results that are kept beside those of the ledger itself.
        least: events from which what each opening needs is kept of itself.
    """

    folder: Path
    files: Files
    lasting: bool = True
    judged: bool = True
    derived: tuple[Derived, ...] = ()
    least: int = LEAST

    def open(self) -> Opened:
        """Open the state of now.

        Raises: LedgerError, duckdb.Error: it cannot be read.
        """
        found = self.files.found()
        grounds, views = self._shelves(found)
        if not grounds and self._keeps(found) and self.files.count("events") >= self.least:
            with suppress(LedgerError, OSError, duckdb.Error):  # then it is worked out again
                self._fill(grounds, found)
        connection = self._grounded(found, grounds)
        if not (self._keeps(found) and views):
            return Opened(connection, paths=frozenset(grounds.paths))
        views.show(connection)
        kept = frozenset(table.name for table in views.tables)
        return Opened(connection, kept, frozenset((*views.paths, *grounds.paths)))

    def keep(self) -> None:
        """Work out what questions about everything need, and keep it.

        Raises: LedgerError, OSError, duckdb.Error: the ledger cannot be read or written.
        """
        found = self.files.found()
        grounds, views = self._shelves(found)
        if views or not self._keeps(found):
            return
        if not grounds and self.files.count("events") >= self.least:
            self._fill(grounds, found)
        with self._grounded(found, grounds, _FILLING) as connection, writing(self.folder):
            fill(views, connection)

    def _fill(self, grounds: Shelf, found: Found) -> None:
        with self._settled(found, _FILLING) as connection, writing(self.folder):
            fill(grounds, connection)

    def _keeps(self, found: Found) -> bool:
        """Whether results are kept for the state that is seen: the one of now, with its judgements."""
        return self.lasting and (self.judged or not found["judgements"])

    def _shelves(self, found: Found) -> tuple[Shelf, Shelf]:
        sources = [path for name in SOURCES for path in found[name]]
        views = (*VIEWS, *self.derived)
        return (
            Shelf(self.folder, "grounds", sources, GROUNDS),
            Shelf(self.folder, "views", sources, views),
        )

    def _grounded(
        self, found: Found, grounds: Shelf, config: Mapping[str, Any] | None = None
    ) -> Connection:
        """A connection with all views; what stands below them is taken from where it is kept."""
        if not (self._keeps(found) and grounds):
            connection = self._settled(found, config)
            happened = f"CREATE TEMP TABLE some_happened AS {sql('happened')}"
            connection.execute(happened)
            connection.execute(f"INSERT INTO event_happenings {sql('happenings')}")
            connection.execute("DROP TABLE some_happened")
            return connection
        connection = self._plain(found, config)
        grounds.show(connection)
        connection.execute(sql("views"))
        self._judge(connection, found)
        return connection

    def _settled(self, found: Found, config: Mapping[str, Any] | None = None) -> Connection:
        """A connection with all views, which lacks happenings of several reports alone."""
        connection = self._plain(found, config)
        connection.execute(sql("current"))
        connection.execute(sql("views"))
        copies.settle(connection, sql("copies"))
        connection.execute(f"CREATE TABLE told_on AS {sql('told_on')}")
        self._judge(connection, found)
        return connection

    def _judge(self, connection: Connection, found: Found) -> None:
        if self.judged and found["judgements"]:
            verdicts.settle(connection, sql("judged"), sql("merged"))

    def _plain(self, found: Found, config: Mapping[str, Any] | None = None) -> Connection:
        """A connection that can open these files and nothing else, as raw_<table>."""
        connection = duckdb.connect(":memory:", config=CONFIG | dict(config or {}))
        folder = str(self.folder).replace("'", "''")
        connection.execute(f"SET allowed_directories = ['{folder}/']")
        connection.execute("SET enable_external_access = false")
        # What is written is never changed: where its columns lie need not be read for every question.
        connection.execute("SET parquet_metadata_cache = true")
        # It is drawn among the rows that are printed, wherever these go.
        connection.execute("SET enable_progress_bar = false")
        connection.execute("SET lock_configuration = true")
        for name, schema in SCHEMAS.items():
            if found[name]:
                listed = ", ".join(_quoted(path) for path in found[name])
                connection.execute(f"CREATE VIEW raw_{name} AS SELECT * FROM read_parquet([{listed}])")  # fmt: skip  # noqa: S608
            else:
                connection.register(f"raw_{name}", schema.empty_table())
        connection.execute("CREATE TABLE moment (instant TIMESTAMPTZ, judged TIMESTAMPTZ)")
        put = "INSERT INTO moment VALUES (?::VARCHAR::TIMESTAMPTZ, ?::VARCHAR::TIMESTAMPTZ)"
        connection.execute(put, [self.files.moment(), self.files.until()])
        return connection


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
