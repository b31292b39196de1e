# Base forms behind "demanded that", which a parser takes for nouns: "demanded that Chad [ease] sanctions".
# Rule 1: behind a verb that asks, "that" opens a clause with a subject and a base form; a noun with a subject
#   and an object is that form.
# Rule 2: only base forms that are verbs as well are looked for among the words before a noun.
"""Bring out verbs in the subjunctive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.infinitives import PRESENT

_ASKING = frozenset(
    "advise ask beg demand insist propose recommend request require stipulate suggest urge".split()
)
_BASES = PRESENT | frozenset(
    "cut deport drop ease end expel extend free halt lift limit pay pull release resume retreat return share stop "
    "supply surrender tighten transfer".split()
)
_BARE = frozenset({"VerbForm=Fin", "Mood=Sub"})
_BEFORE = ("det", "amod", "compound", "nmod:poss", "nmod:desc", "flat")


def subjunctives(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with base forms behind "demanded that" as the verbs of their clauses."""
    made = list(tokens)
    for token in tokens:
        if token.pos in ("NOUN", "ADJ") and token.dep == "ccomp" and _is_asked(made, token):
            _bring_out(made, token)
    return tuple(made)


def _is_asked(made: Sequence[Token], noun: Token) -> bool:
    verb = made[noun.head]
    marks = [t.text.lower() for t in below(made, noun.i, "mark")]
    return verb.lemma in _ASKING and marks == ["that"] and not below(made, noun.i, "cop", "aux")


def _bring_out(made: list[Token], noun: Token) -> None:
    subjects = below(made, noun.i, "nsubj")
    if len(subjects) == 1 and subjects[0].i < noun.i and noun.text in _BASES:
        # "that Chad [ease] its rules": it has an object, as a noun has not.
        made[noun.i] = replace(noun, pos="VERB", lemma=noun.text, feats=_BARE)
        for child in below(made, noun.i, "nmod"):
            made[child.i] = replace(child, dep="obl")
        return
    inside = [t for t in below(made, noun.i, *_BEFORE) if t.i < noun.i]
    verb = next((t for t in inside if t.text in _BASES and t.dep in ("compound", "amod")), None)
    if subjects or verb is None or made[verb.i - 1].pos not in ("NOUN", "PROPN"):
        return
    _divide(made, noun, verb, made[verb.i - 1])


def _divide(made: list[Token], noun: Token, verb: Token, subject: Token) -> None:
    """ "that the US [ease] sanctions": what stands before the verb is its subject, the noun its object."""
    made[verb.i] = replace(
        verb, pos="VERB", lemma=verb.text, feats=_BARE, head=noun.head, dep="ccomp"
    )
    for child in below(made, noun.i):
        if child.i == subject.i:
            made[child.i] = replace(child, head=verb.i, dep="nsubj")
        elif child.i < verb.i:
            above = verb.i if child.dep in ("mark", "advmod") else subject.i
            made[child.i] = replace(child, head=above)
    made[noun.i] = replace(noun, head=verb.i, dep="obj")
