# What every repair of a tree works on: nothing here knows any grammar.
"""A parsed sentence whose heads and relations can be changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token

#: Parts of speech that head a noun phrase.
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


class Tree:
    """Heads and relations that can still be changed."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.given = tuple(tokens)
        self.head = [t.head for t in tokens]
        self.dep = [t.dep for t in tokens]
        #: All words in small letters, and their parts of speech ("VERB").
        self._parts = [t.pos for t in self.given]
        self.said = frozenset([t.text.lower() for t in self.given] + self._parts)
        self._listed: list[str] = []  #: the relations when *_kinds* was made
        self._kinds: Kinds = frozenset()
        self._read: list[int] = []  #: the heads when *_below* was made
        self._below: list[list[int]] = []

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
        if self._read != self.head:
            self._hang_all()
        below = self._below[i]
        if not below:
            return []
        if not deps:
            return below[:]
        return [k for k in below if self.dep[k] in deps or self.dep[k].partition(":")[0] in deps]

    def _hang_all(self) -> None:
        """Find who hangs below whom: repairs ask a hundred times, and change little."""
        self._read = self.head[:]
        self._below = [[] for _ in self.head]
        for k, head in enumerate(self.head):
            if head != k:
                self._below[head].append(k)

    def kinds(self) -> Kinds:
        """The relations that stand in the tree as it is now, alone and with the part of speech below."""
        if self._listed != self.dep:
            self._listed = self.dep[:]
            self._kinds = frozenset(self.dep).union(zip(self._parts, self.dep, strict=True))
        return self._kinds

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

    def heads_of_two(self, relation: str, *others: str) -> list[int]:
        """Words that may have two dependents of these relations (with any subtype): most sentences have none."""
        asked = (relation, *others)
        heads = [
            head
            for head, dep in zip(self.head, self.dep, strict=True)
            if dep in asked or (":" in dep and dep.partition(":")[0] in asked)
        ]
        if len(heads) == len(set(heads)):
            return []
        return sorted({h for h in heads if heads.count(h) > 1})


Repair = Callable[[Tree], None]
#: What a tree holds: a relation ("amod"), or a part of speech in one ("VERB", "amod").
Kinds = frozenset[str | tuple[str, str]]
_NEEDED: dict[Repair, frozenset[str]] = {}
_HUNG: dict[Repair, Kinds] = {}


def only_with(*words: str) -> Callable[[Repair], Repair]:
    """Mark a repair that can do nothing where none of *words*, in small letters, or parts of speech stands."""

    def marked(repair: Repair) -> Repair:
        _NEEDED[repair] = frozenset(words)
        return repair

    return marked


def needed(repair: Repair) -> frozenset[str]:
    """The words of which one must stand in the sentence; empty if the repair looks at every sentence."""
    return _NEEDED.get(repair, frozenset())


def only_where(*kinds: str) -> Callable[[Repair], Repair]:
    """Mark a repair that can do nothing unless a word hangs by one of these relations, with subtype.

    "VERB amod" asks for a verb that hangs so.
    """

    def marked(repair: Repair) -> Repair:
        split = (kind.split() for kind in kinds)
        _HUNG[repair] = frozenset(
            (parts[0], parts[1]) if len(parts) > 1 else parts[0] for parts in split
        )
        return repair

    return marked


def hung(repair: Repair) -> Kinds:
    """The relations of which one must stand in the tree; empty if the repair looks at every tree."""
    return _HUNG.get(repair, frozenset())


def nominal(relation: str) -> tuple[str, ...]:
    """The kinds of all that head noun phrases in one relation."""
    return tuple(f"{part} {relation}" for part in sorted(NOMINAL))
