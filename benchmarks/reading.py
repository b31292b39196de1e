# How fast reports are read, on this machine, in one process.
# Rule 1: no text is read twice. Paragraphs are rotated and numbers replaced, so that
#   nothing that remembers whole texts, paragraphs or sentences with figures helps.
# Rule 2: the answer is checked beside the time: a fast reading of nothing is worth nothing.
# Rule 3: the model is loaded, and the almanac read, before the first round; both are told apart.
"""Reports and words a second, memory, and the share of each stage.

python benchmarks/reading.py
python benchmarks/reading.py --reports 1000 --repeat 5
"""

from __future__ import annotations

import argparse
import platform
import random
import re
import resource
import statistics
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.alphabet.errors import ReportError
from dragoman.archive.gather import gather
from dragoman.archive.report import Report
from dragoman.clauses.parsers import load_parser
from dragoman.clauses.spacy_parser import SpacyParser
from dragoman.workflow.reading import Stopwatch, read

EXAMPLES = Path(__file__).parents[1] / "examples"
#: Where a report names no day.
PUBLISHED = date(2024, 3, 5)
_NUMBER = re.compile(r"(?<![\d-])(?!(?:19|20)\d\d\b)\d{1,3}(?![\d-])")


@dataclass(frozen=True, slots=True)
class Round:
    """One pass over different reports."""

    seconds: float  #: wall time
    reports: int
    words: int  #: separated by white space
    events: int
    claims: int
    stages: dict[str, float]  #: seconds by stage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if nothing was found in the reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--reports", type=int, default=200, help="different reports a round (200)")
    parser.add_argument("--repeat", type=int, default=3, help="rounds, each of other reports (3)")
    chosen = parser.parse_args(arguments)
    start = time.perf_counter()
    arithmetic = warm()
    loading = time.perf_counter() - start
    made = different(examples())
    rounds = [one_round([next(made) for _ in range(chosen.reports)]) for _ in range(chosen.repeat)]
    print(summary(rounds, arithmetic, loading))
    return 0 if all(r.events and r.claims for r in rounds) else 1


def examples() -> list[Report]:
    """The example reports.

    Raises: ReportError if one cannot be read.
    """
    found = []
    for item in gather([EXAMPLES]):
        if isinstance(item, ReportError):
            raise item
        found.append(item)
    return found


def different(reports: Sequence[Report]) -> Iterator[tuple[str, date]]:
    """Yield texts of the same words in other order and with other figures, no two alike."""
    chance = random.Random(0)
    seen: set[str] = set()
    turn = 0
    while True:
        report = reports[turn % len(reports)]
        paragraphs = report.text.split("\n\n")
        at = turn // len(reports) % len(paragraphs)
        turn += 1
        text = "\n\n".join(paragraphs[at:] + paragraphs[:at])
        text = _NUMBER.sub(lambda _: str(chance.randint(2, 27)), text)
        if text not in seen:
            seen.add(text)
            yield text, report.published or PUBLISHED


def warm() -> str:
    """Load model and almanac; return the arithmetic that was chosen."""
    parser = load_parser()
    read("Estonia expelled two Russian diplomats on Tuesday.", published=PUBLISHED)
    return parser.arithmetic if isinstance(parser, SpacyParser) else parser.name


def one_round(reports: Sequence[tuple[str, date]]) -> Round:
    """Read all *reports*, one after another."""
    watch = Stopwatch()
    events = claims = 0
    start = time.perf_counter()
    for text, published in reports:
        reading = read(text, published=published, watch=watch)
        events += len(reading.events)
        claims += len(reading.claims)
    seconds = time.perf_counter() - start
    words = sum(len(text.split()) for text, _ in reports)
    return Round(seconds, len(reports), words, events, claims, watch.seconds)


def summary(rounds: Sequence[Round], arithmetic: str, loading: float) -> str:
    """The figures as lines of text: medians of the rounds, least and most in brackets."""
    first = rounds[0]
    length = sum(r.words for r in rounds) / sum(r.reports for r in rounds)
    facts = {
        "python": f"{platform.python_version()} ({platform.machine()}, {platform.system()})",
        "arithmetic": arithmetic,
        "loading": f"{loading:.1f} s",
        "rounds": f"{len(rounds)} of {first.reports} different reports, {length:.0f} words each",
        "reports/s": _spread([r.reports / r.seconds for r in rounds], ".1f"),
        "words/s": _spread([r.words / r.seconds for r in rounds], ",.0f"),
        "events": _spread([r.events / r.reports for r in rounds], ".1f") + " a report",
        "claims": _spread([r.claims / r.reports for r in rounds], ".1f") + " a report",
        "memory": f"{peak_memory():,.0f} MiB at most",
    }
    lines = [f"{name:<13}{fact}" for name, fact in facts.items()]
    for stage in first.stages:
        shares = [100 * r.stages[stage] / sum(r.stages.values()) for r in rounds]
        lines.append(f"  {stage:<11}{_spread(shares, '.1f')} %")
    return "\n".join(lines)


def _spread(values: Sequence[float], form: str) -> str:
    """``"4.1 (4.0–4.3)"``: median, least, most."""
    least, most = min(values), max(values)
    return f"{statistics.median(values):{form}} ({least:{form}}–{most:{form}})"


def peak_memory() -> float:
    """The most memory that this process has held, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


if __name__ == "__main__":
    sys.exit(main())
