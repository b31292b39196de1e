# An act read from one predicate, before it becomes an event, and what acts do to each other.
# Rule 1: a noun that a verb's sense has asked for is part of that verb's act
#   ("imposed sanctions"), and makes no second one.
# Rule 2: whoever is asked or accused acts inside: "urged Chad to withdraw".
"""Drafts of events: a sense, the frame it fits, and the parties found in its slots."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from dragoman.entities.actor import SPEAKER, Party
from dragoman.events.frames import Frame
from dragoman.events.senses import STANDING, Sense

Parties = tuple[Party, ...]
#: Types that are an act of state even where nobody is named who receives it, and who acts so.
_PLAIN = frozenset({"AID", "SUPPORT", "SANCTION"})
#: Types that nobody does alone, or that only whoever gets something makes an act.
_MUTUAL = frozenset({"AGREE", "AID", "CONSULT", "COOPERATE"})
#: Types that somebody else may answer.
_ANSWERED = frozenset({"AGREE", "REQUEST", "THREATEN"})
#: Slots whose words are no part of the act that asks for them.
_NO_PART = frozenset({"clause", "subject", "does", "verb", "verb.subject"})
#: What a blow does to people.
_HARM = frozenset({"die", "injure", "kill", "maim", "perish", "wound"})
#: What somebody is accused of who is not named beside it.
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_THANKS = frozenset({"support.thank", "support.gratitude"})
#: Sectors that act against their own state.
_AGAINST = frozenset({"REB", "OPP", "PRE", "UAF"})
_POWERS = frozenset({None, "GOV", "MIL", "SPY", "REB", "LEG", "JUD"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A sense that fits a clause, with the parties found in its slots."""

    sense: Sense
    frame: Frame
    actor: Parties
    recipient: Parties
    reciprocal: bool = False  #: the actors do it to each other, by the sense or by "each other"

    @property
    def head(self) -> int:
        """Index of the predicate."""
        return self.frame.clause.head

    def towards(self, recipient: Parties) -> Draft:
        """The same act on *recipient*."""
        return self if recipient is self.recipient else replace(self, recipient=recipient)

    @property
    def sides(self) -> int:
        """How many sides of the act are known, 0 to 2."""
        known = any(p.known for p in self.actor)
        return known + bool(self.reciprocal or any(p.known for p in self.recipient))

    @property
    def is_spoken(self) -> bool:
        """Whether saying it is the act: "the time has come for …" asks, "must be condemned" accuses."""
        trigger = self.frame.clause.token.span
        return any(p.code == SPEAKER and p.span == trigger for p in self.actor)

    @property
    def has_known_party(self) -> bool:
        """Whether anybody in it has a code."""
        return any(p.known for p in (*self.actor, *self.recipient))

    @property
    def is_owned(self) -> bool:
        """Whether a noun names a power's act by its owner: "the Israeli raid" is one, whomever it hit.

        Contact that "Iran is in" is one too, whoever is on the other side.
        """
        if self.sense.kind != "noun":
            return False
        if not self.reciprocal and self.sense.type in _MUTUAL:
            return False
        slots = self.frame.clause.slots
        tokens = self.frame.clause.sentence.tokens
        whose = slots.get("topic" if self.reciprocal else "subject", ())
        spans = [tokens[i].span for i in whose]
        return any(
            p.known
            and p.kind == "actor"
            and p.sector in _POWERS
            and any(p.span.touches(span) for span in spans)
            for p in self.actor
        )

    @property
    def has_needed(self) -> bool:
        """Whether the party that the sense cannot do without is known."""
        if self.sense.needs == "both":
            return any(p.known for p in self.actor) and any(p.known for p in self.recipient)
        if self.sense.needs == "recipient":
            if self.reciprocal:
                return len({p.code for p in self.actor if p.known}) > 1
            if any(p.known for p in self.recipient or self.actor[1:]):
                return True
            # "The United States cut its aid", "Kenya delivered maize": a power's act is one by itself.
            plain = self.sense.type in _PLAIN or (self.sense.type, self.sense.kind) == (
                "CONSULT",
                "noun",
            )
            return plain and any(
                p.known and p.kind == "actor" and p.sector in _POWERS for p in self.actor
            )
        if self.sense.needs == "actor":
            return any(p.known or p.sector for p in self.actor)
        return True


