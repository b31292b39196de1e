# Whom a judgement of "a move", "a policy" or "a plan" is about: whoever the same sentence says has made it.
# Rule: the noun takes up what the sentence has just told, or is what somebody is said to have; a deed
#   told in an earlier sentence is another matter (deeds.py).
"""The doers of what a noun of the same sentence stands for, where somebody judges it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.clauses.attachments import DEEDS
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Parties
from dragoman.events.frames import Frame

#: Nouns that stand for what a sentence has just told: "in a move that angered Chad".
_DEEDS = frozenset(
    "act action approach decision gesture law measure move policy practice reform rule step strategy tactic".split()
)
#: What somebody does who asks for something, or offers it.
_PUTTING = frozenset({"draw up", "lay out", "put forward", "set out"}).union(
    "advance draft file issue make offer outline present propose sponsor submit table unveil".split()
)
#: What somebody puts to others, who say yes or no to it.
_PUT = frozenset(
    "amendment appeal bid bill call claim complaint demand draft formula idea initiative invitation motion offer petition "
    "plan plea proposal protest request resolution roadmap suggestion text".split()
)
#: What somebody has whose it is said to be: "has a policy that Chad condemns".
_HAVING = frozenset(
    "adopt announce approve defend have impose introduce maintain operate pass pursue run use".split()
)


@dataclass(frozen=True, slots=True)
class Judged:
    """Finds the doers of what nouns of one sentence stand for."""

    sentence: Sentence
    resolver: Resolver
    by_head: Mapping[int, Clause]

    def doers(self, noun: Token, slot: str, frame: Frame) -> Parties:
        """Who did what a noun stands for that somebody judges."""
        if noun.lemma in _DEEDS and (doers := self._doers_of_deed(noun)):
            return doers
        if slot != "object":
            return ()
        return self._doers_of_policy(noun, frame) or self._who_put(noun)

    def _who_put(self, noun: Token) -> Parties:
        """Who asks or offers in "a plan [submitted by Chad]"."""
        for below in self.sentence.children(noun.i, "acl") if noun.lemma in _PUT else ():
            clause = self.by_head.get(below.i)
            if clause is not None and clause.passive and _PUTTING & set(clause.lemmas):
                return self._subjects(clause, noun)
        return ()

    def _doers_of_policy(self, noun: Token, frame: Frame) -> Parties:
        """Who made "a policy, which Chad criticised": whoever adopted or pursues it."""
        judging = frame.clause.token
        if noun.lemma not in DEEDS or judging.dep != "acl:relcl" or judging.head != noun.i:
            return ()
        above = self.by_head.get(noun.head) if noun.relation == "obj" else None
        return self._subjects(above, noun) if above is not None else ()

    def _doers_of_deed(self, noun: Token) -> Parties:
        """Who made "a move that Chad condemned": whoever does what the verb above tells."""
        if not any(t.text.lower() in ("a", "an") for t in self.sentence.children(noun.i, "det")):
            return ()
        cases = [t.text.lower() for t in self.sentence.children(noun.i, "case")]
        start = min(self.sentence.subtree(noun.i))
        around = self.sentence.tokens[max(start - 1, 0) : noun.i]
        beside = any(t.text in (",", "-", "–", "—") for t in around)
        verb = self.by_head.get(noun.head)
        had = noun.relation == "obj" and verb is not None and bool(_HAVING & set(verb.lemmas))
        apart = beside and not cases and noun.relation != "nsubj"
        if cases != ["in"] and not apart and not had:
            return ()
        for above in self.sentence.path_up(noun.i):
            clause = self.by_head.get(above.i)
            if clause is not None and clause.kind == "verb" and above.i < noun.i:
                return self._subjects(clause, noun)
        return ()

    def _subjects(self, clause: Clause, noun: Token) -> Parties:
        """The known doers of a clause, named by the noun that takes up what they do."""
        found = (
            p
            for i in clause.slots.get("subject", ())
            for p in self.resolver.parties(self.sentence, i)
        )
        return tuple(self.resolver.renamed(self.sentence, noun.i, p) for p in found if p.known)
