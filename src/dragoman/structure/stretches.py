# Where a series of friendly and hostile signs turns: into which stretches of one level it falls.
# The model: inside a stretch a share of what is done is friendly, the level, one of LEVELS; between two
# days of the series a new stretch begins with a small chance, whose level is drawn from what is usual. A
# sign of reliability r shows what was done with chance r, and is a coin's toss otherwise:
#   P(friendly sign) = r·level + (1 - r)/2
# It is a hidden Markov model: the likeliest stretches of all (Viterbi), the likelihood of the whole
# series (forward) and where a turn lies (by every day between its neighbours) take linear time.
"""Stretches of one level in a series of signs: the likeliest cut of all, and how sure its days are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import ceil, exp, log, log1p

from dragoman.structure.levels import EVEN, LEVELS

#: Turns expected of a series before it is looked at, wherever in its time.
EXPECTED = 1.0
#: How much more chance a day without signs must have around it than one with signs to be preferred.
NEARLY = 0.001
#: Log of the odds at which a turn is named.
NAMED = log(10)
#: No step between two days has a larger chance of a turn.
_MOST = 0.5

#: A day's signs: friendly or not, and how reliable, 0 to 1.
Signs = Sequence[tuple[bool, float]]


@dataclass(frozen=True, slots=True)
class Series:
    """Days with signs, what each level makes of them, and the chance of a turn before each."""

    days: Sequence[int]  #: ascending, each once
    likely: Sequence[Sequence[float]]  #: for each day the log-likelihood of its signs by level
    turning: Sequence[float]  #: for each day the log of the chance that a stretch begins with it
    usual: Sequence[float]  #: for each level the log of the chance that a stretch has it


@dataclass(frozen=True, slots=True)
class Place:
    """Where one turn lies, between its neighbours."""

    day: int  #: the one whose `within` days around hold most chance
    first: int  #: 95 % of the chance lies from here …
    last: int  #: … to here
    chance: float  #: that the turn lies within so many days of *day*, 0 to 1
    gain: float  #: log of how much likelier the series is with the turn, its own chance counted


def series(
    days: Sequence[int],
    signs: Sequence[Signs],
    expected: float = EXPECTED,
    usual: Sequence[float] = EVEN,
) -> Series:
    """Lay out a series.

    Args:
        days: ascending, each once, with the signs of each in *signs*.
        expected: number of turns expected before anything is known.
        usual: how often each level occurs, above 0 and adding up to 1.
    """
    span = max(days[-1] - days[0], 1) if days else 1
    turning = [log(_MOST)] + [
        log(min(_MOST, expected * (day - before) / span)) for before, day in pairwise(days)
    ]
    likely = [_likely(found) for found in signs]
    return Series(days, likely, turning, [log(x) for x in usual])


def _likely(signs: Signs) -> list[float]:
    made = [0.0] * len(LEVELS)
    for friendly, reliability in signs:
        for k, level in enumerate(LEVELS):
            chance = reliability * level + (1 - reliability) / 2
            made[k] += log(chance if friendly else 1 - chance)
    return made


def cuts(of: Series) -> list[int]:
    """Return where the likeliest stretches but the first begin, as positions in the series.

    Source: A. J. Viterbi, IEEE Transactions on Information Theory 13 (1967), 260-269; as one
    of many change-point models: P. Fearnhead, Statistics and Computing 16 (2006), 203-213.
    """
    if not of.days:
        return []
    value = [x + y for x, y in zip(of.likely[0], of.usual, strict=True)]
    came: list[tuple[int, list[bool]]] = []
    for likely, turning in zip(of.likely[1:], of.turning[1:], strict=True):
        best = max(range(len(LEVELS)), key=value.__getitem__)
        fresh = [value[best] + turning + x for x in of.usual]
        staying = log1p(-exp(turning))
        begins = [x > y + staying for x, y in zip(fresh, value, strict=True)]
        came.append((best, begins))
        value = [
            (x if new else y + staying) + z
            for new, x, y, z in zip(begins, fresh, value, likely, strict=True)
        ]
    level = max(range(len(LEVELS)), key=value.__getitem__)
    found = []
    for position in range(len(came), 0, -1):
        best, begins = came[position - 1]
        if begins[level] and best != level:
            found.append(position)
            level = best
    return found[::-1]


def evidence(of: Series) -> float:
    """Return the log-likelihood of the series, over all ways to cut it and all levels."""
    if not of.days:
        return 0.0
    told = 0.0
    usual = [exp(x) for x in of.usual]
    chance = usual
    for k, (likely, turning) in enumerate(zip(of.likely, of.turning, strict=True)):
        fresh = exp(turning) if k else 0.0
        chance = [c * (1 - fresh) + fresh * x for c, x in zip(chance, usual, strict=True)]
        top = max(likely)
        chance = [c * exp(x - top) for c, x in zip(chance, likely, strict=True)]
        total = sum(chance)
        told += top + log(total)
        chance = [c / total for c in chance]
    return told


def turned(of: Series, within: int) -> list[Place]:
    """Return the turns of a series, by day: those for which the odds are ten to one.

    The likeliest stretches of all say where to look. A turn is then weighed with its day and the
    levels on both sides left open, given its neighbours: those that gain less than NAMED fall away,
    the least first, and stretches in which one gains more are cut, the most first.

    Args:
        within: days to either side of a turn's day.
    Source: H. Jeffreys, Theory of Probability (3rd ed. 1961), appendix B: odds of ten to one are
        strong evidence.
    """
    sums = _sums(of)
    found = _kept(of, sums, cuts(of), within)
    while True:
        edges = [0, *found, len(of.days)]
        ends = [(left, right) for left, right in pairwise(edges) if right - left > 1]
        fresh = [(_place(of, sums, e, within).gain, e) for e in ends]
        gain, best = max(fresh, default=(0.0, (0, 0)))
        if gain < NAMED:
            break
        found = sorted([*found, _likeliest(of, sums, best)])
    return placed(of, _kept(of, sums, found, within), within)


def _kept(
    of: Series, sums: Sequence[Sequence[float]], found: Sequence[int], within: int
) -> list[int]:
    """Those of *found* that gain enough once their place is left open."""
    found = list(found)
    while found:
        edges = [0, *found, len(of.days)]
        gains = [
            _place(of, sums, ends, within).gain for ends in zip(edges, edges[2:], strict=False)
        ]
        if min(gains) >= NAMED:
            break
        del found[gains.index(min(gains))]
    return found


def placed(of: Series, found: Sequence[int], within: int) -> list[Place]:
    """Return where each of the turns *found* lies, given its neighbours.

    The levels on both sides are left open. Between two days of the series a turn is as likely on
    each day. Its day is that whose surroundings hold most of the chance: where days with signs come
    within a thousandth of that, the likeliest of these.

    Args:
        found: positions as :func:`cuts` gives them.
        within: days to either side of a turn's day.
    """
    sums = _sums(of)
    edges = [0, *found, len(of.days)]
    return [_place(of, sums, ends, within) for ends in zip(edges, edges[2:], strict=False)]


def _sums(of: Series) -> list[list[float]]:
    """For each position the log-likelihoods, by level, of all signs before it."""
    sums = [[0.0] * len(LEVELS)]
    for likely in of.likely:
        sums.append([a + b for a, b in zip(sums[-1], likely, strict=True)])
    return sums


def _place(
    of: Series, sums: Sequence[Sequence[float]], ends: tuple[int, int], within: int
) -> Place:
    left, right = ends
    weights = _weights(of, sums, ends)
    top = max(weights)
    chances = [exp(w - top) for w in weights]
    total = sum(chances)
    gain = top + log(total) - _level_free(of, sums, left, right)
    came = _Came(
        [of.days[k] for k in range(left, right)], [0.0, *accumulate(c / total for c in chances)]
    )
    day = came.best(within)
    return Place(day, came.when(0.025), came.when(0.975), came.around(day, within), gain)


def _likeliest(of: Series, sums: Sequence[Sequence[float]], ends: tuple[int, int]) -> int:
    """The position with which a new stretch begins most likely."""
    weights = _weights(of, sums, ends)
    return ends[0] + 1 + weights.index(max(weights))


def _weights(of: Series, sums: Sequence[Sequence[float]], ends: tuple[int, int]) -> list[float]:
    """For each position but the first, the log of the chance that a stretch begins there, and of the signs."""
    left, right = ends
    return [
        of.turning[k] + _level_free(of, sums, left, k) + _level_free(of, sums, k, right)
        for k in range(left + 1, right)
    ]


@dataclass(frozen=True, slots=True)
class _Came:
    """The chance that a turn has come: straight lines between the days of the series."""

    days: Sequence[int]  #: of the series, from the last turn to the next
    until: Sequence[float]  #: the chance that it has come by the end of each

    def by(self, day: int) -> float:
        """The chance that it has come by the end of any day."""
        k = bisect_right(self.days, day)
        if k in (0, len(self.days)):
            return 0.0 if k == 0 else 1.0
        part = (day - self.days[k - 1]) / (self.days[k] - self.days[k - 1])
        return self.until[k - 1] + part * (self.until[k] - self.until[k - 1])

    def around(self, day: int, within: int) -> float:
        """The chance that it comes at most so many days before or after *day*."""
        return self.by(day + within) - self.by(day - within - 1)

    def best(self, within: int) -> int:
        """The day around which most chance lies; one of the series if that is nearly as good."""
        first, *own = self.days
        # The difference of two broken lines is largest at a corner of one of them.
        corners = {d + s for d in self.days for s in (-within, within + 1)}
        held = {d: self.around(d, within) for d in corners | set(own) if first < d <= self.days[-1]}
        most = max(held.values())
        near = [d for d in held if held[d] >= most - NEARLY]
        likely = {d: self.until[k] - self.until[k - 1] for k, d in enumerate(own, 1) if d in near}
        if likely:
            return max(likely, key=lambda d: (likely[d], -d))
        return max(near, key=lambda d: (held[d], -d))

    def when(self, share: float) -> int:
        """The day by which so much of the chance has come."""
        k = min(bisect_left(self.until, share), len(self.days) - 1)
        before, after = self.days[k - 1], self.days[k]
        gone = self.until[k] - self.until[k - 1]
        part = (share - self.until[k - 1]) / gone if gone > 0 else 1.0
        return max(before + 1, min(after, before + ceil(part * (after - before))))


def _level_free(of: Series, sums: Sequence[Sequence[float]], left: int, right: int) -> float:
    """Log-likelihood of a stretch whose level is any."""
    values = [u + b - a for u, a, b in zip(of.usual, sums[left], sums[right], strict=True)]
    top = max(values)
    return top + log(sum(exp(v - top) for v in values))
