"""The seam between Dragoman and whatever parses: one method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.clauses.tokens import token_spans


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one passage, grouped by sentence, as spans of the report."""

    text: str  #: the report
    sentences: tuple[tuple[Span, ...], ...]
    passage: int = 0  #: index of the passage in the body


class Parser(Protocol):
    """Turns the words of passages into trees. One instance per process; not shared."""

    name: str

    def parse(self, passages: Iterable[Words]) -> Iterator[tuple[Sentence, ...]]:
        """Yield the sentences of each passage, in the order given, one tuple a passage."""


def words_of(text: str, sentences: Iterable[Span], cuts: Iterable[int], passage: int) -> Words:
    """Split the sentences of one passage into words, also at the *cuts* inside glued ones."""
    inner = sorted(cuts)
    made = []
    for sentence in sentences:
        spans: list[Span] = []
        edges = [sentence.start, *(c for c in inner if sentence.start < c < sentence.end)]
        for start, end in zip(edges, [*edges[1:], sentence.end], strict=True):
            spans += [Span(start + a, start + b) for a, b in token_spans(text[start:end])]
        if spans:
            made.append(tuple(spans))
    return Words(text, tuple(made), passage)
