# Trees are built from the top: a Node holds what stands before and after its word, and the order
# of the words is that of the tree, so a tree cannot be ill-formed or cross itself.
"""Nodes of a tree, and how one is laid out as a sentence of the treebanks."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from convert import Sentence

CARD = "NumForm=Digit|NumType=Card"
WORD_CARD = "NumForm=Word|NumType=Card"
NOT_BEFORE = {",", ".", ")", ":", "'s", "'"}  #: no space stands before these
NOT_AFTER = {"(", "$"}
SINGULAR = {"process", "crisis", "congress", "bus"}  #: no plurals, in spite of their last letter
PLURALS = {
    "women": "woman", "children": "child", "arms": "arm", "rights": "right", "ties": "tie",
    "Netherlands": "Netherlands", "Philippines": "Philippines",
}  # fmt: skip


@dataclass(slots=True, eq=False)
class Node:
    """A word with what hangs on it; *before* and *after* are in the order of the text."""

    word: str
    lemma: str
    pos: str
    tag: str
    morph: str = ""
    dep: str = ""
    before: list[Node] = field(default_factory=list)
    after: list[Node] = field(default_factory=list)
    far: Node | None = None  #: the true head, where English crosses the lines of a tree

    def first(self, child: Node, dep: str) -> Node:
        """Hang *child* before all that is there; returns this node."""
        child.dep = dep
        self.before.insert(0, child)
        return self

    def near(self, child: Node, dep: str) -> Node:
        """Hang *child* just before the word; returns this node."""
        child.dep = dep
        self.before.append(child)
        return self

    def put(self, child: Node, dep: str) -> Node:
        """Hang *child* after all that is there; returns this node."""
        child.dep = dep
        self.after.append(child)
        return self

    @property
    def number(self) -> str:
        """Sing or Plur, as a verb agrees with it."""
        several = any(child.dep == "conj" for child in self.after)
        plural = self.pos == "NOUN" and "Number=P" in self.morph  # "the United States has"
        return "Plur" if several or plural else "Sing"

    def walk(self) -> list[Node]:
        """This node and all below it, in the order of the text."""
        made: list[Node] = []
        for child in self.before:
            made += child.walk()
        made.append(self)
        for child in self.after:
            made += child.walk()
        return made


def mark(sign: str) -> Node:
    """A punctuation mark."""
    tags = {"(": "-LRB-", ")": "-RRB-", "-": "HYPH", "--": ":", "–": ":"}
    return Node(sign, sign, "PUNCT", tags.get(sign, sign))


def commas(node: Node) -> Node:
    """Set *node* off; a comma that meets another mark goes when the sentence is laid out."""
    return node.first(mark(","), "punct").put(mark(","), "punct")


def case(preposition: str, node: Node) -> Node:
    """A prepositional phrase."""
    return node.first(Node(preposition, preposition, "ADP", "IN"), "case")


def adverb(word: str, lemma: str | None = None) -> Node:
    """An adverb."""
    return Node(word, (lemma or word).lower(), "ADV", "RB")


def adjective(word: str) -> Node:
    """An adjective."""
    return Node(word, word, "ADJ", "JJ", "Degree=Pos")


def proper(word: str) -> Node:
    """One word of a name."""
    short = word.endswith(".") or (word.isupper() and len(word) < 4)
    return Node(word, word, "PROPN", "NNP", "Abbr=Yes|Number=Sing" if short else "Number=Sing")


def article(kind: str) -> Node:
    """ "the", "a" or "an"."""
    morph = f"Definite={'Def' if kind == 'the' else 'Ind'}|PronType=Art"
    return Node(kind, "the" if kind == "the" else "a", "DET", "DT", morph)


def pronoun(word: str) -> Node:
    """A possessive or personal pronoun of the third person."""
    cases = {"it": "Nom", "they": "Nom", "he": "Nom", "she": "Nom"}
    person = {
        "its": "Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
        "his": "Gender=Masc|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
        "her": "Gender=Fem|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
        "their": "Number=Plur|Person=3|Poss=Yes|PronType=Prs",
        "it": "Gender=Neut|Number=Sing|Person=3|PronType=Prs",
        "he": "Gender=Masc|Number=Sing|Person=3|PronType=Prs",
        "she": "Gender=Fem|Number=Sing|Person=3|PronType=Prs",
        "they": "Number=Plur|Person=3|PronType=Prs",
    }
    if word in cases:
        return Node(word, word, "PRON", "PRP", "Case=Nom|" + person[word])
    lemmas = {"its": "its", "his": "his", "her": "her", "their": "their"}
    return Node(word, lemmas[word], "PRON", "PRP$", "Case=Gen|" + person[word])


def number(figure: str) -> Node:
    """A cardinal number, in figures or letters."""
    digits = figure[0].isdigit()
    return Node(figure, figure.lower(), "NUM", "CD", CARD if digits else WORD_CARD)


def singular(noun: str) -> str:
    """The base of a plural."""
    if noun in PLURALS:
        return PLURALS[noun]
    if noun.endswith(("shes", "ches", "sses")):
        return noun[:-2]
    return noun[:-3] + "y" if noun.endswith("ies") else noun[:-1]


def word_of(text: str, head: bool) -> tuple[Node, str]:
    """One marked word of ``newsroom_words``, and the relation it has to a head after it."""
    word, _, sign = text.partition("/")
    if sign == "A":
        return Node(word, word, "ADJ", "NNP", "Degree=Pos"), "amod"
    if sign == "P":
        return Node(word, singular(word), "PROPN", "NNPS", "Number=Plur"), "compound"
    if word[0].isupper():
        return proper(word), "compound"
    if sign == "a":
        return adjective(word), "amod"
    if sign == "v":
        lemma = {"ruling": "rule", "united": "unite", "disputed": "dispute"}[word]
        if word == "ruling":
            return Node(word, lemma, "VERB", "VBG", "Tense=Pres|VerbForm=Part"), "amod"
        return Node(word, lemma, "VERB", "VBN", "Tense=Past|VerbForm=Part|Voice=Pass"), "amod"
    if sign == "s":
        lemma = PLURALS.get(word, word)
        morph = "Number=Ptan" if word == "troops" else "Number=Plur"
        return Node(word, lemma, "NOUN", "NNS", morph), "compound"
    if head and word.endswith("s") and sign != "m" and word not in SINGULAR:
        return Node(word, singular(word), "NOUN", "NNS", "Number=Plur"), "compound"
    return Node(word, word, "NOUN", "NN", "Number=Sing"), "compound"


def chain(text: str) -> Node:
    """Words that hang on the last one; an adjective in a longer name on the word after it."""
    parts = [word_of(p, head=i == len(text.split()) - 1) for i, p in enumerate(text.split())]
    head = parts[-1][0]
    pending: list[Node] = []
    for (node, dep), (following, _) in pairwise(parts):
        if node.tag == "NNP" and node.pos == "ADJ" and following.pos == "PROPN":
            # "United Nations Security Council": United hangs on Nations.
            node.dep = dep
            pending.append(node)
            continue
        for adjunct in pending:
            node.before.append(adjunct)
        pending = []
        head.near(node, dep)
    for adjunct in pending:
        head.near(adjunct, "amod")
    return head


def phrase(text: str) -> Node:
    """A noun phrase or name in the notation of ``newsroom_words``, without its article."""
    for preposition in (" of ", " for "):
        if preposition in text:
            left, right = text.split(preposition, 1)
            inner = case(preposition.strip(), named(right))
            return phrase(left).put(inner, "nmod")
    if "+" in text:
        head, *others = map(proper, text.split("+"))
        for other in others:
            head.put(other, "flat")
        return head
    last = text.rsplit(maxsplit=1)[-1]
    if "-" in last and last[0].isupper():
        # "League-Quaid": the first part keeps the head.
        left, right = text.rsplit("-", 1)
        head = chain(left)
        return head.put(mark("-"), "punct").put(proper(right), "flat")
    return chain(text)


def named(text: str) -> Node:
    """As :func:`phrase`; a leading "the", "a" or "its" is its determiner."""
    first, _, rest = text.partition(" ")
    if first in ("the", "a", "an"):
        return phrase(rest).first(article(first), "det")
    if first == "its":
        return phrase(rest).first(pronoun("its"), "nmod:poss")
    return phrase(text)


def lettered(text: str) -> Node:
    """ "the World Bank=WB": a name with its letters in brackets."""
    name, letters = text.split("=")
    short = phrase(letters) if "-" in letters else proper(letters)
    short.morph = "Abbr=Yes|Number=Sing"
    return named(name).put(short.first(mark("("), "punct").put(mark(")"), "punct"), "appos")


def owner(node: Node) -> Node:
    """ "Iran's"."""
    sign = "'" if node.walk()[-1].word.endswith("s") and node.number == "Plur" else "'s"
    return node.put(Node(sign, "'s", "PART", "POS"), "case")


def lay_out(root: Node, starts_paragraph: bool, stop: str = ".") -> Sentence:
    """The sentence of a tree; doubled commas go, and *stop* ends it."""
    if stop and not root.walk()[-1].word.endswith("."):
        root.put(mark(stop), "punct")
    root.dep = "ROOT"
    nodes = root.walk()
    kept = [
        node
        for i, node in enumerate(nodes)
        if node.word != ","
        or (0 < i < len(nodes) - 1 and nodes[i + 1].word not in {",", ".", ")", ":", "--"})
    ]
    place = {id(node): i for i, node in enumerate(kept)}
    head = {id(c): place[id(c.far or n)] for n in kept for c in (*n.before, *n.after)}
    made = Sentence(starts_paragraph)
    for i, node in enumerate(kept):
        word = node.word[0].upper() + node.word[1:] if i == 0 else node.word
        following = kept[i + 1] if i + 1 < len(kept) else None
        hyphen = node.tag == "HYPH" or (following is not None and following.tag == "HYPH")
        tight = following is not None and following.word in NOT_BEFORE
        made.words.append(word)
        made.spaces.append(not (hyphen or tight or node.word in NOT_AFTER))
        made.lemmas.append(node.lemma)
        made.pos.append(node.pos)
        made.tags.append(node.tag)
        made.morphs.append(node.morph)
        made.heads.append(head.get(id(node), i))
        made.deps.append(node.dep)
    return made


def join(nodes: list[Node], conjunction: str = "and") -> Node:
    """ "A", "A and B", "A, B and C": the first is the head."""
    head = nodes[0]
    for i, node in enumerate(nodes[1:], 1):
        if i == len(nodes) - 1:
            node.first(Node(conjunction, conjunction, "CCONJ", "CC"), "cc")
        else:
            node.first(mark(","), "punct")
        head.put(node, "conj")
    return head
