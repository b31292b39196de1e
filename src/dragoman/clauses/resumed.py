# Verbs that come when a long description of their subject has ended: "Chad, which …, [agreed] to …".
# Rule 1: a name has one main verb, and a comma closes what describes it; see mend.py.
# Rule 2: only a form that can be nothing else is taken for it: finite, or with a finite auxiliary, without a
#   subject and without a conjunction.
"""Repairs of main verbs behind relative clauses, adjectives and participles that describe their subject."""

from __future__ import annotations

from dragoman.clauses.nonfinite import is_finite
from dragoman.clauses.tree import NOMINAL, Tree, nominal, only_where, only_with

_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
_JOINED = ("advcl", "conj", "parataxis", "ccomp", "acl")
_SUBJECTS = ("nsubj", "csubj", "expl")
_CALLED = ("vocative", "nsubj", "dislocated", "obl:unmarked", "obl", "dep")
#: Past forms that stand alone behind a clause without commas, and cannot be passive.
_ALONE = frozenset(
    "abstain agree appear appeal arrive become begin collapse come continue die fail fall flee go grow happen insist "
    "leave refuse remain reply resign respond rise say seem stand try turn vote".split()
)


@only_with(*_RELATIVE)
@only_where(*nominal("root"))
def verb_behind_nested_clause(tree: Tree) -> None:
    """ "Oman, which left after rebels struck its port, [agreed] …": no clause inside the commas has it."""
    for noun, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos(noun) not in NOMINAL:
            continue
        if tree.children(noun, *_SUBJECTS, "cop", "aux"):
            continue
        for clause in tree.children(noun, "acl:relcl"):
            if not _is_relative(tree, clause):
                continue
            for verb in range(clause + 1, len(tree.given)):
                if tree.under(verb, clause) and _resumes(tree, verb, clause):
                    tree.promote(verb, noun)
                    return


def _is_relative(tree: Tree, clause: int) -> bool:
    words = {tree.given[k].text.lower() for k in tree.children(clause)}
    return bool(words & _RELATIVE) or any(
        tree.given[k].text.lower() == "whose"
        for s in tree.children(clause, "nsubj", "obj")
        for k in tree.children(s)
    )


def _resumes(tree: Tree, verb: int, clause: int) -> bool:
    """Whether a verb can only be the main verb of the noun that *clause* describes."""
    if tree.given[verb].pos != "VERB" or tree.dep[verb] not in _JOINED:
        return False
    if tree.children(verb, *_SUBJECTS, "mark", "cc"):
        return False
    start, _ = tree.edges(verb)
    first = start + (tree.given[start].text == ",")
    if any(tree.pos(k) not in ("AUX", "ADV", "PART") for k in range(first, verb)):
        return False
    comma = tree.given[first - 1].text == ","
    opened, _ = tree.edges(clause)
    closed = "," in (tree.given[opened].text, tree.given[opened - 1].text)
    if is_finite(tree, verb):
        return comma and closed
    return not comma and not closed and _stands_alone(tree, verb)


def _stands_alone(tree: Tree, verb: int) -> bool:
    token = tree.given[verb]
    return "Tense=Past" in token.feats and token.lemma in _ALONE


@only_with("whose")
def clause_of_called_name(tree: Tree) -> None:
    """ "Oman, [whose] envoys spoke to both, hosted …": nobody is called, the first clause describes the name."""
    for whose in range(2, len(tree.given) - 2):
        if tree.given[whose].text.lower() != "whose" or tree.given[whose - 1].text != ",":
            continue
        name = whose - 2
        while tree.dep[name] == "flat":
            name = tree.head[name]
        verb = tree.head[tree.head[whose]]
        if tree.pos(verb) != "VERB" or tree.head[name] != verb or tree.dep[name] not in _CALLED:
            continue
        if tree.head[whose] not in tree.children(verb, "nsubj") or tree.children(name, "case"):
            continue
        main = _verb_beside(tree, verb)
        if main is None:
            continue
        if tree.head[main] == verb:
            tree.head[main] = main if tree.dep[verb] == "root" else tree.head[verb]
            tree.dep[main] = tree.dep[verb]
        tree.head[verb], tree.dep[verb] = name, "acl:relcl"
        tree.head[name], tree.dep[name] = main, "nsubj"
        for k in tree.children(verb):
            if k > main:
                tree.head[k] = main
        return


