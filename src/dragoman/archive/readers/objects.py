"""JSON and JSON lines: exports of archives and answers of news services."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.columns import LISTS, Columns, Row, columns_of, paths_in, unmapped
from dragoman.archive.decoding import decode
from dragoman.archive.limits import RECORD, Budget, whole
from dragoman.archive.report import Custody

#: Bytes of one JSON value that is no line; it becomes objects five times its size.
LARGEST_VALUE = 256_000_000
#: Levels under which a list of articles is looked for.
DEEPEST = 4


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Row | ReportError]:
    """Yield each object that has a text.

    A file of lines is read line by line, so it may be larger than memory; any other is read
    whole. A line that is no JSON is refused alone.

    Raises: ReportError if it is no JSON, or no object has a text.
    """
    del budget  # nothing is unpacked here
    first = _line(file)
    if first is not None and isinstance(_parsed(first), dict):
        second = _line(file)
        if second is None or second.strip():
            yield from _lines(name, file, first, second)
            return
    else:
        second = b""
    rest = whole(name, file, LARGEST_VALUE)
    data = (first or b"") + (second or b"") + rest
    value = _parsed(data) if first is not None else None
    if value is None:
        raise ReportError(name, "is no JSON.", "Write one value a file, or one object a line.")
    yield from _values(name, value)


def _lines(
    name: str, file: BinaryIO, first: bytes, second: bytes | None
) -> Iterator[Row | ReportError]:
    number = offset = refused = read_well = 0
    line: bytes | None = first
    following = [second]
    while True:
        number += 1
        shown = f"{name}#{number}"
        if line is None:
            yield ReportError(shown, f"is a line of more than {RECORD:,} bytes.", "Split it.")
            return  # where the next line begins is not known
        if line.strip():
            value = _parsed(line)
            custody = Custody(hashlib.sha256(line.rstrip(b"\r\n")).hexdigest(), number, offset)
            if not isinstance(value, dict):
                refused += 1
                yield ReportError(shown, "is no JSON object.", "Write one object a line.")
            else:
                read_well += 1
                yield _row(shown, value, custody)
        offset += len(line)
        line = following.pop() if following else _line(file)
        if line == b"":
            return


def _values(name: str, value: object) -> Iterator[Row | ReportError]:
    rows = _rows(value, DEEPEST)
    if not rows:
        keys = [str(key) for key in value] if isinstance(value, dict) else []
        raise unmapped(name, keys)
    for number, row in enumerate(rows, 1):
        shown = f"{name}#{number}" if len(rows) > 1 else name
        if isinstance(row, dict):
            yield _row(shown, row, Custody("", number))
        else:
            yield ReportError(shown, "is no JSON object.", "Write a list of objects.")


def _row(name: str, row: dict[str, object], custody: Custody) -> Row | ReportError:
    columns = _columns(row)
    if not columns.has_text:
        inner = _rows(row, 1)  # {"row": {…}}, {"_source": {…}}
        if len(inner) == 1 and isinstance(inner[0], dict):
            row, columns = inner[0], _columns(inner[0])
    if not columns.has_text:
        return unmapped(name, row)
    return Row(name, row, columns, custody)


def _columns(row: Mapping[Any, object]) -> Columns:
    return columns_of(paths_in(row))


def _rows(value: object, depth: int) -> list[Any]:
    """The list of articles in *value*: itself, or what its fields hold."""
    if isinstance(value, list):
        return value if any(isinstance(one, dict) for one in value) else []
    if not isinstance(value, dict):
        return []
    if _columns(value).has_text and not any(
        isinstance(value.get(key), list) for key in ("articles", "posts")
    ):
        return [value]
    if depth == 0:
        return []
    plain = {"".join(c for c in str(key).lower() if c.isalnum()): key for key in value}
    for wanted in LISTS:
        if wanted in plain and (found := _rows(value[plain[wanted]], depth - 1)):
            return found
    return []


def _line(file: BinaryIO) -> bytes | None:
    """The next line; b"" at the end, None if it is too long to be one."""
    line = file.readline(RECORD + 1)
    return None if len(line) > RECORD else line


def _parsed(data: bytes) -> object:
    """The value of *data*; None if it is no JSON, or nested too deeply to be an article."""
    try:
        return json.loads(data, parse_constant=lambda _: None, parse_int=_number)
    except (ValueError, RecursionError):
        pass
    try:
        text, _ = decode("", data)
        return json.loads(text.lstrip("\ufeff"), parse_constant=lambda _: None, parse_int=_number)
    except (ValueError, RecursionError, ReportError):
        return None


def _number(digits: str) -> float:
    """A whole number; as long as one that nobody means as a number, any."""
    return int(digits) if len(digits) < 30 else math.inf
