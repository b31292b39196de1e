# On whom an act falls: by the slots of its sense, else by the words around it and what was told before.
# Rule 1: "condemned the shelling of X" is about whoever shelled, never about X; who
#   that is may have been said before (recalled.py).
# Rule 2: a slot that names nobody known passes the question on to the next one.
"""On whom an act falls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.addressed import Addressed
from dragoman.events.draft import Draft, Parties, is_one_of
from dragoman.events.event import COOPERATIVE
from dragoman.events.foes import OUTRAGES
from dragoman.events.frames import Frame
from dragoman.events.in_slots import InSlots
from dragoman.events.recalled import Recalled
from dragoman.events.senses import Sense
from dragoman.events.sites import WHERE, Sites
from dragoman.events.users import GIVING, lackers_of

_OFF = frozenset({"near", "off", "over"})
#: Types of what is done to people, whom a state might also send or bring home.
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_HELPING = frozenset({"aid", "assist", "back", "help", "support"})


@dataclass(frozen=True, slots=True)
class Receivers:
    """Finds on whom the acts of one sentence fall."""

    sentence: Sentence
    resolver: Resolver
    by_head: Mapping[int, Clause]
    recalled: Recalled
    in_slots: InSlots
    sites: Sites
    addressed: Addressed

    def receiving(
        self, sense: Sense, frame: Frame, actor: Parties, beside: Parties, *, mutual: bool
    ) -> Parties:
        """Who receives, by the first slot that names somebody known; else by the words around.

        Args:
            beside: those of the *actor* who act beside the doer.
            mutual: whether those who act do it to each other.
        """
        recipient: Parties = ()
        unknown: Parties = ()  # "struck a refinery in Iran": nobody yet, and perhaps somebody later
        for slot in sense.recipient if sense.reciprocal or not mutual else ():
            found = self._named_in(slot, sense, frame, actor, beside)
            if any(p.known for p in found):
                gathered = _gathered_at(slot, found, unknown)
                recipient = gathered or self._humans_there(slot, sense, frame, found)
                break
            unknown = unknown or found
        return self._otherwise(sense, frame, actor, recipient, unknown, mutual=mutual)

    def _humans_there(self, slot: str, sense: Sense, frame: Frame, found: Parties) -> Parties:
        """Those who are known by where they are, named as what they are: "arrested [a monk] in Lhasa"."""
        suffered = sense.type in _SUFFERED and "object" in sense.recipient
        people = [i for i in frame.slots.get("object", ()) if self._are_human(i)]
        if slot not in WHERE or not suffered or len(found) > 1 or not people:
            return found
        words = self.resolver.plain(self.sentence, people[0])
        return (replace(found[0], span=words.span, text=words.text),)

    def _are_human(self, i: int) -> bool:
        named = self.resolver.party(self.sentence, i)
        known = named is not None and named.known
        return not known and self.resolver.is_human(self.sentence, i)

    def _named_in(
        self, slot: str, sense: Sense, frame: Frame, actor: Parties, beside: Parties
    ) -> Parties:
        """Whom a slot names on whom the act can fall."""
        named = [*self._struck_there(sense, slot, frame)]
        named = named or [p for _, p in self.in_slots.named(slot, frame)]
        named = named or self.recalled.told_before(slot, frame)
        found = tuple(
            p for p in named if p not in beside and not any(p.span == a.span for a in actor)
        )
        if slot == "clause" or len(actor) == 1:
            # A party does nothing to itself; "ready for talks with Riyadh" is towards Riyadh.
            found = tuple(p for p in found if not is_one_of(p, actor))
        if sense.type in ("SANCTION", "ACCUSE", "RETREAT") or slot == "clause":
            # "Kenya sent its soldiers home": nobody expels his own, blames them, or yields to them.
            found = tuple(p for p in found if not _own_force(p, actor))
        if slot in WHERE and sense.type == "AID":
            # "fishermen in Iceland rescued a crew": where whoever helps is at home.
            found = tuple(p for p in found if not _at_home(p, actor))
        if slot in _OFF and sense.type == "ASSAULT":
            # "sank a ship off Crimea": nobody's own coast is what he strikes.
            found = tuple(p for p in found if not _at_home(p, actor))
        if sense.type == "ACCUSE" and slot in WHERE and self._is_outrage(frame):
            found = ()  # "condemned the bombing of a hotel in Chad": not Chad's doing
        if sense.type == "MOBILIZE" and actor:
            # "Japan scrambled jets near Okinawa": where its own forces are is nobody they move against.
            found = tuple(p for p in found if not _at_home(p, actor))
        if slot == "clause" and sense.type == "THREATEN":
            found = self._warned(frame, actor, found)
        if slot == "clause" and not found:
            # "plans to buy jets from Russia": what is planned is Russia's act towards the planner.
            doers = self._doers_inside(frame)
            found = tuple(p for p in doers if actor and not is_one_of(p, actor))
        return found

    def _otherwise(
        self,
        sense: Sense,
        frame: Frame,
        actor: Parties,
        recipient: Parties,
        unknown: Parties,
        *,
        mutual: bool,
    ) -> Parties:
        """The *recipient*; where no slot names one, whom the words around and before the act mean."""
        if not recipient and not mutual:
            recipient = self.addressed.spoken_to(sense, frame, actor)
        if not recipient and sense.type == "AID":
            recipient = tuple(p for p in self._helped(frame) if not is_one_of(p, actor))
        if sense.type in GIVING and not mutual and not any(p.known for p in recipient):
            recipient = self._lacking(frame, actor) or recipient
        recipient = recipient or self._aims(sense, frame) or unknown
        if not recipient and not mutual:
            recipient = self.recalled.answered(sense, frame, actor)
        if not mutual and not any(p.known for p in recipient):
            recipient = self.recalled.who_did(Draft(sense, frame, actor, ())) or recipient
        return recipient

    def _is_outrage(self, frame: Frame) -> bool:
        tokens = self.sentence.tokens
        return any(tokens[i].lemma.lower() in OUTRAGES for i in frame.slots.get("object", ()))

    def _lacking(self, frame: Frame, actor: Parties) -> Parties:
        """Who lacks what is given: "offers weapons that Mali lacks"."""
        things = (k for i in frame.slots.get("object", ()) for k in self.sentence.conjuncts(i))
        lacking = (k for i in things for k in lackers_of(self.sentence, i, self.by_head))
        return tuple(
            p for p in self.in_slots.known(lacking) if p.kind == "actor" and not is_one_of(p, actor)
        )

    def _helped(self, frame: Frame) -> Parties:
        """Whom a deed helps that is named as the way to: "is supporting Mali [by sending arms]"."""
        clause = frame.light or frame.clause
        above = self.by_head.get(clause.governor) if clause.governor is not None else None
        ways = {t.text.lower() for t in self.sentence.children(clause.head, "mark")}
        if clause.relation != "advcl" or "by" not in ways or above is None:
            return ()
        if not _HELPING & set(above.lemmas):
            return ()
        return self.in_slots.known(above.slots.get("object", ()))

    def _struck_there(self, sense: Sense, slot: str, frame: Frame) -> Parties:
        """Whom the blow strikes in which somebody dies: "killed in [an attack in Mogadishu]"."""
        if sense.type != "ASSAULT" or slot not in WHERE:
            return ()
        acts = (self.recalled.noun_act(i) for i in frame.slots.get(slot, ()))
        return tuple(
            p for a in acts if a and a.sense.type == "ASSAULT" for p in a.recipient if p.known
        )

    def _aims(self, sense: Sense, frame: Frame) -> Parties:
        """Whom the names before a noun say that it is aimed at."""
        before = frame.clause.slots.get("modifier", ())
        heads = [i for i in before if self.sites.is_aim(sense, frame, i)]
        found = (self.resolver.modifier(self.sentence.tokens[i]) for i in heads)
        return tuple(p for p in found if p is not None)

    def _warned(self, frame: Frame, actor: Parties, recipient: Parties) -> Parties:
        """Whom a threat is for that would do somebody else a kindness: "if A arms B, C will arm D" is for A."""
        for head in frame.slots.get("clause", ()):
            act = self.recalled.act_at(head)
            if act is None or act.sense.type not in COOPERATIVE or act.reciprocal:
                continue
            for clause in self.sentence.children(head, "advcl"):
                if not any(m.lemma == "if" for m in self.sentence.children(clause.i, "mark")):
                    continue
                inner = self.by_head.get(clause.i)
                heads = inner.slots.get("subject", ()) if inner is not None else ()
                return tuple(p for p in self.in_slots.known(heads) if not is_one_of(p, actor))
        return recipient

    def _doers_inside(self, frame: Frame) -> Iterator[Party]:
        """Who does what the complement says."""
        for head in frame.slots.get("clause", ()):
            if (act := self.recalled.act_at(head)) is not None:
                yield from (p for p in act.actor if p.known)


def _gathered_at(slot: str, found: Parties, people: Parties) -> Parties:
    """People whom an act struck at somebody's seat: "beat [protesters] outside the Chadian parliament"."""
    if slot not in WHERE or not people or any(not p.sector for p in (*found, *people)):
        return ()
    state = found[0].country
    if any(p.country != state for p in found) or not state:
        return ()
    return tuple(
        replace(p, name=found[0].name, code=f"{state}-{p.sector}", country=state) for p in people
    )


def _at_home(party: Party, actor: Parties) -> bool:
    return party.code == party.country is not None and any(
        p.country == party.country for p in actor
    )


def _own_force(party: Party, actor: Parties) -> bool:
    return party.sector == "MIL" and any(p.country == party.country for p in actor)
