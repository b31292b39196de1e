# What follows from one state of a ledger and takes long to work out: which reports are copies, which
# events are one happening, acts in order of their pairs. Kept as Parquet files in the ledger's folder
# "derived", so that it is worked out once for a state and not at each opening.
# Rule 1: it is never the truth. The folder can be deleted at any moment, by anybody: it is made
#   again from the tables, and without it (a read-only folder, a full disk) all questions have the
#   same answers, later.
# Rule 2: a folder of it belongs to one state for ever: its name is made of the names of the files
#   that hold the state, and of the queries that were asked. It appears by one rename, whole.
#   What was kept of another state is never asked.
# Rule 3: what is kept is the result of a query, named: nothing here knows what it means. Other
#   layers add their own (relations/sums.py).
"""Results of queries that are kept for one state of a ledger."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from typing import Any
from uuid import uuid4

import duckdb

from dragoman.ledger.folder import alone

#: The folder, inside that of the ledger.
FOLDER = "derived"
#: Tables of the ledger from which all of it follows.
SOURCES = ("reports", "events", "parties", "claims", "acts", "copies", "judgements")
#: Days that two accounts of one happening may lie apart, where nothing else is asked for.
WITHIN = 30
#: Raised when what is kept changes its meaning by more than the queries say.
RULES = 1
#: Events from which it is worth while: less is worked out in the time of a breath.
LEAST = 50_000
#: Earlier states that are kept beside the newest one: somebody may still read them.
_EARLIER = 1


@dataclass(frozen=True, slots=True)
class Derived:
    """One result that is kept: a query over the views of a ledger and what stands before it.

    A large result is asked for in parts, each of which fits in memory, and each in its own order.
    """

    name: str  #: of the table
    query: str  #: may say $part and $parts where *parts* is "query"
    values: Mapping[str, Any] = field(default_factory=dict)
    parts: str = ""  #: "readings": a part of the reports at a time; "query": as it says; "": whole
    loaded: bool = False  #: held in memory where it is used


def _sql(name: str) -> str:
    return (files("dragoman.ledger") / "sql" / f"{name}.sql").read_text(encoding="utf-8")


#: What stands in the place of tables of current.sql, and so before the views.
GROUNDS = (
    Derived(
        "current_readings",
        "SELECT reading_id FROM current_readings ORDER BY reading_id",
        loaded=True,
    ),
    Derived("links", "SELECT * FROM links ORDER BY ALL"),
    Derived("text_groups", "SELECT * FROM text_groups ORDER BY text_id"),
    Derived("event_happenings", "SELECT * FROM event_happenings ORDER BY reading_id, event_id"),
)
#: What stands in the place of views, or beside them.
VIEWS = (
    Derived("acts", "SELECT * FROM acts ORDER BY source, target, day", parts="readings"),
    Derived("accounts_by_pair", _sql("accounts_by_pair"), parts="readings"),
    Derived("positions", "SELECT * FROM positions"),
    Derived(
        "contested", _sql("contested").format(meets=_sql("meets")), {"within": WITHIN}, "query"
    ),
    Derived(
        "contested_accounts",
        "SELECT * FROM accounts WHERE id IN (SELECT event_id FROM contested)",
    ),
)
#: Columns that accounts have and events have not.
SAID = "said, speaker_name, content, content_start, content_end, cue, quoted"
#: Readings of one part.
_PART = 250_000
#: Views that show what is kept for others.
_INSTEAD = {
    "accounts": "SELECT * EXCLUDE (a, b, nth) FROM accounts_by_pair WHERE nth = 1",
    "events_told": f"SELECT * EXCLUDE ({SAID}) FROM accounts",  # noqa: S608
}


class Shelf:
    """Results that are kept for one state: where they lie, and whether they are there."""

    def __init__(self, ledger: Path, sources: Iterable[Path], tables: Sequence[Derived]) -> None:
        """Take the files that hold the state, and what is kept of it."""
        self._ledger = ledger
        self.tables = tuple(tables)
        asked = [(t.name, t.query, sorted(t.values.items()), t.parts) for t in self.tables]
        rules = [RULES, _sql("current"), _sql("views"), _sql("copies"), _sql("happenings")]
        rules += [_sql("judged"), _sql("merged")]
        state = json.dumps([sorted(p.name for p in sources), asked, rules], default=str)
        digest = blake2b(state.encode(), digest_size=12).hexdigest()
        self.path = ledger / FOLDER / f"{self.tables[0].name}-{digest}"

    def __bool__(self) -> bool:
        return self.path.is_dir()

    def fill(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Ask all queries and keep what they give; nothing where another process did.

        Args:
            connection: sees the state, with everything worked out.
        Raises: OSError, duckdb.Error: it cannot be written.
        """
        with alone(self._ledger):
            if self:
                return
            draft = self.path.parent / f".{self.path.name}.{uuid4().hex}"
            try:
                draft.mkdir(parents=True)
                connection.execute("CREATE OR REPLACE TABLE all_readings AS FROM current_readings")
                for table in self.tables:
                    _keep(connection, table, draft / table.name)
                draft.rename(self.path)
            except BaseException:
                shutil.rmtree(draft, ignore_errors=True)
                raise
            self._tidy()

    def show(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Let a connection see what is kept, in the place of its views of these names."""
        for table in self.tables:
            _show(connection, table, self.path / table.name)

    def _tidy(self) -> None:
        """Delete what belongs to states long gone, and what a process left that died here."""
        kind = self.tables[0].name
        drafts = list(self.path.parent.glob(f".{kind}-*"))
        states = set(self.path.parent.glob(f"{kind}-*")) - {self.path}
        for path in (*drafts, *sorted(states, key=lambda p: -p.stat().st_mtime)[_EARLIER:]):
            shutil.rmtree(path, ignore_errors=True)


def _keep(connection: duckdb.DuckDBPyConnection, table: Derived, folder: Path) -> None:
    """Write the result of one query, and let the queries after it see it there."""
    folder.mkdir()
    ((count,),) = connection.execute("SELECT count(*) FROM all_readings").fetchall()
    parts = -(-count // _PART) or 1 if table.parts else 1
    for part in range(parts):
        values = dict(table.values)
        if table.parts == "query":
            values |= {"part": part, "parts": parts}
        elif table.parts and parts > 1:
            _narrow(connection, f"reading_id % {parts} = {part}")
        path = folder / f"{part:03}.parquet"
        put = f"COPY ({table.query}) TO '{_escaped(path)}' (FORMAT parquet, COMPRESSION zstd)"
        connection.execute(put, values)
        with path.open("rb") as file:
            os.fsync(file.fileno())
    if table.parts == "readings" and parts > 1:
        _narrow(connection, "true")
    if table not in GROUNDS:
        _show(connection, table, folder)


def _show(connection: duckdb.DuckDBPyConnection, table: Derived, folder: Path) -> None:
    kind = "TABLE" if table.loaded else "VIEW"
    connection.execute(f"CREATE OR REPLACE {kind} {table.name} AS {_read(folder)}")
    for name, instead in _INSTEAD.items() if table.name == "accounts_by_pair" else ():
        connection.execute(f"CREATE OR REPLACE VIEW {name} AS {instead}")


def _narrow(connection: duckdb.DuckDBPyConnection, condition: str) -> None:
    """Let the views show these readings alone, of all that count."""
    connection.execute("DELETE FROM current_readings")
    put = f"INSERT INTO current_readings SELECT reading_id FROM all_readings WHERE {condition}"  # noqa: S608
    connection.execute(put)


def _read(folder: Path) -> str:
    return f"SELECT * FROM read_parquet('{_escaped(folder)}/*.parquet')"  # noqa: S608


def _escaped(path: Path) -> str:
    return str(path).replace("'", "''")
