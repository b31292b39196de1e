# Titles of several words before a name: "Secretary of Defense Robert Hale".
# Rule: a name of two words or more ends a phrase that a title opens; what stands between the
#   preposition and the name is the title's field, and no part of the name.
"""Hang a title with its field on the name that follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below

_TITLES = frozenset(
    "ambassador chancellor chief commander commissioner director envoy governor head mayor minister president premier "
    "secretary speaker undersecretary".split()
)
_FIELD = ("compound", "nmod:desc", "amod", "flat", "nmod")


def entitle(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with names freed from the fields of titles before them."""
    made = list(tokens)
    for name in tokens:
        if name.pos == "PROPN" and name.dep == "nmod" and name.head < name.i:
            _free(made, name)
    return tuple(made)


def _free(made: list[Token], name: Token) -> None:
    title, before = made[name.head], made[name.i - 1]
    named = any(t.i == name.i + 1 and t.pos == "PROPN" for t in below(made, name.i, "flat"))
    if title.lemma.lower() not in _TITLES or not title.text.istitle() or not named:
        return
    inside = before.head == name.i and before.relation in _FIELD and before.text.istitle()
    if not inside or before.pos not in ("PROPN", "NOUN"):
        return
    for part in below(made, name.i):
        if part.i < before.i:
            # "of", "the", "Middle" stand with the field.
            made[part.i] = replace(part, head=before.i)
    made[before.i] = replace(before, head=title.i, dep="nmod")
    root = title.head == title.i
    made[name.i] = replace(name, head=name.i if root else title.head, dep=title.dep)
    for part in below(made, title.i):
        if part.i > name.i:
            made[part.i] = replace(part, head=name.i)
    made[title.i] = replace(title, head=name.i, dep="nmod:desc")
