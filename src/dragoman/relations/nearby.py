# What stands around a word, read from the order of words where the tree is no help.
# Rule 1: English puts whose ("Iran's", "its", "US") before the noun and without a verb
#   between; who follows ("its ally Syria") is the very next word.
# Rule 2: only known actors count: no site in a state and no thing of one is an ally.
"""The words before a noun, and the actors whom the phrases around it name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver

_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OWNERS = frozenset("its their his her our my your whose".split())
_DASHES = frozenset({"-", "–", "—", "/"})
_BEFORE = frozenset({"ADJ", "ADV", "NOUN", "PROPN", "NUM", "X"})
_NAMING = frozenset({"amod", "compound", "flat", "nummod", "nmod:desc", "nmod:unmarked"})
_REACH = 12  #: words before a noun that are looked at


@dataclass(frozen=True, slots=True)
class Before:
    """What a noun phrase says before its noun."""

    start: int  #: index of its first word
    owners: tuple[int, ...]  #: heads of the possessors: "Iran" in "Iran's old foe"
    modifiers: tuple[int, ...]  #: names before the noun: "US" in "a US ally"
    joined: tuple[int, int] | None  #: names joined by a dash: "US-Iran talks"
    words: frozenset[str]  #: lemmas and forms of all of them
    determined: bool  #: an article or the like opens it


@dataclass(frozen=True, slots=True)
class Nearby:
    """Finds what stands around the words of one sentence."""

    sentence: Sentence
    resolver: Resolver

    def before(self, i: int) -> Before:
        """Read leftwards from the noun *i* to where its phrase begins."""
        tokens = self.sentence.tokens
        owners: tuple[int, ...] = ()
        modifiers: list[int] = []
        words: set[str] = set()
        joined = None
        determined = False
        start = i
        k = i - 1
        while k >= 0 and i - k <= _REACH:
            token = tokens[k]
            word = token.text.lower()
            if word in _POSSESSIVE and k > 0:
                # "each other's foes" owns nothing.
                owners = () if tokens[k - 1].text.lower() == "other" else self._owner(k - 1)
                start = self._first(k - 1)
                determined = True
                break
            if word in _OWNERS:
                owners = self._related(k) if word == "whose" else (k,)
                start, determined = k, True
                break
            glued = k + 1 < i and tokens[k + 1].text in _DASHES  # "all-weather"
            if not glued and (token.pos == "DET" or word in ("a", "an", "the", "no")):
                words.add(word)
                start, determined = k, True
                break
            if word in _DASHES:
                joined = joined or self._pair(k)
            elif not (glued or self._modifies(token)):
                break
            else:
                words |= {word, token.lemma.lower()}
                name = self.resolver.mention_at(token)
                after = tokens[k + 1]
                if name is not None and not (after.text in _DASHES and self._glued(k + 1, i)):
                    modifiers.append(k)
                start = k
            k -= 1
        return Before(start, owners, tuple(modifiers), joined, frozenset(words), determined)

    def _modifies(self, token: Token) -> bool:
        """Whether a word can stand between the beginning of a phrase and its noun."""
        if token.pos == "VERB":
            participle = "VerbForm=Part" in token.feats and token.head >= token.i
            return token.relation in ("amod", "compound") or participle
        if token.pos == "CCONJ":
            around = (self.sentence.tokens[token.i - 1], self.sentence.tokens[token.i + 1])
            return token.i > 0 and all(t.pos == "ADJ" for t in around)
        return token.pos in _BEFORE and token.text.lower() not in ("not", "n't")

    def _glued(self, k: int, i: int) -> bool:
        """Whether the dash *k* joins a name to a word that is none: "Iran-backed"."""
        after = self.sentence.tokens[k + 1] if k + 1 < i else None
        return after is not None and self.resolver.mention_at(after) is None

    def _pair(self, k: int) -> tuple[int, int] | None:
        """The two names that the dash *k* joins without white space."""
        tokens = self.sentence.tokens
        if not 0 < k < len(tokens) - 1:
            return None
        left, right = tokens[k - 1], tokens[k + 1]
        if left.span.end != tokens[k].span.start or tokens[k].span.end != right.span.start:
            return None
        one, other = self.resolver.modifier(left), self.resolver.modifier(right)
        if one is None or other is None or one.code == other.code:
            return None
        return left.i, right.i

    def _related(self, k: int) -> tuple[int, ...]:
        """Whom "whose" means: "Poland and Ukraine, whose relations have soured"."""
        tokens = self.sentence.tokens
        clause = next((t for t in self.sentence.path_up(k) if t.dep == "acl:relcl"), None)
        if clause is None:
            return ()
        head = clause.head
        return tuple(
            self.coordinated(tokens[head].head if tokens[head].relation == "conj" else head)
        )

    def _owner(self, k: int) -> tuple[int, ...]:
        """The head of the possessor that ends in word *k*, with those coordinated before it."""
        tokens = self.sentence.tokens
        head = k
        for _ in range(4):
            above = tokens[head].head
            if above == head or above > k or tokens[head].relation not in ("flat", "compound"):
                break
            head = above
        if tokens[head].relation == "conj" and tokens[tokens[head].head].dep == "nmod:poss":
            head = tokens[head].head
        return tuple(self.sentence.conjuncts(head))

    def _first(self, k: int) -> int:
        """The first word of the name that ends in word *k*."""
        below = [j for j in self.sentence.subtree(k) if k - 6 < j <= k]
        return min(below, default=k)

    def opening(self, k: int) -> int | None:
        """The head of the phrase that begins with a name at word *k*."""
        tokens = self.sentence.tokens
        while k < len(tokens) and tokens[k].pos == "DET":
            k += 1
        if k >= len(tokens):
            return None
        if self.resolver.mention_at(tokens[k]) is None and tokens[k].pos != "PROPN":
            return None
        head = k
        for _ in range(6):
            above = tokens[head].head
            if not head < above <= k + 6 or tokens[head].dep not in _NAMING:
                break
            between = {t.text for t in tokens[head + 1 : above]}
            if "," in between or between & _POSSESSIVE:
                break
            head = above
        return head

    def closing(self, k: int) -> int | None:
        """The head of the phrase that ends with a name at word *k*."""
        tokens = self.sentence.tokens
        if self.resolver.mention_at(tokens[k]) is None and tokens[k].pos not in ("PROPN", "NOUN"):
            return None
        head = k
        for _ in range(6):
            above = tokens[head].head
            if not k - 8 <= above < k or tokens[above].pos not in ("PROPN", "NOUN", "ADJ", "X"):
                break
            if tokens[head].relation == "conj":  # "Chad and Mali, a member": the last one is
                break
            if any(t.text == "," for t in tokens[above + 1 : k]):
                break
            head = above
        return head

    def led(self, k: int) -> int | None:
        """The head of the phrase that the preposition *k* opens."""
        tokens = self.sentence.tokens
        if tokens[k].dep == "case" and tokens[k].head > k:
            return tokens[k].head
        return self.opening(k + 1) if k + 1 < len(tokens) else None

    def actors(self, heads: Iterable[int]) -> tuple[Party, ...]:
        """The known actors among phrases, each once."""
        made: dict[str, Party] = {}
        for i in heads:
            for party in self.resolver.parties(self.sentence, i):
                if party.code is not None and party.kind == "actor":
                    made.setdefault(party.code, party)
        return tuple(made.values())

    def named(self, k: int) -> tuple[Party, ...]:
        """The actor that a name before a noun means."""
        found = self.resolver.modifier(self.sentence.tokens[k])
        return (found,) if found is not None and found.known else ()

    def several(self, modifiers: tuple[int, ...]) -> tuple[Party, ...]:
        """Whom the nearest name before a noun means, and those coordinated with it."""
        if not modifiers:
            return ()
        nearest = self.sentence.tokens[modifiers[0]]
        first = nearest.head if nearest.relation == "conj" else nearest.i
        group = {nearest.i, *self.sentence.conjuncts(first)}
        return tuple(p for k in reversed(modifiers) if k in group for p in self.named(k))

    def wielders(self, head: int) -> tuple[Party, ...]:
        """Whose power a phrase is about: "Turkish influence", "Russia's expansion"."""
        return self.owners(self.before(head))

    def owners(self, before: Before) -> tuple[Party, ...]:
        """Whose a thing is: its possessor, or the name before it ("a US ally")."""
        if before.owners:
            return self.actors(before.owners)
        return self.named(before.modifiers[0]) if before.modifiers else ()

    def group(self, head: int | None) -> tuple[Party, ...]:
        """The known actors of a phrase and of those coordinated with it; nobody without one."""
        return self.actors(self.coordinated(head)) if head is not None else ()

    def coordinated(self, head: int) -> list[int]:
        """A phrase and those coordinated with it, also where the parser hung them in a chain."""
        found = self.sentence.conjuncts(head)
        for k in found[1:]:
            found += [c for c in self.sentence.conjuncts(k)[1:] if c not in found]
        return found[:8]
