# Clauses → events.
# Rule 1: one event a predicate, and the sense that made it is named in it.
# Rule 2: inner clauses are coded before outer ones, so that "agreed to send arms
#   to X" can look at what was agreed; statuses are set from the outside in.
# Rule 3: a noun that a verb's sense has asked for is part of that verb's act
#   ("imposed sanctions"), and makes no second event.
# Rule 4: no event without a known actor on one side; what is left out for that
#   is listed in ``skipped``.
"""Code the events of parsed sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.settings import HISTORICAL_AFTER_DAYS, SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.dates import Time, end_of
from dragoman.events.event import COOPERATIVE, QUADS, Event
from dragoman.events.frames import Frame, fits, frames
from dragoman.events.senses import Lexicon, Sense, load_lexicon, score_of
from dragoman.events.status import status_of

Parties = tuple[Party, ...]


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


def code_events(
    sentences: Iterable[Sentence],
    resolver: Resolver,
    times: Sequence[Time] = (),
    published: date | None = None,
    lexicon: Lexicon | None = None,
) -> tuple[tuple[Event, ...], tuple[Skipped, ...]]:
    """Return the events of *sentences*, in order of text, and what was passed over."""
    known = lexicon or load_lexicon()
    events: list[Event] = []
    skipped: list[Skipped] = []
    starts = [t.span.start for t in times]
    for sentence in sentences:
        found = sentence.clauses
        by_head = {c.head: c for c in found}
        drafts = draft(sentence, by_head, resolver, known)
        given = given_statuses(drafts)
        kept = {}
        for head, made in drafts.items():
            if _has_known_party(made):
                kept[head] = made
            else:
                token = sentence.tokens[head]
                reason = f"no known actor for {made.sense.id}"
                skipped.append(Skipped("events", reason, token.span, token.text[:SHOWN]))
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end)
        when = _attach_times(sentence, kept, times[low:high])
        for head, made in sorted(kept.items()):
            status = status_of(made.frame.clause, by_head, known, given, made.frame.light)
            events.append(_event(sentence, made, status, when.get(head), published))
    return tuple(events), tuple(skipped)


def draft(
    sentence: Sentence,
    by_head: dict[int, Clause],
    resolver: Resolver,
    lexicon: Lexicon,
    *,
    lenient: bool = False,
) -> dict[int, Draft]:
    """Match senses to the clauses of one sentence; index of the head → draft.

    With *lenient*, a party that a sense needs may be missing: the caller knows
    the parties and asks for the act alone.
    """
    drafts: dict[int, Draft] = {}
    # What an act would be if it lacked nothing: "agreed to send engineers" is an agreement to help,
    # even where nobody is named whom the engineers help.
    seen: dict[int, Draft] = {}
    consumed: set[int] = set()

    def depth(clause: Clause) -> int:
        return sum(1 for _ in sentence.path_up(clause.head))

    for clause in sorted(by_head.values(), key=depth, reverse=True):
        made = _match(sentence, clause, by_head, seen, resolver, lexicon, lenient)
        if made is None:
            weak = _match(sentence, clause, by_head, seen, resolver, lexicon, True)
            if weak is not None:
                seen[clause.head] = weak
            continue
        drafts[clause.head] = seen[clause.head] = made
        consumed |= _consumed(made)
    for head, made in tuple(drafts.items()):
        # "launched an attack": the noun's act, unless the verb's own sense has asked for that noun.
        if made.frame.light is not None and head not in consumed:
            consumed.add(made.frame.light.head)
    for head in consumed:
        drafts.pop(head, None)
    return _hand_down(drafts)


def _match(
    sentence: Sentence,
    clause: Clause,
    by_head: dict[int, Clause],
    drafts: dict[int, Draft],
    resolver: Resolver,
    lexicon: Lexicon,
    lenient: bool,
) -> Draft | None:
    best: Draft | None = None
    for frame in frames(clause, by_head, lexicon.light):
        for sense in lexicon.index.get((clause.kind, frame.lemma), ()):
            if best is not None and (sense.type != best.sense.type or _sides(best) == 2):
                continue
            if not all(
                _slot_fits(sentence, slot, wanted, unwanted, frame, drafts, resolver)
                for slot, wanted, unwanted in sense.where
            ):
                continue
            made = _parties(sentence, sense, frame, drafts, resolver, lexicon, by_head)
            if made is not None and not lenient and not _has_needed(made):
                continue
            # The first that fits decides the type; another of that type may know more of the parties.
            if made is not None and (best is None or _sides(made) > _sides(best)):
                best = made
    return best


def _sides(made: Draft) -> int:
    """How many sides of an act are known."""
    known = bool(made.actor and any(p.known for p in made.actor))
    return known + bool(made.sense.reciprocal or any(p.known for p in made.recipient))


def _slot_fits(
    sentence: Sentence,
    slot: str,
    wanted: frozenset[str],
    unwanted: frozenset[str],
    frame: Frame,
    drafts: dict[int, Draft],
    resolver: Resolver,
) -> bool:
    heads = frame.slots.get(slot, ())
    if not heads:
        return not wanted
    if slot == "clause" and "@infinitive" in wanted | unwanted:
        to = any(m.lemma == "to" for h in heads for m in sentence.children(h, "mark"))
        if to != ("@infinitive" in wanted):
            return False
        wanted, unwanted = wanted - {"@infinitive"}, unwanted - {"@infinitive"}
        if not wanted and not unwanted:
            return True
    if slot == "clause" and wanted & {"@cooperative", "@hostile"}:
        kinds = {drafts[h].sense.type in COOPERATIVE for h in heads if h in drafts}
        lemmas = {sentence.tokens[h].lemma for h in heads}
        return (
            ("@cooperative" in wanted and True in kinds)
            or ("@hostile" in wanted and False in kinds)
            or bool(lemmas & wanted)
        )
    return fits(sentence, heads, wanted, unwanted, resolver)


def _parties(
    sentence: Sentence,
    sense: Sense,
    frame: Frame,
    drafts: dict[int, Draft],
    resolver: Resolver,
    lexicon: Lexicon,
    by_head: dict[int, Clause],
) -> Draft | None:
    """Fill in who acts and on whom; None if the sense needs a party that is not there."""

    def acting(i: int, party: Party) -> bool:
        # "Russian strikes killed five": the strikes' owner acts; so does that of a thing the sense asks for.
        named = any(slot == "subject" and wanted for slot, wanted, _ in sense.where)
        return party.kind == "actor" or named or ("noun", sentence.tokens[i].lemma) in lexicon.index

    actor: Parties = ()
    for slot in sense.actor:
        found = _in_slot(sentence, slot, frame, drafts, resolver, by_head)
        actor = tuple(p for i, p in found if acting(i, p))
        if actor:
            break
    recipient: Parties = ()
    for slot in sense.recipient:
        found = _in_slot(sentence, slot, frame, drafts, resolver, by_head)
        recipient = tuple(p for _, p in found if not _same(p, actor))
        if slot == "clause" or len(actor) == 1:
            # A party does nothing to itself; "ready for talks with Riyadh" is towards Riyadh.
            recipient = tuple(p for p in recipient if not _one_of(p, actor))
        if recipient:
            break
    if not actor and _other_doer(sense, frame):
        return None
    actor, recipient = _distinct(actor), _distinct(recipient)
    if sense.type == "PROTEST":
        actor = tuple(_civilians(p) for p in actor)
    if sense.reciprocal:
        actor, recipient = _distinct((*actor, *recipient)), ()
    return Draft(sense, frame, actor, recipient)


def _has_needed(made: Draft) -> bool:
    """Whether the party that the sense cannot do without is known."""
    if made.sense.needs == "recipient":
        return any(p.known for p in made.recipient or made.actor[1:])
    if made.sense.needs == "actor":
        return any(p.known or p.sector for p in made.actor)
    return True


def _other_doer(sense: Sense, frame: Frame) -> bool:
    """Whether a doer is named who is no actor: "the storm killed", "the film shot".

    Not where the sense itself says which things may stand there ("a bomb exploded").
    """
    asked = any(slot == "subject" and wanted for slot, wanted, _ in sense.where)
    named = frame.clause.kind != "noun" or frame.light is not None
    return named and "subject" in sense.actor and not asked and bool(frame.slots.get("subject"))


def _in_slot(
    sentence: Sentence,
    slot: str,
    frame: Frame,
    drafts: dict[int, Draft],
    resolver: Resolver,
    by_head: dict[int, Clause],
) -> list[tuple[int, Party]]:
    heads = frame.slots.get(slot, ())
    if slot == "clause":
        return _inside_clause(sentence, heads, drafts, resolver, by_head)
    if slot == "clause.subject":
        heads = tuple(
            i
            for h in frame.slots.get("clause", ())
            if h in by_head
            for i in by_head[h].slots.get("subject", ())
        )
    found = []
    for i in heads:
        token = sentence.tokens[i]
        if token.relation in ("amod", "compound") and frame.clause.kind == "noun":
            party = resolver.modifier(token)
            if party is not None:
                found.append((i, party))
        elif (
            inner := drafts.get(resolver.core(sentence, i))
        ) is not None and inner.frame.clause.kind == "noun":
            # "condemned the shelling of X": whoever shelled is condemned, never X.
            found += [(i, p) for p in inner.actor]
        else:
            found += [(i, p) for p in resolver.parties(sentence, i)]
    return found


def _same(party: Party, others: Parties) -> bool:
    return any(p.span == party.span for p in others)


def _inside_clause(
    sentence: Sentence,
    heads: tuple[int, ...],
    drafts: dict[int, Draft],
    resolver: Resolver,
    by_head: dict[int, Clause],
) -> list[tuple[int, Party]]:
    """Whom the act in a complement concerns: its recipient, or whoever stands in its slots."""
    found: list[tuple[int, Party]] = []
    for head in heads:
        made = drafts.get(head)
        if made is not None:
            parties = made.recipient or (made.actor if made.sense.reciprocal else ())
            found += [(head, p) for p in parties]
        if found or head not in by_head:
            continue
        slots = by_head[head].slots
        for slot in ("object", "iobj", "against", "on", "to", "with", "from", "for"):
            inner = [p for i in slots.get(slot, ()) for p in resolver.parties(sentence, i)]
            if known := [p for p in inner if p.known]:
                found += [(head, p) for p in known]
                break
    return found


def _civilians(party: Party) -> Party:
    """Protests "in Iran" or by "Iranians" are the people's, not the state's."""
    if party.code is None or party.sector or party.code != party.country:
        return party
    return replace(party, code=f"{party.country}-CVL", sector="CVL")


def _one_of(party: Party, others: Parties) -> bool:
    return party.code is not None and any(p.code == party.code for p in others)


def _distinct(parties: Parties) -> Parties:
    return tuple({(p.span, p.code): p for p in parties}.values())


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


def _has_known_party(made: Draft) -> bool:
    return any(p.known for p in (*made.actor, *made.recipient))


def _attach_times(
    sentence: Sentence, drafts: dict[int, Draft], times: Sequence[Time]
) -> dict[int, Time]:
    """A time belongs to the first verb above it; an event takes the time of its own verb."""
    carriers = {d.frame.light.head: head for head, d in drafts.items() if d.frame.light}
    carriers |= {head: head for head in drafts}
    found: dict[int, Time] = {}
    for time in times:
        if time.value is None:
            continue
        inside = [t for t in sentence.tokens if t.span.touches(time.span)]
        if not inside:
            continue
        top = min(inside, key=lambda t: sum(1 for _ in sentence.path_up(t.i)))
        for above in sentence.path_up(top.i):
            if above.i in carriers:
                found.setdefault(carriers[above.i], time)
                break
            if above.pos == "VERB":
                break
    return found


def _event(
    sentence: Sentence,
    made: Draft,
    status: str,
    time: Time | None,
    published: date | None,
) -> Event:
    sense, clause = made.sense, made.frame.clause
    trigger = clause.token.span
    particle = sentence.child(clause.head, "compound:prt")
    if particle is not None and particle.i == clause.head + 1:
        trigger = Span(trigger.start, particle.span.end)
    reach = [trigger, *(p.span for p in (*made.actor, *made.recipient))]
    reach += [sentence.tokens[i].span for i in clause.slots.get("object", ())]
    reach = [s for s in reach if sentence.span.holds(s)]
    span = Span(min(s.start for s in reach), max(s.end for s in reach))
    day = end_of(time.value) if time is not None and time.value else None
    old = timedelta(days=HISTORICAL_AFTER_DAYS)
    return Event(
        id=content_id("event", trigger.start, trigger.end, sense.type, sense.id),
        type=sense.type,
        mode=sense.mode,
        quad=QUADS[sense.type],
        score=score_of(sense.type, sense.mode),
        actor=made.actor,
        recipient=made.recipient,
        status=status,
        historical=bool(day and published and published - day > old),
        date=time.value if time is not None else None,
        date_precision=time.precision if time is not None else None,
        location=None,
        trigger=trigger,
        span=span,
        rule=sense.id,
        confidence=_confidence(made),
    )


def _confidence(made: Draft) -> float:
    """How much of what the sense asks was found, 0.5 to 0.95."""
    value = 0.5 + 0.05 * min(made.sense.demands, 3)
    value += 0.15 * any(p.known for p in made.actor)
    value += 0.15 * (any(p.known for p in made.recipient) or made.sense.reciprocal)
    return round(min(value, 0.95), 2)
