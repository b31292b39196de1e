# Goods and the sides they pass between, by the grammar of their own phrase.
# Rule 1: a transfer has both sides named; "arms deals with Poland" do not say who gives.
# Rule 2: a verb of giving has its subject give, one of taking has its subject take.
# Rule 3: what is "Iranian-made" came from Iran to whoever uses it.
"""Transfers that sentences tell of without an event of aid or trade."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.entities.parties import Resolver

_GIVING = frozenset(
    "send supply ship export sell deliver provide give lend donate transfer grant pledge promise "
    "offer dispatch lease hand fly rush".split()
)
TAKING = frozenset(
    "buy purchase import receive get obtain acquire procure order take borrow secure source".split()
)
_USING = frozenset("use fire launch fly deploy employ operate".split())
_SEEKING = frozenset("ask request seek urge beg turn appeal".split())
_FLOW = frozenset(
    "export delivery shipment supply sale transfer aid assistance help support loan credit gift "
    "donation grant flow".split()
)
_LATER = frozenset({"pledge", "promise", "offer", "order"})
_BEFORE = frozenset({"promise", "pledge", "plan", "want", "agree", "offer", "intend", "prepare"})
_AGAINST = frozenset({"refuse", "decline", "stop", "halt", "suspend", "block", "ban"})
_AIM = frozenset({"to", "for"})


@dataclass(frozen=True, slots=True)
class Passing:
    """One good that passes: codes of both sides, its words, and how far it went."""

    supplier: str
    recipient: str
    item: str
    kind: str
    status: str  #: actual planned requested refused
    trigger: Span
    span: Span


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
        self.resolver = resolver
        self.items = items

    def verb(self, clause: Clause) -> Iterator[Passing]:
        lemmas = set(clause.lemmas)
        subjects = clause.slots.get("subject", ())
        for good in clause.slots.get("object", ()):
            found = self._good(good)
            if found is None:
                continue
            if lemmas & _GIVING:
                aims = clause.slots.get("iobj", ()) + clause.slots.get("to", ())
                takers = self._codes(aims) or self._aimed(good)
                yield from self._pairs(clause, self._codes(subjects), takers, found, good)
            if lemmas & TAKING:
                givers = self._codes(clause.slots.get("from", ())) or self._source(good)
                yield from self._pairs(clause, givers, self._codes(subjects), found, good)
            if lemmas & _USING and found[1] == "arms":
                givers = self._makers(good)
                yield from self._pairs(clause, givers, self._codes(subjects), found, good)
        if lemmas & _SEEKING:
            asked = sum((clause.slots.get(k, ()) for k in ("iobj", "object", "to")), ())
            for good in clause.slots.get("for", ()):
                found = self._good(good)
                if found is not None and not clause.negated:
                    sides = self._codes(asked), self._codes(subjects)
                    yield from self._pairs(clause, *sides, found, good, "requested")

    def noun(self, clause: Clause) -> Iterator[Passing]:
        """ "US military aid to Ukraine", "Russia's grain exports to Egypt"."""
        token = clause.token
        if not any(form in _FLOW or form in self.items for form in bases(token.text)):
            return
        found = self._good(token.i)
        if found is None:
            return
        takers = self._aimed(token.i)
        givers = self._makers(token.i)
        flows = any(form in _FLOW for form in bases(token.text))
        above = next((c for c in self.sentence.clauses if c.head == token.head), None)
        if above is not None and flows and token.relation == "obj":
            # "Russia resumed grain exports to Egypt"
            if not set(above.lemmas) & (TAKING | _SEEKING):
                givers = givers or self._codes(above.slots.get("subject", ()))
                takers = takers or self._codes(above.slots.get("to", ()))
        yield from self._pairs(clause, givers, takers, found, token.i)

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
                        clause.token.span, Span(start, end),
                    )  # fmt: skip

    def _status(self, clause: Clause) -> str:
        above = self.sentence.tokens[clause.token.head]
        verbs = set(clause.lemmas)
        over = above.lemma if clause.relation in ("xcomp", "obj", "advcl", "ccomp") else ""
        if clause.negated or over in _AGAINST:
            return "refused"
        if over in ("ask", "urge", "request", "want") and clause.relation == "xcomp":
            return "requested"
        if clause.modals or clause.conditional or verbs & _LATER or over in _BEFORE:
            return "planned"
        return "actual"

    def _good(self, i: int) -> tuple[str, str] | None:
        """The good that the phrase of token *i* names, the most telling word first."""
        vague = None  # people are no goods: "send troops" is an act of its own
        for k in self.sentence.subtree(i):
            token = self.sentence.tokens[k]
            if token.pos not in ("NOUN", "PROPN", "ADJ", "NUM", "SYM") or self._elsewhere(token, i):
                continue
            kind = next((self.items[f] for f in bases(token.text) if f in self.items), None)
            if kind == "people":
                continue
            if kind == "money" and vague is None and self._arms_for(i, k):
                continue  # "$1.3 billion in military aid"
            if kind is not None and kind != "other":
                return token.text, kind
            if kind is not None and vague is None:
                vague = token.text, kind
        return vague

    def _arms_for(self, i: int, k: int) -> bool:
        later = [self.sentence.tokens[j] for j in self.sentence.subtree(i) if j > k]
        known = {self.items.get(f) for t in later for f in bases(t.text)}
        return bool(known & {"arms", "humanitarian"}) and "other" in known

    def _elsewhere(self, token: Token, top: int) -> bool:
        """Whether *token* stands in a phrase of direction or a clause, not in the good's own."""
        at = token
        while at.i != top:
            case = self.sentence.child(at.i, "case")
            if at.relation in ("acl", "advcl", "appos", "conj"):
                return True
            if case is not None and case.text.lower() not in ("of", "in", "worth"):
                return True
            if at.head == at.i:
                return True
            at = self.sentence.tokens[at.head]
        return False

    def _aimed(self, i: int) -> list[str]:
        return self._by(i, _AIM)

    def _source(self, i: int) -> list[str]:
        return self._by(i, frozenset({"from"}))

    def _by(self, i: int, cases: frozenset[str]) -> list[str]:
        """Codes of the phrases under *i*, or under what it is measured in, after *cases*."""
        found: list[str] = []
        for k in (i, *(t.i for t in self.sentence.children(i, "nmod"))):
            for child in self.sentence.children(k, "nmod", "obl"):
                case = self.sentence.child(child.i, "case")
                if case is not None and case.text.lower() in cases:
                    found += self._codes((child.i,))
        return found

    def _makers(self, i: int) -> list[str]:
        """Codes of those whose good it is: "Iranian-made drones", "US aid", "aid from Iran"."""
        found = self._source(i)
        for k in self.sentence.subtree(i):
            token = self.sentence.tokens[k]
            if k >= i or self._elsewhere(token, i):
                continue
            mention = self.resolver.mention_at(token)
            if mention is not None and mention.code and mention.kind != "city":
                found.append(mention.code)
        return list(dict.fromkeys(found))

    def _codes(self, heads: tuple[int, ...]) -> list[str]:
        found = []
        for i in heads:
            party = self.resolver.party(self.sentence, i)
            if party is not None and party.code and party.code.partition("-")[0].isalpha():
                found.append(party.code)
        return list(dict.fromkeys(found))
