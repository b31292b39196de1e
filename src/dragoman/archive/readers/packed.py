"""gzip: one stream of bytes, which may be anything."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import PurePath
from typing import BinaryIO

from dragoman.archive.limits import Budget, Inflated
from dragoman.archive.part import Part, label


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Part]:
    """Yield what is packed in *file*, as a stream that stops at its limits."""
    inner = PurePath(name.rpartition("#")[2]).name
    ending = PurePath(inner).suffix.lower()
    inner = inner[: -len(ending)] if ending in (".gz", ".gzip") else inner
    stream = io.BufferedReader(Inflated(name, file, budget), 1 << 16)
    yield Part(f"{name}#{label(inner) or 'data'}", stream)
