# Rule: what is unpacked is counted while it comes out, never afterwards: a bomb has done its
# work by the time its size is known.
"""How much a file may unpack to, and streams that stop when it is more."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from typing import BinaryIO, Protocol

from dragoman.alphabet.errors import ReportError

#: Unpacked bytes of one record: a page, a member of an archive, a line.
RECORD = 64_000_000
#: Unpacked bytes of one file, all its records together.
FILE = 2_000_000_000
#: Unpacked bytes for one packed byte, and the bytes before which nobody counts. Pages and
#: tables reach 20; a file of zeros has 1,000.
RATIO, FREE = 200, 1_000_000
#: Archives inside archives: a file in a zip in a zip is read, one level more is not.
DEPTH = 2
#: Members of one archive.
MEMBERS = 100_000
#: Bytes of one whole document that may hold pictures beside its text.
ILLUSTRATED = 64_000_000
#: Parts of one gzip stream, a record each in a crawl; and those that have nothing in them.
PARTS, EMPTY = 1_000_000, 1_000
#: Bytes that are unpacked at a time; packed ones are read in smaller pieces, for what is left of
#: a piece is moved for each part that begins in it.
STEP, _PACKED_STEP = 1 << 16, 1 << 14


@dataclass(slots=True)
class Budget:
    """What one file may still unpack to, however deep its archives are nested."""

    name: str  #: the file that is named when nothing is left
    left: int = FILE
    members: int = MEMBERS

    def spend(self, size: int) -> None:
        """Take *size* unpacked bytes off.

        Raises: ReportError if nothing is left.
        """
        self.left -= size
        if self.left < 0:
            raise ReportError(self.name, f"unpacks to more than {FILE:,} bytes.", "Split it.")

    def enter(self) -> None:
        """Count one member.

        Raises: ReportError if there were too many.
        """
        self.members -= 1
        if self.members < 0:
            reason = f"has more than {MEMBERS:,} members."
            raise ReportError(self.name, reason, "Split it.")


class _Readable(Protocol):
    """What is used of a stream."""

    def read(self, size: int = -1, /) -> bytes:
        """Return at most *size* bytes."""


class Counted(io.RawIOBase):
    """A stream of unpacked bytes that raises ReportError when they become too many.

    *packed* is the number of bytes that all of it takes up in its archive.
    """

    def __init__(self, name: str, inner: _Readable, packed: int, budget: Budget) -> None:
        super().__init__()
        self._name, self._inner, self._packed, self._budget = name, inner, packed, budget
        self._out = 0

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill *buffer*; 0 at the end."""
        data = self._inner.read(min(len(buffer), STEP))
        self._out += len(data)
        self._budget.spend(len(data))
        refuse_bomb(self._name, self._packed, self._out)
        buffer[: len(data)] = data
        return len(data)


class Inflated(io.RawIOBase):
    """The bytes inside a gzip stream, of one part or of many, counted as they come out."""

    def __init__(self, name: str, packed: BinaryIO, budget: Budget) -> None:
        super().__init__()
        self._name, self._file, self._budget = name, packed, budget
        self._engine = zlib.decompressobj(31)
        self._rest = b""
        self._in = self._out = self._empty = 0  # of this part; parts without a byte in them
        self._at = self._total = 0  # where this part begins, packed; unpacked bytes of all parts
        self.parts: dict[int, int] = {0: 0}  #: first unpacked byte of each part: first packed one
        self.damaged = False  #: whether the stream broke off or ended in noise

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        """Fill *buffer*; 0 at the end, which is also where damage begins."""
        most = min(len(buffer), STEP)
        while True:
            if not self._rest:
                self._rest = self._file.read(_PACKED_STEP)
                if not self._rest:
                    self.damaged = self.damaged or self._in > 0
                    return 0
            try:
                data = self._engine.decompress(self._rest, most)
            except zlib.error:
                return self._broken()
            left = self._engine.unused_data if self._engine.eof else self._engine.unconsumed_tail
            self._in += len(self._rest) - len(left)
            self._rest = left
            self._count(len(data))
            if self._engine.eof:
                self._next_part()
            if data:
                buffer[: len(data)] = data
                return len(data)

    def _count(self, size: int) -> None:
        self._out += size
        self._total += size
        self._budget.spend(size)
        refuse_bomb(self._name, self._in, self._out)

    def _next_part(self) -> None:
        self._at += self._in
        self._empty += self._out == 0
        self._in = self._out = 0
        self._engine = zlib.decompressobj(31)
        self._rest = self._rest.lstrip(b"\0")  # padding, as gzip itself takes it
        self.parts[self._total] = self._at
        if len(self.parts) > PARTS or self._empty > EMPTY:
            reason = "is packed in more parts than any text."
            raise ReportError(self._name, reason, "Pack it anew.")

    def _broken(self) -> int:
        if not self._total:
            reason = "is packed by gzip and damaged from its first byte."
            raise ReportError(self._name, reason, "Fetch it again.") from None
        self.damaged, self._rest = True, b""
        self._file = io.BytesIO()
        return 0


def refuse_bomb(name: str, packed: int, out: int) -> None:
    """Raise ReportError if *packed* bytes became more than any text would."""
    if out > FREE and out > RATIO * max(packed, 1):
        reason = f"unpacks to more than {RATIO} times its size."
        raise ReportError(name, reason, "No text packs so well; nothing of it is read.")


def whole(name: str, file: _Readable, most: int) -> bytes:
    """Return all bytes of *file*.

    Raises: ReportError if they are more than *most*.
    """
    pieces: list[bytes] = []
    size = 0
    while piece := file.read(min(STEP * 16, most + 1 - size)):
        size += len(piece)
        pieces.append(piece)
        if size > most:
            reason = f"is larger than {most:,} bytes."
            raise ReportError(name, reason, "Split it into one file a report.")
    return b"".join(pieces)
