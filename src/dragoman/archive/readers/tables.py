"""CSV and TSV: a table with a line of names on top."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.columns import Row, columns_of, unmapped
from dragoman.archive.decoding import likely
from dragoman.archive.limits import RECORD, Budget
from dragoman.archive.report import Custody

#: Signs between cells; the one that the line of names has most of is taken.
BETWEEN = ",\t;|"
#: Bytes that are looked at for the encoding, and characters for the line of names.
LOOKED_AT, LONGEST_NAMES = 1_000_000, 20_000
#: Columns above which a file is no table of reports.
MOST_COLUMNS = 5_000


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Row]:
    """Yield each row; the file may be larger than memory.

    Raises: ReportError if no column is named as a text, or a quotation mark never closes.
    """
    del budget  # nothing is unpacked here
    reader = io.BufferedReader(_Bounded(file), LOOKED_AT)
    encoding = likely(reader.peek(LOOKED_AT))
    text = io.TextIOWrapper(reader, encoding, errors="replace", newline="")
    csv.field_size_limit(RECORD)
    names, between = _names(name, text)
    columns = columns_of((one,) for one in names)
    if not columns.has_text:
        raise unmapped(name, names)
    rows = csv.reader(text, delimiter=between)
    number = 0
    while True:
        number += 1
        shown = f"{name}#{number}"
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error:
            raise ReportError(
                shown,
                f"has a cell of more than {RECORD:,} characters.",
                "A quotation mark is left open.",
            ) from None
        if any(row):
            yield Row(shown, dict(zip(names, row, strict=False)), columns, Custody("", number))


def _names(name: str, text: io.TextIOWrapper) -> tuple[list[str], str]:
    """The names of the columns, and the sign between them.

    Raises: ReportError if the first line is no line of names.
    """
    line = text.readline(LONGEST_NAMES)
    while line and not line.strip():
        line = text.readline(LONGEST_NAMES)
    between = max(BETWEEN, key=line.count)
    if not line.strip():
        raise ReportError(name, "is empty.", "Pass a table that holds reports.")
    names = next(csv.reader([line], delimiter=between))
    if len(line) >= LONGEST_NAMES or len(names) > MOST_COLUMNS:
        raise ReportError(name, "has no line of column names.", "Put one on top.")
    return [one.strip().lstrip("\ufeff") for one in names], between


class _Bounded(io.RawIOBase):
    """Any stream as a raw one, which text can be read from."""

    def __init__(self, inner: BinaryIO) -> None:
        super().__init__()
        self._inner = inner

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self._inner.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)
