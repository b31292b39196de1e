# Import: rows → events → reports → ledger, a block at a time.
# Rule 1: nothing is dropped silently: rows = events + already + left out + skipped, and this is
#   checked. What is skipped is told with its line and the reason, and kept in the table "refused".
# Rule 2: the same file again changes nothing, not even a note of the run. A run that was cut off
#   goes on where it stopped: each block is in the ledger whole or not at all.
# Rule 3: a file that is another table is refused before anything is entered.
"""Enter the event tables of others in a ledger."""

from __future__ import annotations

import time as clock
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Any

import duckdb

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.enter import Versions, Writer
from dragoman.ledger.faults import told as reading
from dragoman.ledger.imports import gdelt, icews, phoenix, polecat
from dragoman.ledger.imports.entries import Found, entries
from dragoman.ledger.imports.lines import Row, opened, rows
from dragoman.ledger.imports.table import BadRowError, Layout, NoEventError
from dragoman.ledger.query import Reader

#: Format → the layouts that go by its name.
FORMATS: Mapping[str, tuple[Layout, ...]] = {
    "gdelt": (gdelt.LAYOUT,),
    "polecat": (polecat.LAYOUT,),
    "icews": (icews.LAYOUT,),
    "phoenix": (phoenix.DAILY_LAYOUT, phoenix.HISTORICAL_LAYOUT),
}
#: Beginning of the name under which a run of an import stands in the table of runs.
MODEL = "import:"
#: Rows that are entered together.
BLOCK = 5_000
#: Skipped rows that a summary names one by one; the table "refused" has them all.
SHOWN = 1_000
#: Rows from which a file whose rows are all bad is taken for another table.
ENOUGH = 100


@dataclass(slots=True)
class Imported:
    """What became of the rows of a table."""

    rows: int = 0
    events: int = 0  #: entered by this run
    already: int = 0  #: were in the ledger
    reports: int = 0  #: documents of the rows that were entered
    left_out: Counter[str] = field(default_factory=Counter)  #: reason → sound rows, no events
    skipped: int = 0
    named: list[tuple[str, int, str]] = field(default_factory=list)  #: file, line, reason
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "rows": self.rows,
            "events": self.events,
            "already": self.already,
            "reports": self.reports,
            "left_out": dict(self.left_out),
            "skipped": self.skipped,
            "named": [{"file": f, "line": n, "reason": r} for f, n, r in self.named],
            "seconds": round(self.seconds, 3),
        }


#: Called after each block with the summary so far.
Watch = Callable[[Imported], object]


def import_table(
    writer: Writer,
    reader: Reader,
    format: str,  # noqa: A002
    path: Path | str,
    *,
    code: str,
    watch: Watch | None = None,
) -> Imported:
    """Enter the events of one file. Safe to repeat, and to go on with after a stop.

    Args:
        writer, reader: of the same ledger.
        format: a key of FORMATS.
        path: a table, plain or packed (``.gz``, ``.zip``).
        code: version of this program, for the table of runs.
        watch: called after each block.
    Raises: LedgerError if the format is not known, the file cannot be read or is another table,
        or the ledger cannot be written; what was entered before is kept.
    """
    if format not in FORMATS:
        raise LedgerError(format, "is no format of tables.", f"Known: {', '.join(FORMATS)}.")
    began = clock.perf_counter()
    path = Path(path)
    run = _Run(writer, reader, Versions(f"{MODEL}{format}", "cameo-1", code), path)
    with opened(path) as files:
        for name, file in files:
            with closing(rows(file, _separator(path, name, FORMATS[format]))) as found:
                run.take(name, _table(name, found, FORMATS[format]), watch)
    summary = run.summary
    summary.seconds = clock.perf_counter() - began
    left = sum(summary.left_out.values())
    if summary.rows != summary.events + summary.already + left + summary.skipped:
        raise RuntimeError(f"rows were lost on the way: {summary.to_dict()}")
    return summary


@dataclass(frozen=True, slots=True)
class _Table:
    """One file: its layout, the names of its columns, and its rows."""

    layout: Layout
    columns: tuple[str, ...]
    rows: Iterator[Row]


def _separator(path: Path, name: str, layouts: tuple[Layout, ...]) -> str:
    """The one of the layouts; where they differ, that of the first line."""
    known = {layout.separator for layout in layouts}
    if len(known) == 1:
        return known.pop()
    with opened(path) as files:
        first = dict(files)[name].readline(100_000)
    return "\t" if b"\t" in first else ","


