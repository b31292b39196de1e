# Phrases that a parser hung on the wrong one of two words.
# Rule: see mend.py.
"""Repairs of what a phrase belongs to: both of two, a deed and not a name, a verb and its particle."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.inflection import bases, lemmas
from dragoman.clauses.main_verbs import TIMES
from dragoman.clauses.tree import NOMINAL, Tree, nominal, only_where, only_with

_PARTICLES = frozenset({"away", "back", "down", "home", "off", "out", "over"})
_DATES = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
# Prepositions that say whom an act is aimed at or who does it: no name has them.
_OF_ACTS = frozenset({"against", "between", "by", "to", "toward", "towards", "with"})

_ATTACKS = frozenset(
    "ambush assassination assault attack blast bombing explosion killing massacre murder raid shelling shooting "
    "stabbing strike".split()
)
#: What states do at home, and is deplored abroad.
_REPRESSION = frozenset(
    "abuse arrest clampdown crackdown detention imprisonment jailing persecution repression violation".split()
)
_DEPLORING = frozenset("condemn decry denounce deplore lament mourn regret slam".split())
_WHERE = frozenset({"at", "in", "inside", "near", "on", "outside"})


_WORDS = frozenset("appeal call criticism demand plea protest request threat warning".split())
#: Verbs of praise and blame, in a clause with "which".
_JUDGING = frozenset(
    "applaud condemn criticise criticize decry denounce deplore deride lambast lambaste oppose praise protest slam "
    "welcome".split()
)
#: What states pursue, adopt or make, and others judge.
DEEDS = frozenset(
    "agreement ban campaign deal decision decree law measure move plan policy practice project purchase sale stance step strategy "
    "visit".split()
)
_TWINS = frozenset({"hand", "shoulder", "side"})


@only_with("between")
def between_two(tree: Tree) -> None:
    """ "The pact between Syria [and Russia] was signed": between one and nobody there is nothing."""
    for case, token in enumerate(tree.given):
        one = tree.head[case]
        if token.text.lower() != "between" or tree.dep[case] != "case" or one < case:
            continue
        if tree.children(one, "conj") or "Number=Plur" in tree.given[one].feats:
            continue
        conjunction = tree.edges(one)[1] + 1
        if conjunction >= len(tree.given) or tree.given[conjunction].text.lower() != "and":
            continue
        other = tree.head[conjunction]
        if tree.pos(other) == "VERB":
            # The tree may even make a second subject of it: "the talks between Syria and [Russia] began".
            subjects = [k for k in tree.children(other, "nsubj") if k > conjunction]
            if not subjects or other < subjects[0] or tree.edges(subjects[0])[0] != conjunction + 1:
                continue
            tree.hang(conjunction, subjects[0], "cc")
            other = subjects[0]
        if other <= conjunction or tree.pos(other) not in NOMINAL or tree.under(other, one):
            continue
        # Nothing but the words of the other's own phrase stands between the two.
        if tree.edges(other)[0] in (conjunction, conjunction + 1):
            tree.hang(other, one, "conj")


@only_with("the")
@only_where("conj")
def two_offices(tree: Tree) -> None:
    """ "the premier of Fiji and [the president] of Chad": an office is joined to an office, not to a state."""
    for other, dep in enumerate(tree.dep):
        name = tree.head[other]
        office = tree.head[name]
        if dep != "conj" or tree.pos(name) != "PROPN" or tree.dep[name] != "nmod" or office > name:
            continue
        nouns = tree.pos(other) == tree.pos(office) == "NOUN"
        if nouns and all(_is_office(tree, noun) for noun in (office, other)):
            tree.hang(other, office, "conj")


def _is_office(tree: Tree, noun: int) -> bool:
    """Whether a phrase is built as "the N of P"."""
    article = any(tree.given[k].text.lower() == "the" for k in tree.children(noun, "det"))
    of = [c for k in tree.children(noun, "nmod") for c in tree.children(k, "case")]
    return article and any(tree.given[c].text == "of" for c in of)


@only_where(*nominal("conj"))
def joined_by_preposition(tree: Tree) -> None:
    """ "called for curbs on Chad and [for talks]": a phrase is joined to one with its own preposition."""
    for other, dep in enumerate(tree.dep):
        if dep != "conj" or tree.pos(other) not in NOMINAL:
            continue
        word, joined = _case(tree, other), tree.head[other]
        if word is None or joined > other or _case(tree, joined) == word:
            continue
        if tree.pos(joined) == "VERB":
            phrases = [k for k in tree.children(joined, "obl") if joined < k < other]
        else:
            phrases = _phrases_above(tree, joined)
        for phrase in phrases:
            if _case(tree, phrase) == word:
                tree.hang(other, phrase, "conj")
                break


def _case(tree: Tree, phrase: int) -> str | None:
    cases = tree.children(phrase, "case")
    return tree.given[cases[0]].text.lower() if len(cases) == 1 else None


def _phrases_above(tree: Tree, phrase: int) -> list[int]:
    """The phrases that a phrase is part of, nearest first."""
    found: list[int] = []
    while tree.dep[phrase] in ("nmod", "obl", "conj") and tree.head[phrase] < phrase:
        phrase = tree.head[phrase]
        found.append(phrase)
    return found


@only_with(*_OF_ACTS)
def phrase_of_name(tree: Tree) -> None:
    """ "drones launched by Iran [against Israel]": a name alone has nothing against anybody."""
    for name, dep in enumerate(tree.dep):
        if tree.pos(name) != "PROPN" or dep not in ("obl:agent", "nmod", "obl"):
            continue
        above = tree.head[name]
        if above > name or not (tree.pos(above) == "VERB" or tree.pos(above) == "NOUN"):
            continue
        if tree.children(name, "flat", "det", "compound", "conj", "appos"):
            continue
        for phrase in tree.children(name, "nmod"):
            cases = tree.children(phrase, "case")
            if phrase < name or len(cases) != 1 or tree.edges(phrase)[0] != cases[0]:
                continue
            if cases[0] != name + 1 or tree.given[cases[0]].text not in _OF_ACTS:
                continue
            verbal = tree.pos(above) == "VERB"
            by = verbal and tree.given[cases[0]].text == "by"
            tree.hang(phrase, above, "obl:agent" if by else "obl" if verbal else "nmod")


@only_with(*_PARTICLES)
def particle_of_verb(tree: Tree) -> None:
    """ "sent [back] 40 refugees": what stands between a verb and its object is the verb's."""
    for i, token in enumerate(tree.given[1:], 1):
        if token.text not in _PARTICLES or tree.head[i] < i:
            continue
        if tree.dep[i] == "compound" and tree.head[tree.head[i]] == i - 1:
            if tree.dep[tree.head[i]] == "obj" and tree.pos(i - 1) == "VERB":
                # "pushed [back] boats": no boats are back boats.
                tree.hang(i, i - 1, "compound:prt")
            continue
        if tree.dep[i] != "advmod":
            continue
        verb, top = i - 1, tree.head[i]
        while tree.head[top] != verb and tree.dep[top] in ("nummod", "amod", "det", "advmod"):
            top = tree.head[top]
        if tree.head[top] == verb and tree.dep[top] == "obj" and tree.pos(verb) == "VERB":
            tree.head[i] = verb


