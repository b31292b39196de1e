# Blocs: who stands together, when friends are kept together and foes apart as far as it goes.
# The objective is that of correlation clustering: the sizes of friendly ties across blocs and of
# hostile ties inside one, added up. How many blocs there are follows from it, unless limited.
# Rule 1: a place without a tie is in no bloc. Two blocs without a tie between them stay two:
#   a shared foe is a reason to stand together, no proof of it.
# Rule 2: no chance: equal networks have equal blocs, whatever order their acts came in.
# Small parts are solved exactly (cliques.py), larger ones by moving and merging until nothing gains
# (moves.py), and the result says which it was.
"""Partition of a signed network into blocs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from dragoman.structure.cliques import solve
from dragoman.structure.graph import SignedGraph
from dragoman.structure.moves import blocs_of, pull, searched

#: Up to so many places a connected part is solved exactly.
EXACT = 20
#: How many other partitions are shown beside the best.
RUNNERS_UP = 3
_TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Blocs:
    """A partition of the tied places, with what it leaves unexplained."""

    blocs: tuple[frozenset[str], ...]  #: the largest first, then by code
    objective: float  #: friendly ties across and hostile ties inside, sizes added up
    exact: bool  #: whether no partition can be better
    runners_up: tuple[tuple[float, tuple[frozenset[str], ...]], ...]  #: objective and blocs
    unexplained: tuple[tuple[str, str, float], ...]  #: the ties behind *objective*, largest first

    def __iter__(self) -> Iterator[frozenset[str]]:
        """The blocs, the largest first."""
        return iter(self.blocs)

    def __len__(self) -> int:
        return len(self.blocs)

    def __getitem__(self, number: int) -> frozenset[str]:
        return self.blocs[number]

    @property
    def sets(self) -> list[set[str]]:
        """The blocs as plain sets, the largest first."""
        return [set(bloc) for bloc in self.blocs]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "blocs": [sorted(bloc) for bloc in self.blocs],
            "objective": self.objective,
            "exact": self.exact,
            "runners_up": [
                {"objective": value, "blocs": [sorted(b) for b in blocs]}
                for value, blocs in self.runners_up
            ],
            "unexplained": [{"a": a, "b": b, "alignment": tie} for a, b, tie in self.unexplained],
        }


def find_blocs(graph: SignedGraph, *, most: int | None = None) -> Blocs:
    """Return the partition of *graph* that leaves least unexplained.

    Args:
        graph: ties from -1 to 1; their sizes are the weights.
        most: at most so many blocs in each connected part; 2 looks for two camps.
    Returns: blocs of all tied places; a place with foes alone is a bloc of one.
    Raises: ValueError if *most* is below 1.
    Source: N. Bansal, A. Blum and S. Chawla, "Correlation clustering", Machine Learning 56
    (2004), 89-113; P. Doreian and A. Mrvar, "A partitioning approach to structural balance",
    Social Networks 18 (1996), 149-168; M. Grötschel and Y. Wakabayashi, "A cutting plane
    algorithm for a clustering problem", Mathematical Programming 45 (1989), 59-96.
    """
    if most is not None and most < 1:
        raise ValueError(f"most is {most}; a partition has at least 1 bloc.")
    chosen: list[frozenset[str]] = []
    others: list[tuple[float, list[frozenset[str]], list[frozenset[str]]]] = []
    exact = True
    for part in graph.components():
        ranked, proven = _partitions(part, most)
        best_value, best = ranked[0]
        chosen += best
        exact = exact and proven
        others += [(value - best_value, best, other) for value, other in ranked[1:]]
    blocs = _in_order(chosen)
    value = objective(graph, blocs)
    runners = tuple(
        (value + more, _in_order([b for b in chosen if b not in best] + other))
        for more, best, other in sorted(others, key=lambda o: (o[0], _spelt(o[2])))[:RUNNERS_UP]
    )
    side = {place: k for k, bloc in enumerate(blocs) for place in bloc}
    wrong = [(a, b, tie) for (a, b), tie in graph.ties.items() if (tie > 0) != (side[a] == side[b])]
    wrong.sort(key=lambda t: (-abs(t[2]), t))
    return Blocs(blocs, value, exact, runners, tuple(wrong))


def objective(graph: SignedGraph, blocs: Iterable[Iterable[str]]) -> float:
    """Friendly ties across *blocs* and hostile ties inside one, their sizes added up."""
    side = {place: k for k, bloc in enumerate(blocs) for place in bloc}
    return float(
        sum(abs(tie) for (a, b), tie in graph.ties.items() if (tie > 0) != (side[a] == side[b]))
    )


def _partitions(
    part: SignedGraph, most: int | None
) -> tuple[list[tuple[float, list[frozenset[str]]]], bool]:
    """Partitions of a connected part, the best first, and whether that is proven."""
    found: dict[frozenset[frozenset[str]], float] = {}
    for sides in searched(part, most):
        blocs = _joined(part, blocs_of(sides), most)
        found[frozenset(blocs)] = objective(part, blocs)
    best = min(found.values())
    proven = best <= _TINY
    if not proven and most is None and len(part.places) <= EXACT:
        solved = solve(part)
        if solved is not None:
            proven = True
            solved = _joined(part, solved, most)
            found[frozenset(solved)] = objective(part, solved)
    if proven:  # equal partitions: the one with fewer blocs, then by code
        found = {blocs: round(value, 12) for blocs, value in found.items()}
    _add_neighbours(part, found, most)
    ranked = sorted(((v, _in_order(b)) for b, v in found.items()), key=lambda r: _rank(*r))
    return [(value, list(blocs)) for value, blocs in ranked], proven


def _joined(
    part: SignedGraph, blocs: list[frozenset[str]], most: int | None
) -> list[frozenset[str]]:
    """The same blocs, but who shares a bloc with nobody it is tied to stands by itself.

    It costs nothing: a shared foe alone makes no bloc (rule 1), unless the number is limited.
    """
    if most is not None:
        return blocs
    made = []
    for bloc in blocs:
        inside = part.only(bloc)
        parts = [frozenset(p.places) for p in inside.components()]
        made += [*parts, *(frozenset((p,)) for p in inside.places if not inside.near[p])]
    return made


def _rank(value: float, blocs: tuple[frozenset[str], ...]) -> tuple[Any, ...]:
    return round(value, 9), len(blocs), _spelt(blocs)


def _add_neighbours(
    part: SignedGraph, found: dict[frozenset[frozenset[str]], float], most: int | None
) -> None:
    """Add what moving one place of the best partition elsewhere makes: its close runners-up."""
    best = min(found, key=lambda b: _rank(found[b], _in_order(b)))
    value = found[best]
    sides = {place: k for k, bloc in enumerate(_in_order(best)) for place in bloc}
    made = []
    for place in part.places:
        pulled = pull(part, sides, place)
        own = sides[place]
        free = len(best) if most is None or len(best) < most else own
        for side in {*range(len(best)), free} - {own}:
            if side == len(best) and sum(s == own for s in sides.values()) == 1:
                continue  # a place alone in its bloc is moved to a bloc alone: nothing changes
            made.append((value + pulled.get(own, 0.0) - pulled.get(side, 0.0), place, side))
    for cost, place, side in sorted(made)[:RUNNERS_UP]:
        moved = _joined(part, blocs_of(sides | {place: side}), most)
        found.setdefault(frozenset(moved), cost)


def _in_order(blocs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    return tuple(sorted(blocs, key=lambda b: (-len(b), sorted(b))))


def _spelt(blocs: Iterable[frozenset[str]]) -> list[list[str]]:
    return [sorted(b) for b in blocs]
