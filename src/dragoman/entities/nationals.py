# Whose people "the students" and "the hostages" are, by what the report has said of them before.
# Rule 1: a nation is learnt only where the people's own phrase names it: "Kenyan students", "fishermen from Chad".
# Rule 2: where a report has told of such people of two nations apart, they are of neither; told of in one
#   phrase ("from Chad and Mali"), they are of both.
# Rule 3: whoever was held is "the hostages", whatever they were called before.
"""Nations of people whom a report has named once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Mention, Party
from dragoman.entities.names import Names
from dragoman.entities.phrases import core, is_definite, is_plural

_NATIONS = frozenset({"adjective", "people", "state"})
_STATES = frozenset({"state"})
_SORTS = {
    "student": "student pupil schoolchild schoolgirl",
    "worker": "worker labourer laborer employee engineer technician builder miner",
    "seaman": "fisherman fisher sailor seafarer crew crewman crewmember mariner seaman",
    "pilgrim": "pilgrim worshipper",
    "visitor": "tourist traveller traveler holidaymaker passenger climber",
    "driver": "driver trucker",
    "medic": "doctor nurse medic",
    "reporter": "journalist reporter",
    "churchman": "missionary monk nun priest",
    "trader": "trader merchant",
    "child": "child girl orphan",
    "national": "national citizen expatriate",
    "farmer": "farmer herder villager",
    "captive": "abductee captive detainee hostage inmate prisoner",
}
_SORT_OF = {noun: sort for sort, nouns in _SORTS.items() for noun in nouns.split()}
_CAPTIVE = "captive"
_HOLDING = frozenset("abduct arrest capture detain hold imprison intern jail kidnap seize".split())
_THEM = frozenset({"them"})
#: What is done to people, so that "them" are people.
_ON_PEOPLE = frozenset(
    "airlift arrest deport detain evacuate execute expel fly free hang intern jail kidnap release repatriate rescue "
    "torture".split()
)
#: Words of others than those told of.
_OTHERS = frozenset("domestic foreign fellow local more new other own several".split())
_OWNING = frozenset({"at", "from", "in", "of"})
_CROWDED = 2  #: sentences back in which "them" is told of: this one and the one before


class _Group(NamedTuple):
    """People of one or more nations, told of at an offset."""

    at: int
    sort: str
    held: bool
    nations: tuple[Mention, ...]


@dataclass
class Nationals:
    """The people of one report whose nations it names."""

    sentences: Sequence[Sentence]
    names: Names
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]

    def of(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        """The nations whose people a phrase means: one, or those that the report has named together."""
        if token.text.lower() in _THEM:
            return self._them(sentence, token)
        sort = _sort(token)
        if sort is None or not is_plural(token) or not is_definite(sentence, token):
            return ()
        if self._is_of_others(sentence, token):
            return ()
        told = [g for g in self._told if g.at < token.span.start]
        same = [g for g in told if g.sort == sort or (sort == _CAPTIVE and g.held)]
        return _parties(same)

    def _them(self, sentence: Sentence, token: Token) -> tuple[Party, ...]:
        verb = sentence.tokens[token.head]
        if token.dep != "obj" or not _ON_PEOPLE & {*lemmas(verb.text, verb.lemma)}:
            return ()
        at = bisect_left(self._starts, sentence.span.start)
        first = self._starts[max(0, at - _CROWDED + 1)]
        return _parties([g for g in self._told if first <= g.at < token.span.start])

    @cached_property
    def _told(self) -> list[_Group]:
        """Where people of a nation are told of."""
        return [
            _Group(token.span.start, sort, _is_held(sentence, token), nations)
            for sentence in self.sentences
            for token in sentence.tokens
            if (sort := _sort(token) or self._people(token)) is not None
            if (nations := self._nations(sentence, token, sort))
        ]

    def _people(self, token: Token) -> str | None:
        """ "Nine [Ghanaians]": people by their nation alone."""
        mention = self.names.at(token) if is_plural(token) else None
        return "" if mention is not None and mention.kind == "people" else None

    def _nations(self, sentence: Sentence, token: Token, sort: str) -> tuple[Mention, ...]:
        """Of which nations people are, by the words of their phrase."""
        if not sort:
            return self._joined(sentence, token, _NATIONS)
        for word in sentence.children(token.i, "amod", "compound"):
            if found := self._joined(sentence, word, _NATIONS):
                return found
        for phrase in homes_of(sentence, token):
            if found := self._joined(sentence, phrase, _STATES):
                return found
        return ()

    def _joined(
        self, sentence: Sentence, word: Token, kinds: frozenset[str]
    ) -> tuple[Mention, ...]:
        """The nations that a word names with what is joined to it; none if one of them is no nation."""
        found = [self.names.at(sentence.tokens[k]) for k in sentence.conjuncts(word.i)]
        nations = tuple(m for m in found if m is not None and m.kind in kinds and m.country)
        return nations if len(nations) == len(found) else ()

    def _is_of_others(self, sentence: Sentence, token: Token) -> bool:
        """Whether a phrase says itself whose they are, or that they are others."""
        before = sentence.children(token.i, "amod", "compound", "nmod:poss")
        if any(t.text.lower() in _OTHERS or self.names.at(t) is not None for t in before):
            return True
        return any(
            c.text.lower() in _OWNING
            for t in sentence.children(token.i, "nmod")
            for c in sentence.children(t.i, "case")
        )


def homes_of(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Where people come from by their phrase: "engineers [from Chad]", wherever a parser hangs that."""
    behind = (t for t in sentence.children(token.head, "obl") if t.i > token.i)
    for phrase in (*sentence.children(token.i, "nmod"), *behind):
        cases = sentence.children(phrase.i, "case")
        if [c.text.lower() for c in cases] != ["from"]:
            continue
        if phrase.relation == "nmod" or cases[0].i == token.i + 1:
            yield phrase


def _sort(token: Token) -> str | None:
    """The sort of a noun for people who may be told of again."""
    if token.pos != "NOUN":
        return None
    return next((_SORT_OF[w] for w in lemmas(token.text, token.lemma) if w in _SORT_OF), None)


def _is_held(sentence: Sentence, token: Token) -> bool:
    """Whether somebody holds people: "[engineers] were kidnapped", "seized five [sailors]"."""
    top = token
    while top.relation == "nmod" and core(sentence, top.head) == top.i:
        top = sentence.tokens[top.head]
    above = sentence.tokens[top.head]
    if top.relation == "obj" or top.dep == "nsubj:pass":
        if _HOLDING & {*lemmas(above.text, above.lemma)}:
            return True
    return any(
        _HOLDING & {*lemmas(t.text, t.lemma)}
        for t in sentence.children(token.i, "acl", "acl:relcl")
    )


def _parties(groups: Sequence[_Group]) -> tuple[Party, ...]:
    """The nations of people told of; nobody where they are of two apart."""
    named = {frozenset(n.country for n in g.nations): g.nations for g in groups}
    widest = max(named, key=len, default=frozenset())
    if not widest or any(not one <= widest for one in named):
        return ()
    return tuple(
        Party(n.span, n.text, n.name, f"{n.country}-CVL", n.country, "CVL") for n in named[widest]
    )
