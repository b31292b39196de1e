# A ledger of an older layout becomes one of this layout when it is opened, a step a layout.
# Rule 1: a step may be run again after a kill: what it has done it leaves alone. The marker names the
#   next layout only when the step is done (folder.py).
# Rule 2: a step adds and renames; what was read is never dropped.
# Rule 3: a step never changes once a layout is released, so it says by itself what the tables are.
"""What makes a ledger of one layout one of the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake

_TEXT, _WHEN, _INT = pa.string(), pa.timestamp("us", "UTC"), pa.int32()
_LIST = pa.list_(_TEXT)


def judgements_name_characters(folder: Path) -> None:
    """1 → 2: a judgement names its event by report, characters and type; "note" is "why"."""
    path = folder / "judgements"
    if not (path / "_delta_log").is_dir():
        return  # made when somebody judges
    table = DeltaTable(str(path))
    old = pa.table(table.to_pyarrow_table())
    if "note" not in old.column_names:
        return
    new = pa.schema(
        [
            ("id", _TEXT), ("made", _WHEN), ("by", _TEXT), ("verdict", _TEXT), ("why", _TEXT),
            ("subject", _TEXT), ("report_id", _TEXT), ("start", _INT), ("end", _INT),
            ("words", _TEXT), ("event_id", _TEXT), ("type", _TEXT), ("status", _TEXT),
            ("trigger_start", _INT), ("trigger_end", _INT), ("actor", _LIST),
            ("recipient", _LIST), ("change", _TEXT), ("code", _TEXT), ("other", _TEXT),
            ("replaces", _TEXT), ("entered", _WHEN),
        ]
    )  # fmt: skip
    names = {"why": "note", "entered": "made"}
    columns = []
    for field in new:
        name = names.get(field.name, field.name)
        there = name in old.column_names
        columns.append(old[name].cast(field.type) if there else pa.nulls(len(old), field.type))
    made = pa.table(columns, schema=new)
    write_deltalake(table, made, mode="overwrite", schema_mode="overwrite")


#: Layout → what makes the next one of it.
MIGRATIONS: Mapping[int, Callable[[Path], None]] = {1: judgements_name_characters}
