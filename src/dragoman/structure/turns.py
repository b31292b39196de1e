# Turning points of a pair: the days on which friendly acts gave way to hostile ones, or back.
# Each happening is one sign, friendly or hostile, on its first day (relations/signs.py); stretches.py
# says which stretches of one share of friendly acts are likeliest of all, and where each turn lies.
# Rule 1: every happening is one sign, however grave it is: a turn shows in what kind of acts there are,
#   and the size of single ones only blurs its day. Recency has no part in it either: an act of long ago
#   says of its own day what one of today says of today.
# Rule 2: a sign is as reliable as its happening is believed, unless the acts of the pair are likelier
#   when all are taken alike: doubt that the acts themselves belie is not to hide a turn.
# Rule 3: what levels are usual, the other pairs of the two places say (levels.py).
# The levels before and after a turn are alignments as elsewhere, with sizes.
"""Turning points: exact change-points of how two places act on each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

from dragoman.relations.credence import Act, counts
from dragoman.relations.happenings import happening_of, masses
from dragoman.relations.signs import Sign, Tally, signs_of, tally
from dragoman.relations.weigh import aligned, day_of
from dragoman.structure.levels import usual_levels
from dragoman.structure.ranking import plain_act, ranked
from dragoman.structure.stretches import EXPECTED, Place, Series, evidence, series, turned

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
    gain: float  #: log of how much likelier the acts are with the turn than without, its chance counted; log 10 or more
    events: tuple[Act, ...]  #: acts that made it, strongest first

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        made = {name: getattr(self, name) for name in self.__slots__}
        return made | {"events": [plain_act(act) for act in self.events]}


def turning_points(
    acts: Iterable[Act],
    a: str,
    b: str,
    *,
    expected: float = EXPECTED,
    others: Iterable[Tally] | None = None,
) -> list[Turn]:
    """Return the turning points of the pair *a*, *b*, by day.

    Args:
        acts: rows of the view ``acts``; acts without a day are passed over.
        expected: number of turns expected before the acts are looked at; less finds fewer.
        others: signs of the pairs in which one of the two stands, which say what is usual; counted
            in *acts* where they are not given. The pair's own are passed over.
    Returns: none where one stretch explains all, as with fewer than about ten acts.
    """
    pair = {a, b}
    held = list(acts)
    dated = [
        (day, act)
        for act in held
        if {act["source"], act["target"]} == pair
        and counts(act)
        and (day := day_of(act.get("day"))) is not None
    ]
    told = tally(held, pair) if others is None else others
    of = _likelier(signs_of(dated), expected, [t for t in told if {t.a, t.b} != pair])
    if of is None:
        return []
    found = turned(of, MONTH)
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


def _likelier(signs: Sequence[Sign], expected: float, others: Sequence[Tally]) -> Series | None:
    """The series of the signs, each as reliable as it is believed or all alike."""
    if not signs:
        return None
    days = sorted({sign.day for sign in signs})
    made = []
    for believed in (True, False):
        by_day: dict[date, list[tuple[bool, float]]] = {day: [] for day in days}
        for sign in signs:
            reliability = sign.share * (sign.belief if believed else 1.0)
            by_day[sign.day].append((sign.friendly, reliability))
        usual = usual_levels(others, believed=believed)
        numbers = [day.toordinal() for day in days]
        made.append(series(numbers, list(by_day.values()), expected, usual))
    return max(made, key=evidence)


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
