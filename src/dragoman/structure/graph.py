# The signed network of places: who stands with whom and against whom, at one time.
# Rule 1: a tie is what the evidence shows, not what structure suggests; nothing here fills gaps.
# Rule 2: everything goes through the network in the order of codes, so that equal networks
#   give equal answers, whatever order their acts came in.
"""A signed, weighted, undirected network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any, NamedTuple

#: Below this size an alignment makes no tie.
THRESHOLD = 0.2


class Triad(NamedTuple):
    """Three places that are all tied, in the order of their codes."""

    a: str
    b: str
    c: str


@dataclass(frozen=True, slots=True)
class SignedGraph:
    """Places and the ties between them; a tie is never 0 and no place is tied to itself."""

    places: tuple[str, ...]  #: codes in the order of the alphabet, tied or not
    ties: Mapping[tuple[str, str], float]  #: (a, b), a before b → -1 to 1
    near: Mapping[str, Mapping[str, float]] = field(repr=False)  #: place → neighbour → tie

    def tie(self, a: str, b: str) -> float:
        """The tie of two places; 0 where there is none."""
        return self.near.get(a, {}).get(b, 0.0)

    def triads(self) -> list[Triad]:
        """All triads, in order. Time: for each place, the square of its later neighbours."""
        found = []
        for a in self.places:
            later = sorted(n for n in self.near[a] if n > a)
            found += [Triad(a, b, c) for b, c in combinations(later, 2) if c in self.near[b]]
        return found

    def components(self) -> list[SignedGraph]:
        """Connected parts of two places or more, the largest first; lone places are in none."""
        seen: set[str] = set()
        parts = []
        for start in self.places:
            if start in seen or not self.near[start]:
                continue
            part, todo = {start}, [start]
            while todo:
                fresh = [n for n in self.near[todo.pop()] if n not in part]
                part.update(fresh)
                todo += fresh
            seen |= part
            parts.append(self.only(part))
        return sorted(parts, key=lambda g: (-len(g.places), g.places))

    def only(self, places: Iterable[str]) -> SignedGraph:
        """The network of *places* alone, with the ties among them."""
        kept = set(places)
        ties = {(a, b): w for (a, b), w in self.ties.items() if a in kept and b in kept}
        return graph_of(ties, kept)


def graph_of(ties: Mapping[tuple[str, str], float], places: Iterable[str] = ()) -> SignedGraph:
    """Make a network from ties.

    Args:
        ties: pair → weight, positive for friends; a weight of 0 is no tie.
        places: codes that belong to it even without a tie.
    Raises: ValueError if a place is tied to itself, or a pair is given twice with other weights.
    """
    kept: dict[tuple[str, str], float] = {}
    for (a, b), weight in ties.items():
        if a == b:
            raise ValueError(f"{a} is tied to itself; a tie joins two places.")
        pair = (a, b) if a < b else (b, a)
        if kept.setdefault(pair, weight) != weight:
            raise ValueError(f"{a} and {b} have two ties, {kept[pair]} and {weight}.")
    kept = {pair: kept[pair] for pair in sorted(kept) if kept[pair] != 0}
    names = sorted({*places, *(p for pair in ties for p in pair)})
    near: dict[str, dict[str, float]] = {name: {} for name in names}
    for (a, b), weight in kept.items():
        near[a][b] = near[b][a] = weight
    return SignedGraph(tuple(names), kept, near)


def graph_from(
    rows: Iterable[Any], *, threshold: float = THRESHOLD, sure: bool = False
) -> SignedGraph:
    """Make the network that alignments of one window show.

    Args:
        rows: one per pair, with ``a``, ``b``, ``alignment``, ``low``, ``high`` as attributes or
            keys (:class:`dragoman.relations.weigh.Alignment`).
        threshold: alignments smaller than this make no tie; their places stay, tied or not.
        sure: only pairs whose interval lies wholly on one side of 0.
    Raises: ValueError if a pair has two rows: the rows are of several windows.
    """
    ties: dict[tuple[str, str], float] = {}
    for row in rows:
        held = row if isinstance(row, Mapping) else {n: getattr(row, n) for n in _FIELDS}
        pair = (held["a"], held["b"])
        if pair in ties or pair[::-1] in ties:
            raise ValueError(f"{pair[0]} and {pair[1]} have two rows. Give those of one window.")
        value = held["alignment"]
        clear = abs(value) >= threshold and (not sure or held["low"] > 0 or held["high"] < 0)
        ties[pair] = value if clear else 0.0
    return graph_of(ties)


_FIELDS = ("a", "b", "alignment", "low", "high")
