# Subjects that a parser tore from their verb, because something stands between the two.
# Rule: see mend.py.
"""Repairs of a subject and its verb with a phrase between them."""

from __future__ import annotations

from dragoman.alphabet.calendar import MONTHS
from dragoman.clauses.tree import NOMINAL, Tree, nominal, only_where, only_with

# What news verbs ask for with a preposition, where a participle would stand with "by".
_ASKED = frozenset({"against", "for", "from", "on", "to", "with"})

_DAYS = frozenset({"afternoon", "day", "evening", "month", "morning", "week", "year"})
_AUXILIARIES = frozenset(
    "are can could did do does had has have is may might was were will would".split()
)


@only_with(",")
@only_where("ADJ advcl", "ADJ parataxis")
def described_subject(tree: Tree) -> None:
    """ "Algeria, [opposed] to force, has offered …": the adjective describes the subject of the verb."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("parataxis", "advcl") or tree.pos(i) != "ADJ" or verb < i:
            continue
        subjects = tree.children(i, "nsubj")
        if len(subjects) != 1 or tree.children(i, "cop", "mark"):
            continue
        noun = subjects[0]
        if tree.children(verb, "nsubj", "csubj", "expl") or not _comma_between(tree, noun, i):
            continue
        passive = bool(tree.children(verb, "aux:pass"))
        tree.head[noun], tree.dep[noun] = verb, "nsubj:pass" if passive else "nsubj"
        tree.head[i], tree.dep[i] = noun, "amod"


@only_with(",")
@only_where("ADJ appos", "ADJ conj", "ADJ parataxis")
def listed_adjective(tree: Tree) -> None:
    """ "Moldova, [reliant] on gas, …": an adjective behind a comma stands beside no name, it describes it."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if (
            dep not in ("conj", "appos", "parataxis")
            or tree.pos(i) != "ADJ"
            or tree.pos(noun) not in NOMINAL
        ):
            continue
        alone = not tree.children(i, "cc", "cop", "det", "case")
        if (
            alone
            and noun < i
            and tree.children(i, "obl", "xcomp")
            and _comma_between(tree, noun, i)
        ):
            tree.dep[i] = "amod"


def _comma_between(tree: Tree, left: int, right: int) -> bool:
    return any(tree.given[k].text == "," for k in range(left + 1, right))


@only_with("call", "called", "calling", "calls")
@only_where("PROPN xcomp")
def called_name(tree: Tree) -> None:
    """ "Called President Paul [Kagame]": the rest of a name, or a name with its title, is who was called."""
    for name, dep in enumerate(tree.dep):
        verb = tree.head[name]
        if dep != "xcomp" or tree.pos(name) != "PROPN" or tree.given[verb].lemma != "call":
            continue
        if name < verb or tree.children(verb, "nsubj:pass", "aux:pass"):
            continue
        objects = tree.children(verb, "obj", "iobj")
        if not objects and tree.children(name, "nmod:desc"):
            tree.dep[name] = "obj"
        elif objects and tree.edges(objects[-1])[1] == name - 1 and tree.edges(name)[0] == name:
            if tree.pos(name - 1) == "PROPN":
                tree.hang(name, objects[-1], "flat")


@only_where(*nominal("root"))
def verb_beside_noun(tree: Tree) -> None:
    """ "Flights between Chad and Mali [resumed]": a verb without "and" stands beside no noun, it is its verb."""
    for noun, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos(noun) not in NOMINAL or tree.children(noun, "nsubj", "cop"):
            continue
        for verb in tree.children(noun, "conj"):
            bare = not tree.children(verb, "cc", "nsubj", "nsubj:pass", "mark", "expl")
            if tree.pos(verb) == "VERB" and bare and tree.given[verb - 1].text not in (",", "and"):
                tree.promote(verb, noun)
                return


@only_where("VERB compound")
def buried_verb(tree: Tree) -> None:
    """ "The coup in Niger [drew] condemnation": a past inside a noun phrase is the missing verb."""
    for verb, token in enumerate(tree.given):
        if token.pos != "VERB" or tree.dep[verb] != "compound" or tree.children(verb):
            continue
        if "Tense=Past" not in token.feats or token.text.lower().endswith(("ed", "en", "ing")):
            continue
        last, first = tree.head[verb], tree.head[tree.head[verb]]
        if tree.dep[first] != "root" or tree.pos(first) not in NOMINAL or first > verb > last:
            continue
        before = [k for k in tree.children(last, "compound") if k < verb]
        cases = [k for k in tree.children(last, "case") if k < verb]
        if tree.dep[last] != "nmod" or not before or not cases or first > cases[0]:
            continue
        inner = before[-1]
        tree.head[inner], tree.dep[inner] = first, "nmod"
        for k in tree.children(last):
            if k < inner:
                tree.head[k] = inner
        tree.promote(verb, first)
        tree.head[last], tree.dep[last] = verb, "obj"
        phrases = tree.children(last, "nmod")
        for k in tree.children(verb, "conj"):
            # "from the African Union, [the UN] and Mali": names beside the last one.
            if phrases and tree.pos(k) == "PROPN":
                tree.head[k] = phrases[-1]
        return


