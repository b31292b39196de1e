# The one module that writes.
# Rule 1: a batch is seen whole or not at all. Its rows go to the tables of details first and
#   to "reports" last, each in one atomic commit of Delta Lake; a reader sees a row only if
#   "reports" names its reading. What a process left that died in between is never seen, also
#   when the same reports are entered again: they get another reading_id.
# Rule 2: what was acknowledged (enter() returned) is on the disk (commit.py) and never written
#   again. Nothing here deletes or changes a row; compaction only puts the same rows into fewer files.
# Rule 3: several processes may enter at once. Appends do not conflict; if both enter the same
#   report, readers choose one of the two readings by a rule that all follow (views.sql).
"""Enter readings in a ledger."""

from __future__ import annotations

import uuid
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from deltalake import DeltaTable, WriterProperties
from deltalake.exceptions import CommitFailedError, TableNotFoundError

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import commit
from dragoman.ledger.entry import Entry
from dragoman.ledger.faults import refusal, writing
from dragoman.ledger.folder import alone
from dragoman.ledger.judgements import Judgement
from dragoman.ledger.rows import rows_of
from dragoman.ledger.tables import SCHEMAS

#: Commits of one writer after which small files are put together.
COMPACT_EVERY = 64
#: Files of one table from which that is worth while.
MANY_FILES = 32
#: Days for which files that compaction replaced are kept at least: somebody may still read them.
KEPT_DAYS = 7
_TRIES = 3
Made = TypeVar("Made")
#: How files are packed.
PACKED = WriterProperties(compression="ZSTD", compression_level=1)
_KEPT_LONG = {"delta.deletedFileRetentionDuration": "interval 30 days"}


@dataclass(frozen=True, slots=True)
class Versions:
    """What read a report: when one of these changes, it may be read otherwise."""

    model: str
    almanac: str
    code: str


