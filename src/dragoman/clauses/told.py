# "Warned the Philippines that Beijing would take countermeasures": what one is told is no relative clause.
# Rule: see mend.py. Only behind verbs of telling, and only a clause that lacks nothing; and what whoever
#   speaks does besides, by a verb that is said and done at once.
"""Repairs of what somebody is told, hung on his name, and of who goes on to speak."""

from __future__ import annotations

from dragoman.clauses.tree import NOMINAL, Tree, only_where, only_with

_TELLING = frozenset("assure caution inform notify promise remind tell warn".split())

_SAID = frozenset("announced confirmed reported said says".split())
_SAYING = frozenset("add argue claim insist note say state stress".split())
# What is done by speaking.
_SPOKEN = frozenset(
    "accuse appeal ask blame call condemn congratulate criticise criticize demand denounce dismiss offer pledge "
    "praise promise reject thank threaten urge vow warn welcome".split()
)


# What a state does about it, if a comma parts it from what it says.
_DONE = frozenset("ban cancel expel freeze order recall sever summon suspend".split())


@only_where("ccomp")
def speaker_goes_on(tree: Tree) -> None:
    """ "Said that Chad was ill but [urged] it to pay": whoever says the one does the other."""
    for verb, dep in enumerate(tree.dep):
        said = tree.head[verb]
        if dep != "conj" or said > verb or tree.dep[said] != "ccomp":
            continue
        above, token = tree.head[said], tree.given[verb]
        if tree.given[above].lemma not in _SAYING or not (
            token.lemma in _SPOKEN or (token.lemma in _DONE and _behind_comma(tree, verb))
        ):
            continue
        past = "Tense=Past" in token.feats and "Tense=Past" in tree.given[above].feats
        if not past or above > said or tree.children(verb, "nsubj", "aux", "mark"):
            continue
        if tree.children(above, "nsubj") and tree.children(said, "nsubj"):
            tree.hang(verb, above, "conj")


def _behind_comma(tree: Tree, verb: int) -> bool:
    """Whether a comma parts "and" and its verb from what is said: "…, and [summoned] its envoy"."""
    return any(k and tree.given[k - 1].text == "," for k in tree.children(verb, "cc"))


@only_with("that")
@only_where("acl:relcl")
def told_clause(tree: Tree) -> None:
    """ "Told Peru [that Chile would take part]": with a subject and an object it relates to nobody."""
    for clause, dep in enumerate(tree.dep):
        if dep != "acl:relcl":
            continue
        whom, first = tree.head[clause], tree.edges(clause)[0]
        verb = tree.head[whom]
        if tree.dep[whom] not in ("obj", "iobj"):
            continue
        if tree.dep[verb] == "advcl" and tree.given[verb].text.endswith("ing"):
            verb = tree.head[verb]  # "told reporters after meeting the envoy that …"
            if tree.given[verb].lemma not in _TELLING | _SAYING or tree.children(verb, "ccomp"):
                continue
        elif tree.given[verb].lemma not in _TELLING:
            continue
        if first != whom + 1 or tree.given[first].text.lower() != "that":
            continue
        subjects = set(tree.children(clause, "nsubj")) - {first}
        objects = set(tree.children(clause, "obj", "ccomp", "xcomp")) - {first}
        if tree.head[first] == clause and subjects and objects:
            tree.dep[first] = "mark"
            tree.hang(clause, verb, "ccomp")


@only_with(*_SAID)
def speaker_behind_clause(tree: Tree) -> None:
    """ "Chad freed 39 of them, [the ministry] in Oslo said": behind the comma stands who says it, no object."""
    for verb, token in enumerate(tree.given):
        if token.text not in _SAID or tree.dep[verb] != "root":
            continue
        if subjects := tree.children(verb, "nsubj"):
            _with_first_speaker(tree, verb, subjects[0])
            continue
        comma = max((k for k in range(verb) if tree.given[k].text == ","), default=verb)
        phrase = range(comma + 1, verb)
        clauses = tree.children(verb, "ccomp")
        tops = [k for k in phrase if tree.head[k] not in phrase]
        if not tops or not clauses or clauses[0] > comma or tree.pos(tops[0]) not in NOMINAL:
            continue
        if any(tree.pos(k) in ("VERB", "AUX", "ADV") for k in phrase):
            continue
        subject, *others = tops
        places = [k for k in others if tree.children(k, "case")]
        beside = [k for k in others if tree.children(k, "cc")]
        if tree.children(subject, "case", "cc") or len(places) + len(beside) < len(others):
            continue
        joined = [tree.dep[k] == "conj" and tree.head[k] < comma for k in tops]
        if any(tree.head[k] != clauses[0] and not j for k, j in zip(tops, joined, strict=True)):
            continue
        tree.hang(subject, verb, "nsubj")
        for place in places:
            tree.hang(place, subject, "nmod")
        for other in beside:
            tree.hang(other, subject, "conj")


def _with_first_speaker(tree: Tree, verb: int, last: int) -> None:
    """ "Rebels shot a trader, [residents] and an official said": what "and" joins to the speaker speaks too."""
    cc = next(iter(tree.children(last, "cc")), verb)
    if not tree.edges(last)[0] == cc < last < verb:
        return
    comma = max((k for k in range(cc) if tree.given[k].text == ","), default=cc)
    phrase = range(comma + 1, cc)
    tops = [k for k in phrase if tree.head[k] not in phrase]
    if len(tops) != 1 or tree.pos(tops[0]) not in NOMINAL or tree.dep[tops[0]] != "conj":
        return
    if not any(tree.pos(k) in ("VERB", "AUX", "ADP") for k in phrase):
        tree.head[tops[0]], tree.dep[tops[0]] = verb, "nsubj"
        tree.head[last], tree.dep[last] = tops[0], "conj"


@only_with("neighbouring", "neighboring")
def asked_neighbour(tree: Tree) -> None:
    """ "Asked [neighbouring states] to act": no verb, but what those are who are asked."""
    for word, token in enumerate(tree.given):
        if token.text not in ("neighbouring", "neighboring") or tree.dep[word] != "xcomp":
            continue
        verb = tree.head[word]
        asked = tree.children(word, "obj")
        if not asked or asked[0] < word or verb > word or tree.children(verb, "obj"):
            continue
        tree.hang(asked[0], verb, "obj")
        for other in tree.children(word):
            done = tree.dep[other] in ("advcl", "xcomp")
            tree.hang(other, verb, "xcomp" if done else tree.dep[other])
        tree.hang(word, asked[0], "amod")
