# One-to-one: an expected row is found at most once, a found row counts at most once.
# The matching is a largest one, so that no order of the rows changes a figure.
"""Pair expected rows with found ones, and count."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

E = TypeVar("E")
F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows were expected, found, and both. Tallies of several reports add up."""

    hits: int = 0
    expected: int = 0
    found: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.hits + other.hits, self.expected + other.expected, self.found + other.found
        )

    @property
    def precision(self) -> float:
        """Share of the found rows that were expected; 0 if none was found."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the expected rows that were found; 0 if none was expected."""
        return self.hits / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.expected + self.found
        return 2 * self.hits / both if both else 0.0


def match(
    expected: Sequence[E], found: Sequence[F], fits: Callable[[E, F], bool]
) -> dict[int, int]:
    """Return a largest set of fitting pairs: index in *found* by index in *expected*.

    Each expected row in turn takes a free found row, or one whose holder can move to
    another (augmenting paths).
    Source: H. W. Kuhn, "The Hungarian method for the assignment problem", Naval Research
    Logistics Quarterly 2 (1955), 83-97; here without weights.

    >>> match("ab", "bc", lambda e, f: e == f)
    {1: 0}
    """
    choices = [[k for k, row in enumerate(found) if fits(wanted, row)] for wanted in expected]
    holder: dict[int, int] = {}
    for i in range(len(expected)):
        _place(i, choices, holder, set())
    return dict(sorted((i, k) for k, i in holder.items()))


def _place(i: int, choices: list[list[int]], holder: dict[int, int], tried: set[int]) -> bool:
    """Give row *i* a partner, moving others if need be; False if there is none for it."""
    for k in _untried(choices[i], tried):
        if k not in holder or _place(holder[k], choices, holder, tried):
            holder[k] = i
            return True
    return False


def _untried(choices: list[int], tried: set[int]) -> Iterator[int]:
    for k in choices:
        if k not in tried:
            tried.add(k)
            yield k


def tally(expected: Sequence[E], found: Sequence[F], fits: Callable[[E, F], bool]) -> Tally:
    """Count rows and their largest matching."""
    return Tally(len(match(expected, found, fits)), len(expected), len(found))
