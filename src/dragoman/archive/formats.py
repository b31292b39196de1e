# FORMS is the whole list: what a file is by its first bytes, else by its name, and which module
# reads it. Readers know nothing of one another; what one finds inside its file is read on here.
"""From the bytes of a file, whatever it is, to reports."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib import import_module
from pathlib import PurePath
from typing import Any, BinaryIO

from dragoman.alphabet import settings
from dragoman.alphabet.errors import ReportError
from dragoman.archive import limits
from dragoman.archive.check import checked
from dragoman.archive.columns import Row
from dragoman.archive.limits import Budget, whole
from dragoman.archive.part import Part
from dragoman.archive.readers.feed import is_feed
from dragoman.archive.readers.html import is_page
from dragoman.archive.report import Custody, Report


@dataclass(frozen=True, slots=True)
class Form:
    """A format: which module of ``readers`` reads it, and how."""

    reader: str
    #: Whether a file is one document, ``read(name, bytes, declared) -> Report``. Else it holds
    #: several: ``read(name, file, budget)`` yields reports, refusals and parts.
    single: bool
    archive: bool = False  #: whether it counts as one archive deep
    seeks: bool = False  #: whether its reader jumps about in the file


FORMS: Mapping[str, Form] = {
    "text": Form("plain", single=True),
    "page": Form("html", single=True),
    "pdf": Form("pdf", single=True),
    "feed": Form("feed", single=False),
    "warc": Form("warc", single=False, archive=True),
    "json": Form("objects", single=False),
    "table": Form("tables", single=False),
    "parquet": Form("parquet", single=False, seeks=True),
    "mail": Form("mail", single=False),
    "zip": Form("zipped", single=False, archive=True, seeks=True),
    "gzip": Form("packed", single=False, archive=True),
}
#: Which form a name's ending tells; this is also what is looked for in folders.
ENDINGS: Mapping[str, str] = {
    ".txt": "text", ".md": "text", ".html": "page", ".htm": "page", ".xhtml": "page",
    ".pdf": "pdf", ".rss": "feed", ".atom": "feed", ".xml": "feed", ".warc": "warc",
    ".jsonl": "json", ".ndjson": "json", ".json": "json", ".csv": "table", ".tsv": "table",
    ".parquet": "parquet", ".eml": "mail", ".zip": "zip", ".gz": "gzip",
}  # fmt: skip
#: Which form a type by MIME tells.
MEDIA: Mapping[str, str] = {
    "text/plain": "text", "text/markdown": "text", "text/html": "page",
    "application/xhtml+xml": "page", "application/pdf": "pdf", "application/rss+xml": "feed",
    "application/atom+xml": "feed", "application/xml": "feed", "text/xml": "feed",
    "application/json": "json", "application/x-ndjson": "json", "application/feed+json": "json",
    "text/csv": "table", "text/tab-separated-values": "table", "message/rfc822": "mail",
    "application/zip": "zip", "application/gzip": "gzip", "application/x-gzip": "gzip",
    "application/warc": "warc",
}  # fmt: skip
#: Bytes at the beginning of a file that are enough to know it.
HEAD = 4_096
_PACKED = "packed bytes"
#: First bytes of what is often passed and not read, what that is, and what to do.
OTHERS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x28\xb5\x2f\xfd", "packed by Zstandard", "Unpack it first."),
    (b"\xfd7zXZ\0", "packed by xz", "Unpack it first."),
    (b"BZh", "packed by bzip2", "Unpack it first."),
    (b"\x04\x22\x4d\x18", "packed by LZ4", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "Unpack it first."),
    (b"Rar!\x1a\x07", "a RAR archive", "Unpack it first."),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word or Excel file", "Save it as PDF, HTML or plain text."),
    (b"{\\rtf", "a file in Rich Text Format", "Save it as PDF, HTML or plain text."),
    (b"SQLite format 3\0", "a database", "Export it as CSV, JSON or Parquet."),
    (b"\x89PNG\r\n", "a picture", "Run it through a text recognition first."),
    (b"\xff\xd8\xff", "a picture", "Run it through a text recognition first."),
    (b"GIF8", "a picture", "Run it through a text recognition first."),
)  # fmt: skip
_BEGINNINGS = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PAR1", "parquet"),
    (b"WARC/1.", "warc"),
)


def form_of(name: str, head: bytes, media: str | None = None) -> str:
    """Return the key into FORMS for a file of which *head* are the first bytes.

    The bytes count first: a page that is called .txt is a page.
    """
    for beginning, form in _BEGINNINGS:
        if head.startswith(beginning):
            return form
    lower = name.lower()
    if head.startswith(b"\x1f\x8b"):
        return "warc" if lower.endswith((".warc.gz", ".warc")) else "gzip"
    if b"%PDF-" in head[:1_024] and not head[:1].isalnum():
        return "pdf"
    if is_page(head):
        return "page"
    if is_feed(head):
        return "feed"
    by_name = ENDINGS.get(PurePath(lower.rpartition("#")[2]).suffix)
    told = by_name or MEDIA.get((media or "").partition(";")[0].strip().lower())
    if told == "feed" and not head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        return "text"
    # Without a name, what begins like JSON and is none is refused as JSON; prose never does.
    return told or ("json" if head.lstrip()[:2] in (b'{"', b"[{") else "text")


def refuse_others(name: str, head: bytes) -> None:
    """Raise ReportError for a format that is known and not read, by its first bytes."""
    for beginning, what, hint in OTHERS:
        # Prose may begin with "BZh" or "GIF8", but packed bytes are never ASCII throughout.
        if head.startswith(beginning) and not (head.isascii() and len(beginning) < 5):
            raise ReportError(name, f"is {what}, which is not read.", hint)
    if head[257:262] == b"ustar":
        raise ReportError(name, "is a tar archive, which is not read.", "Unpack it first.")


def reports_in(
    name: str,
    file: BinaryIO,
    media: str | None = None,
    charset: str | None = None,
    url: str | None = None,
) -> Iterator[Report | ReportError]:
    """Yield what *file* holds: one report, or many, or the errors that say why there is none.

    Foreign libraries run in this process: ``cell`` runs this function in one of its own.
    """
    part = Part(name, file, media=media, charset=charset, url=url)
    for _, found in items_in(part):
        if found is not None:
            yield found


def items_in(part: Part, skip: int = 0) -> Iterator[tuple[int, Report | ReportError | None]]:
    """Yield (place, report or refusal) for what *part* holds; of a file that may hold several
    also (place, None) after each place.

    Args:
        skip: places that are passed over: those before the one at which an earlier process died.
    """
    budget = Budget(part.name)
    try:
        file = _buffered(part.data)
        form = _form(part, file)
        if form.single:
            yield 0, _single(form, part, file)
            return
        place = -1
        for place, item in enumerate(_found(form, part, file, budget)):
            if place >= skip:
                for found in _read_on(item, 1 if form.archive else 0, budget, part.url):
                    yield place, found
                yield place, None
        if place < 0:
            raise ReportError(part.name, "holds no reports.", "Pass a file that has some.")
    except ReportError as refusal:
        yield -1, refusal


def _read_on(
    item: Report | ReportError | Part | Row, depth: int, budget: Budget, url: str | None = None
) -> Iterator[Report | ReportError]:
    """What a reader yielded, with the parts among it read in their turn."""
    try:
        if isinstance(item, ReportError):
            yield item
        elif isinstance(item, Part):
            yield from _part(item, depth, budget)
        else:
            item = _guarded("a row", item.name, item.report) if isinstance(item, Row) else item
            yield _finished(
                item, item.custody or _custody(item.text.encode("utf-8", "replace")), url
            )
    except ReportError as refusal:
        yield refusal


def _part(part: Part, depth: int, budget: Budget) -> Iterator[Report | ReportError]:
    file = _buffered(part.data)
    form = _form(part, file)
    if form.single:
        yield _single(form, part, file)
        return
    if form.archive and depth >= limits.DEPTH:
        reason = f"is an archive inside {limits.DEPTH} others."
        raise ReportError(part.name, reason, "Unpack the outer ones first.")
    for item in _found(form, part, file, budget):
        yield from _read_on(item, depth + form.archive, budget, part.url)


def _form(part: Part, file: BinaryIO) -> Form:
    """How *part* is read. Raises: ReportError if it is not."""
    head = _guarded(_PACKED, part.name, _peek, file)
    refuse_others(part.name, head)
    return FORMS[form_of(part.name, head, part.media)]


def _single(form: Form, part: Part, file: BinaryIO) -> Report | ReportError:
    """The report that a document is."""
    try:
        most = limits.ILLUSTRATED if form.reader == "pdf" else settings.LARGEST_FILE
        data = _guarded(_PACKED, part.name, whole, part.name, file, most)
        report = _guarded(form.reader, part.name, _reader(form), part.name, data, part.charset)
        return _finished(report, _custody(data, part), part.url)
    except ReportError as refusal:
        return refusal


def _found(
    form: Form, part: Part, file: BinaryIO, budget: Budget
) -> Iterator[Report | ReportError | Part | Row]:
    """What a reader yields, its own failures as refusals.

    Raises: ReportError if it cannot go on.
    """
    if form.seeks and not file.seekable():
        file = io.BytesIO(_guarded(_PACKED, part.name, whole, part.name, file, limits.RECORD))
    items = iter(_reader(form)(part.name, file, budget))
    end = object()
    while (item := _guarded(form.reader, part.name, next, items, end)) is not end:
        yield item


def _guarded(what: str, name: str, call: Any, *arguments: Any) -> Any:
    """The result of foreign code on foreign bytes.

    Raises: ReportError, whatever it raises.
    """
    try:
        return call(*arguments)
    except ReportError:
        raise
    except ImportError as error:
        missing = str(error.name or error).partition(".")[0]
        hint = f"Install it: pip install {missing}"
        raise ReportError(name, f"needs {missing}, which is not installed.", hint) from error
    except MemoryError as error:
        reason = "takes more memory than a report may."
        raise ReportError(name, reason, "Split it, or save it as plain text.") from error
    except RecursionError as error:
        reason = "is nested too deeply."
        raise ReportError(name, reason, "Save it as plain text.") from error
    except BaseException as error:
        # What is written in Rust panics outside the tree of Python's exceptions.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reason = f"cannot be read as {what} ({type(error).__name__})."
        raise ReportError(name, reason, "Save it as plain text (UTF-8) or HTML.") from error


def _finished(report: Report, custody: Custody, url: str | None) -> Report:
    """The report with its custody, checked.

    Raises: ReportError if it is none that can be read.
    """
    return checked(replace(report, custody=custody, url=url or report.url))


def _custody(data: bytes, part: Part | None = None) -> Custody:
    sha256 = hashlib.sha256(data).hexdigest()
    return Custody(sha256, part.record, part.offset) if part else Custody(sha256)


def _reader(form: Form) -> Any:
    return import_module(f"dragoman.archive.readers.{form.reader}").read


def _buffered(data: bytes | BinaryIO) -> BinaryIO:
    """A stream that can be looked into without being read."""
    if isinstance(data, bytes):
        return io.BufferedReader(io.BytesIO(data), HEAD)
    return data if hasattr(data, "peek") else io.BufferedReader(data, HEAD)  # type: ignore[type-var]


def _peek(file: BinaryIO) -> bytes:
    head: bytes = file.peek(HEAD)  # type: ignore[attr-defined]
    return head[:HEAD]
