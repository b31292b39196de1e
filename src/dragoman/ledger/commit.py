# One commit to one table, which survives a cut of the power once it has returned.
# Rule 1: rows are on the disk before the commit that names them, and that one before this returns: else
#   what was acknowledged could be gone, or a table could name a file that is not whole.
# Rule 2: the library that keeps the tables' logs does not wait for the disk. So files are written
#   here and only named by it; its log is waited for afterwards.
"""Append rows to a table of a ledger, and wait until the disk has them."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import DeltaTable
from deltalake.transaction import AddAction

LOG = "_delta_log"


def make(folder: Path, schema: pa.Schema, configuration: Mapping[str, str | None]) -> DeltaTable:
    """Make a table where there is none.

    Raises: DeltaError, OSError: it cannot be written.
    """
    made = DeltaTable.create(
        str(folder), schema=schema, mode="ignore", configuration=dict(configuration)
    )
    wait_for_log(made, folder, -1)
    wait_for(folder.parent)
    return made


def append(table: DeltaTable, folder: Path, rows: pa.Table) -> None:
    """Append *rows* in one commit; *table* is at that version, or at a later one, then.

    Raises: CommitFailedError if others were faster; DeltaError, OSError: it cannot be written.
    """
    name = f"part-{uuid4()}.parquet"
    with (folder / name).open("xb") as file:
        pq.write_table(rows, file, compression="zstd", compression_level=1)
        file.flush()
        os.fsync(file.fileno())
        size = file.tell()
    wait_for(folder)
    told = json.dumps({"numRecords": len(rows)})
    added = AddAction(name, size, {}, int(time.time() * 1000), data_change=True, stats=told)
    before = table.version()
    table.create_write_transaction([added], "append", table.schema(), [])
    table.update_incremental()
    wait_for_log(table, folder, before)


def wait_for_log(table: DeltaTable, folder: Path, before: int) -> None:
    """Wait until the disk has all commits after the version *before*.

    Raises: OSError.
    """
    for version in range(before + 1, table.version() + 1):
        wait_for(folder / LOG / f"{version:020}.json")
    wait_for(folder / LOG)
    wait_for(folder)


def wait_for(path: Path) -> None:
    """Wait until the disk has a file, or the names in a folder; nothing if it is gone.

    Raises: OSError.
    """
    if sys.platform == "win32" and path.is_dir():  # which has no such call for folders
        return
    try:
        file = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
    except FileNotFoundError:  # a checkpoint has taken its place
        return
    try:
        os.fsync(file)
    finally:
        os.close(file)