def _verb_beside(tree: Tree, verb: int) -> int | None:
    """The verb without a subject behind the comma that closes the clause of *verb*: joined to it, or above it."""
    above = tree.head[verb]
    loose = tree.dep[verb] in ("ccomp", "advcl", "parataxis") and above > verb
    for main in (*([above] if loose else []), *tree.children(verb, *_JOINED)):
        if main < verb or tree.pos(main) != "VERB" or not is_finite(tree, main):
            continue
        if tree.children(main, *_SUBJECTS, "mark", "cc"):
            continue
        start = main
        while start > verb and tree.pos(start - 1) in ("AUX", "ADV", "PART"):
            start -= 1
        if tree.given[start - 1].text == ",":
            return main
    return None


def _resumes_behind(tree: Tree, verb: int) -> bool:
    if tree.pos(verb) != "VERB" or tree.children(verb, *_SUBJECTS, "mark", "cc"):
        return False
    start, _ = tree.edges(verb)
    return is_finite(tree, verb) and "," in (tree.given[start].text, tree.given[start - 1].text)


@only_with(",")
@only_where("PROPN vocative")
def name_beside_description(tree: Tree) -> None:
    """ "[India], long the biggest buyer, abstained": who is described behind a comma is the subject."""
    for name, dep in enumerate(tree.dep):
        verb = tree.head[name]
        if (
            dep != "vocative"
            or tree.pos(name) != "PROPN"
            or tree.pos(verb) != "VERB"
            or verb < name
        ):
            continue
        subjects = tree.children(verb, "nsubj")
        if len(subjects) != 1 or not name < subjects[0] < verb or tree.pos(subjects[0]) != "NOUN":
            continue
        start, end = tree.edges(subjects[0])
        before = {t.text for t in tree.given[name + 1 : start + 1]}
        if "," in before and "," in (tree.given[end].text, tree.given[end + 1].text):
            tree.head[name], tree.dep[name] = verb, tree.dep[subjects[0]]
            tree.hang(subjects[0], name, "appos")


@only_with(",")
@only_where("ADJ root")
def verb_behind_adjective(tree: Tree) -> None:
    """ "Chad, [eager] to sell its oil, signed …": an adjective without "is" is no predicate."""
    for adjective, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos(adjective) != "ADJ" or tree.children(adjective, "cop", "aux"):
            continue
        subjects = [k for k in tree.children(adjective, "nsubj") if k < adjective]
        if len(subjects) != 1:
            continue
        between = {tree.given[k].text for k in range(subjects[0] + 1, adjective)}
        for verb in tree.children(adjective, *_JOINED):
            if "," in between and verb > adjective and _resumes_behind(tree, verb):
                tree.head[verb], tree.dep[verb] = verb, "root"
                passive = bool(tree.children(verb, "aux:pass"))
                tree.head[subjects[0]] = verb
                tree.dep[subjects[0]] = "nsubj:pass" if passive else "nsubj"
                tree.head[adjective], tree.dep[adjective] = subjects[0], "amod"
                for k in tree.children(adjective):
                    if k > verb:
                        tree.head[k] = verb
                return


