# Clauses → events.
# Rule 1: one event a predicate, and the sense that made it is named in it.
# Rule 2: parties are found from the inside out (match.py), statuses from the outside in.
# Rule 3: no event without a known actor on one side, or a story around it that has some
#   (nameless.py); what is left out for that is listed in ``skipped``.
"""Code the events of parsed sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import exp

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.settings import HISTORICAL_AFTER_DAYS, SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.events.bearers import borne_by
from dragoman.events.belligerents import Belligerents
from dragoman.events.concerned import concerned, towards_topic
from dragoman.events.conditions import with_conditions
from dragoman.events.contexts import contexts_of
from dragoman.events.dates import Time, end_of, start_of
from dragoman.events.draft import Draft, given_statuses, standing_under
from dragoman.events.event import COOPERATIVE, QUADS, Event
from dragoman.events.in_war import DOWNED, InWar
from dragoman.events.match import Scene
from dragoman.events.nameless import may_be_nameless, within_story
from dragoman.events.own_state import against_own, of_the_place, off_own_ground
from dragoman.events.pacts import REMEMBERED, with_sides
from dragoman.events.place import location_of
from dragoman.events.promised import towards_inner
from dragoman.events.senses import Lexicon, load_lexicon, score_of
from dragoman.events.status import is_awaited, is_supposed, status_of
from dragoman.events.timing import times_of_acts
from dragoman.events.unreal import why_unreal


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
    told: list[Draft] = []
    scenes: list[tuple[Scene, dict[int, Draft]]] = []
    for sentence in sentences:
        scene = Scene(sentence, resolver, known, told)
        drafts = scene.drafts()
        told += (made for _, made in sorted(drafts.items()))
        scenes.append((scene, drafts))
    war = InWar.of(Belligerents.of(_attacks(scenes, known)), told)
    starts = [t.span.start for t in times]
    for at, (scene, found) in enumerate(scenes):
        sentence = scene.sentence
        before = [one.sentence for one, _ in reversed(scenes[max(0, at - REMEMBERED) : at])]
        drafts = _with_other_sides(scene, resolver, war, found, before)
        given = given_statuses(drafts)
        kept, passed = _sifted(scene, drafts, war)
        skipped += passed
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end)
        when = times_of_acts(sentence, kept, times[low:high])
        standing = standing_under(drafts)
        whole: dict[int, tuple[Draft, str]] = {}
        for head, draft in sorted(kept.items()):
            made = draft
            status = _status(scene, made, given)
            if (ending := standing.get(head)) is not None:
                made = replace(made, recipient=made.recipient or ending.recipient)
                if made.sides < 2 or _is_over(ending, scene.by_head, known, given):
                    continue  # "lifted its sanctions": there are none now
                status = "actual"
            if made.reciprocal and status != "actual" and not made.has_needed:
                continue  # "is open to talks with Iran": the talks are nobody's yet
            if status == "actual" and _is_to_come(made, when.get(head), published):
                status = "possible"  # "hosts him next week"
            if made.is_spoken:
                if status == "negated" and made.sense.id not in _DENIED:
                    continue  # "is no threat" accuses nobody
                status = "actual"  # "must be seen as a threat" does accuse
            made = _completed(sentence, resolver, known, made)
            made = made.towards(borne_by(sentence, resolver, known, made))
            whole[head] = made.towards(off_own_ground(made)), status
        acts = {head: made for head, (made, _) in whole.items()}
        for head, (made, status) in whole.items():
            event = _event(
                sentence, towards_inner(made, acts), status, when.get(head), published, resolver
            )
            supposed = status != "actual" and is_supposed(made.frame.clause, scene.by_head)
            loose = supposed or made.sense.id in _OF_PEOPLE
            if loose or _is_hosted(sentence, resolver, made) or _is_former(sentence, made):
                event = replace(event, counts=False)
            events.append(event)
    kept_events, left_out = within_story(resolver.text, events)
    return kept_events, (*skipped, *left_out)


def _sifted(
    scene: Scene, drafts: dict[int, Draft], war: InWar
) -> tuple[dict[int, Draft], list[Skipped]]:
    """The acts of a sentence that are events, and those passed over, each with its reason."""
    kept: dict[int, Draft] = {}
    passed: list[Skipped] = []
    for head, made in drafts.items():
        reason = _why_left_out(scene, made, war)
        if reason is None:
            kept[head] = made
        else:
            token = scene.sentence.tokens[head]
            passed.append(Skipped("events", reason, token.span, token.text[:SHOWN]))
    return kept, passed


def _with_other_sides(
    scene: Scene,
    resolver: Resolver,
    war: InWar,
    found: dict[int, Draft],
    before: Sequence[Sentence],
) -> dict[int, Draft]:
    """The acts with the sides that the war, a pact told of or a condition gives them."""
    drafts = {
        head: with_sides(scene.sentence, resolver, war.completed(made, found.values()), before)
        for head, made in found.items()
    }
    return {
        head: with_conditions(scene.sentence, resolver, made, drafts, scene.by_head)
        for head, made in drafts.items()
    }


#: What goes on is done already.
_GOING_ON = frozenset({"continue", "keep", "keep up", "maintain", "sustain"})


def _status(scene: Scene, made: Draft, given: dict[int, str]) -> str:
    """The status of an act, and that somebody waits for it: "until it frees the prisoners"."""
    clause = made.frame.clause
    if made.sense.type in COOPERATIVE and is_awaited(made.frame.light or clause, scene.by_head):
        return "requested"
    if made.sense.type == "REQUEST" and clause.modals == ("will",) and not clause.negated:
        if _GOING_ON & {*clause.lemmas, clause.lemma}:
            return "actual"  # "will keep up its pressure"
    return status_of(_told_in(made), scene.by_head, scene.lexicon, given, made.frame.light)


def _completed(sentence: Sentence, resolver: Resolver, lexicon: Lexicon, made: Draft) -> Draft:
    """The act with the sides that no slot names, and the words around it do."""
    made = made.towards(concerned(sentence, resolver, lexicon, made))
    made = made.towards(towards_topic(sentence, resolver, made))
    made = replace(made, actor=of_the_place(sentence, resolver, made))
    return made.towards(against_own(sentence, resolver, made))


#: What is done in words is done when it is said, whatever day the words are about.
_SAID = frozenset({"AGREE", "REQUEST", "THREATEN", "ACCUSE", "REJECT", "CONCEDE"})


def _is_to_come(made: Draft, time: Time | None, published: date | None) -> bool:
    """Whether an act is arranged for a day after the report's own: "hosts him next week"."""
    if time is None or published is None or not time.value or made.sense.type in _SAID:
        return False
    clause = made.frame.clause
    first = start_of(time.value)
    if first is None or first <= published:
        return False
    return clause.kind == "noun" or "Tense=Pres" in clause.token.feats


