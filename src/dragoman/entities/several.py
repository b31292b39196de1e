# Phrases that stand for several: "both countries", "states such as A and B", "their ministers".
# Rule: where the phrase itself says who they are it is asked first, then whom the report has paired or grouped.
"""Several parties named by one phrase."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.fellows import Fellows
from dragoman.entities.members import Members
from dragoman.entities.memory import Memory
from dragoman.entities.phrases import core, is_plural, phrase_span


@dataclass(frozen=True)
class Several:
    """Finds all whom a phrase stands for, in one report."""

    memory: Memory
    members: Members
    fellows: Fellows

    def of(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """All whom the phrase headed by token *i* stands for; none if it is no actor."""
        token = sentence.tokens[i]
        if together := self._pair(sentence, i) or self._group(sentence, token):
            span = phrase_span(sentence, token)
            return tuple(self.memory.at(span, p) for p in together)
        one = self.memory.party(sentence, i)
        if one is None and (taken_up := self._taken_up(sentence, token)):
            return tuple(self.memory.at(token.span, p) for p in taken_up)
        if one is None or not one.known:
            if theirs := self._theirs(sentence, i):
                return theirs
            refugees = self.memory.fleeing(sentence, token)
            if len(refugees) > 1:
                return refugees
        inner = core(sentence, i)
        # "Our friends in Oslo and Riga": whoever speaks says whose friends they are, and who they are.
        unsaid = one is None or not one.known or one.code == SPEAKER
        if unsaid or not self._says_whose(sentence, inner):
            found = (self.memory.party(sentence, k) for k in self.members.of(sentence, inner))
            members = tuple(p for p in found if p is not None and p.known)
            if members:
                return _bodies(members)
        if one is None:
            return ()
        beside: tuple[Party, ...] = ()
        if inner != i:
            # "Dozens of Iraqis and Syrians": what is portioned may be several.
            found = (self.memory.party(sentence, k) for k in sentence.conjuncts(inner)[1:])
            beside = tuple(p for p in found if p is not None and p.known and p.code != one.code)
        return (one, *beside, *self.fellows.of(sentence, inner, one))

    def _pair(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """The two that "both sides" stands for."""
        pairs = self.memory.pairs
        return pairs.of(sentence, sentence.tokens[i], self.memory.party) if pairs else ()

    def _group(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """Those whom the report has named together and "the three" takes up."""
        groups = self.memory.groups
        return groups.of(sentence, token, self.memory.party) if groups else ()

    def _taken_up(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """Those whom "they" takes up together."""
        antecedents = self.memory.antecedents
        if antecedents is None:
            return ()
        return antecedents.several(sentence, token, self.memory.party, self._pair)

    def _theirs(self, sentence: Sentence, i: int) -> tuple[Party, ...]:
        """ "Their ministers", "the leaders of the two", where they are several: one's of each."""
        token = sentence.tokens[core(sentence, i)]
        heads = (token, *sentence.children(token.i, "compound"))
        found = (sentence.child(head.i, "nmod:poss") for head in heads)
        whose = next((t for t in found if t is not None), None) or _of_whom(sentence, token)
        role = self.memory.roles.of(sentence, token)
        if whose is None or self.memory.antecedents is None or (role and not is_plural(token)):
            return ()
        if self.memory.owners.is_other(sentence, token):
            return ()  # "their neighbours" are others
        owners = self.memory.antecedents.several(sentence, whose, self.memory.party, self._pair)
        owners = owners or self._pair(sentence, whose.i)
        span = phrase_span(sentence, token)
        if role is None:
            # "Objects to their entry": the entry of each.
            return tuple(replace(self.memory.at(span, owner), kind="owner") for owner in owners)
        return tuple(self.memory.in_role(owner, role, span) for owner in owners)

    def _says_whose(self, sentence: Sentence, i: int) -> bool:
        """Whether a phrase names its actor itself, and not the report around it."""
        token = sentence.tokens[i]
        if self.memory.names.at(token) is not None:
            return True
        return self.memory.owners.of(sentence, token) is not None

    def fleeing(self, sentence: Sentence, token: Token) -> Party | None:
        """ "The refugees", "60 more": of the nation that the report has named."""
        nations = self.memory.fleeing(sentence, token)
        return nations[0] if len(nations) == 1 else None


def _of_whom(sentence: Sentence, token: Token) -> Token | None:
    """The phrase with "of" that says whose somebody is: "the leaders of [both countries]"."""
    found = (
        t
        for t in sentence.children(token.i, "nmod")
        if any(c.text.lower() == "of" for c in sentence.children(t.i, "case"))
    )
    return next(found, None)


def _bodies(members: tuple[Party, ...]) -> tuple[Party, ...]:
    """Beside a body of states the Union is meant: "partners at the United Nations and in Brussels"."""
    if all(p.country for p in members):
        return members
    union = "European Union"
    return tuple(
        Party(p.span, p.text, union, "EUR") if p.text == "Brussels" else p for p in members
    )
