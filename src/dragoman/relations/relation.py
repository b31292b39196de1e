# How the actors of one report stand to each other, from what they are said to do.
# The value of a pair is the weighted sum of PLOVER's scores over the weighted sum
# of their sizes plus a constant, so that one mild act makes no alliance:
#
#     score(a, b) = Σ w·s / (Σ |w·s| + SHRINK)        in (-1, 1)
#
# w is what the act's status is worth, less for what is long past, and shared out among
# the pairs of an act that joins many. Acts in both directions count alike here;
# direction, time and who vouches for it come with many reports.
# What the report says outright ("its ally Syria") counts beside the acts, once for each
# word that says it; where an act is coded from the same word, the act alone counts.
"""Relations of one report: pair, sign, score."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dragoman.entities.actor import APART
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim
from dragoman.relations.statement import Statement

#: What an act counts by its status. Negated acts say nothing either way.
WEIGHTS = {"actual": 1.0, "possible": 0.35, "requested": 0.1, "negated": 0.0}
#: What an act of years ago counts for how two stand today.
HISTORICAL = 0.25
#: Pulls pairs with little evidence to 0: about the size of one verbal act.
SHRINK = 4.0
#: Below this the sign is 0.
NEUTRAL = 0.2
#: What a talk counts: enemies meet too. A truce tells of foes.
SOFT = {"CONSULT": 0.25, "RETREAT": 0.1, "MOBILIZE": 0.5}
#: Acts that it is a favour not to do.
HARMING = frozenset({"ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
#: Those of a state whom it can turn against: then the two are sides of their own.
PEOPLE = ("-CVL",)
_WHOLE = frozenset({"IGO", "NGO", "UNK", "IMG", "MARK"})


@dataclass(frozen=True, slots=True)
class Relation:
    """How two actors stand to each other in one report; *a* before *b* in the alphabet."""

    a: str
    b: str
    sign: int  #: 1 friendly, -1 hostile, 0 mixed
    score: float  #: in (-1, 1)
    event_ids: tuple[str, ...]  #: strongest first
    statements: tuple[Statement, ...] = ()  #: what is said outright, in order of text


def place(code: str) -> str:
    """The country or organisation of a code.

    >>> place("IRN-MIL"), place("IGO-OPEC")
    ('IRN', 'IGO-OPEC')
    """
    head = code.split("-", maxsplit=1)[0]
    return code if head in _WHOLE else head


def side(code: str) -> str:
    """Whom a code counts for in a relation: its place, or itself where it stands apart.

    >>> side("SYR-MIL"), side("SYR-REB")
    ('SYR', 'SYR-REB')
    """
    return code if code.endswith(APART) else place(code)


def pairs(event: Event) -> Iterator[tuple[str, str]]:
    """The unordered pairs of sides that an event joins.

    Actors are joined with each other only where they do it to each other: two
    states that send help to a third are no pair. Of one who signs with two others
    it is not said how these two stand.
    """
    actors = list(dict.fromkeys(side(p.code) for p in event.actor if p.code))
    partners = _partners(event, actors)
    recipients = list(dict.fromkeys(side(p.code) for p in event.recipient if p.code))
    joined = (
        [(a, r) for a in actors for r in recipients]
        if recipients or not event.reciprocal
        else [
            (a, b) for k, a in enumerate(actors) for b in actors[k + 1 :] if not {a, b} <= partners
        ]
    )
    for a, b in joined:
        if a != b:
            yield (a, b) if a < b else (b, a)


def _partners(event: Event, actors: Sequence[str]) -> set[str]:
    """Of one who signs with two others these two: they stand behind the word."""
    before = {place(p.code) for p in event.actor if p.code and p.span.start < event.trigger.start}
    partners = {side for side in actors if place(side) not in before}
    return partners if len(before) == 1 else set()


def at_home(event: Event) -> Iterator[tuple[str, str]]:
    """The pairs of a state and its people that an event sets at odds: police who beat protesters.

    A protest that names nobody whom it is against is one against the state at home.
    """
    actors = [p.code for p in event.actor if p.code]
    recipients = [p.code for p in event.recipient if p.code]
    if event.type == "PROTEST" and not event.recipient:
        recipients = [place(code) for code in actors]
    for one, other in product(actors, recipients):
        state, people = (one, other) if other.endswith(PEOPLE) else (other, one)
        apart = state.endswith((*PEOPLE, *APART)) or not people.endswith(PEOPLE)
        if not apart and place(state) == place(people) and event.score < 0:
            yield place(state), people


def relate_all(
    events: Iterable[Event],
    statements: Iterable[Statement] = (),
    claims: Iterable[Claim] = (),
) -> tuple[Relation, ...]:
    """Return the relations that *events* and *statements* show, the strongest first.

    Args:
        claims: those that carry the events. What is told only to be denied ("denied arming the
            rebels") shows nothing.
    """
    denied = {c.id for c in claims if c.stance == "denies"}
    by_pair: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for event in (e for e in events if e.counts and e.claim_id not in denied):
        for pair in dict.fromkeys((*pairs(event), *at_home(event))):
            by_pair[pair].append(event)
    stated: dict[tuple[str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        a, b = sorted((side(statement.a.code or ""), side(statement.b.code or "")))
        if statement.status == "actual" and a != b:
            stated[a, b].append(statement)
    made = (
        _relation(pair, by_pair.get(pair, ()), stated.get(pair, ()))
        for pair in dict.fromkeys((*by_pair, *stated))
    )
    found = [relation for relation in made if relation is not None]
    return tuple(sorted(found, key=lambda r: (-abs(r.score), r.a, r.b)))


def _weight(event: Event) -> float:
    """What one act counts for one of the pairs that it joins."""
    parties = len(event.actor) if event.reciprocal else 2
    shared = 1 / max(parties - 1, 1)
    past = HISTORICAL if event.historical else 1.0
    return WEIGHTS[event.status] * past * SOFT.get(event.type, 1.0) * shared


def _score(event: Event, events: Sequence[Event]) -> float:
    """Its score; to refuse to harm somebody ("declined to condemn") is no harm to him."""
    spared = event.type == "REJECT" and any(
        e.status == "negated" and e.type in HARMING and e.span.touches(event.span) for e in events
    )
    return abs(event.score) if spared else event.score


def _relation(
    pair: tuple[str, str], events: Sequence[Event], statements: Sequence[Statement]
) -> Relation | None:
    """The relation that these show; None if all they show is too little for a sign."""
    weighed = [(_weight(e) * _score(e, events), e) for e in events]
    coded = [e.trigger for e in events if e.status == "actual"]
    apart = [s for s in statements if not any(s.trigger.touches(t) for t in coded)]
    values = [value for value, _ in weighed] + [s.sign * s.strength for s in apart]
    score = sum(values) / (sum(map(abs, values)) + SHRINK)
    kind = [e for value, e in weighed if value > 0 and e.type != "RETREAT"]
    if not kind and all(s.sign < 0 for s in apart):
        score = min(score, 0.0)  # a truce makes nobody a friend
    sign = 0 if abs(score) < NEUTRAL else (1 if score > 0 else -1)
    mixed = any(value > 0 for value in values) and any(value < 0 for value in values)
    if sign == 0 and not mixed:
        return None
    ordered = sorted(weighed, key=lambda pair: -abs(pair[0]))
    ids = tuple(e.id for _, e in ordered)
    return Relation(pair[0], pair[1], sign, round(score, 3), ids, tuple(statements))
