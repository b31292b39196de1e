# Senses against the clauses of one sentence.
# Rule 1: inner clauses are matched before outer ones, so that "agreed to send arms
#   to X" can look at what was agreed.
# Rule 2: a noun that a verb's sense has asked for is part of that verb's act
#   ("imposed sanctions"), and makes no second one.
# Rule 3: "condemned the shelling of X" is about whoever shelled, never about X; who
#   that is may have been said before ("the attack", and an attack was told of).
"""Match senses: which acts a sentence tells of, and who stands on either side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.event import COOPERATIVE
from dragoman.events.frames import Frame, fits, frames
from dragoman.events.senses import Lexicon, Sense

Parties = tuple[Party, ...]
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
#: Types that are an act of state even where nobody is named who receives it, and who acts so.
_PLAIN = frozenset({"AID", "SUPPORT", "SANCTION"})
_POWERS = frozenset({None, "GOV", "MIL", "SPY", "REB", "LEG", "JUD"})
_MUST = frozenset({"must", "should", "ought", "shall"})
_OBLIGING = frozenset({"need", "have", "ought"})
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
_REMEMBERED = 12  #: acts back that "the attack" may mean
#: Where an uncoded complement keeps the party it concerns, in the order of asking.
_CONCERNED = ("object", "iobj", "against", "on", "to", "with", "from", "for")


@dataclass(frozen=True, slots=True)
class Draft:
    """A sense that fits a clause, with the parties found in its slots."""

    sense: Sense
    frame: Frame
    actor: Parties
    recipient: Parties

    @property
    def head(self) -> int:
        """Index of the predicate."""
        return self.frame.clause.head

    @property
    def sides(self) -> int:
        """How many sides of the act are known, 0 to 2."""
        known = any(p.known for p in self.actor)
        return known + bool(self.sense.reciprocal or any(p.known for p in self.recipient))

    @property
    def has_known_party(self) -> bool:
        """Whether anybody in it has a code."""
        return any(p.known for p in (*self.actor, *self.recipient))

    @property
    def has_needed(self) -> bool:
        """Whether the party that the sense cannot do without is known."""
        if self.sense.needs == "both":
            return any(p.known for p in self.actor) and any(p.known for p in self.recipient)
        if self.sense.needs == "recipient":
            if self.sense.reciprocal:
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


@dataclass
class Scene:
    """One sentence while it is being matched."""

    sentence: Sentence
    resolver: Resolver
    lexicon: Lexicon
    before: Sequence[Draft] = ()  #: acts of earlier sentences, in order
    #: What an act would be if it lacked nothing: "agreed to send engineers" is an agreement to
    #: help, even where nobody is named whom the engineers help.
    seen: dict[int, Draft] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_head: dict[int, Clause] = {c.head: c for c in self.sentence.clauses}

    def drafts(self, *, lenient: bool = False) -> dict[int, Draft]:
        """Match senses to the clauses; index of the head → draft.

        With *lenient*, a party that a sense needs may be missing: the caller
        knows the parties and asks for the act alone.
        """
        drafts: dict[int, Draft] = {}
        consumed: set[int] = set()
        for clause in sorted(self.by_head.values(), key=self._depth, reverse=True):
            made = self._match(clause, lenient)
            if made is None:
                weak = self._match(clause, lenient=True)
                if weak is not None:
                    self.seen[clause.head] = weak
                continue
            drafts[clause.head] = self.seen[clause.head] = made
            consumed |= _consumed(made)
        for head, made in tuple(drafts.items()):
            # "launched an attack": the noun's act, unless the verb's own sense has asked for that noun.
            if made.frame.light is not None and head not in consumed:
                consumed.add(made.frame.light.head)
        for head in consumed:
            drafts.pop(head, None)
        return _hand_down(drafts)

    def _depth(self, clause: Clause) -> int:
        return sum(1 for _ in self.sentence.path_up(clause.head))

    def _match(self, clause: Clause, lenient: bool) -> Draft | None:
        best: Draft | None = None
        for frame in frames(clause, self.by_head, self.lexicon.light):
            for sense in self.lexicon.index.get((clause.kind, frame.lemma), ()):
                if best is not None and (sense.type != best.sense.type or best.sides == 2):
                    continue
                if not all(self._slot_fits(frame, *asked) for asked in sense.where):
                    continue
                made = self._filled(sense, frame)
                if made is None or not (lenient or made.has_needed):
                    continue
                # The first that fits decides the type; another of it may know more of the parties.
                if best is None or made.sides > best.sides:
                    best = made
        return best

    def trials(self, clause: Clause) -> Iterator[Trial]:
        """Every sense of the clause's words, in the order of trying, and what became of it."""
        for frame in frames(clause, self.by_head, self.lexicon.light):
            for sense in self.lexicon.index.get((clause.kind, frame.lemma), ()):
                unmet = tuple(a[0] for a in sense.where if not self._slot_fits(frame, *a))
                yield Trial(sense, frame, unmet, self._filled(sense, frame))

    def likeliest(self, clause: Clause) -> Draft | None:
        """The sense that fits a verb best where none fits it well: one demand is not met.

        For :func:`relate_marked`, whose caller knows that there is an act; a
        reader of reports takes no such liberty.
        """
        near = [t for t in self.trials(clause) if len(t.unmet) < 2 and t.draft is not None]
        best = min(near, key=lambda t: len(t.unmet), default=None)
        return best.draft if best is not None else None

    def _slot_fits(
        self, frame: Frame, slot: str, wanted: frozenset[str], unwanted: frozenset[str]
    ) -> bool:
        heads = frame.slots.get(slot, ())
        if not heads:
            return not wanted
        if slot != "clause":
            return fits(self.sentence, heads, wanted, unwanted, self.resolver)
        if "@obliged" in wanted | unwanted:
            if any(self._is_obliged(h) for h in heads) != ("@obliged" in wanted):
                return False
            wanted, unwanted = wanted - {"@obliged"}, unwanted - {"@obliged"}
            if not wanted and not unwanted:
                return True
        if "@infinitive" in wanted | unwanted:
            to = any(m.lemma == "to" for h in heads for m in self.sentence.children(h, "mark"))
            if to != ("@infinitive" in wanted):
                return False
            wanted, unwanted = wanted - {"@infinitive"}, unwanted - {"@infinitive"}
            if not wanted and not unwanted:
                return True
        if not (wanted | unwanted) & {"@cooperative", "@hostile"}:
            return fits(self.sentence, heads, wanted, unwanted, self.resolver)
        words = {m for h in heads for m in self._clause_lemmas(h)}
        if words & unwanted:
            return False
        acts = [act for h in heads if (act := self._act_at(h)) is not None]
        kinds = {act.sense.type in COOPERATIVE for act in acts}
        if ("@cooperative" in unwanted and True in kinds) or (
            "@hostile" in unwanted and False in kinds
        ):
            return False
        if not wanted:
            return True
        return (
            ("@cooperative" in wanted and True in kinds)
            or ("@hostile" in wanted and False in kinds)
            or bool(words & wanted)
        )

    def _is_obliged(self, head: int) -> bool:
        """Whether a complement says what somebody must do: "that Iran must disarm"."""
        clause = self.by_head.get(head)
        if clause is None:
            return False
        if any(t.lemma == "have" for t in self.sentence.children(head, "aux")):
            return False  # "should have left": a reproach
        needs = bool(_OBLIGING & set(clause.lemmas) and self.sentence.child(head, "xcomp"))
        return needs or bool(_MUST & set(clause.modals))

    def _act_at(self, head: int) -> Draft | None:
        """The act of a complement: its verb's, or that of the noun which a light verb carries."""
        if head in self.seen:
            return self.seen[head]
        carried = (d for d in self.seen.values() if d.frame.light and d.frame.light.head == head)
        return next(carried, None)

    def _clause_lemmas(self, head: int) -> tuple[str, ...]:
        clause = self.by_head.get(head)
        return clause.lemmas if clause is not None else (self.sentence.tokens[head].lemma,)

    def _filled(self, sense: Sense, frame: Frame) -> Draft | None:
        """Fill in who acts and on whom; None if somebody else is named as the doer."""
        actor: Parties = ()
        for slot in sense.actor:
            actor = tuple(p for i, p in self._in_slot(slot, frame) if self._acts(sense, i, p))
            if actor:
                break
        if not actor and _other_doer(sense, frame):
            return None
        recipient: Parties = ()
        unknown: Parties = ()  # "struck a refinery in Iran": nobody yet, and perhaps somebody later
        for slot in sense.recipient:
            found = [p for _, p in self._in_slot(slot, frame)] or self._told_before(slot, frame)
            recipient = tuple(p for p in found if not any(p.span == a.span for a in actor))
            if slot == "clause" or len(actor) == 1:
                # A party does nothing to itself; "ready for talks with Riyadh" is towards Riyadh.
                recipient = tuple(p for p in recipient if not _one_of(p, actor))
            if any(p.known for p in recipient):
                break
            unknown, recipient = unknown or recipient, ()
        recipient = recipient or unknown
        if not recipient and not sense.reciprocal:
            recipient = self._answered(sense, frame, actor)
        actor, recipient = _distinct(actor), _distinct(recipient)
        if sense.type == "PROTEST":
            actor = tuple(_civilians(p) for p in actor)
        if sense.reciprocal:
            actor, recipient = _distinct((*actor, *recipient)), ()
        return Draft(sense, frame, actor, recipient)

    def _acts(self, sense: Sense, i: int, party: Party) -> bool:
        """Whether a party in the doer's place can be the doer.

        "Russian strikes killed five": the strikes' owner acts; so does the owner
        of a thing that the sense asks for by name.
        """
        named = any(slot == "subject" and wanted for slot, wanted, _ in sense.where)
        lemma = self.sentence.tokens[i].lemma
        return party.kind == "actor" or named or ("noun", lemma) in self.lexicon.index

    def _in_slot(self, slot: str, frame: Frame) -> list[tuple[int, Party]]:
        if slot == "object.doer":
            # "Western sanctions will be lifted": by those whose they are.
            acts = (self._noun_act(i) for i in frame.slots.get("object", ()))
            return [(a.head, p) for a in acts if a is not None for p in a.actor]
        heads = frame.slots.get(slot, ())
        if slot == "clause":
            return list(self._inside_clause(heads))
        if slot == "clause.subject":
            inner = (self.by_head[h] for h in frame.slots.get("clause", ()) if h in self.by_head)
            heads = tuple(
                i
                for clause in inner
                for i in clause.slots.get("topic") or clause.slots.get("subject", ())
            )
        found = []
        for i in heads:
            token = self.sentence.tokens[i]
            if token.relation in ("amod", "compound"):
                party = self.resolver.modifier(token)
                if party is not None:
                    found.append((i, party))
            elif (act := self._noun_act(i)) is not None:
                found += [(i, p) for p in act.actor]
            else:
                found += [(i, p) for p in self.resolver.parties(self.sentence, i)]
        return found

    def _noun_act(self, i: int) -> Draft | None:
        """The act that a noun in a slot names: "the shelling"."""
        act = self.seen.get(self.resolver.core(self.sentence, i))
        return act if act is not None and act.frame.clause.kind == "noun" else None

    def _told_before(self, slot: str, frame: Frame) -> list[Party]:
        """Who did what "the attack" means, if an attack was told of before."""
        for i in frame.slots.get(slot, ()):
            act = self._noun_act(i)
            if act is None or not self._points_back(i):
                continue
            for earlier in reversed(self.before[-_REMEMBERED:]):
                if earlier.sense.type == act.sense.type and any(p.known for p in earlier.actor):
                    return [self.resolver.renamed(self.sentence, i, p) for p in earlier.actor]
        return []

    def _answered(self, sense: Sense, frame: Frame, actor: Parties) -> Parties:
        """Whom a refusal answers: who asked before, in "declined the offer", "Paris refused"."""
        states = {p.country for p in actor if p.country}
        if sense.type != "REJECT" or not states or frame.slots.get("clause"):
            return ()
        asked = frozenset(_ASKING)
        for i in frame.slots.get("object", ()):
            token = self.sentence.tokens[i]
            if token.lemma not in _ANSWERED or any(
                t.text.lower() in ("a", "an") for t in self.sentence.children(i, "det")
            ):
                return ()
            asked = frozenset(_ANSWERED[token.lemma])
        here = (d for h, d in sorted(self.seen.items()) if h < frame.clause.head)
        for earlier in reversed([*self.before[-_REMEMBERED:], *here]):
            to_them = {p.country for p in earlier.recipient} & states
            by_others = [p for p in earlier.actor if p.known and p.country not in states]
            if earlier.sense.type in asked and to_them and by_others:
                return tuple(
                    self.resolver.renamed(self.sentence, frame.clause.head, p) for p in by_others
                )
        return ()

    def _points_back(self, i: int) -> bool:
        return any(
            t.text.lower() in _POINTING for t in self.sentence.children(i, "det")
        ) and not any(self.sentence.children(i, "nmod:poss"))

    def _inside_clause(self, heads: tuple[int, ...]) -> Iterator[tuple[int, Party]]:
        """Whom the act in a complement concerns: its recipient, or whoever stands in its slots."""
        for head in heads:
            act = self._act_at(head)
            parties: Parties = ()
            slots = self.by_head[head].slots if head in self.by_head else {}
            if act is not None:
                parties = act.recipient or (act.actor if act.sense.reciprocal else ())
                slots = act.frame.slots
            if not any(p.known for p in parties):
                # "agreed to fund hospitals for Kenya": the hospitals are nobody.
                parties = self._concerned(slots) or parties
            yield from ((head, p) for p in parties)

    def _concerned(self, slots: dict[str, tuple[int, ...]]) -> Parties:
        for slot in _CONCERNED:
            inside = (self.resolver.parties(self.sentence, i) for i in slots.get(slot, ()))
            parties = tuple(p for found in inside for p in found if p.known)
            if parties:
                return parties
        return ()


