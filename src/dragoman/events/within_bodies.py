# Bodies of states in which several work together: "works closely with Oman within the Arab League".
# Rule: only where the words say "within" or "inside", and only of an act that its parties do to each other:
#   what is done "in" a body may be done to it, or in its town.
"""Read the bodies within which states cooperate and consult."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, distinct

_TYPES = frozenset({"CONSULT", "COOPERATE"})
_WITHIN = frozenset({"inside", "within"})
_BODIES = frozenset({"alliance", "bloc", "igo"})


def within_bodies(
    sentence: Sentence, resolver: Resolver, drafts: dict[int, Draft]
) -> dict[int, Draft]:
    """Return the *drafts* with the bodies within which somebody works with others."""
    if sentence.words.isdisjoint(_WITHIN):
        return drafts
    found = dict(drafts)
    for head, made in drafts.items():
        if made.sense.type not in _TYPES or not made.reciprocal:
            continue
        clause = made.frame.light or made.frame.clause
        if bodies := tuple(_bodies(sentence, resolver, clause.head)):
            found[head] = replace(made, actor=distinct((*made.actor, *bodies)))
    return found


def _bodies(sentence: Sentence, resolver: Resolver, head: int) -> Iterator[Party]:
    """The bodies that a predicate's phrases with "within" name."""
    for below in sentence.subtree(head):
        if not any(t.text.lower() in _WITHIN for t in sentence.children(below, "case")):
            continue
        for i in sentence.conjuncts(below):
            mention = resolver.mention_at(sentence.tokens[i])
            if mention is not None and mention.kind in _BODIES and mention.code:
                yield mention.party()
