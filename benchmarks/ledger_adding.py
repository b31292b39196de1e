# What a ledger costs while reports are read: the same files read and thrown away, and read and entered.
# Rule 1: both ways begin at the files and take turns in one process; what is loaded once is loaded before.
# Rule 2: figures are CPU time, which others on the machine disturb less, and their ratio; the goal is
#   that entering adds 15 % at most.
# Rule 3: every round enters in a new ledger and checks that all reports are there.
"""CPU time of reading generated reports, and of reading and entering them.

python benchmarks/ledger_adding.py
python benchmarks/ledger_adding.py --reports 400 --repeat 5
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import dragoman
from dragoman.archive.gather import gather
from dragoman.archive.report import Report
from newsdesk import story

#: What entering may add, as a share of reading.
GOAL = 0.15
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


def read_alone(folder: Path) -> int:
    """Read all reports and keep nothing."""
    count = 0
    for found in gather([str(folder)]):
        if isinstance(found, Report):
            dragoman.read(found.text, published="2022-10-18", outlet="Wire")
            count += 1
    return count


def read_into(folder: Path, ledger: Path) -> int:
    """Read all reports into a new ledger."""
    return dragoman.open(ledger).add(folder, published="2022-10-18", outlet="Wire").read


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if entering adds more than the goal."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=200, help="files of a round (200)")
    parser.add_argument("--repeat", type=int, default=3, help="rounds (3)")
    chosen = parser.parse_args(arguments)
    alone, into = [], []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "reports"
        folder.mkdir()
        write_reports(folder, chosen.reports)
        warm = Path(scratch) / "warm"  # loads the model, the almanac and the libraries
        warm.mkdir()
        write_reports(warm, 1)
        read_into(warm, Path(scratch) / "warm-ledger")
        for turn in range(chosen.repeat):
            start = time.process_time()
            assert read_alone(folder) == chosen.reports
            alone.append(time.process_time() - start)
            start = time.process_time()
            assert read_into(folder, Path(scratch) / f"ledger-{turn}") == chosen.reports
            into.append(time.process_time() - start)
            print(f"read {alone[-1]:.2f} s, read and entered {into[-1]:.2f} s of CPU")
    ratio = statistics.median(b / a for a, b in zip(alone, into, strict=True)) - 1
    print(f"entering adds {ratio:.1%} to reading {chosen.reports} reports (goal: {GOAL:.0%})")
    return 0 if ratio <= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
