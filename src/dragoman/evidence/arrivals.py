# Goods that move by themselves: "Four helicopters bought from Russia arrived in Mali".
# Rule: who sent them is said by the phrase of the good or of its ship; where they end, by the verb.
"""Transfers told of goods that arrive."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause
from dragoman.evidence.goods import told_by
from dragoman.evidence.passing import Passing, Teller

_AT = ("in", "at", "to", "into")


def arrivals(teller: Teller, clause: Clause) -> Iterator[Passing]:
    """Yield the goods that the verb *clause* has arrive somewhere."""
    told = told_by(clause.lemmas)
    if clause.passive or not ("arriving" in told or "reaching" in told):
        return
    goods, slots = teller.goods, clause.slots
    ends = slots.get("object", ()) + slots.get("iobj", ()) if "reaching" in told else ()
    subjects = slots.get("subject", ())
    ends = tuple(k for k in ends if k not in subjects)
    takers = goods.codes(ends)
    for slot in _AT:
        takers = takers or goods.codes(slots.get(slot, ()))
    for i in subjects:
        for k in goods.cargo(i, clause) if goods.is_vehicle(i) else (i,):
            found = goods.good(k)
            if found is None or found[1] == "people":
                continue
            givers = goods.sources(k) or goods.sources(i)
            givers = givers or goods.codes(slots.get("from", ()))
            lacking = bool(takers) and not givers and not slots.get("from")
            lacking = lacking or (bool(givers) and not takers and bool(slots.get("from")))
            yield from teller.pairs(clause, givers, takers, found, k, open_ended=lacking)
            break
