"""Something inside a file that is a document of its own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Part:
    """A member of an archive, a stored page, an attachment: still bytes.

    The reader of the archive does not know the formats inside; ``formats`` reads on.
    """

    name: str  #: a label, never a path that anything is written to
    data: bytes | BinaryIO
    media: str | None = None  #: type by MIME, where one is told
    charset: str | None = None  #: encoding, where one is told; it may be wrong
    url: str | None = None  #: address that the bytes came from
    record: int | None = None  #: place in the archive, from 1
    offset: int | None = None  #: bytes of the archive before it
    deeper: bool = True  #: whether it counts as an archive inside an archive


def label(name: str, longest: int = 200) -> str:
    """Return a foreign name as text that can be printed and stored: no control signs, not long.

    >>> label("a\\x1b[2J.txt")
    'a�[2J.txt'
    """
    shown = "".join(c if c.isprintable() else "\ufffd" for c in name)
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"
