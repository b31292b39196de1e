# Which files hold a state of a ledger.
# Rule: the version of "reports" is taken first and those of the details after it, so that whatever a
#   report needs is there, however many processes write meanwhile.
"""The files of a ledger's tables, now or at an older version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError, TableNotFoundError

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.faults import check_file, check_log, told
from dragoman.ledger.tables import SCHEMAS

#: Table → the files that hold it.
Found = Mapping[str, list[Path]]


class Files:
    """Finds the files of one ledger.

    Args:
        folder: of a sound ledger.
        at: a day (its end, UTC), a moment, or a version of the table of reports; None is now.
    """

    def __init__(self, folder: Path, at: date | datetime | int | None = None) -> None:
        self._folder = folder
        self._at = at
        self._tables: dict[str, DeltaTable] = {}

    def newest(self, name: str) -> int:
        """The version of a table; -1 where nothing was entered yet.

        Raises: LedgerError if its log cannot be read.
        """
        table = self._table(name)
        return -1 if table is None else int(table.version())

    def found(self) -> Found:
        """The files of each table.

        Raises: LedgerError if one is gone, or is not as long as it was written.
        """
        reports = self.of("reports", self._at if isinstance(self._at, int) else None)
        return {"reports": reports} | {n: self.of(n) for n in SCHEMAS if n != "reports"}

    def of(self, name: str, version: int | None = None) -> list[Path]:
        """The files that make up one table. Raises: as :meth:`found`."""
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

    def count(self, name: str) -> int:
        """Rows that lie in the files of a table, as these were found last."""
        if name not in self._tables:
            return 0
        added = pa.table(self._tables[name].get_add_actions(flatten=True))
        return sum(n or 0 for n in added.column("num_records").to_pylist())

    def moment(self) -> str | None:
        """The last moment whose reports count, as text; None if all do, or a version says which."""
        return _moment(self._at)

    def until(self) -> str | None:
        """The last moment whose judgements count, as text; None if all do.

        A version of the table of reports lasts until the next one.
        """
        table = self._tables.get("reports")
        if not isinstance(self._at, int) or table is None or table.version() <= self._at:
            return self.moment()
        after = table.history(table.version() - self._at)[-1]["timestamp"]
        return datetime.fromtimestamp(after / 1000, UTC).isoformat()

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

    def _old(self, name: str, version: int) -> DeltaTable:
        try:
            return DeltaTable(str(self._folder / name), version=version)
        except (DeltaError, OSError, OverflowError) as error:
            reason = f"has no version {version} (any more)."
            hint = "Ask for a day: its state is kept for ever."
            raise LedgerError(str(self._folder), reason, hint) from error


def _moment(at: date | datetime | int | None) -> str | None:
    if at is None or isinstance(at, int):
        return None
    if not isinstance(at, datetime):
        at = datetime.combine(at, time.max)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
