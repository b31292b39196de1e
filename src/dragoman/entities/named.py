# Phrases that are a name: the register's, or one that the report has introduced.
# Rule 1: a state's name inside a person's ("Michael Jordan") names no state.
# Rule 2: a name that nobody has introduced is somebody of whom no more is known.
"""Parties that are named."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Mention, Party
from dragoman.entities.memory import Memory
from dragoman.entities.phrases import describing, is_plural, name_span, phrase_span
from dragoman.entities.register import Role

#: Parts of speech of words that head no phrase.
NO_PHRASE = ("VERB", "AUX", "ADV", "PUNCT")
# A make of aircraft, tank or missile, which is its owner's: "F-16s", "MiG-29", "S-300".
_MAKE = re.compile(r"[A-Z][A-Za-z]{0,2}-\d{1,3}[A-Z]?s?")
_MACHINE = Role("MIL", "thing")


@dataclass(frozen=True)
class Named:
    """Finds whom names stand for, in one report."""

    memory: Memory

    def of(self, sentence: Sentence, token: Token) -> Party | None:
        """The phrase is itself a name of the register."""
        mention = self.memory.names.at(token)
        if mention is None:
            # "Foreign Minister Lavrov of Russia" is for Described; "the Iran" of "Iran deal" for Owners.
            return None
        if token.pos == "PROPN" and self._is_persons_name(sentence, token, mention):
            return None
        if mention.kind == "adjective":
            if token.pos in ("ADJ", *NO_PHRASE) and token.relation in ("amod", "advmod"):
                return None
            if token.pos == "NOUN" and self.memory.roles.of(sentence, token):
                return None
            flat = (self.memory.roles.of(sentence, t) for t in sentence.children(token.i, "flat"))
            if any(role is not None and role.kind in ("person", "body") for role in flat):
                # "Chechen gunmen", where the tree takes the two for one name.
                return None
        if mention.sector == "ELI" and mention.kind == "person":
            again = self._in_office(sentence, token, mention)
            if again is not None:
                return again
        if mention.text == "Brussels" and self._is_union(sentence, token):
            return Party(mention.span, mention.text, "European Union", "EUR")
        return mention.party("place" if mention.kind == "city" else "actor")

    def _is_union(self, sentence: Sentence, token: Token) -> bool:
        """Whether Brussels acts or is dealt with: "asked Brussels for a loan", not "met in Brussels"."""
        if not self.memory.names.speak_of_union:
            return False
        # "Asked Brussels for a loan", "accused by Brussels of …", "prompted Brussels to freeze the talks"
        top = sentence.tokens[token.head] if token.relation == "conj" else token
        beside = self.memory.names.at(top)
        if beside is None or beside.kind == "city":
            top = (
                token  # "Washington and Brussels urged …", but "envoys in Riga and Brussels said …"
            )
        acts = top.relation in ("nsubj", "iobj") or top.dep == "obl:agent"
        acts = acts or (token.dep == "obj" and bool(sentence.child(token.head, "xcomp")))
        # "The agreement with Brussels" is the Union's; "met in Brussels" is a place.
        return acts or any(
            t.text.lower() in ("against", "with") for t in sentence.children(token.i, "case")
        )

    def _is_persons_name(self, sentence: Sentence, token: Token, mention: Mention) -> bool:
        """ "Michael Jordan", "Jordan Henderson": a flat name with a word that is no name or role."""
        if mention.kind not in ("state", "capital", "city"):
            return False
        others = list(sentence.children(token.i, "flat"))
        if token.relation == "flat":
            others.append(sentence.tokens[token.head])
        shouted = token.text.isupper()  # "ISRAEL PULLS SOLDIERS OUT": capitals make no name
        return any(
            o.pos == "PROPN"
            and o.text.isalpha()
            and not (shouted and o.text.isupper())
            and self.memory.names.at(o) is None
            and self.memory.roles.of(sentence, o) is None
            for o in others
        )

    def _in_office(self, sentence: Sentence, token: Token, mention: Mention) -> Party | None:
        """The state of one whom the report introduces by an office that the register has ended."""
        for word in describing(sentence, token):
            role = self.memory.roles.of(sentence, word)
            if role is None or role.kind != "person" or role.sector or is_plural(word):
                continue
            if any(_says_former(t.text) for t in sentence.children(word.i, "amod", "compound")):
                continue
            owner = self.memory.owners.of(sentence, word)
            if owner is not None and owner.country == mention.country and not owner.sector:
                span = mention.span
                return Party(span, mention.text, mention.name, owner.code, owner.country)
        return None

    def introduced(self, token: Token) -> Party | None:
        """The surname of somebody introduced, though the parser took it for another word."""
        if token.pos == "PROPN" or not token.text[:1].isupper() or is_plural(token):
            return None
        found = self.memory.introduced.named(token.text)
        return self.memory.at(token.span, found) if found is not None else None

    def unregistered(self, sentence: Sentence, token: Token) -> Party | None:
        """Somebody's name that the register does not hold; the report may have introduced it."""
        surname = self.memory.introductions.surname(sentence, token) or token.text
        found = self.memory.introduced.named(surname)
        span = name_span(sentence, token)
        if found is not None:
            return self.memory.at(span, found)
        name = span.of(self.memory.text)
        owner = self.memory.owners.of(sentence, token) if _MAKE.fullmatch(name) else None
        if owner is not None:
            return self.memory.in_role(owner, _MACHINE, phrase_span(sentence, token))
        if token.i == 0 and " " not in name:
            # "Drought is threatening …": the first word's capital says nothing.
            return None
        return Party(span, name, name)


def _says_former(word: str) -> bool:
    return word.lower() in ("former", "ex", "late", "past", "outgoing", "onetime", "then")
