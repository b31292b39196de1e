"""What was passed over, and why. Every stage returns these beside its results."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.alphabet.span import Span


@dataclass(frozen=True, slots=True)
class Skipped:
    """One thing that a stage saw and did not use."""

    stage: str  #: folder that passed it over: "body", "entities", "events", …
    reason: str  #: one line a user can act on
    span: Span | None  #: characters of the report; None if it concerns the whole
    text: str = ""  #: those characters, cut to 80