@dataclass(frozen=True, slots=True)
class Trial:
    """A sense tried on a clause."""

    sense: Sense
    frame: Frame
    unmet: tuple[str, ...]  #: slots that do not hold what the sense asks for
    draft: Draft | None  #: None if somebody is named as the doer who is no actor


def distinct(parties: Iterable[Party]) -> Parties:
    """Each actor once: two phrases for one code are one actor, and the first names it."""
    return _first_by(lambda p: p.code, parties)


def apart(parties: Iterable[Party]) -> Parties:
    """Each state once: a state and its own troops do nothing to each other, but it and its rebels do."""
    return _first_by(_side, parties)


def _side(party: Party) -> str | None:
    if party.country and party.sector in _AGAINST:
        return f"{party.country}-{party.sector}"
    return party.country or party.code


def is_one_of(party: Party, others: Parties) -> bool:
    """Whether one of the others has the same code."""
    return party.code is not None and any(p.code == party.code for p in others)


def _first_by(key: Callable[[Party], str | None], parties: Iterable[Party]) -> Parties:
    """The first party of each key; where there is none, of each phrase."""
    made: dict[object, Party] = {}
    for party in parties:
        made.setdefault(key(party) or party.span, party)
    return tuple(made.values())


def consumed_nouns(made: Draft) -> set[int]:
    """Nouns that the sense has asked for by name; they are part of its act."""
    kept = {slot for slot, _ in made.sense.inner}
    return {
        i
        for slot, wanted, _ in made.sense.where
        if slot not in _NO_PART and slot not in kept and not wanted & {"*", "@actor"}
        for i in made.frame.slots.get(slot, ())
        if wanted
    }


def put_to(made: Draft, others: Parties) -> Draft:
    """A request, offer or threat with those who answer it as its recipients, if it names none."""
    known = tuple(p for p in others if p.known)
    answered = made.sense.type in _ANSWERED and not any(p.known for p in made.recipient)
    return replace(made, recipient=known) if answered and known else made


