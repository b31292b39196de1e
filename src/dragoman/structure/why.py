# Why two places stand as they do: the acts between them, who says and denies it, whom they share.
# Rule 1: plain rows in, plain values out; one report or a whole ledger, the same code.
# Rule 2: what speaks against the tie is shown beside what speaks for it.
# Rule 3: a shared adversary is a place to which both have a hostile tie of their own, told in the
#   reports. Its weight is the geometric mean of the two ties: one faint tie makes it faint.
# How much of the tie is "explained": the pull of triads on a tie a-b through c is tie(a,c)·tie(b,c)
#   (Heider). Shared adversaries and friends pull the two together, a friend of one that is the
#   other's foe pulls them apart. `explained` is a pull's size over all pulls' sizes and that of the tie
#   itself. It is arithmetic about the network, and no cause.
"""Evidence and structure behind a pair: ``Why``."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from math import sqrt
from typing import Any

from dragoman.relations.acts import event_key
from dragoman.relations.credence import Act
from dragoman.relations.signs import Tally, tally
from dragoman.relations.weigh import Alignment, weigh
from dragoman.structure.ranking import end_of, last_day, plain_act, ranked
from dragoman.structure.turns import turning_points

Plain = Mapping[str, Any]
#: A tie to a third place below this size makes it neither friend nor adversary.
FAINT = 0.1
#: How many acts are shown for the tie, and for each shared place.
EVENTS = 20
SHARED_EVENTS = 6
#: How many shared places of each kind have their acts shown; the others are told without.
SHARED_SHOWN = 10


@dataclass(frozen=True, slots=True)
class Shared:
    """A third place that both stand to in the same way."""

    code: str
    weight: float  #: 0 to 1: geometric mean of the two ties' sizes
    explained: float  #: its share of all that pulls at the tie, and of the tie itself; 0 to 1
    ties: tuple[float, float]  #: alignment of the pair's first and second with it
    events: tuple[Plain, ...]  #: acts that show both ties, strongest first

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "code": self.code,
            "weight": self.weight,
            "events": [plain_act(e) for e in self.events],
            "explained": self.explained,
            "ties": list(self.ties),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """How two places stand, and what shows it."""

    pair: tuple[str, str]  #: as asked for
    row: Alignment | None  #: None where no act between them counts
    events: tuple[Plain, ...]  #: acts that show the tie, strongest first
    frictions: tuple[Plain, ...]  #: acts that speak against it, strongest first
    claims: tuple[Plain, ...]  #: who says so: claims that carry an act between the two
    disputes: tuple[Plain, ...]  #: what one asserts and another denies
    shared_adversaries: tuple[Shared, ...]  #: largest weight first
    shared_friends: tuple[Shared, ...]
    contested: tuple[Shared, ...]  #: friend of one, foe of the other: pulls the two apart
    turns: tuple[Plain, ...]  #: how it changed: turning points by day

    @property
    def alignment(self) -> float:
        """-1 to 1; 0 where no act between the two counts."""
        return self.row.alignment if self.row else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values. ``low`` and ``high`` are -1 and 1 where nothing is known."""
        row = self.row
        turned = row is not None and row.a != self.pair[0]
        directed = (row.a_to_b, row.b_to_a) if row else (None, None)
        return {
            "pair": list(self.pair),
            "alignment": self.alignment,
            "low": row.low if row else -1.0,
            "high": row.high if row else 1.0,
            "events": [plain_act(e) for e in self.events],
            "claims": [dict(c) for c in self.claims],
            "disputes": [dict(d) for d in self.disputes],
            "shared_adversaries": [s.to_dict() for s in self.shared_adversaries],
            "shared_friends": [s.to_dict() for s in self.shared_friends],
            "frictions": [plain_act(e) for e in self.frictions],
            "contested": [s.to_dict() for s in self.contested],
            "explained": {
                "shared_adversaries": sum(s.explained for s in self.shared_adversaries),
                "shared_friends": sum(s.explained for s in self.shared_friends),
                "contested": sum(s.explained for s in self.contested),
            },
            "a_to_b": directed[turned],
            "b_to_a": directed[not turned],
            "turns": [dict(t) for t in self.turns],
            "acts": row.events if row else 0,
            "texts": row.texts if row else 0,
        }


