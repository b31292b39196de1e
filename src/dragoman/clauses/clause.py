# Tokens, sentences and clauses as plain values.
# Rule 1: nothing here knows which parser made them; later stages are tested on
#   sentences written by hand.
# Rule 2: a token's span is characters of the report; its form is never changed.
"""Plain grammar: what a parser hands to every later stage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from dragoman.alphabet.span import Span

HYPHENS = frozenset("-‑–")


@dataclass(frozen=True, slots=True)
class Token:
    """One word with its place in the tree (Universal Dependencies, version 2)."""

    i: int  #: index in its sentence
    span: Span  #: characters of the report
    text: str
    lemma: str  #: lower case, except for names
    pos: str  #: universal part of speech: "VERB", "NOUN", "PROPN", …
    feats: frozenset[str]  #: universal features: {"Tense=Past", "VerbForm=Fin"}
    head: int  #: index of the governor; its own index for a root
    dep: str  #: relation to the governor, with subtype: "nsubj:pass"
    relation: str = field(init=False, repr=False, compare=False)  #: without it: "nsubj"

    def __post_init__(self) -> None:
        object.__setattr__(self, "relation", self.dep.partition(":")[0])


def below(tokens: Sequence[Token], i: int, *deps: str) -> list[Token]:
    """The dependents of token *i* in words that make no :class:`Sentence` yet, all or those of *deps*."""
    return [t for t in tokens if t.head == i != t.i and (not deps or t.dep in deps)]


_NONE: dict[str, tuple[Token, ...]] = {}


def _by_relation(tokens: Sequence[Token]) -> dict[str, tuple[Token, ...]]:
    by: dict[str, tuple[Token, ...]] = {}
    for token in tokens:
        dep, relation = token.dep, token.relation
        by[dep] = (*by[dep], token) if dep in by else (token,)
        if dep != relation:
            by[relation] = (*by[relation], token) if relation in by else (token,)
    return by


@dataclass(frozen=True)
class Sentence:
    """A parsed sentence. *tokens* are in order; ``tokens[k].i == k``."""

    tokens: tuple[Token, ...]
    passage: int = 0  #: which passage of the body it belongs to
    #: The dependents of each token; by relation too, with and without subtype.
    # Plain attributes, made at once: they are asked for ten thousand times a report.
    _below: tuple[tuple[Token, ...], ...] = field(init=False, repr=False, compare=False)
    _related: tuple[dict[str, tuple[Token, ...]], ...] = field(
        init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        below: list[list[Token]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                below[token.head].append(token)
        related = tuple([_by_relation(tokens) if tokens else _NONE for tokens in below])
        object.__setattr__(self, "_below", tuple([tuple(tokens) for tokens in below]))
        object.__setattr__(self, "_related", related)

    @cached_property
    def span(self) -> Span:
        """Characters from the first token to the last."""
        return Span(self.tokens[0].span.start, self.tokens[-1].span.end)

    @cached_property
    def words(self) -> frozenset[str]:
        """All texts and lemmas, in small letters: most rules ask for a word that is not there."""
        texts = {t.text.lower() for t in self.tokens}
        return frozenset(texts | {t.lemma.lower() for t in self.tokens})

    @cached_property
    def hyphens(self) -> tuple[int, ...]:
        """The tokens that are hyphens."""
        return tuple(t.i for t in self.tokens if t.text in HYPHENS)

    @cached_property
    def depths(self) -> tuple[int, ...]:
        """How many governors each token has above it."""
        found: dict[int, int] = {}
        depth, layer = 0, [t.i for t in self.tokens if t.head == t.i]
        while layer:
            found |= dict.fromkeys(layer, depth)
            depth, layer = depth + 1, [t.i for i in layer for t in self._below[i]]
        # On a cycle: how many there are to go round.
        return tuple(
            [
                found[i] if i in found else sum(1 for _ in self.path_up(i))
                for i in range(len(self.tokens))
            ]
        )

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """Its clauses, in the order of their heads; read once."""
        from dragoman.clauses.grammar import clauses

        return clauses(self)

    def forget(self) -> None:
        """Let go of the clauses, which point back at their sentence; asked for again, they are read again."""
        self.__dict__.pop("clauses", None)

    def children(self, i: int, *deps: str) -> tuple[Token, ...]:
        """The dependents of token *i*, all or those whose relation is one of *deps*, in order.

        A *dep* without subtype matches with any: "obl" gives "obl:agent" too.
        """
        if not deps:
            return self._below[i]
        related = self._related[i]
        if not related:
            return ()
        if len(deps) == 1:
            return related.get(deps[0], ())
        if related.keys().isdisjoint(deps):
            return ()
        return tuple([t for t in self._below[i] if t.dep in deps or t.relation in deps])

    def child(self, i: int, *deps: str) -> Token | None:
        """The first such dependent, or None."""
        related = self._related[i]
        if not related:
            return None
        if len(deps) == 1:
            return related[deps[0]][0] if deps[0] in related else None
        found = self.children(i, *deps)
        return found[0] if found else None

    def subtree(self, i: int) -> list[int]:
        """Indices of *i* and all below it, in order. Safe on a broken (cyclic) tree."""
        if not self._below[i]:
            return [i]
        seen = {i}
        stack = [i]
        while stack:
            for child in self._below[stack.pop()]:
                if child.i not in seen:
                    seen.add(child.i)
                    stack.append(child.i)
        return sorted(seen)

    def reach(self, i: int) -> Span:
        """Characters from the first to the last token of the subtree of *i*."""
        below = self.subtree(i)
        return Span(self.tokens[below[0]].span.start, self.tokens[below[-1]].span.end)

    def conjuncts(self, i: int) -> list[int]:
        """*i* and what is coordinated with it: "Iran" → Iran, Russia in "Iran and Russia"."""
        return [i, *[t.i for t in self.children(i, "conj")]]

    def path_up(self, i: int) -> Iterator[Token]:
        """The governors of *i*, nearest first. Ends on a cycle."""
        seen = {i}
        while (head := self.tokens[i].head) not in seen:
            yield self.tokens[head]
            seen.add(head)
            i = head


@dataclass(frozen=True, slots=True)
class Clause:
    """One predicate (verb, noun or adjective) with what grammar attaches to it.

    Slots hold indices of the heads of phrases, coordinated ones spelled out.
    *subject* and *object* are logical: the doer and the one it is done to,
    also in the passive, in relative clauses and under control.
    """

    sentence: Sentence = field(repr=False)
    head: int
    kind: str  #: "verb" | "noun" | "adjective"
    lemma: str  #: with its particle: "carry out"
    lemmas: tuple[str, ...]  #: every base it may be looked up by, the likeliest first
    slots: dict[str, tuple[int, ...]]  #: "subject", "object", "iobj", "clause", and prepositions
    passive: bool = False
    negated: bool = False
    modals: tuple[str, ...] = ()  #: lemmas of modal auxiliaries: "could", "will", "be going"
    conditional: bool = False  #: stands under "if", "unless", "whether"
    finite: bool = True
    governor: int | None = None  #: head of the clause above whose slot this one fills
    relation: str = ""  #: by which relation

    @property
    def token(self) -> Token:
        """The predicate's own word."""
        return self.sentence.tokens[self.head]
