# Noun phrases that a parser tore apart, or hung together where they are not one.
# Rule: see mend.py.
"""Repairs of noun phrases: names, titles, hyphens, possessors, appositions."""

from __future__ import annotations

from dragoman.clauses.clause import HYPHENS
from dragoman.clauses.hyphens import touch
from dragoman.clauses.tree import NOMINAL, Tree, nominal, only_where, only_with

# Verbs whose noun says what their subject is.
_LINKING = frozenset(
    "act appear be become call emerge feel look name prove rank remain seem serve stand stay".split()
)
_ORDINALS = frozenset("first second third fourth fifth latest last".split())
_BEFORE = ("nmod:desc", "compound", "amod", "flat", "nummod")


@only_with(*HYPHENS)
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


@only_with(*HYPHENS)
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


@only_with("PROPN")
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
        if dep != "case" or title < i or tree.dep[title] not in _BEFORE:
            continue
        if tree.dep[title] != "nmod:desc" and tree.children(title, "det"):
            continue
        head = tree.head[title]
        while tree.dep[head] in _BEFORE and head > title and tree.head[head] > head:
            head = tree.head[head]
        if head > title and not tree.children(head, "case"):
            if tree.edges(head)[0] == i and tree.dep[head].startswith(
                ("obl", "nmod", "obj", "dep")
            ):
                tree.head[i] = head
                if not tree.dep[head].startswith(("obl", "nmod")):
                    verbal = tree.pos(tree.head[head]) in ("VERB", "ADJ", "AUX")
                    tree.dep[head] = "obl" if verbal else "nmod"


@only_with("two")
def bare_two(tree: Tree) -> None:
    """ "called on [the two] to stop": two who have just been named, and no noun follows."""
    for two in range(2, len(tree.given) - 1):
        if tree.given[two].text.lower() != "two" or tree.given[two - 1].text.lower() != "the":
            continue
        if tree.pos(two + 1) in ("NOUN", "PROPN", "ADJ", "NUM", "ADV"):
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


@only_with(",")
def second_object(tree: Tree) -> None:
    """ "met King Abdullah, [a friend of Egypt]": an object behind a comma describes the one before."""
    for verb in tree.heads_of_two("obj", "iobj"):
        objects = [k for k in tree.children(verb, "obj", "iobj") if k > verb]
        if len(objects) != 2:
            continue
        (_, end), (start, _) = (tree.edges(k) for k in objects)
        # "pounded the port on Monday, [the first such raid]": nothing is given to anybody.
        given = tree.dep[objects[0]] == "iobj" or _ranks(tree, objects[1])
        if not given and (start != end + 1 or tree.pos(objects[0]) != "PROPN"):
            continue
        if tree.given[start].text != ",":
            continue
        if start + 1 in tree.children(objects[1], "det"):
            tree.dep[objects[0]] = "obj"
            tree.hang(objects[1], objects[0], "appos")


def _ranks(tree: Tree, noun: int) -> bool:
    """Whether a noun is ranked among others of its kind: "the first such raid", "the deadliest"."""
    words = (tree.given[k].text.lower() for k in tree.children(noun, "amod"))
    return any(w in _ORDINALS or (w.endswith("est") and len(w) > 4) for w in words)


@only_where(*nominal("xcomp"))
def predicate_object(tree: Tree) -> None:
    """ "sought [a warrant] for two officials": a noun with an article behind such a verb is its object."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "xcomp" or tree.pos(i) not in NOMINAL or verb > i or tree.pos(verb) != "VERB":
            continue
        if tree.children(verb, "obj", "iobj", "aux:pass"):
            continue
        start = tree.edges(i)[0]
        particle = [k for k in tree.children(verb, "compound:prt") if k == start - 1]
        linking = tree.given[verb].lemma in _LINKING
        opens = tree.dep[start] == "det" and start == verb + 1 and not linking
        # "Bombed [Sanaa]": nobody is bombed into a name.
        opens = opens or (tree.pos(i) == "PROPN" and start == verb + 1 and not linking)
        if (opens or particle) and not tree.children(i, "case"):
            tree.dep[i] = "obj"


@only_where("NOUN obj")
def object_of_linking_verb(tree: Tree) -> None:
    """ "remains [the biggest buyer] of crude": what one remains or becomes is no object."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "obj" or verb > i or tree.given[verb].lemma not in ("become", "remain"):
            continue
        if tree.pos(i) == "NOUN" and tree.pos(verb) == "VERB" and not tree.children(verb, "xcomp"):
            tree.dep[i] = "xcomp"


@only_where("NOUN dep", "PROPN dep")
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


@only_where("obj")
def object_of_noun(tree: Tree) -> None:
    """ "freed on bail [three men]": a noun has no object, and the verb before it may."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        if dep != "obj" or tree.pos(noun) != "NOUN" or not verb < noun < i:
            continue
        if tree.dep[noun] != "obl" or tree.pos(verb) != "VERB" or tree.children(noun, "mark"):
            continue
        if not tree.children(verb, "obj", "aux:pass", "ccomp") and tree.children(noun, "case"):
            tree.hang(i, verb, "obj")


@only_with("'s", "’s")
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


@only_with(*HYPHENS)
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


@only_with("between")
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


@only_with("more", "others")
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


@only_with("NUM")
def counted_subject(tree: Tree) -> None:
    """ "[Over 400] rescued off Lampedusa": a number that opens a heading is what its participle tells of."""
    count = next((i for i in range(min(4, len(tree.given))) if tree.pos(i) == "NUM"), None)
    if count is None or count + 1 >= len(tree.given):
        return
    verb = count + 1
    if tree.pos(verb) != "VERB" or "Tense=Past" not in tree.given[verb].feats:
        return
    if tree.head[count] != verb or tree.dep[count] == "nsubj:pass":
        return
    bare = not tree.children(verb, "nsubj", "aux", "obj")
    if bare and tree.edges(count)[0] == 0 and not tree.children(count, "case"):
        tree.dep[count] = "nsubj:pass"