def why(
    acts: Iterable[Act],
    a: str,
    b: str,
    *,
    events: Iterable[Plain] = (),
    claims: Iterable[Plain] = (),
    disputes: Iterable[Plain] | None = None,
    rows: Iterable[Alignment] | None = None,
    last: date | None = None,
    others: Iterable[Tally] | None = None,
) -> Why:
    """Explain how *a* and *b* stand.

    Args:
        acts: rows of the view ``acts`` in which *a* or *b* stands; of plain events they are made
            by :func:`dragoman.relations.acts.acts_of`.
        events: the events themselves (reference/schema, with ``report_id`` where there are
            several reports): shown in place of the acts that they made.
        claims: claims of the same reports, with the same ``report_id``.
        disputes: those of the pair, where they are known; else the events between the two that
            one claim denies, found in *claims*.
        rows: alignments of the pair, and of each of the two with others, all time in one window,
            where *acts* are not all that there are: then all acts of the pair, and of third
            places only those to be shown.
        last: with *rows*, the day from which recency is counted back.
        others: with *rows*, the signs of the pairs in which one of the two stands.
    Returns: a Why; each act shown has ``weight`` and ``direction`` at its end.
    """
    held = list(acts)
    last = last_day(held) if rows is None else last
    by_pair: dict[frozenset[str], list[Act]] = defaultdict(list)
    for act in held:
        by_pair[frozenset((act["source"], act["target"]))].append(act)
    if rows is None:
        rows = _ties(by_pair, last)
        others = tally(held, (a, b))
    ties = {frozenset((row.a, row.b)): row for row in rows}
    own = by_pair.pop(frozenset((a, b)), [])
    row = ties.get(frozenset((a, b)))
    known = {event_key(e): e for e in events}
    sign = -1 if row is not None and row.alignment < 0 else 1
    shared = _shared(ties, by_pair, (a, b), last, known)
    told = list(claims)
    return Why(
        pair=(a, b),
        row=row,
        events=_shown(own, last, sign, known, EVENTS),
        frictions=_shown(own, last, -sign, known, EVENTS),
        claims=_claims(own, told),
        disputes=tuple(_disputes(own, told, known) if disputes is None else disputes),
        shared_adversaries=tuple(s for s in shared if max(s.ties) < 0),
        shared_friends=tuple(s for s in shared if min(s.ties) > 0),
        contested=tuple(s for s in shared if s.ties[0] * s.ties[1] < 0),
        turns=tuple(t.to_dict() for t in turning_points(own, a, b, others=others)),
    )


def _ties(by_pair: Mapping[frozenset[str], list[Act]], last: date | None) -> list[Alignment]:
    """The alignment of each pair that has one."""
    made = []
    for pair, acts in by_pair.items():
        one, other = sorted(pair)
        row = _tie(acts, one, other, last)
        if row is not None:
            made.append(row)
    return made


def _tie(acts: list[Act], a: str, b: str, last: date | None) -> Alignment | None:
    until = end_of(last) if any(act.get("day") for act in acts) else None
    undated = [act for act in acts if not act.get("day")]
    if until is not None and undated:  # an upper bound would drop what has no day
        until = None
        acts = [*acts, _marker(a, b, last)]
    rows = weigh(acts, a, b, until=until)
    return rows[0] if rows else None


def _marker(a: str, b: str, last: date | None) -> Act:
    """A negated act, which weighs nothing, on the day on which all time ends."""
    return {"source": a, "target": b, "day": last, "status": "negated", "score": 0.0}


