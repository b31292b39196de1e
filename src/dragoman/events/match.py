# Senses against the clauses of one sentence.
# Rule 1: inner clauses are matched before outer ones, so that "agreed to send arms
#   to X" can look at what was agreed.
# Rule 2: the first sense that fits (demands.py) decides the type; another of that type
#   may know more of the parties.
"""Match senses: which acts a sentence tells of, and who stands on either side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.events.continued import continued_talks
from dragoman.events.demands import Demands
from dragoman.events.draft import (
    Draft,
    Parties,
    Trial,
    consumed_nouns,
    hand_down,
    put_to,
    struck_at_once,
    thanked_for,
)
from dragoman.events.each_by import done_by_each
from dragoman.events.echoed import echoes
from dragoman.events.examples import with_examples
from dragoman.events.exercises import shared_exercises, with_partakers
from dragoman.events.fillers import Fillers
from dragoman.events.frames import Frame, frames, names
from dragoman.events.heads import Heads
from dragoman.events.in_war import folded, sent_to_save
from dragoman.events.inner import with_asked, with_exchanged, with_partners
from dragoman.events.joined_forces import joined_forces
from dragoman.events.met_to_talk import met_to_talk
from dragoman.events.senses import Lexicon, Sense
from dragoman.events.targets import shared_targets
from dragoman.events.weighed import with_addressees
from dragoman.events.within_bodies import within_bodies

#: Types of acts that judge what others have done.
_JUDGING = frozenset({"SUPPORT", "ACCUSE", "REJECT"})
#: Types of acts that are told of whoever suffers or receives them, and where those are named.
_ON_PEOPLE = frozenset({"AID", "SANCTION", "COERCE", "ASSAULT"})
_TO_WHOM = frozenset({"object", "iobj", "to", "for", "on", "at", "upon"})
#: What only a state does, by the mode of its COERCE.
_BY_STATES = frozenset({"arrest", "censor", "curfew", "restrict"})
_RESCUES = frozenset({"aid.rescue"})
#: "Protests broke out", "talks took place": the verb says of the noun only that it was so.
_TOLD_TWICE = frozenset({"CONSULT", "PROTEST"})
#: The lemma of senses for adjectives of any nation.
NATIONAL = "national"
#: Verbs that only tell that something is said, and the share of a verb's senses that makes a type its usual one.
_TELLING = frozenset({"add", "announce", "explain", "note", "report", "say", "state", "tell"})
_USUAL = 1 / 3


@dataclass
class Scene:
    """One sentence while it is being matched."""

    sentence: Sentence
    resolver: Resolver
    lexicon: Lexicon
    before: Sequence[Draft] = ()  #: acts of earlier sentences, in order

    def __post_init__(self) -> None:
        self.by_head: dict[int, Clause] = {c.head: c for c in self.sentence.clauses}
        heads = Heads(self.sentence, self.resolver, self.lexicon)
        self.fillers = Fillers(
            self.sentence, self.resolver, self.lexicon, self.by_head, self.before
        )
        self.demands = Demands(
            self.sentence, self.resolver, heads, self.by_head, self.fillers.act_at
        )

    @property
    def seen(self) -> dict[int, Draft]:
        """What the acts would be if they lacked nothing, by the index of their head."""
        return self.fillers.seen

    def drafts(self, *, lenient: bool = False) -> dict[int, Draft]:
        """Match senses to the clauses; index of the head → draft.

        With *lenient*, a party that a sense needs may be missing: the caller
        knows the parties and asks for the act alone.
        """
        drafts: dict[int, Draft] = {}
        consumed: set[int] = set()
        for clause in sorted(self.by_head.values(), key=self._depth, reverse=True):
            made, weak = self._match(clause)
            if lenient:
                made = weak
            if made is None:
                if weak is not None:
                    self.seen[clause.head] = weak
                continue
            drafts[clause.head] = self.seen[clause.head] = made
            for i in consumed_nouns(made):
                if _musters(made, drafts.get(i)):
                    continue
                if not _of_others(made, drafts.get(i)):
                    consumed.add(i)
                elif made.sense.type == "REJECT":
                    drafts[i] = self.seen[i] = put_to(drafts[i], made.actor)
        for head, made in tuple(drafts.items()):
            # "launched an attack": the noun's act, unless the verb's own sense has asked for that noun.
            if made.frame.light is not None and head not in consumed:
                verb = drafts.get(made.frame.light.head)
                if verb is None or not _musters(verb, made):
                    consumed.add(made.frame.light.head)
            if made.sense.type in _TOLD_TWICE and made.sense.kind == "verb":
                consumed |= _same_act(made, drafts)
            consumed |= _repeated(made, drafts)
        for head in consumed:
            drafts.pop(head, None)
        drafts = met_to_talk(folded(drafts), self.by_head)
        examples = with_examples(self.by_head, drafts, self.seen)
        made_all = struck_at_once(thanked_for(hand_down(examples)))
        if lenient:
            return made_all
        made_all = with_asked(made_all, self.fillers.act_at)
        made_all = with_partners(made_all, self.seen, self.before)
        made_all = with_exchanged(made_all, self.by_head)
        made_all = with_addressees(
            self.sentence, self.resolver, made_all, self.before, self.fillers.act_at
        )
        made_all |= self._answers(made_all)
        made_all |= dict(
            shared_targets(self.sentence, self.resolver, self.lexicon, made_all, self.before)
        )
        made_all |= {d.head: d for d in done_by_each(self.sentence, self.resolver, made_all)}
        made_all = sent_to_save(made_all, self.lexicon)
        again = [
            *echoes(self.sentence, self.resolver, made_all, self.before),
            *continued_talks(self.sentence, self.resolver, made_all, self.before),
            *shared_exercises(self.sentence, self.resolver, self.lexicon, made_all),
            *with_partakers(made_all),
        ]
        made_all |= {made.head: made for made in again}
        made_all = joined_forces(self.sentence, self.resolver, self.lexicon, made_all)
        return within_bodies(self.sentence, self.resolver, made_all)

    def _answers(self, drafts: dict[int, Draft]) -> dict[int, Draft]:
        """Refusals of nobody, with those who asked in a clause above: "urged Mali to leave, which it refused"."""
        found = {}
        for head, made in drafts.items():
            if made.sense.type == "REJECT" and not any(p.known for p in made.recipient):
                asking = self.fillers.recalled.answered(made.sense, made.frame, made.actor)
                if asking:
                    found[head] = replace(made, recipient=asking)
        return found

    def _depth(self, clause: Clause) -> int:
        return self.sentence.depths[clause.head]

    def _match(self, clause: Clause) -> tuple[Draft | None, Draft | None]:
        """The act that a clause tells of, and what it would be if no party had to be known."""
        whole: Draft | None = None
        weak: Draft | None = None
        for frame, sense in self._likely(clause):
            if whole is not None and not (_could_win(sense, whole) or _could_win(sense, weak)):
                continue
            if not self.demands.met(sense, frame):
                continue
            made = self.fillers.filled(sense, frame)
            if made is None:
                continue
            # The first that fits decides the type; another of it may know more of the parties.
            if _better(made, weak):
                weak = made
            if (made.has_needed or self._is_on_people(made)) and _better(made, whole):
                whole = made
        if whole is None and weak is not None and weak.is_owned:
            whole = weak
        return whole, weak

    def _is_on_people(self, made: Draft) -> bool:
        """Whether a known actor does it to people of no known state: "saved 61", "fed villagers"."""
        sense = made.sense
        if sense.needs != "recipient" or sense.type not in _ON_PEOPLE:
            return False
        ships = sense.id in _RESCUES  # "a ship of the Omani navy picked up 61"
        if not any(p.known and (ships or p.kind == "actor") for p in made.actor):
            return False
        slots = (slot for slot in sense.recipient if slot in _TO_WHOM)
        heads = (i for slot in slots for i in made.frame.slots.get(slot, ()))
        return any(self.resolver.is_people(self.sentence, i) for i in heads)

    def trials(self, clause: Clause) -> Iterator[Trial]:
        """Every sense of the clause's words, in the order of trying, and what became of it."""
        for frame, sense in self._candidates(clause):
            unmet = tuple(a[0] for a in sense.where if not self.demands.slot_met(frame, *a))
            yield Trial(sense, frame, unmet, self.fillers.filled(sense, frame))

    def _candidates(self, clause: Clause) -> Iterator[tuple[Frame, Sense]]:
        """The senses of the clause's words, the most specific lemma and sense first."""
        for frame in self._frames(clause):
            for sense in self.lexicon.index[clause.kind, frame.lemma]:
                yield frame, sense

    def _likely(self, clause: Clause) -> Iterator[tuple[Frame, Sense]]:
        """The candidates that ask for no slot that is empty, as most do: the cheap question first."""
        for frame in self._frames(clause):
            filled = frame.slots.keys()
            for sense in self.lexicon.index[clause.kind, frame.lemma]:
                if filled >= sense.asked or _hides_doer(sense, frame):
                    yield frame, sense

    def _frames(self, clause: Clause) -> Iterator[Frame]:
        """The ways to look the clause up that the lexicon has, the most specific lemma first."""
        index, kind = self.lexicon.index, clause.kind
        if kind == "adjective" and self._is_nation(clause):
            yield Frame(clause, NATIONAL, {**clause.slots, "itself": (clause.head,)})
        if self.lexicon.listed[kind].isdisjoint(clause.lemmas):
            return
        listed = {name for name in names(clause) if (kind, name) in index}
        if not listed:
            return
        yield from frames(clause, self.by_head, self.lexicon.light, listed.__contains__)

    def _is_nation(self, clause: Clause) -> bool:
        """Whether an adjective says of which nation something is: "the drones are Turkish"."""
        mention = self.resolver.mention_at(clause.token)
        return mention is not None and mention.kind == "adjective"

    def likeliest(self, clause: Clause) -> Draft | None:
        """The sense that fits a verb best where none fits it well: one demand is not met.

        Of several, one of the type that the verb's senses have most often; none
        where they are of so many types that the verb tells nothing by itself
        ("issue", "put"), or where it only tells what is said.

        For :func:`relate_marked`, whose caller knows that there is an act; a
        reader of reports takes no such liberty.
        """
        if clause.lemma in _TELLING:
            return None
        near = [t for t in self.trials(clause) if len(t.unmet) < 2 and t.draft is not None]
        if not near:
            return None
        usual = Counter(t.sense.type for t in near)
        best = min(near, key=lambda t: (len(t.unmet), -usual[t.sense.type]))
        return best.draft if usual[best.sense.type] >= len(near) * _USUAL else None