def _other_doer(sense: Sense, frame: Frame) -> bool:
    """Whether a doer is named who is no actor: "the storm killed", "the film shot".

    Not where the sense itself says which things may stand there ("a bomb exploded").
    """
    asked = any(slot == "subject" and wanted for slot, wanted, _ in sense.where)
    named = frame.clause.kind != "noun" or frame.light is not None
    return named and "subject" in sense.actor and not asked and bool(frame.slots.get("subject"))


def _civilians(party: Party) -> Party:
    """Protests "in Iran" or by "Iranians" are the people's, not the state's."""
    if party.code is None or party.sector or party.code != party.country:
        return party
    return replace(party, code=f"{party.country}-CVL", sector="CVL")


def _one_of(party: Party, others: Parties) -> bool:
    return party.code is not None and any(p.code == party.code for p in others)


def _distinct(parties: Parties) -> Parties:
    """Each actor once: two phrases for one code are one actor, and the first names it."""
    made: dict[object, Party] = {}
    for party in parties:
        made.setdefault(party.code or party.span, party)
    return tuple(made.values())


def _consumed(made: Draft) -> set[int]:
    """Nouns that the sense has asked for by name; they are part of its act."""
    kept = {slot for slot, _ in made.sense.inner}
    return {
        i
        for slot, wanted, _ in made.sense.where
        if slot not in ("clause", "subject") and slot not in kept and not wanted & {"*", "@actor"}
        for i in made.frame.slots.get(slot, ())
        if wanted
    }


def _hand_down(drafts: dict[int, Draft]) -> dict[int, Draft]:
    """Whoever is asked or accused is the one who acts inside: "urged X to withdraw"."""
    made = dict(drafts)
    for outer in drafts.values():
        if outer.sense.reciprocal or not outer.recipient:
            continue
        for slot, status in outer.sense.inner:
            if status not in ("requested", "actual", "possible") or slot != "clause":
                continue
            for head in outer.frame.slots.get(slot, ()):
                inner = made.get(head)
                if inner is None or inner.sense.reciprocal:
                    continue
                if {p.span for p in inner.actor} == {p.span for p in outer.actor} and (
                    status == "requested" or outer.sense.type == "ACCUSE"
                ):
                    made[head] = replace(inner, actor=outer.recipient)
    return made


def given_statuses(drafts: dict[int, Draft]) -> dict[int, str]:
    """Statuses that event senses set for the acts in their slots."""
    return {
        head: status
        for made in drafts.values()
        for slot, status in made.sense.inner
        for head in made.frame.slots.get(slot, ())
        if head != made.head
    }
