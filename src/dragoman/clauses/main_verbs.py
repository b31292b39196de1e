# Verbs that a parser hung where they cannot be, and the subjects and objects that went with them.
# Rule: see mend.py.
"""Repairs of predicates: which verb is the sentence's, and whose subject a noun is."""

from __future__ import annotations

from itertools import pairwise

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.clauses.nonfinite import is_finite
from dragoman.clauses.tree import NOMINAL, Tree, nominal, only_where, only_with

_LOOSE = ("acl", "advcl", "parataxis", "dep", "appos")
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
# Verbs of news without a passive.
_INTRANSITIVE = frozenset(
    "appeal arrive clash collapse continue demonstrate die emerge erupt flee march negotiate quarrel rally react resign "
    "respond riot spread vote walk".split()
)
# Verbs without a passive before such a preposition: "the decision protested by many", but "protested against".
_WITH = {"call": ("on", "for"), "protest": ("against", "outside", "over")}
_CASES = frozenset("against at for from in into on onto to toward towards upon with".split())
_DAYS = frozenset({*(day.lower() for day in WEEKDAYS), "today", "yesterday"})
_DASHES = (":", "--", "-", "–", "—")
#: Lengths of time.
TIMES = frozenset({"day", "week", "month", "year", "decade", "generation"})


@only_with("PART")
def object_behind_infinitive(tree: Tree) -> None:
    """ "drones sent to [dive-bomb] the capital show …": the noun behind an infinitive is its object.

    Mended only where the verb behind that noun has a subject of its own before the infinitive.
    """
    for verb, token in enumerate(tree.given):
        if token.pos != "VERB":
            continue
        if not any(tree.pos(k) == "PART" for k in tree.children(verb, "mark")):
            continue
        if tree.children(verb, "obj", "ccomp", "xcomp", "obl"):
            continue
        noun = _subject_begun_at(tree, verb + 1)
        if noun is None or tree.under(verb, noun):
            continue
        main = tree.head[noun]
        subjects = [k for k in tree.children(main, "nsubj") if k < verb]
        before = [k for k in range(verb) if tree.pos(k) == "VERB" and not tree.under(k, verb)]
        if len(subjects) != 1 or not before or not tree.under(before[-1], subjects[0]):
            continue
        tree.hang(noun, verb, "obj")
        if tree.head[verb] == main:
            tree.hang(verb, before[-1], "advcl")


def _subject_begun_at(tree: Tree, first: int) -> int | None:
    """The subject of a later verb whose phrase begins with token *first*."""
    k = first
    while k < len(tree.given) and tree.edges(k)[0] == first:
        if tree.dep[k] == "nsubj" and tree.head[k] > k:
            return k
        if tree.head[k] == k:
            return None
        k = tree.head[k]
    return None


@only_with(*_CASES)
def subject_with_preposition(tree: Tree) -> None:
    """ "Curbs imposed by Chad [on Mali] have failed": what has a preposition is nobody's subject."""
    for i, dep in enumerate(tree.dep):
        if dep != "nsubj" or tree.pos(i) != "PROPN" or tree.head[i] < i:
            continue
        verb, case = tree.head[i], tree.children(i, "case")
        above = tree.head[verb]
        if len(case) != 1 or tree.given[case[0]].text.lower() not in _CASES:
            continue
        noun = tree.head[above]
        reduced = tree.dep[above] == "acl" and noun < above < case[0] and tree.dep[noun] == "root"
        if reduced and tree.dep[verb] in ("ccomp", "advcl", "xcomp", "parataxis"):
            tree.head[i], tree.dep[i] = above, "obl"
            tree.promote(verb, noun)


@only_with(*_CASES)
@only_where("ccomp")
def object_before_subject(tree: Tree) -> None:
    """ "Chad said [sanctions] on Mali would stay": what has a preposition belongs to the subject before it."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "nsubj" or tree.dep[verb] != "ccomp":
            continue
        case, telling = tree.children(i, "case"), tree.head[verb]
        if len(case) != 1 or tree.given[case[0]].text.lower() not in _CASES:
            continue
        if not telling < case[0] < i < verb:
            continue
        for noun in tree.children(telling, "obj"):
            if tree.edges(noun)[1] == case[0] - 1 and tree.edges(i)[0] == case[0]:
                tree.hang(noun, verb, "nsubj")
                tree.hang(i, noun, "nmod")


@only_with(*_RELATIVE)
@only_where(*nominal("root"))
def verb_behind_relative(tree: Tree) -> None:
    """ "Poland, which took in millions, [called] for help": the verb behind the clause is the name's."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos(i) not in NOMINAL or tree.children(i, "nsubj", "cop", "aux"):
            continue
        for clause in tree.children(i, "acl:relcl"):
            if not any(tree.given[k].text.lower() in _RELATIVE for k in tree.children(clause)):
                continue
            for verb in tree.children(clause, "advcl", "conj", "parataxis", "ccomp"):
                start = tree.edges(verb)[0]
                comma = tree.given[start].text == "," and start > clause
                bare = not tree.children(verb, "nsubj", "mark", "cc", "csubj", "expl")
                past = "Tense=Past" in tree.given[verb].feats and tree.pos(verb) == "VERB"
                if comma and bare and past and tree.given[start + 1].text.lower() != "and":
                    tree.promote(verb, i)
                    return


