# Where a report introduces somebody: "the Russian president, Ivan Petrov".
# Rule: what a name or title means in this report is learnt there, and holds for the rest.
"""Learn names and titles from the phrases that introduce people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import SPEAKER, Party
from dragoman.entities.introduced import Introduced
from dragoman.entities.names import Names
from dragoman.entities.owners import Find
from dragoman.entities.phrases import describing, is_plural, name_parts
from dragoman.entities.remembered import sort_of
from dragoman.entities.roles import Roles
from dragoman.entities.sponsors import is_told_apart

_LESSER = frozenset({"acting", "assistant", "deputy", "junior", "shadow", "vice"})

_COMMANDING = frozenset({"chief", "commander", "head", "leader"})
# Names of armies, by which "the army" is known; a navy or a guard has words of its own.
_LAND_FORCES = re.compile(r"\b(?:army|armed forces|defen[cs]e forces?|military)\b", re.IGNORECASE)
# What may begin a name and is none by itself.
_PARTICLES = frozenset(
    "Abu Al Ben Bin Da De Del Di Dos El Ibn La Le Mr Mrs Ms Saint San Van Von".split()
)


@dataclass(frozen=True)
class Introductions:
    """Reads introductions into the memory of one report."""

    names: Names
    roles: Roles
    introduced: Introduced
    described: Find  #: the party of a role
    owner: Find  #: whose a phrase is by its own words

    def learn(self, sentence: Sentence) -> None:
        """Remember whom a sentence introduces."""
        # Names and titles are learnt from roles: most sentences have none of a person.
        held = [(t, role.kind) for t in sentence.tokens if (role := self.roles.of(sentence, t))]
        roles, leagues = bool(held), any(kind == "league" for _, kind in held)
        # What describes somebody hangs below him: nobody else is asked about.
        described = _with_above(sentence, (t.i for t, _ in held))
        titled = _with_above(sentence, (t.i for t, kind in held if kind == "person"))
        for token in sentence.tokens:
            if token.pos == "PROPN" and token.relation not in ("flat", "compound"):
                if roles:
                    self._name(sentence, token, is_described=token.i in described)
                if token.i in titled:
                    self._entitle(sentence, token)
                if leagues:
                    self._ally(sentence, token)
                self._own_named(token)
            elif token.pos == "NOUN":
                self._own_named(token)
                if token.i in titled:
                    self._entitle(sentence, token)
                if leagues:
                    self._ally(sentence, token)
                    self._lead(sentence, token)
                self._own(sentence, token)

    def _name(self, sentence: Sentence, token: Token, *, is_described: bool) -> None:
        """Remember the surname of somebody introduced by a role."""
        if self.names.at(token) is not None:
            return
        surname = self.surname(sentence, token)
        if surname is None:
            return
        party = self.described(sentence, token) if is_described else None
        if party is None:
            title = self._title_before(sentence, token)
            party = self.described(sentence, title) if title is not None else None
        if party is not None and party.code is not None:
            self.introduced.name(surname, party)
            first = self._words(sentence, token)[0].text
            if first != surname and first.isalpha() and first not in _PARTICLES:
                self.introduced.given(first, party)

    def _title_before(self, sentence: Sentence, token: Token) -> Token | None:
        """The role that heads the phrase before: "a cabinet minister, Nachman Shai,"."""
        if token.relation == "appos":
            head = sentence.tokens[token.head]
            return head if not is_plural(head) else None  # "spies, Mr. Bell": he is none of them
        # Where the tree is odd, the two commas tell: "The Hungarian minister, Judit Somogyi, …".
        parts = name_parts(sentence, token)
        first, last = parts[0].i, parts[-1].i
        if first < 2 or last + 1 >= len(sentence.tokens):
            return None
        title = sentence.tokens[first - 2]
        commas = sentence.tokens[first - 1].text == sentence.tokens[last + 1].text == ","
        role = self.roles.of(sentence, title)
        if not commas or role is None or role.kind != "person" or is_plural(title):
            return None
        return title

    def surname(self, sentence: Sentence, token: Token) -> str | None:
        """The last word of a name that is neither a title nor a place."""
        words = self._words(sentence, token)
        return words[-1].text if words and len(words[-1].text) > 2 else None

    def _words(self, sentence: Sentence, token: Token) -> list[Token]:
        return [
            w
            for w in name_parts(sentence, token)
            if w.pos == "PROPN" and self.roles.of(sentence, w) is None and self.names.at(w) is None
        ]

    def _ally(self, sentence: Sentence, token: Token) -> None:
        """Remember who leads a coalition that a sentence speaks of."""
        role = self.roles.of(sentence, token)
        if role is None or role.kind != "league" or is_plural(token):
            return
        found = self.described(sentence, token)
        if found is not None and found.known and found.code != SPEAKER:
            self.introduced.league(token.lemma.lower(), token.span.start, found)

    def _lead(self, sentence: Sentence, token: Token) -> None:
        """Remember whose a task force is whose commander is introduced: "the force's commander, an Omani admiral"."""
        if token.lemma.lower() not in _COMMANDING:
            return
        led = sentence.children(token.i, "nmod", "nmod:poss")
        leagues = [t for t in led if (r := self.roles.of(sentence, t)) and r.kind == "league"]
        for person in sentence.children(token.i, "appos", "flat") if leagues else ():
            found = self.described(sentence, person)
            if found is not None and found.known:
                self.introduced.league(leagues[0].lemma.lower(), token.span.start, found)
                return

    def _own(self, sentence: Sentence, token: Token) -> None:
        """Remember whose army, government or ship a phrase says it is."""
        sort = sort_of(token.lemma)
        owner = self.owner(sentence, token) if sort is not None else None
        if sort is None or owner is None or not owner.country or is_told_apart(sentence, token):
            return
        if not any(t.text.lower() in ("former", "ex") for t in sentence.children(token.i, "amod")):
            self.introduced.own(sort, token.span.start, owner)

    def _own_named(self, token: Token) -> None:
        """Remember whose a ship or an army is that is named: "the Sudanese Armed Forces … the army"."""
        mention = self.names.at(token)
        if mention is None:
            return
        if mention.kind == "ship":
            self.introduced.own("ship", token.span.start, mention.party())
        elif mention.sector == "MIL" and mention.country and _LAND_FORCES.search(mention.text):
            state = Party(mention.span, mention.text, None, mention.country, mention.country)
            self.introduced.own("arms", token.span.start, state)

    def _entitle(self, sentence: Sentence, token: Token) -> None:
        """Remember the titles that a phrase gives to somebody: "the Iraqi prime minister, N."."""
        mention = self.names.at(token)
        person = mention is not None and mention.kind == "person"
        party = mention.party() if mention is not None and person else None
        for word in describing(sentence, token):
            role = self.roles.of(sentence, word)
            if role is None or role.kind != "person" or is_plural(word):
                continue
            if any(
                t.text.lower() in _LESSER for t in sentence.children(word.i, "amod", "compound")
            ):
                continue  # a deputy minister is not the minister
            if any(t.text == "-" for t in sentence.tokens[word.i + 1 : word.i + 2]):
                continue  # "rebel-held cities" are no rebel
            found = party or self.described(sentence, token)
            if found is None or found.code == SPEAKER:
                return
            if not found.known and sentence.child(word.i, "nmod", "nmod:poss") is None:
                # "The president of the club" is somebody; a bare "the president" is nobody new.
                return
            for noun in self.roles.titles(sentence, word):
                self.introduced.title(noun, token.span.start, found)


def _with_above(sentence: Sentence, words: Iterable[int]) -> set[int]:
    """The words, and all that they hang below."""
    found: set[int] = set()
    for i in words:
        if i not in found:
            found.add(i)
            found.update(t.i for t in sentence.path_up(i))
    return found