@only_with("that", "which", "who", "whom")
@only_where("VERB dep", "VERB parataxis")
def relative_of_deed(tree: Tree) -> None:
    """ "left, in a move [that] Chad condemned": with no relation at all it is the noun's clause."""
    for verb, dep in enumerate(tree.dep):
        if dep not in ("dep", "parataxis") or tree.pos(verb) != "VERB":
            continue
        pronouns = [k for k in tree.children(verb, "obj", "nsubj") if k < verb]
        first = pronouns[0] if pronouns else 0
        if first > 0 and tree.given[first].text in ("that", "which", "who", "whom"):
            noun = first - 1
            if tree.pos(noun) == "NOUN" and tree.edges(verb)[0] == first:
                tree.hang(verb, noun, "acl:relcl")


@only_with("that", "which")
@only_where("acl:relcl")
def relative_of_policy(tree: Tree) -> None:
    """ "has a policy of close ties with Iran, [which] Chad criticised": what is criticised is the policy."""
    for verb, dep in enumerate(tree.dep):
        name = tree.head[verb]
        if dep != "acl:relcl" or tree.pos(name) not in ("NOUN", "PROPN"):
            continue
        if _JUDGING.isdisjoint(bases(tree.given[verb].text)):
            continue
        first = tree.edges(verb)[0]
        # No name is told from others of its kind: "Iran that Chad criticised" is not said.
        pronouns = ("that", "which") if tree.pos(name) == "PROPN" else ("which",)
        if not any(tree.given[k].text in pronouns for k in tree.children(verb, "obj")):
            continue
        if tree.dep[name] not in ("nmod", "obj", "obl"):
            continue
        while tree.dep[name] == "nmod" or _is_of_gerund(tree, name):
            name = tree.head[name] if tree.dep[name] == "nmod" else tree.head[tree.head[name]]
        if tree.pos(name) == "NOUN" and tree.given[name].lemma in DEEDS and name < first:
            tree.hang(verb, name, "acl:relcl")


