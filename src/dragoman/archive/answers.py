# Crawlers store what a server sent, or what they made of it, and leave the head as it was: a body
# that is said to be in pieces or packed may be neither any more. What it is counts.
"""What a server answered, as crawlers store it: head and body, put together and unpacked."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import dataclass
from typing import Any

from dragoman.alphabet.errors import ReportError
from dragoman.archive.limits import FREE, RECORD, Budget, Counted, Inflated, whole
from dragoman.archive.part import label

#: Bytes of a head; real ones have 2,000.
LONGEST_HEAD = 100_000
#: Ways to pack, one inside another.
MOST_PACKINGS = 2
_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? +(\d{3})\b")
_END = re.compile(rb"\r?\n\r?\n")
_MARKUP = re.compile(rb"\s*<[!?a-zA-Z]")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_SIZE = re.compile(rb"\s*([0-9a-fA-F]{1,12})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server."""

    status: int
    media: str  #: type by MIME, in lower case; "" if none is told
    charset: str | None
    packing: tuple[str, ...]  #: how the body was packed, innermost first
    pieces: bool  #: whether it was sent in pieces
    body: bytes  #: as it is stored


def answer_in(data: bytes) -> Answer | None:
    """Return the answer that *data* are; None if they are none."""
    status = _STATUS.match(data)
    end = _END.search(data, 0, LONGEST_HEAD)
    if status is None or end is None:
        return None
    head: dict[str, str] = {}
    for line in data[: end.start()].decode("latin-1").splitlines()[1:]:
        name, _, value = line.partition(":")
        head.setdefault(name.strip().lower(), value.strip())
    kind = head.get("content-type", "")
    charset = _CHARSET.search(kind)
    packing = [one.strip().lower() for one in head.get("content-encoding", "").split(",")]
    return Answer(
        status=int(status[1]),
        media=kind.partition(";")[0].strip().lower(),
        charset=charset[1] if charset else None,
        packing=tuple(one for one in packing if one not in ("", "identity")),
        pieces="chunked" in head.get("transfer-encoding", "").lower(),
        body=data[end.end() :],
    )


def body_of(name: str, answer: Answer, budget: Budget) -> bytes:
    """Return the body of an answer, put together and unpacked.

    Raises: ReportError if it is not packed as it says, or becomes too large.
    """
    data = _joined(answer.body) if answer.pieces else answer.body
    if len(answer.packing) > MOST_PACKINGS:
        raise ReportError(name, "is packed again and again.", "Fetch that page again.")
    for packing in reversed(answer.packing):
        if _MARKUP.match(data):  # its crawler has unpacked it
            break
        data = _unpacked(name, data, packing, budget)
    return data


def _joined(data: bytes) -> bytes:
    """The pieces of a body, one after another; as it is, if it is in no pieces."""
    pieces = []
    at = 0
    while (size := _SIZE.match(data, at)) and (length := int(size[1], 16)):
        at = size.end() + length
        pieces.append(data[size.end() : at])
        at += 2 if data[at : at + 2] == b"\r\n" else data[at : at + 1] == b"\n"
    return b"".join(pieces) if pieces else data


def _unpacked(name: str, data: bytes, packing: str, budget: Budget) -> bytes:
    """*data* without one packing, counted as they come out."""
    try:
        if packing in ("gzip", "x-gzip"):
            if data[:2] != b"\x1f\x8b":
                return data
            return whole(name, io.BufferedReader(Inflated(name, io.BytesIO(data), budget)), RECORD)
        stream: Any
        if packing == "deflate":
            stream = _Deflated(data)
        elif packing in ("br", "zstd"):
            import pyarrow as pa

            codec = {"br": "brotli"}.get(packing, packing)
            stream = pa.CompressedInputStream(pa.BufferReader(data), codec)
        else:
            reason = f"is packed in an unknown way ({label(packing, 20)})."
            raise ReportError(name, reason, "Fetch that page again.")
        return whole(name, io.BufferedReader(Counted(name, stream, len(data), budget)), RECORD)
    except (OSError, EOFError, zlib.error, ValueError) as error:
        reason = f"is packed by {packing} and damaged."
        raise ReportError(name, reason, "Fetch that page again.") from error


class _Deflated:
    """A stream of deflate, with its wrapping or without."""

    def __init__(self, data: bytes) -> None:
        self._engine = zlib.decompressobj(-15 if data[:1] != b"\x78" else 15)
        self._rest = data

    def read(self, size: int = -1, /) -> bytes:
        out = self._engine.decompress(self._rest, size if size > 0 else FREE)
        self._rest = self._engine.unconsumed_tail
        return out
