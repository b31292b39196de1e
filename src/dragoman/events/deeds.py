# Whom a judgement of "the deal", "the flights" or "the move" is about: whoever made it.
# Rule 1: this comes last: it changes no party that has been found.
# Rule 2: the nearest sentence before that tells of such a deed decides; where it tells of several by
#   different doers, or where whoever judges did it himself, nobody is meant. Blows are mostly
#   answered with blows: of these all that are remembered must be the same one's.
"""The doers of a deed told before, for a noun that takes it up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.events.draft import Draft, Parties
from dragoman.events.pacts import PACTS, kinds

#: Acts that judge or answer what others have done.
JUDGING = frozenset({"ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
_KINDS = {
    "visit trip tour talk meeting summit": "CONSULT",
    "sale delivery shipment supply transfer": "AID COOPERATE",
    "deal agreement contract": "SUPPORT COOPERATE AID",
    "pact treaty accord": "SUPPORT",
    "deployment build-up buildup manoeuvre exercise drill flight patrol": "MOBILIZE COOPERATE",
    "launch test": "MOBILIZE",
    "strike raid shelling bombing incursion invasion": "ASSAULT",
    "expulsion embargo ban tariff sanction": "SANCTION COERCE",
    "offer proposal suggestion overture": "AGREE",
    "arrest seizure detention crackdown": "COERCE",
    "announcement change decision law measure move policy practice rule step": "",
}
_TYPES = {
    noun: frozenset(types.split()) for nouns, types in _KINDS.items() for noun in nouns.split()
}
#: Words of others about a deed are no deed.
_WORDS = frozenset({"ACCUSE", "REQUEST"})
_SLOTS = ("object", "about", "over", "against", "at", "on", "for")
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_REMEMBERED = 12  #: acts back that may be meant


def doers_of_deed(
    sentence: Sentence, made: Draft, before: Sequence[Draft]
) -> tuple[Token, Parties] | None:
    """The noun that takes up a deed, and who did it; None if that is not clear.

    Args:
        made: the judgement, whose recipient nobody names.
        before: acts of earlier sentences, in order.
    """
    if made.sense.type not in JUDGING or not any(p.known for p in made.actor):
        return None
    for slot in _SLOTS:
        for i in made.frame.slots.get(slot, ()):
            token = sentence.tokens[i]
            types = _TYPES.get(token.lemma.lower())
            if types is None or not _takes_up(sentence, token, made.head):
                continue
            told: Sequence[Draft] = before[-_REMEMBERED:]
            if token.lemma.lower() in PACTS:
                # After a trade pact "the climate agreement" is another.
                sort = kinds(sentence, token)
                told = [act for act in told if sort <= act.frame.clause.sentence.words]
            doers = _doers(told, types, {p.country or p.code for p in made.actor})
            return (token, doers) if doers else None
    return None


def _takes_up(sentence: Sentence, token: Token, judged: int) -> bool:
    """Whether a noun is definite and says of itself neither whose nor what: "the flights".

    "The flights, which Chad condemned," says only how they are *judged*.
    """
    definite = any(t.text.lower() in _DEFINITE for t in sentence.children(token.i, "det"))
    told = sentence.children(token.i, "nmod:poss", "acl", "nummod")
    return definite and all(t.i == judged for t in told)


def _doers(before: Sequence[Draft], types: frozenset[str], judges: set[str | None]) -> Parties:
    if types == {"ASSAULT"}:
        return _one_sided(list(_acting(before, types)), judges)
    sentences = [list(acts) for _, acts in groupby(before, key=_sentence)]
    for acts in reversed(sentences[-1:] if not types else sentences):
        found = list(_acting(acts, types))
        places = {p.country or p.code for p in found}
        if not found:
            continue
        several = any(len({p.country for p in act.actor if p.known}) > 1 for act in acts)
        if places & judges or (len(places) > 1 and not several):
            return ()
        return tuple({p.code: p for p in found}.values())
    return ()


def _one_sided(found: Sequence[Party], judges: set[str | None]) -> Parties:
    places = {p.country or p.code for p in found}
    return (found[-1],) if len(places) == 1 and not places & judges else ()


def _acting(acts: Sequence[Draft], types: frozenset[str]) -> Iterator[Party]:
    for act in acts:
        if types and act.sense.type == "SUPPORT" and not act.reciprocal:
            continue  # whoever refuses to join a pact has not made it
        if act.sense.type in types or (not types and act.sense.type not in _WORDS):
            yield from (p for p in act.actor if p.known)


def _sentence(act: Draft) -> int:
    return act.frame.clause.sentence.span.start
