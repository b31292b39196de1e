"""Plain text: bytes of unknown encoding."""

from __future__ import annotations

from dragoman.alphabet.errors import ReportError
from dragoman.archive import published
from dragoman.archive.decoding import decode
from dragoman.archive.report import Report

#: Characters of a first line that can be a title.
LONGEST_TITLE = 200


def read(name: str, data: bytes, declared: str | None = None) -> Report:
    """Make a report of the bytes of a text file; *declared* is the encoding it is said to have.

    Raises: ReportError if they are no text, or hold nothing.
    """
    text, note = decode(name, data, declared)
    if not text.strip():
        raise ReportError(name, "is empty.", "Pass a file that holds a report.")
    day, dated_by = published.first_of(published.named(name), published.on_top(text))
    return Report(
        name=name,
        text=text,
        published=day,
        title=_title(text),
        notes=(note,) if note else (),
        dated_by=dated_by,
    )


def _title(text: str) -> str | None:
    """The first line, if it is short, ends without a stop, and text follows."""
    first, _, rest = text.strip().partition("\n")
    first = first.strip()
    if not rest.strip() or len(first) > LONGEST_TITLE or first[-1:] in '.!?,;:"”':
        return None
    return first
