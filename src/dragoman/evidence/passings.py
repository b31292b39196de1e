# Goods that pass between two sides, told by verbs.
# Rule 1: a verb of giving has its subject give, one of taking has its subject take;
#   whose good it is gives where nobody else does: "Chinese chips sold to Russia".
# Rule 2: what nouns tell ("US aid to") is in flows.py, what arrives in arrivals.py.
"""Transfers that sentences tell of without an event of aid or trade."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.evidence.arrivals import arrivals, underway
from dragoman.evidence.flows import flows
from dragoman.evidence.goods import told_by
from dragoman.evidence.passing import Passing, Teller
from dragoman.evidence.suppliers import suppliers

_HELD = frozenset({"provide", "supply", "furnish", "equip", "arm", "outfit"})
_FREEING = frozenset(
    {"return", "hand over", "hand", "repatriate", "send back", "release", "free", "give back"}
)
_BUYING = frozenset({"buy", "import", "order", "purchase"})
_DEALS = frozenset({"contract", "deal", "agreement", "accord", "memorandum", "order"})
_SWAPPING = frozenset({"exchange", "swap", "trade"})
#: All verbs that are read below without a kind.
_TELLING = _HELD | _SWAPPING | {"take", "owe", "come", "originate"}
#: Kinds of verbs by which their object passes.
_PASSING = frozenset({"giving", "returning", "carrying", "taking", "using"})


def passings(sentence: Sentence, resolver: Resolver, items: dict[str, str]) -> Iterator[Passing]:
    """Yield what *sentence* says of goods that pass, also those of which it names one side only."""
    teller = Teller(sentence, resolver, items)
    verbs = _Verbs(teller)
    for clause in sentence.clauses:
        if clause.kind == "verb":
            yield from verbs.read(clause)
            yield from arrivals(teller, clause)
        if clause.kind in ("verb", "adjective"):
            yield from underway(teller, clause)
        if clause.kind == "adjective":
            yield from verbs.owned(clause)
        if clause.kind == "noun":
            yield from flows(teller, clause)
            yield from suppliers(teller, clause)


class _Verbs:
    def __init__(self, teller: Teller) -> None:
        self.teller = teller
        self.sentence = teller.sentence
        self.goods = teller.goods

    def read(self, clause: Clause) -> Iterator[Passing]:
        told, verbs = told_by(clause.lemmas), set(clause.lemmas)
        if not told and verbs.isdisjoint(_TELLING):
            return
        slots, codes = clause.slots, self.goods.codes
        if not told.isdisjoint(_PASSING) or "take" in verbs or verbs & _SWAPPING:
            yield from self._passed(clause, told, verbs)
        yield from self._held(clause, verbs)
        if ("seeking" in told or "paying" in told) and not clause.negated:
            asked = sum((slots.get(k, ()) for k in ("iobj", "object", "to")), ())
            for i in slots.get("for", ()):
                if (found := self.goods.good(i)) is not None:
                    status = None if "paying" in told else "requested"
                    doers = self.teller.doers(clause)
                    yield from self.teller.pairs(clause, codes(asked), doers, found, i, status)
        if "arming" in told and not slots.get("with"):  # "Moscow armed Pyongyang"
            for i in slots.get("object", ()):
                named = clause.token.text.lower(), "arms"
                doers = self.teller.doers(clause)
                yield from self.teller.pairs(clause, doers, codes((i,)), named, i)
        if "building" in told:
            yield from self._built(clause)
        if "depending" in told:
            for i in (*slots.get("on", ()), *slots.get("upon", ())):  # "runs on Russian gas"
                if (found := self.goods.good(i)) is not None and not clause.modals:
                    givers = self.goods.sources(i)
                    yield from self.teller.pairs(clause, givers, self._users(clause), found, i)
            for i in slots.get("for", ()):  # "relies on Russia for its gas"
                if (found := self.goods.good(i)) is not None and not clause.modals:
                    givers = codes(slots.get("on", ()))
                    yield from self.teller.pairs(clause, givers, self._users(clause), found, i)
        if "owe" in verbs:
            for i in slots.get("object", ()):
                if (found := self.goods.good(i)) is not None and found[1] == "money":
                    givers = codes(slots.get("iobj", ()) + slots.get("to", ()))
                    yield from self.teller.pairs(
                        clause, givers, self.teller.doers(clause), found, i
                    )
        if verbs & {"come", "originate"}:  # "Most of Vietnam's weapons come from Russia"
            yield from self._coming(clause, codes(slots.get("from", ())))
        if "striking" in told:
            for i in slots.get("with", ()):  # "shelled the town with Iranian mortars"
                if (found := self.goods.good(i)) is not None and found[1] == "arms":
                    yield from self._used(clause, i, found)

    def _passed(self, clause: Clause, told: frozenset[str], verbs: set[str]) -> Iterator[Passing]:
        """ "Sent tanks", "returned the prisoners", "bought gas": what becomes of the object."""
        for i in (*clause.slots.get("object", ()), *clause.slots.get("iobj", ())):
            found = self.goods.good(i, captives=bool(verbs & _FREEING))
            if found is None:
                continue
            people = found[1] == "people"
            if "giving" in told or (people and "returning" in told):
                yield from self._given(clause, i, found)
            if "carrying" in told:
                yield from self._carried(clause, i, found)
            delivered = "take" in verbs and self.goods.flow(self.sentence.tokens[i])
            if (delivered or "taking" in told) and not self._is_none(clause, i):
                yield from self._taken(clause, i, found)
            if "using" in told and found[1] in ("arms", "technology"):
                yield from self._used(clause, i, found)
            if people and verbs & _SWAPPING:
                yield from self._swapped(clause, i, found)

    def _built(self, clause: Clause) -> Iterator[Passing]:
        """ "Russia is building a reactor in Egypt", "helped Iran to build the reactor"."""
        for i in clause.slots.get("object", ()):
            found = self.goods.good(i)
            if found is None or found[1] not in ("arms", "energy"):
                continue
            doers = self.teller.doers(clause)
            helped = self.teller.above(clause.head)
            if found[1] == "arms":  # whoever helps another to build arms gives know-how
                found = found[0], "technology"
            if helped is not None and set(helped.lemmas) & {"help", "assist"}:
                takers = self.goods.codes(helped.slots.get("object", ()))
                yield from self.teller.pairs(helped, self.teller.doers(helped), takers, found, i)
                continue
            takers = self.goods.after(max(i, clause.head), "in", "for") or self.goods.makers(i)
            if found[1] == "energy":
                yield from self.teller.pairs(clause, doers, takers, found, i)

    def _users(self, clause: Clause) -> list[str]:
        """Whoever depends on a good, or whose plants and homes do."""
        heads = clause.slots.get("subject", ())
        found = self.goods.codes(heads)
        return found or [c for k in heads for c in self.goods.makers(k)]

    def _given(self, clause: Clause, i: int, found: tuple[str, str]) -> Iterator[Passing]:
        slots, goods = clause.slots, self.goods
        aims = tuple(k for k in slots.get("iobj", ()) if k != i) + slots.get("to", ())
        aims += slots.get("for", ())
        if "share" in clause.lemmas:
            aims += slots.get("with", ()) or tuple(goods.beside(i, "with"))
        takers = goods.codes(aims) or goods.given(clause.head, i)
        takers = takers or goods.after(max(i, clause.head), "to", "for")
        if found[1] == "people" and not takers and set(clause.lemmas) & _FREEING:
            takers = goods.makers(i)  # "handed over eight Armenian prisoners"
        if found[1] == "people" and any(goods.is_site(k) for k in aims):
            return  # "sent trainers to Crimea": to whom is not said
        givers = self.teller.doers(clause)
        named = bool(clause.slots.get("subject")) and not clause.passive
        if not givers and (clause.passive or clause.relation == "acl"):
            givers = goods.makers(i) or goods.after(i, "from")
        lacking = bool(givers) and not aims and not takers and found[1] != "people"
        lacking = lacking or (bool(takers) and not givers and clause.passive and not named)
        yield from self.teller.pairs(clause, givers, takers, found, i, open_ended=lacking)

    def _carried(self, clause: Clause, i: int, found: tuple[str, str]) -> Iterator[Passing]:
        givers = self.goods.after(i, "from") or self.goods.makers(i)
        ends = clause.slots.get("to", ()) + clause.slots.get("for", ())
        takers = self.goods.codes(ends) or self.goods.after(i, "to", "for")
        vehicles = clause.slots.get("subject", ())
        if not givers and any(self.goods.is_vehicle(k) for k in vehicles):
            givers = [c for k in vehicles for c in self.goods.makers(k)]
        yield from self.teller.pairs(clause, givers, takers, found, i)

    def _taken(self, clause: Clause, i: int, found: tuple[str, str]) -> Iterator[Passing]:
        if found[1] == "money" and set(clause.lemmas) & _BUYING:
            return  # "buys $5 billion a year": of what?
        sources = clause.slots.get("from", ())
        givers = self.goods.codes(sources) or self.goods.after(i, "from")
        givers = givers or self._contracted(clause) or ([] if sources else self.goods.makers(i))
        takers = self.teller.doers(clause)
        lacking = clause.passive and bool(givers) and not clause.slots.get("subject")
        lacking = lacking or (bool(takers) and not givers and not sources)
        yield from self.teller.pairs(clause, givers, takers, found, i, open_ended=lacking)

    def _contracted(self, clause: Clause) -> list[str]:
        """With whom whoever buys has a contract: "signed a contract with Iran to buy gas"."""
        top = self.sentence.tokens[clause.token.head]
        if clause.relation not in ("advcl", "acl", "xcomp") or top.i == clause.head:
            return []
        deals = [top.i, *(t.i for t in self.sentence.children(top.i, "obj"))]
        with_whom = [k for i in deals if self._is_deal(i) for k in self.goods.beside(i, "with")]
        return self.goods.codes(tuple(with_whom))

    def _is_deal(self, i: int) -> bool:
        return self.sentence.tokens[i].lemma.lower() in _DEALS

    def _used(self, clause: Clause, i: int, found: tuple[str, str]) -> Iterator[Passing]:
        """Whoever fires another's arms was given them: past doubt, whoever may fire them next."""
        if clause.negated or clause.modals or clause.conditional:
            return
        makers, users = self.goods.makers(i), self.teller.doers(clause)
        taken = bool(users) and not makers  # "the drones", whose the report has told
        yield from self.teller.pairs(clause, makers, users, found, i, open_ended=taken)

    def _swapped(self, clause: Clause, i: int, found: tuple[str, str]) -> Iterator[Passing]:
        """ "Chad and Sudan exchanged prisoners": both give, both take."""
        sides = self.teller.doers(clause)
        sides += [c for c in self.goods.codes(clause.slots.get("with", ())) if c not in sides]
        if len(sides) == 2:
            yield from self.teller.pairs(clause, sides, sides, found, i)

    def _held(self, clause: Clause, verbs: set[str]) -> Iterator[Passing]:
        """ "Provided Israel with bombs", "soldiers armed with Turkish rifles"."""
        if not verbs & _HELD:
            return
        slots, goods = clause.slots, self.goods
        receivers = slots.get("object", ()) + slots.get("iobj", ())
        held = slots.get("with", ())
        for i in held:
            if (found := goods.good(i)) is not None:
                givers = self.teller.doers(clause) or (goods.makers(i) if clause.passive else [])
                yield from self.teller.pairs(clause, givers, goods.codes(receivers), found, i)
        if verbs & {"supply"} and not held and len(receivers) == 1:  # "ready to supply Moldova"
            if goods.good(receivers[0]) is None and not goods.is_site(receivers[0]):
                takers = goods.codes(receivers)
                named = clause.token.text.lower(), ""
                yield from self.teller.pairs(
                    clause, self.teller.doers(clause), takers, named, receivers[0]
                )

    def owned(self, clause: Clause) -> Iterator[Passing]:
        """ "Most of Israel's bombs are American"."""
        mention = self.goods.resolver.mention_at(clause.token)
        if mention is not None and mention.code and not (clause.negated or clause.modals):
            yield from self._coming(clause, [mention.code])

    def _coming(self, clause: Clause, givers: list[str]) -> Iterator[Passing]:
        for i in clause.slots.get("subject", ()):
            inner = [t.i for t in self.sentence.children(i, "nmod", "obl")]
            for k in (i, *inner):
                found = self.goods.good(k)
                owners = [t.i for t in self.sentence.children(k, "nmod:poss")]
                if found is not None and owners:
                    takers = self.goods.codes(tuple(owners))
                    yield from self.teller.pairs(clause, givers, takers, found, k)

    def _is_none(self, clause: Clause, i: int) -> bool:
        return clause.negated or any(
            t.text.lower() == "no" for t in self.sentence.children(i, "det")
        )
