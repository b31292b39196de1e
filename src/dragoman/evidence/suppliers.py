# Who is a "supplier", "donor" or "buyer" of goods, and for whom.
# Rule: who is called so, and whose or of what, both stand in the sentence, or nothing is told.
"""Transfers told by nouns for those who give or take."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause, Token
from dragoman.evidence.passing import Passing, Teller

_BEING = frozenset({"be", "become", "remain", "stay"})
_SERVING = frozenset({"act", "displace", "emerge", "overtake", "replace", "serve", "supplant"})


def suppliers(teller: Teller, clause: Clause) -> Iterator[Passing]:
    """Yield what the noun *clause* tells: "India's largest supplier of arms", "a buyer of US gas"."""
    gives = teller.goods.flow(clause.token, "giver")
    if not gives and not teller.goods.flow(clause.token, "taker"):
        return
    goods, i = teller.goods, clause.head
    borne = goods.codes(tuple(_bearers(teller, clause.token)))
    others = goods.codes(tuple(t.i for t in teller.sentence.children(i, "nmod:poss")))
    matter = clause.slots.get("object", ())
    found = next((f for k in matter if (f := goods.good(k)) is not None), None)
    found = found or _compound(teller, clause.token)
    if found is None or not borne:
        return
    if gives:
        others = others or goods.after(i, "to")
        yield from teller.pairs(clause, borne, others, found, i)
    else:
        others = [c for k in matter for c in goods.makers(k)] or goods.after(i, "from") or others
        yield from teller.pairs(clause, others, borne, found, i)


def _compound(teller: Teller, token: Token) -> tuple[str, str] | None:
    """ "Its main arms supplier"."""
    for child in teller.sentence.children(token.i, "compound"):
        if (found := teller.goods.good(child.i)) is not None:
            return found
    return None


def _bearers(teller: Teller, token: Token) -> list[int]:
    """Who is called so: the subject of "is" or "remains", or the phrase beside a comma."""
    sentence = teller.sentence
    case = sentence.child(token.i, "case")
    if case is not None and case.text.lower() == "of":  # "one of the largest donors"
        token = sentence.tokens[token.head]
    subject = sentence.child(token.i, "nsubj")
    if subject is not None and sentence.child(token.i, "cop") is not None:
        return list(sentence.conjuncts(subject.i))
    if token.relation in ("xcomp", "obj", "obl") and token.head != token.i:
        above = teller.above(token.i)
        case = sentence.child(token.i, "case")
        serving = _SERVING if case is not None and case.text.lower() == "as" else _BEING
        if above is not None and set(above.lemmas) & serving:
            return list(above.slots.get("subject", ()))
        return []
    if token.relation == "appos":
        return [token.head]
    return [t.i for t in sentence.children(token.i, "appos")]
