# CSV that a spreadsheet can open without running what a report says.
# Rule 1: a text cell that begins with one of = + - @, TAB, CR, LF, their full-width forms or an
#   apostrophe gets an apostrophe in front: spreadsheets then show it as text. An empty text is a
#   lone apostrophe, so that an empty cell means unknown and nothing else.
# Rule 2: so one rule undoes it: a text cell that begins with an apostrophe loses it.
#   `unguarded` is that rule, and a test holds that nothing is lost on the way.
# Rule 3: numbers, days and truth values are written as they are: a negative score is a number.
"""One table of a ledger as CSV, guarded against formulas."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from dragoman.ledger.outgoing import columns, rows, select
from dragoman.ledger.query import Reader

#: What a spreadsheet may take for the beginning of a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"


def write_csv(reader: Reader, path: Path, table: str) -> int:
    """Write one table (``outgoing.TABLES``), UTF-8 with a head; return how many rows.

    Lists are JSON arrays, truth values ``true`` and ``false``, days ISO; unknown is empty.
    """
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\r\n")
        writer.writerow([name for name, _ in columns(reader, table)])
        for row in rows(reader, select(table)):
            writer.writerow([cell(value) for value in row.values()])
            count += 1
    return count


def cell(value: Any) -> str:
    """One value as a cell.

    >>> cell("=1+1"), cell(-7.5), cell("it's"), cell(None), cell("")
    ("'=1+1", '-7.5', "it's", '', "'")
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | dict):
        return json.dumps(value, ensure_ascii=False)
    return guarded(value) if isinstance(value, str) else str(value.isoformat())


def guarded(text: str) -> str:
    """*text* as a spreadsheet may have it."""
    return GUARD + text if not text or text.startswith((*FORMULA, GUARD)) else text


def unguarded(cell: str) -> str | None:
    """The text of a text cell; None where it is unknown.

    >>> unguarded("'=1+1"), unguarded("'"), unguarded("")
    ('=1+1', '', None)
    """
    return cell.removeprefix(GUARD) if cell else None
