# Turning points of a pair: the days on which friendly acts gave way to hostile ones, or back.
# The acts of a pair in order of their days are cut into stretches, so that inside each one share
# of friendly mass fits as well as can be. Every cut must gain more than a penalty. The best cuts
# of all are found, not good ones: optimal partitioning, pruned where a cut can never win again.
#   cost of a stretch  = -(F·ln(F/(F+H)) + H·ln(H/(F+H))), F and H its friendly and hostile mass
#   penalty of a cut   = PENALTY · ln n, n the happenings that the masses are worth, FEWEST at least
# Here every act counts as far as it is believed, however grave it is: a turn shows in what kind of
# acts there are, and the size of single ones only blurs its day. Recency has no part in it
# either: an act of long ago says of its own day what one of today says of today. The masses are
# divided by their typical size, so that n acts weigh n. The levels before and after a turn are
# alignments as elsewhere, with sizes.
"""Turning points: exact change-points of how two places act on each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import log
from typing import Any

from dragoman.relations.credence import Act, counts
from dragoman.relations.weigh import aligned, day_of, happening_of, masses
from dragoman.structure.ranking import plain_act, ranked

#: A cut adds two figures, its place and a level: ln n by the Bayesian criterion; half as much
#: again since the place is searched for (Zhang and Siegmund, Biometrics 63, 2007, 22-32).
PENALTY = 1.5
#: Fewer happenings than these are charged as if they were so many: two acts are no turn.
FEWEST = 24
#: Days after a turn whose acts are shown as those that made it.
MAKING = 31
#: How many of them.
SHOWN = 5
_FINEST = 3000  # more days than this, once like ones are joined, are taken together by weeks


@dataclass(frozen=True, slots=True)
class Turn:
    """One turning point."""

    day: str  #: day of the first act of the new stretch, ``YYYY-MM-DD``
    before: float  #: alignment of the stretch before it, -1 to 1, without recency
    after: float  #: and of the stretch that begins
    gain: float  #: log-likelihood won by the cut, above its penalty
    events: tuple[Act, ...]  #: acts that made it, strongest first

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "day": self.day,
            "before": self.before,
            "after": self.after,
            "gain": self.gain,
            "events": [plain_act(act) for act in self.events],
        }


def turning_points(acts: Iterable[Act], a: str, b: str, *, penalty: float = PENALTY) -> list[Turn]:
    """Return the turning points of the pair *a*, *b*, by day.

    Args:
        acts: rows of the view ``acts``; other pairs and acts without a day are passed over.
        penalty: of a cut, in units of ln n; more finds fewer turns.
    Returns: none where one stretch explains all, as with fewer than about ten acts.
    Source: B. Jackson et al., "An algorithm for optimal partitioning of data on an interval", IEEE
    Signal Processing Letters 12 (2005), 105-108; R. Killick, P. Fearnhead and I. A. Eckley,
    "Optimal detection of changepoints with a linear computational cost", Journal of the American
    Statistical Association 107 (2012), 1590-1598. Time: of the order of the days with acts where
    there are turns, of its square where there is none.
    """
    pair = {a, b}
    dated = [
        (day, act)
        for act in acts
        if {act["source"], act["target"]} == pair
        and counts(act)
        and (day := day_of(act.get("day"))) is not None
    ]
    days, friendly, hostile = _series(dated, _masses(dated))
    even = [(day, {**act, "score": 10 if act["score"] > 0 else -10}) for day, act in dated]
    believed = _masses(even)
    worth = _worth(believed)
    if not worth:
        return []
    _, *sides = _series(even, believed)
    total = sum(map(sum, sides))
    scaled = [[x * worth / total for x in side] for side in sides]
    charge = penalty * log(max(worth, FEWEST))
    heads = _runs(scaled[0], scaled[1])
    runs = [[sum(side[i:j]) for i, j in pairwise([*heads, len(days)])] for side in scaled]
    cuts = [heads[cut] for cut in best_cuts(runs[0], runs[1], charge)]
    edges = [0, *cuts, len(days)]
    made = []
    for left, cut, right in zip(edges, edges[1:], edges[2:], strict=False):
        before = aligned(sum(friendly[left:cut]), sum(hostile[left:cut]))
        after = aligned(sum(friendly[cut:right]), sum(hostile[cut:right]))
        parts = [_cost(sum(scaled[0][i:j]), sum(scaled[1][i:j])) for i, j in
                 ((left, right), (left, cut), (cut, right))]  # fmt: skip
        sign = 1 if after > before else -1
        until = days[cut] + timedelta(MAKING)
        near = [act for day, act in dated if days[cut] <= day < until]
        shown = tuple(act for _, act in ranked(near, last=None, sign=sign)[:SHOWN])
        gain = parts[0] - parts[1] - parts[2] - charge
        made.append(Turn(days[cut].isoformat(), before, after, gain, shown))
    return made


def best_cuts(friendly: Sequence[float], hostile: Sequence[float], penalty: float) -> list[int]:
    """Return where to cut a series so that costs and penalties add up to the least.

    Args:
        friendly, hostile: masses at each time, 0 or more, of one length.
        penalty: of each cut, in units of log-likelihood.
    Returns: first positions of all stretches but the first, ascending; the fewest on a tie.
    """
    sums = [(0.0, 0.0)]
    for f, h in zip(friendly, hostile, strict=True):
        sums.append((sums[-1][0] + f, sums[-1][1] + h))
    least = [-penalty]
    came = [0]
    open_: list[int] = [0]
    for end in range(1, len(sums)):
        costs = [
            least[k] + _cost(sums[end][0] - sums[k][0], sums[end][1] - sums[k][1]) for k in open_
        ]
        best = min(costs)
        least.append(best + penalty)
        came.append(open_[costs.index(best)])
        # A start that costs more than cutting here does so at every later end, too: adding acts
        # to two stretches never costs less than adding them to one fitted by itself.
        open_ = [k for k, c in zip(open_, costs, strict=True) if c <= best + penalty] + [end]
    cuts = []
    at = len(sums) - 1
    while at > 0:
        at = came[at]
        cuts.append(at)
    return [cut for cut in reversed(cuts) if cut > 0]


def _runs(friendly: Sequence[float], hostile: Sequence[float]) -> list[int]:
    """Where runs of days begin that are all friendly or all hostile.

    No best cut lies inside one: moving it to an end of the run never costs more, since the
    cost of two stretches is concave in the mass that passes from one to the other.
    """
    kinds = [(f > 0, h > 0) for f, h in zip(friendly, hostile, strict=True)]
    return [k for k, kind in enumerate(kinds) if k == 0 or all(kind) or kind != kinds[k - 1]]


def _cost(friendly: float, hostile: float) -> float:
    friendly, hostile = max(friendly, 0.0), max(hostile, 0.0)  # sums of floats may end below 0
    total = friendly + hostile
    return -sum(x * log(x / total) for x in (friendly, hostile) if x > 0)


def _series(
    dated: Sequence[tuple[date, Act]], by_happening: Mapping[Any, tuple[float, float]]
) -> tuple[list[date], list[float], list[float]]:
    """Days with acts, and the masses that begin on each; a happening counts on its first day."""
    first: dict[Any, date] = {}
    for day, act in dated:
        key = _key(act)
        first[key] = min(first.get(key, day), day)
    by_day: dict[date, list[float]] = {}
    coarse = _many(first, by_happening)
    for key, (forth, back) in by_happening.items():
        day = first[key]
        day -= timedelta(day.weekday()) if coarse else timedelta(0)
        held = by_day.setdefault(day, [0.0, 0.0])
        held[0] += forth
        held[1] += back
    days = sorted(by_day)
    return days, [by_day[d][0] for d in days], [by_day[d][1] for d in days]


def _many(first: Mapping[Any, date], by_happening: Mapping[Any, tuple[float, float]]) -> bool:
    """Whether there are more runs of like days than can be cut day by day."""
    if len(set(first.values())) <= _FINEST:
        return False
    days = sorted((first[key], masses_) for key, masses_ in by_happening.items())
    return len(_runs([m[0] for _, m in days], [m[1] for _, m in days])) > _FINEST


def _key(act: Act) -> Any:
    """Statements count on their own days here: what is said of two may turn as they do."""
    key = happening_of(act)
    return (key, act.get("day")) if key == "stated" else key


def _masses(dated: Iterable[tuple[date, Act]]) -> dict[Any, tuple[float, float]]:
    """Friendly and hostile mass of each happening, as on its own day."""
    groups: dict[Any, list[tuple[date | None, Act]]] = {}
    same = date(2000, 1, 1)
    for _, act in dated:
        groups.setdefault(_key(act), []).append((same, act))
    made = {}
    for key, found in groups.items():
        (sides,) = masses(found, same + timedelta(1)).values()
        made[key] = (max(sides[0], sides[2]), max(sides[1], sides[3]))
    return made


def _worth(by_happening: Mapping[Any, tuple[float, float]]) -> float:
    """How many happenings of equal mass the masses are worth (Kish's effective size)."""
    sizes = [sum(m) for m in by_happening.values()]
    squares = sum(x * x for x in sizes)
    return sum(sizes) ** 2 / squares if squares else 0.0
