# How right and how fast the story of a page is found, where the story is known: it was made first
# and laid out afterwards, in the ways of two dozen families of sites.
# Rule 1: both ways of finding it are scored on the truth, not one on the other.
# Rule 2: where the fast way says nothing, the pages count for trafilatura, as they do in use.
# Rule 3: times are of the processor, best of three rounds that take turns.
"""Pages of many layouts: what is found, how right it is, and how fast beside trafilatura.

python benchmarks/pages.py
python benchmarks/pages.py --each 40
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from archive.layouts import LAYOUTS, Page, made
from dragoman.alphabet.errors import ReportError
from dragoman.archive.evident import story_in
from dragoman.archive.readers import html

#: How often each way reads all pages.
ROUNDS = 3
_FIELDS = ("title", "author", "outlet", "published", "url")


@dataclass(slots=True)
class Tally:
    """What was found on the pages of one layout."""

    pages: int = 0
    evident: int = 0  #: whose story the fast way finds
    same: int = 0  #: of those: letter for letter what trafilatura finds
    scores: list[float] = field(default_factory=list)  #: F1 of words as the reader finds them
    theirs: list[float] = field(default_factory=list)  #: of trafilatura, all pages
    wrong: Counter[str] = field(default_factory=Counter)  #: fields that are told wrongly or not


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if the reader is less right than trafilatura, or not three times as fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--each", type=int, default=20, help="pages of each layout (20)")
    each = parser.parse_args(arguments).each
    print("layout          evident   same   F1 here   F1 trafilatura   fields not right")
    tallies = []
    for layout in LAYOUTS:
        tally = tallied([made(layout, seed) for seed in range(each)])
        tallies.append(tally)
        wrong = ", ".join(f"{name} {count}" for name, count in sorted(tally.wrong.items()))
        print(
            f"{layout:14} {tally.evident:4}/{tally.pages:<4}{tally.same:5}"
            f"{mean(tally.scores):10.3f}{mean(tally.theirs):17.3f}   {wrong}"
        )
    ours = mean([one for tally in tallies for one in tally.scores])
    theirs = mean([one for tally in tallies for one in tally.theirs])
    pages = [made(layout, seed) for layout in LAYOUTS for seed in range(each)]
    evident = [page for page in pages if story_in(html._tree("", page.data, None)[0])]
    print(
        f"\nall: {len(evident)} of {len(pages)} evident; F1 {ours:.3f} here, {theirs:.3f} there\n"
    )
    print("reports/s                  here   trafilatura fast   its standard   here : fast")
    ratio = 0.0
    for name, some in (("evident pages", evident), ("all pages", pages)):
        here, fast, standard = raced(some)
        ratio = max(ratio, here / fast)
        print(f"{name:18} {here:12,.0f} {fast:18,.0f} {standard:14,.0f} {here / fast:13.2f}")
    return 0 if ours >= theirs and ratio >= 3 else 1


def tallied(pages: Sequence[Page]) -> Tally:
    """What both ways find on *pages*."""
    tally = Tally(pages=len(pages))
    for page in pages:
        found = story_in(html._tree("", page.data, None)[0])
        theirs = html._extracted(page.data.decode())
        tally.evident += found is not None
        tally.same += found == theirs
        tally.theirs.append(score(theirs, page))
        try:
            report = html.read("a.html", page.data)
        except ReportError:
            tally.scores.append(float(not page.lines))
            continue
        tally.scores.append(score(report.text, page))
        for name in _FIELDS:
            told = getattr(report, name)
            host = name == "outlet" and page.outlet is None and told and told in str(page.url)
            tally.wrong[name] += told != getattr(page, name) and not host
    tally.wrong = +tally.wrong
    return tally


def score(text: str, page: Page) -> float:
    """F1 of the words of *text*, its headline left out; 1 where there is nothing and should be."""
    if not page.lines or not text:
        return float(not page.lines and not text)
    lines = [line for line in text.split("\n\n") if line != page.title]
    found, true = Counter(" ".join(lines).split()), Counter(" ".join(page.lines).split())
    return 2 * (found & true).total() / (found.total() + true.total())


def raced(pages: Sequence[Page]) -> tuple[float, float, float]:
    """Pages a second: read here, by trafilatura's fast mode, and by its standard one."""
    ways: list[Callable[[bytes], Any]] = [
        read,
        lambda data: bare(data, fast=True),
        lambda data: bare(data, fast=False),
    ]
    best = [float("inf")] * len(ways)
    for _ in range(ROUNDS):
        for number, way in enumerate(ways):
            start = time.process_time()
            for page in pages:
                way(page.data)
            best[number] = min(best[number], time.process_time() - start)
    here, fast, standard = (len(pages) / seconds for seconds in best)
    return here, fast, standard


def read(data: bytes) -> object:
    """The page as a report; None if it has no story."""
    try:
        return html.read("a.html", data)
    except ReportError:
        return None


def bare(data: bytes, *, fast: bool) -> object:
    """What trafilatura does alone, told to find the fields that a report has."""
    from trafilatura import bare_extraction

    found: object = bare_extraction(
        data, fast=fast, include_comments=False, include_tables=False, with_metadata=True
    )
    return found


def mean(values: Sequence[float]) -> float:
    """The mean; 0 of nothing."""
    return sum(values) / max(1, len(values))


if __name__ == "__main__":
    sys.exit(main())