def hand_down(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Whoever is asked or accused is the one who acts inside: "urged X to withdraw"."""
    made = dict(drafts)
    for outer in drafts.values():
        if outer.reciprocal or not outer.recipient:
            continue
        made |= dict(_charged(outer, made))
        for slot, status in outer.sense.inner:
            if status not in ("requested", "actual", "possible") or slot != "clause":
                continue
            for head in outer.frame.slots.get(slot, ()):
                inner = made.get(head)
                if inner is None or inner.reciprocal or head == outer.head:
                    # "a step condemned by Chad": the step's clause is the condemning itself.
                    continue
                if _codes(outer.recipient) <= _codes(inner.recipient):
                    continue  # "asked to join NATO": NATO does not join itself
                own = {p.span for p in inner.actor}
                # One of several stands for all: "Oman, together with Chad, asked Mali to leave".
                if {p.span for p in outer.actor[: 1 if own else 0]} <= own <= {
                    p.span for p in outer.actor
                } and (status == "requested" or outer.sense.type == "ACCUSE"):
                    made[head] = replace(inner, actor=outer.recipient)
    return made


def _charged(outer: Draft, made: dict[int, Draft]) -> Iterator[tuple[int, Draft]]:
    """Deeds that somebody is accused of by their nouns: "accused Chad of [attacks] on its villages"."""
    if outer.sense.type != "ACCUSE" or not any(p.known for p in outer.recipient):
        return
    for head in (*outer.frame.slots.get("of", ()), *outer.frame.slots.get("for", ())):
        inner = made.get(head)
        if inner is None or inner.reciprocal or inner.frame.clause.kind != "noun":
            continue
        if any(p.known for p in inner.actor) or inner.sense.type not in _FORCE:
            continue
        struck = inner.recipient
        if not any(p.known for p in struck) and _is_own(inner):
            struck = outer.actor
        if not any(p.known for p in struck) and not _is_theirs(inner):
            continue  # "blamed Chad for the attack": it is told elsewhere
        yield head, replace(inner, actor=outer.recipient, recipient=struck)


def _is_theirs(act: Draft) -> bool:
    """Whether it is said to be whose: "criticised Chad for [its] crackdown" tells of Chad's."""
    whose = act.frame.clause.sentence.children(act.head, "nmod:poss")
    return any(t.text.lower() in ("his", "her", "its", "their") for t in whose)


def _is_own(act: Draft) -> bool:
    """Whether it falls on what is "its" or "their": of whoever complains of it."""
    sentence = act.frame.clause.sentence
    return any(
        t.text.lower() in ("its", "their")
        for slot in ("on", "against")
        for i in act.frame.slots.get(slot, ())
        for t in sentence.children(i, "nmod:poss")
    )


def _codes(parties: Parties) -> set[str | None]:
    return {p.code for p in parties}


def thanked_for(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Whoever thanks somebody for a kindness has received it: "thanked Mexico for sending doctors"."""
    made = dict(drafts)
    for outer in drafts.values():
        if outer.sense.id not in _THANKS:
            continue
        for head in (*outer.frame.slots.get("for", ()), *outer.frame.slots.get("clause", ())):
            inner = made.get(head)
            if inner is None or inner.reciprocal or inner.sense.type not in ("AID", "SUPPORT"):
                continue
            theirs = {p.country or p.code for p in inner.actor} & {
                p.country or p.code for p in outer.recipient if p.known
            }
            if theirs and not any(p.known for p in inner.recipient):
                made[head] = replace(inner, recipient=outer.actor)
    return made


def struck_at_once(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Whom a blow kills is of those whom it strikes: "shelled Goma, killing nine", "the raid on Goma killed nine"."""
    made = dict(drafts)
    for head, inner in drafts.items():
        if inner.sense.type != "ASSAULT" or inner.reciprocal or inner.frame.clause.kind != "verb":
            continue
        if not set(inner.frame.clause.lemmas) & _HARM:
            continue
        if not inner.actor and (blow := _told_under(drafts, head)) is not None:
            # "Nine were killed when Chad shelled Goma"
            made[head] = replace(inner, actor=blow.actor)
        else:
            blow = _blow_above(drafts, inner)
        own = {p.country for p in made[head].actor}
        if blow is None or any(p.known and p.country not in own for p in inner.recipient):
            continue
        if struck := tuple(p for p in blow.recipient if p.known):
            made[head] = replace(made[head], recipient=struck)
    return made


def _blow_above(drafts: dict[int, Draft], inner: Draft) -> Draft | None:
    """The blow of which a death is told as its end, or as its deed."""
    clause = inner.frame.clause
    above = (clause.governor,) if clause.relation == "advcl" and not clause.finite else ()
    for i in (*above, *clause.slots.get("subject", ())):
        for blow in drafts.values():
            carried = blow.frame.light is not None and blow.frame.light.head == i
            if (blow.head == i or carried) and blow is not inner and _is_blow(blow):
                return blow
    return None


def _told_under(drafts: dict[int, Draft], head: int) -> Draft | None:
    """The blow that a clause with "when" or "as" tells below a death."""
    for blow in drafts.values():
        clause = blow.frame.light or blow.frame.clause
        if clause.governor != head or clause.relation != "advcl" or not clause.finite:
            continue
        marks = clause.sentence.children(clause.head, "mark", "advmod")
        if _is_blow(blow) and any(t.text.lower() in ("when", "as", "after") for t in marks):
            return blow
    return None


def _is_blow(made: Draft) -> bool:
    return made.sense.type == "ASSAULT" and not made.reciprocal


def given_statuses(drafts: dict[int, Draft]) -> dict[int, str]:
    """Statuses that event senses set for the acts in their slots."""
    return {
        head: status
        for made, slot, status in _inner(drafts)
        if status != STANDING
        for head in made.frame.slots.get(slot, ())
        if head != made.head
    }


def standing_under(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Acts that last until another is done: the sanctions under "may lift its sanctions"."""
    return {
        head: made
        for made, slot, status in _inner(drafts)
        if status == STANDING
        for head in made.frame.slots.get(slot, ())
        if head != made.head
    }


def _inner(drafts: dict[int, Draft]) -> Iterator[tuple[Draft, str, str]]:
    return ((made, slot, status) for made in drafts.values() for slot, status in made.sense.inner)
