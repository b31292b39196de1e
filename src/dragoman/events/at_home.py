# Who stands on the other side of unrest and repression in a report that is set in one state.
# Rule 1: this comes after every slot: it changes no party that has been found.
# Rule 2: people of no known state are the people of the state that the report is set in, unless the
#   act's own words name another.
# Rule 3: arrests, bans, charges and sentences are acts of state by what they are; protests, and what
#   an opposition demands, are directed at the state, unless they call for protests.
"""Sides of acts inside one state that the words around them do not name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties
from dragoman.events.frames import Frame
from dragoman.events.own_state import is_otherwise, says_whose
from dragoman.events.senses import Sense

#: Types of acts on people, who may be anybody.
_ON_PEOPLE = frozenset({"ASSAULT", "COERCE", "RETREAT", "SANCTION", "ACCUSE"})
_TYPES = _ON_PEOPLE | {"PROTEST", "REQUEST", "THREATEN", "REJECT", "SUPPORT"}
#: Types that judge what a state has done.
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
#: What only a state does or is answerable for.
_DEEDS = frozenset(
    "ballot bill budget conviction count court crackdown curfew decree election judgment judgement law poll "
    "prosecution referendum result runoff ruling sentence tally trial verdict vote".split()
)
#: What only a state does to its people, by type and mode.
_POWERS = frozenset(
    {("COERCE", m) for m in ("arrest", "restrict", "censor", "curfew", "martial-law", "deport")}
    | {("SANCTION", "convict")}
)
#: Verbs and nouns by which a prosecutor accuses.
_CHARGES = frozenset("charge indict prosecute try arraign indictment prosecution trial".split())
#: Whom a state calls home or in over what another has done: such a sentence is not set in the one named.
_ENVOYS = frozenset({"ambassador", "envoy"})
_ABROAD = frozenset({"citizen", "expatriate", "national", "tourist"})
#: Whom a state holds, unlike hostages.
_HELD = frozenset(
    "activist convict detainee dissident inmate journalist militant politician prisoner reporter".split()
)
#: Sectors of people who demand something of their state.
_DEMANDING = frozenset({"CVL", "EDU", "JRN", "LAB", "OPP", "REB"})
_FIGHTING = frozenset({"PRE", "REB", "UAF"})
_CALLS = frozenset(
    "boycott demonstration march mobilisation mobilization protest rally shutdown strike uprising".split()
)
#: What is asked of those who give, and of one's own.
_GIVING = frozenset(
    "aid assistance citizen community donation donor fund funding help humanitarian national neighbour neighbor "
    "relief support".split()
)
_VETOES = frozenset({"reject.veto", "reject.veto-noun"})
#: Of a parliament, what is large enough to veto a bill.
_SHARES = frozenset(
    "block camp faction half lawmaker legislator majority minority party quarter seat supermajority third two-thirds vote".split()
)
_YEAR = re.compile(r"(19|20)\d\d")
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})


@dataclass(frozen=True)
class AtHome:
    """Fills sides of acts in one sentence of a report that is set in one state."""

    sentence: Sentence
    resolver: Resolver
    before: Sequence[Draft]

    def sides(
        self, sense: Sense, frame: Frame, actor: Parties, recipient: Parties
    ) -> tuple[Parties, Parties]:
        """Who acts and on whom, with the sides that are known by where the report is set."""
        state = self.resolver.home() if sense.type in _TYPES else None
        if state is None and _is_domestic(sense, frame) and not _known(actor):
            state = self._topic(frame)
        if state is None:
            return actor, recipient
        if not _known(actor) and sense.mode == "resign":
            return self._in_office(frame, state) or actor, recipient
        if sense.type in _JUDGING and not _known(recipient) and _others(actor, state):
            recipient = self._judged(frame, state) or recipient
        if sense.type == "REQUEST" and not _known(recipient) and _foreign(actor, state):
            return actor, self._asked(frame, state) or recipient
        if self._is_abroad(frame, state):
            return actor, recipient
        if sense.type == "PROTEST":
            return self._protest(frame, actor, recipient, state)
        if sense.type in ("REQUEST", "THREATEN", "REJECT"):
            return actor, self._demand(frame, actor, recipient, state)
        if sense.type == "ASSAULT" and not recipient and _rebels(actor, state):
            return actor, (state,)
        if not _known(recipient) and sense.type in _ON_PEOPLE:
            recipient = self._people(frame, sense.recipient, state) or recipient
        if not actor and not frame.slots.get("subject") and _is_power(sense, frame):
            theirs = any(p.country == state.country for p in recipient)
            if frame.clause.passive and not _known(recipient):
                recipient = tuple(_as_civilians(p, state) for p in recipient)
                actor = (state,)
            elif theirs and not self._are_abroad(frame):
                # "The arrest of Japanese nationals" is not Japan's.
                if frame.clause.passive or self._is_new(sense, frame):
                    actor = (state,)
        return actor, recipient

    def _are_abroad(self, frame: Frame) -> bool:
        """Whether an act falls on people who are called by their nation only where they are abroad."""
        heads = frame.slots.get("object", ())
        return any(self.sentence.tokens[i].lemma.lower() in _ABROAD for i in heads)

    def house(self, sense: Sense, frame: Frame) -> Parties:
        """The parliament of which "a majority" could veto something, in a report that speaks of one state."""
        heads = frame.slots.get("subject", ())
        tokens = [self.sentence.tokens[i] for i in heads]
        if sense.id not in _VETOES or not all(t.lemma.lower() in _SHARES for t in tokens):
            return ()
        state = self.resolver.home() or self._topic(frame)
        state = state or self.resolver.only_state(self.sentence)
        if state is None:
            return ()
        words = self.resolver.plain(self.sentence, heads[0] if heads else frame.clause.head)
        code = f"{state.country}-LEG"
        return (replace(words, name=state.name, code=code, country=state.country, sector="LEG"),)

    def _topic(self, frame: Frame) -> Party | None:
        """The state that the report speaks of where it is set in none; else the only one of this sentence."""
        if not _ENVOYS.isdisjoint(self.sentence.words):
            return None
        head = frame.clause.head
        found = self.resolver.spoken_of(self.sentence, head, frozenset())
        if found is None and frame.clause.kind == "noun":
            found = self.resolver.only_state(self.sentence)
        return found

    def _in_office(self, frame: Frame, state: Party) -> Parties:
        """Who resigns, as one of the state: "the party's founder stepped down"."""
        for i in (*frame.slots.get("subject", ()), *frame.slots.get("as", ())):
            party = self.resolver.party(self.sentence, i)
            office = self.resolver.is_person(self.sentence, i)
            if not office or self._is_abroad(frame, state):
                continue
            sector = party.sector if party is not None else None
            code = f"{state.country}-{sector}" if sector else state.country
            words = self.resolver.plain(self.sentence, i)
            return (
                replace(words, name=state.name, code=code, country=state.country, sector=sector),
            )
        return ()

    def _asked(self, frame: Frame, state: Party) -> Parties:
        """The state, of which others than its people ask what they ask of nobody by name."""
        below = [
            self.sentence.tokens[k]
            for slot, heads in frame.slots.items()
            if slot not in ("subject", "verb.subject")
            for i in heads
            for k in self.sentence.subtree(i)
        ]
        asked_of_others = _GIVING & {t.lemma.lower() for t in below}
        if asked_of_others or any(self._is_elsewhere(t, state) for t in below):
            return ()
        return (state,)

    def _judged(self, frame: Frame, state: Party) -> Parties:
        """The state, where others judge a deed that only a state does: "concern at the verdicts"."""
        for slot, heads in frame.slots.items():
            if slot in ("subject", "verb.subject"):
                continue
            for i in heads:
                below = [self.sentence.tokens[k] for k in self.sentence.subtree(i)]
                if any(self._is_elsewhere(t, state) for t in below):
                    return ()
                if _DEEDS & {t.lemma.lower() for t in below}:
                    return (state,)
        return ()

    def _is_elsewhere(self, token: Token, state: Party) -> bool:
        mention = self.resolver.mention_at(token)
        return mention is not None and bool(mention.code) and mention.country != state.country

    def _is_abroad(self, frame: Frame, state: Party) -> bool:
        """Whether an act's own words name another state, or some body of several."""
        for i in self.sentence.subtree(frame.clause.head):
            if self._is_elsewhere(self.sentence.tokens[i], state):
                return True
        return False

    def _protest(
        self, frame: Frame, actor: Parties, recipient: Parties, state: Party
    ) -> tuple[Parties, Parties]:
        """Who protests, and that a state's own people protest against it."""
        if not _known(actor):
            crowd = self._people(frame, ("subject",), state)
            # "A revolution in tactics" is nobody's rising.
            in_something = frame.lemma == "revolution" and bool(frame.slots.get("in"))
            bare = not crowd and not says_whose(frame) and not in_something
            if bare and (self._is_dated(frame) or not self._points_back(frame)):
                crowd = (_civilians(frame, state),)
            actor = crowd or actor
        theirs = any(p.country == state.country and p.sector for p in actor)
        told = _known(recipient) or bool(frame.slots.get("against"))  # "against rising prices"
        told = told or is_otherwise(self.sentence, frame)
        return actor, (recipient if told or not theirs else (state,))

    def _demand(self, frame: Frame, actor: Parties, recipient: Parties, state: Party) -> Parties:
        """Of whom an opposition demands something."""
        theirs = any(p.country == state.country and p.sector in _DEMANDING for p in actor)
        if recipient or not theirs or len(actor) > 1:
            return recipient
        below = self.sentence.subtree((frame.light or frame.clause).head)
        if _CALLS & {self.sentence.tokens[i].lemma.lower() for i in below}:
            return recipient
        return (state,)

    def _people(self, frame: Frame, slots: Sequence[str], state: Party) -> Parties:
        """People of no known state in one of the slots, as the state's civilians."""
        for slot in slots:
            for i in frame.slots.get(slot, ()):
                core = self.resolver.core(self.sentence, i)
                if self.resolver.is_people(self.sentence, core):
                    words = self.resolver.plain(self.sentence, i)
                    return (_as_civilians(words, state),)
        return ()

    def _is_new(self, sense: Sense, frame: Frame) -> bool:
        """Whether a noun tells of an act of which nothing was told before: "arrests", not "the arrests"."""
        told = (d.sense for d in self.before)
        return not self._points_back(frame) or not any(
            d.type == sense.type and d.mode == sense.mode for d in told
        )

    def _is_dated(self, frame: Frame) -> bool:
        """ "The 2014 protests" are told of for themselves."""
        before = self.sentence.children(frame.clause.head, "nummod", "compound", "amod")
        return any(_YEAR.fullmatch(t.text) for t in before)

    def _points_back(self, frame: Frame) -> bool:
        words = self.sentence.children(frame.clause.head, "det")
        return any(t.text.lower() in _POINTING for t in words)