@only_with("which", "whom")
def relative_behind_preposition(tree: Tree) -> None:
    """ "The pact, [from which] Chad withdrew, …": the clause describes the noun before it."""
    for pronoun, token in enumerate(tree.given):
        if token.text.lower() not in ("which", "whom"):
            continue
        verb, cases = tree.head[pronoun], tree.children(pronoun, "case")
        if len(cases) != 1 or verb <= pronoun:
            continue
        loose = tree.dep[verb] in ("advcl", "ccomp", "parataxis") and tree.head[verb] > verb
        if tree.pos(verb) != "VERB" or not loose or cases[0] != pronoun - 1 or cases[0] < 2:
            continue
        last = cases[0] - (2 if tree.given[cases[0] - 1].text == "," else 1)
        subjects = [
            k
            for k in (*tree.children(verb, "nsubj"), *tree.children(tree.head[verb], "nsubj"))
            if k <= last
        ]
        if len(subjects) != 1 or tree.edges(subjects[0])[1] not in (last, last + 1):
            continue
        noun = subjects[0]
        main = tree.head[verb]
        if tree.pos(noun) in NOMINAL:
            tree.head[noun], tree.dep[noun] = main, "nsubj"
            tree.head[verb], tree.dep[verb] = noun, "acl:relcl"


@only_with("who", "whose")
def relative_of_object(tree: Tree) -> None:
    """ "angered Chad, [whose president accused …]": the clause describes the noun before the comma."""
    for pronoun, token in enumerate(tree.given):
        if token.text.lower() not in ("who", "whose") or pronoun < 2:
            continue
        verb = tree.head[pronoun]
        if token.text.lower() == "whose":
            verb = tree.head[verb]
        main = tree.head[verb]
        loose = tree.dep[verb].partition(":")[0] in ("advcl", "parataxis") and main < pronoun < verb
        if not loose or tree.pos(verb) != "VERB" or tree.given[pronoun - 1].text != ",":
            continue
        for noun in tree.children(main, "obj", "obl"):
            if tree.edges(noun)[1] == pronoun - 2 and tree.pos(noun) in NOMINAL:
                tree.head[verb], tree.dep[verb] = noun, "acl:relcl"
                break


@only_where("NOUN nsubj")
def noun_before_noun(tree: Tree) -> None:
    """ "French [troop] withdrawals": a noun has no subject unless it is a predicate."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        if dep != "nsubj" or noun != i + 1 or {tree.pos(i), tree.pos(noun)} != {"NOUN"}:
            continue
        if not tree.children(noun, "cop", "aux") and "Number=Sing" in tree.given[i].feats:
            tree.dep[i] = "compound"


def titled_possessor(tree: Tree) -> None:
    """ "[President] Xi's visit": of two possessors the one without an "'s" is the other's title."""
    if tree.dep.count("nmod:poss") < 2:
        return
    for noun in tree.heads_of_two("nmod"):
        owners = [k for k in tree.children(noun, "nmod:poss") if tree.pos(k) in ("NOUN", "PROPN")]
        if len(owners) != 2:
            continue
        title, name = owners
        if tree.edges(title)[1] + 1 == tree.edges(name)[0] and not tree.children(title, "case"):
            tree.hang(title, name, "nmod:desc")


@only_with(",")
@only_where("PROPN root")
def verb_behind_apposition(tree: Tree) -> None:
    """ "Russia, Mali's new ally, [called] for talks": the verb behind the commas is the name's."""
    for noun, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos(noun) != "PROPN" or tree.children(noun, "nsubj", "cop"):
            continue
        for verb in tree.children(noun, "acl"):
            token = tree.given[verb]
            asked = tree.given[verb + 1].text.lower() if verb + 1 < len(tree.given) else ""
            if token.pos != "VERB" or "Tense=Past" not in token.feats or asked not in _ASKED:
                continue
            commas = [k for k in range(noun + 1, verb) if tree.given[k].text == ","]
            if len(commas) != 2 or commas[0] != noun + 1 or commas[1] != verb - 1:
                continue
            for beside in tree.children(noun, "conj"):
                if beside < verb and not tree.children(beside, "cc"):
                    tree.dep[beside] = "appos"
            tree.promote(verb, noun)
            return


