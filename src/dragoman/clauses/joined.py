# Two whole sentences that a comma and "and" join, and that a parser made one.
# Rule: behind the comma and "and" stand a subject, perhaps a time, and a finite verb: see mend.py.
"""Repairs of the seam between two sentences in one."""

from __future__ import annotations

from itertools import pairwise

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.clauses.main_verbs import is_never_passive
from dragoman.clauses.moods import MODALS
from dragoman.clauses.nonfinite import is_finite
from dragoman.clauses.tree import NOMINAL, Tree, only_where, only_with

_LONGEST = 12  #: words of a description between commas
_DAYS = frozenset({day.lower() for day in WEEKDAYS})


@only_with("and", "but", "while")
def subject_behind_comma(tree: Tree) -> None:
    """ "cut ties with Chad, and [Mali] recalled its envoy": a comma, "and", a name and a verb begin anew."""
    for cc, token in enumerate(tree.given[1:-1], 1):
        if token.text not in ("and", "but", "while") or tree.given[cc - 1].text != ",":
            continue
        noun = tree.head[cc]
        before = tree.head[noun]
        if noun < cc or tree.dep[noun] != "conj" or before > cc or tree.pos(noun) not in NOMINAL:
            continue
        others = [k for k in tree.children(before, "conj") if k > noun and tree.pos(k) == "PROPN"]
        verb = tree.edges(others[-1])[1] + 1 if others else _behind_description(tree, noun)
        while verb < len(tree.given) and _stands_before_verb(tree, verb):
            verb += 1
        if verb >= len(tree.given) or tree.pos(verb) != "VERB" or not _has_tense(tree, verb):
            continue
        if tree.children(verb, "nsubj", "csubj", "mark", "cc") or tree.under(verb, noun):
            continue
        _begin_anew(tree, noun, cc, verb)
        for other in others:  # "…, and [Togo, Ghana and Mali] protested"
            tree.head[other] = noun


def _has_tense(tree: Tree, verb: int) -> bool:
    """Whether a verb is finite; a past form with an object right behind it is, for none does it to that."""
    active = "Tense=Past" in tree.given[verb].feats and verb + 1 in tree.children(verb, "obj")
    return active or is_finite(tree, verb)


def _behind_description(tree: Tree, noun: int) -> int:
    """The first word behind a noun and what stands between commas to describe it.

    "Mali, [a friend of Chad], recalled its envoy": the tree may hang the description anywhere.
    """
    behind = tree.edges(noun)[1] + 1
    if behind >= len(tree.given) or tree.given[behind].text != ",":
        return behind
    if tree.children(noun, "appos", "acl"):
        return behind + 1
    ends = (k for k in range(behind + 2, len(tree.given)) if tree.given[k].text == ",")
    end = next(ends, 0)
    inside = range(behind + 1, end)
    if not 0 < len(inside) <= _LONGEST or any(is_finite(tree, k) for k in inside):
        return behind
    tops = [k for k in inside if tree.head[k] not in inside and tree.pos(k) != "PUNCT"]
    if len(tops) != 1 or tree.pos(tops[0]) != "NOUN" or tree.children(tops[0], "case"):
        return behind
    tree.head[tops[0]], tree.dep[tops[0]] = noun, "appos"
    return end + 1


def _begin_anew(tree: Tree, noun: int, cc: int, verb: int) -> None:
    """The noun is the verb's subject, and what stands before "and" is no part of the verb's clause."""
    passive = bool(tree.children(verb, "aux:pass"))
    tree.head[noun], tree.dep[noun] = verb, "nsubj:pass" if passive else "nsubj"
    tree.head[cc] = verb
    first = tree.children(verb, "ccomp")
    if first and first[0] < cc and tree.children(first[0], "nsubj") and tree.dep[verb] == "root":
        # "[Kenya praised Chad], and Mali condemned": the first sentence is not told by the second.
        tree.head[first[0]], tree.dep[first[0]] = first[0], "root"
        tree.head[verb], tree.dep[verb] = first[0], "conj"
    above = tree.head[verb]
    if above < cc:
        for k in tree.children(verb):
            if k < cc - 1:  # "since [May], and Qatar …": the first clause's
                tree.head[k] = above
    if tree.dep[verb] in ("advcl", "ccomp"):
        tree.dep[verb] = "conj"