def _table(name: str, found: Iterator[Row], layouts: tuple[Layout, ...]) -> _Table | None:
    """How a file is laid out; None if it is empty.

    Raises: LedgerError if it is none of *layouts*.
    """
    first = next(found, None)
    if first is None:
        return None
    number, fields = first
    for layout in layouts:
        if isinstance(fields, str):
            break
        given = _trimmed(fields)
        columns = layout.columns(fields) or layout.columns(given)
        if columns is not None:
            return _Table(layout, columns, found if layout.head(given) else _again(first, found))
    what = f"its first line has {len(fields)} columns" if isinstance(fields, list) else fields
    wanted = " or ".join(layout.title for layout in layouts)
    raise LedgerError(name, f"is no table of {wanted}: {what}.", f"Line {number} shows it.")


def _again(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest


def _trimmed(fields: list[str]) -> list[str]:
    """Without empty columns at the end."""
    last = len(fields)
    while last and not fields[last - 1].strip():
        last -= 1
    return fields[:last]


class _Run:
    """One import: what was read so far, and what became of it."""

    def __init__(self, writer: Writer, reader: Reader, versions: Versions, path: Path) -> None:
        self._writer, self._reader, self._versions = writer, reader, versions
        self._path = path
        self._sha256: str | None = None
        self._run_id: str | None = None
        self.summary = Imported()

    def take(self, name: str, table: _Table | None, watch: Watch | None) -> None:
        """Enter one file."""
        if table is None:
            return
        while block := list(islice(table.rows, BLOCK)):
            self._block(name, table, block)
            if watch:
                watch(self.summary)

    def _block(self, name: str, table: _Table, block: list[Row]) -> None:
        found: list[Found] = []
        bad: list[tuple[int, str]] = []
        left: Counter[str] = Counter()
        for number, fields in block:
            try:
                found.append(Found(number, table.layout.read(_named(table.columns, fields))))
            except NoEventError as reason:
                left[str(reason)] += 1
            except BadRowError as reason:
                bad.append((number, str(reason)))
        if self.summary.rows == 0 and len(bad) == len(block) and len(bad) >= ENOUGH:
            hint = f"Line {bad[0][0]}: {bad[0][1]}."
            raise LedgerError(name, f"is no table of {table.layout.title}.", hint)
        self._enter(name, table.layout.title, found)
        self._refuse(name, bad)
        self.summary.rows += len(block)
        self.summary.left_out += left

    def _enter(self, name: str, title: str, found: list[Found]) -> None:
        made = {entry.id: entry for entry in entries(title, name, self._digest(), found)}
        known = self._reader.known(list(made)) if made else {}
        new = [entry for identity, entry in made.items() if identity not in known]
        events = sum(len(entry.reading["events"]) for entry in new)
        if new:
            self._writer.enter(new, self._run())
        self.summary.reports += len(new)
        self.summary.events += events
        self.summary.already += len(found) - events

    def _refuse(self, name: str, bad: list[tuple[int, str]]) -> None:
        """Note what was skipped, once however often the file comes."""
        self.summary.skipped += len(bad)
        room = max(SHOWN - len(self.summary.named), 0)
        self.summary.named += [(name, number, reason) for number, reason in bad[:room]]
        told = [(f"{name}:{number}", reason) for number, reason in bad]
        if told:
            noted = _noted(self._reader, [place for place, _ in told])
            fresh = [one for one in told if one not in noted]
            if fresh:
                self._writer.refuse(fresh, self._run())

    def _run(self) -> str:
        if self._run_id is None:
            self._run_id = self._writer.start_run(self._versions)
        return self._run_id

    def _digest(self) -> str:
        """SHA-256 of the file."""
        if self._sha256 is None:
            digest = sha256()
            with self._path.open("rb") as file:
                while piece := file.read(1 << 20):
                    digest.update(piece)
            self._sha256 = digest.hexdigest()
        return self._sha256


def _noted(reader: Reader, names: list[str]) -> set[tuple[str, str]]:
    """Names and reasons that the table "refused" has for *names*, also from this very run."""
    with reading(reader._folder):
        found = [str(path) for path in reader.files_of("refused")]
        if not found:
            return set()
        query = "SELECT name, reason FROM read_parquet(?) WHERE list_contains(?, name)"
        with duckdb.connect(":memory:") as connection:
            return set(connection.execute(query, [found, names]).fetchall())


def _named(columns: tuple[str, ...], fields: list[str] | str) -> dict[str, str]:
    """The fields of a row by name.

    Raises: BadRowError if they are not as many as the columns.
    """
    if isinstance(fields, str):
        raise BadRowError(fields)
    if len(fields) > len(columns) and not any(f.strip() for f in fields[len(columns) :]):
        fields = fields[: len(columns)]
    if len(fields) != len(columns):
        raise BadRowError(f"has {len(fields)} columns, not {len(columns)}")
    return dict(zip(columns, fields, strict=True))