#: Acts that are done by denying something: "cannot be trusted".
_DENIED = frozenset({"accuse.cannot-be-trusted"})
#: Acts that name nobody else: whoever denies one has only been accused of it.
_DENIABLE = frozenset({"assault.opens-fire"})


def _why_left_out(scene: Scene, made: Draft, war: InWar) -> str | None:
    """Why the act of *made* is no event, in words for ``skipped``; None if it is one."""
    if (reason := why_unreal(scene.sentence, made)) is not None:
        return reason
    above = scene.by_head.get(made.frame.clause.governor or 0)
    if made.sense.id in _DENIABLE and above is not None and "deny" in above.lemmas:
        return "denied, and of nobody else"
    if not war.explains(made):
        return "no fighting is told of"
    if not made.has_known_party and not may_be_nameless(made):
        return f"no known actor for {made.sense.id}"
    return None


def _attacks(scenes: Sequence[tuple[Scene, dict[int, Draft]]], lexicon: Lexicon) -> Iterator[Draft]:
    """What a report tells of war that has happened."""
    for scene, drafts in scenes:
        given: dict[int, str] | None = None
        for made in drafts.values():
            if made.sense.type not in ("ASSAULT", "COERCE") or made.sense.id in DOWNED:
                continue
            given = given_statuses(drafts) if given is None else given
            frame = made.frame
            status = status_of(frame.clause, scene.by_head, lexicon, given, frame.light)
            if status == "actual" and why_unreal(scene.sentence, made) is None:
                yield made


def _told_in(made: Draft) -> Clause:
    """The clause of an act; where a denial tells of it, without that: "would not bow to threats" defies them."""
    clause = made.frame.clause
    if not made.sense.denied:
        return clause
    modals = tuple(m for m in clause.modals if m not in ("shall", "will", "would"))
    return replace(clause, negated=False, modals=modals)


#: What people feel, who need not stand as their state does.
_OF_PEOPLE = frozenset({"support.popular-among"})
_FORMER = frozenset({"erstwhile", "ex", "former", "one-time", "onetime"})
_ONCE = frozenset({"formerly", "once", "previously"})


