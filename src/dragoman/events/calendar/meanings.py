# What each shape of time expression means. One small function a shape; the shapes
# themselves are in calendar/patterns.py.
# Rule 1: None is "no value": no publication date where one is needed, no anchor, a
#   vague number, a day that no month has. Never a guess.
# Rule 2: a function may raise ValueError or OverflowError for a day that does not
#   exist; dates.py reads that as None.
# Rule 3: "early", "the end of", "the first week of" narrow nothing: the value is the
#   named unit, which is certain, not a part of it, which is opinion.
"""Functions from a matched time expression to the interval that it names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.events.calendar.values import (
    Extent,
    Way,
    day_extent,
    days_extent,
    months_extent,
    part_start,
    shifted,
    week_extent,
    weekday_extent,
    yearly,
    years_extent,
)
from dragoman.events.calendar.words import (
    HOLIDAYS,
    NTH_WORDS,
    SEASONS,
    month_number,
    number,
    ordinal,
    weekday_number,
)


class Said(dict[str, str]):
    """The named pieces of one expression; a piece that is not there is empty."""

    @classmethod
    def of(cls, match: re.Match[str]) -> Said:
        """The groups of *match*."""
        return cls({name: piece for name, piece in match.groupdict().items() if piece})

    def __missing__(self, name: str) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Base:
    """What an expression is read against."""

    published: date | None  #: day of publication, or the other end of an interval
    way: Way | None  #: which of many Mondays; None where the tense does not tell
    anchor: Extent | None = None  #: the date last named in the text, if near


#: Weeks, months or years from the present one.
STEPS = {"last": -1, "this": 0, "next": 1, "the": 0, "past": -1, "coming": 1, "upcoming": 1}


def way_in(relation: str) -> Way:
    """Which Monday "last", "this past", "the coming", "next" or "this" picks."""
    word = relation.rsplit(maxsplit=1)[-1].lower()
    if word in ("last", "past", "previous"):
        return "last"
    return "this" if word == "this" else "next"


def _said_year(said: Said, base: Base) -> int | None:
    """The year that stands beside a month: in digits, "last year", "that year"."""
    if said["year"]:
        return int(said["year"])
    relation = said["rely"].split()[-1].lower()
    if relation in ("that", "same"):
        return int(base.anchor.first[:4]) if base.anchor and base.anchor.first else None
    return base.published.year + STEPS[relation] if base.published else None


def iso_date(said: Said, _base: Base) -> Extent | None:
    """2022-10-17, 2022/10/17."""
    return day_extent(date(int(said["year"]), int(said["month"]), int(said["day"])))


def iso_week(said: Said, _base: Base) -> Extent | None:
    """2022-W42."""
    return week_extent(date.fromisocalendar(int(said["year"]), int(said["week"]), 1))


def number_date(said: Said, _base: Base) -> Extent | None:
    """30/11/2021 and 11/30/2021; with dots the day is first; 03/04/2021 is neither: None."""
    first, second, year = int(said["first"]), int(said["second"]), int(said["year"])
    if said["dot"] == "." or first > 12 or first == second:
        return day_extent(date(year, second, first))
    return day_extent(date(year, first, second)) if second > 12 else None


def nine_eleven(_said: Said, _base: Base) -> Extent | None:
    """9/11: the one date that is named so."""
    return day_extent(date(2001, 9, 11))


def written_date(said: Said, base: Base) -> Extent | None:
    """30 November 2021; without a year as *way* says, kept to the weekday if one is named."""
    month, day = month_number(said["mon"]), int(said["day"])
    if said["year"] or said["rely"]:
        year = _said_year(said, base)
        return day_extent(date(year, month, day)) if year else None
    if base.published is None or base.way is None:
        return None
    ways: tuple[Way, ...] = (base.way,)
    if said["wday"]:
        ways = (base.way, "ahead" if base.way == "back" else "back")
    for way in ways:
        found = yearly(lambda year: day_extent(date(year, month, day)), way, base.published)
        if found is None or found.first is None or not said["wday"]:
            return found
        if part_start(found.first).weekday() == weekday_number(said["wday"]):
            return found
    return None


def worded_date(said: Said, base: Base) -> Extent | None:
    """The first of October."""
    return written_date(Said(said, day=str(NTH_WORDS.index(said["nth"]) + 1)), base)


def days_of_month(said: Said, base: Base) -> Extent | None:
    """17-20 October 2022, between 17 and 20 October."""
    month, first, last = month_number(said["mon"]), int(said["day"]), int(said["till"])
    if first >= last:
        return None
    if said["year"] or said["rely"]:
        year = _said_year(said, base)
        return days_extent(date(year, month, first), date(year, month, last)) if year else None
    if base.published is None or base.way is None:
        return None
    return yearly(
        lambda year: days_extent(date(year, month, first), date(year, month, last)),
        base.way,
        base.published,
    )


def nth_of_month(said: Said, base: Base) -> Extent | None:
    """The 17th: of the month before or after publication that *way* says and that has it."""
    if base.published is None:
        return None
    day, here = int(said["day"]), base.published
    if said["relm"]:
        month = shifted(here, STEPS[said["relm"].lower()], "month")
        start = part_start(month.first) if month and month.first else here
        return day_extent(start.replace(day=day))
    if base.way is None:
        return None
    forward = base.way in ("ahead", "due", "told")
    for step in range(12):
        month = shifted(here, step if forward else -step, "month")
        start = part_start(month.first) if month and month.first else here
        try:
            found = start.replace(day=day)
        except ValueError:
            continue
        if (found >= here) if forward else (found <= here):
            return day_extent(found)
    return None


def month(said: Said, base: Base) -> Extent | None:
    """July 2022, July last year, last July, July."""
    wanted = month_number(said["mon"])
    if said["year"] or said["rely"]:
        year = _said_year(said, base)
        return months_extent(year, wanted) if year else None
    way = way_in(said["rel"]) if said["rel"] else base.way
    if base.published is None or way is None:
        return None
    return yearly(lambda year: months_extent(year, wanted), way, base.published)


def weekday(said: Said, base: Base) -> Extent | None:
    """Monday, last Monday, late on Monday, Monday night, Monday next week."""
    if base.published is None or said["every"] or said["many"]:
        return None
    wanted = weekday_number(said["wday"])
    week = said["relw"] or said["week"]
    if week:
        return weekday_extent(wanted, "this", base.published + timedelta(weeks=STEPS[week.lower()]))
    way = way_in(said["rel"]) if said["rel"] else base.way
    return weekday_extent(wanted, way, base.published) if way else None


def year(said: Said, _base: Base) -> Extent | None:
    """2015, also as "the year 2015"."""
    return years_extent(int(said["year"]), int(said["year"]))


def year_range(said: Said, _base: Base) -> Extent | None:
    """2014-2016, 1980–88, 2009-10; "2022-03" is a month, since no years run backwards."""
    first, last = int(said["year"]), int(said["till"])
    if len(said["till"]) == 4:
        return years_extent(first, last, "interval") if first < last else None
    if last > first % 100:
        return years_extent(first, first - first % 100 + last, "interval")
    return months_extent(first, last) if 1 <= last <= 12 and said["dash"] == "-" else None


def decade(said: Said, _base: Base) -> Extent | None:
    """The 1990s, the '90s; "the 1900s" may be a century, "the '20s" two decades: None."""
    if said["short"]:
        start = int(said["short"])
        return years_extent(1900 + start, 1909 + start, "decade") if start >= 30 else None
    start = int(said["full"])
    if start % 100 == 0 and start < 2000:
        return years_extent(start, start + 99, "interval") if start < 1900 else None
    return years_extent(start, start + 9, "decade")