def _is_domestic(sense: Sense, frame: Frame) -> bool:
    """Whether an act is one between a people, its parties and its state by what it is."""
    if sense.type == "PROTEST":
        return frame.clause.kind == "noun" or sense.mode in (None, "demo")
    if sense.type == "COERCE":
        return frame.clause.kind == "noun" and (sense.type, sense.mode) in _POWERS
    return (sense.type, sense.mode) == ("RETREAT", "resign")


def _known(parties: Parties) -> bool:
    return any(p.known for p in parties)


def _others(actor: Parties, state: Party) -> bool:
    """Whether others act than the state itself and its forces."""
    theirs = [p for p in actor if p.country == state.country]
    return _known(actor) and all(p.sector in _DEMANDING for p in theirs)


def _foreign(actor: Parties, state: Party) -> bool:
    return _known(actor) and not any(p.country == state.country for p in actor)


def _rebels(actor: Parties, state: Party) -> bool:
    return len(actor) == 1 and actor[0].country == state.country and actor[0].sector in _FIGHTING


def _is_power(sense: Sense, frame: Frame) -> bool:
    if (sense.type, sense.mode) == ("RETREAT", "release"):
        tokens = frame.clause.sentence.tokens
        return any(tokens[i].lemma.lower() in _HELD for i in frame.slots.get("object", ()))
    if sense.type == "ACCUSE":
        return frame.lemma in _CHARGES
    return (sense.type, sense.mode) in _POWERS


def _civilians(frame: Frame, state: Party) -> Party:
    token = frame.clause.token
    return _as_civilians(Party(token.span, token.text), state)


def _as_civilians(words: Party, state: Party) -> Party:
    code = f"{state.country}-CVL"
    return replace(words, name=state.name, code=code, country=state.country, sector="CVL")
