# Rule: a file that cannot be read is a value among the reports, not an exception, so that
# one bad file in ten thousand stops nothing and is still told of.
"""From paths to reports, each once."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dragoman.alphabet import settings
from dragoman.alphabet.errors import ReportError
from dragoman.archive.language import language_of
from dragoman.archive.readers import html, plain
from dragoman.archive.report import Report

#: Which reader a file's ending asks for; this is also what is looked for in folders.
READERS: Mapping[str, Callable[[str, bytes], Report]] = {
    ".txt": plain.read,
    ".md": plain.read,
    ".html": html.read,
    ".htm": html.read,
}
#: Characters in which some sentence must have ended.
LONGEST_WITHOUT_STOP = 100_000

_STOP = re.compile(r"[.!?…。]")


def gather(paths: Iterable[Path]) -> Iterator[Report | ReportError]:
    """Yield a report for each file, or the error that says why there is none.

    Args:
        paths: files of any name; folders, in which files that end as READERS says are
            looked for at any depth (hidden ones and linked folders are left alone).

    Yields: sorted by path, each file once, however often it is named. Nothing is raised.
    """
    wanted: dict[str, tuple[Path, ReportError | None]] = {}
    for path in paths:
        for found, refusal in _expand(Path(path)):
            wanted.setdefault(_identity(found), (found, refusal))
    for path, refusal in sorted(wanted.values(), key=lambda pair: str(pair[0])):
        yield refusal or read_file(path)


def read_file(path: Path) -> Report | ReportError:
    """Return the report in one file, or the error that says why there is none."""
    name = _name(path)
    try:
        data = _bytes(path, name)
    except ReportError as refusal:
        return refusal
    return read_bytes(name, data)


def read_bytes(name: str, data: bytes) -> Report | ReportError:
    """Like :func:`read_file`, for bytes that are at hand; the ending of *name* counts."""
    known = READERS.get(Path(name).suffix.lower(), plain.read)
    reader = html.read if html.is_page(data) else known
    try:
        return _checked(reader(name, data))
    except ReportError as refusal:
        return refusal


def _expand(path: Path) -> Iterator[tuple[Path, ReportError | None]]:
    """The files that *path* stands for, or a refusal of it."""
    name = _name(path)
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        yield path, ReportError(name, "does not exist.", "Check the path.")
        return
    except (OSError, ValueError) as error:
        yield path, ReportError(name, f"cannot be opened: {error}.", "Check the path.")
        return
    if stat.S_ISREG(mode):
        yield path, None
    elif stat.S_ISDIR(mode):
        yield from _folder(path, name)
    else:
        yield path, ReportError(name, "is no file.", "Pass files or folders.")


def _folder(path: Path, name: str) -> Iterator[tuple[Path, ReportError | None]]:
    """The reports in a folder, or a refusal if it has none."""
    any_found = False
    refused: list[OSError] = []
    for folder, inner, files in os.walk(path, onerror=refused.append):
        inner[:] = [one for one in inner if not one.startswith(".")]
        for file in files:
            found = Path(folder, file)
            if not file.startswith(".") and found.suffix.lower() in READERS:
                any_found = True
                yield from _expand(found)
    for error in refused:
        inside = Path(str(error.filename or path))
        reason = f"cannot be opened: {error.strerror}."
        yield inside, ReportError(_name(inside), reason, "Check its permissions.")
    if not any_found and not refused:
        endings = ", ".join(f"*{ending}" for ending in READERS)
        yield path, ReportError(name, "has no reports in it.", f"Looked for {endings}.")


def _bytes(path: Path, name: str) -> bytes:
    """The bytes of a file.

    Raises: ReportError if it is too large or cannot be opened.
    """
    try:
        with path.open("rb") as file:
            data = file.read(settings.LARGEST_FILE + 1)
    except OSError as error:
        reason = f"cannot be opened: {error.strerror}."
        raise ReportError(name, reason, "Check its permissions.") from error
    if len(data) > settings.LARGEST_FILE:
        reason = f"is larger than {settings.LARGEST_FILE:,} bytes."
        raise ReportError(name, reason, "Split it into one file a report.")
    return data


def _checked(report: Report) -> Report:
    """*report* with its language.

    Raises: ReportError if it is not English, no prose, or too long for a report.
    """
    language = language_of(report.text)
    if language not in (None, "en"):
        hint = "Only English is read."
        raise ReportError(report.name, f"is in another language ({language}).", hint)
    length = len(report.text)
    if length > LONGEST_WITHOUT_STOP and _STOP.search(report.text) is None:
        reason = f"no sentences: {length:,} characters without a full stop."
        raise ReportError(report.name, reason, "Pass the text of a report.")
    if length > settings.LONGEST_REPORT:
        reason = f"is longer than {settings.LONGEST_REPORT:,} characters."
        raise ReportError(report.name, reason, "Split it into one file a report.")
    return replace(report, language=language)


def _identity(path: Path) -> str:
    """One name for one file, however it is reached."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return str(path)


def _name(path: Path) -> str:
    """The path as text that can be printed and stored, whatever bytes it has."""
    return str(path).encode("utf-8", "replace").decode("utf-8")
