# How far a network is in balance: whether "the enemy of my enemy is my friend" holds in it.
# Three measures that ask different things:
#   triads       how many triangles have an even number of hostile ties (Cartwright and Harary)
#   frustration  how few ties must be explained away before two camps explain the rest; exact
#   walks        the same as triads for closed walks of every length, longer ones counting less
# The frustration index is NP-hard in general; networks of states are small and near balance,
# and there the linear program is tight. Where time runs out it is a bound, and says so.
"""Structural balance: triads, frustration with its partition, walks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp

from dragoman.structure.graph import SignedGraph, Triad

#: Seconds that one connected part may take before its best split so far is given as a bound.
SECONDS = 10.0


@dataclass(frozen=True, slots=True)
class Triads:
    """The triads of a network, by their number of hostile ties."""

    friends: int  #: three friends: balanced
    one_hostile: int  #: two friends of one who are foes of each other: unbalanced
    two_hostile: int  #: two friends with a common foe: balanced
    foes: int  #: three foes: unbalanced, though only weakly (Davis)
    weighted: float | None  #: as ``degree``, each triad weighing the product of its ties

    @property
    def degree(self) -> float | None:
        """Share of balanced triads, 0 to 1; None without any."""
        total = self.friends + self.one_hostile + self.two_hostile + self.foes
        return (self.friends + self.two_hostile) / total if total else None

    @property
    def signed_clustering(self) -> float | None:
        """Balanced less unbalanced triads over all, -1 to 1 (Kunegis's relative coefficient)."""
        return None if self.degree is None else 2 * self.degree - 1


@dataclass(frozen=True, slots=True)
class Frustration:
    """The ties that no split into two camps explains, for the split that leaves fewest."""

    index: float  #: their number, or their sizes added up where it was asked for weights
    bound: float  #: no split leaves less; equal to *index* where it is exact
    exact: bool
    camps: tuple[frozenset[str], frozenset[str]]  #: only tied places; larger first
    frustrated: tuple[tuple[str, str], ...]  #: the ties themselves, in order
    ties: int  #: how many the network has
    normalised: float | None  #: 1 - 2·index / all ties, 1 is full balance; None without ties

    @property
    def gap(self) -> float:
        """How much lower the index could still be; 0 where it is exact."""
        return self.index - self.bound


def triads(graph: SignedGraph) -> Triads:
    """Count the triads of *graph* by their hostile ties.

    Source: D. Cartwright and F. Harary, "Structural balance", Psychological Review 63 (1956),
    277-293; J. Kunegis, A. Lommatzsch and C. Bauckhage, "The Slashdot Zoo", WWW 2009, 741-750.
    """
    counted = [0, 0, 0, 0]
    balanced = total = 0.0
    for triad in graph.triads():
        ties = ties_of(graph, triad)
        hostile = sum(tie < 0 for tie in ties)
        counted[hostile] += 1
        product = abs(ties[0] * ties[1] * ties[2])
        total += product
        balanced += product * (hostile % 2 == 0)
    friends, one, two, foes = counted
    return Triads(friends, one, two, foes, balanced / total if total else None)


def ties_of(graph: SignedGraph, triad: Triad) -> tuple[float, float, float]:
    """The three ties of a triad: a-b, a-c, b-c."""
    a, b, c = triad
    return graph.near[a][b], graph.near[a][c], graph.near[b][c]


def frustration(
    graph: SignedGraph, *, weighted: bool = False, seconds: float = SECONDS
) -> Frustration:
    """Return the frustration index of *graph* and the two camps that reach it.

    A tie is frustrated when friends stand in different camps or foes in the same. One mixed
    integer program for each connected part is solved by HiGHS: the XOR model with the
    inequalities of the unbalanced triads.

    Args:
        graph: up to some 200 tied places; more may end in a bound.
        weighted: count a tie by its size rather than as 1.
        seconds: of solving, for each connected part; 0 solves nothing: a searched split, and
            a bound from unbalanced triads that share no tie.
    Returns: the index with its proof: ``exact``, or a ``bound`` below which no split can go.
    Source: S. Aref, A. J. Mason and M. C. Wilson, "A modeling and computational study of the
    frustration index in signed networks", Networks 75 (2020), 95-110; S. Aref and Z. Neal,
    Scientific Reports 10 (2020), 1506. Normalised as in S. Aref and M. C. Wilson,
    Journal of Complex Networks 6 (2018), 163-189.
    """
    sizes = {pair: abs(tie) if weighted else 1.0 for pair, tie in graph.ties.items()}
    first: set[str] = set()
    bound = 0.0
    exact = True
    for part in graph.components():
        inside, least, proven = _split(part, sizes, seconds)
        first |= inside
        bound += least
        exact = exact and proven
    tied = {place for pair in graph.ties for place in pair}
    camps = sorted((frozenset(first), frozenset(tied - first)), key=lambda c: (-len(c), sorted(c)))
    wrong = tuple(
        (a, b) for (a, b), tie in graph.ties.items() if (tie > 0) != ((a in first) == (b in first))
    )
    index = sum(sizes[pair] for pair in wrong)
    total = sum(sizes.values())
    return Frustration(
        index=index,
        bound=index if exact else min(bound, index),
        exact=exact,
        camps=(camps[0], camps[1]),
        frustrated=wrong,
        ties=len(graph.ties),
        normalised=1 - 2 * index / total if total else None,
    )


def walk_balance(graph: SignedGraph) -> float:
    """Closed walks, balanced less unbalanced, over all, longer ones weighing less; 0 to 1.

    K = tr exp(A) / tr exp(\\|A\\|), 1 exactly where the network is balanced (also without ties).
    Weights count: a network of faint ties is near 1 whatever their signs.

    Source: E. Estrada and M. Benzi, "Walk-based measure of balance in signed networks",
    Physical Review E 90 (2014), 042802.
    """
    from scipy.linalg import eigvalsh

    signed = unsigned = 0.0
    for part in graph.components():
        matrix = [[part.near[a].get(b, 0.0) for b in part.places] for a in part.places]
        values = eigvalsh(matrix)
        sizes = eigvalsh([[abs(x) for x in row] for row in matrix])
        signed += float(sum(exp(v) for v in values))
        unsigned += float(sum(exp(v) for v in sizes))
    alone = sum(not near for near in graph.near.values())
    return (signed + alone) / (unsigned + alone) if graph.places else 1.0


def algebraic_conflict(graph: SignedGraph) -> float:
    """The least eigenvalue of the signed Laplacian, of the connected part where it is largest.

    0 exactly where the network is balanced; weights count.

    Source: J. Kunegis et al., "Spectral analysis of signed graphs for clustering, prediction and
    visualization", SDM 2010, 559-570.
    """
    from scipy.linalg import eigvalsh

    least = 0.0
    for part in graph.components():
        matrix = [[-part.near[a].get(b, 0.0) for b in part.places] for a in part.places]
        for k, place in enumerate(part.places):
            matrix[k][k] = sum(abs(tie) for tie in part.near[place].values())
        value = max(0.0, float(eigvalsh(matrix, subset_by_index=[0, 0])[0]))
        least = max(least, value)
    return least


def _split(
    part: SignedGraph, sizes: Mapping[tuple[str, str], float], seconds: float
) -> tuple[set[str], float, bool]:
    """One camp of a connected part, the proven least, and whether it is reached."""
    coloured = _balanced(part)
    if coloured is not None:
        return coloured, 0.0, True
    searched = _searched(part, sizes)
    if seconds <= 0:
        return searched, _packed(part, sizes), False
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    number = {place: k for k, place in enumerate(part.places)}
    offset = len(number)
    tie_number = {pair: offset + k for k, pair in enumerate(part.ties)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    least: list[float] = []

    def add(terms: list[tuple[int, float]], at_least: float) -> None:
        for column, value in terms:
            rows.append(len(least))
            columns.append(column)
            values.append(value)
        least.append(at_least)

    for (a, b), tie in part.ties.items():
        i, j, f = number[a], number[b], tie_number[a, b]
        if tie > 0:  # frustrated where the camps differ
            add([(f, 1), (i, -1), (j, 1)], 0)
            add([(f, 1), (i, 1), (j, -1)], 0)
        else:  # frustrated where they are the same
            add([(f, 1), (i, -1), (j, -1)], -1)
            add([(f, 1), (i, 1), (j, 1)], 1)
    for a, b, c in part.triads():
        if part.near[a][b] * part.near[a][c] * part.near[b][c] < 0:
            add([(tie_number[pair], 1) for pair in ((a, b), (a, c), (b, c))], 1)
    busiest = max(part.places, key=lambda p: len(part.near[p]))
    total = offset + len(tie_number)
    low = [0.0] * total
    low[number[busiest]] = 1.0  # the camps have no names: one place may choose
    shape = (len(least), total)
    solved = milp(
        [0.0] * offset + [sizes[pair] for pair in tie_number],
        integrality=[1] * offset + [0] * len(tie_number),
        bounds=Bounds(low, [1.0] * total),
        constraints=LinearConstraint(
            coo_array((values, (rows, columns)), shape=shape).tocsr(), lb=least
        ),
        options={"time_limit": seconds, "mip_rel_gap": 0.0},
    )
    bound = max(float(solved.mip_dual_bound or 0.0), _packed(part, sizes))
    if solved.x is None:
        return searched, bound, False
    inside = {place for place, k in number.items() if solved.x[k] > 0.5}
    if solved.status == 0:
        return inside, bound, True
    return min(inside, searched, key=lambda camp: _left(part, sizes, camp)), bound, False


def _left(part: SignedGraph, sizes: Mapping[tuple[str, str], float], camp: set[str]) -> float:
    """Sizes of the ties that one camp and all others leave frustrated."""
    return sum(
        sizes[a, b]
        for (a, b), tie in part.ties.items()
        if (tie > 0) != ((a in camp) == (b in camp))
    )


def _searched(part: SignedGraph, sizes: Mapping[tuple[str, str], float]) -> set[str]:
    """A good camp, by moving one place at a time to the other while that frustrates less."""
    near: dict[str, dict[str, float]] = {place: {} for place in part.places}
    for (a, b), tie in part.ties.items():
        near[a][b] = near[b][a] = sizes[a, b] if tie > 0 else -sizes[a, b]
    busiest = max(part.places, key=lambda p: (len(near[p]), p))
    side = dict.fromkeys(part.places, -1)
    side |= {p: 1 for p in part.places if p == busiest or near[busiest].get(p, 0) > 0}
    moved = True
    while moved:
        moved = False
        for place in part.places:
            if side[place] * sum(tie * side[other] for other, tie in near[place].items()) < -1e-9:
                side[place] = -side[place]
                moved = True
    return {place for place, where in side.items() if where > 0}


def _packed(part: SignedGraph, sizes: Mapping[tuple[str, str], float]) -> float:
    """A bound from below: unbalanced triads without a tie in common each cost their faintest tie."""
    used: set[tuple[str, str]] = set()
    total = 0.0
    for a, b, c in part.triads():
        if part.near[a][b] * part.near[a][c] * part.near[b][c] < 0:
            pairs = ((a, b), (a, c), (b, c))
            if used.isdisjoint(pairs):
                used.update(pairs)
                total += min(sizes[pair] for pair in pairs)
    return total


def _balanced(part: SignedGraph) -> set[str] | None:
    """One of the two camps of a connected network in full balance; None if it is not.

    Source: F. Harary, "On the notion of balance of a signed graph", Michigan Mathematical
    Journal 2 (1953), 143-146: balanced exactly if a walk can colour it.
    """
    side = {part.places[0]: True}
    todo = [part.places[0]]
    while todo:
        place = todo.pop()
        for other, tie in part.near[place].items():
            wanted = side[place] == (tie > 0)
            if other not in side:
                side[other] = wanted
                todo.append(other)
            elif side[other] != wanted:
                return None
    return {place for place, inside in side.items() if inside}