def verbless(tree: Tree) -> None:
    """A verb that hangs loosely from the sentence's first noun is its verb."""
    for i, token in enumerate(tree.given):
        top = tree.dep[i]
        if token.pos not in NOMINAL or not (top == "root" or top.startswith("nsubj")):
            continue
        if top != "root" and not _other_subject(tree, i):
            continue
        if tree.children(i, "nsubj", "cop", "csubj"):
            continue
        verb = _main_verb(tree, i)
        if verb is not None and token.i < verb:
            if top == "root":
                tree.promote(verb, i)
            else:
                above = tree.head[i]
                tree.head[verb], tree.dep[verb] = above, "ccomp"
                tree.head[i], tree.dep[i] = verb, "nsubj"


def _other_subject(tree: Tree, i: int) -> bool:
    """Whether the verb has another subject, between this one and itself."""
    verb = tree.head[i]
    return any(i < k < verb for k in tree.children(verb, "nsubj"))


def _main_verb(tree: Tree, noun: int) -> int | None:
    """A verb below *noun*, to its right, that can only be its main verb."""
    for i in range(noun + 1, len(tree.given)):
        feats = tree.given[i].feats
        if tree.pos(i) != "VERB" or tree.dep[i] not in _LOOSE or not tree.under(i, noun):
            continue
        if tree.children(i, "nsubj", "csubj", "mark", "aux") or _in_relative(tree, i, noun):
            continue
        if tree.dep[i] == "advcl" and tree.given[i - 1].text == ",":
            continue
        finite = "Mood=Ind" in feats
        active = "Tense=Past" in feats and (
            bool(tree.children(i, "obj", "ccomp")) or is_never_passive(tree, i)
        )
        if finite or active:
            return i
    return None


def is_never_passive(tree: Tree, i: int) -> bool:
    """Whether a past form without an object must be active: "Crowds marched in Lagos."

    "Two soldiers killed in Mali." is passive, and who killed them is not said.
    """
    lemma = tree.given[i].lemma
    if lemma in _WITH:
        cases = (k for p in tree.children(i, "obl") for k in tree.children(p, "case"))
        return any(tree.given[k].text.lower() in _WITH[lemma] for k in cases)
    return lemma in _INTRANSITIVE


def _in_relative(tree: Tree, i: int, noun: int) -> bool:
    """Whether a clause opens between *noun* and *i*: then its verb need not be the noun's."""
    opens = ("acl:relcl", "ccomp", "xcomp", "conj")
    while i != noun and tree.head[i] != i:
        if tree.dep[i] in opens or (tree.dep[i] == "advcl" and tree.head[i] != noun):
            return True
        if any(tree.given[k].text.lower() in _RELATIVE for k in tree.children(i)):
            return True
        i = tree.head[i]
    return False


def two_subjects(tree: Tree) -> None:
    """One verb has one subject: a title before a name, a name after its title, a day after all."""
    for verb in tree.heads_of_two("nsubj"):
        subjects = tree.children(verb, "nsubj")
        for i in subjects[1:]:
            if i > verb and tree.given[i].text.lower() in _DAYS:
                tree.dep[i] = "obl:unmarked"
        subjects = [k for k in tree.children(verb, "nsubj") if k < verb]
        for left, right in pairwise(subjects):
            _, end = tree.edges(left)
            start, _ = tree.edges(right)
            if end + 1 == start == right and _names(tree, left, right):
                tree.hang(left, right, "compound")
            elif end + 1 == start and start == right and tree.pos(right) == "PROPN":
                # "Prime Minister Babis": the title describes the name. "The owner Karla": it names her.
                if tree.children(left, "det", "nmod:poss"):
                    tree.hang(right, left, "appos")
                else:
                    tree.hang(left, right, "nmod:desc")
            elif end + 1 < start and tree.given[start - 1].text == ",":
                between = {tree.given[k].text for k in range(end + 1, start)}
                if between == {","} and tree.pos(left) != "PRON" and tree.pos(right) != "PRON":
                    tree.hang(right, left, "appos")
            elif any(tree.given[k].text in _DASHES for k in range(end, start)):
                tree.dep[left] = "dislocated"