def _is_of_gerund(tree: Tree, noun: int) -> bool:
    """ "A policy of turning away [refugees]", "of pushing them into [Mali]": the gerund describes the policy."""
    verb = tree.head[noun]
    gerund = tree.dep[noun] in ("obj", "obl") and tree.given[verb].text.endswith("ing")
    return gerund and tree.dep[verb] == "acl" and tree.head[verb] < verb


@only_with("which", "whom")
@only_where("VERB acl:relcl")
def object_of_relative(tree: Tree) -> None:
    """ "A rule [which], a paper says, Mali has criticised": a clause with a subject has "which" for its object."""
    for verb in tree.heads_of_two("nsubj"):
        subjects = tree.children(verb, "nsubj")
        first = tree.given[subjects[0]].text.lower()
        if tree.dep[verb] == "acl:relcl" and first in ("which", "whom") and len(subjects) == 2:
            if subjects[1] < verb and not tree.children(verb, "obj", "ccomp", "xcomp"):
                tree.dep[subjects[0]] = "obj"


def _takers_alone(tree: Tree) -> Iterator[tuple[int, int]]:
    """Those who are given something behind a verb that the tree gives nothing else, each with the verb."""
    for noun, dep in enumerate(tree.dep):
        verb = tree.head[noun]
        if dep == "iobj" and noun > verb and not tree.children(verb, "obj", "ccomp", "xcomp"):
            yield noun, verb


@only_where("iobj")
def sum_given(tree: Tree) -> None:
    """ "lent Cairo [5 billion dollars]": behind whoever is given something stands what he is given."""
    for taker, verb in _takers_alone(tree):
        for noun in tree.children(verb, "obl"):
            bare = tree.dep[noun] == "obl:unmarked" and tree.pos(noun) in ("NOUN", "SYM")
            if bare and tree.edges(noun)[0] == tree.edges(taker)[1] + 1:
                if tree.given[noun].lemma.lower() not in TIMES:
                    tree.dep[noun] = "obj"


@only_where("iobj")
def lone_second_object(tree: Tree) -> None:
    """ "will target [companies] supplying fuel": with no other object it is the first, and they supply it."""
    for noun, verb in _takers_alone(tree):
        after = noun + 1
        if after >= len(tree.given) or tree.head[after] != verb or tree.pos(after) != "VERB":
            continue
        if tree.dep[after] == "advcl" and tree.given[after].text.endswith("ing"):
            tree.dep[noun] = "obj"
            tree.hang(after, noun, "acl")
            for other in tree.children(after, "conj"):
                if any(tree.given[k].text == "to" for k in tree.children(other, "mark")):
                    tree.hang(other, verb, "conj")  # "… and to press it": joined to "to target"


