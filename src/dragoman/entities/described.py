# A role with its state: "Iranian militiamen", "President Petrov of Russia".
# Rule 1: what the phrase itself says decides; then whom the report has introduced by that title.
# Rule 2: a role that the words around it give no state either has a sector and no code.
"""Parties that are described by a role."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.memory import Memory
from dragoman.entities.named import Named
from dragoman.entities.phrases import describing, is_plural, name_parts, phrase_span, span_to
from dragoman.entities.publisher import is_own_office
from dragoman.entities.register import Role
from dragoman.entities.sponsors import sponsor_of
from dragoman.entities.state_titles import entitled
from dragoman.entities.unsaid import Unsaid


@dataclass(frozen=True)
class Described:
    """Finds whom roles stand for, in one report."""

    memory: Memory
    named: Named
    unsaid: Unsaid

    def of(self, sentence: Sentence, token: Token) -> Party | None:
        """A role with its state: "Iranian militiamen", "President Petrov of Russia"."""
        words = [
            (word, role)
            for word in describing(sentence, token)
            if (role := self.memory.roles.of(sentence, word)) is not None
            and (word.i == token.i or role.kind not in ("thing", "group"))
        ]
        if not words:
            return None
        span = phrase_span(sentence, token)
        for word, role in words:
            proxies = self._proxies(sentence, word, role, span)
            if proxies is not None:
                return proxies
            owner = self.memory.owners.of(sentence, word) or self._owner_of_name(sentence, token)
            owner = owner or entitled(
                self.memory.text, self.memory.names, self.memory.register, word
            )
            if owner is not None:
                return self.memory.in_role(owner, role, span_to(sentence, token, owner.span))
        if (person := self._introduced_here(sentence, token)) is not None:
            return person
        word, role = words[0]
        if self.memory.publisher is not None and is_own_office(sentence, word, role):
            named = token.pos == "PROPN"
            if named if word.i != token.i else self.unsaid.titled(sentence, word, role) is None:
                return self.memory.in_role(self.memory.publisher, role, span)
        if word.i != token.i:
            owner = self.unsaid.of_minister(sentence, token, word)
            return self.memory.in_role(owner, role, span) if owner is not None else None
        if role.kind == "thing":
            return None
        if token.pos == "PROPN" and sentence.child(token.i, "flat") is not None:
            if (owner := self.unsaid.of_minister(sentence, token, word)) is not None:
                return self.memory.in_role(owner, role, span)
        meant = self.unsaid.titled(sentence, word, role)
        if meant is not None:
            return self.memory.at(span, meant)
        if told := self.memory.fleeing(sentence, word):
            # "The students": Kenya's, if the report has told of Kenyan students.
            several = Party(span, span.of(self.memory.text), sector=role.sector or None)
            return told[0] if len(told) == 1 else several
        owner = self.unsaid.owner_before(sentence, word, role)
        owner = owner or self.unsaid.state_nearby(sentence, word, role)
        if owner is not None and not self.memory.owners.is_field(sentence, word):
            return self.memory.in_role(owner, role, span)
        return Party(span, span.of(self.memory.text), sector=role.sector or None)

    def _proxies(self, sentence: Sentence, token: Token, role: Role, span: Span) -> Party | None:
        """ "Iranian-backed militiamen" are an armed force of Iran's that is not its army."""
        if role.sector not in ("REB", "UAF", "PRM", "PRE"):
            return None
        sponsor = sponsor_of(sentence, token)
        mention = self.memory.names.at(sponsor) if sponsor is not None else None
        if mention is None or not mention.country:
            return None
        code = f"{mention.country}-UAF"
        return Party(span, span.of(self.memory.text), mention.name, code, mention.country, "UAF")

    def _introduced_here(self, sentence: Sentence, token: Token) -> Party | None:
        """The register's person who stands beside a title: "the president, Donald Trump"."""
        if token.pos != "NOUN" or is_plural(token):
            return None
        for child in sentence.children(token.i, "appos", "flat", "nmod:desc", "nmod:unmarked"):
            mention = self.memory.names.at(child)
            if mention is not None and mention.kind == "person" and " " in mention.text:
                return self.named.of(sentence, child)
        return None

    def _owner_of_name(self, sentence: Sentence, token: Token) -> Party | None:
        """The state of a name, on whichever of its words it hangs: "Colonel Ulrich Mba of Gabon"."""
        parts = name_parts(sentence, token) if token.pos == "PROPN" else [token]
        found = (self.memory.owners.of(sentence, part) for part in (token, *parts))
        return next((owner for owner in found if owner is not None), None)
