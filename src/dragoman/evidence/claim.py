"""Claims: who says something, by which words, and what."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.alphabet.span import Span

STANCES = (
    "asserts", "denies", "predicts", "demands", "threatens",
    "accuses", "boasts", "promises", "questions", "declines",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says it. *span* is None where the text names nobody."""

    text: str
    span: Span | None
    name: str | None  #: resolved: "he" → the name the report gave earlier; None if unclear
    code: str | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two sides, arms or forces, and what they are compared by."""

    a: Span
    b: Span | None  #: None where the other side is not named
    property: Span  #: “cheaper and slower”, with its “not”


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One act of saying. The claim does not change the events inside its content.

    *content* is one unbroken run of characters; a quotation that its cue breaks in two
    has the shorter pieces in *more*.
    """

    id: str
    speaker: Speaker
    cue: Span
    content: Span
    stance: str  #: one of STANCES
    quoted: bool  #: the content is, or holds, a direct quotation
    parent_id: str | None = None  #: the claim in whose content this one stands
    event_ids: tuple[str, ...] = ()
    #: further pieces of the same speech, in order: “We will stay,” he said. [“We have time.”]
    more: tuple[Span, ...] = ()
    mind: bool = False  #: thought, wished or planned rather than said
    topic: Comparison | None = None  #: what it compares, if arms or forces

    @property
    def pieces(self) -> tuple[Span, ...]:
        """All that is said, in the order of the text; *content* is the longest of them."""
        return tuple(sorted((self.content, *self.more)))

    def holds(self, span: Span) -> bool:
        """Whether one of the pieces holds *span*."""
        return self.content.holds(span) or any(piece.holds(span) for piece in self.more)
