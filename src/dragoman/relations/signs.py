# What each happening between two places shows of them: friendly or hostile, and how reliably.
# Rule 1: a happening is one sign, however grave it is, on its first day; told both ways alike, it is none.
# Rule 2: what is said of two outright counts on its own days here, since it may turn as they do.
# Rule 3: one reading, twice: `signs_of` for plain rows of one pair, signs.sql for whole tables, counted
#   by half-year. A property test holds the two equal; change both or neither.
"""Happenings as signs, one by one for a pair, and counted for many pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from math import prod
from typing import Any

from dragoman.relations.credence import Act, belief, counts
from dragoman.relations.happenings import happening_of, text_of
from dragoman.relations.weigh import day_of, sql_of, weighed

#: Months of a tally: long enough to show a level where little is told, too short to hold many turns.
MONTHS = 6


@dataclass(frozen=True, slots=True)
class Sign:
    """What one happening shows."""

    day: date
    friendly: bool
    belief: float  #: that it took place, 0 to 1
    share: float  #: of a mutual act of many, 0 to 1


@dataclass(frozen=True, slots=True)
class Tally:
    """The signs of one pair in one half of a calendar year."""

    a: str  #: before *b* in the alphabet
    b: str
    half: int  #: half-years since the year 0
    friendly: int
    hostile: int
    share: float  #: mean of the signs' shares, 0 to 1
    reliability: float  #: mean of share · belief, 0 to 1


def signs_of(dated: Iterable[tuple[date, Act]]) -> list[Sign]:
    """Return one sign a happening of acts of one pair, in order of days; each must count."""
    groups: dict[Any, list[tuple[date, Act]]] = {}
    for day, act in dated:
        key = happening_of(act)
        groups.setdefault((key, day) if key == "stated" else key, []).append((day, act))
    made = []
    for found in groups.values():
        friendly, hostile = (
            _believed(act for _, act in found if (act["score"] > 0) is way) for way in (True, False)
        )
        if friendly != hostile:
            share = max(float(act.get("share", 1)) for _, act in found)
            day = min(day for day, _ in found)
            made.append(Sign(day, friendly > hostile, abs(friendly - hostile), share))
    return sorted(made, key=lambda sign: (sign.day, sign.friendly, sign.belief, sign.share))


def tally(acts: Iterable[Act], near: Iterable[str]) -> list[Tally]:
    """Count the signs of all pairs in which a place of *near* stands, by pair and half-year.

    Args:
        acts: rows of the view ``acts``; those without a day are passed over.
    """
    places = set(near)
    by_pair: dict[tuple[str, str], list[tuple[date, Act]]] = defaultdict(list)
    for act in acts:
        a, b = sorted((act["source"], act["target"]))
        if not places.isdisjoint((a, b)) and counts(act) and (day := day_of(act.get("day"))):
            by_pair[a, b].append((day, act))
    return [
        _counted(a, b, half, signs)
        for (a, b), dated in sorted(by_pair.items())
        for half, signs in sorted(_by_half(signs_of(dated)).items())
    ]


def tallied(
    near: Iterable[str], *, since: date | str | None = None, until: date | str | None = None
) -> tuple[str, dict[str, Any]]:
    """The SQL of :func:`tally` and its parameters; columns: the fields of :class:`Tally`.

    Args:
        since, until: first day, and first day no longer counted.
    """
    sql, parameters = weighed(places=sorted(near), since=since, until=until)
    return sql + sql_of("signs"), parameters | {"months": MONTHS}


def _believed(acts: Iterable[Act]) -> float:
    """The chance that at least one text of these acts is right."""
    texts: dict[Any, float] = {}
    for act in acts:
        text = text_of(act)
        texts[text] = max(texts.get(text, 0.0), belief(act))
    return 1 - prod(1 - x for x in texts.values())


def _by_half(signs: Iterable[Sign]) -> dict[int, list[Sign]]:
    made: dict[int, list[Sign]] = defaultdict(list)
    for sign in signs:
        made[(sign.day.year * 12 + sign.day.month - 1) // MONTHS].append(sign)
    return made


def _counted(a: str, b: str, half: int, signs: list[Sign]) -> Tally:
    friendly = sum(sign.friendly for sign in signs)
    share = sum(sign.share for sign in signs) / len(signs)
    reliability = sum(sign.share * sign.belief for sign in signs) / len(signs)
    return Tally(a, b, half, friendly, len(signs) - friendly, share, reliability)
