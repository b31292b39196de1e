# How what is kept follows a ledger that grows.
# Rule 1: what is in steps is what would be there if all were worked out at once (a test compares both
#   on random ledgers). So a reading is touched by everything that its rows follow from: that it came
#   or went, the group of its text, judgements, the merging of actors, the happenings of its events.
# Rule 2: a step takes the place of those below it that are not much longer than itself. So there are
#   few, however many there were, and a reading is worked out again only some times.
# Rule 3: memory is that of a part: so many readings at a time, and cells of so many.
"""Work out what is kept for a state of a ledger, from what was kept for the one before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb

from dragoman.ledger.derived import Cells, Rows, Whole
from dragoman.ledger.folder import alone
from dragoman.ledger.shelf import Shelf, Step, escaped, in_folder, show_as, show_rows

Connection = duckdb.DuckDBPyConnection
#: Readings of one part; those whose cells are worked out together are narrow.
_PART, _CELLS_PART = 125_000, 1_000_000
#: A step takes in those below it that are at most so many times as long.
_TAKEN_IN = 2
#: Rows that are read at once where some of a file are asked for.
_GROUP = 20_480


def fill(shelf: Shelf, connection: Connection) -> None:
    """Work out all that is kept for a state, and keep it; nothing where another process did.

    Args:
        connection: sees the state; its views show others afterwards, and it is to be closed.
    Raises: OSError, duckdb.Error: it cannot be written.
    """
    with alone(shelf.ledger):
        if shelf:
            return
        draft = shelf.path.parent / f".{shelf.path.name}.{uuid4().hex}"
        try:
            draft.mkdir(parents=True)
            _Filling(shelf, connection, draft).fill()
            shutil.rmtree(shelf.path, ignore_errors=True)  # it stood on what is gone
            draft.rename(shelf.path)
        except BaseException:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        shelf.tidy()


class _Filling:
    """One step while it is made."""

    def __init__(self, shelf: Shelf, connection: Connection, draft: Path) -> None:
        self._shelf, self._connection, self._draft = shelf, connection, draft
        self._before = shelf.before()
        tables = shelf.tables
        self._rows = [table for table in tables if isinstance(table, Rows)]
        self._cells = [table for table in tables if isinstance(table, Cells)]
        self._wholes = [table for table in tables if isinstance(table, Whole)]

    def fill(self) -> None:
        """Write everything into the draft."""
        for whole in self._wholes:
            self._write(f"{whole.query} ORDER BY {whole.order}", whole.name)
        self._touch()
        below = self._take_in()
        self._write("SELECT reading_id FROM taken ORDER BY reading_id", "gone")
        self._fill_rows()
        paths = (*(path for path in (self._before.paths if self._before else ()) if path.name in below), self._draft)  # fmt: skip
        show_rows(self._connection, "made", self._rows, paths)
        standing = {cells.name: self._fill_cells(cells) for cells in self._cells}
        readings = self._number("SELECT count(*) FROM taken")
        Step(self._shelf.path, readings, below, standing).mark(self._draft)

    def _touch(self) -> None:
        """Find the readings whose rows may be other ones than before: the table "touched"."""
        run = self._connection.execute
        run("CREATE TABLE all_readings AS FROM current_readings")
        run("CREATE TABLE touched (reading_id BIGINT)")
        if self._before is None:
            run("INSERT INTO touched FROM all_readings")
            return
        show_rows(self._connection, "before", self._rows, self._before.paths, "old_")
        for whole in self._wholes:
            old, new = (in_folder(path / whole.name) for path in (self._before.path, self._draft))
            if whole.touches:
                run(
                    f"CREATE OR REPLACE TABLE changed AS ({old} EXCEPT {new}) UNION ALL ({new} EXCEPT {old})"
                )
                if self._number("SELECT count(*) FROM changed"):
                    run(f"INSERT INTO touched {whole.touches}")
        run("CREATE OR REPLACE TABLE touched AS SELECT DISTINCT reading_id FROM touched")

    def _take_in(self) -> tuple[str, ...]:
        """Choose the steps that this one stands on; the readings that it holds: the table "taken"."""
        run = self._connection.execute
        run("CREATE TABLE taken AS FROM touched")
        below = list(self._before.paths) if self._before else []
        while below:
            last = Step.at(below[-1])
            count = self._number("SELECT count(*) FROM taken")
            if last is not None and last.readings > _TAKEN_IN * count:
                break
            run(f"INSERT INTO taken {in_folder(below.pop() / 'gone')}")
            run("CREATE OR REPLACE TABLE taken AS SELECT DISTINCT reading_id FROM taken")
        if not below:
            run("INSERT INTO taken FROM all_readings ANTI JOIN taken USING (reading_id)")
            self._before = None  # all is worked out at once
        return tuple(path.name for path in below)

    def _fill_rows(self) -> None:
        """Write the rows of all readings that are taken, a part of these at a time."""
        run = self._connection.execute
        # By day of publication, so that a month lies in few parts.
        number = f"(row_number() OVER (ORDER BY published, reading_id) - 1) // {_PART}"
        held = "(FROM all_readings SEMI JOIN taken USING (reading_id))"
        rows = f"SELECT reading_id, {number} AS part FROM raw_reports SEMI JOIN {held} USING (reading_id)"  # noqa: S608
        run(f"CREATE TABLE portions AS {rows}")
        for part in range(self._number("SELECT coalesce(max(part), 0) + 1 FROM portions")):
            self._narrow(f"SELECT reading_id FROM portions WHERE part = {part}")  # noqa: S608
            for table in self._rows:
                path = self._write(f"{table.query} ORDER BY {table.order}", table.name, part)
                if table.early:
                    show_as(self._connection, table, f"FROM '{escaped(path)}'")
        self._narrow("SELECT reading_id FROM all_readings")

    def _fill_cells(self, cells: Cells) -> str:
        """Write the cells whose rows are others than before, and the other cells as they were."""
        run = self._connection.execute
        standing = repr(run(cells.standing).fetchall()) if cells.standing else ""
        rows = f"{cells.of}_read"
        before = self._before
        if before is None or (before.standing or {}).get(cells.name) != standing:
            self._fill_all_cells(cells, rows)
            return standing
        keys = ", ".join(f"{value} AS {name}" for name, value in cells.key.items())
        made = in_folder(self._draft / cells.of)
        run(
            f"CREATE OR REPLACE TABLE keys AS SELECT {keys} FROM old_{rows} SEMI JOIN touched USING (reading_id) "  # noqa: S608
            f"UNION SELECT {keys} FROM ({made}) SEMI JOIN touched USING (reading_id)"
        )
        run(f"CREATE OR REPLACE VIEW some_{cells.of} AS {_with_keys(rows, cells)}")
        old = f"{in_folder(before.path / cells.name)} ANTI JOIN keys USING ({', '.join(cells.key)})"
        query = f"FROM (({old}) UNION ALL BY NAME (FROM ({cells.query}))) ORDER BY {cells.order}"
        self._write(query, cells.name, values=cells.values)
        return standing

    def _fill_all_cells(self, cells: Cells, rows: str) -> None:
        """Write all cells, worked out a part of the keys at a time."""
        count = self._number("SELECT count(*) FROM all_readings")
        parts = -(-count // _CELLS_PART) or 1
        hashed = f"hash({', '.join(cells.key.values())})"
        for part in range(parts):
            among = f"SELECT * FROM {rows} WHERE {hashed} % {parts} = {part}"  # noqa: S608
            self._connection.execute(f"CREATE OR REPLACE VIEW some_{cells.of} AS {among}")
            self._write(cells.query, "parts", part, cells.values)
        self._write(f"{in_folder(self._draft / 'parts')} ORDER BY {cells.order}", cells.name)
        shutil.rmtree(self._draft / "parts")

    def _write(
        self, query: str, name: str, part: int = 0, values: Mapping[str, Any] | None = None
    ) -> Path:
        """Write the result of a query into a file of its own."""
        (self._draft / name).mkdir(exist_ok=True)
        path = self._draft / name / f"{part:03}.parquet"
        how = f"FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE {_GROUP}"
        self._connection.execute(f"COPY ({query}) TO '{escaped(path)}' ({how})", dict(values or {}))
        with path.open("rb") as file:
            os.fsync(file.fileno())
        return path

    def _narrow(self, readings: str) -> None:
        """Let the views show these readings alone, of all that count."""
        # A new table: the database knows how long it is, and joins accordingly.
        self._connection.execute(f"CREATE OR REPLACE TABLE current_readings AS {readings}")

    def _number(self, query: str) -> int:
        ((number,),) = self._connection.execute(query).fetchall()
        return int(number)


def _with_keys(rows: str, cells: Cells) -> str:
    """The query of those rows whose key is in the table "keys"."""
    made = ", ".join(f"{value} AS key_{name}" for name, value in cells.key.items())
    given = ", ".join(f"{name} AS key_{name}" for name in cells.key)
    names = ", ".join(f"key_{name}" for name in cells.key)
    return (
        f"SELECT * EXCLUDE ({names}) FROM (SELECT *, {made} FROM {rows}) "  # noqa: S608
        f"SEMI JOIN (SELECT {given} FROM keys) USING ({names})"
    )
