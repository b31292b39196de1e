# What a source named by the way tears apart: "which, according to an agency in Dakar, Mali and Niger condemned".
# Rule: see mend.py. A comma ends what follows "according to"; names behind it belong to the verb that has no other
#   subject. From a pronoun to its verb the order alone says who is what: which, source, comma, subject, verb.
"""Repairs of clauses with "according to" in their midst."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.clauses.tree import NOMINAL, Tree, only_with

_RELATIVE = frozenset({"that", "which", "whom"})
_AUXILIARY = frozenset({"aux", "advmod", "aux:pass", "cc:preconj"})
_HAVE = frozenset({"had", "has", "have"})
# What stands in a group of names, and what it is to the name behind it.
_IN_NAME = {"ADJ": "amod", "DET": "det", "NOUN": "compound", "NUM": "nummod", "PROPN": "compound"}


@only_with("according")
def relative_behind_source(tree: Tree) -> None:
    """ "A ban [which, according to the BBC, Chad and Niger have criticised]": they criticise the ban."""
    for source in _sources(tree):
        case = tree.children(source, "case")[0]
        pronoun = case - 2 if tree.given[case - 1].text == "," else case - 1
        if pronoun < 1 or tree.given[pronoun].text.lower() not in _RELATIVE:
            continue
        noun = pronoun - 2 if tree.given[pronoun - 1].text == "," else pronoun - 1
        comma = _next(tree, source, lambda k: tree.given[k].text == ",")
        verb = _next(tree, comma, lambda k: _is_full_verb(tree, k))
        names = _names_between(tree, comma + 1, verb)
        if not names or tree.pos(noun) not in NOMINAL or tree.children(verb, "aux:pass"):
            continue
        tree.hang(verb, noun, "acl:relcl")
        tree.hang(pronoun, verb, "obj")
        tree.hang(source, verb, "obl")
        _hang_names(tree, names, verb)


def _next(tree: Tree, start: int, test: Callable[[int], bool]) -> int:
    """The first token behind *start* that passes; the last of all if none does."""
    return next((k for k in range(start + 1, len(tree.given)) if test(k)), len(tree.given) - 1)


def _is_full_verb(tree: Tree, k: int) -> bool:
    """A verb, and neither a name ("[United] States") nor "have" before another verb's participle."""
    word = tree.given[k].text
    return tree.pos(k) == "VERB" and word.islower() and word not in _HAVE


def _names_between(tree: Tree, first: int, verb: int) -> list[list[int]]:
    """The names before *verb*, a list of tokens each; none where anything but names and auxiliaries stands there."""
    names: list[list[int]] = [[]]
    for k in range(first, verb):
        token = tree.given[k]
        if token.pos in {"AUX", "ADV"} or token.text.lower() in _HAVE | {"both"}:
            break
        if token.text == "," or token.lemma == "and":
            names.append([])
        elif token.pos in _IN_NAME or token.text.istitle():
            names[-1].append(k)
        else:
            return []
    names = [name for name in names if name]
    return names if all(tree.pos(name[-1]) in NOMINAL for name in names) else []


def _hang_names(tree: Tree, names: list[list[int]], verb: int) -> None:
    """Make *names* the subject of *verb*, and what stands between them and it the verb's own."""
    subject = names[0][-1]
    tree.hang(subject, verb, "nsubj")
    for name in names:
        if name[-1] != subject:
            tree.hang(name[-1], subject, "conj")
        for k in name[:-1]:
            if tree.head[k] not in name:
                tree.hang(k, name[-1], _IN_NAME.get(tree.pos(k), "compound"))
    for k in range(names[-1][-1] + 1, verb):
        is_auxiliary = tree.pos(k) == "AUX" or tree.given[k].text.lower() in _HAVE
        tree.hang(k, verb, "aux" if is_auxiliary else "advmod")


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
