# Acts told once and done twice: "was turned back at dawn by Malta, then [by Italy]".
# Rule 1: every further phrase with "by" that no verb of its own holds tells the act again, of another doer.
# Rule 2: "by Malta and Italy" is one phrase and one act: its second name has no "by".
"""Read further doers of a passive, each with a phrase of its own."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, distinct

_HELD = ("advmod", "nmod", "obl", "orphan", "conj")
_TWICE = 2  #: times that "by" must stand in a sentence for anything to be done twice


def done_by_each(
    sentence: Sentence, resolver: Resolver, drafts: Mapping[int, Draft]
) -> Iterator[Draft]:
    """Yield the acts of *drafts* again for every further doer behind a "by" of his own."""
    if not drafts or "by" not in sentence.words:
        return
    if sum(t.text.lower() == "by" for t in sentence.tokens) < _TWICE:
        return
    for made in tuple(drafts.values()):
        clause = made.frame.clause
        if clause.kind != "verb" or not clause.passive or made.reciprocal:
            continue
        if not any(p.known for p in made.actor):
            continue
        first = {_side(p.country, p.code) for p in made.actor}
        for doer in _doers(sentence, clause.head, drafts):
            parties = resolver.parties(sentence, doer.i)
            actor = distinct(p for p in parties if p.known and p.kind == "actor")
            sides = {_side(p.country, p.code) for p in actor}
            if not actor or sides & first or doer.i in drafts:
                continue
            first |= sides
            again = replace(clause, head=doer.i, slots={"subject": (doer.i,)})
            others = tuple(p for p in made.recipient if _side(p.country, p.code) not in sides)
            yield replace(
                made, frame=replace(made.frame, clause=again), actor=actor, recipient=others
            )


def _doers(sentence: Sentence, verb: int, acts: Container[int]) -> Iterator[Token]:
    """The heads of the phrases with "by" behind a verb that no other verb or act holds, in order."""
    for by in sentence.tokens[verb + 1 :]:
        if by.text.lower() != "by" or by.relation != "case":
            continue
        noun = sentence.tokens[by.head]
        if noun.pos not in ("NOUN", "PROPN"):
            continue
        above = noun
        while above.i != verb and above.relation in _HELD and above.pos != "VERB":
            if above.head in acts and above.head != verb:
                break  # "freed by Chad after a raid by Mali": Mali raided, and freed nobody
            above = sentence.tokens[above.head]
        if above.i == verb:
            yield noun


def _side(country: str | None, code: str | None) -> str | None:
    return country or code
