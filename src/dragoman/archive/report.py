"""One published text, and what is known of the bytes it came from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Custody:
    """Which bytes a report was read from: enough to show later that it is still the same."""

    #: of the bytes of the file, the member or the line, as they were found; of a feed's
    #: entry or a table's row, which have no bytes of their own, of the text as UTF-8
    sha256: str
    record: int | None = None  #: its place in a file that holds several, from 1
    offset: int | None = None  #: bytes of that file before it; None if that cannot be said
    taken: datetime | None = None  #: when it was read, UTC; None where no clock was at hand


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, as it was found; nothing in it is cleaned yet.

    What a report does not say about itself is None, never a guess.
    """

    name: str  #: path or address it was read from; ``archive.zip#inner.html`` inside one
    text: str  #: the offsets of every later stage count in these characters
    published: date | None = None
    outlet: str | None = None  #: who published it
    url: str | None = None
    title: str | None = None
    language: str | None = None  #: ISO 639-1; None if too short to tell
    notes: tuple[str, ...] = ()  #: what the reader had to assume, a line each
    author: str | None = None
    #: where *published* stands: "metadata", "dateline", "first lines" or "file name"
    dated_by: str | None = None
    custody: Custody | None = None
