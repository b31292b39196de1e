"""WARC: what a crawler stored, answer by answer; by FastWARC."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.alphabet.errors import ReportError
from dragoman.archive.answers import LONGEST_HEAD, answer_in, body_of
from dragoman.archive.limits import RECORD, Budget, Inflated, whole
from dragoman.archive.part import Part, label

#: Kinds of answers that can be a report. Pictures and scripts are passed over in silence.
MEDIA = frozenset(("text/html", "application/xhtml+xml", "text/plain", "application/pdf"))
_FOUND = 200


def read(name: str, file: BinaryIO, budget: Budget) -> Iterator[Part | ReportError]:
    """Yield the pages and texts that were stored, each with the address it was fetched from.

    Raises: ReportError if there is none in it, or it breaks off.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    packed = _packed(file)
    inflated = Inflated(name, file, budget) if packed else None
    stream: Any = _Forward(io.BufferedReader(inflated, 1 << 16) if inflated else file)
    wanted = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    records = iter(
        ArchiveIterator(
            stream,
            record_types=wanted,
            parse_http=False,
            max_header_len=LONGEST_HEAD,
            stream_detect=False,
            fsspec_args=False,
        )
    )
    number = found = 0
    while True:
        try:
            record = next(records)
            number += 1
            part = _part(name, record, number, inflated, budget)
        except StopIteration:
            break
        except ReportError as refusal:
            yield refusal
            if refusal.name == name:  # a limit of the whole file
                return
            found += 1
            continue
        except OSError as error:  # what FastWARC raises for bytes that are no records
            raise ReportError(
                name,
                f"breaks off after record {number}: {label(str(error), 80)}.",
                "Fetch it again.",
            ) from error
        if part is not None:
            found += 1
            yield part
    if inflated is not None and inflated.damaged:
        yield ReportError(name, f"breaks off after record {number}.", "Fetch it again.")
    elif not found:
        raise ReportError(name, "has no stored pages in it.", "Pass a WARC of responses.")


def _part(
    name: str, record: Any, number: int, inflated: Inflated | None, budget: Budget
) -> Part | None:
    """What one record stores, if it can be a report.

    Raises: ReportError if it is too large.
    """
    shown = f"{name}#{number}"
    kind = str(record.headers.get("Content-Type") or "")
    media, charset = kind.partition(";")[0].strip().lower(), None
    answered = media == "application/http" or record.is_http
    if not answered and media not in MEDIA:
        return None
    stored = _Stored(record, budget)
    if answered:
        answer = answer_in(stored.beginning())
        if answer is None or answer.status != _FOUND or answer.media not in MEDIA:
            return None  # a film is not read to its end
        media, charset = answer.media, answer.charset
    data = whole(shown, stored, RECORD)
    if answered and (answer := answer_in(data)) is not None:
        data = body_of(shown, answer, budget)
    url = record.headers.get("WARC-Target-URI")
    at = record.stream_pos
    offset = inflated.parts.get(at) if inflated is not None else at
    return Part(
        shown,
        data,
        media=media,
        charset=charset,
        url=label(url.strip("<>"), 2_000) if url else None,
        record=number,
        offset=offset,
        deeper=False,
    )


class _Forward:
    """A stream that knows where it is and goes forward only; FastWARC asks every stream."""

    def __init__(self, inner: BinaryIO) -> None:
        self._inner, self._at = inner, 0

    def read(self, size: int = -1, /) -> bytes:
        data = self._inner.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        return self._at

    def seek(self, to: int, whence: int = io.SEEK_SET, /) -> int:
        to += self._at if whence == io.SEEK_CUR else 0
        if to < self._at or whence == io.SEEK_END:
            raise io.UnsupportedOperation
        while self._at < to and self.read(min(to - self._at, 1 << 16)):
            continue
        return self._at

    def seekable(self) -> bool:
        return False


class _Stored:
    """The bytes of a record, counted as they come."""

    def __init__(self, record: Any, budget: Budget) -> None:
        self._record, self._budget, self._begun = record, budget, b""

    def beginning(self) -> bytes:
        """Return enough of it to hold the head of an answer; it is read again."""
        pieces = []
        left = LONGEST_HEAD
        while left and (piece := self._more(left)):
            pieces.append(piece)
            left -= len(piece)
        self._begun = b"".join(pieces)
        return self._begun

    def read(self, size: int = -1, /) -> bytes:
        data, self._begun = self._begun, b""
        return data or self._more(size)

    def _more(self, size: int) -> bytes:
        data: bytes = self._record.reader.read(size)
        self._budget.spend(len(data))
        return data


def _packed(file: BinaryIO) -> bool:
    """Whether the records are packed; a stream that cannot be looked into is not."""
    peek = getattr(file, "peek", None)
    return bool(peek is not None and peek(2)[:2] == b"\x1f\x8b")
