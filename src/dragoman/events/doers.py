# Who acts, by the first slot of a sense that names somebody who can.
# Rule 1: a doer who is named and no actor ("the storm") leaves no room for one who is not named.
# Rule 2: the owner of a blow strikes; the place of a blow does not.
"""Who does what a sense says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.entities.phrases import is_by_place
from dragoman.events.draft import Parties
from dragoman.events.foes import is_foe
from dragoman.events.frames import Frame
from dragoman.events.in_slots import InSlots
from dragoman.events.senses import Lexicon, Sense
from dragoman.events.sites import WHERE, Sites, asks_for_place

#: Modals of what somebody else must do.
OBLIGING = frozenset({"must", "should", "ought", "shall"})
_WAYS = ("through", "across", "around", "along", "near")
_HOLDING = frozenset("abduct arrest capture detain hold imprison jail kidnap seize".split())
#: What is done to an act by whoever does it, or would do it.
_PLANNING = frozenset(
    "consider contemplate debate defer envisage escalate explore intensify mull plan postpone prepare weigh".split()
)


@dataclass(frozen=True, slots=True)
class Doers:
    """Finds who acts in the clauses of one sentence."""

    sentence: Sentence
    resolver: Resolver
    lexicon: Lexicon
    by_head: Mapping[int, Clause]
    in_slots: InSlots
    sites: Sites

    def acting(self, sense: Sense, frame: Frame) -> Parties:
        """Who acts, by the first slot that names a doer."""
        actor: Parties = ()
        crowd: Parties = ()
        for slot in _doers(sense, frame):
            found = [
                x
                for x in self.in_slots.named(slot, frame)
                if not self.sites.is_aim(sense, frame, x[0])
            ]
            if sense.type == "ASSAULT" and slot in WHERE and not asks_for_place(sense, slot):
                found = [x for x in found if not self.sites.is_place(x[0])]
            actor = tuple(p for i, p in found if self._acts(sense, i, p))
            if sense.type == "PROTEST" and not any(p.known for p in actor):
                # "Doctors marched in Nigeria": a crowd without a state is the place's.
                crowd, actor = crowd or actor, ()
            if actor:
                break
        return actor or crowd or self._planners(sense, frame)

    def _planners(self, sense: Sense, frame: Frame) -> Parties:
        """Who considers or postpones what nobody else is said to do: "is weighing restrictions on X"."""
        if frame.clause.kind != "noun" or frame.light is not None or "subject" not in sense.actor:
            return ()
        verbs = [self.by_head[i] for i in frame.slots.get("verb", ()) if i in self.by_head]
        if not any(_PLANNING & set(v.lemmas) for v in verbs):
            return ()
        named = self.in_slots.known(frame.slots.get("verb.subject", ()))
        return tuple(p for p in named if p.kind == "actor")

    def holders(self, frame: Frame) -> Parties:
        """Who let go "the sailors [held by Iran]" that were released: whoever held them."""
        for i in frame.slots.get("object", ()):
            for held in self.sentence.children(self.resolver.core(self.sentence, i), "acl"):
                clause = self.by_head.get(held.i)
                if clause is not None and clause.passive and _HOLDING & set(clause.lemmas):
                    return self.in_slots.known(clause.slots.get("subject", ()))
        return ()

    def enemy(self, frame: Frame) -> Parties:
        """ "The enemy", of whom the report as a whole may tell who it is (belligerents.py)."""
        heads = [i for i in frame.slots.get("subject", ()) if is_foe(self.sentence.tokens[i].lemma)]
        return tuple(self.resolver.plain(self.sentence, i) for i in heads)

    def _acts(self, sense: Sense, i: int, party: Party) -> bool:
        """Whether a party in the doer's place can be the doer.

        "Russian strikes killed five": the strikes' owner acts; so does the owner
        of a thing that the sense asks for by name.
        """
        if sense.type == "ASSAULT" and self.sites.is_site_of_deed(sense, i, party):
            return False
        named = any(slot in sense.actor and wanted for slot, wanted, _ in sense.where)
        if party.kind == "owner" and sense.type == "ASSAULT":
            # "The Beirut blast killed 200": nobody of Beirut did.
            if any(self.sites.is_site(t) for t in self.sentence.children(i, "compound")):
                return False
            if is_by_place(self.sentence, i, party.span):
                return False
        lemma = self.sentence.tokens[i].lemma
        return party.kind == "actor" or named or ("noun", lemma) in self.lexicon.index


def _doers(sense: Sense, frame: Frame) -> tuple[str, ...]:
    """The slots of who acts.

    A crowd is also of the place that it marches through. "Must be seen as a threat" is the judgement
    of whoever says it, "was seen as a threat" somebody else's.
    """
    if sense.type == "PROTEST" and "in" in sense.actor:
        return (*sense.actor, *_WAYS)
    clause = frame.clause
    demanded = clause.passive and bool(OBLIGING & set(clause.modals))
    if "speaker" in sense.actor[1:] and not demanded:
        return tuple(slot for slot in sense.actor if slot != "speaker")
    return sense.actor


def names_other(sense: Sense, frame: Frame) -> bool:
    """Whether a doer is named who is no actor: "the storm killed", "the film shot".

    Not where the sense itself says which things may stand there ("a bomb exploded").
    """
    asked = any(slot == "subject" and wanted for slot, wanted, _ in sense.where)
    named = frame.clause.kind != "noun" or frame.light is not None
    if not named or asked or "subject" not in sense.actor:
        return False
    tokens = frame.clause.sentence.tokens
    # "A military campaign to crush them": the word before the campaign is nobody.
    return any(
        tokens[i].relation not in ("amod", "compound") for i in frame.slots.get("subject", ())
    )
