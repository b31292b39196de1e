# How right the analysis is where the truth is known: generated histories with planted
# alliances, breaks, noise, copies and second texts (tests/planted.py). Seeded, so that two runs agree.
"""Coverage of intervals, agreement of blocs, and turning points found.

python benchmarks/histories.py
python benchmarks/histories.py --seeds 20
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dragoman.relations.weigh import weigh, weigh_all
from dragoman.structure.blocs import find_blocs
from dragoman.structure.graph import graph_from
from dragoman.structure.turns import turning_points
from planted import History, adjusted_rand, history


def coverage(world: History) -> Iterable[tuple[int, bool]]:
    """Yield, for each pair and month, how many events it has and whether its interval holds the truth."""
    for a, b in world.friendly:
        acts = [x for x in world.acts if {x["source"], x["target"]} == {a, b}]
        for row in weigh(acts, a, b, every="month"):
            assert row.start is not None
            assert row.end is not None
            yield row.events, row.low <= world.truth((a, b), row.start, row.end) <= row.high


def turned(world: History, days: int = 31) -> Iterable[tuple[bool, bool, int]]:
    """Yield, for each pair, whether its break is found within *days*, whether it has one, other turns."""
    for pair in world.friendly:
        found = [t.day for t in turning_points(world.acts, *pair)]
        wanted = world.breaks.get(pair)
        near = any(wanted and abs((_day(d) - wanted).days) <= days for d in found)
        yield near, wanted is not None, len(found) - near


def _day(text: str) -> date:
    return date.fromisoformat(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures; 1 if one of the goals is missed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seeds", type=int, default=5, help="histories of each kind (5)")
    seeds = range(parser.parse_args(arguments).seeds)
    held: dict[str, list[bool]] = defaultdict(list)
    for seed in seeds:
        for noise in (0.05, 0.1, 0.2, 0.5):
            world = history(seed, places=8, noise=noise, rate=3.0, broken=0.3)
            for events, inside in coverage(world):
                held["all"].append(inside)
                held[f"noise {noise}"].append(inside)
                held[f"{min(events, 6)} events"].append(inside)
    shares = {name: sum(v) / len(v) for name, v in held.items()}
    for name in sorted(shares):
        print(f"interval holds the truth, {name:<10} {shares[name]:.3f} of {len(held[name]):,}")
    agreement = [
        adjusted_rand(find_blocs(graph_from(weigh_all(world.acts))).sets, world.blocs)
        for seed in seeds
        for blocs in (2, 3)
        for world in [history(seed, places=24, blocs=blocs, months=12, rate=1.0)]
    ]
    print(f"blocs at 20 % noise: adjusted Rand index {sum(agreement) / len(agreement):.3f}")
    hits = {}
    for rate, noise in ((4.0, 0.1), (8.0, 0.2), (4.0, 0.2)):
        found = [
            hit
            for seed in seeds
            for hit in turned(history(seed, places=8, rate=rate, noise=noise, broken=0.5))
        ]
        breaks = [hit for hit, planted, _ in found if planted]
        hits[rate, noise] = sum(breaks) / len(breaks)
        extra = sum(more for _, _, more in found)
        print(
            f"breaks within a month, {rate:.0f} acts a month, {noise:.0%} noise: "
            f"{hits[rate, noise]:.3f} of {len(breaks)}; {extra} other turns in {len(found)} pairs"
        )
    good = (
        0.90 <= shares["all"] <= 0.97
        and min(agreement) >= 0.95
        and min(hits[4.0, 0.1], hits[8.0, 0.2]) >= 0.9
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
