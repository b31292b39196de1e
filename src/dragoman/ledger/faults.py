# Every error of files, tables and the database becomes one line: which file, what is wrong with it,
# and the way out. What a ledger has acknowledged is never touched by any of them.
"""Errors of reading and writing a ledger, named."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
from deltalake.exceptions import CommitFailedError, DeltaError

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.derived import FOLDER

RESTORE = "Restore it from a copy of the ledger, or enter the reports again in a new folder."
_MADE_AGAIN = f"Delete the folder {FOLDER} of the ledger: what it holds is made again."
_RUN_AGAIN = "What was entered before is kept; run it again."
_NAMED = re.compile(r"[^\s'\"]+\.(?:parquet|json)")
_FULL = ("os error 28", "os error 122", "No space left", "Disk quota exceeded")
_CLOSED = ("os error 13", "os error 30", "Permission denied", "Read-only file system")


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """Name the errors of reading: LedgerError, with the file if it is known."""
    try:
        yield
    except (duckdb.Error, DeltaError, OSError) as error:
        words = str(error)
        if isinstance(error, PermissionError) or "os error 13" in words:
            raise LedgerError(str(folder), "cannot be read.", "Check its permissions.") from error
        named = _NAMED.search(words)
        name = named.group() if named else str(_damaged(folder) or folder)
        hint = _MADE_AGAIN if f"/{FOLDER}/" in name else RESTORE
        raise LedgerError(name, f"cannot be read: {_said(error)}", hint) from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Name the errors of writing: LedgerError; CommitFailedError passes, for who tries again."""
    try:
        yield
    except CommitFailedError:
        raise
    except (duckdb.Error, DeltaError, OSError) as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: Exception) -> LedgerError:
    """One line of where, why and what to do."""
    said, name = str(error), str(path)
    full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
    if full or any(words in said for words in _FULL):
        hint = "Free some space and run it again: what was entered is kept."
        return LedgerError(name, "the disk is full.", hint)
    if isinstance(error, CommitFailedError):
        return LedgerError(name, "others wrote at the same time, again and again.", "Run it again.")
    folder = path if path.exists() else path.parent
    if not os.access(folder, os.W_OK) or any(words in said for words in _CLOSED):
        return LedgerError(name, "cannot be written.", "Check its permissions.")
    return LedgerError(name, f"cannot be written: {_said(error)}.", _RUN_AGAIN)


def _damaged(folder: Path) -> Path | None:
    """The first file below *folder* that cannot be read; for an error that does not name it."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    for path in sorted(folder.rglob("*.parquet")):
        try:
            with pq.ParquetFile(path) as file:
                for group in range(file.num_row_groups):
                    file.read_row_group(group)
        except (OSError, pa.ArrowException):
            return path
    return None


def check_file(path: Path, size: int) -> None:
    """Raise LedgerError if a file is gone, or not as long as it was written."""
    try:
        found = path.stat().st_size
    except FileNotFoundError:
        raise LedgerError(str(path), "is gone.", RESTORE) from None
    if found != size:
        raise LedgerError(str(path), f"is damaged: it has {found:,} bytes of {size:,}.", RESTORE)


def check_log(table: Path, seen: int, version: int) -> None:
    """Raise LedgerError if a commit after *seen* and up to *version* is empty.

    Delta Lake takes such a file for a commit that did nothing, and what it named would be lost
    without a word. Those that a checkpoint has replaced may be gone.
    """
    for number in range(seen + 1, version + 1):
        path = table / "_delta_log" / f"{number:020}.json"
        if path.exists() and not path.stat().st_size:
            raise LedgerError(str(path), "is damaged: it is empty.", RESTORE)


def _said(error: Exception) -> str:
    """What an error says, on one line."""
    return " ".join(str(error).split())[:200] or type(error).__name__
