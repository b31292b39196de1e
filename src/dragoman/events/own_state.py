# A people and its own state: whom protests are against, and whose the bans in a state are.
# Rule 1: this comes after every slot: it changes no side that has been found.
# Rule 2: protests are against the people's own state unless their own words name another side: another
#   state, an employer, or what they are held for ("in support of").
# Rule 3: bans and persecution "in Chad" of which nobody is said to be the author are Chad's.
# Rule 4: a curfew or an emergency that a state lays on a place of its own falls on the people there.
"""The state as the other side of what its people do, and of what is done to them."""

from __future__ import annotations

from dataclasses import replace

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties
from dragoman.events.frames import Frame
from dragoman.events.senses import Sense

_CROWDS = frozenset({"CVL", "EDU", "JRN", "LAB", "MED", "OPP", "PTY", "REL", "SOC"})
#: Ways of protesting that are against whoever rules where nobody else is named.
_PUBLIC = frozenset({None, "demo", "riot", "obstruct"})
#: Words of marches that are for somebody, or against somebody who is no state.
_OTHERWISE = frozenset(
    "bank boss celebrate celebration company coach employer factory festival firm funeral hospital landlord "
    "management memory mine mourn owner parade pride pro-government pro-regime school solidarity support "
    "supporter university victory vigil wage welcome".split()
)
_INSIDE = frozenset({"across", "in", "throughout"})
_RULING = frozenset({"restrict", "censor", "curfew"})
#: Ways of ruling that a state uses at home alone, and those that it may use on others too.
_AT_HOME = frozenset({"curfew", "martial-law"})
_SIEGES = frozenset({"coerce.blockade", "coerce.blockade-noun"})
#: Nouns of the parts of a state, and slots of where its rule falls.
_PLACES = frozenset(
    "area capital city corner country county department district division island municipality nation neighborhood "
    "neighbourhood part place port province region state suburb territory town valley village zone".split()
)
_LAID = ("on", "in", "across", "throughout", "over", "around", "object")
#: Nouns of what a state does to those under it.
_REPRESSION = frozenset("clampdown crackdown oppression persecution repression".split())
_STATES = frozenset({None, "COP", "GOV", "JUD", "LEG", "MIL"})
#: Who puts unrest down for a state, and what he puts down.
_POWERS = frozenset({None, "COP", "GOV", "MIL"})
_UNREST = frozenset(
    "demonstration demonstrator dissent protest protester rally riot unrest uprising".split()
)
#: What a state takes from its own people.
_FREEDOMS = frozenset(
    "assembly association dissent emigration expression freedom gathering internet liberty media opposition press "
    "protest rally religion right speech travel worship".split()
)


def civilians(party: Party) -> Party:
    """Protests "in Iran" or by "Iranians" are the people's, not the state's."""
    if party.code is None or party.sector or party.code != party.country:
        return party
    return replace(party, code=f"{party.country}-CVL", sector="CVL")


def own_people(sentence: Sentence, resolver: Resolver, frame: Frame, actor: Parties) -> Parties:
    """Whose protests or dissent a state puts down where nobody else is named: its people's."""
    state = next((p for p in actor if p.country and p.sector in _POWERS), None)
    if state is None or len(actor) > 1:
        return ()
    for slot in ("object", "on"):
        for i in frame.slots.get(slot, ()):
            if sentence.tokens[i].lemma.lower() in _UNREST:
                words = resolver.plain(sentence, i)
                code = f"{state.country}-CVL"
                return (
                    replace(words, name=state.name, code=code, country=state.country, sector="CVL"),
                )
    return ()


def against_own(sentence: Sentence, resolver: Resolver, made: Draft) -> Parties:
    """The recipients of a protest: those it has, or the state of those who protest."""
    if made.sense.type != "PROTEST" or made.reciprocal or made.sense.mode not in _PUBLIC:
        return made.recipient
    if made.recipient or not made.actor or made.frame.slots.get("against"):
        return made.recipient  # "against rising prices": it is said against what
    home = made.actor[0].country
    if home is None or any(p.country != home or p.sector not in _CROWDS for p in made.actor):
        return made.recipient
    if is_otherwise(sentence, made.frame):
        return made.recipient
    head = (made.frame.light or made.frame.clause).head
    below = [sentence.tokens[i] for i in sentence.subtree(head)]
    named = (resolver.mention_at(t) for t in below)
    if any(m is not None and m.code and m.country != home for m in named):
        return made.recipient
    first = made.actor[0]
    return (replace(first, code=home, sector=None),)


def off_own_ground(made: Draft) -> Parties:
    """The recipients of an act; forces that a state moves to a city of its own move against nobody."""
    if made.sense.type != "MOBILIZE" or made.reciprocal:
        return made.recipient
    own = {p.country for p in made.actor if p.country}
    return tuple(p for p in made.recipient if p.sector or not p.country or p.country not in own)


def is_otherwise(sentence: Sentence, frame: Frame) -> bool:
    """Whether people take to the streets for somebody, or against somebody who is no state."""
    below = sentence.subtree((frame.light or frame.clause).head)
    return any(sentence.tokens[i].lemma.lower() in _OTHERWISE for i in below)


