# Where an act happened, if its own clause says so.
# Rule 1: a place is named in a locative phrase ("in Aleppo", "off Yemen", "on the border with
#   Syria") of the act itself. A dateline, a party's owner ("rebels from Mali") and a place in
#   another clause are none.
# Rule 2: null, never a guess. Words are said somewhere and about somewhere: in "condemned the
#   raid in Gaza" nobody says where it was condemned.
# Rule 3: of several places the narrowest one holds: a city before its state. Two of one kind are
#   unclear.
"""Find the place of an act."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.events.frames import Frame
from dragoman.events.senses import Sense

_LOCATIVE = frozenset({"in", "near", "outside", "inside", "off", "across", "throughout"})
#: What is near a state is not in it.
_BESIDE = frozenset({"near", "outside", "off"})
_EDGES = frozenset({"border", "frontier", "coast", "outskirts", "outskirt", "shore", "boundary"})
#: Nouns for a part of the earth, whose name may follow or stand before.
_SITES = _EDGES | frozenset(
    "airbase airfield airport area base camp capital city coast county crossing district east enclave harbour harbor "
    "hub island north northeast northwest part peninsula port province region republic resort south southeast "
    "southwest state stronghold suburb territory town valley village waters west".split()
)
_NAMED = frozenset({"city", "district", "province", "region", "town", "village", "port", "suburb"})
_OF = frozenset({"of", "in", "with", "near"})
#: Acts of bodies, which happen where their clause says.
_BODILY = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST"})
#: Acts for which people come together or move.
_SOMEWHERE = _BODILY | {"CONSULT", "COOPERATE", "RETREAT"}
#: Acts which happen where they are done to somebody: "arrived in Syria", but not "invested in Syria".
_THERE = _BODILY | {"CONSULT", "RETREAT"}
_SIGNING = frozenset({"sign", "ink", "initial", "conclude"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the report says it, and how narrow it is."""

    text: str
    narrow: int  #: 2 city or named site, 1 part or edge of a state, 0 state


def location_of(sentence: Sentence, frame: Frame, sense: Sense, resolver: Resolver) -> str | None:
    """Where the act of *sense* in *frame* happened, or None if its clause does not say.

    Returns: the register's name with the code for a state ("Syria (SYR)"), else the words of
        the report ("Aleppo", "border with Syria", "off Yemen").
    """
    found: list[Place] = []
    for phrase in _phrases(sentence, frame, sense, resolver):
        if sentence.child(phrase.i, "conj") is not None:
            return None
        place = _place(sentence, phrase, resolver)
        if place is not None:
            found.append(place)
    narrowest = max((p.narrow for p in found), default=0)
    texts = {p.text for p in found if p.narrow == narrowest}
    return texts.pop() if len(texts) == 1 else None


def _phrases(sentence: Sentence, frame: Frame, sense: Sense, resolver: Resolver) -> Iterator[Token]:
    """The heads of the locative phrases that say where the act was."""
    clause, type_ = frame.clause, sense.type
    if clause.kind == "noun":
        # "Talks in Geneva", "the shelling of homes in Odesa"; not "support in Congress".
        holders = [clause.head] if type_ in _SOMEWHERE else []
        if frame.light is not None and type_ in _SOMEWHERE:
            holders.append(frame.light.head)
    else:
        holders = [clause.head]
    signing = clause.token.lemma.lower() in _SIGNING
    if type_ in _BODILY or signing:
        # "Killed five people in Odesa", "signed a pact in Doha": parsers hang the place on the object.
        objects = (sentence.tokens[i] for i in frame.slots.get("object", ()))
        holders += [t.i for t in objects if t.pos == "NOUN" or _is_people(t, resolver)]
    for holder in dict.fromkeys(holders):
        for phrase in sentence.children(holder, "obl", "nmod"):
            preposition = _locative(sentence, phrase)
            if preposition is None or (preposition in sense.recipient and type_ not in _THERE):
                continue
            if type_ in _SOMEWHERE or _tells(sentence, frame, holder, phrase, resolver):
                yield phrase


def _is_people(token: Token, resolver: Resolver) -> bool:
    mention = resolver.mention_at(token)
    return mention is not None and mention.kind == "people"


