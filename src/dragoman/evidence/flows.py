# Goods that pass, told by nouns: "US aid to Ukraine", "Russia's use of Iranian drones".
# Rule 1: a noun of passing needs both sides named; "arms deals with Poland" do not say
#   who gives.
# Rule 2: the verb of which it is the object says how far it went: "halted sales to".
"""Transfers that nouns tell of."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause, Token
from dragoman.evidence.goods import told_by
from dragoman.evidence.passing import Passing, Teller

_REFUSING = frozenset({"turn down", "reject", "refuse", "decline", "deny", "ignore", "rebuff"})
#: Kinds of verbs whose subject decides what becomes of their object.
_STEERING = frozenset({"moving", "halting", "approving"})
_GOING = frozenset({"go", "flow", "head", "run"})
_WANTING = frozenset({"demand", "need", "want"})
#: Nouns of passing that need no good: the report has told which.
_BARE = frozenset({"export", "delivery", "shipment", "supply", "sale", "import", "purchase"})


def flows(teller: Teller, clause: Clause) -> Iterator[Passing]:
    """Yield what the noun *clause* tells of goods that pass."""
    reader = _Nouns(teller, clause)
    if teller.goods.flow(clause.token, "asking"):
        yield from reader.asked()
    if teller.sentence.children(clause.head, "nmod:poss"):
        yield from reader.used()
    if teller.goods.flow(clause.token, "leaning"):
        yield from reader.leaned_on()
    yield from reader.flow()


class _Nouns:
    def __init__(self, teller: Teller, clause: Clause) -> None:
        self.teller = teller
        self.clause = clause
        self.goods = teller.goods
        self.sentence = teller.sentence

    def flow(self) -> Iterator[Passing]:
        """ "US military aid to Ukraine", "oil from Iran to Syria", "the sale to Chad of tanks"."""
        token, goods = self.clause.token, self.goods
        inflow, flows = goods.flow(token, "inflow"), goods.flow(token)
        top = goods.top(token.i)
        found = goods.good(top)
        if found is None and (inflow or flows):
            matter = goods.matter(token.i)
            found = goods.good(matter) if matter is not None else None
            bare = any(goods.flow(token, kind) for kind in ("flow", "inflow"))
            if found is None and bare and _is_bare(token) and matter is None:
                found = token.text.lower(), ""
        if found is not None and found[1] == "money" and _is_bare(token):
            found = token.text.lower(), ""  # "$2 billion in exports to Chad": of what?
        if found is None:
            return
        above = self.teller.above(top)
        verbs = above.lemmas if above is not None else ()
        told = told_by(verbs)
        is_object = above is not None and top in above.slots.get("object", ())
        if above is not None and is_object and ("giving" in told or "taking" in told):
            return  # the verb's own
        if is_object and inflow and found[1] == "other" and "halting" in told:
            return  # who bans the fruit of another refuses to take, not to give
        if above is not None and is_object and "halting" in told and _may_come(above):
            return  # "could suspend aid": nothing is refused yet
        givers, takers = self._sides(max(token.i, top), above, is_object)
        if not givers or not takers:
            return
        status = self._status(above if is_object else None, verbs)
        yield from self.teller.pairs(self.clause, givers, takers, found, top, status)

    def _sides(
        self, last: int, above: Clause | None, is_object: bool
    ) -> tuple[list[str], list[str]]:
        """Givers and takers; of most goods one side is not told, and the other is not looked for."""
        token, goods = self.clause.token, self.goods
        verbs = set(above.lemmas) if above is not None else set()
        steered = above is not None and not _STEERING.isdisjoint(told_by(above.lemmas))
        of_verb = is_object and steered
        doers = self.teller.doers(above) if above is not None and of_verb else []
        if goods.flow(token, "inflow"):
            givers = goods.after(last, "from") or [
                c for k in self.sentence.children(token.i, "nmod") for c in goods.makers(k.i)
            ]
            if not givers:
                return [], []
            takers = goods.makers(token.i) or goods.after(last, "by")
            return givers, takers or doers
        takers = goods.after(last, "to", "for")
        if not takers and above is not None and (of_verb or verbs & _GOING):
            takers = goods.codes(above.slots.get("to", ()))  # "halted sales of gas to"
        if not takers:
            return [], []
        givers = goods.after(last, "from", "by") or goods.makers(token.i)
        return givers or (doers if goods.flow(token) else []), takers

    def asked(self) -> Iterator[Passing]:
        """ "turned down its request for a loan", "Kyiv's appeal to Berlin for tanks"."""
        i = self.clause.head
        takers = self.goods.makers(i) or self.goods.after(i, "from", "by")
        above = next((c for c in self.sentence.clauses if i in c.slots.get("object", ())), None)
        refused = above is not None and set(above.lemmas) & _REFUSING
        doers = self.teller.doers(above) if above is not None and refused else []
        givers = doers or self.goods.after(i, "to")
        for k in self.clause.slots.get("for", ()):
            if (found := self.goods.good(k)) is not None:
                status = "refused" if refused else "requested"
                yield from self.teller.pairs(self.clause, givers, takers, found, k, status)

    def used(self) -> Iterator[Passing]:
        """ "Russia's use of Iranian drones", "Russia's Iranian-made drones"."""
        i, goods = self.clause.head, self.goods
        own = tuple(t.i for t in self.sentence.children(i, "nmod:poss"))
        if goods.flow(self.clause.token):
            return
        held = self.clause.slots.get("object", ()) if goods.flow(self.clause.token, "using") else ()
        for k in held or (i,):
            found = goods.good(k)
            if found is not None and found[1] in ("arms", "energy"):
                users = goods.codes(own)
                makers = [c for c in goods.makers(k) if c not in users]
                yield from self.teller.pairs(self.clause, makers, users, found, k)

    def leaned_on(self) -> Iterator[Passing]:
        """ "Germany's dependence on Russian gas"."""
        takers = self.goods.makers(self.clause.head)
        for k in self.clause.slots.get("on", ()):
            if (found := self.goods.good(k)) is not None:
                givers = self.goods.sources(k)
                yield from self.teller.pairs(self.clause, givers, takers, found, k)

    def _status(self, above: Clause | None, verbs: tuple[str, ...]) -> str | None:
        told = told_by(verbs)
        if above is None:
            return None
        if "denying" in told:
            return "denied"
        if "halting" in told:
            return "refused" if not above.negated else "actual"
        if "seeking" in told or not _WANTING.isdisjoint(verbs):
            return "requested"
        if "approving" in told:
            return "refused" if above.negated else "planned"
        if above.modals or above.conditional:
            return "planned"
        if "moving" in told:  # "agreed to increase exports"
            return self.teller.status(above)
        return "refused" if above.negated or self.clause.negated else None


def _may_come(clause: Clause) -> bool:
    """Whether what a verb says may or may not come."""
    return not {"can", "could", "may", "might"}.isdisjoint(clause.modals)


def _is_bare(token: Token) -> bool:
    return token.lemma.lower() in _BARE
