"""Reading the almanac's CSV and TOML files, with the line in every complaint."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Collection, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import AlmanacError

ALMANAC = Path(str(files("dragoman"))) / "almanac"


def word_list(path: Path) -> frozenset[str]:
    """The words of a text file, several a line; lines that start with ``#`` are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def rows(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield ``(line number, row)`` of a CSV file whose header must be *columns*.

    Lines that start with ``#`` are comments. Values are stripped.

    Raises: AlmanacError if the header or the number of values differs.
    """
    numbered = [
        (number, line)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not numbered:
        raise AlmanacError(path, 1, "is empty.", f"Write the header {','.join(columns)}.")
    header = tuple(next(csv.reader([numbered[0][1]])))
    if header != columns:
        hint = f"Write {','.join(columns)}."
        raise AlmanacError(path, numbered[0][0], f"header is {','.join(header)}.", hint)
    for number, line in numbered[1:]:
        values = next(csv.reader(io.StringIO(line)))
        if len(values) != len(columns):
            hint = f"Write {len(columns)}: {','.join(columns)}."
            raise AlmanacError(path, number, f"has {len(values)} values.", hint)
        yield number, dict(zip(columns, (v.strip() for v in values), strict=True))


def kinds(path: Path, known: Collection[str]) -> list[tuple[str, str]]:
    """Return the words of a CSV file with the columns ``word,kind``, each with its kind, in its order.

    Raises: AlmanacError as :func:`rows`, and for a kind that is not *known*.
    """
    made = []
    for line, row in rows(path, ("word", "kind")):
        if row["kind"] not in known:
            raise AlmanacError(path, line, f"kind is {row['kind']!r}.", f"Use {', '.join(known)}.")
        made.append((row["word"], row["kind"]))
    return made


def many(value: str) -> tuple[str, ...]:
    """Split a cell that holds several values: ``"Kyiv|Kiev"`` → ``("Kyiv", "Kiev")``."""
    return tuple(part.strip() for part in value.split("|") if part.strip())


def table(path: Path) -> dict[str, Any]:
    """Read one TOML file.

    Raises: AlmanacError with the parser's own words if it is no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise AlmanacError(path, 1, "is no TOML.", f"{error}.") from error
