# What somebody calls a thing, or says it is: "what it called [bandit camps]", "what it said were [bandit camps]".
# Rule: see mend.py. The thing stands where "what" stands, with all that tells where it is; whoever calls it so
#   describes it.
"""Repairs of things that a clause with "what" names."""

from __future__ import annotations

from dragoman.clauses.tree import Tree, only_where, only_with

_CALLING = frozenset("brand call deem describe dub label see style term view".split())
_SAYING = frozenset("allege assert believe claim maintain say suspect".split())
_DISMISSING = frozenset("condemn denounce deride describe dismiss reject".split())
_ACCUSING = frozenset({"accuse", "suspect"})
_ONE = ("a", "an")
_WHERE = frozenset("across along around at in inside near off on outside".split())


@only_with("what")
def called_thing(tree: Tree) -> None:
    """ "Condemned what it called the [shelling] of a port": the thing stands where "what" stands."""
    for what, token in enumerate(tree.given):
        if token.text.lower() != "what":
            continue
        clauses = tree.children(what, "acl")
        outside, relation = tree.head[what], tree.dep[what]
        if clauses:
            verb = clauses[0]
        elif tree.dep[outside] in ("ccomp", "csubj") and tree.head[outside] != outside:
            # "What it called [talks] …": a parser may take the verb of calling for the clause's head.
            verb, relation = outside, "obj" if tree.dep[outside] == "ccomp" else "nsubj"
            relation = "obl" if tree.children(what, "case") else relation
            outside = tree.head[verb]
        else:
            continue
        thing = _thing(tree, verb) if verb > what else None
        if thing is None:
            continue
        cases = tree.children(what, "case")
        for own in tree.children(thing, "case", "cop"):
            tree.hang(own, verb, "dep")
        tree.head[thing], tree.dep[thing] = outside, relation
        tree.head[verb], tree.dep[verb] = thing, "acl:relcl"
        for case in cases:
            tree.head[case] = thing
        tree.head[what], tree.dep[what] = verb, "obj"
        _place(tree, verb, thing)


@only_with("that", "this")
def called_that(tree: Tree) -> None:
    """ "Called [that] a lie": no clause begins there, for none has an article right behind "that"."""
    for that, token in enumerate(tree.given[:-1]):
        noun = tree.head[that]
        verb = tree.head[noun]
        if token.text.lower() not in ("that", "this") or not verb + 1 == that < noun:
            continue
        if tree.given[verb].lemma not in _CALLING or tree.pos(noun) not in ("NOUN", "ADJ"):
            continue
        article = [k for k in tree.children(noun, "det") if tree.given[k].text.lower() in _ONE]
        if article == [that + 1] and not tree.children(noun, "nsubj", "cop"):
            tree.head[that], tree.dep[that] = verb, "obj"
            tree.dep[noun] = "xcomp"


@only_with("as")
@only_where("VERB advcl")
def called_as(tree: Tree) -> None:
    """ "Dismissed as fabricated a [report]": the object stands behind what it is called, and is not that word's."""
    for word, token in enumerate(tree.given):
        verb = tree.head[word]
        if tree.dep[word] != "advcl" or "VerbForm=Part" not in token.feats or word != verb + 2:
            continue
        if tree.given[verb + 1].text != "as" or tree.children(verb, "obj", "aux:pass"):
            continue
        objects = [k for k in tree.children(word, "obj") if tree.edges(k)[0] == word + 1]
        if objects and tree.given[verb].lemma in _DISMISSING:
            tree.hang(objects[0], verb, "obj")


@only_with("of")
@only_where("ccomp", "parataxis", "advcl")
def accused_thing(tree: Tree) -> None:
    """ "Froze assets of two senators [it suspects] of arson": whom it suspects stands before, and no clause begins."""
    for verb, dep in enumerate(tree.dep):
        if dep not in ("ccomp", "parataxis", "advcl") or tree.given[verb].lemma not in _ACCUSING:
            continue
        subjects = tree.children(verb, "nsubj")
        if len(subjects) != 1 or tree.children(verb, "obj", "mark", "aux:pass", "cc"):
            continue
        first = tree.edges(subjects[0])[0]
        noun = first - 1
        charges = tree.children(verb, "advcl", "obl")
        tied = (
            tree.given[c].text.lower() for k in charges for c in tree.children(k, "mark", "case")
        )
        if noun > tree.head[verb] and tree.pos(noun) in ("NOUN", "PROPN") and "of" in tied:
            if subjects[0] < verb and not tree.under(noun, verb):
                tree.hang(verb, noun, "acl:relcl")


def _thing(tree: Tree, verb: int) -> int | None:
    """What is called something, or said to be it."""
    lemma = tree.given[verb].lemma.lower()
    things: list[int] = []
    if lemma in _CALLING:
        things = [k for k in tree.children(verb, "obj", "xcomp") if k > verb]
        things += [k for k in tree.children(verb, "obl") if k > verb and _is_as(tree, k)]
    elif lemma in _SAYING:
        told = [k for k in tree.children(verb, "ccomp") if k > verb and tree.children(k, "cop")]
        # "Fired at what it said were [bases]": a parser may hang it on the verb above.
        far = tree.children(tree.head[tree.head[verb]], "ccomp") if not told else []
        told += [k for k in far if k > verb and tree.children(k, "cop")[:1] == [verb + 1]]
        things = [k for k in told if not tree.children(k, "nsubj", "mark", "advmod")]
    nouns = [k for k in things[:1] if tree.pos(k) in ("NOUN", "PROPN")]
    return nouns[0] if nouns else None


def _place(tree: Tree, verb: int, thing: int) -> None:
    """ "What it called camps [in northern Iraq]": the camps are there; nobody was called so there."""
    for phrase in tree.children(verb, "obl", "nmod"):
        cases = [tree.given[k].text.lower() for k in tree.children(phrase, "case")]
        if phrase > thing and _WHERE.intersection(cases):
            tree.hang(phrase, thing, "nmod")
    for phrase in tree.children(thing, "obl"):
        tree.dep[phrase] = "nmod"


def _is_as(tree: Tree, phrase: int) -> bool:
    return any(tree.given[k].text.lower() == "as" for k in tree.children(phrase, "case"))
