# From pieces of lines with their places on paper to paragraphs. Rules, in this order:
# 1. What returns at the edge of page after page is no story: running heads, page numbers.
# 2. A gutter that lines stand on both sides of makes columns; a line that crosses it, a heading
#    or a picture's legend over the whole width, parts what is above it from what is below.
# 3. Pieces on one height are one line; an indent, a gap or a line that ends early ends a paragraph.
# 4. A hyphen at the end of a line belongs to the line unless the word has one elsewhere.
"""The story on printed pages, in the order in which it is read."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

#: Lines at the upper and the lower edge of a page among which running heads are looked for.
EDGE = 2
#: Share of pages on which a line has to return, and pages from which that says anything.
RETURNS, FEWEST_PAGES = 0.5, 3
#: Lines that must stand on each side of a gutter; share of all that may cross it.
BESIDE, CROSSING = 3, 0.4
#: Levels of columns inside columns.
DEEPEST = 4
#: Places where lines begin that are tried as the left edge of a column, the most frequent first.
MOST_STARTS = 12
#: Pieces of lines above which a page is a drawing or a table, and is read from top to bottom.
MOST_PIECES = 3_000
#: A gap above a line, in usual steps from line to line, that begins a paragraph.
GAP = 1.35
#: An indent, in heights of letters, that begins one; the share of the width before which a
#: line with a stop ends one.
INDENT, EARLY = 0.7, 0.85

_NUMBER = re.compile(r"(?:page\s*)?[-–—|\s]*\d{1,4}[-–—|\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)
_BROKEN = re.compile(r"([^\W\d_]+)-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print, or a piece of one; points of PDF, y upwards."""

    text: str
    x0: float
    x1: float
    y0: float  #: of its foot
    size: float  #: height of its letters


def story(pages: Sequence[Sequence[Line]]) -> str:
    """Return the paragraphs of *pages*, a blank line between them."""
    left = _without_heads([_joined(page) for page in pages])
    ordered = [in_order(page) for page in left]
    words = Counter(
        word.lower()
        for page in ordered
        for line in page
        # The first and last words of lines may be halves.
        for word in _WORD.findall(line.text)[1:-1]
    )
    paragraphs: list[str] = []
    open_end = False
    for page in ordered:
        for number, paragraph in enumerate(_paragraphs(page)):
            text = _flowing(paragraph, words)
            # A page ends in the midst of a sentence: the next one goes on with it.
            if number == 0 and open_end and text[:1].islower() and paragraphs:
                text = _flowing([*_as_lines(paragraphs.pop()), *paragraph], words)
            paragraphs.append(text)
        open_end = bool(paragraphs) and paragraphs[-1][-1:] not in '.!?:"”’'
    return "\n\n".join(text for text in paragraphs if text)


def in_order(lines: Sequence[Line], depth: int = DEEPEST) -> list[Line]:
    """Return the lines of one page in the order in which they are read: column after column."""
    gutter = _gutter(lines) if depth and 2 * BESIDE <= len(lines) <= MOST_PIECES else None
    if gutter is None:
        return sorted(lines, key=lambda line: (-round(line.y0, 1), line.x0))
    across = sorted((one for one in lines if one.x0 < gutter < one.x1), key=lambda one: -one.y0)
    rest = [one for one in lines if not one.x0 < gutter < one.x1]
    ordered: list[Line] = []
    for bar in [*across, None]:
        band = [one for one in rest if bar is None or one.y0 > bar.y0]
        rest = [one for one in rest if bar is not None and one.y0 <= bar.y0]
        for side in (True, False):
            ordered += in_order([one for one in band if (one.x1 <= gutter) is side], depth - 1)
        if bar is not None:
            ordered.append(bar)
    return ordered


def _gutter(lines: Sequence[Line]) -> float | None:
    """The place between two columns; None if there is one column only."""
    spaces = []
    starts = Counter(math.floor(line.x0) for line in lines)
    for start, beginning in starts.most_common(MOST_STARTS):
        if beginning < BESIDE - 1:
            break
        left = [one for one in lines if one.x1 <= start + 1 and one.x0 < start]
        right = [one for one in lines if one.x0 >= start]
        crossing = len(lines) - len(left) - len(right)
        if len(left) < BESIDE or len(right) < BESIDE or crossing > CROSSING * len(lines):
            continue
        if not _side_by_side(left, right):
            continue
        # Short last lines of paragraphs do not widen a gutter: its edge is where most lines end.
        edge = max(one.x1 for one in left)
        if start - edge >= 0.5 * median(one.size for one in lines):
            spaces.append((crossing, -(start - edge), (start + edge) / 2))
    return min(spaces)[2] if spaces else None


