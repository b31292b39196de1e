# The best partition of a small network, proven: a 0-1 program over pairs of places, whose conditions (who
# stands with a second and a third joins these two) are added where they are broken.
"""Partition into cliques, exactly."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from dragoman.structure.graph import SignedGraph
from dragoman.structure.moves import blocs_of

#: Seconds for one connected part.
SECONDS = 2.0


def solve(part: SignedGraph) -> list[frozenset[str]] | None:
    """Return the partition of a small part that leaves least unexplained; None if time ran out.

    Source: M. Grötschel and Y. Wakabayashi, "A cutting plane algorithm for a clustering problem",
    Mathematical Programming 45 (1989), 59-96.
    """
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
            return blocs_of(sides)
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