@only_where("PROPN compound")
def name_before_verb(tree: Tree) -> None:
    """ "[UK] sanctions an arms dealer": a verb has no name for its first part; it is who does it."""
    for name, dep in enumerate(tree.dep):
        verb = tree.head[name]
        if dep != "compound" or tree.pos(name) != "PROPN" or tree.pos(verb) != "VERB":
            continue
        if tree.dep[verb] == "root" and name < verb and tree.children(verb, "obj"):
            if not tree.children(verb, "nsubj", "csubj", "aux"):
                tree.dep[name] = "nsubj"


@only_with(*_TWINS)
def twin_nouns(tree: Tree) -> None:
    """ "stood shoulder to shoulder [with Chad]", "shoulder-to-shoulder": the phrase is the verb's."""
    words = [t.text.lower() for t in tree.given]
    for i in range(2, len(words)):
        if tree.pos(i) != "NOUN" or words[i] not in _TWINS:
            continue
        one = i - 4 if words[i - 1] == "-" else i - 2
        if one < 0 or words[one] != words[i]:
            continue
        verb = tree.head[one] if tree.head[one] != i else tree.head[i]
        if tree.pos(verb) != "VERB":
            continue
        for k in (*tree.children(one, "nmod", "obl"), *tree.children(i, "nmod", "obl")):
            if k > i:
                tree.hang(k, verb, "obl")


@only_with("by")
def doer_of_noun(tree: Tree) -> None:
    """ "protested at the killing of soldiers [by Syria]": the verb has its doer, the noun has not."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if not dep.startswith("obl") or verb > i or tree.pos(verb) != "VERB":
            continue
        case = tree.children(i, "case")
        if len(case) != 1 or tree.given[case[0]].text != "by" or tree.edges(i)[0] != case[0]:
            continue
        passive = tree.children(verb, "aux:pass", "nsubj:pass")
        if passive or not tree.children(verb, "nsubj") or not _is_somebody(tree, i):
            continue
        for noun in tree.children(verb, "obj", "obl"):
            if tree.given[noun].lemma in _WORDS and tree.edges(noun)[1] == case[0] - 1:
                tree.hang(i, noun, "nmod")  # "despite appeals [by its president]"
                break
            of = [k for k in tree.children(noun, "nmod") if tree.edges(k)[1] == case[0] - 1]
            words = [tree.given[c].text for k in of for c in tree.children(k, "case")]
            if tree.pos(noun) == "NOUN" and words == ["of"]:
                tree.hang(i, noun, "nmod")
                break


@only_where("obj")
def place_of_attack(tree: Tree) -> None:
    """ "condemned the bombing [at a mosque in Herat]": whoever condemns it need not be there."""
    for noun, token in enumerate(tree.given):
        verb = tree.head[noun]
        if tree.dep[noun] != "obj" or token.lemma not in _ATTACKS | _REPRESSION or verb > noun:
            continue
        above = tree.given[verb]
        if _DEPLORING.isdisjoint(lemmas(above.text, above.lemma)):
            continue
        for phrase in tree.children(verb, "obl"):
            first = tree.edges(phrase)[0]
            case = tree.children(phrase, "case")
            if first == tree.edges(noun)[1] + 1 and case == [first]:
                if tree.given[first].text in _WHERE:
                    tree.hang(phrase, noun, "nmod")


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a phrase has a capital that is no date's: "by Syrian forces", not "by Friday"."""
    first, last = tree.edges(i)
    words = [tree.given[k].text for k in range(first, last + 1)]
    if any(word.lower() in _DATES for word in words):
        return False
    own = any(word in ("its", "their") for word in words)
    return own or any(word[:1].isupper() for word in words)
