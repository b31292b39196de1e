# Words that a parser hangs on a neighbour which cannot govern them.
# Rule: as in mend.py, only what Universal Dependencies rules out is touched: a subject of an
#   auxiliary, a verb as an oblique, an infinitive of a noun of time.
"""Hang subjects, names and infinitives on the words that govern them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dragoman.clauses.mend import Tree

_TIMES = frozenset({"day", "week", "month", "year", "decade", "generation"})


def auxiliary_subject(tree: Tree) -> None:
    """ "Chad has [for years] shipped oil": the subject is the verb's, not the auxiliary's."""
    for i in range(len(tree.given)):
        above = tree.head[i]
        if not tree.dep[i].startswith("nsubj") or tree.dep[above] not in ("aux", "aux:pass"):
            continue
        verb = tree.head[above]
        if i < above < verb and not tree.children(verb, "nsubj"):
            passive = tree.children(verb, "aux:pass")
            tree.hang(i, verb, "nsubj:pass" if passive else "nsubj")


def described_name(tree: Tree) -> None:
    """ "To crisis-[hit] Sri Lanka": a participle with a hyphen before a noun describes it."""
    for verb in range(2, len(tree.given) - 1):
        if tree.pos(verb) != "VERB" or tree.given[verb - 1].text not in ("-", "‑"):
            continue
        noun = verb + 1
        slot = tree.dep[verb].partition(":")[0]
        is_object = tree.head[noun] == verb and tree.dep[noun] == "obj"
        if slot not in ("obl", "nmod") or not is_object or tree.pos(noun) not in ("NOUN", "PROPN"):
            continue
        tree.head[noun], tree.dep[noun] = tree.head[verb], tree.dep[verb]
        tree.head[verb], tree.dep[verb] = noun, "amod"
        for k in tree.children(verb, "case", "mark", "det"):
            tree.head[k] = noun
            tree.dep[k] = "case" if tree.dep[k] == "mark" else tree.dep[k]


def late_infinitive(tree: Tree) -> None:
    """ "Refused for years to deliver": what was refused is the verb's, not the years'."""
    for i in range(len(tree.given)):
        noun = tree.head[i]
        above = tree.head[noun]
        infinitive = any(tree.given[k].lemma == "to" for k in tree.children(i, "mark"))
        if tree.pos(i) != "VERB" or tree.dep[i] != "acl" or not infinitive or noun > i:
            continue
        during = any(tree.given[k].lemma == "for" for k in tree.children(noun, "case"))
        if tree.given[noun].lemma in _TIMES and during and tree.pos(above) == "VERB":
            tree.hang(i, above, "xcomp")
