# A form in -ing without an auxiliary is no main verb: it describes the noun before it.
# Rule: see mend.py. Only where a finite verb stands behind it that lacks its subject, or has got the gerund's
#   object for one.
"""Take sentences whose subject is described by a gerund apart: "the coalition [fighting rebels] has …"."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_where

_ABOVE = ("root", "ccomp", "conj", "parataxis", "advcl")


@only_where("VERB root", "VERB ccomp", "VERB conj", "VERB parataxis", "VERB advcl")
def object_as_subject(tree: Tree) -> None:
    """ "The coalition [fighting] rebels [has declared] a truce": the coalition has, and not the rebels."""
    for gerund, dep in enumerate(tree.dep):
        if dep not in _ABOVE or not _is_bare(tree, gerund):
            continue
        described, below = _before(tree, gerund), tree.children(gerund, "ccomp", "parataxis")
        verb = next((k for k in below if k > gerund and _is_finite(tree, k)), None)
        if described is None or verb is None or tree.children(verb, "mark"):
            continue
        between = [k for k in tree.children(verb, "nsubj") if gerund < k < verb]
        if len(between) != 1 or tree.edges(between[0])[0] != gerund + 1:
            continue
        _stand_above(tree, gerund, verb)
        tree.hang(between[0], gerund, "obj")
        _describe(tree, described, gerund, verb)


@only_where("VERB ccomp", "VERB advcl", "VERB parataxis")
def verb_without_subject(tree: Tree) -> None:
    """ "The firm [shipping] arms [broke] the law": what stands before the verb and is no clause is its subject."""
    for gerund, dep in enumerate(tree.dep):
        verb = tree.head[gerund]
        if dep not in _ABOVE[1:] or verb < gerund or not _is_bare(tree, gerund):
            continue
        described = _before(tree, gerund)
        if described is None or not _is_finite(tree, verb) or tree.children(verb, "nsubj"):
            continue
        if any(tree.given[k].text == "," for k in range(described, verb)):
            continue
        _describe(tree, described, gerund, verb)


def _is_bare(tree: Tree, verb: int) -> bool:
    token = tree.given[verb]
    form = token.pos == "VERB" and token.text.lower().endswith("ing")
    return form and not tree.children(verb, "aux", "mark", "cop")


def _is_finite(tree: Tree, verb: int) -> bool:
    token = tree.given[verb]
    finite = "VerbForm=Fin" in token.feats or bool(tree.children(verb, "aux"))
    return token.pos == "VERB" and finite and not token.text.lower().endswith("ing")


def _before(tree: Tree, gerund: int) -> int | None:
    """The one noun right before a gerund that is hung on it as its subject."""
    subjects = tree.children(gerund, "nsubj")
    if len(subjects) != 1 or tree.edges(subjects[0])[1] != gerund - 1:
        return None
    return subjects[0] if tree.pos(subjects[0]) in NOMINAL - {"PRON"} else None


def _stand_above(tree: Tree, gerund: int, verb: int) -> None:
    """Put *verb* where the gerund stood."""
    head, dep = tree.head[gerund], tree.dep[gerund]
    tree.head[verb], tree.dep[verb] = (verb if head == gerund else head), dep
    for k in tree.children(gerund):
        if k > verb or tree.dep[k] == "punct":
            tree.hang(k, verb, tree.dep[k])


def _describe(tree: Tree, noun: int, gerund: int, verb: int) -> None:
    tree.head[noun], tree.dep[noun] = verb, "nsubj"
    tree.head[gerund], tree.dep[gerund] = noun, "acl"
