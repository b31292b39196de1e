# Turning points of a pair: the days on which friendly acts gave way to hostile ones, or back.
# Each happening is one sign, friendly or hostile, on its first day; stretches.py says which stretches
# of one share of friendly acts are likeliest of all, and where each turn between two of them lies.
# Rule 1: every happening is one sign, however grave it is: a turn shows in what kind of acts there are,
#   and the size of single ones only blurs its day. Recency has no part in it either: an act of long ago
#   says of its own day what one of today says of today.
# Rule 2: a sign is as reliable as its happening is believed, unless the acts of the pair are likelier
#   when all are taken alike: doubt that the acts themselves belie is not to hide a turn.
# The levels before and after a turn are alignments as elsewhere, with sizes.
"""Turning points: exact change-points of how two places act on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import prod
from typing import Any

from dragoman.relations.credence import Act, belief, counts
from dragoman.relations.weigh import aligned, day_of, happening_of, masses, text_of
from dragoman.structure.ranking import plain_act, ranked
from dragoman.structure.stretches import EXPECTED, Place, Series, cuts, evidence, placed, series

#: Days to either side in which a turn is to be found; and after it, whose acts made it.
MONTH = 31
#: How many of them are shown.
SHOWN = 5


@dataclass(frozen=True, slots=True)
class Turn:
    """One turning point."""

    day: str  #: the day whose month around it most surely holds the turn, ``YYYY-MM-DD``
    first: str  #: 95 % of the chance lies from this day …
    last: str  #: … to this one
    chance: float  #: that the turn lies within 31 days of *day*, 0 to 1, if there is one
    before: float  #: alignment of the stretch before it, -1 to 1, without recency
    after: float  #: and of the stretch that begins
    gain: float  #: log of how much likelier the acts are with the turn than without; above 0
    events: tuple[Act, ...]  #: acts that made it, strongest first

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        made = {name: getattr(self, name) for name in self.__slots__}
        return made | {"events": [plain_act(act) for act in self.events]}


@dataclass(frozen=True, slots=True)
class _Sign:
    """What one happening shows."""

    day: date
    friendly: bool
    belief: float  #: that it took place, 0 to 1
    share: float  #: of a mutual act of many, 0 to 1


def turning_points(
    acts: Iterable[Act], a: str, b: str, *, expected: float = EXPECTED
) -> list[Turn]:
    """Return the turning points of the pair *a*, *b*, by day.

    Args:
        acts: rows of the view ``acts``; other pairs and acts without a day are passed over.
        expected: number of turns expected before the acts are looked at; less finds fewer.
    Returns: none where one stretch explains all, as with fewer than about ten acts.
    """
    pair = {a, b}
    dated = [
        (day, act)
        for act in acts
        if {act["source"], act["target"]} == pair
        and counts(act)
        and (day := day_of(act.get("day"))) is not None
    ]
    of = _likelier(_signs(dated), expected)
    if of is None:
        return []
    found = _turns(of)
    starts = [date.fromordinal(place.day) for place in found]
    edges = [date.min, *starts, date.max]
    levels = [
        _level([(day, act) for day, act in dated if start <= day < end])
        for start, end in pairwise(edges)
    ]
    return [
        _turn(place, levels[k], levels[k + 1], [act for day, act in dated if _near(day, starts[k])])
        for k, place in enumerate(found)
    ]


def _turn(place: Place, before: float, after: float, near: Sequence[Act]) -> Turn:
    shown = ranked(near, last=None, sign=1 if after > before else -1)[:SHOWN]
    day, first, last = (
        date.fromordinal(d).isoformat() for d in (place.day, place.first, place.last)
    )
    events = tuple(act for _, act in shown)
    return Turn(day, first, last, place.chance, before, after, place.gain, events)


def _near(day: date, start: date) -> bool:
    return start <= day < start + timedelta(MONTH)


def _turns(of: Series) -> list[Place]:
    """The turns of a series; those that gain nothing once their place is left open fall away."""
    found = cuts(of)
    places = placed(of, found, MONTH)
    while places and min(place.gain for place in places) <= 0:
        worst = min(range(len(places)), key=lambda k: places[k].gain)
        del found[worst]
        places = placed(of, found, MONTH)
    return places


def _likelier(signs: Sequence[_Sign], expected: float) -> Series | None:
    """The series of the signs, each as reliable as it is believed or all alike."""
    if not signs:
        return None
    days = sorted({sign.day for sign in signs})
    made = []
    for alike in (False, True):
        by_day: dict[date, list[tuple[bool, float]]] = {day: [] for day in days}
        for sign in signs:
            reliability = sign.share * (1.0 if alike else sign.belief)
            by_day[sign.day].append((sign.friendly, reliability))
        made.append(series([day.toordinal() for day in days], list(by_day.values()), expected))
    return max(made, key=evidence)


def _signs(dated: Iterable[tuple[date, Act]]) -> list[_Sign]:
    """One sign a happening, on its first day; none where it is told both ways alike."""
    groups: dict[Any, list[tuple[date, Act]]] = {}
    for day, act in dated:
        key = happening_of(act)
        # Statements count on their own days here: what is said of two may turn as they do.
        groups.setdefault((key, day) if key == "stated" else key, []).append((day, act))
    made = []
    for found in groups.values():
        believed = [
            _believed(act for _, act in found if (act["score"] > 0) is way) for way in _WAYS
        ]
        net = believed[0] - believed[1]
        if net:
            share = max(float(act.get("share", 1)) for _, act in found)
            made.append(_Sign(min(day for day, _ in found), net > 0, abs(net), share))
    return sorted(made, key=lambda sign: (sign.day, sign.friendly, sign.belief, sign.share))


#: Friendly and hostile.
_WAYS = (True, False)


def _believed(acts: Iterable[Act]) -> float:
    """The chance that at least one text of these acts is right."""
    texts: dict[Any, float] = {}
    for act in acts:
        text = text_of(act)
        texts[text] = max(texts.get(text, 0.0), belief(act))
    return 1 - prod(1 - x for x in texts.values())


def _level(dated: Sequence[tuple[date, Act]]) -> float:
    """The alignment of some acts, each as on its own day."""
    groups: dict[Any, list[tuple[date | None, Act]]] = {}
    same = date(2000, 1, 1)
    for _, act in dated:
        groups.setdefault(happening_of(act), []).append((same, act))
    sides = [
        made for found in groups.values() for made in masses(found, same + timedelta(1)).values()
    ]
    friendly = sum(max(made[0], made[2]) for made in sides)
    return aligned(friendly, sum(max(made[1], made[3]) for made in sides))