def _stands_before_verb(tree: Tree, i: int) -> bool:
    """Whether a word between subject and verb is the verb's: "Mali [last year] accused", "Mali [has] said"."""
    if tree.pos(i) == "AUX":
        return tree.head[i] > i
    top = i
    while tree.head[top] > top and tree.dep[top] == "amod":
        top = tree.head[top]
    if tree.dep[top] in ("det", "case"):
        top = tree.head[top]
    dated = tree.dep[top] == "obl" and tree.given[top].text.lower() in _DAYS
    return (dated or tree.dep[top] == "obl:unmarked") and tree.head[top] > top


@only_with("and", "but", "while")
@only_where("PUNCT punct")
def comma_before_and(tree: Tree) -> None:
    """ "…, and Qatar said": the comma before "and" is no part of the subject behind it."""
    for comma in range(len(tree.given) - 2):
        noun, cc = tree.head[comma], comma + 1
        if tree.given[comma].text != "," or tree.dep[cc] != "cc" or tree.dep[comma] != "punct":
            continue
        if noun > cc and tree.head[cc] == tree.head[noun] and tree.dep[noun].startswith("nsubj"):
            tree.head[comma] = tree.head[cc]


@only_with("and", "but", "while")
@only_where("VERB acl")
def verb_before_and(tree: Tree) -> None:
    """ "Crowds [marched] in Lagos, and police fired gas": the first subject has a verb of its own."""
    for second in tree.heads_of_two("nsubj"):
        subjects = [k for k in tree.children(second, "nsubj") if k < second]
        for left, right in pairwise(subjects):
            end, start = tree.edges(left)[1], tree.edges(right)[0]
            seam = [t.text.lower() for t in tree.given[end + 1 : end + 3]]
            if start > end + 3 or seam[:1] != [","] or seam[1] not in ("and", "but", "while"):
                continue
            first = next((k for k in _clauses_below(tree, left) if _is_told(tree, k)), None)
            if first is None:
                continue
            tree.head[first], tree.dep[first] = tree.head[second], tree.dep[second]
            if tree.dep[first] == "root":
                tree.head[first] = first
            tree.head[left] = first
            tree.head[second], tree.dep[second] = first, "conj"
            break


def _clauses_below(tree: Tree, noun: int) -> list[int]:
    """What describes a noun, or the noun that it counts: "thousands of people who …"."""
    inner = tree.children(noun, "nmod")
    return [k for n in (noun, *inner) for k in tree.children(n, "acl") if tree.dep[k] == "acl"]


def _is_told(tree: Tree, verb: int) -> bool:
    """Whether a past form behind a noun can only be its verb."""
    token = tree.given[verb]
    if token.pos != "VERB" or "Tense=Past" not in token.feats:
        return False
    # "Thousands protested in Lagos": of a decision protested there no "and" would follow.
    active = token.lemma == "protest" or is_never_passive(tree, verb)
    return active or bool(tree.children(verb, "obj", "ccomp"))


@only_where("VERB conj", "VERB parataxis")
def agreeing_verb(tree: Tree) -> None:
    """ "We will press it until it disarms and [frees] them": behind "will" no form in -s can follow."""
    for verb, dep in enumerate(tree.dep):
        above = tree.head[verb]
        if dep not in ("conj", "parataxis") or above > verb or not _is_form_in_s(tree, verb):
            continue
        helpers = (tree.given[k].text.lower() for k in tree.children(above, "aux"))
        if MODALS.isdisjoint(helpers) or tree.children(verb, "nsubj", "aux", "mark"):
            continue
        inner = [
            k
            for k in range(above + 1, verb)
            if _is_form_in_s(tree, k) and tree.children(k, "nsubj") and tree.under(k, above)
        ]
        if inner:
            tree.head[verb], tree.dep[verb] = inner[-1], "conj"


def _is_form_in_s(tree: Tree, i: int) -> bool:
    token = tree.given[i]
    present = {"Tense=Pres", "VerbForm=Fin"} <= token.feats
    return present and token.pos == "VERB" and token.text.endswith("s")
