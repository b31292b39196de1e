# Phrases that say how, or in spite of what, something is done.
# Rule: see mend.py. A noun has no "despite", and "step by step" is nobody's object.
"""Hang adverbial phrases on their verb."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_with


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
