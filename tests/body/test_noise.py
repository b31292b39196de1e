from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from dragoman.body.clean import clean
from dragoman.body.passage import Noise
from dragoman.entities.register import load_register

FOLDER = Path(__file__).parent
#: Of the words marked in damaged.txt, and of those that are told.
FLOOR = 0.92
_MARK = re.compile(r"⟦(\w)\|(.*?)⟧", re.DOTALL)


class Mark(NamedTuple):
    """What an editor marked in a report."""

    start: int
    end: int
    text: str


def reports(name: str) -> Iterator[tuple[str, list[Mark]]]:
    """Each report of a file without its marks, and these."""
    for block in re.split(r"^=== .*\n", (FOLDER / name).read_text(encoding="utf-8"), flags=re.M)[
        1:
    ]:
        text, marks, at = "", [], 0
        for match in _MARK.finditer(block):
            text += block[at : match.start()]
            words = match[2].partition("|")[0] if match[1] in "gu" else match[2]
            marks.append(Mark(len(text), len(text) + len(words), words))
            text, at = text + words, match.end()
        yield text + block[at:], marks


def told(text: str) -> list[Noise]:
    return list(clean(text, load_register().single_names).noise)


def same(mark: Mark, noise: Noise) -> bool:
    """Whether a noise is what was marked: they overlap, and one holds the other."""
    near = noise.span.start < mark.end and mark.start < noise.span.end
    return near and (mark.text.strip() in noise.text or noise.text in mark.text)


def test_most_of_what_is_wrong_in_damaged_reports_is_told_and_little_else() -> None:
    right = marked = found = 0
    for text, marks in reports("damaged.txt"):
        left = told(text)
        marked, found = marked + len(marks), found + len(left)
        for mark in marks:
            hit = next((one for one in left if same(mark, one)), None)
            if hit is not None:
                right += 1
                left.remove(hit)
    assert 2 * right / (marked + found) >= FLOOR, (right, marked, found)


def test_nothing_in_unharmed_reports_is_told_but_datelines() -> None:
    said = [one for text, _ in reports("unharmed.txt") for one in told(text)]
    assert [one.text for one in said if one.kind != "byline"] == []