class Writer:
    """Writes one ledger. One instance a process; others may write beside it."""

    def __init__(self, folder: Path) -> None:
        """Take the path of a sound ledger (``open_folder``)."""
        self._folder = folder
        self._tables: dict[str, DeltaTable] = {}
        self._commits = 0

    def start_run(self, versions: Versions) -> str:
        """Note that a run begins; return its id.

        Raises: LedgerError if it cannot be written.
        """
        run_id = f"run-{uuid.uuid4().hex[:16]}"
        row = {
            "run_id": run_id, "started": datetime.now(UTC), "model": versions.model,
            "almanac": versions.almanac, "code": versions.code,
        }  # fmt: skip
        self._try(lambda: self._append("runs", [row]))
        return run_id

    def enter(self, entries: Sequence[Entry], run_id: str) -> list[str]:
        """Enter a batch of reports, all or none; return their ids.

        Args:
            entries: reports that are not in the ledger yet, or of a later edition. Of two that
                are the same report the first is taken.
            run_id: as ``start_run`` gave it.
        Raises: LedgerError if the batch cannot be written; then none of it is in the ledger.
        """
        unlike = list({e.id: e for e in reversed(entries)}.values())[::-1]
        if not unlike:
            return []
        self._try(lambda: self._enter(unlike, run_id))
        self._committed()
        return [entry.id for entry in unlike]

    def _committed(self) -> None:
        self._commits += 1
        if self._commits % COMPACT_EVERY == 0:
            self.tidy()

    def _enter(self, entries: Iterable[Entry], run_id: str) -> None:
        batch, now = uuid.uuid4().hex, datetime.now(UTC)
        tables: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        for entry in entries:
            for table, rows in rows_of(entry, batch=batch, run_id=run_id, entered=now).items():
                tables[table] += rows
        for table in SCHEMAS:  # "reports" is last: this commit makes the others count
            if tables[table]:
                self._append(table, tables[table])

    def refuse(self, refusals: Iterable[tuple[str, str]], run_id: str) -> None:
        """Note what could not be read: name and reason.

        Raises: LedgerError if it cannot be written.
        """
        now = datetime.now(UTC)
        rows = [{"run_id": run_id, "name": n, "reason": r, "told": now} for n, r in refusals]
        if rows:
            self._try(lambda: self._append("refused", rows))

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Add judgements, all or none. What holds is worked out when the ledger is read.

        Raises: LedgerError if they cannot be written.
        """
        now = datetime.now(UTC)
        rows = [one.row(now) for one in judgements]
        if rows:
            self._try(lambda: self._append("judgements", rows))
            self._committed()

    def keep_copies(self, rows: Sequence[dict[str, Any]]) -> None:
        """Keep what ``copies.fresh`` found, so that it is not looked for again.

        Raises: LedgerError if it cannot be written; it is then found again.
        """
        if rows:
            self._try(lambda: self._append("copies", list(rows)))

    def tidy(self) -> None:
        """Put small files together where there are many; leave it to others if they do it."""
        with suppress(LedgerError):  # nothing is lost: the files are as they were
            self.compact(least_files=MANY_FILES)

    def compact(self, *, least_files: int = 2, forget_days: int | None = None) -> int:
        """Put small files together; return how many fewer there are.

        Args:
            least_files: tables with fewer are left alone.
            forget_days: delete files that were replaced longer ago than this, at least
                KEPT_DAYS; without it nothing is deleted.
        Raises: LedgerError if it cannot be written, or others wrote at every moment.
        """
        fewer = 0
        for name in SCHEMAS:
            if not (self._folder / name / "_delta_log").is_dir():
                continue
            fewer += self._try(lambda: self._compact(name, least_files, forget_days))  # noqa: B023
        return fewer

    def _compact(self, name: str, least_files: int, forget_days: int | None) -> int:
        """Put the files of one table together; return how many fewer there are.

        Alone: of two compactions that begin at one version Delta Lake lets both take effect,
        and every row is there twice (seen with deltalake 1.6).
        """
        fewer = 0
        with writing(self._folder / name), alone(self._folder):
            table = self._table(name)
            table.update_incremental()
            if len(table.file_uris()) >= max(least_files, 2):
                before = table.version()
                told = table.optimize.compact(writer_properties=PACKED)
                for file in table.file_uris():
                    commit.wait_for(Path(file))
                commit.wait_for_log(table, self._folder / name, before)
                fewer = told["numFilesRemoved"] - told["numFilesAdded"]
            if forget_days is not None:
                hours = int(timedelta(days=max(forget_days, KEPT_DAYS)) / timedelta(hours=1))
                table.vacuum(hours, dry_run=False, enforce_retention_duration=False)
        return fewer

    def _try(self, write: Callable[[], Made]) -> Made:
        """Write, and again from the start if others were faster.

        Raises: LedgerError if they always are.
        """
        for tries_left in reversed(range(_TRIES)):
            try:
                return write()
            except CommitFailedError as error:
                self._tables.clear()  # they are not what they were when this began
                if not tries_left:
                    raise refusal(self._folder, error) from error
        raise AssertionError  # the last try returns or raises

    def _append(self, name: str, rows: list[dict[str, Any]]) -> None:
        """Append *rows* in one commit.

        Raises: LedgerError if it cannot be written; CommitFailedError if others were faster
            time and again.
        """
        with writing(self._folder / name):
            made = _arrow(rows, SCHEMAS[name])
            commit.append(self._table(name), self._folder / name, made)

    def _table(self, name: str) -> DeltaTable:
        """The table of that name; made if it is not there."""
        if name not in self._tables:
            path = self._folder / name
            try:
                self._tables[name] = DeltaTable(str(path))
            except TableNotFoundError:
                with alone(self._folder):  # two at once would each give it other metadata
                    self._tables[name] = commit.make(path, SCHEMAS[name], _KEPT_LONG)
        return self._tables[name]


def _arrow(rows: list[dict[str, Any]], schema: pa.Schema) -> pa.Table:
    """*rows* as an Arrow table; what no file can hold (lone surrogates) is U+FFFD."""
    try:
        return pa.Table.from_pylist(rows, schema=schema)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_clean(row) for row in rows], schema=schema)


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [_clean(one) for one in value]
    if isinstance(value, Mapping):
        return {key: _clean(one) for key, one in value.items()}
    return value
