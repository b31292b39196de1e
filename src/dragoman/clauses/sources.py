# What a source named by the way tears apart: "which, according to an agency in Dakar, Mali and Niger condemned".
# Rule: see mend.py. A comma ends what follows "according to"; names behind it belong to the verb that has no other
#   subject, and a pronoun with no verb of its own is that verb's object.
"""Repairs of clauses with "according to" in their midst."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_with

_RELATIVE = frozenset({"which", "whom"})
_AUXILIARY = frozenset({"aux", "advmod", "aux:pass", "cc:preconj"})


@only_with("according")
def names_behind_source(tree: Tree) -> None:
    """ "According to a paper in Dakar, [Mali and Niger] have left": names behind the comma act."""
    for source in _sources(tree):
        verb = tree.head[source]
        if tree.pos(verb) != "VERB" or verb < source or tree.children(verb, "nsubj", "csubj"):
            continue
        first, last = tree.edges(source)
        commas = [k for k in range(first, last + 1) if tree.given[k].text == ","]
        behind = _group_behind(tree, source, commas, verb)
        if not behind:
            continue
        subject, *others = behind
        passive = bool(tree.children(verb, "aux:pass"))
        tree.hang(subject, verb, "nsubj:pass" if passive else "nsubj")
        for k in others:
            tree.hang(k, subject, "conj")
        _object_before(tree, verb, first)


def _sources(tree: Tree) -> list[int]:
    """The heads of the phrases with "according to"."""
    return [
        tree.head[k]
        for k, token in enumerate(tree.given)
        if token.text.lower() == "according" and tree.dep[k] == "case"
    ]


def _group_behind(tree: Tree, source: int, commas: list[int], verb: int) -> list[int]:
    """The names joined inside the source's phrase that stand behind a comma, right before the verb."""
    joined = [k for k in range(source, verb) if tree.dep[k] == "conj" and tree.under(k, source)]
    for comma in commas:
        behind = [k for k in joined if k > comma and tree.pos(k) in NOMINAL]
        if len(behind) < 2 or any(k < comma and k in joined for k in joined):
            continue
        if any(tree.dep[k] not in _AUXILIARY for k in range(tree.edges(behind[-1])[1] + 1, verb)):
            continue
        return behind
    return []


def _object_before(tree: Tree, verb: int, start: int) -> None:
    """ "The raids, [which], according to …": the pronoun is the verb's object, and the verb describes the raids."""
    for pronoun in range(start - 1, max(start - 3, 0), -1):
        if tree.given[pronoun].text.lower() not in _RELATIVE:
            continue
        noun = tree.head[pronoun]
        if noun == verb:
            noun = pronoun - 2 if tree.given[pronoun - 1].text == "," else pronoun - 1
        elif tree.children(verb, "obj"):
            return
        if not 0 <= noun < pronoun or tree.pos(noun) not in NOMINAL:
            return
        tree.hang(verb, noun, "acl:relcl")
        tree.hang(pronoun, verb, "obj")
        return
