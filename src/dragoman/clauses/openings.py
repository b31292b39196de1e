# What stands before the word that opens a clause is no part of it.
# Rule: see mend.py. "After", "because" and their like come first in their clause; only "that", "if" and
#   "whether" may stand behind what is asked or drawn forward.
"""Give a verb back what a clause behind it has taken."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_where

_OPENING = frozenset(
    "after although as because before since so though unless until when whereas while".split()
)
_TAKEN = ("obl", "obj", "nsubj", "nmod", "advmod")


@only_where("advcl")
def before_opening(tree: Tree) -> None:
    """ "Cuba freed 553 [prisoners] after it …": the prisoners are whom it freed."""
    for verb, dep in enumerate(tree.dep):
        above = tree.head[verb]
        if dep != "advcl" or above > verb or tree.pos(above) != "VERB":
            continue
        opening = next(
            (
                k
                for k in tree.children(verb, "mark")
                if tree.given[k].text.lower() in _OPENING and above < k
            ),
            None,
        )
        if opening is None:
            continue
        for k in tree.children(verb, *_TAKEN):
            if not above < k < opening or tree.pos(k) not in NOMINAL:
                continue
            first, last = tree.edges(k)
            if last >= opening or any(tree.given[i].text == "," for i in range(above, first)):
                continue
            bare = not tree.children(k, "case") and not tree.children(above, "obj", "ccomp")
            tree.hang(k, above, "obj" if bare else "obl")