def of_the_place(sentence: Sentence, resolver: Resolver, made: Draft) -> Parties:
    """The actors of a protest: those it has, or the people of the state in which and against which it is."""
    if made.sense.type != "PROTEST" or made.reciprocal or any(p.known for p in made.actor):
        return made.actor
    states = {p.country for p in made.recipient if p.country and not p.sector}
    if len(states) != 1 or len(made.recipient) > 1 or len(made.actor) > 1:
        return made.actor
    head = (made.frame.light or made.frame.clause).head
    for i in sentence.subtree(head):
        mention = resolver.mention_at(sentence.tokens[i])
        cases = {t.text.lower() for t in sentence.children(i, "case")}
        if mention is not None and mention.country in states and cases & _INSIDE:
            words = made.actor[0] if made.actor else made.recipient[0]
            code = f"{mention.country}-CVL"
            return (
                replace(words, name=mention.name, code=code, country=mention.country, sector="CVL"),
            )
    return made.actor


def ruled(
    sentence: Sentence,
    resolver: Resolver,
    sense: Sense,
    frame: Frame,
    sides: tuple[Parties, Parties],
) -> tuple[Parties, Parties]:
    """Who restricts or represses whom, where a place or a freedom is all that is named.

    Returns: the *sides*, actors and recipients; "persecution in Chad" is Chad's of its people, and so
        are the limits that "Chad's parliament has set to free speech".
    """
    actor, recipient = sides
    if sense.type == "COERCE" and len(actor) == 1 and not any(p.known for p in recipient):
        if there := _people_there(sentence, resolver, sense, frame, actor[0]):
            return actor, there
    repressing = frame.clause.kind == "noun" and frame.clause.lemma in _REPRESSION
    if sense.type != "COERCE" or (sense.mode not in _RULING and not repressing):
        return sides
    if not actor and frame.clause.kind == "noun" and not says_whose(frame):
        place = _place(sentence, resolver, frame)
        if place is None or any(p.known and p.country != place.country for p in recipient):
            return sides
        others = tuple(p for p in recipient if p.known and p.sector)
        return (place,), others or (_people(place, resolver, sentence, frame),)
    state = actor[0] if len(actor) == 1 and actor[0].country else None
    if state is None or state.sector not in _STATES:
        return sides
    if recipient and any(p.code != state.country or p.code is None for p in recipient):
        return sides  # "curbs on the press in Chad" are on those of Chad
    if not _FREEDOMS & set(_objects(sentence, frame)) or _names_another(
        sentence, resolver, frame, state.country
    ):
        return sides
    return actor, (_people(state, resolver, sentence, frame),)


def _people_there(
    sentence: Sentence, resolver: Resolver, sense: Sense, frame: Frame, state: Party
) -> Parties:
    """Those who live where a state lays a curfew or a siege at home: "a curfew in parts of Moundou"."""
    at_home = sense.mode in _AT_HOME
    if not (at_home or sense.id in _SIEGES) or state.sector not in _STATES or not state.country:
        return ()
    for slot in _LAID[: -1 if at_home else None]:
        for i in frame.slots.get(slot, ()):
            named = resolver.core(sentence, i)
            below = [resolver.mention_at(sentence.tokens[k]) for k in sentence.subtree(named)]
            countries = {m.country or m.code for m in below if m is not None}
            token = sentence.tokens[named]
            unknown = token.pos == "PROPN" and at_home and slot in _INSIDE
            place = unknown or countries or token.lemma.lower() in _PLACES
            if place and countries <= {state.country} and token.span.start not in resolver.times:
                return (_as_people(state, resolver.plain(sentence, named)),)
    return ()


def says_whose(frame: Frame) -> bool:
    """Whether somebody is named as the doer, known or not: "the rebels' persecution", "curbs by the firm"."""
    before = set(frame.slots.get("modifier", ()))
    return any(i not in before for i in frame.slots.get("subject", ()))


def _place(sentence: Sentence, resolver: Resolver, frame: Frame) -> Party | None:
    """The state "in" which something is done, if it is one."""
    holders = [*frame.slots.get("in", ())]
    for slot in ("on", "object", "against"):
        for i in frame.slots.get(slot, ()):
            holders += [
                t.i
                for t in sentence.children(i, "nmod")
                if any(c.text.lower() == "in" for c in sentence.children(t.i, "case"))
            ]
    for i in holders:
        mention = resolver.mention_at(sentence.tokens[i])
        if mention is not None and mention.kind == "state" and mention.country:
            return mention.party()
    return None


def _objects(sentence: Sentence, frame: Frame) -> list[str]:
    return [
        sentence.tokens[i].lemma.lower()
        for slot in ("object", "on")
        for i in frame.slots.get(slot, ())
    ]


def _names_another(
    sentence: Sentence, resolver: Resolver, frame: Frame, country: str | None
) -> bool:
    head = (frame.light or frame.clause).head
    named = (resolver.mention_at(sentence.tokens[i]) for i in sentence.subtree(head))
    return any(m is not None and bool(m.code) and m.country != country for m in named)


def _people(state: Party, resolver: Resolver, sentence: Sentence, frame: Frame) -> Party:
    """The people of a state, named by what they are kept from."""
    heads = [i for slot in ("on", "object") for i in frame.slots.get(slot, ())]
    return _as_people(state, resolver.plain(sentence, heads[0] if heads else frame.clause.head))


def _as_people(state: Party, words: Party) -> Party:
    """The people of a state, named by some *words*."""
    code = f"{state.country}-CVL"
    return replace(words, name=state.name, code=code, country=state.country, sector="CVL")
