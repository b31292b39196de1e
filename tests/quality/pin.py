"""Measure the readings, and raise the floors that the tests hold them to.

python tests/quality/pin.py           measure, raise floors.json
python tests/quality/pin.py --show    measure, print a table, write nothing
python tests/quality/pin.py --allow-regression "reason"    let floors sink, for a reason
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from quality import floors
from quality.measure import measure


def table(pinned: Mapping[str, float], measured: Mapping[str, float]) -> str:
    """Lines of figure, floor, what is measured now, and the difference."""
    width = max(len(name) for name in measured)
    lines = [f"{'figure':{width}}   floor     now  change"]
    for name, now in measured.items():
        floor = pinned.get(name)
        change = "     new" if floor is None else f"{now - floor:+8.4f}"
        shown = "     –" if floor is None else f"{floor:.4f}"
        lines.append(f"{name:{width}}  {shown}  {now:.4f}{change}")
    return "\n".join(lines)


def main(arguments: list[str] | None = None) -> int:
    """Run the command; 1 if floors would sink without a reason."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print a table, write nothing")
    parser.add_argument("--allow-regression", metavar="REASON", help="why floors may sink")
    chosen = parser.parse_args(arguments)
    before = floors.load()
    measured = measure()
    if chosen.show:
        print(table(before.figures, measured))
        return 0
    try:
        after = floors.raised(before, measured, floors.corpus_hash(), chosen.allow_regression)
    except floors.LowerFloorError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    floors.save(after)
    names = {**before.figures, **after.figures}
    changed = [n for n in names if before.figures.get(n) != after.figures.get(n)]
    print(floors.told(changed, before.figures, after.figures) or "No floor has changed.")
    if before.corpus != after.corpus:
        print("The corpus is pinned anew.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
