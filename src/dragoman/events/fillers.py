# Whom the slots of a sense name: who acts (doers.py), on whom (receivers.py), and what the two are to each other.
# Rule: two who do something together do it to nobody but each other, or to somebody else.
"""Fill in who acts and who receives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.events.addressed import Addressed
from dragoman.events.at_home import AtHome
from dragoman.events.doers import Doers, names_other
from dragoman.events.draft import Draft, Parties, apart, distinct, is_one_of
from dragoman.events.frames import Frame
from dragoman.events.in_slots import InSlots
from dragoman.events.judged import Judged
from dragoman.events.own_state import civilians, own_people, ruled
from dragoman.events.recalled import Recalled
from dragoman.events.receivers import Receivers
from dragoman.events.senses import Lexicon, Sense
from dragoman.events.sites import Sites
from dragoman.events.together import Together

#: Of two: whose friends several are tells nothing of how these stand with one another.
_FRIENDSHIPS = frozenset(
    f"support.{name}"
    for name in "ally-by-the-way ally-of are-allies have-as-ally remain-ally".split()
)


@dataclass
class Fillers:
    """The slots of one sentence's clauses, and who stands in them."""

    sentence: Sentence
    resolver: Resolver
    lexicon: Lexicon
    by_head: Mapping[int, Clause]
    before: Sequence[Draft] = ()  #: acts of earlier sentences, in order
    #: What an act would be if it lacked nothing: "agreed to send engineers" is an agreement to
    #: help, even where nobody is named whom the engineers help.
    seen: dict[int, Draft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        sentence, resolver, by_head = self.sentence, self.resolver, self.by_head
        self.recalled = Recalled(sentence, resolver, self.before, self.seen)
        self.at_home = AtHome(sentence, resolver, self.before)
        self.together = Together(sentence, resolver, self.recalled.act_at)
        judged, sites = Judged(sentence, resolver, by_head), Sites(sentence, resolver)
        self.in_slots = InSlots(sentence, resolver, by_head, self.recalled, judged)
        self.addressed = Addressed(sentence, by_head, self.in_slots)
        self.doers = Doers(sentence, resolver, self.lexicon, by_head, self.in_slots, sites)
        self.receivers = Receivers(
            sentence, resolver, by_head, self.recalled, self.in_slots, sites, self.addressed
        )

    def act_at(self, head: int) -> Draft | None:
        """The act of a complement: its verb's, or that of the noun which a light verb carries."""
        return self.recalled.act_at(head)

    def filled(self, sense: Sense, frame: Frame) -> Draft | None:
        """Fill in who acts and on whom; None if somebody else is named as the doer."""
        asked = self.addressed.at_request(sense, frame)
        if asked is not None:
            return asked
        actor = self.doers.acting(sense, frame)
        beside = self.together.beside(sense, frame, actor) if actor else ()
        actor = (*actor, *beside)
        if not actor and sense.mode == "release":
            actor = self.doers.holders(frame)
        actor = actor or self.at_home.house(sense, frame)
        if not actor and names_other(sense, frame):
            if sense.type != "ASSAULT" or not (actor := self.doers.enemy(frame)):
                return None
        mutual = sense.reciprocal or self.together.each_other(sense, frame, actor)
        mutual = mutual or self.together.agreed(sense, frame, actor)
        recipient = self.receivers.receiving(sense, frame, actor, beside, mutual=mutual)
        if sense.type == "AID" and not any(p.known for p in recipient):
            givers, takers = self.recalled.supply(sense, frame, actor)
            actor, recipient = actor or givers, takers or recipient
        actor, recipient = distinct(actor), distinct(recipient)
        if sense.type == "AID" and _arms_itself(actor, recipient):
            return None
        if not mutual and len(actor) > 1 and all(is_one_of(p, actor) for p in recipient):
            recipient = ()  # "the two reopened their border": to nobody but each other
        if sense.id in _FRIENDSHIPS and len(actor) == 1 < len(recipient):
            mutual = False  # "an ally of both Mali and Chad", who may be none of each other's
        actor, recipient = self._of_a_people(sense, frame, actor, recipient)
        if mutual:
            return Draft(sense, frame, apart((*actor, *recipient)), (), mutual)
        sides = self.at_home.sides(sense, frame, actor, recipient)
        actor, recipient = ruled(self.sentence, self.resolver, sense, frame, sides)
        return Draft(sense, frame, actor, recipient, mutual)

    def _of_a_people(
        self, sense: Sense, frame: Frame, actor: Parties, recipient: Parties
    ) -> tuple[Parties, Parties]:
        """Both sides, where people of a state protest or are put down: "Iran quelled protests"."""
        unknown = not any(p.known for p in recipient)
        if unknown and sense.type == "PROTEST" and "verb.subject" in sense.recipient:
            against = self.in_slots.named("verb.subject", frame)
            recipient = tuple(p for _, p in against) or recipient
        if unknown and sense.type == "COERCE":
            recipient = own_people(self.sentence, self.resolver, frame, actor) or recipient
        if sense.type == "PROTEST":
            actor = tuple(civilians(p) for p in actor)
        return actor, recipient


def _arms_itself(actor: Parties, recipient: Parties) -> bool:
    """Whether whoever helps is whoever is helped: "Chad trains its pilots"."""
    sides = {p.country or p.code for p in (*actor, *recipient)}
    forces = all(p.sector in (None, "MIL", "COP") for p in (*actor, *recipient))
    return bool(actor and recipient) and forces and len(sides) == 1 and None not in sides
