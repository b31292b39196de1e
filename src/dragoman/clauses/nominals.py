# Noun phrases that a parser tore apart, or hung together where they are not one.
# Rule: see mend.py.
"""Repairs of noun phrases: names, titles, hyphens, possessors, appositions."""

from __future__ import annotations

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.hyphens import touch
from dragoman.clauses.tree import NOMINAL, Tree

# Verbs whose noun says what their subject is.
_LINKING = frozenset(
    "act appear be become call emerge feel look name prove rank remain seem serve stand stay".split()
)
# Prepositions that say whom an act is aimed at or who does it: no name has them.
_OF_ACTS = frozenset({"against", "between", "by", "to", "toward", "towards", "with"})
_PARTICLES = frozenset({"away", "back", "down", "home", "off", "out", "over"})
_DATES = frozenset(name.lower() for name in (*WEEKDAYS, *MONTHS))
_BEFORE = ("nmod:desc", "compound", "amod", "flat", "nummod")


def hyphenated(tree: Tree) -> None:
    """ "[dive]-bombed the town": of two words with a hyphen the verb behind it is the verb."""
    for i in range(len(tree.given) - 2):
        first, hyphen, verb = tree.given[i : i + 3]
        if verb.pos != "VERB" or not touch(first, hyphen, verb):
            continue
        if first.pos not in ("VERB", "NOUN") or tree.head[verb.i] != i:
            continue
        tree.head[verb.i] = verb.i if tree.dep[i] == "root" else tree.head[i]
        tree.dep[verb.i] = tree.dep[i]
        tree.head[i], tree.dep[i] = verb.i, "compound"
        for k in tree.children(i):
            if k != verb.i:
                tree.head[k] = verb.i


def hyphened_participle(tree: Tree) -> None:
    """ "[Iran-backed] fighters shelled a port": a name, a hyphen and a participle describe a noun."""
    for i in range(len(tree.given) - 3):
        name, hyphen, verb, after = tree.given[i : i + 4]
        if verb.pos != "VERB" or "Tense=Past" not in verb.feats or tree.dep[verb.i] == "amod":
            continue
        if name.pos not in ("PROPN", "ADJ") or not name.text[:1].isupper():
            continue
        if not touch(name, hyphen, verb) or after.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        noun = after.i
        while tree.dep[noun] in ("amod", "compound", "nmod:desc") and tree.head[noun] > noun:
            noun = tree.head[noun]
        if tree.pos(noun) not in NOMINAL:
            continue
        top = noun
        while tree.under(top, verb.i) and tree.head[top] != verb.i:
            top = tree.head[top]
        if tree.head[top] == verb.i:
            above = tree.head[verb.i]
            tree.head[top] = top if above == verb.i else above
            tree.dep[top] = tree.dep[verb.i]
            for k in tree.children(verb.i):
                if k not in (name.i, hyphen.i):
                    tree.head[k] = top
        tree.hang(verb.i, noun, "amod")
        tree.head[name.i], tree.dep[name.i] = verb.i, "obl:unmarked"
        tree.head[hyphen.i] = name.i


def torn_name(tree: Tree) -> None:
    """Two words of one name never hang apart from the same verb: "Andrej Babis agreed"."""
    for i in range(1, len(tree.given)):
        if tree.pos(i) != "PROPN" or tree.pos(i - 1) != "PROPN" or not _nominal_slot(tree, i):
            continue
        before = i - 1
        while tree.dep[before] == "flat" and tree.head[before] < before:
            before = tree.head[before]
        if tree.head[i] == before or tree.head[before] == i or tree.children(i, "case", "det"):
            continue
        same = (tree.head[i], tree.dep[i]) == (tree.head[before], tree.dep[before])
        torn = tree.dep[before] in ("appos", "dep", "nsubj", "nsubj:pass", "flat") and tree.dep[
            i
        ].startswith("nsubj")
        if not (same or torn):
            continue
        head, dep = tree.head[i], tree.dep[i]
        tree.head[i], tree.dep[i] = before, "flat"
        if not same and not tree.under(head, before):
            tree.head[before], tree.dep[before] = head, dep
        elif not same:
            tree.head[i], tree.dep[i] = head, dep


def _nominal_slot(tree: Tree, i: int) -> bool:
    return tree.dep[i].partition(":")[0] in ("nsubj", "obj", "obl", "nmod", "conj", "dep")


