# Whose "the government", "the army" and the like are, by the states that a report speaks of nearby.
# Rule 1: they belong to the one state that the last sentences speak of; if these speak of none, to the
#   one that the report is about.
# Rule 2: if they speak of several, to whichever the clause is set in or the report is about (topics.py),
#   and then only institutions do: of people and things it is not said whose they are.
"""States spoken of near a phrase."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.hyphens import backing
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Mention, Party
from dragoman.entities.doers import doers_to
from dragoman.entities.homes import Homes
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_plural
from dragoman.entities.register import Role
from dragoman.entities.roles import Roles
from dragoman.entities.topics import Topics

_STATES = frozenset({"state", "capital", "metonym", "people", "adjective"})
_WINDOW = 2  #: sentences before this one in which a bare role looks for its state
_DEPLORING = frozenset({"condemn", "decry", "denounce", "deplore"})
_ABROAD = frozenset({"ambassador", "consul", "consulate", "embassy", "envoy"})
# What one state does to another's envoy: what both of them speak of is not at home in the one that does it.
_DISMISSING = frozenset({"call", "expel", "recall", "summon", "withdraw"})
_ABOUT = 1.5  #: how much more often than the others a report names the state that it is about
# Offices of which a state has one, so that "the president" is that of the state spoken of.
HIGHEST = frozenset(
    {
        "president", "premier", "prime minister", "chancellor", "king", "queen", "emir", "sultan", "ruler",
        "foreign minister", "defence minister", "defense minister",
    }
)  # fmt: skip
# Nouns of which a state has or is one: "the armies" are several states'.
_SINGLE = frozenset(
    "army capital cabinet country government kingdom military nation navy parliament president premier regime "
    "republic state".split()
)
# Who rules the others of whom a release speaks: its own rulers are "our government".
_THEIRS = frozenset("authority junta regime".split())
# Who rules a state from the place named behind it.
_SEATED = frozenset("authority cabinet general government junta leadership regime ruler".split())
# "With other member states": several, and not the one spoken of.
_MANY = frozenset({"member", "neighboring", "neighbouring", "other", "partner"})
# Roles that are a state's own without an article.
_KNOWN = frozenset(
    "authority demonstrator gunman insurgent judge junta lawmaker legislator militant opposition parliament police "
    "policeman prosecutor protester protestor rebel riot trooper troop soldier".split()
)


# Sectors of how a state is ruled, defended or opposed.
_PUBLIC = frozenset({"", "COP", "JUD", "LEG", "MIL", "OPP", "PRM", "PTY", "REB", "SPY"})
# Sectors of those who mostly act and suffer in their own state.
_DOMESTIC = frozenset({"COP", "CVL", "JRN", "JUD", "LAB", "LEG", "OPP", "PTY"})
_TRADING = frozenset({"BUS"})
_CROWDS = frozenset({"crowd", "demonstrator", "protester", "protestor", "rioter", "population"})


@dataclass
class SpokenOf:
    """The states that one report speaks of, sentence by sentence."""

    sentences: Sequence[Sentence]
    names: Names
    roles: Roles
    #: who publishes the report itself, alpha-3: it calls its own army "our army"
    publisher: str | None = None

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]
        backers = {t.span.start for s in self.sentences for t in backing(s)}
        # "Marched on the Japanese embassy": Japan is where it is not.
        guests = {
            s.tokens[t.i - 1].span.end
            for s in self.sentences
            if not s.words.isdisjoint(_ABROAD)
            for t in s.tokens[1:]
            if t.lemma.lower() in _ABROAD and s.tokens[t.head].lemma not in _DISMISSING
        }
        self._named = [
            m
            for m in self.names.mentions
            if m.kind in _STATES and m.country and m.span.start not in backers
            if m.kind != "adjective" or m.span.end not in guests
        ]
        self._named_starts = [m.span.start for m in self._named]
        self._all_starts = [m.span.start for m in self.names.mentions]
        self._homes = Homes(self.sentences, self.names.mentions)
        self._topics = Topics(self.sentences, self.names, lambda m: m.span.start in backers)

    def before(self, sentence: Sentence, sentences: int) -> list[Sentence]:
        """This sentence and those before it, the nearest first."""
        at = bisect_left(self._starts, sentence.span.start)
        return [*reversed(self.sentences[max(0, at - sentences) : at + 1])]

    def state_of_role(self, sentence: Sentence, token: Token, role: Role) -> Mention | None:
        """The one state that the last sentences speak of, for "the government" or "police".

        Where they speak of several: the one that the clause is set in, or the one spoken of most.
        """
        if _are_several(sentence, token) and token.lemma.lower() in _SINGLE:
            return None
        if (seat := self._seat(sentence, token)) is not None:
            return seat
        if role.sector in _TRADING and not points_at_one(sentence, token):
            # "Stole millions from a game company": of anywhere in the world.
            return self._at_home(sentence, token, role)
        near = self._spoken_of(sentence)
        if role.sector or token.lemma.lower() in _THEIRS or _is_told_by_us(sentence, token):
            # A release says "our army" of its own: "the army" is that of the others it speaks of.
            near = [m for m in near if m.country != self.publisher] or near
        if len({m.country for m in near}) != 1:
            found = None
            if points_at_one(sentence, token) and _is_institution(token, role):
                found = self._topics.fought(sentence, token, role)
                found = found or self._topics.site(sentence, token, role)
                found = found or self._topics.state(sentence, token)
            return found or self._at_home(sentence, token, role)
        home = self._homes.country
        if home != near[0].country and _is_institution(token, role):
            if any(m.country == home and m.kind == "person" for m in self._just_named(sentence)):
                # "Their minister said the army was loyal", in a report from Caracas.
                return self._last(token, home)
        if self._is_by_the_way(near, role):
            return self._at_home(sentence, token, role) or self._last(token, near[0].country)
        # "The government declared an emergency in Lima": Peru has been named before.
        return self._last(token, near[0].country)

    def _seat(self, sentence: Sentence, token: Token) -> Mention | None:
        """Where a government sits, by the words right behind it: "the government in Addis Ababa"."""
        if token.lemma.lower() not in _SEATED or token.i + 2 >= len(sentence.tokens):
            return None
        place = self.names.at(sentence.tokens[token.i + 2])
        if sentence.tokens[token.i + 1].text != "in" or place is None:
            return None
        return place if place.kind in ("capital", "state") else None

    def _just_named(self, sentence: Sentence) -> Sequence[Mention]:
        """All who are named in this sentence and those just before."""
        low, high = self._window(sentence, self._all_starts)
        return self.names.mentions[low:high]

    def _is_by_the_way(self, near: Sequence[Mention], role: Role) -> bool:
        """Whether a report set in one state names another as nobody whose institutions act."""
        if self._homes.country in (None, near[0].country):
            return False
        return role.sector in _DOMESTIC or not any(map(self._topics.leads, near))

    def _last(self, token: Token, country: str | None) -> Mention | None:
        """The last mention of a state before a word."""
        low = bisect_left(self._named_starts, token.span.start)
        return next((m for m in reversed(self._named[:low]) if m.country == country), None)

    def _at_home(self, sentence: Sentence, token: Token, role: Role) -> Mention | None:
        """The state that a clause or the whole report is set in, if the clause names it on no other side.

        Against its own people a state may stand on the other side. Whom another state sends or takes is not said to be its people: "India flew in 50 doctors".
        """
        home = self._homes.country
        if home is None or token.pos != "NOUN":
            return None
        if role.sector not in _DOMESTIC and home in self._topics.facing(sentence, token):
            return None
        if not points_at_one(sentence, token):
            acting = (self.names.at(doer) for doer in doers_to(sentence, token))
            if any(m is not None and m.country not in (None, home) for m in acting):
                return None
        return self._topics.site(sentence, token, role) or self._last(token, home)

    def other(self, sentence: Sentence, token: Token, owner: str | None) -> Party | None:
        """The one state that this sentence or the one before names besides *owner* and the clause's own sides."""
        apart = self._topics.facing(sentence, token, alone=True) | {owner}
        apart |= self._topics.telling(sentence, token)
        for before in self.before(sentence, 1):
            named = (self.names.at(t) for t in before.tokens if t.i < token.i or before != sentence)
            found = {
                m.country: m
                for m in named
                if m is not None and m.kind in _STATES and m.country not in apart
            }
            if found:
                return next(iter(found.values())).party() if len(found) == 1 else None
        return None

    def deploring(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The states that deplore what befell a role: "[Chad] deplored the raid that killed four nurses"."""
        found: set[str] = set()
        for above in (token, *sentence.path_up(token.i)):
            verb = sentence.tokens[above.head]
            if above.relation == "obj" and _DEPLORING & {*lemmas(verb.text, verb.lemma)}:
                for subject in (verb, *sentence.path_up(verb.i)):
                    found |= self._topics.named_by(sentence, subject)
        return frozenset(found)

    def besides(self, sentence: Sentence, token: Token, apart: frozenset[str]) -> Mention | None:
        """The state that the report speaks of besides those *apart*, if it is clearly one."""
        return self._topics.besides(sentence, token, apart)

    def leads(self, mention: Mention) -> bool:
        """Whether a state is named as one that acts."""
        return self._topics.leads(mention)

    def facing(self, sentence: Sentence, token: Token, *, alone: bool = False) -> frozenset[str]:
        """The states on the other side of what the clause of *token* tells; see :meth:`Topics.facing`."""
        return self._topics.facing(sentence, token, alone=alone)

    def site(self, sentence: Sentence, token: Token, role: Role) -> Mention | None:
        """The state in which a clause is set; see :meth:`Topics.site`."""
        return self._topics.site(sentence, token, role)

    def _spoken_of(self, sentence: Sentence) -> list[Mention]:
        """The states of the last sentences; where those name none, the one that the report is about."""
        low, high = self._window(sentence, self._named_starts)
        if low < high:
            return self._named[low:high]
        return [m for m in self._named[:low] if m.country == self._home]

    @cached_property
    def set_in(self) -> Party | None:
        """The state that the whole report is set in, named where it is named first."""
        return self._first_named(self._homes.country)

    @cached_property
    def told_from(self) -> Party | None:
        """The state of whose ministers a report need not say whose they are; see :class:`Homes`."""
        return self._first_named(self._homes.told_from)

    def _first_named(self, home: str | None) -> Party | None:
        first = next((m for m in self.names.mentions if home and m.country == home), None)
        return Party(first.span, first.text, None, home, home) if first is not None else None

    @cached_property
    def _home(self) -> str | None:
        """The state that the whole report is set in, or the one that it names far more than the others."""
        counts = Counter(m.country for m in self._named).most_common(2)
        if self._homes.country or not counts:
            return self._homes.country
        return counts[0][0] if counts[0][1] >= _ABOUT * sum(n for _, n in counts[1:]) else None

    def state_of_office(self, sentence: Sentence, token: Token) -> Mention | None:
        """The one state spoken of, for "the president": only where nobody else is spoken of."""
        titles = self.roles.titles(sentence, token)
        if is_plural(token) or not titles or titles[0] not in HIGHEST:
            return None
        if any(sentence.children(token.i, "nmod", "appos", "flat", "acl", "nmod:poss")):
            return None
        low, high = self._window(sentence, self._all_starts)
        if any(m.kind not in _STATES for m in self.names.mentions[low:high]):
            return None
        role = self.roles.of(sentence, token)
        return self.state_of_role(sentence, token, role) if role is not None else None

    def _window(self, sentence: Sentence, starts: Sequence[int]) -> tuple[int, int]:
        """The first and the last of *starts* that lie in this sentence or those just before."""
        at = bisect_left(self._starts, sentence.span.start)
        first = self._starts[max(0, at - _WINDOW)] if self._starts else 0
        return bisect_left(starts, first), bisect_left(starts, sentence.span.end)


def _is_institution(token: Token, role: Role) -> bool:
    """Whether a role is part of how a state is ruled, defended or opposed, and not one person of many."""
    several = role.kind != "person" or is_plural(token) or not role.sector
    return several and (role.sector in _PUBLIC or token.lemma.lower() in _CROWDS)


def _is_told_by_us(sentence: Sentence, token: Token) -> bool:
    """Whether "we" do to somebody what a clause tells: "we call on the government"."""
    subject = sentence.child(token.head, "nsubj")
    return subject is not None and subject.i < token.i and subject.text.lower() in ("i", "we")


def _are_several(sentence: Sentence, token: Token) -> bool:
    """Whether a role is several states': "both navies", "the governments of the region"."""
    words = {t.text.lower() for t in sentence.children(token.i, "det", "det:predet", "nummod")}
    two = bool(words & {"both", "two"}) and token.lemma.lower() not in _CROWDS
    beside = {t.text.lower() for t in sentence.children(token.i, "amod", "compound")}
    many = bool(words or beside & _MANY) and token.lemma.lower() in _SINGLE
    return is_plural(token) and (two or many)


def points_at_one(sentence: Sentence, token: Token) -> bool:
    """Whether a role is meant that the reader knows: "the army", "police", not "an army" or "some states"."""
    if _are_several(sentence, token):
        return False
    words = {t.text.lower() for t in sentence.children(token.i, "det", "nummod")}
    if words & {"the", "this"}:
        return True
    secure = any(t.text.lower() == "security" for t in sentence.children(token.i, "compound"))
    return not words and (secure or token.lemma.lower() in _KNOWN)
