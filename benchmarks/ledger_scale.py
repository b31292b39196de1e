# How a ledger answers as it grows: generated news (tests/ledger/news.py) of 10,000 events and up.
# Rule 1: the questions are those of users, asked warm, with two threads; the best and the median of
#   several, wall time and CPU time: on a busy machine the first says little.
# Rule 2: making a ledger and keeping what follows from it happen in a process of their own, so that
#   memory is that of who asks. --make-only tells what these cost.
# Rule 3: --grow enters more and keeps what follows from it, which touches some of what is kept alone.
# Rule 4: --bare asks the same of DuckDB alone, over one Parquet file of acts and one of accounts.
"""Seconds for the questions that go over all events, and memory.

python benchmarks/ledger_scale.py --events 1000000 --folder /tmp/million
python benchmarks/ledger_scale.py --events 10000000 --folder /tmp/ten-million
python benchmarks/ledger_scale.py --events 10000000 --folder /tmp/ten-million --grow 4000
python benchmarks/ledger_scale.py --events 10000000 --folder /tmp/ten-million --bare
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dragoman.ledger import filters
from dragoman.ledger.disputes import find_disputes
from dragoman.ledger.query import Reader, sql
from dragoman.relations.kept import chosen, kept
from dragoman.relations.weigh import statement
from ledger.news import grow, make

#: Seconds that each question may take, and bytes that who asks may hold.
GOAL, MEMORY = 1.0, 2e9
#: Two busy states of the generated news, and a month.
PAIR, MONTH = ("AAA", "ABA"), "2010-03"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if a question takes longer than the goal, or more memory."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--folder", type=Path, help="of the ledger; made where there is none")
    parser.add_argument("--repeat", type=int, default=5, help="how often each is asked (5)")
    parser.add_argument("--make-only", action="store_true", help="make it, and ask nothing")
    parser.add_argument("--grow", type=int, default=0, help="events that come to them (0)")
    parser.add_argument("--bare", action="store_true", help="also DuckDB alone, over single files")
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder = chosen.folder or Path(scratch) / "ledger"
        child = multiprocessing.get_context("spawn").Process(
            target=prepare, args=(folder, chosen.events, chosen.grow)
        )
        child.start()
        child.join()
        if child.exitcode:
            return 1
        missed = [] if chosen.make_only else ask_all(folder, chosen.repeat)
        if chosen.bare:
            bare(folder, Path(scratch), chosen.repeat)
    for line in missed:
        print(f"missed: {line}")
    return 1 if missed else 0


@contextmanager
def timed(what: str) -> Iterator[None]:
    """Print the seconds that something takes once."""
    wall, busy = time.perf_counter(), time.process_time()
    yield
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    print(f"{what:<44}{wall:8.2f} s{busy:8.2f} s of CPU", flush=True)


def prepare(folder: Path, events: int, more: int) -> None:
    """Make the ledger where there is none, and keep what follows from it."""
    if not folder.exists():
        with timed(f"making {events:,} events"):
            make(folder, events)
    with timed("keeping what follows from them"):
        Reader(folder, derived=kept(), least=0).keep()
    if more:
        reader = Reader(folder, derived=kept(), least=0)
        ((there,),) = reader.rows_of("SELECT count(*) FROM raw_events")
        grow(folder, there, more)
        with timed(f"opening after {more:,} more"):
            reader.connection()
        with timed("keeping what follows from them"):
            reader.keep()
    print(f"memory: {memory() / 1e9:.2f} GB")


def ask_all(folder: Path, repeat: int) -> list[str]:
    """Ask everything; what took longer than the goal."""
    reader = Reader(folder, derived=kept(), least=0)
    with timed("opening"):
        reader.connection()
    question = chosen(every="month")
    assert question is not None
    questions: dict[str, Callable[[], Sequence[Any]]] = {
        "alignment of all pairs by month": lambda: reader.run(*question).to_arrow_table(),
        "alignment of one pair by month": lambda: reader.rows_of(
            *statement(pair=PAIR, every="month")
        ),
        "events of one pair": lambda: reader.ask("events", {"pair": PAIR}).to_arrow_table(),
        "disputes of a month": lambda: find_disputes(reader, {"since": MONTH, "until": MONTH}),
    }
    missed = [name for name, ask in questions.items() if measured(name, ask, repeat) > GOAL]
    print(f"memory: {memory() / 1e9:.2f} GB")
    return missed + (["memory"] if memory() > MEMORY else [])


def measured(name: str, ask: Callable[[], Sequence[Any]], repeat: int) -> float:
    """Print how long a question takes, warm; return the best wall time."""
    count = len(ask())
    assert count
    walls, busy = [], []
    for _ in range(repeat):
        wall, cpu = time.perf_counter(), time.process_time()
        assert len(ask()) == count
        walls.append(time.perf_counter() - wall)
        busy.append(time.process_time() - cpu)
    print(
        f"{name:<38}{count:>9,} rows: best {min(walls):.3f} s, median {statistics.median(walls):.3f} s; "
        f"CPU best {min(busy):.3f} s, median {statistics.median(busy):.3f} s",
        flush=True,
    )
    return min(walls)


class Single:
    """One Parquet file a view and DuckDB alone, asked as a reader of a ledger is."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection

    def has(self, _name: str) -> bool:
        """Nothing is kept."""
        return False

    def run(self, query: str, values: Mapping[str, Any] | None = None) -> pa.Table:
        """The rows of a query."""
        return self._connection.sql(query, params=dict(values or {})).to_arrow_table()

    def dicts(self, query: str, values: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """The same as dicts."""
        found = self._connection.execute(query, dict(values or {}))
        names = [column[0] for column in found.description or ()]
        return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def bare(folder: Path, scratch: Path, repeat: int) -> None:
    """Ask DuckDB alone, over one Parquet file of acts and one of accounts, as their reports came."""
    source = Reader(folder, least=0).connection()  # sees nothing that compact keeps
    views = ("acts", "accounts_read")
    for view in views:
        with timed(f"bare: writing {view}"):
            source.sql(f"FROM {view}").to_parquet(str(folder / f"{view}.bare"), compression="zstd")
            (folder / f"{view}.bare").rename(scratch / f"{view}.parquet")
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false; SET threads = 2")
        for view in views:
            path = scratch / f"{view}.parquet"
            connection.execute(f"CREATE VIEW {view} AS FROM read_parquet('{path}')")
        connection.execute(
            "CREATE VIEW accounts AS SELECT * EXCLUDE (reading_id) FROM accounts_read"
        )
        for part in sql("views").split(";\n"):
            if "CREATE MACRO" in part or "CREATE VIEW positions_read" in part:
                connection.execute(part)
        single: Any = Single(connection)
        where, values = filters.conditions("events", {"pair": PAIR})
        events = f"SELECT * FROM accounts e WHERE {where} ORDER BY happened, report_id, start, id"
        month = {"since": MONTH, "until": MONTH}
        questions: dict[str, Callable[[], Sequence[Any]]] = {
            "alignment of all pairs by month": lambda: single.run(*statement(every="month")),
            "alignment of one pair by month": lambda: single.run(
                *statement(pair=PAIR, every="month")
            ),
            "events of one pair": lambda: single.run(events, values),
            "disputes of a month": lambda: find_disputes(single, month),
        }
        for name, ask in questions.items():
            measured(f"bare: {name}", ask, repeat)


def memory() -> int:
    """Bytes that this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


if __name__ == "__main__":
    sys.exit(main())
