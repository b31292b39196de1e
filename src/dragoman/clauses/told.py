# "Warned the Philippines that Beijing would take countermeasures": what one is told is no relative clause.
# Rule: see mend.py. Only behind verbs of telling, and only a clause that lacks nothing; and what whoever
#   speaks does besides, by a verb that is said and done at once.
"""Repairs of what somebody is told, hung on his name, and of who goes on to speak."""

from __future__ import annotations

from dragoman.clauses.tree import Tree, only_with

_TELLING = frozenset("assure caution inform notify promise remind tell warn".split())

_SAYING = frozenset("add argue claim insist note say state stress".split())
# What is done by speaking.
_SPOKEN = frozenset(
    "accuse appeal ask blame call condemn congratulate criticise criticize demand denounce dismiss offer pledge "
    "praise promise reject thank threaten urge vow warn welcome".split()
)


def speaker_goes_on(tree: Tree) -> None:
    """ "Said that Chad was ill but [urged] it to pay": whoever says the one does the other."""
    for verb, dep in enumerate(tree.dep):
        said = tree.head[verb]
        if dep != "conj" or said > verb or tree.dep[said] != "ccomp":
            continue
        above, token = tree.head[said], tree.given[verb]
        if token.lemma not in _SPOKEN or tree.given[above].lemma not in _SAYING:
            continue
        past = "Tense=Past" in token.feats and "Tense=Past" in tree.given[above].feats
        if not past or above > said or tree.children(verb, "nsubj", "aux", "mark"):
            continue
        if tree.children(above, "nsubj") and tree.children(said, "nsubj"):
            tree.hang(verb, above, "conj")


@only_with("that")
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
