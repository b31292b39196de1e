# One good that passes, as the words of one sentence tell it, and how far it went.
# Rule 1: whoever's phrase does not resolve is nobody; only a side for which no phrase
#   stands is lacking, and may be meant from before (resumed.py).
# Rule 2: how far it went: the verb's own mood, then the verb it depends on.
"""What all readers of passing goods share: sides, status, span."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.entities.phrases import is_definite
from dragoman.evidence.goods import Goods, load_passing

_LATER = frozenset({"pledge", "promise", "offer", "order", "allocate"})
_SUSPECTED = frozenset({"suspect", "accuse", "blame", "believe", "allege", "think"})
#: Verbs before "to" after which it happens: "continued to supply".
_DONE = frozenset("continue begin start manage help keep go resume use proceed".split())
_CHARGES = frozenset("allegation accusation claim report charge suggestion rumour rumor".split())
_DISMISSING = frozenset("reject deny dismiss refute rebut".split())
_ASKING = frozenset({"ask", "urge", "request", "press", "call", "beg", "implore", "appeal"})
_POINTING = frozenset({"such", "these", "those", "this", "that"})


@dataclass(frozen=True, slots=True)
class Passing:
    """One good that passes: codes of both sides, its words, and how far it went."""

    supplier: str | None  #: None where no phrase stands for one
    recipient: str | None
    item: str
    kind: str  #: class of the good; empty where the words do not say which
    status: str  #: actual alleged denied planned requested refused
    trigger: Span
    span: Span
    good: Span  #: of the word that heads the good's phrase
    by_noun: bool = False  #: "British arms sales to": told in passing, and not what is charged
    is_told: bool = False  #: by a verb that says it is so: "is provided by"
    taken_up: bool = False  #: "the drones", "such weapons": perhaps told of before

    @property
    def is_whole(self) -> bool:
        """Whether both sides and the class of the good are known."""
        return bool(self.supplier and self.recipient and self.kind)

    def between(self, supplier: str | None, recipient: str | None) -> Passing:
        """The same between other sides."""
        return replace(self, supplier=supplier, recipient=recipient)


class Teller:
    """Makes passings of the words of one sentence."""

    def __init__(self, sentence: Sentence, resolver: Resolver, items: dict[str, str]) -> None:
        self.sentence = sentence
        self.goods = Goods(sentence, resolver, items)
        self.verbs = {c.head: c for c in sentence.clauses if c.kind != "noun"}

    def above(self, i: int) -> Clause | None:
        """The verb on which token *i* hangs."""
        return self.verbs.get(self.sentence.tokens[i].head)

    def doers(self, clause: Clause) -> list[str]:
        """Who does it: the subject, or that of the verb on which it depends: "denied supplying"."""
        own = clause.slots.get("subject", ())
        found = self.goods.codes(own)
        others = [i for i in own if self.sentence.tokens[i].pos == "NOUN"]
        if found or clause.finite or clause.passive or others:
            return found  # "targets [firms] supplying oil": not whoever targets them
        over = self.above(clause.head)
        if over is None or clause.relation not in ("xcomp", "ccomp", "advcl", "obj", "iobj"):
            return []
        accused = set(over.lemmas) & _SUSPECTED
        return self.goods.codes(over.slots.get("object" if accused else "subject", ()))

    def pairs(
        self,
        clause: Clause,
        givers: list[str],
        takers: list[str],
        found: tuple[str, str],
        good: int,
        status: str | None = None,
        *,
        open_ended: bool = False,
    ) -> Iterator[Passing]:
        """Yield each giver with each taker; one side alone if the other may be meant from before."""
        sentence = self.sentence
        first, last = sorted((clause.head, good))
        start = min(sentence.tokens[first].span.start, sentence.reach(good).start)
        end = max(sentence.tokens[last].span.end, sentence.reach(good).end)
        one = Passing(
            None, None, *found, status or self.status(clause), clause.token.span, Span(start, end),
            sentence.tokens[good].span, clause.kind == "noun", clause.finite,
            self._is_taken_up(good),
        )  # fmt: skip
        for giver in givers:
            for taker in takers:
                if giver.partition("-")[0] != taker.partition("-")[0]:
                    yield one.between(giver, taker)
        if open_ended and not (givers and takers):
            yield from (one.between(giver, None) for giver in givers)
            yield from (one.between(None, taker) for taker in takers)

    def _is_taken_up(self, good: int) -> bool:
        token = self.sentence.tokens[good]
        words = {t.text.lower() for t in self.sentence.children(good, "det", "amod", "det:predet")}
        return bool(words & _POINTING) or is_definite(self.sentence, token)

    def status(self, clause: Clause) -> str:
        """How far it went."""
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
