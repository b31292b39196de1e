# "Warned the Philippines that Beijing would take countermeasures": what one is told is no relative clause.
# Rule: see mend.py. Only behind verbs of telling, and only a clause that lacks nothing.
"""Repair of what somebody is told, where it was hung on his name."""

from __future__ import annotations

from dragoman.clauses.tree import Tree

_TELLING = frozenset("assure caution inform notify promise remind tell warn".split())


def told_clause(tree: Tree) -> None:
    """ "Told Peru [that Chile would take part]": with a subject and an object it relates to nobody."""
    for clause, dep in enumerate(tree.dep):
        if dep != "acl:relcl":
            continue
        whom, first = tree.head[clause], tree.edges(clause)[0]
        verb = tree.head[whom]
        if tree.dep[whom] not in ("obj", "iobj") or tree.given[verb].lemma not in _TELLING:
            continue
        if first != whom + 1 or tree.given[first].text.lower() != "that":
            continue
        subjects = set(tree.children(clause, "nsubj")) - {first}
        objects = set(tree.children(clause, "obj", "ccomp", "xcomp")) - {first}
        if tree.head[first] == clause and subjects and objects:
            tree.dep[first] = "mark"
            tree.hang(clause, verb, "ccomp")
