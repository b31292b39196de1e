# Marks of punctuation that stand twice or without their pair. Rule: a quotation may run
# over many paragraphs, each of which opens it again and only the last closes it; so a
# closing mark without an opening one before it is a fault, and an opening one only where
# another follows inside a later paragraph. Where the copy's marks are at odds with each
# other throughout, that is its style, and nothing is said.
"""Doubled marks, and quotation marks without their pair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise

#: Share of a text's quotation marks without a pair, from which they are its style.
MOST_UNPAIRED = 0.34
_DOUBLED = re.compile(
    r'(?<!")""(?!")|(?<!“)““(?!“)|(?<!”)””(?!”)|(?<!,),,(?!,)'
    r"|(?<!\.)\.\.(?![./\\])|(?<![.\s])\.\s\.(?!\s?[.\d])|(?<=[a-z]),\.(?=\s|$)|(?<=[a-z])\.,(?=\s[a-z])"
)
_CURLY = re.compile(r"“+|”+")
_STRAIGHT = re.compile(r'"+')
_OTHER = re.compile(r"[„«»]|''|``|‘‘|’’")
_OPENING = re.compile(r"[\s(\[—–-]")


def doubled(text: str, span: Span) -> Iterator[Noise]:
    """Marks that stand twice inside *span*, each to be read as one.

    >>> [(n.text, n.fixed) for n in doubled("They left. . The end", Span(0, 20))]
    [('. .', '.')]
    """
    for match in _DOUBLED.finditer(text, span.start, span.end):
        found = match.group()
        if found == ".," and _abbreviated(text, match.start()):
            continue
        fixed = found.strip()[0]
        yield Noise(Span(*match.span()), found, "garbled", fixed)


def _abbreviated(text: str, stop: int) -> bool:
    """Whether the word before *stop* may be short for another: "Inc., a"."""
    word = re.search(r"[^\W\d_]*$", text[max(0, stop - 12) : stop])
    return word is None or len(word.group()) <= 6


def unpaired(text: str, story: Sequence[Span]) -> list[Noise]:
    """Return the quotation marks of *story* that have no pair; its spans are in order.

    >>> told = "“Go,” he said. Nobody went.”"
    >>> [n.span for n in unpaired(told, [Span(0, len(told))])]
    [Span(start=27, end=28)]
    """
    found: list[Noise] = []
    for marks in (_curly(text, story), _straight(text, story)):
        alone, count = _alone(marks)
        if alone and len(alone) <= max(1, MOST_UNPAIRED * count):
            found += [Noise(Span(i, i + 1), text[i], "garbled", None) for i in alone]
    return found


def _curly(text: str, story: Sequence[Span]) -> list[tuple[int, int, bool, bool]]:
    """(offset, paragraph, opens, at the paragraph's start) of each “ and ”, runs as one."""
    marks = []
    for number, span in enumerate(story):
        if _OTHER.search(text, span.start, span.end):
            return []
        for match in _CURLY.finditer(text, span.start, span.end):
            at = match.start()
            opens = match.group()[0] == "“"
            if (
                opens
                or not text[at - 1 : at].isdigit()
                or "“" in text[max(span.start, at - 300) : at]
            ):
                marks.append((at, number, opens, at == span.start))
    return marks if any(opens for _, _, opens, _ in marks) else []


def _straight(text: str, story: Sequence[Span]) -> list[tuple[int, int, bool, bool]]:
    """The same of straight marks; [] where one cannot be told to open or to close."""
    marks = []
    for number, span in enumerate(story):
        for match in _STRAIGHT.finditer(text, span.start, span.end):
            at, end = match.span()
            first = at == span.start
            before = first or _OPENING.match(text[at - 1]) is not None
            after = end >= span.end or not text[end].isalnum()
            if before == after:
                return []
            marks.append((at, number, before, first))
    return marks


def _alone(marks: list[tuple[int, int, bool, bool]]) -> tuple[list[int], int]:
    """Offsets of the marks without a pair, and how many marks there are."""
    alone: list[int] = []
    open_at: tuple[int, int] | None = None  # offset and paragraph of the open quote
    depth = 0
    for at, paragraph, opens, first in marks:
        if opens:
            if open_at is not None and open_at[1] != paragraph and not first:
                alone.append(open_at[0])
                depth = 0
            elif open_at is not None and open_at[1] != paragraph:
                depth = 0
            open_at, depth = (at, paragraph), depth + 1
        elif depth:
            depth -= 1
            open_at = open_at if depth else None
        else:
            alone.append(at)
    return alone, len(marks)
