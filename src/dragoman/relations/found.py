# What a shape answers: pairs of parties, and what says it of them.
"""The pairs that one word of a statement relates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.entities.actor import Party
from dragoman.relations.spot import Spot


@dataclass(frozen=True, slots=True)
class Found:
    """What a shape found; without pairs, that one side is not known."""

    pairs: tuple[tuple[Party, Party], ...]
    predicate: int | None = None  #: the word that says it of them
    flipped: bool = False  #: it says the opposite: "the sponsor of its foes"


def across(ones: Sequence[Party], others: Sequence[Party], predicate: int | None = None) -> Found:
    """Each of *ones* with each of *others*."""
    return Found(tuple(product(ones, others)), predicate)


def mutual(spot: Spot, parties: Sequence[Party], predicate: int | None = None) -> Found:
    """Each with each; of three who fight it is not said who fights whom."""
    if spot.rule.sign < 0 and len(parties) > 2:
        return Found((), predicate)
    return Found(tuple(combinations(parties, 2)), predicate)
