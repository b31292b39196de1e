# All that stands in the story's element is known, or nothing is said of it: paragraphs, headings,
# lists and quotations are kept, furniture is left out, a word in no such place is a doubt. What is
# left out for its name only is little: no three paragraphs at once. Whether a line that stands as a
# paragraph ("Read more: …") is one of the story is for `body` to say, which keeps its place.
"""The way through the element that holds a story, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from dragoman.archive.marked import FURNITURE, is_furniture, is_linked, is_unseen, plain, words

#: Characters that make a paragraph count, and those that a story has at least.
COUNTED, SHORTEST = 40, 400
#: Paragraphs that count and are left out at once, and the share that all left out may have.
MOST_AT_ONCE, MOST_LEFT_OUT = 2, 0.25
#: Levels between the story's element and its paragraphs.
DEEPEST = 6
#: Elements without a word of a story in them.
SILENT = frozenset(
    "script style noscript template svg math figure picture img iframe video audio canvas form button input "
    "select aside nav footer object embed hr link meta source map area address dialog menu wbr label "
    "table ins".split()
)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WRAPPERS = frozenset(("article", "div", "section", "header", "main", "center", "blockquote"))
INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i kbd mark nobr q s samp small span strike strong "
    "sub sup time tt u var wbr ins".split()
)
#: Words of furniture that name a paragraph as none of the story. One that leads on to others
#: ("Read more: …") is a line like any other here.
_NO_LINES = FURNITURE - {"promo", "promoted", "related", "also"}
#: "WASHINGTON (NW) —" in an element of its own before the first paragraph.
_DATELINE = re.compile(r"[A-Z].{1,80} ?[—–-]+")


class DoubtError(Exception):
    """Something that no rule knows."""


@dataclass(slots=True)
class Walk:
    """The way through the story's element, line by line."""

    place: Any
    counted: dict[Any, int]  #: paragraphs that count, with their size
    lines: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)  #: that nothing has followed yet
    headlines: int = 0
    posts: int = 0  #: articles inside the story's element that the way is in
    dateline: str = ""  #: that stands before the paragraph that follows
    paragraphs: int = 0
    titles: int = 0  #: headings
    others: int = 0  #: ways to other pages
    kept: int = 0  #: characters of counted paragraphs
    left: int = 0  #: those of counted paragraphs that are left out

    def text(self) -> str:
        """Return the story, a blank line between paragraphs.

        Raises: DoubtError.
        """
        self._inside(self.place, 0)
        long = self.kept >= SHORTEST and self.left <= MOST_LEFT_OUT * self.kept
        told = [line for line in self.lines if len(line) >= COUNTED]
        twice = len(set(told)) < len(told)
        led_away = self.others > self.paragraphs / 2 or self.titles > self.paragraphs
        if not long or twice or self.headlines > 1 or led_away:
            raise DoubtError
        return "\n\n".join(self.lines)

    def _inside(self, element: Any, depth: int) -> None:
        if depth > DEEPEST or _is_said(element.text):
            raise DoubtError
        for child in element:
            self._take(child, depth)
            if _is_said(child.tail):
                raise DoubtError

    def _take(self, element: Any, depth: int) -> None:
        """Keep an element, or leave it out. Raises: DoubtError."""
        tag = element.tag
        if tag == "p" or element in self.counted:
            self._paragraph(element)
        elif tag == "time":
            return
        elif tag in SILENT or is_furniture(element) or is_unseen(element):
            self._leave_out(element)
        elif tag in _HEADINGS:
            self._heading(element)
        elif tag in ("ul", "ol"):
            self._list(element)
        elif is_linked(element):
            self._leave_out(element)
            self.others += 1
        elif tag in _WRAPPERS:
            self.posts += tag == "article"
            self._inside(element, depth + 1)
            self.posts -= tag == "article"
        elif tag in INLINE and (dated := _DATELINE.fullmatch(" ".join(plain(element).split()))):
            self.dateline = f"{dated[0]} "
        elif tag != "br" and plain(element):
            raise DoubtError

    def _paragraph(self, element: Any) -> None:
        size = self.counted.get(element, 0)
        if element.attrib and (words(element) & _NO_LINES or is_unseen(element)):
            self.left += size
            return
        lines = lines_of(element)
        if lines and self.dateline:
            lines[0], self.dateline = self.dateline + lines[0], ""
        self._keep(lines)
        self.paragraphs += 1
        self.kept += size

    def _heading(self, element: Any) -> None:
        if is_linked(element):  # of another story
            raise DoubtError
        self.headlines += element.tag == "h1"
        self.titles += 1
        if self.posts:  # the title of one post of many
            return
        self.headings += lines_of(element)

    def _list(self, element: Any) -> None:
        if is_linked(element, 0.5):
            self._leave_out(element)
            self.headings.clear()  # "More on this"
            self.others += 1
            return
        items = []
        for item in element:
            if item.tag != "li" or len(list(item.iter("ul", "ol", "li", "table", "div"))) > 1:
                raise DoubtError
            items += [f"- {line}" for line in lines_of(item)]
        self._keep(items)

    def _keep(self, lines: list[str]) -> None:
        if lines:
            self.lines += self.headings + lines
            self.headings.clear()

    def _leave_out(self, element: Any) -> None:
        sizes = [self.counted[one] for one in element.iter("p") if one in self.counted]
        self.left += sum(sizes)
        if len(sizes) > MOST_AT_ONCE:
            raise DoubtError


def lines_of(element: Any) -> list[str]:
    """The lines of a paragraph, a heading or an item, which end where it breaks them."""
    if len(element) == 0:
        pieces = [element.text or ""]
    else:
        pieces = list(_pieces(element))
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\0"))
    return [_printable(line) for line in lines if line]


def _pieces(element: Any) -> Iterator[str]:
    """The words in *element*, with its spaces as spaces and a NUL, which no page holds, for each break."""
    yield element.text or ""
    for child in element:
        if child.tag == "br":
            yield "\0"
        elif child.tag in INLINE and not _is_aside(child):
            yield from _pieces(child)
        elif child.tag == "p":  # in an item of a list
            yield " "
            yield from _pieces(child)
            yield " "
        elif child.tag not in SILENT and plain(child) and not _is_aside(child):
            raise DoubtError
        yield child.tail or ""


def _is_aside(element: Any) -> bool:
    """Whether a piece of a line is none of its words. A dateline is."""
    if not element.attrib:
        return False
    marks = words(element) & FURNITURE
    return bool(marks - {"dateline"}) or is_unseen(element)


def _printable(line: str) -> str:
    """*line* without signs that no reader sees: marks of direction, joints of no width."""
    return line if line.isprintable() else "".join(c for c in line if c.isprintable())


def _is_said(text: str | None) -> bool:
    return bool(text) and not text.isspace()  # type: ignore[union-attr]
