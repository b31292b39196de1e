# What times told from the day of publication, or from a date told before, mean.
# The rules of calendar/meanings.py hold here as well.
"""Functions from a matched relative time expression to the interval that it names."""

from __future__ import annotations

from datetime import date, timedelta

from dragoman.events.calendar.meanings import STEPS, Base, Said, way_in
from dragoman.events.calendar.values import (
    Extent,
    Way,
    days_extent,
    months_extent,
    part_start,
    shifted,
    stretch,
    years_extent,
)
from dragoman.events.calendar.words import number

_DEICTIC = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "this": 0, "last": -1}


def near_day(said: Said, base: Base) -> Extent | None:
    """Yesterday, this morning, last night, the day after tomorrow."""
    step = _DEICTIC[said["word"].split()[0].lower()]
    if said["beyond"]:
        step *= 2
    return shifted(base.published, step, "day") if base.published else None


def unit_now(said: Said, base: Base) -> Extent | None:
    """This week, last month, next year, last weekend, this century, the end of the year."""
    here = base.published
    if here is None:
        return None
    step, unit = STEPS[(said["rel"] or "this").split()[-1].lower()], said["unit"].lower()
    if said["twice"]:
        step *= 2
    if unit == "weekend":
        return _weekend(here, said["rel"].lower(), base.way)
    if unit == "decade":
        start = here.year // 10 * 10 + 10 * step
        return years_extent(start, start + 9, "decade")
    if unit == "century":
        start = (here.year - 1) // 100 * 100 + 100 * step
        return years_extent(start + 1, start + 100, "interval")
    if unit == "quarter":
        return months_extent(here.year, (here.month - 1) // 3 * 3 + 1 + 3 * step, 3, "quarter")
    # "the end of the year" in a passage about 2014 is that of 2014, or perhaps not.
    told = base.anchor.first[:4] if base.anchor and base.anchor.first else f"{here.year:04d}"
    if said["rel"].lower() == "the" and told != f"{here.year:04d}":
        return None
    return shifted(here, step, unit)


def _weekend(here: date, relation: str, way: Way | None) -> Extent | None:
    """Saturday and Sunday: of this ISO week, the next one, or the last that has ended.

    "The weekend" is the last that has begun, or with a verb of the future the next
    that has not ended.
    """
    saturday = here + timedelta(days=5 - here.weekday())
    word = relation.rsplit(maxsplit=1)[-1]
    if word in ("last", "past") or (word == "the" and way == "back" and here < saturday):
        saturday -= timedelta(weeks=1)
    elif word == "next" or (word == "coming" and here >= saturday):
        saturday += timedelta(weeks=1)
    elif word == "the" and way is None:
        return None
    return days_extent(saturday, saturday + timedelta(days=1))


def counted(said: Said) -> tuple[int | None, str]:
    """Number and unit of "three weeks"; the number is None if it is vague or hedged."""
    unit = said["unit"].lower()
    unit = "century" if unit.startswith("centur") else unit.rstrip("s")
    if said["hedge"] or not said["num"]:
        return None, unit
    return number(said["num"]), unit


def ago(said: Said, base: Base) -> Extent | None:
    """Two years ago, three days ago; "nearly a decade ago", "years ago": None."""
    count, unit = counted(said)
    if count is None or base.published is None:
        return None
    return shifted(base.published, -count, unit)


def from_now(said: Said, base: Base) -> Extent | None:
    """Two years from now, in two years' time."""
    count, unit = counted(said)
    if count is None or base.published is None:
        return None
    return shifted(base.published, count, unit)


def lasting(said: Said, base: Base) -> Extent | None:
    """The past eight years: open at the end; the next two years: closed, since it ends."""
    count, unit = counted(said)
    if not said["num"] and not said["vague"]:
        count = 1
    if not count or base.published is None:
        return None
    if way_in(said["rel"]) == "last":
        past = stretch(base.published, -count, unit)
        return past.open_end() if past else None
    return stretch(base.published, count, unit)


def no_value(_said: Said, _base: Base) -> Extent | None:
    """Recent weeks, for decades, every Monday: times, but of no known days."""
    return None


def from_anchor(anchor: Extent | None, count: int, unit: str) -> Extent | None:
    """*count* units from a date that the text names, if it is named exactly enough."""
    if anchor is None or anchor.first is None or anchor.first != anchor.last:
        return None
    exact = {"day": 10, "week": 10, "month": 7}.get(unit, 4)
    return shifted(part_start(anchor.first), count, unit) if len(anchor.first) >= exact else None


def later(said: Said, base: Base) -> Extent | None:
    """Three days earlier, a year later, counted from the date last named."""
    count, unit = counted(said)
    if count is None:
        return None
    back = (said["turn"] or said["side"]) in ("earlier", "before", "previously")
    return from_anchor(base.anchor, -count if back else count, unit)


def neighbour(said: Said, base: Base) -> Extent | None:
    """The following day, the previous month, that year, the day before."""
    word = (said["rel"] or said["turn"]).split()[-1].lower()
    step = {"previous": -1, "preceding": -1, "before": -1, "same": 0, "that": 0}.get(word, 1)
    return from_anchor(base.anchor, step, said["unit"] or "day")
