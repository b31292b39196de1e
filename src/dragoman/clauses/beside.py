# What stands beside a name between commas, hung elsewhere by the parser.
# Rule: see mend.py. English joins two with "and", and no clause with "which" is what somebody says.
"""Repairs of appositions and relative clauses behind a comma."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_with

_CLOSING = frozenset({",", ".", ";", ":"})
_RELATIVE = ("which", "who", "whom")


@only_with(",")
def apposition_without_and(tree: Tree) -> None:
    """ "Beijing, [India's rival], has …": without an "and" the second of two is the first."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "conj" or tree.pos(i) != "NOUN" or tree.pos(noun) != "PROPN" or noun > i:
            continue
        joined = tree.children(noun, "conj")
        if joined != [i] or tree.children(i, "cc", "conj", "case") or tree.children(noun, "cc"):
            continue
        first, last = tree.edges(i)
        opened = "," in (tree.given[first].text, tree.given[first - 1].text)
        after = tree.given[last + 1].text if last + 1 < len(tree.given) else ""
        closed = after in _CLOSING or (after and tree.given[last].text == ",")
        if opened and closed and tree.children(i, "nmod:poss", "det"):
            tree.dep[i] = "appos"


@only_with(*_RELATIVE)
def relative_of_subject(tree: Tree) -> None:
    """ "Turkey, [which buys gold], said": a clause with "which" behind a subject describes it."""
    for pronoun, token in enumerate(tree.given):
        if (
            token.text.lower() not in _RELATIVE
            or pronoun < 2
            or tree.given[pronoun - 1].text != ","
        ):
            continue
        verb = tree.head[pronoun]
        main = tree.head[verb]
        loose = tree.dep[verb].partition(":")[0] in ("ccomp", "advcl", "parataxis")
        if not loose or tree.pos(verb) != "VERB" or not pronoun < verb < main:
            continue
        if tree.dep[pronoun] not in ("nsubj", "nsubj:pass", "obj", "iobj"):
            continue
        for noun in tree.children(main, "nsubj", "nsubj:pass"):
            ends = tree.edges(noun)[1] in (pronoun - 2, pronoun - 1)
            if noun < pronoun and ends and tree.pos(noun) in NOMINAL:
                tree.hang(verb, noun, "acl:relcl")
                break
