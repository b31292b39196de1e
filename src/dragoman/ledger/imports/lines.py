# The rows of a file, one at a time, with the number of the line where each begins.
# Rule 1: nothing is held but the line in hand, and that has a longest length: a file without
#   line ends, or an archive that unpacks to one, is refused and not read into memory.
# Rule 2: in tables with tabs a quotation mark is a character like any other. Read as quotes they
#   would swallow lines; a field that is wholly quoted only loses its quotes. Where commas
#   make quotes needed, they end with their line: one that is not closed spoils one row.
"""Fields of a table's rows from plain, gzip and zip files."""

from __future__ import annotations

import csv
import gzip
import io
import zipfile
import zlib
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, cast

from dragoman.alphabet.errors import LedgerError

#: Characters of one line; rows of these tables have some hundreds.
LONGEST = 1_000_000
#: A row: the number of its line, and its fields, or why it has none.
Row = tuple[int, list[str] | str]
_TOO_LONG = f"is longer than {LONGEST:,} characters"


@contextmanager
def opened(path: Path) -> Iterator[list[tuple[str, IO[bytes]]]]:
    """Open a table; give the name and bytes of each file in it.

    Args:
        path: a plain file, ``.gz``, or ``.zip`` with one table or several.
    Raises: LedgerError if it cannot be opened or, later, not be unpacked.
    """
    try:
        with ExitStack() as stack:
            suffix = path.suffix.casefold()
            if suffix == ".zip":
                archive = stack.enter_context(zipfile.ZipFile(path))
                names = [i.filename for i in archive.infolist() if not i.is_dir()]
                yield [(f"{path}#{n}", stack.enter_context(archive.open(n))) for n in sorted(names)]
            elif suffix == ".gz":
                packed = stack.enter_context(gzip.GzipFile(path, "rb"))
                yield [(str(path), cast(IO[bytes], packed))]
            else:
                yield [(str(path), stack.enter_context(path.open("rb")))]
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
        raise LedgerError(str(path), f"cannot be unpacked: {error}.", "Fetch it again.") from error
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}."
        raise LedgerError(str(path), reason, "Check path and permissions.") from error


def rows(file: IO[bytes], separator: str) -> Generator[Row, None, None]:
    """Yield the rows of one table; empty lines are none.

    Close it before the file. Bytes that are no UTF-8 are U+FFFD; a mark of byte order is passed over.
    """
    text = io.TextIOWrapper(file, encoding="utf-8-sig", errors="replace", newline="")
    try:
        yield from (_tabs(text) if separator == "\t" else _quoted(text, separator))
    finally:
        text.detach()  # whoever opened the bytes closes them


def _tabs(text: io.TextIOWrapper) -> Iterator[Row]:
    for number, line in _lines(text):
        if line is None:
            yield number, _TOO_LONG
        elif line.strip():
            fields = line.rstrip("\r\n").split("\t")
            yield number, [_bare(field) for field in fields] if '"' in line else fields


def _bare(part: str) -> str:
    if len(part) > 1 and part[0] == part[-1] == '"':
        return part[1:-1].replace('""', '"')
    return part


def _quoted(text: io.TextIOWrapper, separator: str) -> Iterator[Row]:
    for number, line in _lines(text):
        if line is None:
            yield number, _TOO_LONG
        elif line.strip():
            try:
                yield number, next(csv.reader([line], delimiter=separator, strict=True))
            except csv.Error as error:
                yield number, f"is no row of a table: {error}"


def _lines(text: io.TextIOWrapper) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers, from 1; None for one that is too long."""
    number = 0
    while line := text.readline(LONGEST):
        number += 1
        if len(line) == LONGEST and not line.endswith("\n"):
            while (rest := text.readline(LONGEST)) and not rest.endswith("\n"):
                pass
            yield number, None
        else:
            yield number, line
