# Participles and gerunds taken for what they are not, and clauses that are none.
# Rule: see mend.py.
"""Repairs of participles with a subject, gerunds with an object, prepositions that open no clause."""

from __future__ import annotations

from dragoman.clauses.phrases import TRADES
from dragoman.clauses.tree import NOMINAL, Tree, only_where, only_with

# Verbs behind which an act stands in -ing: "rule [out]" and its like.
_BEFORE_GERUNDS = frozenset("avoid consider contemplate rule weigh".split())
_OPPOSED = frozenset("amount lead object objection opposed opposition resistance".split())
_QUESTIONS = frozenset("how what when where whether which who whom whose why".split())
# Prepositions that open no clause with a finite verb ("for" does, but not behind a noun in news).
_NEVER_OPEN = frozenset("with against between by from of on for over".split())


@only_where("VERB amod")
def participle_with_subject(tree: Tree) -> None:
    """ "Qatar [rebuilt] homes": a participle that describes a noun has no subject, so it is the verb."""
    for verb, dep in enumerate(tree.dep):
        noun = tree.head[verb]
        if dep != "amod" or tree.pos(verb) != "VERB" or noun < verb or tree.dep[noun] != "root":
            continue
        subjects = tree.children(verb, "nsubj")
        if len(subjects) != 1 or subjects[0] > verb or tree.children(noun, "nsubj", "cop", "aux"):
            continue
        if "Tense=Past" not in tree.given[verb].feats:
            continue
        tree.head[verb], tree.dep[verb] = verb, "root"
        tree.head[noun], tree.dep[noun] = verb, "obj"
        for k in tree.children(noun):
            if k < subjects[0] or tree.dep[k] == "punct":
                tree.head[k] = verb


@only_with(",")
@only_where("amod")
def participle_behind_comma(tree: Tree) -> None:
    """ "Farmers, backed by A, [blockaded] roads": where nothing else is the verb, it is no adjective."""
    for verb, dep in enumerate(tree.dep):
        noun = tree.head[verb]
        root = tree.head[noun]
        if dep != "amod" or tree.dep[noun] not in ("conj", "appos") or tree.dep[root] != "root":
            continue
        if (
            verb < 1
            or tree.given[verb - 1].text != ","
            or "Tense=Past" not in tree.given[verb].feats
        ):
            continue
        bare = not tree.children(noun, "cc", "det", "case") and tree.edges(noun)[0] >= verb - 1
        verbless = tree.pos(root) in NOMINAL and not tree.children(root, "nsubj", "cop", "aux")
        if bare and verbless and root < verb < noun:
            tree.head[verb], tree.dep[verb] = verb, "root"
            tree.head[root], tree.dep[root] = verb, "nsubj"
            tree.head[noun], tree.dep[noun] = verb, "obj"
            for k in tree.children(noun, "acl"):
                tree.hang(k, verb, "advcl")


@only_with("both", "each")
@only_where("VERB appos", "VERB acl")
def participle_of_both(tree: Tree) -> None:
    """ "The two states, [both chafing] at the ban, left": it describes them, and "both" is not its subject."""
    for verb, dep in enumerate(tree.dep):
        noun = tree.head[verb]
        if dep not in ("appos", "acl") or tree.pos(verb) != "VERB" or verb < 2 or noun > verb:
            continue
        word = tree.given[verb - 1].text.lower()
        behind_comma = word in ("both", "each") and tree.given[verb - 2].text == ","
        if not behind_comma or tree.head[verb - 1] != verb or is_finite(tree, verb):
            continue
        if "Number=Plur" not in tree.given[noun].feats and not tree.children(noun, "conj"):
            continue  # "signed a pact, each accusing the other"
        tree.dep[verb - 1] = "advmod"
        tree.dep[verb] = "acl"


