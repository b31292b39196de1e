"""Plain text: bytes of unknown encoding."""

from __future__ import annotations

import codecs
import re

from dragoman.alphabet.errors import ReportError
from dragoman.archive import published
from dragoman.archive.report import Report

#: Share of characters that no text has, above which a file is no text.
MOST_UNREADABLE = 0.3
#: Share of NUL bytes at every second place that makes UTF-16 without its mark.
UTF16_NULS = 0.4
#: Characters of a first line that can be a title.
LONGEST_TITLE = 200

_MARKS = (  # UTF-32 first: its mark begins like the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
_LOOKED_AT = 4_000


def read(name: str, data: bytes) -> Report:
    """Make a report of the bytes of a text file.

    Raises: ReportError if they are no text, or hold nothing.
    """
    text, note = decode(name, data)
    if not text.strip():
        raise ReportError(name, "is empty.", "Pass a file that holds a report.")
    return Report(
        name=name,
        text=text,
        published=published.from_name(name) or published.from_first_lines(text),
        title=_title(text),
        notes=(note,) if note else (),
    )


def decode(name: str, data: bytes) -> tuple[str, str | None]:
    """Return the text of *data*, and what had to be assumed about it.

    A byte order mark counts first; then UTF-8 if the bytes are that; else Windows-1252.

    Raises: ReportError if the bytes are no text.
    """
    encoding, mark = _encoding(data)
    note = None
    if encoding:
        text = data[mark:].decode(encoding, "replace")
    elif b"\0" in data:
        raise _binary(name)
    else:
        text, note = _guessed(data)
    if len(text) - len(_UNREADABLE.sub("", text)) > MOST_UNREADABLE * len(text):
        raise _binary(name)
    if note is None and "\ufffd" in text:
        note = "some bytes are no characters and are read as \ufffd"
    return text, note


def _encoding(data: bytes) -> tuple[str | None, int]:
    """The encoding that the bytes themselves tell, and the length of their mark."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, len(mark)
    head = data[:_LOOKED_AT]
    if len(head) >= 4:
        for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
            half = head[first::2]
            other = head[1 - first :: 2]
            if half.count(0) >= UTF16_NULS * 2 * len(half) and not other.count(0):
                return encoding, 0
    return None, 0


def _guessed(data: bytes) -> tuple[str, str | None]:
    """Text of bytes without a mark, and a note unless they are flawless UTF-8."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    good = sum(1 for character in text if character > "\x7f" and character != "\ufffd")
    if good > text.count("\ufffd"):  # mostly UTF-8: cut off, or damaged in places
        return text, "damaged UTF-8: bytes that are no characters are read as \ufffd"
    return data.decode("cp1252", "replace"), "no UTF-8: read as Windows-1252"


def _title(text: str) -> str | None:
    """The first line, if it is short, ends without a stop, and text follows."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if not rest.strip() or len(first) > LONGEST_TITLE or first[-1:] in '.!?,;:"”':
        return None
    return first


def _binary(name: str) -> ReportError:
    return ReportError(name, "is no text.", "Save it as plain text (UTF-8) or HTML.")
