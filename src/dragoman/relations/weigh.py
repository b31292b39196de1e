# What all reports together show of how two places stand: a value from -1 to 1, and how sure it is.
# Rule 1: one formula, twice: `weigh` for plain rows of one pair, weighed.sql and weigh.sql for all
#   pairs and windows at once. A property test holds the two equal; change both or neither.
# Rule 2: the formula knows no names. Swapping the signs of all acts mirrors the value.
# docs/reference/alignment.md derives it, with sources and an example worked by hand.
"""Alignment of pairs of places from acts, with its interval, in windows of time."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib.resources import files
from typing import Any, Protocol

from dragoman.alphabet.errors import DateError, WindowError
from dragoman.entities.actor import APART, PRIVATE
from dragoman.relations.credence import (
    COUNTED,
    HALF_LIFE,
    MOST,
    STANCES,
    UNDATED,
    VOICES,
    Act,
    counts,
    load_half_lives,
)
from dragoman.relations.happenings import masses, text_of
from dragoman.relations.relation import WEIGHTS

#: Months of each kind of window; None is all time in one.
MONTHS: Mapping[str | None, int | None] = {"month": 1, "quarter": 3, "year": 12, None: None}
#: Pulls pairs with little evidence to 0; relation.py's constant in units of a full act.
SHRINK = 0.4
#: Normal quantile of a 95 % interval, and half its square: happenings added to either side.
Z = 1.959963984540054
PRIOR = Z * Z / 2


class Connection(Protocol):
    """What is used of a DuckDB connection; the library itself stays in the ledger."""

    def execute(self, query: str, parameters: Any = ..., /) -> Any:
        """Run a statement with bound parameters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """How two places stood to each other in one window; *a* before *b* in the alphabet."""

    a: str
    b: str
    start: date | None  #: first day of the window; None if no act of it is dated
    end: date | None  #: first day after it
    alignment: float  #: -1 hostile to 1 friendly, drawn to 0 where little is known
    low: float  #: 95 % interval
    high: float
    events: int  #: happenings that count, each once
    texts: int  #: independent texts that tell of them
    a_to_b: float | None  #: the same from what *a* did to *b* alone; None if nothing
    b_to_a: float | None
    friendly: float  #: friendly mass: full acts, each believed in full, would be 1 each
    hostile: float

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values; days as ``YYYY-MM-DD``."""
        made = {name: getattr(self, name) for name in self.__slots__}
        return made | {k: made[k].isoformat() if made[k] else None for k in ("start", "end")}


def alignments(
    connection: Connection,
    *,
    pair: tuple[str, str] | None = None,
    places: Sequence[str] | None = None,
    every: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
) -> list[Alignment]:
    """Return the alignment of all pairs in all windows, by pair and then by time.

    Args:
        connection: has the view ``acts`` (one row per directed pair that an event joins).
        pair: two codes of places; only theirs.
        places: codes of places; only pairs in which one of them stands.
        every: ``"month"``, ``"quarter"``, ``"year"``, or None for all time in one window.
        since, until: first day, and first day no longer counted.
    Returns: one row per pair and window in which an act counts; a silent window has no row.
    Raises: WindowError if *every* is no window; DateError if a day is none.
    """
    sql, parameters = statement(pair=pair, places=places, every=every, since=since, until=until)
    names = Alignment.__slots__
    found = connection.execute(sql, parameters).fetchall()
    return [Alignment(**dict(zip(names, row, strict=True))) for row in found]


def statement(
    *,
    pair: tuple[str, str] | None = None,
    places: Sequence[str] | None = None,
    every: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
    acts: str = "acts",
) -> tuple[str, dict[str, Any]]:
    """The SQL of :func:`alignments` and its parameters, for callers that want a relation.

    Arguments and errors: as there; *acts* is the name of a view of those that are weighed.
    Columns: the fields of :class:`Alignment`.
    """
    sql, parameters = weighed(
        pair=pair, places=places, every=every, since=since, until=until, acts=acts
    )
    return sql + sql_of("weigh"), parameters | {"shrink": SHRINK, "prior": PRIOR, "z": Z}


def sql_of(name: str) -> str:
    """The text of one of the .sql files beside this module."""
    return files("dragoman").joinpath("relations", f"{name}.sql").read_text(encoding="utf-8")


def weighed(
    *,
    pair: tuple[str, str] | None = None,
    places: Sequence[str] | None = None,
    every: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
    acts: str = "acts",
) -> tuple[str, dict[str, Any]]:
    """The common table expressions with the size and belief of each act, and their parameters.

    Arguments and errors: as for :func:`statement`.
    """
    lives = load_half_lives()
    a, b = sorted(pair) if pair else (None, None)
    parameters = {
        "a": a, "b": b, "places": list(places) if places else None,
        "months": _months(every), "since": day_of(since), "until": day_of(until),
        "types": list(lives), "half_lives": list(lives.values()), "half_life": HALF_LIFE,
        "undated": UNDATED, "most": MOST, "apart": list(APART), "private": list(PRIVATE),
    }  # fmt: skip
    statuses = {status: WEIGHTS[status] for status in COUNTED}
    return sql_of("weighed").format(acts=acts), parameters | statuses | VOICES | STANCES


def weigh(
    acts: Iterable[Act],
    a: str,
    b: str,
    *,
    every: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
) -> list[Alignment]:
    """Return the alignment of one pair from plain rows: the same figures as :func:`alignments`.

    Args:
        acts: rows with the keys of the view ``acts``; other pairs' rows only tell where all
            time ends. ``source``, ``target``, ``score`` and ``status`` are needed.
        a, b, every, since, until: as for :func:`alignments`.
    """
    a, b = sorted((a, b))
    months = _months(every)
    first, last = day_of(since), day_of(until)
    kept = [
        (day, act) for act in acts if _inside(day := day_of(act.get("day")), first, last, months)
    ]
    days = [day for day, _ in kept if day is not None]
    whole = (first or min(days), last or max(days) + timedelta(1)) if days else (None, None)
    windows: dict[tuple[date | None, date | None], list[tuple[date | None, Act]]] = {}
    for day, act in kept:
        if {act["source"], act["target"]} == {a, b} and counts(act):
            window = whole if months is None or day is None else _window(day, months)
            windows.setdefault(window, []).append((day, act))
    return [
        row
        for (start, end), found in sorted(windows.items(), key=lambda w: w[0][0] or date.min)
        if (row := _aligned(a, b, start, end, found)) is not None
    ]


def weigh_all(acts: Iterable[Act], *, until: date | str | None = None) -> list[Alignment]:
    """Return the alignments of all pairs from plain rows, all time in one window.

    The same figures as ``alignments(connection, until=until)``, for the acts of some reports.
    """
    last = day_of(until)
    kept = [(day, a) for a in acts if _inside(day := day_of(a.get("day")), None, last, None)]
    days = [day for day, _ in kept if day is not None]
    start, end = (min(days), last or max(days) + timedelta(1)) if days else (None, None)
    found: dict[tuple[str, str], list[tuple[date | None, Act]]] = {}
    for day, act in kept:
        if counts(act):
            a, b = sorted((act["source"], act["target"]))
            found.setdefault((a, b), []).append((day, act))
    rows = (_aligned(a, b, start, end, found[a, b]) for a, b in sorted(found))
    return [row for row in rows if row is not None]


def aligned(friendly: float, hostile: float) -> float:
    """The alignment that two masses show: their difference over their sum and SHRINK."""
    return (friendly - hostile) / (friendly + hostile + SHRINK)


def interval(
    friendly: Iterable[float], hostile: Iterable[float], texts: int
) -> tuple[float, float]:
    """The 95 % interval of the alignment that endless reporting of the same kind would show.

    The share of friendly mass is a ratio of sums over happenings, whose variance is estimated
    around the share itself (Cochran, Sampling Techniques, 1977, chapter 6); two happenings of
    typical size are first added to either side (Agresti and Coull, The American Statistician
    52, 1998, 119-126), without which a handful of like acts would look certain. Happenings
    beyond the number of texts are no looks of their own: masses are then taken together.

    Args:
        friendly, hostile: mass of each happening, in the same order; not all 0.
        texts: how many independent texts tell of them, 1 or more.
    """
    friendly, hostile = list(friendly), list(hostile)
    for_, against = math.fsum(friendly), math.fsum(hostile)
    per_text = max(1.0, len(friendly) / texts)
    for_squares = math.fsum(x * x for x in friendly) * per_text
    against_squares = math.fsum(x * x for x in hostile) * per_text
    typical = (for_squares + against_squares) / (for_ + against)
    total = for_ + against + 2 * PRIOR * typical
    share = (for_ + PRIOR * typical) / total
    added = PRIOR * typical * typical
    spread = (1 - share) ** 2 * (for_squares + added) + share**2 * (against_squares + added)
    reach = 2 * Z * math.sqrt(spread) / total
    value = aligned(for_, against)
    middle = 2 * share - 1
    return max(-1.0, min(value, middle - reach)), min(1.0, max(value, middle + reach))


def _aligned(
    a: str,
    b: str,
    start: date | None,
    end: date | None,
    found: list[tuple[date | None, Act]],
) -> Alignment | None:
    made = list(masses(found, end).values())
    sides = [math.fsum(m[side] for m in made) for side in range(4)]
    friendly = [max(m[0], m[2]) for m in made]
    hostile = [max(m[1], m[3]) for m in made]
    if not any(friendly) and not any(hostile):  # older than a float can tell
        return None
    texts = len({text_of(act) for _, act in found})
    low, high = interval(friendly, hostile, texts)
    for_, against = math.fsum(friendly), math.fsum(hostile)
    return Alignment(
        a=a,
        b=b,
        start=start,
        end=end,
        alignment=aligned(for_, against),
        low=low,
        high=high,
        events=len(made),
        texts=texts,
        a_to_b=aligned(sides[0], sides[1]) if sides[0] + sides[1] > 0 else None,
        b_to_a=aligned(sides[2], sides[3]) if sides[2] + sides[3] > 0 else None,
        friendly=for_,
        hostile=against,
    )


def _inside(day: date | None, first: date | None, last: date | None, months: int | None) -> bool:
    if day is None:
        return months is None and first is None and last is None
    return (first is None or day >= first) and (last is None or day < last)


def _window(day: date, months: int) -> tuple[date, date]:
    number = (day.year * 12 + day.month - 1) // months
    return tuple(date(k * months // 12, k * months % 12 + 1, 1) for k in (number, number + 1))  # type: ignore[return-value]


def _months(every: str | None) -> int | None:
    if every not in MONTHS:
        known = ", ".join(repr(k) for k in MONTHS)
        raise WindowError(f"every is {every!r}, which is no window. Write one of {known}.")
    return MONTHS[every]


def day_of(value: date | str | None) -> date | None:
    """A day from a date, or from text that begins with one; None stays None.

    Raises: DateError if it is neither.
    """
    if value is None or type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise DateError(f"{value!r} is no date. Write YYYY-MM-DD.") from error
