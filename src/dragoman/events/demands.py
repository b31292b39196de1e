# What a sense asks of a clause: the words in its slots, the form of a complement, the words around it.
# Rule: a slot that is empty fails what is wanted there, and never what is ruled out.
"""Whether a clause holds what a sense asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from dragoman.clauses.clause import Clause, Sentence
from dragoman.clauses.moods import is_subjunctive
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.doers import OBLIGING
from dragoman.events.draft import Draft
from dragoman.events.event import COOPERATIVE, QUADS
from dragoman.events.frames import Frame
from dragoman.events.heads import Heads
from dragoman.events.senses import ALL_WORDS, LOOSE, Sense, Words

_HAVING_TO = frozenset({"need", "have", "ought"})
_WILL = frozenset({"can", "could", "may", "might", "shall", "will", "would"})
#: What somebody means to do, and not only may.
_PROMISED = frozenset({"shall", "will", "would"})
_KINDS = frozenset({"@cooperative", "@hostile", *QUADS})


@dataclass
class Demands:
    """What senses ask of the clauses of one sentence."""

    sentence: Sentence
    resolver: Resolver
    heads: Heads
    by_head: Mapping[int, Clause]
    act_at: Callable[[int], Draft | None]  #: the act of a complement, by its head

    def met(self, sense: Sense, frame: Frame) -> bool:
        """Whether the slots that are not empty hold what the sense asks for, and nothing that it rules out."""
        if sense.denied and not frame.clause.negated:
            return False
        slots = frame.slots
        for slot, wanted, unwanted in sense.where:
            if slot not in slots and slot not in LOOSE:
                continue  # nor is it asked for
            if not self.slot_met(frame, slot, wanted, unwanted):
                return False
        return True

    def slot_met(self, frame: Frame, slot: str, wanted: Words, unwanted: Words) -> bool:
        """Whether one slot, empty or not, holds a wanted word and no unwanted one."""
        if slot in LOOSE:
            found = self._words_of(frame) if slot == ALL_WORDS else self._in_sentence
            return not found & unwanted and (not wanted or bool(found & wanted))
        heads = frame.slots.get(slot, ())
        if not heads:
            return not wanted
        if slot == "clause":
            return self._complement_met(heads, wanted, unwanted)
        if slot in ("verb", "does"):
            # "carried out a raid": a verb with its particle.
            whole = {m for i in heads for m in self._clause_lemmas(i)}
            return not whole & unwanted and (not wanted or bool(whole & wanted))
        return self.heads.fit(heads, wanted, unwanted)

    def _complement_met(self, heads: tuple[int, ...], wanted: Words, unwanted: Words) -> bool:
        """Whether a complement has the form, the kind of act and the verb that a sense asks for."""
        for word, has_form in (
            ("@obliged", self._is_obliged),
            ("@infinitive", self._is_infinitive),
            ("@own", self._is_own),
            ("@promised", self._is_promised),
            ("@refused", self._is_refused),
        ):
            if word not in wanted | unwanted:
                continue
            if any(has_form(h) for h in heads) != (word in wanted):
                return False
            wanted, unwanted = wanted - {word}, unwanted - {word}
            if not wanted and not unwanted:
                return True
        # "Agreed to [lay down] arms": a verb with its particle.
        found = {m for h in heads for m in self._clause_lemmas(h)}
        if not (wanted | unwanted) & _KINDS:
            if found & unwanted:
                return False
            return bool(found & wanted) or self.heads.fit(heads, wanted, unwanted)
        found |= self._kinds(heads)
        return not found & unwanted and (not wanted or bool(found & wanted))

    def _kinds(self, heads: tuple[int, ...]) -> set[str]:
        """The types of the acts in the complements, and whether they are "@cooperative" or "@hostile"."""
        types = {act.sense.type for h in heads if (act := self.act_at(h)) is not None}
        return types | {"@cooperative" if t in COOPERATIVE else "@hostile" for t in types}

    def _is_infinitive(self, head: int) -> bool:
        return any(m.lemma == "to" for m in self.sentence.children(head, "mark"))

    def _is_own(self, head: int) -> bool:
        """Whether a complement says what the one who speaks would do: "that Moscow would answer"."""
        return self._is_own_under(head, _WILL)

    def _is_promised(self, head: int) -> bool:
        """Whether it says what they will do: "said that it will send", unlike "may send"."""
        return self._is_own_under(head, _PROMISED) and not self.by_head[head].negated

    def _is_refused(self, head: int) -> bool:
        """Whether it says what they will not do: "said that it will never leave"."""
        return self._is_own_under(head, _PROMISED) and self.by_head[head].negated

    def _is_own_under(self, head: int, modals: frozenset[str]) -> bool:
        clause = self.by_head.get(head)
        above = (
            self.by_head.get(clause.governor) if clause and clause.governor is not None else None
        )
        if clause is None or above is None or not modals & set(clause.modals):
            return False
        doers, speakers = (
            {p.country or p.code for i in c.slots.get("subject", ()) for p in self._known(i)}
            for c in (clause, above)
        )
        return bool(doers) and doers == speakers

    def _known(self, i: int) -> Iterator[Party]:
        return (p for p in self.resolver.parties(self.sentence, i) if p.known)

    def _words_of(self, frame: Frame) -> set[str]:
        """The lemmas of all words below a predicate, or below the verb that carries it."""
        head = (frame.light or frame.clause).head
        return {self.sentence.tokens[i].lemma.lower() for i in self.sentence.subtree(head)}

    @cached_property
    def _in_sentence(self) -> frozenset[str]:
        """The lemmas of all words of the sentence."""
        return frozenset(t.lemma.lower() for t in self.sentence.tokens)

    def _is_obliged(self, head: int) -> bool:
        """Whether a complement says what somebody must do: "that Iran must disarm"."""
        clause = self.by_head.get(head)
        if clause is None:
            return False
        if any(t.lemma == "have" for t in self.sentence.children(head, "aux")):
            return False  # "should have left": a reproach
        needs = bool(_HAVING_TO & set(clause.lemmas) and self.sentence.child(head, "xcomp"))
        return needs or bool(OBLIGING & set(clause.modals)) or is_subjunctive(clause)

    def _clause_lemmas(self, head: int) -> tuple[str, ...]:
        clause = self.by_head.get(head)
        return clause.lemmas if clause is not None else (self.sentence.tokens[head].lemma,)
