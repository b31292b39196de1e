# How far a network is in balance: whether "the enemy of my enemy is my friend" holds in it.
# Measures that ask different things; the fourth is in frustration.py:
#   triads       how many triangles have an even number of hostile ties (Cartwright and Harary)
#   walks        the same as triads for closed walks of every length, longer ones counting less
#   conflict     how far the signs are from those of two camps, as an eigenvalue
"""Structural balance: triads, walks, algebraic conflict."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from dragoman.structure.graph import SignedGraph, Triad


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
