# Goods that move by themselves: "Four helicopters bought from Russia arrived in Mali".
# Rule: who sent them is said by the phrase of the good or of its ship; where they end, by the verb.
"""Transfers told of goods that arrive."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause
from dragoman.evidence.goods import told_by
from dragoman.evidence.passing import Passing, Teller

_AT = ("in", "at", "to", "into")
_THEIRS = frozenset({"airspace", "sea", "space", "water", "waters", "zone"})
_OF_USE = frozenset({"help", "serve"})
#: On their way, and not there yet: "rifles bound for Yemen".
_BOUND = frozenset({"bound", "destined", "destine", "meant", "intended", "intend", "headed"})


def arrivals(teller: Teller, clause: Clause) -> Iterator[Passing]:
    """Yield the goods that the verb *clause* has arrive somewhere."""
    told = told_by(clause.lemmas)
    if clause.passive or not ("arriving" in told or "reaching" in told):
        return
    if any(
        teller.sentence.tokens[k].lemma.lower() in _THEIRS for k in clause.slots.get("object", ())
    ):
        return  # "a gunboat entered its waters": it is sent against it
    if clause.negated and _OF_USE & set(clause.lemmas):
        return  # "did not help": it may have been given
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
            origin = goods.codes(slots.get("from", ()))
            comes = origin if "come" in clause.lemmas else []  # now, whoever supplied it once
            givers = comes or goods.sources(k) or goods.sources(i) or origin
            lacking = bool(takers) and not givers and not slots.get("from")
            lacking = lacking or (bool(givers) and not takers and bool(slots.get("from")))
            yield from teller.pairs(clause, givers, takers, found, k, open_ended=lacking)
            break


def underway(teller: Teller, clause: Clause) -> Iterator[Passing]:
    """Yield the goods that are "bound for" somebody: they are sent, and may never arrive."""
    token, goods = clause.token, teller.goods
    if token.text.lower() not in _BOUND or clause.negated:
        return
    heads = clause.slots.get("subject", ()) + clause.slots.get("object", ())
    heads += (token.head,) if token.dep.startswith("acl") else ()
    takers = goods.codes(clause.slots.get("for", ()))
    for i in dict.fromkeys(heads):
        if (found := goods.good(i)) is not None and found[1] not in ("people", "other"):
            yield from teller.pairs(clause, goods.sources(i), takers, found, i, "planned")
