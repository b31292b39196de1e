# Which words name an actor by what it does: "soldier", "ministry", "prime minister".
# Rule 1: a role is in the register or it is none.
# Rule 2: a noun with the word before it, or the adjective right after it, is one role
#   where the register has the two: "prime minister", "attorney general".
# Rule 3: members of a body have its sector: "members of parliament".
"""Roles in noun phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, word_list
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.register import Register, Role
from dragoman.entities.remembered import sort_of

#: Kinds of bodies whose members act for them.
_OWN_MEMBERS = frozenset({"armed", "movement", "party"})
#: Those that are all their members, and not any three.
_BODIES = frozenset({"alliance", "bloc", "igo"})
_CIVIL = frozenset({"AGR", "CVL", "EDU", "JRN", "LAB", "MED", "REF", "REL"})
#: Words for people that are no role: what befell them, or how many they are.
_PEOPLE = frozenset(
    "african arab asian castaway dead detainee displaced elderly foreigner homeless hundreds "
    "injured more mourner needy newcomer others sick starving stranded thousands throng wounded".split()
)


@cache
def _humans() -> frozenset[str]:
    """Nouns for humans that are no role."""
    return word_list(ALMANAC / "entities" / "humans.txt")


@dataclass(frozen=True)
class Roles:
    """The roles that words of one report name."""

    register: Register
    names: Names
    _found: dict[int, Role | None] = field(default_factory=dict)  #: by offset; asked many times

    def of(self, sentence: Sentence, token: Token) -> Role | None:
        """The role that a word names, with the word beside it if the two are one role."""
        at = token.span.start
        if at not in self._found:
            self._found[at] = self._look_up(sentence, token)
        return self._found[at]

    def _look_up(self, sentence: Sentence, token: Token) -> Role | None:
        if token.pos not in ("NOUN", "PROPN") and not _ends_title(token):
            return None
        if token.lemma.lower() == "office":
            return self._seat(sentence, token)
        if self.register.role_words.isdisjoint(lemmas(token.text, token.lemma)):
            return None  # as most words
        known = self.register.roles
        double = next((known[d] for d in self._doubles(sentence, token) if d in known), None)
        if double is not None or token.pos == "ADJ":
            return double
        found = lemmas(token.text, token.lemma)
        if "camp" in found:
            return self._camp(sentence, token)
        if "member" in found:
            return self._member(sentence, token)
        return next((known[m] for m in found if m in known), None)

    def _doubles(self, sentence: Sentence, token: Token) -> Iterator[str]:
        """The word with its neighbour, as the register may write two: "prime minister"."""
        found = lemmas(token.text, token.lemma)
        ends = [lemma for lemma in found if lemma in self.register.role_ends]
        for beside in sentence.children(token.i, "compound", "amod") if ends else ():
            firsts = dict.fromkeys((beside.lemma.lower(), beside.text.lower()))
            for first in firsts:
                for lemma in ends:
                    yield f"{first} {lemma}"
                    yield f"{first}-{lemma}"
        starts = [lemma for lemma in found if lemma in self.register.role_starts]
        for after in sentence.tokens[token.i + 1 : token.i + 2] if starts else ():
            if after.pos == "ADJ":
                # "attorney general": where it hangs differs from tree to tree.
                yield from (f"{lemma} {after.text.lower()}" for lemma in starts)

    @staticmethod
    def _camp(sentence: Sentence, token: Token) -> Role | None:
        """ "The pro-Western camp" is a party; a bare camp is a place."""
        words = [t.text.lower() for t in sentence.children(token.i, "amod", "compound")]
        sided = any(w.startswith(("pro-", "anti-")) for w in words)
        return Role("PTY", "body") if sided else None

    def _member(self, sentence: Sentence, token: Token) -> Role | None:
        """ "Members of parliament", "opposition members", "Hamas members"."""
        for before in sentence.children(token.i, "compound"):
            mention = self.names.at(before)
            if mention is not None and mention.kind in _OWN_MEMBERS:
                return Role("", "person")
        for child in sentence.children(token.i, "nmod"):
            if any(c.text.lower() == "of" for c in sentence.children(child.i, "case")):
                mention = self.names.at(child)
                several = is_plural(token) and not sentence.children(token.i, "nummod")
                acting = _OWN_MEMBERS | _BODIES if several else _OWN_MEMBERS
                if mention is not None and mention.kind in acting:
                    return Role("", "person")  # "members of Hamas", "of the Security Council"
                body = self.of(sentence, child)
                if body is not None and body.kind in ("body", "group") and body.sector:
                    return replace(body, kind="person")
        return None

    def _seat(self, sentence: Sentence, token: Token) -> Role | None:
        """ "The prosecutor's office", "the office of the president": it speaks as whoever sits there."""
        whose = (
            t
            for t in sentence.children(token.i, "nmod")
            if any(c.text.lower() == "of" for c in sentence.children(t.i, "case"))
        )
        holders = (*sentence.children(token.i, "nmod:poss", "compound"), *whose)
        for holder in holders:
            mention = self.names.at(holder)
            if mention is not None and mention.kind == "person":
                return Role("", "body")  # "Netanyahu's office"
            role = self.of(sentence, holder)
            if role is not None and role.kind == "person":
                return replace(role, kind="body")
        return None

    def titles(self, sentence: Sentence, token: Token) -> list[str]:
        """The title in full and by its noun: "prime minister", "minister"."""
        doubles = [d for d in self._doubles(sentence, token) if d in self.register.roles]
        return [*doubles, *lemmas(token.text, token.lemma)]

    def is_person(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a single human: whom "he" can mean."""
        token = sentence.tokens[i]
        if token.pos == "PROPN":
            # A name that the register holds for no state and no body is somebody's.
            mention = self.names.at(token)
            if mention is None and (role := self.of(sentence, token)) is not None:
                return role.kind == "person"  # "the Ethiopian Foreign Ministry"
            return mention is None or mention.kind == "person"
        role = self.of(sentence, token)
        return role is not None and role.kind == "person" and not is_plural(token)

    def is_human(self, sentence: Sentence, i: int) -> bool:
        """Whether a noun means humans of any kind, one or many: "two followers", "aides"."""
        token = sentence.tokens[i]
        if token.pos != "NOUN":
            return False  # names: is_person
        if not _humans().isdisjoint(lemmas(token.text, token.lemma)):
            return True
        role = self.of(sentence, token)
        return role is not None and role.kind == "person"

    def is_ship(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is a single ship: whom "she" can mean as well as "it"."""
        token = sentence.tokens[i]
        mention = self.names.at(token)
        if mention is not None:
            return mention.kind == "ship"
        return sort_of(token.lemma) == "ship" and not is_plural(token)

    def is_people(self, sentence: Sentence, i: int) -> bool:
        """Whether the phrase headed by token *i* is civilians, one or many: "villagers", "61", "the wounded"."""
        token = sentence.tokens[i]
        if token.pos == "NUM":
            # "Saved 61", but not "in 2015", "saved 61 million" or "61 of the votes".
            year = len(token.text) == 4 and token.text.isdigit()
            sum_ = token.lemma.lower() in ("million", "billion", "trillion")
            return not (year or sum_ or any(sentence.children(i, "nmod", "compound", "flat")))
        mention = self.names.at(token)
        if mention is not None:
            return mention.kind in ("people", "person")
        if token.text.lower() in _PEOPLE or token.lemma.lower() in _PEOPLE:
            return True
        role = self.of(sentence, token)
        return role is not None and role.kind in ("person", "group") and role.sector in _CIVIL


def _ends_title(token: Token) -> bool:
    """Whether an adjective may close a title: "secretary general", "president-elect"."""
    return token.pos == "ADJ" and token.relation != "amod"