def century(said: Said, _base: Base) -> Extent | None:
    """The 19th century is 1801 to 1900; before Christ there is no value."""
    if said["bc"]:
        return None
    last = ordinal(said["nth"])
    first = ordinal(said["from"]) if said["from"] else last
    if not 1 <= first <= last <= 99:
        return None
    return years_extent(100 * first - 99, 100 * last, "interval")


def season(said: Said, base: Base) -> Extent | None:
    """Northern seasons: winter is December to February.

    "Winter 2020" may begin or end in 2020: None. "This winter" is the one that began
    last December until June, from July on the one that begins this December.
    """
    start = SEASONS[said["season"].lower()]
    if said["over"]:
        first, last = int(said["year"]), int(said["over"])
        follows = last in (first + 1, (first + 1) % 100)
        return months_extent(first, 12, 3, "interval") if start == 12 and follows else None
    if said["year"] or said["rely"]:
        year = _said_year(said, base)
        return months_extent(year, start, 3, "interval") if year and start != 12 else None
    way = way_in(said["rel"]) if said["rel"] else base.way
    if base.published is None or way is None:
        return None
    if way == "this" and start == 12:
        begun = base.published.year - (1 if base.published.month <= 6 else 0)
        return months_extent(begun, 12, 3, "interval")
    return yearly(lambda year: months_extent(year, start, 3, "interval"), way, base.published)


def part_of_year(said: Said, base: Base) -> Extent | None:
    """The third quarter of 2022, Q3 2022, the first half of the year, the last quarter."""
    name = said["nth"] or said["q"]
    index = int(name) if name.isdigit() else ordinal(name)
    last = name.lower() in ("last", "final", "second", "2nd", "2")
    if index > (4 if not said["half"] else 2) and not last:
        return None

    def occurrence(year: int) -> Extent:
        if said["half"]:
            return months_extent(year, 7 if last else 1, 6, "interval")
        return months_extent(year, 3 * index - 2, 3, "quarter")

    if said["year"] or said["rely"]:
        year = _said_year(said, base)
        return occurrence(year) if year else None
    if base.published is None or base.way is None:
        return None
    return yearly(occurrence, base.way, base.published)


def months_of_year(said: Said, base: Base) -> Extent | None:
    """The first nine months of 2022; of "the year", that of publication."""
    here = base.published
    year = _said_year(said, base) if said["year"] or said["rely"] else here and here.year
    count = number(said["count"])
    if not year or not count or count > 12:
        return None
    start = 1 if said["side"] == "first" else 13 - count
    return months_extent(year, start, count, "interval")


def holiday(said: Said, base: Base) -> Extent | None:
    """Christmas Day and its like, with or without a year."""
    name = " ".join(said["holiday"].lower().replace("’", "'").split())
    month, day = HOLIDAYS[name]
    if said["year"] or said["rely"]:
        year = _said_year(said, base)
        return day_extent(date(year, month, day)) if year else None
    way = way_in(said["rel"]) if said["rel"] else base.way
    if base.published is None or way is None:
        return None
    return yearly(lambda year: day_extent(date(year, month, day)), way, base.published)


def week_of(said: Said, base: Base) -> Extent | None:
    """The week of October 17: the week that holds it."""
    day = written_date(said, base)
    return week_extent(part_start(day.first)) if day and day.first else None