def _names(tree: Tree, left: int, right: int) -> bool:
    """ "[Al-Shabab] militants", "[drone] sales": right before a noun, with no dash or comma between them."""
    if tree.pos(tree.edges(left)[1]) == "PUNCT":
        return False
    return tree.pos(left) in ("NOUN", "PROPN") and tree.pos(right) == "NOUN"


@only_with(",")
@only_where("VERB root")
def subjects_behind_opening(tree: Tree) -> None:
    """ "On the margins of a meeting, [Fiji and Chad] signed a pact": no "and" joins them to the margins."""
    for verb, token in enumerate(tree.given):
        if token.pos != "VERB" or tree.dep[verb] != "root" or not is_finite(tree, verb):
            continue
        # "Following the talks, [Ann Lee] said": what has a preposition is no subject either.
        wrong = [k for k in tree.children(verb, "nsubj") if 0 in tree.children(k, "case")]
        if tree.children(verb, "csubj", "expl", "aux:pass") or (
            not wrong and tree.children(verb, "nsubj")
        ):
            continue
        for opening in wrong or tree.children(verb, "obl"):
            joined = [k for k in tree.children(opening, "conj") if opening < k < verb]
            if not joined or tree.pos(joined[0]) not in NOMINAL:
                continue
            start = tree.edges(joined[0])[0]
            comma = tree.given[start].text == ","
            bare = not any(k < joined[0] for k in tree.children(joined[0], "cc", "case"))
            if comma and bare and tree.edges(joined[-1])[1] == verb - 1:
                tree.dep[opening] = "obl"
                tree.hang(joined[0], verb, "nsubj")
                for other in joined[1:]:
                    tree.hang(other, joined[0], "conj")
                break


@only_with(",")
@only_where("VERB root")
def far_subject(tree: Tree) -> None:
    """ "In a call on Sunday, [President Xi] assured …": a name before a verb without a subject is its own."""
    for verb, token in enumerate(tree.given):
        if token.pos != "VERB" or tree.dep[verb] != "root" or "VerbForm=Fin" not in token.feats:
            continue
        if tree.children(verb, "nsubj", "csubj", "expl", "aux:pass"):
            continue
        last = verb - 1
        while last > 0 and tree.pos(last) in ("ADV", "AUX"):
            last -= 1
        name = last
        while name > 0 and tree.head[name] < verb and tree.edges(tree.head[name])[1] == last:
            start = tree.edges(name)[0]
            if start > 0 and tree.given[start - 1].text == ",":
                break
            name = tree.head[name]
        start, end = tree.edges(name)
        if tree.pos(name) != "PROPN" or end != last or tree.children(name, "case"):
            continue
        if start > 1 and tree.given[start - 1].text == "," and tree.dep[name] != "conj":
            tree.hang(name, verb, "nsubj")


@only_where("aux", "aux:pass")
def auxiliary_subject(tree: Tree) -> None:
    """ "Chad has [for years] shipped oil": the subject is the verb's, not the auxiliary's."""
    for i in range(len(tree.given)):
        above = tree.head[i]
        if not tree.dep[i].startswith("nsubj") or tree.dep[above] not in ("aux", "aux:pass"):
            continue
        verb = tree.head[above]
        if i < above < verb and not tree.children(verb, "nsubj"):
            passive = tree.children(verb, "aux:pass")
            tree.hang(i, verb, "nsubj:pass" if passive else "nsubj")


@only_where("VERB acl")
def late_infinitive(tree: Tree) -> None:
    """ "Refused for years to deliver": what was refused is the verb's, not the years'."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        above = tree.head[noun]
        if dep != "acl" or tree.pos(i) != "VERB" or noun > i:
            continue
        if not any(tree.given[k].lemma == "to" for k in tree.children(i, "mark")):
            continue
        during = any(tree.given[k].lemma == "for" for k in tree.children(noun, "case"))
        if tree.given[noun].lemma in TIMES and during and tree.pos(above) == "VERB":
            tree.hang(i, above, "xcomp")


@only_with("ADV")
def subject_on_adverb(tree: Tree) -> None:
    """ "Turkish [artillery] meanwhile pounded …": the noun before an adverb is its verb's subject."""
    for adverb in range(1, len(tree.given) - 1):
        verb, noun = tree.head[adverb], adverb - 1
        if tree.pos(adverb) != "ADV" or verb != adverb + 1 or tree.pos(verb) != "VERB":
            continue
        if tree.head[noun] != adverb or tree.pos(noun) not in NOMINAL:
            continue
        if not tree.children(verb, "nsubj", "csubj", "expl") and not tree.children(noun, "case"):
            tree.hang(noun, verb, "nsubj")
