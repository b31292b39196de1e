# Whom "both countries" and "the two leaders" stand for.
# Rule: two actors of two states that the report has just set side by side; nothing else.
"""Pairs of actors that one phrase takes up together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.coreference import Antecedents, Resolve
from dragoman.entities.names import Names
from dragoman.entities.phrases import is_definite

# Nouns for two states, whoever of theirs was named, and nouns for whoever was named.
_STATES = frozenset("ally capital country government nation neighbour neighbor power state".split())
_PAIRS = _STATES | frozenset("foe leader minister president rival side".split())
_SENTENCES = 6  #: sentences before this one in which a pair is looked for
# Nations that are two states.
_DIVIDED = {"Koreas": ("KOR", "PRK"), "Sudans": ("SDN", "SSD"), "Congos": ("COD", "COG")}


@dataclass(frozen=True)
class Pairs:
    """Finds the two actors of a phrase, in one report."""

    antecedents: Antecedents
    names: Names

    def of(self, sentence: Sentence, token: Token, resolve: Resolve) -> tuple[Party, ...]:
        """The two that "both countries" or "the two governments" stand for, or nobody."""
        if not (_says_two(sentence, token) or _is_bare(sentence, token)):
            return ()
        if self._says_whose(sentence, token):
            return ()
        if token.text in _DIVIDED:
            usual = self.antecedents.roles.register.names
            return tuple(
                Party(token.span, token.text, usual[code], code, code)
                for code in _DIVIDED[token.text]
            )
        bare = _is_bare(sentence, token)
        if token.lemma.lower() not in _PAIRS and not bare:
            return ()
        for before in self.antecedents.before(sentence, _SENTENCES):
            found: tuple[Party, ...] = ()
            for one, other in self._side_by_side(before, token.span.start):
                if bare and not before.tokens[one].relation.startswith("nsubj"):
                    continue
                parties = (resolve(before, one), resolve(before, other))
                known = tuple(p for p in parties if p is not None and p.known and p.country)
                if len({p.country for p in known}) == 2:
                    found = known
            if found and token.lemma.lower() in _STATES:
                return tuple(Party(p.span, p.text, p.name, p.country, p.country) for p in found)
            if found:
                return found
        return ()

    def _says_whose(self, sentence: Sentence, token: Token) -> bool:
        """Whether the phrase has a state of its own: "the two Russian ministers"."""
        before = sentence.children(token.i, "amod", "compound", "nmod:poss")
        return any(self.names.at(word) is not None for word in before)

    def _side_by_side(self, sentence: Sentence, until: int) -> Iterator[tuple[int, int]]:
        """Heads of two phrases that stand together: "A and B", or "A met with B"."""
        for token in sentence.tokens:
            if token.span.start >= until:
                return
            if token.pos in ("PROPN", "NOUN"):
                members = sentence.conjuncts(token.i)
                if len(members) == 2 and sentence.tokens[members[1]].pos in ("PROPN", "NOUN"):
                    yield members[0], members[1]
                elif self._joined(sentence, token):
                    yield token.i, token.i + 2
            elif token.pos == "VERB":
                yield from _subject_and_partner(sentence, token)

    def _joined(self, sentence: Sentence, token: Token) -> bool:
        """Whether "A and B" are two bare names, whatever the tree says, and no third precedes."""
        words = sentence.tokens[token.i : token.i + 3]
        if len(words) < 3 or words[1].text.lower() != "and":
            return False
        first, second = self.names.at(words[0]), self.names.at(words[2])
        if first is None or second is None or first.kind != "state" or second.kind != "state":
            return False
        return token.i == 0 or sentence.tokens[token.i - 1].text != ","


def _subject_and_partner(sentence: Sentence, verb: Token) -> Iterator[tuple[int, int]]:
    """The subject and its partner: "Russia signed a treaty with China", "A met B"."""
    subjects = list(sentence.children(verb.i, "nsubj"))
    objects = list(sentence.children(verb.i, "obj"))
    after = [sentence.children(verb.i, "obl"), *(sentence.children(o.i, "nmod") for o in objects)]
    partners = [
        t
        for phrases in after
        for t in phrases
        if any(c.text.lower() == "with" for c in sentence.children(t.i, "case"))
    ]
    if verb.lemma.lower() == "meet" and not partners:
        partners = objects
    if len(subjects) == len(partners) == 1:
        subject, partner = subjects[0].i, partners[0].i
        if len(sentence.conjuncts(subject)) == len(sentence.conjuncts(partner)) == 1:
            yield subject, partner


def _is_bare(sentence: Sentence, token: Token) -> bool:
    """ "The two agreed", "Both deny it": no noun says what they are, so they must be subjects."""
    if token.text.lower() not in ("both", "two") or token.relation != "nsubj":
        return False
    if any(sentence.children(token.i, "nmod", "acl", "amod")):
        return False
    return token.text.lower() == "both" or is_definite(sentence, token)


def _says_two(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase takes up two: "both countries", "the two leaders"."""
    words = {
        t.text.lower() for t in sentence.children(token.i, "det", "det:predet", "nummod", "amod")
    }
    two = bool(words & {"two", "2"}) and is_definite(sentence, token)
    return "both" in words or two
