# Who does what another does: beside him, as he did, or the two to each other.
# Rule: the sentence must say so in words ("together with", "as did", "each other"); two that a clause
#   merely names are actor and recipient.
"""Those who act together, or on each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties
from dragoman.events.frames import Frame
from dragoman.events.senses import Sense

_EACH_OTHER = frozenset({("each", "other"), ("one", "another")})
_TOGETHER = frozenset({"together", "along", "jointly"})
_DID_TOO = frozenset({"alongside", "like"})
_BESIDE = _TOGETHER | _DID_TOO


@dataclass(frozen=True)
class Together:
    """Finds who acts beside or upon whom in one sentence."""

    sentence: Sentence
    resolver: Resolver
    act_at: Callable[[int], Draft | None]  #: the act of a complement, by its head

    def beside(self, sense: Sense, frame: Frame, actor: Parties) -> Parties:
        """Who does it beside its doer: "Chad, together with Mali, closed the border"."""
        said = self.sentence.words
        if said.isdisjoint(_BESIDE):
            return ()
        found: list[Party] = []
        verbs = (frame.light or frame.clause).head, *frame.slots.get("verb", ())
        heads = (*dict.fromkeys(verbs), *frame.slots.get("subject", ()))
        for i in heads if "subject" in sense.actor else ():
            joined = [t for t in self.sentence.children(i, "advmod") if t.lemma in _TOGETHER]
            phrases = [*self.sentence.children(i, "obl", "nmod")]
            phrases += [p for t in joined for p in self.sentence.children(t.i, "obl", "nmod")]
            for phrase in phrases:
                if self._is_suffered(phrase, frame):
                    continue
                cases = [c.i for c in self.sentence.children(phrase.i, "case")]
                words = {
                    t.text.lower()
                    for k in cases
                    for t in self.sentence.tokens[max(0, k - 1) : k + 2]
                }
                if ("with" in words and words & _TOGETHER) or self._did_too(phrase, words, frame):
                    for k in self.sentence.conjuncts(phrase.i):
                        found += self.resolver.parties(self.sentence, k)
        return tuple(
            p
            for p in found
            if p.known
            and p.kind == "actor"
            and not (p.code is not None and any(p.code == a.code for a in actor))
        )

    def _is_suffered(self, phrase: Token, frame: Frame) -> bool:
        """ "The editor, along with two others, was held", "held him along with two other editors": so were they."""
        verb = frame.light or frame.clause
        if verb.passive and phrase.i < verb.head:
            return True
        objects = verb.slots.get("object", ())
        others = [t for t in self.sentence.children(phrase.i, "amod") if t.lemma == "other"]
        return bool(others or phrase.lemma == "other") and any(
            verb.head < i < phrase.i for i in objects
        )

    def _did_too(self, phrase: Token, words: set[str], frame: Frame) -> bool:
        """ "Chad, like Mali, …", "Chad, alongside Mali, …": whoever is named there did it too. (For "as did Mali": echoed.py.)"""
        verb = frame.light or frame.clause
        if verb.kind != "verb":
            return False
        if phrase.head in frame.slots.get("subject", ()) and "alongside" in words:
            return phrase.i < verb.head
        if phrase.head != verb.head:
            return False
        return not words.isdisjoint(_DID_TOO) and phrase.i < verb.head

    def each_other(self, sense: Sense, frame: Frame, actor: Parties) -> bool:
        """Whether several do it to each other: "expelled each other's diplomats"."""
        said = self.sentence.words
        if "other" not in said and "another" not in said:
            return False
        if len({p.country or p.code for p in actor if p.known}) < 2:
            return False
        words = [t.lemma.lower() for t in self.sentence.tokens]
        return any(
            (words[k - 1], words[k]) in _EACH_OTHER
            for slot in sense.recipient
            for i in frame.slots.get(slot, ())
            for k in self.sentence.subtree(i)
            if k > 0
        )

    def agreed(self, sense: Sense, frame: Frame, actor: Parties) -> bool:
        """Whether several promise each other what they will do together: "agreed to share data on Chad"."""
        if sense.type != "AGREE" or len({p.code for p in actor if p.known}) < 2:
            return False
        acts = (self.act_at(h) for h in frame.slots.get("clause", ()))
        return any(
            a is not None and a.reciprocal and {p.code for p in a.actor} <= {p.code for p in actor}
            for a in acts
        )
