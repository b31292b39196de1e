# The search for a good partition: places are moved, and blocs merged, until neither gains. What a place gains
# by standing in a bloc is the sum of its ties into it.
# Rule: no chance. The search starts from three fixed points and goes through the places in the order
#   of their codes.
"""Partitions found by moving and merging."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from heapq import heapify, heappop, heappush

from dragoman.structure.graph import SignedGraph

Sides = dict[str, int]  #: place → number of its bloc
_TINY = 1e-9


def searched(part: SignedGraph, most: int | None) -> Iterator[Sides]:
    """Yield, from each start, a partition that no single move or merger makes better.

    Args:
        part: connected.
        most: blocs at most.
    """
    for start in (_by_friends, _alone, _by_merging):
        sides = _limited(part, start(part), most)
        _improve(part, sides, most)
        yield sides


def pull(part: SignedGraph, sides: Sides, place: str) -> dict[int, float]:
    """Side → sum of the ties of *place* into it: what it gains by standing there."""
    made: dict[int, float] = defaultdict(float)
    for other, tie in part.near[place].items():
        made[sides[other]] += tie
    return made


def blocs_of(sides: Sides) -> list[frozenset[str]]:
    """The blocs of a partition, in the order of their first places."""
    made: dict[int, set[str]] = defaultdict(set)
    for place, side in sides.items():
        made[side].add(place)
    return [frozenset(bloc) for bloc in made.values()]


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
        for other, more in between.pop(j).items():
            between[other].pop(j, None)
            if other != i:
                between[i][other] = between[other][i] = between[i][other] + more
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
        pulled: dict[int, float] = defaultdict(float)
        for place in part.places:
            if sides[place] == small:
                for side, tie in pull(part, sides, place).items():
                    pulled[side] += tie
        into = max((s for s in counted if s != small), key=lambda s: (pulled[s], -s))
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
        pulled = pull(part, sides, place)
        own = sides[place]
        if most is None or len(counted) < most:
            pulled.setdefault(free, 0.0)
        best = max(pulled, key=lambda s: (pulled[s], -s))
        if pulled[best] > pulled.get(own, 0.0) + _TINY:
            sides[place] = best
            moved = True
            counted[best] += 1
            counted[own] -= 1
            if not counted[own]:
                del counted[own]
            free += best == free
    return moved
