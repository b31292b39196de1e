# The network that GraphML and GEXF write: places, and the ties between them as relations/weigh.py
# weighs them. Formats of networks know weights from 0 upwards; how two stand has a sign. So the
# weight of a tie is the size of its alignment, and the sign is an attribute of its own.
"""Places and their ties, all time and by month."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.entities.register import load_register
from dragoman.ledger.faults import told
from dragoman.ledger.query import Reader
from dragoman.relations.weigh import Alignment, alignments


@dataclass(frozen=True, slots=True)
class Place:
    """One node."""

    code: str
    name: str
    kind: str  #: state, or organisation
    ties: int


@dataclass(frozen=True, slots=True)
class Tie:
    """One edge: how two stand in all time, and month by month."""

    whole: Alignment
    months: tuple[Alignment, ...]  #: those in which an act counts, in order

    @property
    def weight(self) -> float:
        """0 to 1: the size of the alignment."""
        return abs(self.whole.alignment)

    @property
    def sign(self) -> int:
        """1 friendly, -1 hostile, 0 where it balances."""
        return (self.whole.alignment > 0) - (self.whole.alignment < 0)


def network(reader: Reader) -> tuple[list[Place], list[Tie]]:
    """Return places and ties of a ledger, by code.

    Raises: LedgerError if the ledger cannot be read.
    """
    with told(reader._folder):
        connection = reader.connection()
        whole = alignments(connection)
        by_month = alignments(connection, every="month")
    months: dict[tuple[str, str], list[Alignment]] = {}
    for row in by_month:
        if row.start is not None:
            months.setdefault((row.a, row.b), []).append(row)
    ties = [Tie(row, tuple(months.get((row.a, row.b), ()))) for row in whole]
    degrees: dict[str, int] = {}
    for row in whole:
        for code in (row.a, row.b):
            degrees[code] = degrees.get(code, 0) + 1
    names = load_register().names
    places = [
        Place(code, names.get(code, code), "state" if code in names else "organisation", count)
        for code, count in sorted(degrees.items())
    ]
    return places, ties