def shared_places(rows: Iterable[Alignment], a: str, b: str) -> list[tuple[str, float, float]]:
    """Third places with a tie to both, and the two ties; the largest weight first.

    Args:
        rows: alignments of one window.
    """
    ties: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        for one, other in ((row.a, row.b), (row.b, row.a)):
            if one in (a, b) and other not in (a, b) and abs(row.alignment) >= FAINT:
                ties[other][one] = row.alignment
    found = [(c, tie[a], tie[b]) for c, tie in ties.items() if len(tie) == 2]
    return sorted(found, key=lambda t: (-abs(t[1] * t[2]), t[0]))


def _shared(
    ties: Mapping[frozenset[str], Alignment],
    by_pair: Mapping[frozenset[str], list[Act]],
    pair: tuple[str, str],
    last: date | None,
    known: Mapping[str, Plain],
) -> list[Shared]:
    """Third places with a tie to both, the largest weight first."""
    row = ties.get(frozenset(pair))
    found = shared_places(ties.values(), *pair)
    direct = abs(row.alignment) if row else 0.0
    total = direct + sum(abs(first * second) for _, first, second in found)
    made = []
    told: Counter[tuple[bool, bool]] = Counter()
    for c, first, second in found:
        kind = (first > 0, second > 0)
        told[min(kind), max(kind)] += 1
        many = told[min(kind), max(kind)] > SHARED_SHOWN
        acts = [[] if many else by_pair.get(frozenset((x, c)), []) for x in pair]
        shown = [
            event
            for tie, side in zip((first, second), acts, strict=True)
            for event in _shown(side, last, 1 if tie > 0 else -1, known, SHARED_EVENTS // 2)
        ]
        shown.sort(key=lambda e: (-e["weight"], str(e.get("event_id", e.get("id")))))
        weight = sqrt(abs(first * second))
        explained = abs(first * second) / total
        made.append(Shared(c, weight, explained, (first, second), tuple(shown)))
    return made


def _shown(
    acts: Iterable[Act], last: date | None, sign: int, known: Mapping[str, Plain], most: int
) -> tuple[Plain, ...]:
    """The strongest acts of one sign, as events where these are known; a mutual one once."""
    made: dict[str, Plain] = {}
    for weight, act in ranked(acts, last=last, sign=sign):
        key = str(act.get("event_id"))
        seen = {"weight": weight, "direction": [act["source"], act["target"]]}
        made.setdefault(key, {**known.get(key, act), **seen})
    return tuple(list(made.values())[:most])


def _claims(acts: Iterable[Act], claims: Iterable[Plain]) -> tuple[Plain, ...]:
    """Claims that carry an act between the two, in the order given."""
    held = list(acts)
    carried = {(act.get("report_id"), act.get("claim_id")) for act in held if act.get("claim_id")}
    keys = {str(act.get("event_id")) for act in held}
    return tuple(
        claim
        for claim in claims
        if (claim.get("report_id"), claim["id"]) in carried or keys & set(_event_keys(claim))
    )


def _event_keys(claim: Plain) -> list[str]:
    report = claim.get("report_id")
    return [e if report is None else f"{report}/{e}" for e in claim.get("event_ids", ())]


def _disputes(
    acts: Iterable[Act], claims: Iterable[Plain], known: Mapping[str, Plain]
) -> list[Plain]:
    """Events between the two that one claim denies, with the claims for and against."""
    by_event: dict[str, tuple[list[Plain], list[Plain]]] = defaultdict(lambda: ([], []))
    for claim in claims:
        for key in _event_keys(claim):
            by_event[key][claim.get("stance") == "denies"].append(claim)
    found: dict[str, Plain] = {}
    for act in acts:
        key = str(act.get("event_id"))
        for_, against = by_event.get(key, ([], []))
        if against and key not in found:
            event = dict(known.get(key, plain_act(act)))
            found[key] = {"event": event, "for": for_, "against": against}
    return list(found.values())