def preposition_on_title(tree: Tree) -> None:
    """ "with [former president] Karzai": the preposition belongs to the phrase, not to the title."""
    for i, dep in enumerate(tree.dep):
        title = tree.head[i]
        if dep != "case" or title < i:
            continue
        if tree.dep[title] != "nmod:desc" and tree.children(title, "det"):
            continue
        head = tree.head[title]
        while tree.dep[head] in _BEFORE and head > title and tree.head[head] > head:
            head = tree.head[head]
        if tree.dep[title] in _BEFORE and head > title and not tree.children(head, "case"):
            if tree.edges(head)[0] == i and tree.dep[head].startswith(
                ("obl", "nmod", "obj", "dep")
            ):
                tree.head[i] = head
                if not tree.dep[head].startswith(("obl", "nmod")):
                    verbal = tree.pos(tree.head[head]) in ("VERB", "ADJ", "AUX")
                    tree.dep[head] = "obl" if verbal else "nmod"


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
        if other <= conjunction or tree.pos(other) not in NOMINAL or tree.under(other, one):
            continue
        # Nothing but the words of the other's own phrase stands between the two.
        if tree.edges(other)[0] in (conjunction, conjunction + 1):
            tree.hang(other, one, "conj")


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


def particle_of_verb(tree: Tree) -> None:
    """ "sent [back] 40 refugees": what stands between a verb and its object is the verb's."""
    for i, token in enumerate(tree.given[1:], 1):
        if token.text not in _PARTICLES or tree.dep[i] != "advmod" or tree.head[i] < i:
            continue
        verb, top = i - 1, tree.head[i]
        while tree.head[top] != verb and tree.dep[top] in ("nummod", "amod", "det", "advmod"):
            top = tree.head[top]
        if tree.head[top] == verb and tree.dep[top] == "obj" and tree.pos(verb) == "VERB":
            tree.head[i] = verb


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


def doer_of_noun(tree: Tree) -> None:
    """ "protested at the killing of soldiers [by Syria]": the verb has its doer, the noun has not."""
    for i in range(len(tree.given)):
        verb, case = tree.head[i], tree.children(i, "case")
        if verb > i or tree.pos(verb) != "VERB" or not tree.dep[i].startswith("obl"):
            continue
        if len(case) != 1 or tree.given[case[0]].text != "by" or tree.edges(i)[0] != case[0]:
            continue
        passive = tree.children(verb, "aux:pass", "nsubj:pass")
        if passive or not tree.children(verb, "nsubj") or not _is_somebody(tree, i):
            continue
        for noun in tree.children(verb, "obj", "obl"):
            of = [k for k in tree.children(noun, "nmod") if tree.edges(k)[1] == case[0] - 1]
            words = [tree.given[c].text for k in of for c in tree.children(k, "case")]
            if tree.pos(noun) == "NOUN" and words == ["of"]:
                tree.hang(i, noun, "nmod")
                break


def _is_somebody(tree: Tree, i: int) -> bool:
    """Whether a phrase has a capital that is no date's: "by Syrian forces", not "by Friday"."""
    first, last = tree.edges(i)
    words = [tree.given[k].text for k in range(first, last + 1)]
    if any(word.lower() in _DATES for word in words):
        return False
    return any(word[:1].isupper() for word in words)


def bare_two(tree: Tree) -> None:
    """ "called on [the two] to stop": two who have just been named, and no noun follows."""
    for two in range(2, len(tree.given) - 1):
        words = [t.text.lower() for t in tree.given[two - 1 : two + 1]]
        if words != ["the", "two"] or tree.pos(two + 1) in ("NOUN", "PROPN", "ADJ", "NUM", "ADV"):
            continue
        if tree.dep[two].partition(":")[0] in ("nsubj", "obj", "iobj", "obl", "nmod"):
            continue
        before = tree.pos(two - 2) == "ADP"
        verb = next((k for k in range(two - 2, -1, -1) if tree.pos(k) == "VERB"), None)
        if verb is None or tree.under(verb, two) or verb < two - 3:
            continue
        tree.head[two], tree.dep[two] = verb, "obl" if before else "obj"
        tree.head[two - 1], tree.dep[two - 1] = two, "det"
        if before:
            tree.head[two - 2], tree.dep[two - 2] = two, "case"
        if tree.given[two + 1].text == "to" and tree.pos(two + 2) == "VERB":
            act = two + 2
            noun = tree.head[act]
            if tree.dep[act] == "amod" and noun > act:
                # "to [end] hostilities": what it does it to had taken its place.
                tree.head[noun], tree.dep[noun] = act, "obj"
            tree.head[act], tree.dep[act] = verb, "xcomp"
            tree.head[two + 1], tree.dep[two + 1] = act, "mark"


