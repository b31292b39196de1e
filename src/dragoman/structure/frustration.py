# The frustration index: how few ties must be explained away before two camps explain the rest.
# It is NP-hard in general. Three steps, and each may end it: a search for a good split (camps.py), a bound
# from eigenvalues that is tight where ties are many (camps.py), and the conditions of cycles, which are
# tight where they are few or camps are clear (cycles.py). Where time runs out it is a bound, and says so.
"""The frustration index with its two camps, and its proof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.structure.graph import SignedGraph

#: Seconds that one connected part may take before its best split so far is given with a bound.
SECONDS = 10.0
#: Beyond so many places the bound from eigenvalues takes longer than it is worth.
_MANY = 600
#: What rounding in the solvers may come to, as a share of all ties.
_ROUNDING = 1e-7


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


def frustration(
    graph: SignedGraph, *, weighted: bool = False, seconds: float = SECONDS
) -> Frustration:
    """Return the frustration index of *graph* and the two camps that reach it.

    A tie is frustrated when friends stand in different camps or foes in the same.

    Args:
        graph: 200 places are solved in a second or two while no more than about a fifth of their
            ties stand against two camps; docs/reference/structure.md says where it ends.
        weighted: count a tie by its size rather than as 1.
        seconds: of proof by cycles, for each connected part; 0 leaves that step out.
    Returns: the index with its proof: ``exact``, or a ``bound`` below which no split can go.
    Source: S. Aref, A. J. Mason and M. C. Wilson, "A modeling and computational study of the
    frustration index in signed networks", Networks 75 (2020), 95-110; S. Aref and Z. Neal,
    Scientific Reports 10 (2020), 1506. Normalised as in S. Aref and M. C. Wilson,
    "Measuring partial balance in signed networks", Journal of Complex Networks 6 (2018), 566-595.
    """
    sizes = {pair: abs(tie) if weighted else 1.0 for pair, tie in graph.ties.items()}
    first: set[str] = set()
    bound = 0.0
    exact = True
    for part in graph.components():
        inside, least, proven = _split(part, sizes, seconds, whole=not weighted)
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


def _split(
    part: SignedGraph, sizes: Mapping[tuple[str, str], float], seconds: float, *, whole: bool
) -> tuple[set[str], float, bool]:
    """One camp of a connected part, the proven least, and whether it is reached."""
    coloured = _balanced(part)
    if coloured is not None:
        return coloured, 0.0, True
    import numpy as np

    from dragoman.structure.camps import frustrated, least_frustration, split
    from dragoman.structure.cycles import by_cycles

    number = {place: k for k, place in enumerate(part.places)}
    weights = np.zeros((len(number), len(number)))
    for (a, b), tie in part.ties.items():
        size = sizes[a, b] if tie > 0 else -sizes[a, b]
        weights[number[a], number[b]] = weights[number[b], number[a]] = size
    rounding = _ROUNDING * float(np.abs(weights).sum())
    step = 1.0 - rounding if whole else rounding  # a better split would leave so much less

    def enough(camp: np.typing.NDArray[np.float64]) -> float:
        return frustrated(weights, camp) - step

    camp = split(weights)
    bound = least_frustration(weights, camp) - rounding if len(number) <= _MANY else 0.0
    proven = bound > enough(camp)
    if not proven and seconds > 0:
        proof = by_cycles(weights, camp, enough(camp) + 2 * rounding, seconds)
        bound = max(bound, proof.bound - rounding)
        camp = min((camp, proof.camp), key=lambda c: frustrated(weights, c))
        proven = proof.done or bound > enough(camp)
    least = max(0.0, bound)
    if whole and not proven:
        least = float(np.ceil(least - rounding))
    return {place for place, k in number.items() if camp[k] > 0}, least, proven


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