def _is_former(sentence: Sentence, made: Draft) -> bool:
    """Whether somebody was a friend and is one no more: "a former ally of Chad", "once sided with Chad"."""
    clause = made.frame.clause
    if made.sense.type != "SUPPORT":
        return False
    words = _FORMER | _ONCE if clause.kind == "noun" else _ONCE
    before = sentence.children(clause.head, "amod", "compound", "advmod")
    return any(t.text.lower() in words for t in before)


#: Prepositions of a place where forces come to stand.
_HOSTED = ("to", "in", "into", "on", "at")


def _is_hosted(sentence: Sentence, resolver: Resolver, made: Draft) -> bool:
    """Whether forces only come to stand with somebody: "stationed a brigade in Lithuania".

    Whether they are guests or invaders is not said; at somebody's border, in his waters or
    against him they are no guests.
    """
    if made.sense.type != "MOBILIZE" or not made.recipient:
        return False
    places = {
        p.code
        for slot in _HOSTED
        for i in made.frame.slots.get(slot, ())
        if (m := resolver.mention_at(sentence.tokens[i])) is not None and m.kind != "adjective"
        for p in resolver.parties(sentence, i)
    }
    return all(p.code in places for p in made.recipient)


def _is_over(
    ending: Draft, by_head: dict[int, Clause], lexicon: Lexicon, given: dict[int, str]
) -> bool:
    frame = ending.frame
    return status_of(frame.clause, by_head, lexicon, given, frame.light) == "actual"


def _event(
    sentence: Sentence,
    made: Draft,
    status: str,
    time: Time | None,
    published: date | None,
    resolver: Resolver,
) -> Event:
    sense, clause = made.sense, made.frame.clause
    trigger = clause.token.span
    particle = sentence.child(clause.head, "compound:prt")
    if particle is not None and particle.i == clause.head + 1:
        trigger = Span(trigger.start, particle.span.end)
    reach = [trigger, *(p.span for p in (*made.actor, *made.recipient))]
    asked = {slot for slot, wanted, _ in sense.where if wanted}
    for slot in ("object", *asked):
        reach += [sentence.tokens[i].span for i in made.frame.slots.get(slot, ())]
    reach = [s for s in reach if sentence.span.holds(s)]
    span = Span(min(s.start for s in reach), max(s.end for s in reach))
    day = end_of(time.value) if time is not None and time.value else None
    old = timedelta(days=HISTORICAL_AFTER_DAYS)
    return Event(
        id=content_id("event", trigger.start, trigger.end, sense.type, sense.id),
        type=sense.type,
        mode=sense.mode,
        contexts=contexts_of(sentence, made.frame, resolver),
        quad=QUADS[sense.type],
        score=score_of(sense.type, sense.mode),
        actor=tuple(resolver.by_name(sentence, p) for p in made.actor),
        recipient=tuple(resolver.by_name(sentence, p) for p in made.recipient),
        status=status,
        historical=bool(day and published and published - day > old),
        date=time.value if time is not None else None,
        date_precision=time.precision if time is not None else None,
        location=location_of(sentence, made.frame, sense, resolver),
        trigger=trigger,
        span=span,
        rule=sense.id,
        confidence=_confidence(made, span),
        reciprocal=made.reciprocal,
    )


# A logistic regression on 2,824 judged events (own reports, proofs, quiet news; tests/quality/confidence.py --fit): the
# chance that type and parties are both right. What it rests on most is whether both sides are known.
_INTERCEPT, _BOTH_KNOWN, _NAMELESS, _LONG, _LONGEST = -0.9, 2.6, -1.0, -1.1, 200


def _confidence(made: Draft, span: Span) -> float:
    """The chance, 0 to 1, that type and parties are right, as on the reports of the fit."""
    parties = (*made.actor, *made.recipient)
    z = _INTERCEPT + _BOTH_KNOWN * _both_known(made)
    z += _NAMELESS * any(not p.known for p in parties)
    z += _LONG * min(span.end - span.start, _LONGEST) / _LONGEST
    return round(1 / (1 + exp(-z)), 2)


def _both_known(made: Draft) -> bool:
    """Whether two actors are known, on either side or of those who act on each other."""
    acting = sum(p.known for p in made.actor)
    if made.reciprocal:
        return acting > 1
    return acting > 0 and any(p.known for p in made.recipient)