@only_where("VERB advcl")
def gerund_of_name(tree: Tree) -> None:
    """ "warned of Iran [acquiring] a bomb": a name behind such a preposition does what follows it."""
    for verb, dep in enumerate(tree.dep):
        name, token = verb - 1, tree.given[verb]
        if dep != "advcl" or tree.pos(verb) != "VERB" or not token.text.endswith("ing") or verb < 2:
            continue
        if tree.pos(name) != "PROPN" or tree.head[name] != tree.head[verb]:
            continue
        if tree.children(verb, "mark", "nsubj", "aux") or tree.dep[name] != "obl":
            continue
        cases = [tree.given[k].text for k in tree.children(name, "case")]
        before = tree.given[tree.edges(name)[0] - 1].lemma
        if cases in (["about"], ["against"], ["of"], ["over"]) or (
            cases == ["to"] and before in _OPPOSED
        ):
            tree.hang(verb, name, "acl")


@only_where("VERB amod")
def gerund_behind_verb(tree: Tree) -> None:
    """ "ruled out [supplying] missiles": behind some verbs a form in -ing has the noun as its object."""
    for i, dep in enumerate(tree.dep):
        noun = tree.head[i]
        verb = tree.head[noun]
        token = tree.given[i]
        if dep != "amod" or token.pos != "VERB" or not token.text.endswith("ing") or noun < i:
            continue
        if tree.dep[noun] != "obj" or not verb < i or tree.edges(noun)[0] != i:
            continue
        between = {tree.given[k].text for k in range(verb + 1, i)}
        if tree.given[verb].lemma in _BEFORE_GERUNDS and between <= {"out"}:
            tree.hang(i, verb, "xcomp")
            tree.hang(noun, i, "obj")
            for k in tree.children(verb, "obl"):
                if k > noun:
                    tree.hang(k, i, "obl")


