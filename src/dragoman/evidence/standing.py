# Who stands how to a pact, by the grammar of the phrase that names it.
# Rule 1: whoever signed, joined or is bound is a party; who quit has withdrawn; who
#   talks about it negotiates. What may, will or did not happen makes nobody either.
# Rule 2: "a pact between A and B" has both as parties, unless it is only sought.
# Rule 3: nouns carry as verbs do: "its withdrawal from", "a signatory to", "talks on".
"""Parties of a pact, who left it, and who talks about it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.actor import SPEAKER
from dragoman.entities.parties import Resolver

_ENDING = frozenset({"end", "terminate", "quit", "cancel", "revoke"})
_QUIT = frozenset(
    "leave quit exit abandon renounce denounce ditch scrap repudiate abrogate terminate tear rip".split()
)
_OUT_OF = frozenset({"withdraw", "pull", "walk", "back", "drop", "exit", "secede", "resign"})
_AWAY = frozenset({"from", "of", "out of"})
_JOIN = frozenset(
    "join rejoin re-join sign re-sign initial ratify conclude reach strike seal finalize finalise "
    "enter forge ink clinch agree renew".split()
)
_INTO = frozenset({"accede", "acced", "adhere", "agree", "return", "enter", "subscribe", "sign"})
_TALK = frozenset(
    "negotiate renegotiate discuss revive restore salvage save resurrect rescue debate".split()
)
_ON = frozenset({"on", "over", "about", "for", "to"})
_TALKS = frozenset({"talk", "negotiation", "discussion", "consultation", "bargaining"})
_CONFER = frozenset({"negotiate", "talk", "haggle", "confer", "consult", "meet"})
_LEAVING = frozenset({"withdrawal", "exit", "departure", "pullout", "pull-out", "secession"})
_JOINING = frozenset({"accession", "ratification", "adherence"})
_PARTICIPATION = frozenset({"participation", "membership"})
_MEMBER = frozenset({"party", "signatory", "member", "signer"})
_BINDING = frozenset({"include", "involve", "bind", "group", "unite"})
#: What somebody does who has no such pact yet.
_WISHING = frozenset(
    "seek want demand propose urge hope call need push offer consider suggest envisage plan draft "
    "reject refuse oppose threaten expect await prevent block pursue mediate broker "
    "promise pledge prepare decline fail delay".split()
)
_TRYING = frozenset(
    {"seek", "try", "attempt", "work", "want", "start", "begin", "continue", "help"}
)
_UNMADE = frozenset(
    "possible proposed potential planned future draft eventual threatened no".split()
)
_DOUBTED = frozenset({"unlikely", "likely", "possible", "impossible", "near", "close", "elusive"})
#: Sectors of a state that act for it in its pacts.
_OWN = frozenset({"GOV", "LEG", "MIL", "JUD", "ELI", "PTY", "SPY", "COP"})

Role = tuple[str, list[str]]  #: "parties", "withdrawn" or "negotiating", and codes


def roles_in(sentence: Sentence, i: int, resolver: Resolver, known: bool) -> Iterator[Role]:
    """Yield who stands how to the pact that token *i* heads.

    *known*: the almanac knows the pact, so that it exists.
    """
    reader = _Standing(sentence, resolver)
    top = i
    while sentence.tokens[top].relation == "conj" and sentence.tokens[top].head < top:
        top = sentence.tokens[top].head
    yield from reader.by_noun(i)
    yield from reader.by_verb(top)
    inner = reader.inside(i)
    if inner:
        yield reader.standing(i, top, known), inner
    yield from reader.described(i)


class _Standing:
    def __init__(self, sentence: Sentence, resolver: Resolver) -> None:
        self.sentence = sentence
        self.resolver = resolver

    def by_verb(self, i: int) -> Iterator[Role]:
        """The verb whose slot the pact fills."""
        for clause in self.sentence.clauses:
            ties = {slot for slot, heads in clause.slots.items() if i in heads}
            if not ties or clause.kind == "noun":
                continue
            verbs = set(clause.lemmas)
            if clause.token.text.lower() == "bound" and "by" in ties and not clause.negated:
                yield "parties", self.codes(clause.slots.get("subject", ()))
            elif "subject" in ties and verbs & _BINDING and _happened(clause):
                yield "parties", self.codes(clause.slots.get("object", ()))
            elif not ties <= {"subject"}:
                yield self._deed(clause, ties, verbs)

    def _deed(self, clause: Clause, ties: set[str], verbs: set[str]) -> Role:
        doers = self.codes(clause.slots.get("subject", ()))
        others = self.codes(clause.slots.get("with", ()))
        is_object = "object" in ties
        if (is_object and verbs & _QUIT) or (ties & _AWAY and verbs & _OUT_OF):
            moved = [] if is_object else self.codes(clause.slots.get("object", ()))
            leaving = self.sentence.child(clause.head, "aux") is not None
            leaving = leaving and clause.token.text.lower().endswith("ing")  # not gone yet
            return "withdrawn", (moved or doers) if self._real(clause) and not leaving else []
        if (is_object and verbs & _JOIN) or ("to" in ties and verbs & _INTO):
            if self._real(clause):
                return "parties", [*doers, *others]
            if self._above(clause) & (_CONFER | _TRYING) and not clause.negated:
                return "negotiating", [*doers, *others]
            return "parties", []
        if (is_object and verbs & _TALK) or (ties & _ON and verbs & _CONFER):
            held = clause.finite and not clause.modals and not clause.conditional
            held = held or bool(self._above(clause) & (_CONFER | _TRYING))
            held = held or self.sentence.tokens[clause.token.head].lemma.lower() in _TALKS
            if held and not clause.negated:
                return "negotiating", [*doers, *others]
        return "parties", []

    def by_noun(self, i: int) -> Iterator[Role]:
        """The noun that the pact hangs on: "withdrawal from", "a party to", "talks on"."""
        head = self.sentence.tokens[self.sentence.tokens[i].head]
        word = head.lemma.lower()
        case = self.sentence.child(i, "case")
        tie = case.text.lower() if case is not None else ""
        if head.i == i:
            return
        talks = self._talks(i, tie)
        if talks is not None:
            yield "negotiating", self._at_talks(talks)
        elif word in _LEAVING | _JOINING and tie in ("from", "to", "of"):
            if not self._is_wished(head):
                owners = self._owners(head.i)
                yield "withdrawn" if word in _LEAVING else "parties", owners
        elif word in _PARTICIPATION and tie in ("in", "of"):
            over = self.sentence.tokens[head.head]
            yield "withdrawn" if over.lemma in _ENDING else "parties", self._owners(head.i)
        elif word in ("return", "re-entry") and tie in ("to", "into"):
            yield "negotiating", self._seekers(head)
        elif word in _MEMBER and tie in ("to", "of"):
            yield "parties", self._members(head)

    def _seekers(self, noun: Token) -> list[str]:
        """Who negotiates what *noun* names: "are negotiating a return to the pact"."""
        over = next((c for c in self.sentence.clauses if noun.i in c.slots.get("object", ())), None)
        if over is None or not set(over.lemmas) & _TALK or not _happened(over):
            return []
        return self.codes(over.slots.get("subject", ())) if over.finite else []

    def _talks(self, i: int, tie: str) -> Token | None:
        """The noun of talking that the pact is the matter of."""
        token = self.sentence.tokens[i]
        above = self.sentence.tokens[token.head]
        if tie in _ON:
            while above.relation in ("nmod", "conj") and above.head < above.i:
                if above.lemma.lower() in _TALKS:
                    break
                above = self.sentence.tokens[above.head]  # "talks between A and B on the pact"
            if above.lemma.lower() in _TALKS:
                return above
            beside = (t for t in self.sentence.children(above.i, "obl", "obj", "nsubj"))
            return next((t for t in beside if t.lemma.lower() in _TALKS and t.i < i), None)
        if token.relation == "obj" and above.pos == "VERB":  # "talks to revive the pact"
            noun = self.sentence.tokens[above.head]
            if above.relation in ("acl", "advcl") and noun.lemma.lower() in _TALKS:
                return noun
        return None

    def _at_talks(self, talks: Token) -> list[str]:
        found = self._between(talks.i, frozenset({"between", "with", "among"}))
        found += self._owners(talks.i)
        for clause in self.sentence.clauses:
            slots = {s for s, heads in clause.slots.items() if talks.i in heads}
            if clause.head == talks.i:  # "is in talks with"
                found += self.codes(clause.slots.get("topic", ()))
            elif slots - {"subject"} and clause.kind == "verb" and self._real(clause):
                if not set(clause.lemmas) & {"reject", "refuse", "rule", "cancel", "end", "host"}:
                    found += self.codes(clause.slots.get("subject", ()))
                    found += self.codes(clause.slots.get("with", ()))
        return found

    def _members(self, noun: Token) -> list[str]:
        """Who a noun of membership is said of."""
        negated = any(t.text.lower() in ("not", "n't", "n’t", "never", "no", "non-party")
                      for t in self.sentence.children(noun.i) if t.i < noun.i)  # fmt: skip
        if negated:
            return []
        found: list[str] = []
        subject = self.sentence.child(noun.i, "nsubj")
        if subject is not None and self.sentence.child(noun.i, "cop") is not None:
            modal = any(t.lemma in ("will", "would", "could", "may", "might", "should", "can")
                        for t in self.sentence.children(noun.i, "aux"))  # fmt: skip
            return [] if modal else self.codes(self._all(subject.i))
        if noun.relation in ("appos", "conj"):
            heads = self._all(noun.head)
            found += self.codes(tuple(h for h in heads if h != noun.i))
        found += self._between(noun.i, frozenset({"such", "including", "like"}))
        for child in self.sentence.children(noun.i, "appos"):
            found += self.codes(self._all(child.i))
        return [_state(code) for code in found]

    def inside(self, i: int) -> list[str]:
        """Those whom the phrase itself names: "a pact between A and B", "A's pact with B"."""
        found = self._between(i, frozenset({"between", "among"}))
        other = self._between(i, frozenset({"with"}))
        return found or [*self._owners(i, only_possessive=True), *other] if found or other else []

    def standing(self, i: int, top: int, known: bool) -> str:
        """What those whom the phrase names are to the pact: parties, or still talking."""
        token = self.sentence.tokens[top]
        case = self.sentence.child(top, "case")
        if self._talks(top, case.text.lower() if case is not None else "") is not None:
            return "negotiating"
        if any(t.text.lower() in _UNMADE for t in self.sentence.children(i, "amod", "det")):
            return ""
        clause = next((c for c in self.sentence.clauses if c.head == token.head), None)
        if clause is not None and token.relation == "obj" and set(clause.lemmas) & _TALK:
            return "negotiating" if not clause.negated else ""
        if known:
            return "parties"
        if clause is not None and set(clause.lemmas) & _JOIN and not self._real(clause):
            return ""
        if any(t.text.lower() in ("the", "this", "that", "their", "its", "his")
                        for t in self.sentence.children(i, "det", "nmod:poss")):  # fmt: skip
            return "parties"
        if any(t.pos == "NUM" and len(t.text) == 4 for t in self.sentence.children(i)):
            return "parties"
        above = self.sentence.tokens[token.head]
        if above.lemma in _WISHING | _DOUBTED or (clause is not None and not self._real(clause)):
            return ""
        return "parties"

    def described(self, i: int) -> Iterator[Role]:
        """What a participle says of the pact: "signed by A and B"."""
        for child in self.sentence.children(i, "acl"):
            clause = next((c for c in self.sentence.clauses if c.head == child.i), None)
            if clause is None or clause.negated or clause.modals:
                continue
            if child.dep == "acl" and set(clause.lemmas) & _JOIN:
                yield "parties", self.codes(clause.slots.get("subject", ()))

    def _real(self, clause: Clause) -> bool:
        """Whether the deed is done, as told: finite, or what somebody says or is said to have done."""
        if not _happened(clause):
            return False
        above = self.sentence.tokens[clause.token.head]
        bare = any(m.lemma == "to" for m in self.sentence.children(clause.head, "mark"))
        if bare or (above.lemma in _WISHING and clause.relation in ("xcomp", "advcl")):
            return False
        return clause.finite or clause.relation in ("advcl", "conj", "acl", "root")

    def _above(self, clause: Clause) -> set[str]:
        above = self.sentence.tokens[clause.token.head]
        return {above.lemma} if clause.relation in ("xcomp", "advcl") else set()

    def _is_wished(self, noun: Token) -> bool:
        above = self.sentence.tokens[noun.head]
        if any(t.text.lower() in _UNMADE for t in self.sentence.children(noun.i, "amod", "det")):
            return True
        clause = next((c for c in self.sentence.clauses if c.head == above.i), None)
        return above.lemma in _WISHING or (clause is not None and not _happened(clause))

    def _owners(self, i: int, only_possessive: bool = False) -> list[str]:
        ties = ("nmod:poss",) if only_possessive else ("nmod:poss", "compound", "amod")
        found: list[str] = []
        for child in self.sentence.children(i, *ties):
            if child.relation in ("compound", "amod"):
                party = self.resolver.modifier(child)
                found += [party.code] if party is not None and party.code else []
            else:
                found += self.codes(self._all(child.i))
        return [_state(code) for code in found]

    def _between(self, i: int, cases: frozenset[str]) -> list[str]:
        found: list[str] = []
        for child in self.sentence.children(i, "nmod", "obl"):
            case = self.sentence.child(child.i, "case")
            if case is not None and case.text.lower() in cases:
                heads = self._all(child.i)
                found += self.codes(heads)
                if case.text.lower() == "between" and len(heads) == 1:
                    found += self._second(child.i)
        return found

    def _second(self, i: int) -> list[str]:
        """The other side of "between A and B", where the tree takes it for another subject."""
        tokens = self.sentence.tokens
        if i + 2 >= len(tokens) or tokens[i + 1].text != "and":
            return []
        for token in tokens[i + 2 : i + 6]:
            mention = self.resolver.mention_at(token)
            if mention is not None and mention.code and mention.kind != "adjective":
                return [_state(mention.code)]
            if token.pos not in ("DET", "ADJ", "PROPN", "NOUN"):
                break
        return []

    def _all(self, i: int) -> tuple[int, ...]:
        return tuple(self.sentence.conjuncts(i))

    def codes(self, heads: tuple[int, ...]) -> list[str]:
        """Codes of those who can be party to a pact; parts of a state stand for it."""
        found = []
        for i in heads:
            for party in self.resolver.parties(self.sentence, i):
                if party.code and party.code != SPEAKER:
                    found.append(_state(party.code))
        return list(dict.fromkeys(found))


def _happened(clause: Clause) -> bool:
    return not (clause.negated or clause.modals or clause.conditional)


def _state(code: str) -> str:
    country, _, sector = code.partition("-")
    return country if sector in _OWN else code