@only_with(",")
def verb_behind_participle(tree: Tree) -> None:
    """ "said that Chad, [backed] by Mali, was arming …": the participle describes, the verb behind it tells."""
    for inner, dep in enumerate(tree.dep):
        if tree.pos(inner) != "VERB" or "VerbForm=Part" not in tree.given[inner].feats:
            continue
        if dep == "root" or tree.children(inner, "aux", "cc"):
            continue
        if any(tree.given[k].lemma != "that" for k in tree.children(inner, "mark")):
            continue
        subjects = [k for k in tree.children(inner, "nsubj") if k < inner]
        if len(subjects) != 1 or "," not in {
            tree.given[k].text for k in range(subjects[0] + 1, inner)
        }:
            continue
        verb = _finite_above(tree, inner)
        if verb is None:
            continue
        noun, top = subjects[0], inner
        while tree.head[top] != verb:
            top = tree.head[top]
        above, relation = tree.head[inner], dep
        passive = bool(tree.children(verb, "aux:pass"))
        tree.head[noun], tree.dep[noun] = verb, "nsubj:pass" if passive else "nsubj"
        tree.head[inner], tree.dep[inner] = noun, "acl"
        for k in tree.children(inner, "mark"):
            tree.head[k] = verb
        if top != inner:
            tree.head[top] = top if tree.dep[verb] == "root" else tree.head[verb]
            tree.dep[top] = tree.dep[verb]
            tree.head[verb], tree.dep[verb] = above, relation
        return


def _finite_above(tree: Tree, inner: int) -> int | None:
    """The verb above a participle that has no subject, and stands behind the comma that closes its phrase."""
    verb = inner
    for _ in range(4):
        if tree.dep[verb] == "root":
            return None
        verb = tree.head[verb]
        if verb > inner and tree.pos(verb) == "VERB":
            break
    start, end = verb, tree.edges(inner)[1]
    while start > end + 1 and tree.pos(start - 1) in ("AUX", "ADV", "PART"):
        start -= 1
    if verb < inner or tree.given[start - 1].text != "," or start - 1 not in (end, end + 1):
        return None
    if tree.children(verb, *_SUBJECTS, "mark", "cc"):
        return None
    return verb if is_finite(tree, verb) else None


@only_with("by")
def noun_behind_participle(tree: Tree) -> None:
    """ "The pact [announced] by Chad was a blow …": behind a verb with "by" a predicate has its own subject."""
    for noun, dep in enumerate(tree.dep):
        verb = tree.head[noun]
        if dep not in ("ccomp", "parataxis", "conj") or tree.dep[verb] != "root" or verb > noun:
            continue
        cops = tree.children(noun, "cop")
        if len(cops) != 1 or tree.children(noun, *_SUBJECTS, "mark", "cc"):
            continue
        subjects = [k for k in tree.children(verb, "nsubj") if k < verb]
        if len(subjects) != 1 or tree.pos(verb) != "VERB" or tree.children(verb, "obj", "aux"):
            continue
        agents = [
            k
            for k in tree.children(verb, "obl")
            if k < noun and any(tree.given[c].text == "by" for c in tree.children(k, "case"))
        ]
        if not agents or "Tense=Past" not in tree.given[verb].feats:
            continue
        if tree.edges(noun)[0] != cops[0]:
            continue
        tree.head[noun], tree.dep[noun] = noun, "root"
        tree.head[subjects[0]], tree.dep[subjects[0]] = noun, "nsubj"
        tree.head[verb], tree.dep[verb] = subjects[0], "acl"
        for k in agents:
            tree.dep[k] = "obl:agent"
        for k in tree.children(verb):
            if k > noun:
                tree.head[k] = noun
        return


@only_with("a", "an")
@only_where("acl", "acl:relcl")
def bare_relative(tree: Tree) -> None:
    """ "offered to mediate, an offer both sides [rebuffed]": a noun has no subject; the clause behind it has."""
    for noun, dep in enumerate(tree.dep):
        if dep == "root" or tree.pos(noun) != "NOUN":
            continue
        subjects = tree.children(noun, "nsubj")
        if len(subjects) != 1 or subjects[0] < noun or tree.children(noun, "cop", "aux", "mark"):
            continue
        articles = {tree.given[k].text.lower() for k in tree.children(noun, "det")}
        if not articles & {"a", "an"}:
            continue
        for verb in tree.children(subjects[0], "acl"):
            bare = not tree.children(verb, "aux", "mark", "obj", "obl:agent")
            if bare and verb == tree.edges(subjects[0])[1] and tree.pos(verb) == "VERB":
                tree.head[verb], tree.dep[verb] = noun, "acl:relcl"
                tree.head[subjects[0]] = verb
                tree.dep[noun] = "appos" if dep in ("ccomp", "parataxis") else dep
                return
