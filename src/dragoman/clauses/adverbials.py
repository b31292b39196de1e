# Phrases that say how, from whom or in spite of what something is done.
# Rule: see mend.py. A noun has no "despite", "step by step" is nobody's object, and what is retaken is
#   retaken from somebody.
"""Hang phrases on the verb that they are about."""

from __future__ import annotations

from dragoman.clauses.inflection import bases
from dragoman.clauses.tree import NOMINAL, Tree, only_with

_TAKING = frozenset(
    "capture clear cleanse free grab liberate purge recapture reclaim reconquer recover retake rid seize take win "
    "wrest".split()
)


@only_with("despite", "notwithstanding")
def in_spite(tree: Tree) -> None:
    """ "sent no tanks [despite requests]": in spite of something one acts; things are not."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "nmod" or noun > i or tree.pos(noun) not in NOMINAL:
            continue
        if not any(tree.given[k].text.lower() == "despite" for k in tree.children(i, "case")):
            continue
        while tree.pos(noun) in NOMINAL and tree.head[noun] != noun:
            noun = tree.head[noun]
        if tree.pos(noun) == "VERB":
            tree.hang(i, noun, "obl")


@only_with("by")
def one_by_one(tree: Tree) -> None:
    """ "lifted [step by step]": a word "by" itself says how."""
    for i in range(2, len(tree.given)):
        if tree.given[i - 1].text != "by" or tree.given[i - 2].lemma != tree.given[i].lemma:
            continue
        first = i - 2
        if tree.dep[first] in ("obj", "iobj", "xcomp") and tree.head[i] == first:
            tree.dep[first] = "obl:unmarked"


@only_with("from")
def taken_from(tree: Tree) -> None:
    """ "to retake the town of Palmyra [from the rebels]": a town is from nobody, it is taken from them."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "nmod" or name > i or tree.pos(name) not in NOMINAL:
            continue
        if [tree.given[k].text.lower() for k in tree.children(i, "case")] != ["from"]:
            continue
        top = name
        while tree.dep[top] in ("nmod", "flat", "appos") and tree.head[top] < top:
            top = tree.head[top]
        verb = tree.head[top]
        if tree.dep[top] != "obj" or verb > top or _TAKING.isdisjoint(bases(tree.given[verb].text)):
            continue
        if tree.edges(i)[1] == tree.edges(top)[1] and tree.pos(name) == "PROPN":
            tree.hang(i, verb, "obl")
