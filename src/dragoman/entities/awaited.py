# Who is to do what a pressure waits for: "will press Chad until [it] frees them".
# Rule: the pronoun is the subject behind "until" or "unless", and the clause above presses somebody known.
"""Pronouns of whoever is pressed."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.phrases import preposition
from dragoman.entities.actor import Party
from dragoman.entities.pronouns import Resolve

_PRONOUNS = frozenset({"it", "they"})
_AWAITING = frozenset({"unless", "until"})
#: Verbs whose object is pressed.
_PRESSING = frozenset(
    "besiege blockade bomb boycott isolate press pressure punish push sanction squeeze strike target urge".split()
)
#: Nouns of pressure, with their prepositions.
_PRESSURE = frozenset(
    "ban blockade boycott embargo measure penalty pressure restriction sanction siege strike tariff".split()
)
_ON = frozenset({"against", "on", "to"})


def awaited_of(sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
    """The one who is pressed until "it" yields; None where nobody known is."""
    parties = (resolve(sentence, pressed.i) for pressed in awaited(sentence, token))
    return next((p for p in parties if p is not None and p.known), None)


def awaited(sentence: Sentence, token: Token) -> tuple[Token, ...]:
    """The phrases of whoever is pressed until a pronoun yields, known or not: "will press [the regime] until it"."""
    if token.relation != "nsubj" or token.text.lower() not in _PRONOUNS:
        return ()
    if sentence.words.isdisjoint(_AWAITING):
        return ()
    verb = sentence.tokens[token.head]
    marks = (m.text.lower() for m in sentence.children(verb.i, "mark"))
    if not any(m in _AWAITING for m in marks) or verb.relation != "advcl":
        return ()
    above = (sentence.tokens[verb.head], *sentence.children(verb.head, "xcomp", "advcl"))
    return tuple(pressed for one in above for pressed in _pressed(sentence, one))


def _pressed(sentence: Sentence, verb: Token) -> tuple[Token, ...]:
    """Whom a verb presses, or on whom it has pressure."""
    objects = sentence.children(verb.i, "obj")
    if verb.lemma.lower() in _PRESSING:
        return objects
    beside = (
        *objects,
        *sentence.children(verb.i, "nsubj"),
    )  # "[sanctions] on Chad will stay until"
    nouns = [t for t in beside if t.lemma.lower() in _PRESSURE]
    if not nouns:
        return ()
    below = (t for o in (*nouns, verb) for t in sentence.children(o.i, "obl", "nmod"))
    return tuple(t for t in below if preposition(sentence, t.i) in _ON)