def _side_by_side(left: Sequence[Line], right: Sequence[Line]) -> bool:
    """Whether most of the smaller side stands at heights of the larger one."""
    top = min(max(one.y0 for one in left), max(one.y0 for one in right))
    foot = max(min(one.y0 for one in left), min(one.y0 for one in right))
    return all(
        sum(foot - 1 <= one.y0 <= top + 1 for one in side) >= BESIDE for side in (left, right)
    )


def _joined(lines: Sequence[Line]) -> list[Line]:
    """Pieces that touch on one height as one: a bold word ends a piece."""
    joined: list[Line] = []
    for line in sorted(lines, key=lambda one: (-round(one.y0), one.x0)):
        last = joined[-1] if joined else None
        if (
            last is not None
            and abs(last.y0 - line.y0) < 0.3 * max(last.size, line.size)
            and -1 <= line.x0 - last.x1 <= 0.6 * min(last.size, line.size)
        ):
            gap = " " if line.x0 - last.x1 > 0.15 * line.size else ""
            size = max(last.size, line.size)
            text = last.text + gap + line.text
            joined[-1] = Line(text, last.x0, line.x1, last.y0, size)
        else:
            joined.append(line)
    return joined


def _without_heads(pages: Sequence[list[Line]]) -> list[list[Line]]:
    """The pages without running heads and page numbers."""
    edges = [_edge(page) for page in pages]
    seen = Counter(key for edge in edges for key in {_key(line) for line in edge})
    needed = max(FEWEST_PAGES - 1, RETURNS * len(pages))
    kept: list[list[Line]] = []
    for page, edge in zip(pages, edges, strict=True):
        away = {
            line
            for line in edge
            if _NUMBER.fullmatch(line.text.strip())
            or (len(pages) >= FEWEST_PAGES and seen[_key(line)] >= needed)
        }
        kept.append([line for line in page if line not in away])
    return kept


def _edge(page: Sequence[Line]) -> list[Line]:
    """What stands on the first and the last heights of a page."""
    heights = sorted({round(line.y0) for line in page})
    if len(heights) <= 2 * EDGE:
        outer = set(heights[:1] + heights[-1:])
    else:
        outer = set(heights[:EDGE] + heights[-EDGE:])
    return [line for line in page if round(line.y0) in outer]


def _key(line: Line) -> str:
    """A line as it returns: figures change from page to page, and so does the side it is on."""
    return " ".join(re.sub(r"\d+", "#", line.text).lower().split())


def _paragraphs(lines: Sequence[Line]) -> list[list[Line]]:
    if not lines:
        return []
    steps = [a.y0 - b.y0 for a, b in pairwise(lines) if 0 < a.y0 - b.y0 < 4 * a.size]
    step = median(steps) if steps else 0.0
    paragraphs = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, step, paragraphs[-1]):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _begins(before: Line, line: Line, step: float, open_one: Sequence[Line]) -> bool:
    """Whether *line* begins a paragraph after *before*."""
    ended = before.text[-1:] in '.!?:"”’'
    if abs(before.size - line.size) > 0.2 * max(before.size, line.size):
        return True
    down = before.y0 - line.y0
    if down < -1:  # up to the next column: only a sentence that is not over goes on there
        return ended and not line.text[:1].islower()
    if abs(down) < 1:
        return False
    if down > GAP * step:
        return True
    if line.x0 - before.x0 > INDENT * line.size and len(open_one) != 1:
        return True
    if len(open_one) == 1 and line.x0 - before.x0 > INDENT * line.size:
        return ended  # the second line hangs
    widest = max(one.x1 for one in open_one)
    width = max(widest - line.x0, line.x1 - line.x0, 1.0)
    return ended and before.x1 - before.x0 < EARLY * width and not line.text[:1].islower()


def _flowing(lines: Sequence[Line], words: Counter[str]) -> str:
    """The lines as one, words that were broken at their ends made whole."""
    text = ""
    for line in lines:
        end = line.text.endswith("\u00ad")  # a hyphen that is there at ends of lines only
        piece = " ".join(line.text.replace("\u00ad", "").split()) + "-" * end
        broken = _BROKEN.search(text[-80:])
        after = _WORD.match(piece)
        if broken is None or after is None or not after[0][0].islower():
            hangs = text[-1:] == "-" and text[-2:-1].isalnum() and piece[:1].isalnum()
            text += " " * (bool(text) and not hangs) + piece
        elif _keeps_hyphen(broken[1], after[0], words):
            text += piece
        else:
            text = text[:-1] + piece
    return text.strip()


def _keeps_hyphen(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line is part of the word, by the rest of the pages."""
    first, second = first.lower(), second.lower()
    if words[f"{first}-{second}"] or "-" in second:
        return True
    if words[first + second]:
        return False
    return bool(words[first] and words[second])


def _as_lines(text: str) -> list[Line]:
    return [Line(text, 0, 0, 0, 0)]
