# The frustration index by cycles: in every cycle with an odd number of hostile ties at least one is left
# unexplained. Few of these conditions bind, so each round adds those that the last answer breaks most: a shortest
# path in a network of two copies of each place finds them. Where camps show at all, the answer is whole and
# the proof is done without any branching; where it is not, branch and bound looks for a better split.
# What no cycle passes (a place with one tie, a bridge) is no care of it.
"""Exact frustration by inequalities of cycles, as a linear program that grows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from dragoman.structure.camps import Matrix

    Cut = tuple[int, tuple[tuple[int, int], ...]]  # crossings, and each tie's less its other steps

#: A condition must be broken by more than this to be added.
BROKEN = 1e-6
#: Rounds that gain less than this share of what is missing are the last.
_WORTH = 0.1


@dataclass(frozen=True, slots=True)
class Proof:
    """What cycles prove."""

    bound: float  #: no split leaves less
    camp: Any  #: shape (n,), 1 and -1: the split that the last answer comes nearest to
    done: bool  #: False where time ran out


@dataclass(frozen=True, slots=True)
class _Ties:
    """Ties as seen from one split: those that it leaves unexplained are the hostile ones here."""

    one: NDArray[np.int64]  #: the places of each tie
    other: NDArray[np.int64]
    sizes: Matrix
    hostile: NDArray[np.bool_]
    places: int

    def costs(self) -> Matrix:
        """What crossing each tie costs, beside the sum of the hostile ones."""
        import numpy as np

        return np.where(self.hostile, -self.sizes, self.sizes)


def by_cycles(weights: Matrix, camp: Matrix, enough: float, seconds: float) -> Proof:
    """Bound the frustration of a network by its cycles.

    Args:
        weights: shape (n, n), symmetric: positive for friends, negative for foes.
        camp: shape (n,), 1 and -1: the best split known.
        enough: a bound that proves this split best; nothing higher is looked for.
        seconds: of solving.
    Source: F. Barahona and A. R. Mahjoub, "On the cut polytope", Mathematical Programming 36 (1986),
    157-173; on signed networks: S. Aref, A. J. Mason and M. C. Wilson, Networks 75 (2020), 95-110.
    """
    import numpy as np

    end = monotonic() + seconds
    one, other = np.nonzero(np.triu(weights))
    here = weights[one, other] * camp[one] * camp[other]
    ties = _Ties(one, other, abs(here), here < 0, len(weights))
    always = float(ties.sizes[ties.hostile].sum())
    crossed = ties.hostile.astype(float)  # without any condition all would be explained
    bound, cuts, known, gains = 0.0, [], set(), [np.inf] * 3
    while True:
        fresh = [cut for cut in _broken(ties, crossed) if cut not in known]
        if not fresh:
            break
        known.update(fresh)
        cuts += fresh
        left = end - monotonic()
        answer = _solve(ties, cuts, left) if left > 0 else None
        if answer is None:
            return Proof(bound, camp * _sides(ties, crossed), done=False)
        crossed, value = answer
        gains = [*gains[1:], always + value - bound]
        bound = always + value
        if bound >= enough or sum(gains) < _WORTH * (enough - bound):
            break
    rounded = camp * _sides(ties, crossed)
    whole = bool((abs(crossed - np.round(crossed)) < BROKEN).all()) and not fresh
    if bound >= enough or whole:
        return Proof(bound, rounded, done=True)
    return _branched(ties, cuts, (camp, rounded), bound, end)


def _broken(ties: _Ties, crossed: Matrix) -> Iterator[Cut]:
    """Conditions that an answer breaks: of each place the one that it breaks most.

    A split crosses every closed walk an even number of times. So for an odd set of ties in
    it, not all of them are crossed while no other is. In two copies of the network a tie leads
    inside a copy at the price of being crossed, to the other copy at that of not being: a path from
    a place to its own copy that costs less than 1 is a walk that breaks the condition.
    """
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import dijkstra

    n, one, other = ties.places, ties.one, ties.other
    stays = np.clip(crossed, 0, 1) + 1e-9
    goes = np.clip(1 - crossed, 0, 1) + 1e-9
    rows = np.concatenate([one, other, one + n, other + n] * 2)
    ends = np.concatenate([other, one, other + n, one + n, other + n, one + n, other, one])
    prices = np.concatenate([stays] * 4 + [goes] * 4)
    doubled = coo_array((prices, (rows, ends)), shape=(2 * n, 2 * n)).tocsr()
    far, before = dijkstra(doubled, indices=np.arange(n), return_predecessors=True)
    number = {(int(a), int(b)): k for k, (a, b) in enumerate(zip(one, other, strict=True))}
    number |= {(b, a): k for (a, b), k in number.items()}
    across = far[np.arange(n), np.arange(n) + n]
    for start in np.argsort(across):
        if across[start] >= 1 - BROKEN:
            return
        counted: Counter[int] = Counter()
        crossings = 0
        at = int(start) + n
        while at != start:
            last = int(before[start, at])
            crosses = (last < n) != (at < n)
            crossings += crosses
            counted[number[last % n, at % n]] += 1 if crosses else -1
            at = last
        yield crossings, tuple(sorted(counted.items()))


def _matrix(ties: _Ties, cuts: Sequence[Cut]) -> tuple[Any, list[float]]:
    """The conditions as rows, and how much each may be at most."""
    from scipy.sparse import coo_array

    rows = [k for k, (_, cut) in enumerate(cuts) for _ in cut]
    columns = [tie for _, cut in cuts for tie, _ in cut]
    values = [float(times) for _, cut in cuts for _, times in cut]
    most = [crossings - 1.0 for crossings, _ in cuts]
    shape = (len(cuts), len(ties.sizes))
    return coo_array((values, (rows, columns)), shape=shape).tocsr(), most


def _solve(ties: _Ties, cuts: Sequence[Cut], seconds: float) -> tuple[Matrix, float] | None:
    """Which ties are crossed at the least cost, in parts of 1, and the cost; None out of time."""
    from scipy.optimize import linprog

    matrix, most = _matrix(ties, cuts)
    solved = linprog(
        ties.costs(), A_ub=matrix, b_ub=most, bounds=(0, 1), method="highs-ds",
        options={"time_limit": seconds},
    )  # fmt: skip
    return (solved.x, float(solved.fun)) if solved.status == 0 else None


def _sides(ties: _Ties, crossed: Matrix) -> Matrix:
    """The split that an answer means: along a tree of ties that are most surely crossed or not."""
    import numpy as np
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

    n = ties.places
    doubt = 1 + np.minimum(crossed, 1 - crossed)
    tree = minimum_spanning_tree(coo_array((doubt, (ties.one, ties.other)), shape=(n, n)).tocsr())
    order, before = breadth_first_order(tree, 0, directed=False)
    over = {
        (min(a, b), max(a, b)): x > 0.5
        for a, b, x in zip(ties.one.tolist(), ties.other.tolist(), crossed.tolist(), strict=True)
    }
    sides = np.ones(n)
    for place in order[1:].tolist():
        last = int(before[place])
        sides[place] = -sides[last] if over[min(last, place), max(last, place)] else sides[last]
    return sides


def _branched(
    ties: _Ties,
    cuts: Sequence[Cut],
    camps: tuple[Matrix, Matrix],
    bound: float,
    end: float,
) -> Proof:
    """Solve by branch and bound over the places, the conditions given beside them.

    *camps*: the split from which the ties are seen, and the one found so far.
    """
    import numpy as np
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import eye_array, hstack, vstack

    camp, rounded = camps
    seconds = end - monotonic()
    if seconds <= 0:
        return Proof(bound, rounded, done=False)
    count, n = len(ties.sizes), ties.places
    matrix, most = _matrix(ties, cuts)
    first, second = (eye_array(n, format="csr")[ends] for ends in (ties.one, ties.other))
    own = eye_array(count)
    rows = vstack([
        hstack([matrix, np.zeros((len(cuts), n))]),
        hstack([-own, first - second]), hstack([-own, second - first]),  # crossed where sides differ
        hstack([own, -first - second]), hstack([own, first + second]),  # and only there
    ])  # fmt: skip
    limits = np.concatenate([most, np.zeros(3 * count), np.full(count, 2.0)])
    upper = np.ones(count + n)
    upper[count] = 0.0  # the camps have no names: one place stays
    solved = milp(
        np.concatenate([ties.costs(), np.zeros(n)]),
        integrality=np.concatenate([np.zeros(count), np.ones(n)]),
        bounds=Bounds(np.zeros(count + n), upper),
        constraints=LinearConstraint(rows.tocsr(), ub=limits),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    always = float(ties.sizes[ties.hostile].sum())
    if solved.mip_dual_bound is not None and np.isfinite(solved.mip_dual_bound):
        bound = max(bound, always + float(solved.mip_dual_bound))
    found = rounded if solved.x is None else camp * (1 - 2 * np.round(solved.x[count:]))
    return Proof(bound, found, done=solved.status == 0)
