# Words that somebody acts on or in spite of: "despite Indian objections", "at the request of Mali".
# Rule: they are for whoever does what the verb above them says.
"""Whom words are for that stand behind a preposition."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.clauses.clause import Clause, Sentence
from dragoman.events.draft import Draft, Parties, distinct, is_one_of
from dragoman.events.frames import Frame
from dragoman.events.in_slots import InSlots
from dragoman.events.senses import Sense

#: What is done in words, to somebody; and prepositions that make whoever acts the one addressed.
_WORDS = frozenset({"REQUEST", "THREATEN", "ACCUSE", "REJECT"})
_IN_SPITE = frozenset({"despite", "notwithstanding"})
_OVER = frozenset({"over", "after", "following"})
_AT = frozenset({"at", "upon"})


@dataclass(frozen=True, slots=True)
class Addressed:
    """Finds whom the words of one sentence are for, by the act they are told beside."""

    sentence: Sentence
    by_head: Mapping[int, Clause]
    in_slots: InSlots

    def at_request(self, sense: Sense, frame: Frame) -> Draft | None:
        """ "At the request of Mali, Chad sent troops": Mali asks Chad, whatever else a request *of* somebody is."""
        asking = frame.clause.slots.get("object", ())
        if sense.type != "REQUEST" or not asking:
            return None
        addressed = self._doers_above(frame, _AT)
        if addressed is None:
            return None
        actor = self.in_slots.known(asking)
        recipient = distinct(p for p in addressed if not is_one_of(p, actor))
        return Draft(sense, frame, distinct(actor), recipient) if actor else None

    def spoken_to(self, sense: Sense, frame: Frame, actor: Parties) -> Parties:
        """Whom words are for that somebody acts in spite of: "despite Indian objections, Nepal …"."""
        if sense.type not in _WORDS or not actor:
            return ()
        addressed = self._doers_above(frame, _IN_SPITE) or ()
        if sense.type == "REJECT" and not addressed:
            # "Moscow cut supplies over Kyiv's refusal to pay": Moscow is refused.
            addressed = self._doers_above(frame, _OVER) or ()
        return tuple(p for p in addressed if not is_one_of(p, actor))

    def _doers_above(self, frame: Frame, prepositions: frozenset[str]) -> Parties | None:
        """Who does what the verb above a noun says; None if it stands behind no such preposition."""
        clause = frame.clause
        verb = self.by_head.get(clause.governor) if clause.governor is not None else None
        if clause.kind != "noun" or verb is None:
            return None
        cases = {t.text.lower() for t in self.sentence.children(clause.head, "case")}
        if not cases & prepositions:
            return None
        return tuple(
            p for p in self.in_slots.known(verb.slots.get("subject", ())) if p.kind == "actor"
        )
