# Trees that grammar forbids, set right before anything is read from them.
# Rule 1: only what Universal Dependencies or English rules out is touched (two
#   subjects of one verb, a preposition on a title, a sentence of two names and no
#   verb): a tree that can be right stays as it came.
# Rule 2: each repair looks at relations, parts of speech and adjacency, at no word
#   but days of the week and verbs without a passive, and leaves one root and no cycle.
"""Mend parsed trees: names torn apart, two subjects, verbs taken for participles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.clauses.clause import Token
from dragoman.clauses.hyphens import touch
from dragoman.clauses.rehang import auxiliary_subject, described_name, late_infinitive

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_BEFORE = ("nmod:desc", "compound", "amod", "flat", "nummod")
_LOOSE = ("acl", "parataxis", "dep", "appos")
_RELATIVE = frozenset({"who", "whom", "which", "that", "whose", "where", "when"})
# Verbs of news without a passive.
_INTRANSITIVE = frozenset(
    "appeal arrive clash collapse demonstrate die emerge erupt flee march rally react resign respond riot vote walk".split()
)
_CASES = frozenset("against at for from in into on onto to toward towards upon with".split())
_DAYS = frozenset({*(day.lower() for day in WEEKDAYS), "today", "yesterday"})


def mend(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with their heads and relations mended; the same ones if all is well."""
    tree = Tree(tokens)
    for repair in (
        _hyphenated,
        _participle,
        _infinitive,
        _join_names,
        _case_to_head,
        _case_subject,
        _behind_relative,
        _verbless,
        _two_objects,
        _two_subjects,
        _torn_object,
        _possessor,
        _far_subject,
        auxiliary_subject,
        described_name,
        late_infinitive,
    ):
        repair(tree)
    return tree.tokens()


class Tree:
    """Heads and relations that can still be changed."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.given = tuple(tokens)
        self.head = [t.head for t in tokens]
        self.dep = [t.dep for t in tokens]

    def tokens(self) -> tuple[Token, ...]:
        """The tokens as they now hang."""
        return tuple(
            t
            if (t.head, t.dep) == (self.head[t.i], self.dep[t.i])
            else replace(t, head=self.head[t.i], dep=self.dep[t.i])
            for t in self.given
        )

    def pos(self, i: int) -> str:
        """The part of speech of token *i*."""
        return self.given[i].pos

    def children(self, i: int, *deps: str) -> list[int]:
        """The dependents of *i*, all or those of the relations *deps* (with any subtype)."""
        return [
            k
            for k, head in enumerate(self.head)
            if head == i != k
            and (not deps or self.dep[k] in deps or self.dep[k].partition(":")[0] in deps)
        ]

    def under(self, i: int, above: int) -> bool:
        """Whether *i* is *above* or hangs below it."""
        for _ in self.head:
            if i == above:
                return True
            if self.head[i] == i:
                return False
            i = self.head[i]
        return True  # a cycle: touch nothing

    def edges(self, i: int) -> tuple[int, int]:
        """First and last token of the subtree of *i*."""
        first = last = i
        stack = [i]
        seen = {i}
        while stack:
            for k in self.children(stack.pop()):
                if k not in seen:
                    seen.add(k)
                    stack.append(k)
                    first, last = min(first, k), max(last, k)
        return first, last

    def hang(self, i: int, head: int, dep: str) -> None:
        """Hang *i* under *head*, unless that would close a circle."""
        if i != head and not self.under(head, i):
            self.head[i], self.dep[i] = head, dep

    def promote(self, verb: int, noun: int) -> None:
        """Put *verb* in the place of *noun*, which becomes its subject."""
        old_head, old_dep = self.head[noun], self.dep[noun]
        self.head[verb] = verb if old_dep == "root" else old_head
        self.dep[verb] = old_dep
        self.head[noun], self.dep[noun] = verb, "nsubj"
        for k in self.children(noun):
            if k > verb:
                self.head[k] = verb


def _hyphenated(tree: Tree) -> None:
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


def _participle(tree: Tree) -> None:
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
        if tree.pos(noun) not in _NOMINAL:
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


def _infinitive(tree: Tree) -> None:
    """ "drones sent to [dive-bomb] the capital show …": the noun behind an infinitive is its object.

    Mended only where the verb behind that noun has a subject of its own before the infinitive.
    """
    for verb, token in enumerate(tree.given):
        if token.pos != "VERB" or tree.children(verb, "obj", "ccomp", "xcomp", "obl"):
            continue
        if not any(tree.pos(k) == "PART" for k in tree.children(verb, "mark")):
            continue
        behind = [k for k in range(verb + 1, len(tree.given)) if tree.edges(k)[0] == verb + 1]
        noun = next((k for k in behind if tree.dep[k] == "nsubj" and tree.head[k] > k), None)
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


def _join_names(tree: Tree) -> None:
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


def _case_to_head(tree: Tree) -> None:
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


def _verbless(tree: Tree) -> None:
    """A verb that hangs loosely from the sentence's first noun is its verb."""
    for i, token in enumerate(tree.given):
        if tree.pos(i) not in _NOMINAL or tree.children(i, "nsubj", "cop", "csubj"):
            continue
        top = tree.dep[i]
        if top != "root" and not (top.startswith("nsubj") and _other_subject(tree, i)):
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
        finite = "Mood=Ind" in feats
        active = "Tense=Past" in feats and (
            bool(tree.children(i, "obj", "ccomp")) or _is_never_passive(tree, i)
        )
        if finite or active:
            return i
    return None


