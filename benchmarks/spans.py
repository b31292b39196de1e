# Whatever is shown of a report must be what stands at that place in it, or nobody can check it.
# Rule 1: reports of every format, with odd signs and furniture in them, each read to the end.
# Rule 2: a span is right if it lies in the text, shows the characters there, and cuts no word.
"""Reads generated reports of all formats and compares every span that is shown with the text.

python benchmarks/spans.py
python benchmarks/spans.py --count 10000 --seed 7
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

import dragoman
from pressroom import DAY, FORMATS, Compared, published

_KINDS = ("events", "claims", "times", "noise", "transfers", "agreements", "mentions")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if one span is wrong, or a file held no report."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=2_000, help="files (2,000)")
    parser.add_argument("--seed", type=int, default=0, help="of the first file (0)")
    chosen = parser.parse_args(arguments)
    names = list(FORMATS)
    compared, found = Compared(), Counter[str]()
    without = 0
    start = time.perf_counter()
    for number in range(chosen.count):
        reports = published(chosen.seed + number // len(names), names[number % len(names)])
        without += not reports
        for report in reports:
            values = dragoman.read(report.text, published=report.published or DAY).to_dict()
            found.update({kind: len(values[kind]) for kind in _KINDS})
            compared.add(report.text, values)
    print(
        f"{chosen.count:,} files of {len(names)} formats in {time.perf_counter() - start:.0f} s, "
        f"{without} without a report; " + ", ".join(f"{found[one]:,} {one}" for one in _KINDS)
    )
    wrong = compared.wrong or []
    print(
        f"{compared.shown:,} spans shown, {len(wrong)} wrong; "
        f"{compared.resolved:,} pronouns shown as whom they mean"
    )
    print("\n".join(wrong[:20]))
    return 1 if wrong or without else 0


if __name__ == "__main__":
    sys.exit(main())
