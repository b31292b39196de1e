# Whom "he" or "she" means where no clause above names a subject: the one person spoken of.
# Rule 1: the words before it in its own sentence are asked first, then the sentences before, the nearest
#   first, until one speaks of a person. If that one speaks of two, nobody is meant.
# Rule 2: two phrases for one actor ("Mr. Obama", "the president") are one person.
# Rule 3: whoever does what is done to "him" is not he, and "Mrs." is not. "She" is somebody who is called so, or
#   who bears the given name of a woman.
# Rule 4: a pronoun in a phrase that opens a clause is whoever the clause is about, if that is a person:
#   "In her speech, the minister …".
"""The persons that a report has spoken of last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, word_list
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.pronouns import Resolve
from dragoman.entities.roles import Roles

_BACK = 3  #: sentences before this one that are asked
_NAMING = ("flat", "compound", "nmod:desc", "appos", "amod")
_CHAINED = ("conj", "xcomp")
_WOMEN = ALMANAC / "entities" / "women.txt"
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "gen", "sen", "rep", "gov", "sir"})
_HERS = frozenset({"mrs", "ms", "miss", "lady", "queen", "madam"})
_HIS = frozenset({"mr", "sir", "lord", "king", "prince"})


@cache
def _women() -> frozenset[str]:
    """Given names of women."""
    return word_list(_WOMEN)


@dataclass
class Persons:
    """Persons in the order of one report."""

    sentences: Sequence[Sentence]
    names: Names
    roles: Roles

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]

    def before(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The one person whom the words before a pronoun speak of last; None if there are two."""
        woman = token.text.lower() in ("she", "her")
        about = self._subject_after(sentence, token)
        if about is not None:
            return self._one(sentence, [about], woman, resolve)
        doers = set(_doers_above(sentence, token))
        here = [t for t in sentence.tokens[: token.i] if t.i not in doers]
        at = bisect_left(self._starts, sentence.span.start)
        earlier = reversed(self.sentences[max(0, at - _BACK) : at])
        for place, words in ((sentence, here), *((s, s.tokens) for s in earlier)):
            same = _subject_pronoun(place, token)
            if same is not None:
                # "He condemned the deal that Mr. Bell had made. He promised …": the same man.
                return resolve(place, same)
            spoken = [t for t in words if self._is(place, t)]
            spoken = [t for t in spoken if not _titled(place, t, _HIS if woman else _HERS)]
            if spoken:
                return self._one(place, spoken, woman, resolve)
        return None

    def _one(
        self, sentence: Sentence, tokens: list[Token], woman: bool, resolve: Resolve
    ) -> Party | None:
        """The one known actor that all of the persons are, a woman where the pronoun says so."""
        found = [resolve(sentence, t.i) for t in tokens]
        if len({p.code if p is not None else None for p in found}) > 1:
            return None
        party = found[-1]
        if party is None or not party.known or party.kind != "actor":
            return None
        words = {w.text for t in tokens for w in _name(sentence, t)}
        words |= set((party.name or "").split())
        named = bool(words & _women()) or any(_titled(sentence, t, _HERS) for t in tokens)
        return party if named == woman else None

    def _subject_after(self, sentence: Sentence, token: Token) -> Token | None:
        """The person whom the clause is about that a pronoun's phrase opens."""
        for above in sentence.path_up(token.i):
            for child in sentence.children(above.i, "nsubj"):
                if child.i > token.i and self._is(sentence, child):
                    return child
            if above.relation in ("ccomp", "parataxis"):
                return None  # "he funds the rebels, the envoy said": not the one who says it
        return None

    def _is(self, sentence: Sentence, token: Token) -> bool:
        """Whether a word heads a phrase for a single person."""
        if token.pos not in ("NOUN", "PROPN") or token.relation in _NAMING or is_plural(token):
            return False
        if not self.roles.is_person(sentence, token.i):
            return False
        mention = self.names.at(token)
        if token.pos == "NOUN" or mention is not None:
            return True
        # A lone word that no table knows may be anything: "Congress", "Ramadan"; not so "Mr. Bell".
        parts = [*sentence.children(token.i, "flat", "compound", "nmod:desc", "appos")]
        named = any(t.pos == "PROPN" or t.text.lower().rstrip(".") in _TITLES for t in parts)
        return named or token.relation in ("nsubj", "obj", "iobj") or token.dep == "nmod:poss"


def _titled(sentence: Sentence, token: Token, titles: frozenset[str]) -> bool:
    words = sentence.children(token.i, "nmod:desc", "compound", "flat")
    return any(t.text.lower().rstrip(".") in titles for t in words)


def _subject_pronoun(sentence: Sentence, token: Token) -> int | None:
    """The same word as a subject before: of any clause of its own sentence, of the main one of another."""
    if token.relation != "nsubj":
        return None
    own = sentence.tokens[token.i : token.i + 1] == (token,)
    for other in sentence.tokens[: token.i] if own else sentence.tokens:
        above = sentence.tokens[other.head]
        if other.relation == "nsubj" and other.text.lower() == token.text.lower():
            if own or above.head == above.i:
                return other.i
    return None


def _name(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words of a name: its head, and what is flat with it."""
    yield token
    yield from sentence.children(token.i, "flat", "compound")


def _doers_above(sentence: Sentence, token: Token) -> Iterator[int]:
    """The subjects of the verb whose object or phrase a pronoun is, shared ones included."""
    if token.relation not in ("obj", "iobj", "obl"):
        return
    verb = sentence.tokens[token.head]
    while True:
        yield from (t.i for t in sentence.children(verb.i, "nsubj"))
        if verb.relation not in _CHAINED or verb.head == verb.i:
            return
        verb = sentence.tokens[verb.head]
