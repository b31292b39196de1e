# How the lines of a text become paragraphs. Three kinds of text reach us:
#   blank lines between paragraphs (most);
#   a line a paragraph, no blank lines (scraped pages);
#   hard-wrapped lines of one width, paragraphs up to a blank line (e-mail, old wires).
# Every pass looks at each line once, so the time is linear in the text.
"""Paragraphs of plain text, as spans."""

from __future__ import annotations

import re

from dragoman.alphabet.span import Span

#: Marks that end a sentence, and the quotes and brackets that may follow them.
FINAL = ".!?…。"
CLOSERS = "\"'”’»)]"
#: Widths, in characters, between which a text may be hard-wrapped.
NARROWEST, WIDEST = 50, 100
#: Lines from which the widths of a text say anything.
FEWEST_LINES = 3

_FIRST_WORD = re.compile(r"\s*(\S{1,100})")


def ends_sentence(line: str) -> bool:
    """Whether *line* ends as a sentence does.

    >>> ends_sentence('"We left."'), ends_sentence("Troops leave Kherson")
    (True, False)
    """
    bare = line.rstrip()[-20:].rstrip(CLOSERS)
    return bool(bare) and bare[-1] in FINAL


def trimmed(text: str, span: Span) -> Span | None:
    """*span* without white space at its ends; None if nothing is left."""
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def paragraph_spans(text: str) -> list[Span]:
    """Return the paragraphs of *text* in order, trimmed, none of them empty."""
    blocks = _blocks(text)
    width = _wrap_width(text, blocks)
    found: list[Span] = []
    for block in blocks:
        first = 0
        for i in range(1, len(block) + 1):
            if i < len(block) and _continues(text, block[i - 1], block[i], width):
                continue
            found.append(Span(block[first].start, block[i - 1].end))
            first = i
    return found


def _blocks(text: str) -> list[list[Span]]:
    """Runs of lines that hold something, trimmed; blank lines stand between the runs."""
    blocks: list[list[Span]] = []
    fresh = True
    start = 0
    for line in text.split("\n"):
        span = trimmed(text, Span(start, start + len(line)))
        start += len(line) + 1
        if span is None:
            fresh = True
            continue
        if fresh:
            blocks.append([])
            fresh = False
        blocks[-1].append(span)
    return blocks


def _wrap_width(text: str, blocks: list[list[Span]]) -> int:
    """The width at which *text* is hard-wrapped, in characters; 0 if it is not.

    Lines that another one follows are full in wrapped text, and end in mid-sentence.
    """
    followed = [line for block in blocks for line in block[:-1]]
    if len(followed) < FEWEST_LINES:
        return 0
    lengths = [line.end - line.start for line in followed]
    width = max(lengths)
    full = sum(1 for length in lengths if length >= NARROWEST)
    open_ended = sum(1 for line in followed if not ends_sentence(line.of(text)))
    longest = max(line.end - line.start for block in blocks for line in block)
    if longest > WIDEST or full < 0.6 * len(followed) or open_ended < 0.5 * len(followed):
        return 0
    return width


def _continues(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether *following* goes on with the paragraph that *line* is part of."""
    closed = ends_sentence(line.of(text))
    if not width:
        # A link or a name set on its own line breaks a sentence in two.
        return not closed and text[following.start].islower()
    match = _FIRST_WORD.match(text, following.start, following.end)
    word = len(match.group(1)) if match else 0
    roomy = line.end - line.start + 1 + word <= width - 5
    return not roomy or (not closed and text[following.start].islower())