def _locative(sentence: Sentence, phrase: Token) -> str | None:
    """The preposition of a phrase that may say where; else None."""
    case = sentence.child(phrase.i, "case")
    if case is None or phrase.dep == "nmod:poss" or sentence.child(case.i, "fixed") is not None:
        return None  # "in response to" is no place
    word = case.text.lower()
    if word in ("on", "along"):
        return word if phrase.lemma.lower() in _EDGES else None
    if word == "at":
        # "At a port" is a place; "fired at Haifa", "furious at Madrid" is a target.
        return word if phrase.lemma.lower() in _SITES else None
    return word if word in _LOCATIVE else None


def _tells(
    sentence: Sentence, frame: Frame, holder: int, phrase: Token, resolver: Resolver
) -> bool:
    """Whether a phrase tells where words were said, rather than what they were about."""
    if phrase.i < holder:
        return True
    if frame.clause.token.lemma.lower() in _SIGNING:
        # A truce "in Syria" is signed elsewhere; a city is where people sit down to sign.
        mention = resolver.mention_at(phrase)
        return mention is not None and mention.kind in ("city", "capital")
    # "Spoke in Vienna" says where; after an object the phrase may be the object's.
    return holder + 1 == min(sentence.subtree(phrase.i)) and not frame.slots.get("object")


def _place(sentence: Sentence, phrase: Token, resolver: Resolver) -> Place | None:
    if phrase.span.start in resolver.times:
        return None
    own = _name(sentence, phrase, resolver)
    if own is not None:
        return _with_parts(sentence, phrase, own, resolver)
    if phrase.lemma.lower() not in _SITES:
        return None
    named = sentence.children(phrase.i, "nmod", "appos", "flat")
    # "The West Bank village of Huwara": what follows is narrower than what stands before.
    for child in (*named, *sentence.children(phrase.i, "compound")):
        case = sentence.child(child.i, "case")
        if case is not None and case.text.lower() not in _OF:
            continue
        place = _name(sentence, child, resolver)
        if place is None and child.pos == "PROPN" and phrase.lemma.lower() in _NAMED:
            place = _unlisted(sentence, child, resolver)
        if place is None:
            continue
        if place.narrow == 2 and phrase.lemma.lower() not in _EDGES:
            return place
        return Place(_from_to(sentence, phrase, child, resolver), 1)
    for child in sentence.children(phrase.i, "amod"):
        mention = resolver.mention_at(child)
        if mention is not None and mention.kind == "adjective":
            return Place(_from_to(sentence, phrase, child, resolver), 1)
    return None


def _name(sentence: Sentence, token: Token, resolver: Resolver) -> Place | None:
    """The place that a word names by the register: state, capital or city."""
    mention = resolver.mention_at(token)
    if mention is None or mention.kind not in ("state", "capital", "city"):
        return None
    party = resolver.party(sentence, token.i)
    if party is None or party.name != mention.name:
        return None  # a person called Jordan or Paris
    if mention.kind != "state":
        return Place(mention.text, 2)
    if mention.code is None:
        return None
    return Place(f"{mention.name} ({mention.code})", 0)


def _with_parts(sentence: Sentence, token: Token, place: Place, resolver: Resolver) -> Place:
    """Keep what narrows a state: "northern Syria", "off Yemen"."""
    if place.narrow:
        return place
    case = sentence.child(token.i, "case")
    if case is not None and case.text.lower() in _BESIDE:
        return Place(_from_to(sentence, case, token, resolver), 1)
    for child in sentence.children(token.i, "amod", "compound"):
        if child.text.lower().endswith(("ern", "central")):
            return Place(_from_to(sentence, token, child, resolver), 1)
    return place


def _unlisted(sentence: Sentence, token: Token, resolver: Resolver) -> Place | None:
    """A name that only the report knows: "the village of Bilozerka"."""
    if resolver.mention_at(token) is not None:
        return None
    words = [token, *sentence.children(token.i, "flat", "compound")]
    span = Span(min(w.span.start for w in words), max(w.span.end for w in words))
    return Place(span.of(resolver.text), 2)


def _from_to(sentence: Sentence, one: Token, other: Token, resolver: Resolver) -> str:
    """The characters of two words, their names in full, and all between them."""
    spans = [one.span, other.span]
    for token in (one, other):
        mention = resolver.mention_at(token)
        if mention is not None:
            spans.append(mention.span)
        spans += [t.span for t in sentence.children(token.i, "compound", "flat")]
    return Span(min(s.start for s in spans), max(s.end for s in spans)).of(resolver.text)