@only_with(*(month.lower() for month in MONTHS))
def subject_behind_date(tree: Tree) -> None:
    """ "On 20 August [Chad], Mali and Niger closed …", "In May [Chad] left": a month is no first name."""
    for month, token in enumerate(tree.given[:-1]):
        name = month + 1
        if token.text not in MONTHS or tree.pos(name) != "PROPN" or tree.given[name].text in MONTHS:
            continue
        if tree.dep[month] == "compound" and tree.head[month] == name:
            cases = [k for k in tree.children(name, "case") if k < month]
            verb, beside = tree.head[name], []
            if tree.dep[name] != "obl" or not cases or not _lacks_subject(tree, verb, name):
                continue
            for case in cases:
                tree.head[case] = month
            tree.head[month], tree.dep[month] = verb, "obl"
        elif tree.dep[name] == "flat" and tree.head[name] == month:
            day = month if tree.dep[month] == "obl" else tree.head[month]
            verb = tree.head[day]
            if tree.dep[day] != "obl" or not _lacks_subject(tree, verb, name):
                continue
            beside = [k for k in tree.children(day) if name < k < verb]
        else:
            continue
        tree.head[name] = verb
        tree.dep[name] = "nsubj:pass" if tree.children(verb, "aux:pass") else "nsubj"
        for k in beside:
            tree.head[k] = name
            tree.dep[k] = "conj" if tree.pos(k) in NOMINAL else tree.dep[k]


@only_with(*(day.lower() for day in _DAYS))
def subject_behind_day(tree: Tree) -> None:
    """ "Later in the day [Mr. Cole] flew": a day with an article is no part of the name behind it."""
    for day, token in enumerate(tree.given[:-1]):
        name = tree.head[day]
        if token.text not in _DAYS or tree.dep[day] != "compound" or tree.pos(name) != "PROPN":
            continue
        before = [k for k in tree.children(name, "case", "det") if k < day]
        verb = name + 1
        if {tree.dep[k] for k in before} != {"case", "det"}:
            continue
        while verb < len(tree.given) - 1 and tree.pos(verb) in ("AUX", "ADV", "PROPN"):
            verb += 1
        own = tree.dep[name] == "nsubj" and tree.head[name] == verb
        if not own and (tree.dep[name] != "obl" or not _lacks_subject(tree, verb, name)):
            continue
        for k in before:
            tree.head[k] = day
        tree.hang(day, verb, "obl")
        tree.hang(name, verb, "nsubj:pass" if tree.children(verb, "aux:pass") else "nsubj")


@only_where("NOUN compound")
def relative_without_pronoun(tree: Tree) -> None:
    """ "the role [Chad can play]": a name between a noun and a verb of its own is no part of a longer name."""
    for name, token in enumerate(tree.given[:-2]):
        noun, verb = name - 1, tree.head[name + 1]
        if tree.pos(name) != "PROPN" or "Number=Sing" not in token.feats or noun < 1:
            continue
        if tree.dep[noun] != "compound" or tree.head[noun] != name or tree.pos(noun) != "NOUN":
            continue
        if tree.dep[name + 1] != "aux" or not _lacks_subject(tree, verb, name):
            continue
        before = [k for k in tree.children(name, "case", "det", "amod") if k < noun]
        if not any(tree.dep[k] == "det" for k in before) or tree.under(name, verb):
            continue
        tree.head[noun], tree.dep[noun] = tree.head[name], tree.dep[name]
        for k in before:
            tree.head[k] = noun
        tree.head[name], tree.dep[name] = verb, "nsubj"
        tree.hang(verb, noun, "acl:relcl")


def _lacks_subject(tree: Tree, verb: int, name: int) -> bool:
    return tree.pos(verb) == "VERB" and verb > name and not tree.children(verb, "nsubj", "csubj")


@only_with("so", "as")
def subject_behind_so(tree: Tree) -> None:
    """ "So did [Chad]", "as has [Mali]": behind these and an auxiliary stands the subject."""
    for so, token in enumerate(tree.given[:-2]):
        verb = so + 1
        if token.text.lower() not in ("so", "as") or tree.head[so] != verb:
            continue
        if tree.given[verb].text.lower() not in _AUXILIARIES:
            continue
        after = [
            k
            for above in dict.fromkeys((verb, tree.head[verb]))
            for k in tree.children(above, "obj", "xcomp", "nmod", "obl")
            if k > verb and tree.edges(k)[0] == verb + 1
        ]
        if len(after) == 1 and tree.pos(after[0]) in NOMINAL and not tree.children(verb, "nsubj"):
            tree.hang(after[0], verb, "nsubj")
