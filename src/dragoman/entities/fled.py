# Whose people "the refugees" and "60 more" are, by what the report has said of them before.
# Rule 1: a nation is learnt only where their own phrase names it ("Eritrean migrants", "refugees from
#   Chad"): the state that takes them in, and the sea that they cross, are not theirs.
# Rule 2: where a report tells of refugees of one nation here and of another there, "the refugees" are of neither;
#   told of in one phrase ("from Chad and Mali"), they are of both.
"""Nations of refugees that a report has named once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Mention, Party
from dragoman.entities.names import Names
from dragoman.entities.nationals import Nationals, homes_of
from dragoman.entities.phrases import is_definite, is_plural
from dragoman.entities.roles import Roles

_NATIONS = frozenset({"adjective", "movement", "people", "state"})
_STATES = frozenset({"state"})
_FLED = frozenset({"REF"})
_NOUNS = frozenset({"NOUN", "PROPN"})
#: People of whom a report tells on after it has told that they fled.
_ABOARD = frozenset(
    "castaway child deportee detainee evacuee passenger people person survivor woman".split()
)
_REST = frozenset({"more", "others"})
_THEM, _THOSE = frozenset({"them"}), frozenset({"those"})
_TOWARDS = frozenset({"against", "at", "on"})
_ON_BOARD = frozenset({"aboard", "board"})
#: People who have fled though they are not called so, if they come "from Chad" in a sentence with one of these.
_PEOPLE = frozenset("child family man person people rohingya villager woman".split())
_FLIGHT = frozenset(
    "adrift ashore asylum boat boats border camp camps coast crossed cross crossing dinghy displaced drowned fled flee fleeing "
    "sea shelter shore smuggled smugglers stranded trawler vessel".split()
)
_COUNTING = frozenset({"dozens", "hundreds", "scores", "tens", "thousands"})
#: What is done to boats, and to those in them.
_BOATS = frozenset({"boat", "dinghy", "raft", "trawler"})
_ON_BOATS = frozenset("block drive force intercept push return stop tow turn".split())
_NEAR = 2  #: sentences back that tell of whom there are "60 more"


@dataclass
class Fled:
    """The refugees of one report."""

    sentences: Sequence[Sentence]
    names: Names
    roles: Roles

    @cached_property
    def _told(self) -> list[tuple[int, tuple[Mention, ...]]]:
        """Where refugees are told of, and of which nations if their phrase says so."""
        return [
            (token.span.start, self._nations_told(sentence, token))
            for sentence in self.sentences
            for token in sentence.tokens
            if token.pos in _NOUNS
            and (self._is_fled(sentence, token) or self._have_come(sentence, token))
        ]

    @cached_property
    def _others(self) -> Nationals:
        """People who have not fled."""
        return Nationals(self.sentences, self.names)

    def of(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The states whose people a phrase means: one, or those that the report has named together."""
        lemma, word = token.lemma.lower(), token.text.lower()
        if word in _REST:
            counted = sentence.child(token.i, "nummod") is not None
            near = counted and sentence.child(token.i, "nmod") is None
            return self._meant(sentence, token, _NEAR) if near else ()
        if word in _THEM:
            meant = self._meant(sentence, token, 1) if _is_done_to(sentence, token) else ()
            return meant or self._others.of(sentence, token)
        if word in _THOSE:
            return self._meant(sentence, token, _NEAR) if _are_aboard(sentence, token) else ()
        if lemma in _BOATS and _is_driven(sentence, token):
            return self._meant(sentence, token, 1) if is_definite(sentence, token) else ()
        fled = self._is_fled(sentence, token)
        if not fled and lemma not in _ABOARD:
            return self._others.of(sentence, token)
        counted = fled and sentence.child(token.i, "nummod") is not None
        if not is_plural(token) or not (counted or is_definite(sentence, token)):
            return ()
        meant = self._meant(sentence, token, None if fled else _NEAR)
        return meant or self._others.of(sentence, token)

    def are_meant(self, sentence: Sentence, token: Token) -> bool:
        """Whether "them" are refugees of whom the sentence or the one before has told."""
        if token.text.lower() not in _THEM or not _is_done_to(sentence, token):
            return False
        starts = [s.span.start for s in self.sentences]
        first = starts[max(0, bisect_left(starts, sentence.span.start) - 1)]
        return any(first <= at < token.span.start for at, _ in self._told)

    def _meant(self, sentence: Sentence, token: Token, near: int | None) -> tuple[Party, ...]:
        """The nations of the report's refugees, if *near* sentences back tell of some."""
        named = {frozenset(n.country for n in some): some for _, some in self._told if some}
        widest = max(named, key=len, default=frozenset())
        if not widest or any(not one <= widest for one in named):
            return ()
        if near is not None:
            before = [at for at, _ in self._told if at < token.span.start]
            starts = [s.span.start for s in self.sentences]
            first = starts[max(0, bisect_left(starts, sentence.span.start) - near)]
            if not before or before[-1] < first:
                return ()
        return tuple(Party(n.span, n.text, n.name, n.country, n.country) for n in named[widest])

    def _is_fled(self, sentence: Sentence, token: Token) -> bool:
        role = self.roles.of(sentence, token)
        return role is not None and role.sector in _FLED

    def _have_come(self, sentence: Sentence, token: Token) -> bool:
        """Whether people who are counted come from a state, over a border or a sea."""
        if token.lemma.lower() not in _PEOPLE or _FLIGHT.isdisjoint(sentence.words):
            return False
        above = sentence.tokens[token.head]
        counted = sentence.child(token.i, "nummod") or above.text.lower() in _COUNTING
        counted = counted or token.lemma.lower() == "rohingya"
        return bool(counted) and bool(self._nations(sentence, token))

    @staticmethod
    def _told_of(sentence: Sentence, token: Token) -> tuple[Token, ...]:
        """What the refugees are said to be: "most of the migrants are [Syrians]"."""
        while token.relation == "nmod" and sentence.tokens[token.head].relation == "nsubj":
            token = sentence.tokens[token.head]
        head = sentence.tokens[token.head]
        if token.relation != "nsubj" or sentence.child(head.i, "cop") is None:
            return ()
        return (head, *sentence.children(head.i, "amod", "compound"))

    def _nations_told(self, sentence: Sentence, token: Token) -> tuple[Mention, ...]:
        """The nations of refugees, and of people named beside them by their nation alone."""
        found = self._nations(sentence, token)
        first = sentence.tokens[token.head] if token.relation == "conj" else token
        beside = (self.names.at(sentence.tokens[k]) for k in sentence.conjuncts(first.i))
        people = [m for m in beside if m is not None and m.kind == "people" and m.country]
        known = {m.country for m in found}
        return (*found, *(m for m in people if m.country not in known)) if found else ()

    def _nations(self, sentence: Sentence, token: Token) -> tuple[Mention, ...]:
        told = self._told_of(sentence, token)
        for word in (*sentence.children(token.i, "amod", "compound"), *told):
            if found := self._joined(sentence, word, _NATIONS):
                return found
        for phrase in homes_of(sentence, token):
            if found := self._joined(sentence, phrase, _STATES):
                return found
            for owner in sentence.children(phrase.i, "nmod:poss"):
                if found := self._joined(sentence, owner, _STATES):
                    return found  # "from Chad's north"
        return ()

    def _joined(
        self, sentence: Sentence, word: Token, kinds: frozenset[str]
    ) -> tuple[Mention, ...]:
        """The nations that a word names with what is joined to it; none if one of them is no nation."""
        words = [sentence.tokens[k] for k in sentence.conjuncts(word.i)]
        found = [self.names.at(w) for w in words]
        nations = tuple(m for m in found if m is not None and m.kind in kinds and m.country)
        return nations if len(nations) == len(words) else ()


def _is_done_to(sentence: Sentence, token: Token) -> bool:
    """Whether something is done to somebody: "rescued [them]", "fired at [them]"."""
    cases = {t.text.lower() for t in sentence.children(token.i, "case")}
    if token.relation == "nmod" and cases == {"of"}:
        token = sentence.tokens[token.head]  # "take in all of [them]"
    return token.dep in ("obj", "iobj") or (token.relation == "obl" and bool(cases & _TOWARDS))


def _are_aboard(sentence: Sentence, token: Token) -> bool:
    """ "Those on board", "those aboard"."""
    return any(t.text.lower() in _ON_BOARD for t in sentence.tokens[token.i + 1 : token.i + 3])


def _is_driven(sentence: Sentence, token: Token) -> bool:
    """Whether boats are stopped or driven off: what is done to those in them."""
    verb = sentence.tokens[token.head]
    driven = token.relation == "obj" or token.dep == "nsubj:pass"
    return driven and bool(_ON_BOATS & {*lemmas(verb.text, verb.lemma)})
