# Where what is kept lies: a folder a step, and each step stands on those below it.
# Rule 1: a step belongs to one state for ever: its name is made of the names of the files that hold
#   the state, and of the queries that were asked. It appears by one rename, whole. What was kept of
#   another state is never asked.
# Rule 2: of several steps that hold rows of a reading the last one counts; it says in "gone" of which
#   readings the rows below count no more. Cells and wholes lie whole in each step.
"""The folders of what is kept for a state of a ledger."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

import duckdb

from dragoman.ledger.derived import FOLDER, RULES, Derived, Rows, Whole, sql

#: Steps that are kept for earlier states, beside the newest one: somebody may still read them.
_EARLIER = 1
_MARKER = "step.json"
#: What makes the views that the queries ask.
_GROUND = ("current", "views", "copies", "told_on", "judged", "merged")
Connection = duckdb.DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Step:
    """One folder, and what its marker says."""

    path: Path
    readings: int  #: in "gone"
    below: tuple[str, ...] = ()  #: names of the folders that it stands on, the oldest first
    standing: Mapping[str, str] | None = None  #: name of cells → what their *standing* said

    @classmethod
    def at(cls, path: Path) -> Step | None:
        """The step in a folder; None if it, or one that it stands on, is not there."""
        try:
            told = json.loads((path / _MARKER).read_text(encoding="utf-8"))
            step = cls(path, told["readings"], tuple(told["below"]), told["standing"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
        return step if all((p / _MARKER).is_file() for p in step.paths) else None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The folders that it is made of, the oldest first."""
        return (*(self.path.parent / name for name in self.below), self.path)

    def mark(self, folder: Path) -> None:
        """Write the marker into *folder*, which is to be renamed."""
        told = {"readings": self.readings, "below": self.below, "standing": self.standing or {}}
        (folder / _MARKER).write_text(json.dumps(told), encoding="utf-8")


class Shelf:
    """Results that are kept for one state: where they lie, and whether they are there."""

    def __init__(
        self, ledger: Path, kind: str, sources: Iterable[Path], tables: Sequence[Derived]
    ) -> None:
        """Take the files that hold the state, and what is kept of it."""
        self.ledger = ledger
        self.tables = tuple(tables)
        rules = [RULES, duckdb.__version__, [repr(table) for table in self.tables]]
        rules += [sql(name) for name in _GROUND]
        self._kind = kind
        self._alike = f"{kind}-{_digest(rules)}-"
        name = self._alike + _digest(sorted(path.name for path in sources))
        self.path = ledger / FOLDER / name

    def __bool__(self) -> bool:
        return Step.at(self.path) is not None

    @property
    def paths(self) -> tuple[Path, ...]:
        """The folders that are read; none if nothing is kept."""
        step = Step.at(self.path)
        return step.paths if step else ()

    def before(self) -> Step | None:
        """The newest step for another state."""
        others = (path for path in self._folders(self._alike) if path != self.path)
        return next((step for path in others if (step := Step.at(path))), None)

    def show(self, connection: Connection) -> None:
        """Let a connection see what is kept, in the place of its views of these names."""
        for table in self.tables:
            if isinstance(table, Rows):
                continue
            kind = table.shown if isinstance(table, Whole) else "VIEW"
            if kind:
                query = in_folder(self.path / table.name)
                connection.execute(f"CREATE OR REPLACE {kind} {table.name} AS {query}")
        show_rows(connection, self._kind, self.tables, self.paths)

    def tidy(self) -> None:
        """Delete what belongs to states long gone, and what a process left that died here."""
        newest = self._folders(f"{self._kind}-")
        newest = [self.path, *(path for path in newest if path != self.path)]
        kept = {p for path in newest[: _EARLIER + 1] if (s := Step.at(path)) for p in s.paths}
        drafts = self.path.parent.glob(f".{self._kind}-*")
        for path in (*drafts, *(path for path in newest if path not in kept)):
            shutil.rmtree(path, ignore_errors=True)

    def _folders(self, prefix: str) -> list[Path]:
        """Folders with names of that kind, the newest first."""
        found = [(p.stat().st_mtime, p) for p in self.path.parent.glob(f"{prefix}*")]
        return [path for _, path in sorted(found, reverse=True)]


def show_rows(
    connection: Connection,
    kind: str,
    tables: Iterable[Derived],
    paths: Sequence[Path],
    prefix: str = "",
) -> None:
    """Let a connection see the rows that count of several steps, the oldest first.

    Args:
        kind: no other that is shown has this name.
        prefix: before the names of the views; with one, nothing takes the place of anything.
    """
    gone = f"{prefix}gone_{kind}"
    connection.execute(f"CREATE OR REPLACE TABLE {gone} (reading_id BIGINT, step INTEGER)")
    for number, path in list(enumerate(paths))[1:]:
        put = f"INSERT INTO {gone} SELECT reading_id, {number} FROM ({in_folder(path / 'gone')})"  # noqa: S608
        connection.execute(put)
    for table in tables:
        if isinstance(table, Rows):
            rows = " UNION ALL ".join(_counting(paths, table.name, gone))
            show_as(connection, table, rows, prefix)


def show_as(connection: Connection, table: Rows, rows: str, prefix: str = "") -> None:
    """Show *rows*, a query, as those of a table."""
    read = f"{prefix}{table.name}_read"
    _view(connection, read, rows)
    _view(connection, f"{prefix}{table.name}", f"SELECT * EXCLUDE (reading_id) FROM {read}")  # noqa: S608
    for name, query in {} if prefix else table.shows.items():
        _view(connection, name, query.format(rows=read))


def in_folder(folder: Path) -> str:
    """The query of all rows that lie in a folder."""
    return f"SELECT * FROM read_parquet('{escaped(folder)}/*.parquet')"  # noqa: S608


def escaped(path: Path) -> str:
    """A path between single quotes."""
    return str(path).replace("'", "''")


def _counting(paths: Sequence[Path], name: str, gone: str) -> Iterator[str]:
    """For each step, the query of its rows that no later one has replaced."""
    for number, path in enumerate(paths):
        rows = in_folder(path / name)
        if number < len(paths) - 1:
            later = f"SELECT reading_id FROM {gone} WHERE step > {number}"  # noqa: S608
            rows += f" ANTI JOIN ({later}) USING (reading_id)"
        yield rows


def _view(connection: Connection, name: str, query: str) -> None:
    connection.execute(f"CREATE OR REPLACE VIEW {name} AS {query}")


def _digest(value: Any) -> str:
    return blake2b(json.dumps(value, default=str).encode(), digest_size=8).hexdigest()