@only_with("to")
@only_where("VERB obj", "VERB obl")
def infinitive_as_phrase(tree: Tree) -> None:
    """ "threatened [to halt] talks": an infinitive is no noun phrase, and a verb's complement."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep not in ("obl", "obj") or tree.pos(i) != "VERB" or verb > i:
            continue
        marks = [k for k in tree.children(i, "mark") if tree.given[k].text.lower() == "to"]
        if marks and marks[0] == verb + 1 and tree.pos(verb) == "VERB":
            tree.dep[i] = "xcomp"


@only_with(*_NEVER_OPEN)
@only_where("mark")
def clause_behind_preposition(tree: Tree) -> None:
    """ "A truce [with Chad] was announced": "with" opens no clause with a finite verb.

    What the parser took for that verb's subject belongs to the noun before the preposition.
    """
    for mark, dep in enumerate(tree.dep):
        verb = tree.head[mark]
        if dep != "mark" or tree.given[mark].text.lower() not in _NEVER_OPEN or mark > verb:
            continue
        asks = any(tree.given[k].text.lower() in _QUESTIONS for k in tree.children(verb))
        if mark == 0 or asks or not is_finite(tree, verb):
            continue
        inner = [k for k in tree.children(verb, "nsubj") if mark < k < verb]
        noun = mark - 1
        if len(inner) != 1 or tree.edges(inner[0])[0] != mark + 1 or tree.pos(noun) not in NOMINAL:
            continue
        if tree.dep[verb] in ("acl", "acl:relcl") and tree.head[verb] < mark:
            above = tree.head[verb]
            if tree.children(above, "nsubj", "cop", "aux"):
                continue
            slot = tree.dep[inner[0]]
            tree.promote(verb, above)
            tree.dep[above] = slot
        elif not any(k < mark for k in tree.children(verb, "nsubj")):
            continue
        tree.hang(inner[0], noun, "nmod")
        tree.head[mark], tree.dep[mark] = inner[0], "case"


def is_finite(tree: Tree, verb: int) -> bool:
    """Whether a verb, or what stands with it, has a tense."""
    if "VerbForm=Fin" in tree.given[verb].feats:
        return True
    helpers = tree.children(verb, "aux", "cop")
    return any("VerbForm=Fin" in tree.given[k].feats for k in helpers)


@only_with(",")
@only_where("VERB amod")
def listed_verb(tree: Tree) -> None:
    """ "has banned apps, [bought] rifles and asked Chad": behind an object and a comma, a verb of a list."""
    for verb, dep in enumerate(tree.dep):
        noun = tree.head[verb]
        first = tree.head[noun]
        if dep != "amod" or tree.pos(verb) != "VERB" or verb < 1 or tree.dep[noun] != "obj":
            continue
        if tree.given[verb - 1].text != "," or "Tense=Past" not in tree.given[verb].feats:
            continue
        objects = [k for k in tree.children(first, "obj") if first < k < verb - 1]
        joined = [k for k in tree.children(first, "conj") if k > noun and tree.children(k, "cc")]
        if not objects or not joined or tree.children(noun, "det", "case", "nmod:poss"):
            continue
        if tree.edges(noun)[0] >= verb - 1 and tree.pos(first) == "VERB" and verb < noun:
            tree.head[verb], tree.dep[verb] = first, "conj"
            tree.head[noun] = verb
            for k in tree.children(first, "obl"):  # "bought rifles [from Chad]"
                if noun < k < joined[0]:
                    tree.hang(k, verb, "obl")


@only_with(",")
@only_where("VERB advcl", "VERB xcomp")
def finite_complement(tree: Tree) -> None:
    """ "until it changes course, [frees] them and leaves": a finite verb completes none, and goes on with the last."""
    for verb, dep in enumerate(tree.dep):
        if dep not in ("xcomp", "advcl") or not _is_third_person(tree, verb):
            continue
        if verb < 2 or tree.given[verb - 1].text != "," or tree.edges(verb)[0] != verb:
            continue
        if tree.children(verb, "mark", "nsubj"):
            continue
        before = [
            k for k in range(verb - 1) if _is_third_person(tree, k) and tree.edges(k)[1] == verb - 2
        ]
        if before and tree.children(before[-1], "nsubj"):
            tree.hang(verb, before[-1], "conj")


def _is_third_person(tree: Tree, verb: int) -> bool:
    """Whether a verb has the present form in -s."""
    feats = tree.given[verb].feats
    finite = "Tense=Pres" in feats and "VerbForm=Fin" in feats
    return tree.pos(verb) == "VERB" and finite and tree.given[verb].text.endswith("s")


@only_where("csubj")
def infinitive_of_adjective(tree: Tree) -> None:
    """ "how willing Chad would be [to leave]": an adjective with a subject has no infinitive for another."""
    for verb, dep in enumerate(tree.dep):
        adjective = tree.head[verb]
        if dep != "csubj" or tree.pos(adjective) != "ADJ" or adjective > verb:
            continue
        to = any(tree.given[k].text.lower() == "to" for k in tree.children(verb, "mark"))
        if to and tree.children(adjective, "nsubj"):
            tree.dep[verb] = "xcomp"


@only_with("for")
def gerund_in_exchange(tree: Tree) -> None:
    """ "in exchange for Chad [freeing] two men": Chad does it, and is not what is exchanged."""
    for name, dep in enumerate(tree.dep):
        trade = tree.head[name]
        if dep != "nmod" or tree.given[trade].lemma not in TRADES:
            continue
        cases, verb = tree.children(name, "case"), tree.edges(name)[1] + 1
        if len(cases) != 1 or tree.given[cases[0]].text != "for" or verb >= len(tree.given):
            continue
        gerund = tree.pos(verb) == "VERB" and tree.given[verb].text.endswith("ing")
        if gerund and not tree.children(verb, "nsubj", "mark", "aux"):
            tree.hang(verb, trade, "acl")
            if tree.head[verb] == trade:
                tree.hang(name, verb, "nsubj")
                tree.head[cases[0]], tree.dep[cases[0]] = verb, "mark"


@only_with("to")
@only_where("VERB conj")
def infinitive_beside_gerund(tree: Tree) -> None:
    """ "urged Chad to stop arming them and [to withdraw]": an infinitive with "to" joins an infinitive."""
    for verb, dep in enumerate(tree.dep):
        first = tree.head[verb]
        if dep != "conj" or tree.pos(verb) != "VERB" or not _has_to(tree, verb):
            continue
        above = tree.head[first]
        gerund = tree.given[first].text.lower().endswith("ing") and not _has_to(tree, first)
        if gerund and tree.dep[first] in ("xcomp", "ccomp", "obj") and _has_to(tree, above):
            tree.hang(verb, above, "conj")


def _has_to(tree: Tree, verb: int) -> bool:
    return any(tree.given[k].text.lower() == "to" for k in tree.children(verb, "mark"))