def _is_never_passive(tree: Tree, i: int) -> bool:
    """Whether a past form without an object must be active: "Crowds marched in Lagos."

    "Two soldiers killed in Mali." is passive, and who killed them is not said.
    """
    lemma = tree.given[i].lemma
    if lemma == "call":
        phrases = tree.children(i, "obl")
        return any(tree.given[k].text.lower() == "on" for p in phrases for k in tree.children(p))
    return lemma in _INTRANSITIVE


def _in_relative(tree: Tree, i: int, noun: int) -> bool:
    """Whether a clause opens between *noun* and *i*: then its verb need not be the noun's."""
    while i != noun and tree.head[i] != i:
        if tree.dep[i] in ("acl:relcl", "advcl", "ccomp", "xcomp", "conj"):
            return True
        if any(tree.given[k].text.lower() in _RELATIVE for k in tree.children(i)):
            return True
        i = tree.head[i]
    return False


def _behind_relative(tree: Tree) -> None:
    """ "Poland, which took in millions, [called] for help": the verb behind the clause is the name's."""
    for i, dep in enumerate(tree.dep):
        if dep != "root" or tree.pos(i) not in _NOMINAL or tree.children(i, "nsubj", "cop", "aux"):
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


def _case_subject(tree: Tree) -> None:
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


def _two_objects(tree: Tree) -> None:
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


def _two_subjects(tree: Tree) -> None:
    """One verb has one subject: a title before a name, a name after its title, a day after all."""
    for verb in range(len(tree.given)):
        subjects = tree.children(verb, "nsubj")
        for i in subjects[1:]:
            if i > verb and tree.given[i].text.lower() in _DAYS:
                tree.dep[i] = "obl:unmarked"
        subjects = [k for k in tree.children(verb, "nsubj") if k < verb]
        for left, right in pairwise(subjects):
            _, end = tree.edges(left)
            start, _ = tree.edges(right)
            if end + 1 == start and start == right and tree.pos(right) == "PROPN":
                # "Prime Minister Babis": the title describes the name. "The owner Karla": it names her.
                if tree.children(left, "det", "nmod:poss"):
                    tree.hang(right, left, "appos")
                else:
                    tree.hang(left, right, "nmod:desc")
            elif end + 1 < start and tree.given[start - 1].text == ",":
                between = {tree.given[k].text for k in range(end + 1, start)}
                if between == {","} and tree.pos(left) != "PRON" and tree.pos(right) != "PRON":
                    tree.hang(right, left, "appos")
            elif any(tree.given[k].text in (":", "--", "-", "–", "—") for k in range(end, start)):
                tree.dep[left] = "dislocated"


def _torn_object(tree: Tree) -> None:
    """ "met envoy [Z. Khalilzad]" with no relation at all: a bare noun after a verb is its object."""
    for i, dep in enumerate(tree.dep):
        verb = tree.head[i]
        if dep != "dep" or verb >= i or tree.pos(i) not in ("NOUN", "PROPN"):
            continue
        if tree.pos(verb) == "VERB" and not tree.children(i, "case"):
            start, _ = tree.edges(i)
            if start == verb + 1 and not tree.children(verb, "obj", "ccomp", "aux:pass"):
                tree.dep[i] = "obj"


def _possessor(tree: Tree) -> None:
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


def _far_subject(tree: Tree) -> None:
    """ "In a call on Sunday, [President Xi] assured …": a name before a verb without a subject is its own."""
    for verb, token in enumerate(tree.given):
        if token.pos != "VERB" or "VerbForm=Fin" not in token.feats or tree.dep[verb] != "root":
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
