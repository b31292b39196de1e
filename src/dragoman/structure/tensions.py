# Tensions: the triads that are out of balance, and matter.
# A place with two friends who are foes of each other is pulled between them; three foes of one
# another pull at nobody, but any two of them have a reason to make up.
"""Unbalanced triads, the strongest first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.structure.balance import ties_of
from dragoman.structure.graph import SignedGraph


@dataclass(frozen=True, slots=True)
class Tension:
    """One unbalanced triad."""

    kind: str  #: "pulled": one place has two friends who are foes; "foes": three foes
    weight: float  #: 0 to 1: the weakest of the three ties, since without it there is no triad
    pulled: str | None  #: the place between the two; None among three foes
    between: tuple[str, ...]  #: the two foes, or all three, in order
    ties: tuple[tuple[str, str, float], ...]  #: the three ties

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "kind": self.kind,
            "weight": self.weight,
            "pulled": self.pulled,
            "between": list(self.between),
            "ties": [{"a": a, "b": b, "alignment": tie} for a, b, tie in self.ties],
        }


def tensions(
    graph: SignedGraph, *, least: float = 0.0, places: Iterable[str] | None = None
) -> list[Tension]:
    """Return the unbalanced triads of *graph*.

    Args:
        least: weights below this are left out.
        places: only triads in which one of these stands.
    Returns: the strongest first; those that pull at somebody before three foes of one weight.
    Source: F. Heider, "Attitudes and cognitive organization", Journal of Psychology 21 (1946),
    107-112; three foes: J. A. Davis, "Clustering and structural balance in graphs", Human
    Relations 20 (1967), 181-187.
    """
    wanted = None if places is None else set(places)
    found = []
    for triad in graph.triads():
        if wanted is not None and not wanted.intersection(triad):
            continue
        a, b, c = triad
        ab, ac, bc = ties_of(graph, triad)
        weight = min(abs(ab), abs(ac), abs(bc))
        if ab * ac * bc > 0 or weight < least:
            continue
        ties = ((a, b, ab), (a, c, ac), (b, c, bc))
        hostile = [tie for tie in ties if tie[2] < 0]
        if len(hostile) == 1:
            between = hostile[0][:2]
            (pulled,) = set(triad) - set(between)
            found.append(Tension("pulled", weight, pulled, between, ties))
        else:
            found.append(Tension("foes", weight, None, tuple(triad), ties))
    return sorted(found, key=lambda t: (-t.weight, t.kind == "foes", t.ties))
