# Whom a pronoun or a bare role stands for.
# Rule 1: a wrong actor turns an ally into an attacker, a missing one costs one
#   row: where two states could be meant, nobody is.
# Rule 2: a pronoun goes to the subject of a clause above it in the same sentence, or
#   to nobody; it does not look into the sentence before.
# Rule 3: "the government", "the army" and the like belong to the one state that
#   the last sentences speak of; if they speak of two, to nobody.
"""Antecedents: pronouns, "both countries", and roles without a state."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Mention, Party

Resolve = Callable[[Sentence, int], Party | None]
THIRD_PERSON = frozenset(
    {"it", "its", "itself", "they", "their", "them", "theirs", "he", "his", "him", "she", "her"}
)
FIRST_PERSON = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "ourselves"})
_PERSONAL = frozenset({"he", "his", "him", "she", "her"})
_PLURAL = frozenset({"they", "their", "them", "theirs"})
_PAIRS = frozenset(
    "country government nation side neighbour neighbor state power leader president minister capital ally "
    "rival foe".split()
)
_STATES = frozenset({"state", "capital", "metonym", "people", "adjective"})
_WINDOW = 2  #: sentences before this one in which a bare role looks for its state


@dataclass
class Antecedents:
    """What came before, in one report."""

    sentences: Sequence[Sentence]
    mentions: Sequence[Mention]
    covering: Mapping[int, Mention]  #: the mention that covers a character of the report

    def __post_init__(self) -> None:
        self._starts = [s.span.start for s in self.sentences]
        self._named = [m for m in self.mentions if m.kind in _STATES and m.country]
        self._named_starts = [m.span.start for m in self._named]

    def pronoun(self, sentence: Sentence, token: Token, resolve: Resolve) -> Party | None:
        """The party that a pronoun of the third person stands for, or None."""
        word = token.text.lower()
        for subject in self._subjects(sentence, token):
            party = resolve(sentence, subject)
            if party is None:
                continue
            if len(sentence.conjuncts(subject)) > 1:
                # "Chad and Niger closed their border": two are meant, and one must not stand for both.
                return None
            fits = self._is_person(sentence, subject) == (word in _PERSONAL)
            fits = fits and _is_plural(sentence, subject) == (word in _PLURAL)
            # The nearest subject is somebody: it is meant, or it is unclear who is.
            return party if fits and party.known else None
        return None

    def _is_person(self, sentence: Sentence, i: int) -> bool:
        """A single human: what "he" and "she" can mean and "it" cannot."""
        token = sentence.tokens[i]
        if token.pos == "PROPN":
            # A name that the register holds for no state and no body is somebody's.
            mention = self.covering.get(token.span.start)
            return mention is None or mention.kind == "person"
        return token.lemma.lower() in _PEOPLE

    def _subjects(self, sentence: Sentence, token: Token) -> list[int]:
        """Subjects that can be meant, the nearest clause first."""
        found = []
        # "Kyiv urged the council to investigate it": an object is never its own verb's subject.
        own = token.relation in ("obj", "iobj", "obl")
        for above in sentence.path_up(token.i):
            here = [
                child.i
                for child in sentence.children(above.i, "nsubj")
                # "His country": a phrase does not name its own owner.
                if child.span.end <= token.span.start
                and child.pos != "PRON"
                and token.i not in sentence.subtree(child.i)
            ]
            if own and above.pos == "VERB":
                own = bool(not here and above.relation in ("xcomp", "conj"))
                continue
            found += here
        return found

    def pair(self, sentence: Sentence, token: Token, resolve: Resolve) -> tuple[Party, ...]:
        """The two that "both countries" or "the two governments" stand for, or nobody."""
        if token.lemma.lower() not in _PAIRS or not self._says_two(sentence, token):
            return ()
        for before in self._before(sentence, sentences=6):
            found: tuple[Party, ...] = ()
            for other in before.tokens:
                if other.span.start >= token.span.start:
                    break
                members = before.conjuncts(other.i)
                if len(members) == 2 and all(before.tokens[m].pos == "PROPN" for m in members):
                    parties = [resolve(before, m) for m in members]
                    known = tuple(p for p in parties if p is not None and p.known and p.country)
                    if len({p.country for p in known}) == 2:
                        found = known
            if found:
                return found
        return ()

    @staticmethod
    def _says_two(sentence: Sentence, token: Token) -> bool:
        return any(
            t.text.lower() in ("both", "two")
            for t in sentence.children(token.i, "det", "nummod", "amod")
        )

    def _before(self, sentence: Sentence, sentences: int) -> list[Sentence]:
        """This sentence and those before it, the nearest first."""
        at = bisect_left(self._starts, sentence.span.start)
        return [*reversed(self.sentences[max(0, at - sentences) : at + 1])]

    def state_of_role(self, sentence: Sentence, token: Token) -> Mention | None:
        """The one state that the last sentences speak of, for "the government" or "police"."""
        at = bisect_left(self._starts, sentence.span.start)
        first = self._starts[max(0, at - _WINDOW)] if self._starts else 0
        low = bisect_left(self._named_starts, first)
        high = bisect_left(self._named_starts, sentence.span.end)
        near = self._named[low:high]
        if len({m.country for m in near}) != 1:
            return None
        earlier = [m for m in near if m.span.start < token.span.start]
        return earlier[-1] if earlier else None


def _is_plural(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return len(sentence.conjuncts(i)) > 1 or (
        token.pos == "NOUN" and bool({"Number=Plur", "Number=Ptan"} & token.feats)
    )


_PEOPLE = frozenset(
    "president minister premier chancellor king prime spokesman spokeswoman official leader ambassador "
    "envoy general commander diplomat secretary chief head senator governor mayor emir prince sheikh".split()
)
