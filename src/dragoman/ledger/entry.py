"""What is entered: one report with what was read from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from dragoman.ledger import keys

Plain = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One report and its reading, ready to be entered.

    Offsets of the reading count in *text*, which must be text that a file can hold: no lone
    surrogates. Day, outlet and address are the reading's: what the report says of itself,
    else what the user said of it.
    """

    name: str  #: path or address
    text: str
    reading: Plain  #: ``Reading.to_dict()``; events may have a key "reciprocal"
    title: str | None = None
    author: str | None = None
    language: str | None = None  #: ISO 639-1
    dated_by: str | None = None  #: what named the day of publication
    notes: tuple[str, ...] = ()
    source_sha256: str | None = None  #: of the bytes it was found in
    record: int | None = None  #: its place in a file that holds several, from 1
    record_offset: int | None = None  #: bytes of that file before it
    taken: datetime | None = None  #: when these were read; with a time zone
    minhash: tuple[int, ...] | None = None  #: ``Fingerprint.packed()``, for near-copies
    edition: int = 1  #: of the reading: 1, or one more than the one that it replaces

    @property
    def id(self) -> str:
        """The report's id."""
        return keys.report_id(self.text, url=self.reading["url"], outlet=self.reading["outlet"])

    @property
    def published(self) -> date | None:
        """Its day of publication."""
        day = self.reading["published"]
        return date.fromisoformat(day) if day else None

    @property
    def sha256(self) -> str:
        """SHA-256 of the text in UTF-8."""
        return sha256(self.text.encode()).hexdigest()
