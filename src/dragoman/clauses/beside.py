# What stands beside a name between commas, hung elsewhere by the parser.
# Rule: see mend.py. English joins two with "and", and no clause with "which" is what somebody says.
"""Repairs of appositions and relative clauses behind a comma."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_where, only_with

_DASHES = frozenset({"–", "—", "--", "-"})
_CLOSING = frozenset({",", ".", ";", ":"})
#: What stands before a noun in one phrase, and what a second of two may be taken for.
_WITHIN = frozenset({"amod", "compound", "flat", "nmod", "nummod"})
_LOOSE = frozenset({"appos", "iobj", "obj", "xcomp"})
_RELATIVE = ("which", "who", "whom")


@only_with(",")
@only_where("NOUN conj")
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


@only_with("one")
def one_of_several(tree: Tree) -> None:
    """ "Chad, [one of the poorest nations], sent …": who is one of several is the one named before."""
    for i, token in enumerate(tree.given):
        if token.text.lower() != "one" or i < 2 or tree.given[i - 1].text != ",":
            continue
        if tree.dep[i].partition(":")[0] != "nsubj" or not tree.children(i, "nmod"):
            continue
        same = (k for k in tree.children(tree.head[i], tree.dep[i]) if k < i)
        for name in same:
            if tree.edges(name)[1] in (i - 1, i - 2) and tree.pos(name) in NOMINAL:
                tree.hang(i, name, "appos")
                break


@only_with("and")
@only_where("cc")
def each_from_another(tree: Tree) -> None:
    """ "requests from Kyiv [and pressure from Berlin]": of two with the same preposition each has its own noun."""
    for i, dep in enumerate(tree.dep):
        name = tree.head[i]
        if dep != "conj" or name > i or tree.pos(i) != "NOUN" or tree.pos(name) != "PROPN":
            continue
        noun = tree.head[name]
        cases = [tree.given[k].text for k in tree.children(name, "case")]
        if tree.dep[name] != "nmod" or tree.pos(noun) != "NOUN" or len(cases) != 1:
            continue
        if tree.children(i, "case", "nmod", "nmod:poss", "det") or tree.edges(i)[1] != i:
            continue
        around = (*tree.children(name, "nmod"), *tree.children(noun, "nmod"))
        for phrase in (*around, *tree.children(tree.head[noun], "obl")):
            same = [tree.given[k].text for k in tree.children(phrase, "case")] == cases
            if same and tree.edges(phrase)[0] == i + 1:
                tree.hang(i, noun, "conj")
                tree.hang(phrase, i, "nmod")
                break


def joined_by_and(tree: Tree) -> None:
    """ "joined the Nimitz [and the British ship Kent]": an "and" joins what it opens to what stands before it."""
    for word, token in enumerate(tree.given):
        if token.text.lower() != "and" or tree.dep[word] != "cc" or word < 1:
            continue
        top = tree.head[word]
        if tree.dep[top] == "conj" or tree.pos(top) not in NOMINAL or top < word:
            continue
        while tree.dep[top].partition(":")[0] in _WITHIN and tree.head[top] > top:
            top = tree.head[top]
        if tree.dep[top] not in _LOOSE or tree.edges(top)[0] != word:
            continue
        first = _ends_before(tree, top, word)
        if first is None:
            continue
        tree.dep[first] = "obj" if tree.dep[first] == "iobj" else tree.dep[first]
        tree.head[word] = top
        tree.hang(top, first, "conj")


def _ends_before(tree: Tree, top: int, word: int) -> int | None:
    """The name or noun that ends right before *word* and stands beside *top*, or has it below itself."""
    above = tree.head[top]
    if above < word and tree.pos(above) in NOMINAL and tree.dep[top] == "appos":
        return above
    beside = (k for k in tree.children(above) if k < word and tree.edges(k)[1] == word - 1)
    return next(
        (k for k in beside if tree.dep[k] in ("obj", "iobj") and tree.pos(k) in NOMINAL), None
    )


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


@only_with("–", "—", "--", "-")
def joined_behind_dashes(tree: Tree) -> None:
    """ "Chad – accused of arming rebels – [and Mali] left": what stands between dashes joins nothing behind them."""
    dashes = [i for i, t in enumerate(tree.given) if t.text in _DASHES and _is_spaced(tree, i)]
    if len(dashes) != 2:
        return
    opening, closing = dashes
    if closing + 1 >= len(tree.given) or tree.given[closing + 1].text.lower() not in ("and", "or"):
        return
    for other in range(closing + 2, len(tree.given)):
        inside = tree.head[other]
        if tree.dep[other] != "conj" or not opening < inside < closing:
            continue
        before = opening - 1
        while tree.head[before] < before and tree.edges(tree.head[before])[1] >= opening - 1:
            if tree.pos(tree.head[before]) not in NOMINAL:
                break
            before = tree.head[before]
        if before >= 0 and tree.pos(before) in ("NOUN", "PROPN"):
            tree.hang(other, before, "conj")
        return


def _is_spaced(tree: Tree, i: int) -> bool:
    """Whether a dash stands alone, and joins no two words."""
    if not 0 < i < len(tree.given) - 1:
        return False
    before, after = tree.given[i - 1].span.end, tree.given[i + 1].span.start
    dash = tree.given[i].span
    return dash.start > before and after > dash.end


@only_with("and")
def first_of_two_verbs(tree: Tree) -> None:
    """ "The minister [called] for talks and said …": behind a participle no "and" stands before the verb."""
    for word, token in enumerate(tree.given):
        verb = tree.head[word]
        if token.text != "and" or tree.dep[word] != "cc" or tree.dep[verb] != "root" or verb < word:
            continue
        if tree.pos(verb) != "VERB" or tree.children(verb, "aux", "expl"):
            continue
        subjects = [k for k in tree.children(verb, "nsubj") if k < word]
        if len(subjects) != 1 or tree.edges(subjects[0])[1] != word - 1:
            continue
        told = [k for k in tree.children(subjects[0], "acl") if tree.dep[k] == "acl"]
        if len(told) != 1 or tree.edges(told[0])[1] != word - 1:
            continue
        first = told[0]
        if "Tense=Past" not in tree.given[first].feats or tree.children(first, "mark", "aux"):
            continue
        tree.promote(first, subjects[0])
        tree.head[first], tree.dep[first] = first, "root"
        tree.head[verb], tree.dep[verb] = first, "conj"
