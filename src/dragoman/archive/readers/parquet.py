"""Parquet: tables of whole collections; by pyarrow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.columns import Row, columns_of, unmapped
from dragoman.archive.limits import MEMBERS, Budget
from dragoman.archive.part import label
from dragoman.archive.report import Custody

#: Rows that are unpacked at a time.
ROWS = 64
#: Bytes of the description of the table, and entries in one of its lists.
_LARGEST_FOOTER, _LONGEST_LIST = 32_000_000, MEMBERS


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Row]:
    """Yield each row; only the columns that a report has are unpacked.

    Raises: ReportError if the table is damaged, or has no column for the text.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        hint = "Install it: pip install pyarrow"
        raise ReportError(name, "needs pyarrow, which is not installed.", hint) from None
    number = 0
    try:
        table = pq.ParquetFile(
            file,
            thrift_string_size_limit=_LARGEST_FOOTER,
            thrift_container_size_limit=_LONGEST_LIST,
            pre_buffer=False,
        )
        columns = columns_of(_paths(table.schema_arrow))
        if not columns.has_text:
            raise unmapped(name, table.schema_arrow.names)
        for batch in table.iter_batches(ROWS, columns=columns.needed(), use_threads=False):
            batch.validate(full=True)
            budget.spend(batch.nbytes)
            for row in batch.to_pylist():
                number += 1
                yield Row(f"{name}#{number}", row, columns, Custody("", number))
    except (pa.ArrowException, OSError, UnicodeDecodeError, ValueError, OverflowError) as error:
        reason = f"is a damaged table after row {number}: {label(str(error), 80)}."
        raise ReportError(name, reason, "Fetch it again.") from error


def _paths(schema: Any) -> Iterator[tuple[str, ...]]:
    """The columns, and the fields of those that have some."""
    for field in schema:
        yield (field.name,)
        if str(field.type).startswith("struct"):
            yield from ((field.name, inner.name) for inner in field.type)
