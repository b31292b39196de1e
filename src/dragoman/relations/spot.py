# One word of the almanac in one sentence, with what stands around it.
"""A word that may state a relation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.relations.nearby import Before, Nearby
from dragoman.relations.statement import Rule

_PORTIONS = frozenset(
    {"one", "some", "two", "among", "centre", "center", "heart", "middle", "midst", "thick"}
)


@dataclass(frozen=True)
class Spot:
    """The words *first* to *last* of a sentence, and the rule that knows them."""

    sentence: Sentence
    resolver: Resolver
    marks: Mapping[str, frozenset[str]]
    rule: Rule
    first: int
    last: int
    key: str  #: by which the last word was found: "pro" for "pro-Russian"

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The words of the sentence."""
        return self.sentence.tokens

    @property
    def token(self) -> Token:
        """The last of the rule's words: its head."""
        return self.sentence.tokens[self.last]

    @property
    def trigger(self) -> Span:
        """The characters of the rule's words."""
        return Span(self.tokens[self.first].span.start, self.token.span.end)

    @property
    def plural(self) -> bool:
        """Whether the word says that there are several."""
        return bool(self.token.feats & {"Number=Plur", "Number=Ptan"})

    @cached_property
    def nearby(self) -> Nearby:
        """What stands around words of this sentence."""
        return Nearby(self.sentence, self.resolver)

    @cached_property
    def before(self) -> Before:
        """What the phrase says before the word."""
        return self.nearby.before(self.first)

    @cached_property
    def clauses(self) -> dict[int, Clause]:
        """The clauses of the sentence by the index of their head."""
        return {clause.head: clause for clause in self.sentence.clauses}

    @cached_property
    def said(self) -> frozenset[str]:
        """Lemmas of all that describes the word, before it or in what is said of it."""
        words = set(self.before.words)
        words |= {t.lemma.lower() for t in self.sentence.children(self.last, "amod", "obj")}
        if self.carrier is not None:
            carrier = self.tokens[self.carrier]
            words |= self.forms(carrier.i)
            if (particle := self.sentence.child(carrier.i, "compound:prt")) is not None:
                words.add(f"{carrier.lemma.lower()} {particle.text.lower()}")  # "broke down"
            for child in self.sentence.children(carrier.i, "xcomp", "conj"):
                if child.pos in ("ADJ", "VERB") or child.relation == "xcomp":
                    words |= self.forms(child.i)
            if carrier.relation in ("conj", "xcomp"):
                words |= self.forms(carrier.head)
            words |= self._reached(carrier)
        return frozenset(words)

    @property
    def is_described(self) -> bool:
        """Whether what is said of the word is what the rule asks for, and nothing that it bars."""
        if self.rule.undescribed & self.said:
            return False
        return not self.rule.described or bool(self.said & self.rule.described)

    def _reached(self, carrier: Token) -> set[str]:
        """What its subject has come to: "hit a new low", "are at their lowest point"."""
        if self.tokens[self.anchor].relation != "nsubj":
            return set()
        if carrier.pos == "NOUN":
            return {t.lemma.lower() for t in self.sentence.children(carrier.i, "amod")}
        return {t.lemma.lower() for t in self.sentence.children(carrier.i, "obj")}

    def forms(self, k: int) -> frozenset[str]:
        """The lemma of a word and all else that it may be looked up by."""
        return frozenset({self.tokens[k].lemma.lower(), *bases(self.tokens[k].text)})

    def marked(self, k: int, mark: str) -> bool:
        """Whether the almanac has the word *k* in the list *mark*."""
        return not self.marks[mark].isdisjoint(self.forms(k))

    @cached_property
    def carrier(self) -> int | None:
        """The verb or predicate whose subject, object or complement the word is."""
        above = self.tokens[self.anchor]
        if above.head == above.i or self.is_predicate:
            return None
        if above.relation in ("nsubj", "obj", "xcomp", "obl", "ccomp"):
            return above.head
        case = self.sentence.child(above.i, "case") if above.relation == "nmod" else None
        return above.head if case is not None and case.text.lower() in ("as", "among") else None

    @cached_property
    def anchor(self) -> int:
        """The word by which it hangs in the sentence: the first of several coordinated ones."""
        token = self._top
        if token.relation == "nmod" and self.tokens[token.head].text.lower() in _PORTIONS:
            token = self.tokens[token.head]  # "one of its closest allies"
        if token.relation != "conj" or token.head >= token.i:
            return token.i
        if "no" in self.trigger_words and (k := self._opposed(token)) is not None:
            return k
        return token.head

    @property
    def trigger_words(self) -> frozenset[str]:
        """The rule's words as the sentence writes them, in lower case."""
        return frozenset(t.text.lower() for t in self.tokens[self.first : self.last + 1])

    @property
    def _top(self) -> Token:
        """The one of the rule's words on which the others hang: "daggers" in "at daggers drawn"."""
        inside = range(self.first, self.last + 1)
        tops = (self.tokens[k] for k in inside if self.tokens[k].head not in {*inside} - {k})
        return self.token if self.token.head not in inside else next(tops, self.token)

    def _opposed(self, token: Token) -> int | None:
        """ "Close ties with Chad but no formal ties with Mali": what the second ties are set against."""
        for above in self.sentence.path_up(token.i):
            if above.relation in ("obj", "nsubj", "root"):
                return above.i
        return None

    @cached_property
    def is_predicate(self) -> bool:
        """Whether a form of "be" says it of a subject."""
        children = self.sentence.children(self.anchor, "cop", "aux")
        return any(t.lemma.lower() == "be" for t in children)

    def preposition(self, *wanted: str) -> int | None:
        """The preposition right after the word, if it is one of *wanted*."""
        k = self.last + 1
        if k < len(self.tokens) and self.tokens[k].text.lower() in wanted:
            # "Closer to Japan", but not "closer to counter China".
            return k if self.tokens[k].dep != "mark" else None
        return None

    def joined_by(self, *prepositions: str) -> tuple[Party, ...]:
        """The known actors whom one of *prepositions*, right after the word, joins to it."""
        k = self.preposition(*prepositions)
        return self.nearby.group(self.nearby.led(k)) if k is not None else ()

    def against(self, head: int) -> tuple[Party, ...]:
        """Whose power a hostile word is directed at: "a bulwark against Turkish influence"."""
        powers = self.rule.sign < 0 and self.marked(head, "powers")
        return self.nearby.wielders(head) if powers else ()
