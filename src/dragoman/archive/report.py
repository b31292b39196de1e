"""One published text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, as it was found; nothing in it is cleaned yet.

    What a report does not say about itself is None, never a guess.
    """

    name: str  #: path or address it was read from
    text: str  #: the offsets of every later stage count in these characters
    published: date | None = None
    outlet: str | None = None  #: who published it
    url: str | None = None
    title: str | None = None
    language: str | None = None  #: ISO 639-1; None if too short to tell
    notes: tuple[str, ...] = ()  #: what the reader had to assume, a line each