def second_object(tree: Tree) -> None:
    """ "met King Abdullah, [a friend of Egypt]": an object behind a comma describes the one before."""
    for verb in range(len(tree.given)):
        objects = [k for k in tree.children(verb, "obj", "iobj") if k > verb]
        if len(objects) != 2 or tree.pos(objects[0]) != "PROPN":
            continue
        (_, end), (start, _) = (tree.edges(k) for k in objects)
        if start != end + 1 or tree.given[start].text != ",":
            continue
        if start + 1 in tree.children(objects[1], "det"):
            tree.dep[objects[0]] = "obj"
            tree.hang(objects[1], objects[0], "appos")


def predicate_object(tree: Tree) -> None:
    """ "sought [a warrant] for two officials": a noun with an article behind such a verb is its object."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "xcomp" or tree.pos(i) != "NOUN" or verb > i or tree.pos(verb) != "VERB":
            continue
        if tree.children(verb, "obj", "iobj", "aux:pass"):
            continue
        start = tree.edges(i)[0]
        particle = [k for k in tree.children(verb, "compound:prt") if k == start - 1]
        linking = tree.given[verb].lemma in _LINKING
        opens = tree.dep[start] == "det" and start == verb + 1 and not linking
        if (opens or particle) and not tree.children(i, "case"):
            tree.dep[i] = "obj"


def torn_object(tree: Tree) -> None:
    """ "met envoy [Z. Khalilzad]" with no relation at all: a bare noun after a verb is its object."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "dep" or verb >= i or tree.pos(i) not in ("NOUN", "PROPN"):
            continue
        if tree.pos(verb) == "VERB" and not tree.children(i, "case"):
            start, _ = tree.edges(i)
            if start == verb + 1 and not tree.children(verb, "obj", "ccomp", "aux:pass"):
                tree.dep[i] = "obj"


def possessor(tree: Tree) -> None:
    """ "Sri Lanka's [information minister]": what carries 's belongs to the noun after it."""
    for mark, token in enumerate(tree.given):
        owner = tree.head[mark]
        if token.text not in ("'s", "’s") or tree.dep[mark] != "case" or owner >= mark:
            continue
        if tree.head[owner] > mark or tree.pos(owner) != "PROPN" or tree.dep[owner] == "root":
            continue
        last = mark
        while last + 1 < len(tree.given) and tree.pos(last + 1) in ("ADJ", "NOUN", "PROPN", "NUM"):
            last += 1
        if last > mark and tree.pos(last) == "NOUN":
            tree.hang(owner, last, "nmod:poss")


def described_name(tree: Tree) -> None:
    """ "To crisis-[hit] Sri Lanka": a participle with a hyphen before a noun describes it."""
    for verb in range(2, len(tree.given) - 1):
        if tree.pos(verb) != "VERB" or tree.given[verb - 1].text not in ("-", "‑"):
            continue
        noun = verb + 1
        slot = tree.dep[verb].partition(":")[0]
        is_object = tree.head[noun] == verb and tree.dep[noun] == "obj"
        if slot not in ("obl", "nmod") or not is_object or tree.pos(noun) not in ("NOUN", "PROPN"):
            continue
        tree.head[noun], tree.dep[noun] = tree.head[verb], tree.dep[verb]
        tree.head[verb], tree.dep[verb] = noun, "amod"
        for k in tree.children(verb, "case", "mark", "det"):
            tree.head[k] = noun
            tree.dep[k] = "case" if tree.dep[k] == "mark" else tree.dep[k]


def both_between(tree: Tree) -> None:
    """ "The war between Chad and [Mali] began": who stands between is two, not the war and one more."""
    for mark, token in enumerate(tree.given):
        if token.text.lower() != "between" or tree.dep[mark] != "case":
            continue
        one = tree.head[mark]
        above = tree.head[one]
        if tree.children(one, "conj") or "Number=Plur" in tree.given[one].feats:
            continue
        _, end = tree.edges(one)
        for other in tree.children(above, "conj"):
            start, _ = tree.edges(other)
            if start == end + 1 and tree.given[start].text == "and" and above < one:
                tree.hang(other, one, "conj")


def counted_more(tree: Tree) -> None:
    """ "Saved [200 more]": a number and "more" behind a verb without an object are its object."""
    for verb in range(len(tree.given) - 2):
        count, more = verb + 1, verb + 2
        if tree.pos(verb) != "VERB" or tree.pos(count) != "NUM":
            continue
        if tree.given[more].text.lower() not in ("more", "others") or tree.head[more] != verb:
            continue
        if tree.head[count] == more and not tree.children(verb, "obj", "aux:pass"):
            tree.dep[more] = "obj"
