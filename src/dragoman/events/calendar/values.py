# What a date means: a first and a last day, each written as exactly as the text
# allows. All sums with days, weeks, months and years are done here.
# Rule 1: a part is "2022-10-17", "2022-10" or "2022"; an interval is two parts
#   with a slash, both included; ".." is a side that the text leaves open.
# Rule 2: weeks begin on Monday (ISO 8601).
# Rule 3: a sum that leaves the years 1 to 9999 raises ValueError or OverflowError,
#   which the one caller in dates.py turns into "no value".
"""The values that time expressions stand for, and sums with them."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

#: How a word that names many days, such as "Monday", picks one of them.
#: back: latest begun on or before publication; ahead: first that ends on or after it;
#: last: latest ended before it; next: first begun after it; this: of its year or week;
#: due: the one ahead if the one back is far, else none; told: so for months, and the one
#: ahead for days of the week.
Way = Literal["back", "ahead", "last", "next", "this", "due", "told"]

#: Days that the last one must lie back for "was due on Monday" to mean the coming one.
_FAR_WEEKDAY = 3
_FAR_YEARLY = 120

_PART = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class Extent:
    """First and last part of an interval (None: open) and how exact it is."""

    first: str | None
    last: str | None
    precision: str

    @property
    def value(self) -> str:
        """As a report gives it: ``2022-10``, ``2014/2016``, ``2022-02/..``."""
        if self.first == self.last and self.first is not None:
            return self.first
        return f"{self.first or '..'}/{self.last or '..'}"

    def open_end(self) -> Extent:
        """From its beginning on."""
        return Extent(self.first, None, "interval")

    def open_start(self) -> Extent:
        """Until its end, which belongs to it."""
        return Extent(None, self.last, "interval")


def day_extent(day: date) -> Extent:
    """One day."""
    return days_extent(day, day, "day")


def days_extent(first: date, last: date, precision: str = "interval") -> Extent:
    """Days from *first* to *last*, both included."""
    return Extent(first.isoformat(), last.isoformat(), precision)


def week_extent(day: date) -> Extent:
    """The week, Monday to Sunday, that holds *day*."""
    monday = day - timedelta(days=day.weekday())
    return days_extent(monday, monday + timedelta(days=6), "week")


def month_part(year: int, month: int) -> str:
    """``YYYY-MM``; months outside 1 to 12 are carried into the years around."""
    years, month = divmod(month - 1, 12)
    return f"{year_part(year + years)}-{month + 1:02d}"


def year_part(year: int) -> str:
    """``YYYY``. Raises: ValueError outside 1 to 9999."""
    return f"{date(year, 1, 1).year:04d}"


def months_extent(year: int, month: int, count: int = 1, precision: str = "month") -> Extent:
    """*count* months, of which *month* of *year* is the first."""
    return Extent(month_part(year, month), month_part(year, month + count - 1), precision)


def years_extent(first: int, last: int, precision: str = "year") -> Extent:
    """Years from *first* to *last*, both included."""
    return Extent(year_part(first), year_part(last), precision)


def part_start(part: str) -> date:
    """First day of one part."""
    year, month, day = (int(piece) if piece else 1 for piece in _pieces(part))
    return date(year, month, day)


def part_end(part: str) -> date:
    """Last day of one part."""
    year, month, day = _pieces(part)
    number = int(month or 12)
    start = date(int(year), number, int(day or 1))
    return start if day else start.replace(day=calendar.monthrange(start.year, number)[1])


def start_of(value: str) -> date | None:
    """First day of a value, None if that side is open.

    Raises: ValueError if *value* is not of the form that ``Time.value`` has.

    >>> start_of("2022-07"), start_of("../2022-05")
    (datetime.date(2022, 7, 1), None)
    """
    first, _ = _sides(value)
    return part_start(first) if first else None


def end_of(value: str) -> date | None:
    """Last day of a value, None if that side is open.

    Raises: ValueError if *value* is not of the form that ``Time.value`` has.

    >>> end_of("2020-02"), end_of("2014/2016")
    (datetime.date(2020, 2, 29), datetime.date(2016, 12, 31))
    """
    _, last = _sides(value)
    return part_end(last) if last else None


def shifted(day: date, count: int, unit: str) -> Extent | None:
    """The day, week, month or year that lies *count* units from *day*.

    Weeks, months and years are given whole: "two years ago" names a year, not a
    day. A decade is ten years and names a year. Centuries are too vague: None.
    """
    if unit == "day":
        return day_extent(day + timedelta(days=count))
    if unit == "week":
        return week_extent(day + timedelta(weeks=count))
    if unit == "month":
        return months_extent(day.year, day.month + count)
    if unit in ("year", "decade"):
        year = day.year + count * (10 if unit == "decade" else 1)
        return years_extent(year, year)
    return None


def stretch(day: date, count: int, unit: str) -> Extent | None:
    """From *day* over *count* units ahead, or back to it from there if negative.

    Days and weeks are counted in days, the others in whole months or years.
    """
    if unit == "week":
        count, unit = 7 * count, "day"
    here, there = shifted(day, 0, unit), shifted(day, count, unit)
    if here is None or there is None:
        return None
    first, last = (here, there) if count > 0 else (there, here)
    return Extent(first.first, last.last, "interval")


def weekday_extent(weekday: int, way: Way, day: date) -> Extent | None:
    """The Monday (0) to Sunday (6) that *way* picks, seen from *day*."""
    ahead = (weekday - day.weekday()) % 7
    if way == "due" and 7 - ahead < _FAR_WEEKDAY:
        return None
    step = {
        "back": -((7 - ahead) % 7),
        "ahead": ahead,
        "due": ahead,
        "told": ahead,
        "last": ahead - 7,
        "next": ahead or 7,
        "this": weekday - day.weekday(),
    }[way]
    return day_extent(day + timedelta(days=step))


def yearly(occurrence: Callable[[int], Extent], way: Way, day: date) -> Extent | None:
    """One of the things that come once a year, as *way* picks it, seen from *day*.

    *occurrence* gives it for a year and raises ValueError where there is none
    (29 February); eight years are looked at on either side.
    """
    if way == "this":
        return occurrence(day.year)
    if way in ("due", "told"):
        last = yearly(occurrence, "back", day)
        if not (last and last.last) or 0 < (day - part_end(last.last)).days < _FAR_YEARLY:
            return None
        return yearly(occurrence, "ahead", day)
    forward = way in ("ahead", "next")
    for step in range(-1, 10):
        try:
            found = occurrence(day.year + (step if forward else -step))
        except ValueError:
            continue
        if found.first is None or found.last is None:
            continue
        start, end = part_start(found.first), part_end(found.last)
        if {"back": start <= day, "ahead": end >= day, "last": end < day, "next": start > day}[way]:
            return found
    return None


def _pieces(part: str) -> tuple[str, str | None, str | None]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is no date. Write YYYY, YYYY-MM or YYYY-MM-DD.")
    return match[1], match[2], match[3]


def _sides(value: str) -> tuple[str | None, str | None]:
    first, slash, last = value.partition("/")
    if not slash:
        part_start(first)
        return first, first
    for part in (first, last):
        if part != "..":
            part_start(part)
    return first if first != ".." else None, last if last != ".." else None
