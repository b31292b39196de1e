# What times told from the day of publication, or from a date told before, mean.
# The rules of calendar/meanings.py hold here as well.
"""Functions from a matched relative time expression to the interval that it names."""

from __future__ import annotations

from dataclasses import replace
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

#: Days between a date told before and publication within which "in two weeks" is the same.
_NEAR = 10
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
    """The past eight years, the next two weeks, the last 48 hours; the ends belong to it."""
    if base.published is None:
        return None
    back = way_in(said["rel"]) == "last" or said["rel"].lower() == "preceding"
    if said["hours"]:
        return stretch(base.published, _DAYS_OF_HOURS[said["hours"].lower()] * (1, -1)[back], "day")
    count, unit = counted(said)
    if said["vague"] and not said["hedge"]:
        return _some(base.published, unit, back, said["vague"])
    if not said["num"]:
        count = 1
    return stretch(base.published, -count if back else count, unit) if count else None


#: How far a few days, weeks or months are taken to reach, and the unit they are told in:
#: exact enough to hold what is meant, too coarse to pretend to more.
_SOME = {"day": (7, "day", 7), "week": (1, "month", 7), "month": (6, "month", 4)}
_DAYS_OF_HOURS = {
    "24": 1, "48": 2, "72": 3, "twenty-four": 1, "forty-eight": 2, "seventy-two": 3,
}  # fmt: skip


def _some(here: date, unit: str, back: bool, how_many: str = "") -> Extent | None:
    """A few days or weeks as months, a few months as years; years and "many" have no value."""
    word = how_many.lower()
    if unit not in _SOME or not (
        not word or word.startswith(("a few", "few", "several", "a couple", "couple", "some"))
    ):
        return None
    count, step, digits = _SOME[unit]
    there = shifted(here, -count if back else count, step)
    if there is None or there.first is None:
        return None
    first, last = sorted((there.first[:digits], here.isoformat()[:digits]))
    precision = "interval" if first != last else "month" if digits == 7 else "year"
    return Extent(first, last, precision)


def vaguely(said: Said, base: Base) -> Extent | None:
    """Recent weeks, the coming months; "recent years" has no value."""
    if base.published is None:
        return None
    back = said["rel"].lower() in ("recent", "past", "last")
    return _some(base.published, counted(said)[1], back)


def so_long(said: Said, base: Base) -> Extent | None:
    """For two years, for weeks: up to the day of publication."""
    if base.published is None or said["hedge"]:
        return None
    count, unit = counted(Said(said, unit=said["unit"] or said["many"]))
    if count:
        return stretch(base.published, -count, unit)
    return _some(base.published, unit, back=True, how_many=said["vague"])


def so_soon(said: Said, base: Base) -> Extent | None:
    """In two weeks, within 30 days, if the verb looks ahead; else no known days."""
    count, unit = counted(said) if said["num"] else (None, "")
    if not count or base.published is None or base.way not in ("ahead", "told"):
        return None
    # "Announced on 1 February that it would leave in six months": not from publication.
    told = base.anchor.first if base.anchor and base.way == "told" else None
    if told and part_start(told) < base.published - timedelta(days=_NEAR):
        return None
    if said["in"].lower() == "within":
        return stretch(base.published, count, unit)
    return shifted(base.published, count, unit)


def within(said: Said, base: Base) -> Extent | None:
    """Within 30 days, of what is asked or promised: from publication on.

    A demand's months and years are too loose for a first and a last one.
    """
    if base.way not in ("ahead", "told") and counted(said)[1] not in ("day", "week"):
        return None
    return so_soon(said, replace(base, way="ahead"))


def overnight(_said: Said, base: Base) -> Extent | None:
    """The night that ended on the day of publication."""
    here = base.published
    return days_extent(here - timedelta(days=1), here) if here else None


def since_then(said: Said, base: Base) -> Extent | None:
    """Since then, ever since, until then: from or to the date last named."""
    if base.anchor is None:
        return None
    if said["since"] or said["ever"] or not said["until"]:
        return base.anchor.open_end() if base.anchor.first else None
    return base.anchor.open_start() if base.anchor.last else None


def clock(said: Said, base: Base) -> Extent | None:
    """At 22:30: the day last named, if past; noon and midnight alone are often another's."""
    day = None if said["named"] else from_anchor(base.anchor, 0, "day")
    if day is None or day.first is None or base.published is None:
        return day
    return day if part_start(day.first) <= base.published else None


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
    # "A week later" from a day is a day; "the following week" is a week.
    if unit == "week" and base.anchor and len(base.anchor.first or "") == 10:
        count, unit = 7 * count, "day"
    back = (said["turn"] or said["side"]) in ("earlier", "before", "previously")
    return from_anchor(base.anchor, -count if back else count, unit)


def neighbour(said: Said, base: Base) -> Extent | None:
    """The following day, the previous month, that year, the day before."""
    word = (said["rel"] or said["turn"] or said["side"] or "same").split()[-1].lower()
    step = {"previous": -1, "preceding": -1, "before": -1, "same": 0, "that": 0}.get(word, 1)
    return from_anchor(base.anchor, step, said["unit"] or said["unit2"] or "day")
