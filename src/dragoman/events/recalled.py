# Whom words mean that only earlier acts tell: who did "the attack", who asked for what is refused.
# Rule 1: the nearest earlier act that fits decides. Of blows that both sides struck it is not said whose
#   "the strikes" were.
# Rule 2: a refusal answers whoever asked, a retort whoever accused, a vow to strike back whoever struck.
"""Parties of acts told before, in one sentence of a report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.deeds import doers_of_deed
from dragoman.events.draft import Draft, Parties
from dragoman.events.frames import Frame
from dragoman.events.senses import Sense

_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_ASKING = ("REQUEST", "AGREE")
#: What can be refused → what it was when it was put forward.
_ANSWERED = {
    **dict.fromkeys(
        "demand request call appeal plea ultimatum petition bid order".split(),
        ("REQUEST", "THREATEN"),
    ),
    **dict.fromkeys("offer proposal invitation overture suggestion plan".split(), _ASKING),
    **dict.fromkeys("accusation charge allegation claim criticism".split(), ("ACCUSE",)),
}
_RETORTS = frozenset({"accuse.hit-back"})
#: Words of what is done in answer, and acts that are answered so.
_ANSWERS = frozenset(
    "answer counter counteraction countermeasure kind reciprocally reciprocate reprisal respond response "
    "retaliate retaliation retaliatory revenge".split()
)
_STRUCK = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "REJECT", "SANCTION", "THREATEN"})
_JUST = 2  #: sentences before this one whose acts are answered in it
_REMEMBERED = 12  #: acts back that "the attack" may mean
#: Nouns of arms that pass, and words of any arms.
_PASSING = frozenset("delivery export provision sale shipment supply transfer".split())
_ARMS = frozenset(
    "ammunition arm arms artillery bomb corvette drone fighter frigate gun helicopter howitzer jet military missile mortar "
    "munition radar rifle rocket "
    "shell submarine tank warplane warship weapon weaponry weapons".split()
)
_ANY_ARMS = frozenset({"arm", "arms", "military", "weapon", "weaponry", "weapons"})


@dataclass(frozen=True)
class Recalled:
    """What earlier acts tell of the acts of one sentence."""

    sentence: Sentence
    resolver: Resolver
    before: Sequence[Draft]  #: acts of earlier sentences, in order
    seen: Mapping[int, Draft]  #: acts of this sentence, by head

    def act_at(self, head: int) -> Draft | None:
        """The act of a complement: its verb's, or that of the noun which a light verb carries."""
        if head in self.seen:
            return self.seen[head]
        carried = (d for d in self.seen.values() if d.frame.light and d.frame.light.head == head)
        return next(carried, None)

    def noun_act(self, i: int) -> Draft | None:
        """The act that a noun in a slot names: "the shelling"."""
        act = self.seen.get(self.resolver.core(self.sentence, i))
        return act if act is not None and act.frame.clause.kind == "noun" else None

    def told_before(self, slot: str, frame: Frame) -> list[Party]:
        """Who did what "the attack" means, if an attack was told of before."""
        for i in frame.slots.get(slot, ()):
            act = self.noun_act(i)
            if act is None or not self._points_back(i):
                continue
            alike = [
                d.actor
                for d in self.before[-_REMEMBERED:]
                if _alike(d.sense, act.sense) and any(p.known for p in d.actor)
            ]
            places = {p.country or p.code for actor in alike for p in actor if p.known}
            if alike and (act.sense.type != "ASSAULT" or len(places) <= len(alike[-1])):
                # Of blows that both sides struck it is not said whose "the strikes" were.
                return [self.resolver.renamed(self.sentence, i, p) for p in alike[-1]]
        return []

    def supply(self, sense: Sense, frame: Frame, actor: Parties) -> tuple[Parties, Parties]:
        """Who gave whom "the drones" of "the drone sales", if arms that passed were told of before."""
        clause = frame.clause
        if sense.type != "AID" or clause.kind != "noun" or clause.lemma not in _PASSING:
            return (), ()
        first = self.sentence.tokens[self.sentence.subtree(clause.head)[0]]
        if not (any(p.known for p in actor) or first.text.lower() in _POINTING):
            return (), ()
        matter = self._arms_of(frame)
        own = _sides(actor)
        for earlier in reversed(self.before[-_REMEMBERED:] if matter else ()):
            told = self._arms_of(earlier.frame) if earlier.sense.type == "AID" else frozenset()
            if not told or not (matter & told or matter & _ANY_ARMS) or earlier.sides < 2:
                continue
            if earlier.frame.clause.negated or (own and not own & _sides(earlier.actor)):
                continue
            head = clause.head
            return (
                tuple(self.resolver.renamed(self.sentence, head, p) for p in earlier.actor),
                tuple(self.resolver.renamed(self.sentence, head, p) for p in earlier.recipient),
            )
        return (), ()

    @staticmethod
    def _arms_of(frame: Frame) -> frozenset[str]:
        """The words for arms in an act's object, or before its noun."""
        clause = frame.clause
        tokens = clause.sentence.tokens
        heads = {*frame.slots.get("object", ()), *frame.slots.get("modifier", ())}
        return frozenset(tokens[i].lemma.lower() for i in heads) & _ARMS

    def who_did(self, judged: Draft) -> Parties:
        """Who did what "the deal" or "the move" means, that is judged."""
        found = doers_of_deed(self.sentence, judged, self.before)
        if found is None:
            return ()
        token, doers = found
        return tuple(self.resolver.renamed(self.sentence, token.i, p) for p in doers)

    def answered(self, sense: Sense, frame: Frame, actor: Parties) -> Parties:
        """Whom a refusal answers: who asked before, in "declined the offer", "Paris refused"."""
        states = _sides(actor)
        if sense.id in _RETORTS and states:
            return self._accusers(frame, states)
        if sense.type == "THREATEN" and states:
            return self._struck_first(frame, states)
        if sense.type != "REJECT" or not states:
            return ()
        if frame.slots.get("clause"):
            return self._refused(frame, states)
        asked, named = frozenset(_ASKING), False
        for i in frame.slots.get("object", ()):
            token = self.sentence.tokens[i]
            if token.lemma not in _ANSWERED or self._is_any(i, frame):
                return ()
            asked, named = frozenset(_ANSWERED[token.lemma]), True
        here = (d for h, d in sorted(self.seen.items()) if h < frame.clause.head)
        for earlier in reversed([*self.before[-_REMEMBERED:], *here]):
            to_them = bool(_sides(earlier.recipient) & states)
            # "Egypt offered to send engineers. Ethiopia declined": to whom, the answer says.
            to_them = to_them or (named and not any(p.known for p in earlier.recipient))
            by_others = [p for p in earlier.actor if p.known and _side(p) not in states]
            if earlier.sense.type in asked and to_them and by_others:
                return tuple(
                    self.resolver.renamed(self.sentence, frame.clause.head, p) for p in by_others
                )
        return ()

    def _accusers(self, frame: Frame, states: set[str | None]) -> Parties:
        """Whom a retort is for: who accused before."""
        for earlier in reversed(self.before[-_REMEMBERED:]):
            if earlier.sense.type == "ACCUSE" and _sides(earlier.recipient) & states:
                by = (p for p in earlier.actor if p.known and _side(p) not in states)
                head = frame.clause.head
                return tuple(self.resolver.renamed(self.sentence, head, p) for p in by)
        return ()

    def _struck_first(self, frame: Frame, states: set[str | None]) -> Parties:
        """Whom an answer is meant for: "Oman expelled Qatar's envoy. Doha vowed to [respond in kind]"."""
        head = frame.clause.head
        below = (self.sentence.tokens[i] for i in self.sentence.subtree(head))
        if _ANSWERS.isdisjoint(t.lemma.lower() for t in below):
            return ()
        here = (d for h, d in sorted(self.seen.items()) if h < head)
        told = [d for d in self.before[-_REMEMBERED:] if self._is_just_told(d)]
        for earlier in reversed([*told, *here]):
            if earlier.sense.type not in _STRUCK or not _sides(earlier.recipient) & states:
                continue
            by = tuple(p for p in earlier.actor if p.known and _side(p) not in states)
            if by:
                return tuple(self.resolver.renamed(self.sentence, head, p) for p in by)
        return ()

    def _is_just_told(self, earlier: Draft) -> bool:
        return self.resolver.near(earlier.frame.clause.sentence, self.sentence, _JUST)

    def _refused(self, frame: Frame, states: set[str | None]) -> Parties:
        """Who asked just before: "Chad urged Mali to leave, which [Mali refused to do]"."""
        if not {"refuse", "decline", "refusal"}.intersection(frame.clause.lemmas):
            return ()
        here = (d for h, d in sorted(self.seen.items()) if h < frame.clause.head)
        last = self.before[-1].frame.clause.sentence if self.before else None
        near = [d for d in self.before[-_REMEMBERED:] if d.frame.clause.sentence is last]
        for earlier in reversed([*near, *here]):
            if earlier.sense.type != "REQUEST" or not _sides(earlier.recipient) & states:
                continue
            asking = tuple(p for p in earlier.actor if p.known and _side(p) not in states)
            head = frame.clause.head
            return tuple(self.resolver.renamed(self.sentence, head, p) for p in asking)
        return ()

    def _is_any(self, i: int, frame: Frame) -> bool:
        """Whether "an offer" is any; not in "offered to help, an offer that Chad rejected"."""
        articles = {t.text.lower() for t in self.sentence.children(i, "det")}
        if not articles & {"a", "an"}:
            return False
        start = self.sentence.subtree(i)[0]
        behind = start > 0 and self.sentence.tokens[start - 1].text in (",", "–", "—", "-")
        behind = behind or self.sentence.tokens[start].text in (",", "–", "—", "-")
        return not (behind and frame.clause.governor == i)

    def _points_back(self, i: int) -> bool:
        return any(
            t.text.lower() in _POINTING for t in self.sentence.children(i, "det")
        ) and not any(self.sentence.children(i, "nmod:poss"))


def _side(party: Party) -> str | None:
    return party.country or party.code


def _sides(parties: Parties) -> set[str | None]:
    return {_side(p) for p in parties if p.known}


def _alike(one: Sense, other: Sense) -> bool:
    """Whether two senses can tell of the same act: "the coup" is no closing of a border."""
    return one.type == other.type and (not one.mode or not other.mode or one.mode == other.mode)
