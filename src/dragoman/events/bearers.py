# On whom an act falls when nobody known is named there: "Mexican police held [several suspects]".
# Rule 1: this comes last. It makes no act, and no act needs it: the words are kept, without a code.
# Rule 2: a party of the actor's own state is one too, where it is named as a party and not as a
#   thing of its own: "Iraq imposed a curfew on [Basra]".
"""Name whom an act falls on by the report's own words."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties
from dragoman.events.senses import Lexicon, Sense

#: Slots that can hold whoever bears an act; the others say where, why or with what.
_SLOTS = ("object", "iobj", "on", "against", "to", "with", "from", "at", "by", "upon")
_BEHIND_NOUNS = ("against", "into", "on")
#: Words among what a sense asks for which show that it asks for somebody.
_SOMEBODY = frozenset(
    {
        "*",
        "@actor",
        "@human",
        "@humans",
        "@person",
        "person",
        "man",
        "suspect",
        "soldier",
        "company",
    }
)


def borne_by(sentence: Sentence, resolver: Resolver, lexicon: Lexicon, made: Draft) -> Parties:
    """The recipients of an act: those it has, or whoever its slots name without a known code."""
    carried = made.frame.light is not None  # "launched an investigation into [two firms]"
    if made.recipient or made.reciprocal or not (carried or made.frame.clause.kind == "verb"):
        return made.recipient
    for slot in made.sense.recipient:
        if slot not in (_BEHIND_NOUNS if carried else _SLOTS):
            continue
        if not _holds_somebody(made.sense, slot):
            continue
        for i in made.frame.slots.get(slot, ()):
            found = _bearer(sentence, resolver, lexicon, i)
            if found is not None and not any(found.span.touches(a.span) for a in made.actor):
                return (found,)
    return ()


def _holds_somebody(sense: Sense, slot: str) -> bool:
    """Whether the sense leaves a slot open or asks for somebody there: not for "restrictions"."""
    asked = [wanted for name, wanted, _ in sense.where if name == slot and wanted]
    return not asked or any(wanted & _SOMEBODY for wanted in asked)


def _bearer(sentence: Sentence, resolver: Resolver, lexicon: Lexicon, i: int) -> Party | None:
    token = sentence.tokens[resolver.core(sentence, i)]
    if token.span.start in resolver.times:
        return None  # "imposed a curfew on Sunday"
    if any(("noun", lemma) in lexicon.index for lemma in lemmas(token.text, token.lemma)):
        return None  # "condemned the Kabul bombing": an act is not who bears the blame
    party = resolver.party(sentence, i)
    if party is not None and party.kind in ("actor", "place"):
        return None if _is_own(sentence, token) and party.known else party
    if token.pos not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    words = {*lemmas(token.text, token.lemma), token.text.lower()}
    known = words & lexicon.bearers or resolver.is_human(sentence, token.i)
    known = known or resolver.is_people(sentence, token.i)
    if token.pos != "PROPN" and not known:
        return None
    return resolver.plain(sentence, token.i)


def _is_own(sentence: Sentence, token: Token) -> bool:
    """ "its army", "themselves": the actor's own."""
    if token.pos == "PRON":
        return True
    return any(t.pos == "PRON" for t in sentence.children(token.i, "nmod:poss"))