def _of_others(made: Draft, inner: Draft | None) -> bool:
    """Whether an act that a judgement asks for is others': "Norway welcomed Sudan's deal with Egypt".

    "France rejected Mali's demand" tells of the demand too: it names who made it.
    """
    if inner is None or made.sense.type not in _JUDGING:
        return False
    own = {p.country or p.code for p in made.actor}
    others = {p.country or p.code for p in inner.actor if p.known}
    if own & others:
        return False
    return len(others) > 1 if inner.reciprocal else bool(others) and inner.frame.light is None


def _musters(made: Draft, inner: Draft | None) -> bool:
    """Whether forces are called together for what several do: "will lead an exercise with Chad" is both."""
    if inner is None or made.sense.type != "MOBILIZE" or inner.sense.type != "COOPERATE":
        return False
    return inner.sides == 2 and len({*_sides(inner.actor), *_sides(inner.recipient)}) > 1


def _sides(parties: Parties) -> set[str | None]:
    return {p.country or p.code for p in parties if p.known}


def _hides_doer(sense: Sense, frame: Frame) -> bool:
    """Whether nothing is missing but a doer who can only be a state: "was barred from travelling"."""
    if sense.type != "COERCE" or sense.mode not in _BY_STATES or not frame.clause.passive:
        return False
    return sense.asked - frame.slots.keys() == {"subject"}


def _same_act(made: Draft, drafts: dict[int, Draft]) -> set[int]:
    """The noun that says as a verb's subject what the verb says: "protests broke out"."""
    heads = made.frame.slots.get("subject", ())
    return {i for i in heads if i in drafts and drafts[i].sense.type == made.sense.type}


def _repeated(made: Draft, drafts: dict[int, Draft]) -> set[int]:
    """The verb behind that says the same of the same: "would board and [seize] two ships"."""
    objects = made.frame.slots.get("object", ())
    return {
        head
        for head, other in drafts.items()
        if head > made.head
        and other.sense is made.sense
        and objects
        and other.frame.slots.get("object", ()) == objects
    }


def _could_win(sense: Sense, best: Draft | None) -> bool:
    return best is None or (sense.type == best.sense.type and best.sides < 2)


def _better(made: Draft, best: Draft | None) -> bool:
    return best is None or (made.sense.type == best.sense.type and made.sides > best.sides)
