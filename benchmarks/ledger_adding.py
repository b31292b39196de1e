# What a ledger costs while reports are read: the same files read and thrown away, and read and entered.
# Rule 1: both ways begin at the files and take turns in one process, each first in every other round; what
#   is loaded once is loaded before. The arithmetic has one thread: idle ones wait by working.
# Rule 2: figures are CPU time, which others on the machine disturb less, and their ratio; the goal is
#   that entering adds 15 % at most. Where the CPU is shared even this moves by half from one minute to
#   the next. So each round also says what part of the second way was neither finding files nor reading
#   them: both parts of that figure are of the same seconds.
# Rule 3: every round enters in a new ledger and checks that all reports are there.
"""CPU time of reading generated reports, and of reading and entering them.

python benchmarks/ledger_adding.py
python benchmarks/ledger_adding.py --reports 384 --repeat 9
"""

from __future__ import annotations

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import argparse
import gc
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dragoman.alphabet.errors import ReportError
from dragoman.archive.gather import gather
from dragoman.archive.report import Report
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader
from dragoman.relations.kept import kept
from dragoman.workflow.reading import read
from dragoman.workflow.run import Fill, add_reports
from newsdesk import story

#: What entering may add, as a share of reading.
GOAL = 0.15
FILL = Fill(published=date(2022, 10, 18), outlet="Wire")
Found = Report | ReportError
Made = TypeVar("Made")
#: Sentences of political news between those of the newsdesk, so that there is something to enter.
_POLITICS = (
    "{a} accused {b} of shelling the border on Monday.",
    "{a} denied on Tuesday that it had armed {b}.",
    "{a} and {b} signed an agreement on gas in March.",
    "{a} imposed sanctions on {b}, a spokesman said.",
    "{a} sent medicine and grain to {b} last week.",
    "The president of {a} met the foreign minister of {b} in Geneva.",
)
_STATES = "Iran Iraq Russia Ukraine Turkey Syria Armenia Egypt Sudan India Japan Serbia".split()


def write_reports(folder: Path, count: int) -> None:
    """Write *count* reports of some 20 sentences, one file each."""
    for number in range(count):
        chance = Random(number)
        headline, *sentences = story(chance, 14)
        for pattern in _POLITICS:
            a, b = chance.sample(_STATES, 2)
            sentences.insert(chance.randrange(len(sentences)), pattern.format(a=a, b=b))
        text = "\n\n".join([headline, *sentences])
        (folder / f"{number:05}.txt").write_text(text, encoding="utf-8")


class Clock:
    """Adds up the CPU time of what is called through it."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def call(self, work: Callable[..., Made], *given: Any, **named: Any) -> Made:
        """What *work* returns."""
        start = time.process_time()
        try:
            return work(*given, **named)
        finally:
            self.seconds += time.process_time() - start

    def each(self, found: Iterator[Found]) -> Iterator[Found]:
        """What an iterator gives, timed."""
        while (item := self.call(next, found, None)) is not None:
            yield item


def read_alone(folder: Path) -> int:
    """Read all reports and keep nothing."""
    count = 0
    for found in gather([str(folder)]):
        if isinstance(found, Report):
            report = FILL.into(found)
            read(report.text, published=report.published, outlet=report.outlet)
            count += 1
    return count


def read_into(folder: Path, ledger: Path, inner: Clock) -> int:
    """Read all reports into a new ledger; *inner* is how long finding and reading them took."""
    made = open_folder(ledger)
    reader = Reader(made, derived=kept())
    found = inner.each(iter(gather([str(folder)])))

    def timed(*given: Any, **named: Any) -> Any:
        return inner.call(read, *given, **named)

    return add_reports(Writer(made), reader, found, fill=FILL, read_one=timed).read


def seconds(work: Callable[[], int], count: int) -> float:
    """CPU time of something that returns how many reports it read: *count*."""
    gc.collect()
    clock = Clock()
    assert clock.call(work) == count
    return clock.seconds


def spread(values: Sequence[float]) -> str:
    """Median, and from where to where."""
    return f"{statistics.median(values):.1%} ({min(values):.1%} to {max(values):.1%})"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if entering adds more than the goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=128, help="files of a round (128)")
    parser.add_argument("--repeat", type=int, default=7, help="rounds (7)")
    chosen = parser.parse_args(arguments)
    turns, within = [], []
    with tempfile.TemporaryDirectory() as scratch:
        folder, warm = Path(scratch) / "reports", Path(scratch) / "warm"
        for path, count in ((folder, chosen.reports), (warm, 8)):
            path.mkdir()
            write_reports(path, count)
        read_into(warm, Path(scratch) / "warm-ledger", Clock())
        read_alone(warm)
        for turn in range(chosen.repeat):
            inner, ledger = Clock(), Path(scratch) / f"ledger-{turn}"
            ways = [lambda: read_alone(folder), lambda: read_into(folder, ledger, inner)]  # noqa: B023
            first = turn % 2
            times = {way: seconds(ways[way], chosen.reports) for way in (first, 1 - first)}
            turns.append(times[1] / times[0] - 1)
            within.append(times[1] / inner.seconds - 1)
            print(
                f"read {times[0]:.2f} s, read and entered {times[1]:.2f} s of CPU: "
                f"{turns[-1]:+.1%}; of these {inner.seconds:.2f} s reading: {within[-1]:+.1%}",
                flush=True,
            )
    print(f"entering adds to reading {chosen.reports} reports (goal: {GOAL:.0%} at most)")
    print(f"in turns: {spread(turns)}; within the same seconds: {spread(within)}")
    return 0 if statistics.median(turns) <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
