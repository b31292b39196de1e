# Rule: a file that cannot be read is a value among the reports, not an exception, so that
# one bad file in ten thousand stops nothing and is still told of.
"""From paths and addresses to reports, each file once."""

from __future__ import annotations

import glob
import io
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from dragoman.alphabet import settings
from dragoman.alphabet.errors import ReportError
from dragoman.archive.cell import BATCH, Cell, Job
from dragoman.archive.fetch import Web, is_address, shown_as
from dragoman.archive.formats import ENDINGS, FORMS, HEAD, form_of, reports_in
from dragoman.archive.report import Report

#: Stands for standard input.
STANDARD_INPUT = "-"
#: Forms that are read in this process: no library of others looks at their bytes.
PLAIN = frozenset(("text",))


@dataclass(frozen=True, slots=True)
class _Source:
    """One thing to read, or the refusal of it."""

    name: str
    path: Path | None = None
    refusal: ReportError | None = None
    address: bool = False


def gather(
    paths: Iterable[Path | str],
    *,
    web: Web | None = None,
    cell: Cell | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Iterator[Report | ReportError]:
    """Yield the reports in each file, or the error that says why there is none.

    Args:
        paths: files of any name; folders, in which files that end as ENDINGS says are
            looked for at any depth (hidden ones and linked folders are left alone); patterns
            like ``wire/2024-*.html``; addresses, as text, each of which is fetched once;
            "-" for standard input.
        web: what fetches addresses, with its limits.
        cell: what reads foreign formats, with its limits; by default one that ends with this.
        clock: tells when a report was read.

    Yields: sorted by path, each file once, however often it is named; a file that holds
        several reports yields them in its own order. Nothing is raised.
    """
    wanted: dict[str, _Source] = {}
    for path in paths:
        for found in _expand(path):
            wanted.setdefault(_identity(found), found)
    sources = sorted(wanted.values(), key=lambda source: source.name)
    web = web or Web()
    with _Closing(cell) as room:
        for batch in _batches(sources):
            for item in _read_batch(batch, room, web):
                yield _stamped(item, clock)


def read_file(path: Path) -> Report | ReportError:
    """Return the report in one file, or the error that says why there is none."""
    found = list(gather([path]))
    return found[0] if len(found) == 1 else _several(_name(path), found)


def read_bytes(name: str, data: bytes) -> Report | ReportError:
    """Return the report in bytes that are at hand; the ending of *name* counts.

    Foreign formats are read in this process, without the limits of a cell.
    """
    found = list(reports_in(name, io.BytesIO(data)))
    return found[0] if len(found) == 1 else _several(name, found)


class _Closing:
    """A cell that is closed at the end, unless it was lent."""

    def __init__(self, lent: Cell | None) -> None:
        self._lent, self._cell = lent is not None, lent or Cell()

    def __enter__(self) -> Cell:
        return self._cell

    def __exit__(self, *_: object) -> None:
        if not self._lent:
            self._cell.close()


def _batches(sources: list[_Source]) -> Iterator[list[_Source]]:
    """Files by the batch; what has to be waited for, addresses and pipes, one by one."""
    batch: list[_Source] = []
    for source in sources:
        if batch and (source.path is None or len(batch) == BATCH):
            yield batch
            batch = []
        batch.append(source)
        if source.path is None:
            yield batch
            batch = []
    if batch:
        yield batch


def _read_batch(sources: list[_Source], cell: Cell, web: Web) -> Iterator[Report | ReportError]:
    """What some sources hold, in their order; files for the cell are sent there together."""
    prepared = [_prepared(source, web) for source in sources]
    jobs = [item for item in prepared if isinstance(item, Job)]
    answers = cell.read(jobs)
    waiting: tuple[int, Report | ReportError] | None = None
    turn = 0
    try:
        for item in prepared:
            if isinstance(item, ReportError):
                yield item
            elif isinstance(item, Job):
                waiting = waiting or next(answers, None)
                while waiting is not None and waiting[0] == turn:
                    yield waiting[1]
                    waiting = next(answers, None)
                turn += 1
            else:
                yield from item()
    finally:
        answers.close()  # type: ignore[attr-defined]


def _prepared(
    source: _Source, web: Web
) -> Job | ReportError | Callable[[], Iterator[Report | ReportError]]:
    """A refusal, a job for the cell, or a plain text that is read here when its turn comes."""
    try:
        if source.refusal is not None:
            return source.refusal
        if source.address:
            answer = web.fetch(source.name)
            name = shown_as(answer.url)
            return _at_hand(
                Job(name, None, answer.data, media=answer.media, charset=answer.charset, url=name)
            )
        if source.path is None:
            return _at_hand(Job(STANDARD_INPUT, None, _standard_input()))
        return _on_disk(source.name, source.path)
    except ReportError as refusal:
        return refusal


def _on_disk(name: str, path: Path) -> Job | Callable[[], Iterator[Report | ReportError]]:
    try:
        with path.open("rb") as file:
            form = form_of(name, file.read(HEAD))
            size = os.fstat(file.fileno()).st_size
    except OSError as error:
        raise _closed(name, error) from error
    if form in PLAIN:
        return lambda: _plain(name, path)
    return Job(name, os.fspath(path), size=size, several=not FORMS[form].single)


def _at_hand(job: Job) -> Job | Callable[[], Iterator[Report | ReportError]]:
    """Bytes that are here already: to the cell, unless they are plain text."""
    form = form_of(job.name, job.data[:HEAD], job.media)
    if form in PLAIN:
        return lambda: reports_in(job.name, io.BytesIO(job.data), job.media, job.charset, job.url)
    return replace(job, size=len(job.data), several=not FORMS[form].single)


def _plain(name: str, path: Path) -> Iterator[Report | ReportError]:
    try:
        with path.open("rb") as file:
            yield from reports_in(name, file)
    except OSError as error:
        yield _closed(name, error)


def _stamped(item: Report | ReportError, clock: Callable[[], datetime]) -> Report | ReportError:
    if isinstance(item, ReportError) or item.custody is None:
        return item
    return replace(item, custody=replace(item.custody, taken=clock()))


def _expand(path: Path | str) -> Iterator[_Source]:
    """The files that *path* stands for, or a refusal of it."""
    name = _name(path)
    if name == STANDARD_INPUT:
        yield _Source(name)
        return
    if isinstance(path, str) and is_address(path):
        yield _Source(path, address=True)
        return
    place = Path(path)
    try:
        mode = place.stat().st_mode
    except FileNotFoundError:
        yield from _pattern(place, name)
        return
    except (OSError, ValueError) as error:
        yield _refused(place, name, f"cannot be opened: {error}.", "Check the path.")
        return
    if stat.S_ISREG(mode):
        yield _Source(name, place)
    elif stat.S_ISDIR(mode):
        yield from _folder(place, name)
    else:
        yield _refused(place, name, "is no file.", "Pass files or folders.")


def _pattern(path: Path, name: str) -> Iterator[_Source]:
    """The files that a pattern fits, or a refusal if it is none."""
    if name.startswith(("http:/", "https:/")):
        yield _refused(path, name, "is an address that was made a path.", "Pass it as text.")
        return
    if not glob.has_magic(name):
        yield _refused(path, name, "does not exist.", "Check the path.")
        return
    found = sorted(glob.glob(os.fspath(path), recursive=True))  # noqa: PTH207  absolute ones too
    if not found:
        yield _refused(path, name, "does not exist.", "Check the pattern.")
    for one in found:
        yield from _expand(Path(one))


def _folder(path: Path, name: str) -> Iterator[_Source]:
    """The reports in a folder, or a refusal if it has none."""
    any_found = False
    refused: list[OSError] = []
    for folder, inner, files in os.walk(path, onerror=refused.append):
        inner[:] = [one for one in inner if not one.startswith(".")]
        for file in files:
            found = Path(folder, file)
            if not file.startswith(".") and found.suffix.lower() in ENDINGS:
                any_found = True
                yield from _expand(found)
    for error in refused:
        inside = Path(str(error.filename or path))
        reason = f"cannot be opened: {error.strerror}."
        yield _refused(inside, _name(inside), reason, "Check its permissions.")
    if not any_found and not refused:
        endings = ", ".join(f"*{ending}" for ending in ENDINGS)
        yield _refused(path, name, "has no reports in it.", f"Looked for {endings}.")


def _refused(path: Path, name: str, reason: str, hint: str) -> _Source:
    return _Source(name, path, ReportError(name, reason, hint))


def _standard_input() -> bytes:
    """What is piped in.

    Raises: ReportError if it is too large.
    """
    data = sys.stdin.buffer.read(settings.LARGEST_FILE + 1)
    if len(data) > settings.LARGEST_FILE:
        reason = f"is larger than {settings.LARGEST_FILE:,} bytes."
        raise ReportError(STANDARD_INPUT, reason, "Save it as a file.")
    return data


def _several(name: str, found: list[Report | ReportError]) -> ReportError:
    return ReportError(name, f"holds {len(found)} reports.", "Gather them: it yields each.")


def _closed(name: str, error: OSError) -> ReportError:
    reason = f"cannot be opened: {error.strerror}."
    return ReportError(name, reason, "Check its permissions.")


def _identity(source: _Source) -> str:
    """One name for one file, however it is reached."""
    if source.path is None:
        return source.name
    try:
        return os.path.realpath(source.path)
    except (OSError, ValueError):
        return str(source.path)


def _name(path: Path | str) -> str:
    """The path as text that can be printed and stored, whatever bytes it has."""
    return str(path).encode("utf-8", "replace").decode("utf-8")
