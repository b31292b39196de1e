# Nouns that only describe the one named beside them: "the West African bloc ECOWAS", "its main ally, Russia",
# and those that describe one named elsewhere: "the island".
"""Parties that a noun describes and a name beside it names."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.memory import Memory
from dragoman.entities.phrases import is_plural, phrase_span

#: Nouns by which a text says what a state is, before it names it.
_STATELY = frozenset(
    "adversary ally backer benefactor creditor donor enemy foe giant neighbor neighbour partner patron power protector "
    "ruler sponsor superpower supplier".split()
)
_BODIES = ("alliance", "bloc", "igo")


@dataclass(frozen=True)
class Beside:
    """Finds whom describing nouns stand for, in one report."""

    memory: Memory

    def of(self, sentence: Sentence, token: Token) -> Party | None:
        """The body that a noun only describes: "the West African bloc ECOWAS"."""
        if token.pos != "NOUN" or token.i + 1 >= len(sentence.tokens):
            return None
        if token.lemma.lower() in _STATELY and (named := self._named_behind(sentence, token)):
            return named
        after = sentence.tokens[token.i + 1]
        mention = self.memory.names.at(after)
        if after.head != token.i or after.relation not in ("appos", "flat") or mention is None:
            return None
        if mention.code is None or mention.kind not in _BODIES:
            # "Its neighbour Finland", "the rival Hamas"
            if not mention.code or mention.kind == "person":
                return None
            beside = self.memory.owners.is_other(sentence, token)
            return self.memory.at(mention.span, mention.party()) if beside else None
        return self.memory.at(phrase_span(sentence, token), mention.party())

    def _named_behind(self, sentence: Sentence, token: Token) -> Party | None:
        """The state named behind a comma: "its main ally, [Russia]", "the colonial power, France"."""
        if sentence.tokens[token.i + 1].text != "," or is_plural(token):
            return None
        for name in sentence.children(token.i, "appos", "flat", "nmod:desc"):
            mention = self.memory.names.at(name)
            if mention is None or mention.kind not in ("state", "capital") or not mention.code:
                continue
            if sentence.subtree(name.i)[0] <= token.i + 2:
                return self.memory.at(mention.span, mention.party())
        return None

    def by_description(self, sentence: Sentence, token: Token) -> Party | None:
        """The state that "the island" or "the Baltic state" means."""
        if self.memory.descriptions is None:
            return None
        mention = self.memory.descriptions.of(sentence, token)
        if mention is None:
            return None
        span, state = phrase_span(sentence, token), mention.country
        return Party(span, span.of(self.memory.text), mention.name, state, state)
