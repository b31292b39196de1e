# Goods that pass between two sides, told by verbs and nouns without an event.
# Rule 1: a transfer has both sides named; "arms deals with Poland" do not say who gives.
# Rule 2: a verb of giving has its subject give, one of taking has its subject take;
#   whose good it is gives where nobody else does: "Chinese chips sold to Russia".
# Rule 3: how far it went: the verb's own mood, then the verb it depends on.
"""Transfers that sentences tell of without an event of aid or trade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.evidence.goods import Goods, load_passing

_LATER = frozenset({"pledge", "promise", "offer", "order", "allocate"})
_SUSPECTED = frozenset({"suspect", "accuse", "blame", "believe", "allege", "think"})
#: Verbs before "to" after which it happens: "continued to supply".
_DONE = frozenset("continue begin start manage help keep go resume use proceed".split())
_CHARGES = frozenset("allegation accusation claim report charge suggestion rumour rumor".split())
_DISMISSING = frozenset("reject deny dismiss refute rebut".split())
_ASKING = frozenset({"ask", "urge", "request", "press", "call", "beg", "implore", "appeal"})
_REFUSING = frozenset({"turn down", "reject", "refuse", "decline", "deny", "ignore", "rebuff"})
_HELD = ("provide", "supply", "furnish", "equip")


@dataclass(frozen=True, slots=True)
class Passing:
    """One good that passes: codes of both sides, its words, and how far it went."""

    supplier: str
    recipient: str
    item: str
    kind: str
    status: str  #: actual alleged denied planned requested refused
    trigger: Span
    span: Span
    by_noun: bool = False  #: "British arms sales to": told in passing, and not what is charged


def passings(sentence: Sentence, resolver: Resolver, items: dict[str, str]) -> Iterator[Passing]:
    """Yield what *sentence* says of goods that pass from one side to another."""
    reader = _Reader(sentence, resolver, items)
    for clause in sentence.clauses:
        if clause.kind == "verb":
            yield from reader.verb(clause)
        elif clause.kind == "noun":
            yield from reader.noun(clause)


class _Reader:
    def __init__(self, sentence: Sentence, resolver: Resolver, items: dict[str, str]) -> None:
        self.sentence = sentence
        self.goods = Goods(sentence, resolver, items)

    def verb(self, clause: Clause) -> Iterator[Passing]:
        words, verbs = load_passing(), set(clause.lemmas)
        slots, codes = clause.slots, self.goods.codes
        for i in (*slots.get("object", ()), *slots.get("iobj", ())):
            found = self.goods.good(i)
            if found is None:
                continue
            people = found[1] == "people"
            if verbs & (words["giving"] | (words["returning"] if people else frozenset())):
                yield from self._given(clause, i, found)
            if verbs & words["carrying"]:
                givers = self.goods.after(i, "from") or self.goods.makers(i)
                takers = codes(slots.get("to", ())) or self.goods.after(i, "to")
                yield from self._pairs(clause, givers, takers, found, i)
            if verbs & words["taking"] and not self._is_none(clause, i):
                givers = codes(slots.get("from", ())) or self.goods.after(i, "from")
                givers = givers or self.goods.makers(i)
                yield from self._pairs(clause, givers, self._doers(clause), found, i)
            if verbs & words["using"] and found[1] == "arms":
                yield from self._pairs(clause, self.goods.makers(i), self._doers(clause), found, i)
        if verbs & frozenset(_HELD):  # "provided Israel with bombs"
            for i in slots.get("with", ()):
                if (found := self.goods.good(i)) is not None:
                    takers = codes(slots.get("object", ()) + slots.get("iobj", ()))
                    yield from self._pairs(clause, self._doers(clause), takers, found, i)
        if verbs & (words["seeking"] | words["paying"]) and not clause.negated:
            asked = sum((slots.get(k, ()) for k in ("iobj", "object", "to")), ())
            for i in slots.get("for", ()):
                if (found := self.goods.good(i)) is not None:
                    status = None if verbs & words["paying"] else "requested"
                    yield from self._pairs(
                        clause, codes(asked), self._doers(clause), found, i, status
                    )
        if verbs & words["arming"] and not slots.get("with"):  # "Moscow armed Pyongyang"
            for i in slots.get("object", ()):
                named = clause.token.text.lower(), "arms"
                yield from self._pairs(clause, self._doers(clause), codes((i,)), named, i)
        if verbs & {"come", "originate"}:  # "Most of Vietnam's weapons come from Russia"
            yield from self._coming(clause)

    def _given(self, clause: Clause, i: int, found: tuple[str, str]) -> Iterator[Passing]:
        slots = clause.slots
        aims = tuple(k for k in slots.get("iobj", ()) if k != i) + slots.get("to", ())
        takers = self.goods.codes(aims) or self.goods.given(clause.head, i)
        takers = takers or self.goods.after(max(i, clause.head), "to", "for")
        givers = self._doers(clause)
        if not givers and (clause.passive or clause.relation == "acl"):
            givers = self.goods.makers(i) or self.goods.after(i, "from")
        if found[1] == "people" and not takers and set(clause.lemmas) & {"hand over", "hand"}:
            takers = self.goods.makers(i)  # "handed over eight Armenian prisoners"
        yield from self._pairs(clause, givers, takers, found, i)

    def _coming(self, clause: Clause) -> Iterator[Passing]:
        for i in clause.slots.get("subject", ()):
            inner = [t.i for t in self.sentence.children(i, "nmod", "obl")]
            for k in (i, *inner):
                found = self.goods.good(k)
                owners = [t.i for t in self.sentence.children(k, "nmod:poss")]
                if found is not None and owners:
                    givers = self.goods.codes(clause.slots.get("from", ()))
                    yield from self._pairs(
                        clause, givers, self.goods.codes(tuple(owners)), found, k
                    )

    def noun(self, clause: Clause) -> Iterator[Passing]:
        """ "US military aid to Ukraine", "Russia's grain exports to Egypt", "oil from Iran to Syria"."""
        token = clause.token
        goods, words = self.goods, load_passing()
        if goods.flow(token, "asking"):
            yield from self._asked(clause)
        top = goods.top(token.i)
        found = goods.good(top)
        if found is None:
            return
        inflow, flows = goods.flow(token, "inflow"), goods.flow(token)
        above = next(
            (c for c in self.sentence.clauses if c.head == self.sentence.tokens[top].head), None
        )
        verbs = set(above.lemmas) if above is not None and above.kind == "verb" else set()
        is_object = above is not None and top in above.slots.get("object", ())
        last = max(token.i, top)
        if inflow:
            takers = goods.makers(token.i) or goods.after(last, "by")
            givers = goods.after(last, "from") or [
                c for k in self.sentence.children(token.i, "nmod") for c in goods.makers(k.i)
            ]
            steered = words["moving"] | words["halting"] | words["approving"]
            if not takers and is_object and above is not None and verbs & steered:
                takers = self._doers(above)
        else:
            givers = goods.after(last, "from", "by") or goods.makers(token.i)
            takers = goods.after(last, "to", "for")
            moved = words["approving"] | words["halting"] | words["moving"]
            if not givers and is_object and above is not None and flows and verbs & moved:
                givers = self._doers(above)
        if above is not None and is_object and verbs & (words["giving"] | words["taking"]):
            return  # the verb's own
        status = self._of_flow(clause, above if is_object else None, verbs)
        yield from self._pairs(clause, givers, takers, found, top, status)

    def _asked(self, clause: Clause) -> Iterator[Passing]:
        """ "turned down its request for a loan", "Kyiv's appeal to Berlin for tanks"."""
        i = clause.head
        takers = self.goods.makers(i) or self.goods.after(i, "from", "by")
        above = next((c for c in self.sentence.clauses if i in c.slots.get("object", ())), None)
        refused = above is not None and set(above.lemmas) & _REFUSING
        givers = self._doers(above) if above is not None and refused else self.goods.after(i, "to")
        for k in clause.slots.get("for", ()):
            if (found := self.goods.good(k)) is not None:
                status = "refused" if refused else "requested"
                yield from self._pairs(clause, givers, takers, found, k, status)

    def _of_flow(self, clause: Clause, above: Clause | None, verbs: set[str]) -> str | None:
        words = load_passing()
        if above is None:
            return None
        if verbs & words["denying"]:
            return "denied"
        if verbs & words["halting"]:
            return "refused" if not above.negated else "actual"
        if verbs & words["seeking"] or verbs & {"demand", "need", "want"}:
            return "requested"
        if verbs & words["approving"]:
            return "refused" if above.negated else "planned"
        if above.modals or above.conditional:
            return "planned"
        return "refused" if above.negated or clause.negated else None

    def _doers(self, clause: Clause) -> list[str]:
        """Who does it: the subject, or that of the verb on which it depends: "denied supplying"."""
        found = self.goods.codes(clause.slots.get("subject", ()))
        if found or clause.finite or clause.passive:
            return found
        above = self.sentence.tokens[clause.token.head]
        over = next((c for c in self.sentence.clauses if c.head == above.i), None)
        if over is None or clause.relation not in ("xcomp", "ccomp", "advcl", "obj", "iobj"):
            return []
        accused = set(over.lemmas) & _SUSPECTED
        return self.goods.codes(over.slots.get("object" if accused else "subject", ()))

    def _is_none(self, clause: Clause, i: int) -> bool:
        return clause.negated or any(
            t.text.lower() == "no" for t in self.sentence.children(i, "det")
        )

    def _pairs(
        self,
        clause: Clause,
        givers: list[str],
        takers: list[str],
        found: tuple[str, str],
        good: int,
        status: str | None = None,
    ) -> Iterator[Passing]:
        sentence = self.sentence
        first, last = sorted((clause.head, good))
        start = min(sentence.tokens[first].span.start, sentence.reach(good).start)
        end = max(sentence.tokens[last].span.end, sentence.reach(good).end)
        for giver in givers:
            for taker in takers:
                if giver.partition("-")[0] != taker.partition("-")[0]:
                    yield Passing(
                        giver, taker, *found, status or self._status(clause),
                        clause.token.span, Span(start, end), clause.kind == "noun",
                    )  # fmt: skip

    def _status(self, clause: Clause) -> str:
        above = self.sentence.tokens[clause.token.head]
        words, verbs = load_passing(), set(clause.lemmas)
        related = clause.relation in ("xcomp", "obj", "iobj", "advcl", "ccomp", "acl", "nmod")
        over = {above.lemma, above.text.lower()} if related and above.i != clause.head else set()
        if over & words["denying"] and clause.relation != "ccomp":
            return "denied"
        if over & _CHARGES:
            denied = {self.sentence.tokens[above.head].lemma} & _DISMISSING
            return "denied" if denied else "alleged"
        if over & _SUSPECTED:
            return "alleged"
        if clause.negated or (over & words["halting"] and clause.relation != "ccomp"):
            return "refused"
        if over & _ASKING and clause.relation in ("xcomp", "advcl", "ccomp"):
            return "requested"
        if clause.modals or clause.conditional or verbs & _LATER:
            return "planned"
        if over & words["wishing"] and clause.relation in ("xcomp", "advcl"):
            return "planned"
        below = list(self.sentence.children(clause.head, "mark", "aux"))
        if any(t.lemma == "to" for t in below) and not any(t.lemma == "have" for t in below):
            return "actual" if over & _DONE else "planned"  # "a contract to buy"
        return "actual"
