# Blocs: who stands together, when friends are kept together and foes apart as far as it goes.
# The objective is that of correlation clustering: the sizes of friendly ties across blocs and of
# hostile ties inside one, added up. How many blocs there are follows from it, unless limited.
# Rule 1: a place without a tie is in no bloc. Two blocs without a tie between them stay two:
#   a shared foe is a reason to stand together, no proof of it.
# Rule 2: no chance: the search starts from three fixed points and goes through the places in
#   the order of their codes.
# Small parts are solved exactly (the triangle inequalities are added where they are broken);
# larger ones by moving and merging until nothing gains, and the result says which it was.
"""Partition of a signed network into blocs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import Any

from dragoman.structure.graph import SignedGraph

#: Up to so many places a connected part is solved exactly.
EXACT = 20
#: Seconds for the exact solution of one part; then the searched one stands.
SECONDS = 2.0
#: How many other partitions are shown beside the best.
RUNNERS_UP = 3
_TINY = 1e-9

Sides = dict[str, int]


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
    for start in (_by_friends, _alone, _by_merging):
        sides = _limited(part, start(part), most)
        _improve(part, sides, most)
        blocs = _joined(part, _blocs(sides), most)
        found[frozenset(blocs)] = objective(part, blocs)
    best = min(found.values())
    proven = best <= _TINY
    if not proven and most is None and len(part.places) <= EXACT:
        solved = _solve(part)
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
        pull = _pull(part, sides, place)
        own = sides[place]
        free = len(best) if most is None or len(best) < most else own
        for side in {*range(len(best)), free} - {own}:
            if side == len(best) and sum(s == own for s in sides.values()) == 1:
                continue  # a place alone in its bloc is moved to a bloc alone: nothing changes
            made.append((value + pull.get(own, 0.0) - pull.get(side, 0.0), place, side))
    for cost, place, side in sorted(made)[:RUNNERS_UP]:
        moved = _joined(part, _blocs(sides | {place: side}), most)
        found.setdefault(frozenset(moved), cost)


def _pull(part: SignedGraph, sides: Sides, place: str) -> dict[int, float]:
    """Side → sum of the ties of *place* into it: what it gains by standing there."""
    pull: dict[int, float] = defaultdict(float)
    for other, tie in part.near[place].items():
        pull[sides[other]] += tie
    return pull


def _by_friends(part: SignedGraph) -> Sides:
    """Places joined by friendly ties stand together."""
    sides: Sides = {}
    for start in part.places:
        if start in sides:
            continue
        sides[start] = number = len(sides)
        todo = [start]
        while todo:
            for other, tie in part.near[todo.pop()].items():
                if tie > 0 and other not in sides:
                    sides[other] = number
                    todo.append(other)
    return sides


def _alone(part: SignedGraph) -> Sides:
    return {place: k for k, place in enumerate(part.places)}


def _by_merging(part: SignedGraph) -> Sides:
    """Merge the two blocs with the largest pull to each other until none is left."""
    sides = _alone(part)
    _merge(part, sides)
    return sides


def _merge(part: SignedGraph, sides: Sides) -> bool:
    """Merge blocs that pull at each other, the strongest first; whether any were."""
    between: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
    for (a, b), tie in part.ties.items():
        if (i := sides[a]) != (j := sides[b]):
            between[i][j] += tie
            between[j][i] += tie
    into = {side: side for side in sides.values()}
    # The strongest pull comes first, then the lowest numbers. An entry whose pull has changed
    # since is passed over: the new one stands in the heap, too.
    heap = [(-tie, i, j) for i in between for j, tie in between[i].items() if i < j]
    heapify(heap)
    merged = False
    while heap and -heap[0][0] > _TINY:
        tie, i, j = heappop(heap)
        if between.get(i, {}).get(j) != -tie:
            continue
        merged = True
        into = {side: i if target == j else target for side, target in into.items()}
        for other, pull in between.pop(j).items():
            between[other].pop(j, None)
            if other != i:
                between[i][other] = between[other][i] = between[i][other] + pull
                heappush(heap, (-between[i][other], min(i, other), max(i, other)))
    for place, side in sides.items():
        sides[place] = into[side]
    return merged


def _limited(part: SignedGraph, sides: Sides, most: int | None) -> Sides:
    """Join the smallest blocs, each where it costs least, until there are at most *most*."""
    while most is not None and len(set(sides.values())) > most:
        counted: dict[int, int] = defaultdict(int)
        for side in sides.values():
            counted[side] += 1
        small = min(counted, key=lambda s: (counted[s], s))
        pull: dict[int, float] = defaultdict(float)
        for place in part.places:
            if sides[place] == small:
                for side, tie in _pull(part, sides, place).items():
                    pull[side] += tie
        into = max((s for s in counted if s != small), key=lambda s: (pull[s], -s))
        sides = {place: into if side == small else side for place, side in sides.items()}
    return sides


def _improve(part: SignedGraph, sides: Sides, most: int | None) -> None:
    """Move single places and merge blocs until neither gains."""
    while _move(part, sides, most) or _merge(part, sides):
        pass


def _move(part: SignedGraph, sides: Sides, most: int | None) -> bool:
    moved = False
    counted = Counter(sides.values())
    free = max(counted) + 1
    for place in part.places:
        pull = _pull(part, sides, place)
        own = sides[place]
        if most is None or len(counted) < most:
            pull.setdefault(free, 0.0)
        best = max(pull, key=lambda s: (pull[s], -s))
        if pull[best] > pull.get(own, 0.0) + _TINY:
            sides[place] = best
            moved = True
            counted[best] += 1
            counted[own] -= 1
            if not counted[own]:
                del counted[own]
            free += best == free
    return moved


def _solve(part: SignedGraph) -> list[frozenset[str]] | None:
    """The best partition of a small part, by cutting planes; None if time ran out."""
    from scipy.optimize import Bounds, LinearConstraint, milp
    from scipy.sparse import coo_array

    pairs = list(combinations(part.places, 2))
    number = {pair: k for k, pair in enumerate(pairs)}
    cost = [-part.tie(a, b) for a, b in pairs]  # x = 1: together
    cuts: list[tuple[int, int, int]] = []
    while True:
        rows: list[int] = []
        columns: list[int] = []
        values: list[float] = []
        for k, cut in enumerate(cuts):  # x_ij + x_jk - x_ik <= 1
            rows += [k, k, k]
            columns += cut
            values += [1.0, 1.0, -1.0]
        matrix = coo_array((values, (rows, columns)), shape=(len(cuts), len(pairs))).tocsr()
        solved = milp(
            cost,
            integrality=[1] * len(pairs),
            bounds=Bounds([0.0] * len(pairs), [1.0] * len(pairs)),
            constraints=LinearConstraint(matrix, ub=[1.0] * len(cuts)) if cuts else (),
            options={"time_limit": SECONDS, "mip_rel_gap": 0.0},
        )
        if solved.status != 0:
            return None
        together = [x > 0.5 for x in solved.x]
        broken = list(_broken(part.places, number, together.__getitem__))
        if not broken:
            sides = {place: k for k, place in enumerate(part.places)}
            for (a, b), k in number.items():
                if together[k]:
                    sides[b] = min(sides[b], sides[a])
            return _blocs(sides)
        cuts += broken


def _broken(
    places: tuple[str, ...], number: dict[tuple[str, str], int], together: Callable[[int], bool]
) -> Iterator[tuple[int, int, int]]:
    """Triangles in which two pairs stand together and the third does not; that one last."""
    for a, b, c in combinations(places, 3):
        ab, ac, bc = number[a, b], number[a, c], number[b, c]
        found = (together(ab), together(ac), together(bc))
        if sum(found) == 2:
            apart = (ab, ac, bc)[found.index(False)]
            first, second = (k for k in (ab, ac, bc) if k != apart)
            yield first, second, apart


def _blocs(sides: Sides) -> list[frozenset[str]]:
    made: dict[int, set[str]] = defaultdict(set)
    for place, side in sides.items():
        made[side].add(place)
    return [frozenset(bloc) for bloc in made.values()]


def _in_order(blocs: Iterable[frozenset[str]]) -> tuple[frozenset[str], ...]:
    return tuple(sorted(blocs, key=lambda b: (-len(b), sorted(b))))


def _spelt(blocs: Iterable[frozenset[str]]) -> list[list[str]]:
    return [sorted(b) for b in blocs]
