# Rule: a value that can mean two days means none. "04/03/2023" is March in London and April
# in New York.
"""The calendar day that a field of metadata names."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(r"((?:19|20)\d\d)([-/.]?)(\d\d?)\2(\d\d?)(?!\d)")
_SLASHED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)")
_NAMED = re.compile(
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?(?:(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?,? ((?:19|20)\d\d)"
    r"|([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)
#: Seconds since 1970 that are days from 1990 to 2100.
_SECONDS = range(631_152_000, 4_102_444_800)


def day_of(value: object) -> date | None:
    """Return the day that *value* names in the time zone it is written in; None if unclear.

    >>> day_of("2023-03-04T23:30:00-05:00"), day_of("Sat, 04 Mar 2023 10:00:00 GMT")
    (datetime.date(2023, 3, 4), datetime.date(2023, 3, 4))
    >>> day_of("04/03/2023") is None, day_of("14/03/2023")
    (True, datetime.date(2023, 3, 14))
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _since_1970(value)
    if not isinstance(value, str):
        return None
    text = value.strip()[:100]
    return _written(text) or _mailed(text)


def _written(text: str) -> date | None:
    if match := _ISO.match(text):
        # Eight digits are a day; "2023114" is not.
        if match[2] or (len(match[3]) == len(match[4]) == 2):
            return _day(match[1], match[3], match[4])
    if match := _SLASHED.match(text):
        return _either(int(match[1]), int(match[3]), match[4])
    if match := _NAMED.match(text):
        month = (match[2] or match[4]).lower()
        if month[:3] in _MONTHS:
            number = _MONTHS.index(month[:3]) + 1
            return _day(match[3] or match[6], number, match[1] or match[5])
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d{1,6})?", text):
        return _since_1970(float(text))
    return None


def _mailed(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _either(first: int, second: int, year: str) -> date | None:
    """Day and month in an order that only their size can tell."""
    if first == second or first > 12:
        return _day(year, second, first)
    return _day(year, first, second) if second > 12 else None


def _since_1970(value: float) -> date | None:
    for seconds in (value, value / 1_000):
        if _SECONDS.start <= seconds < _SECONDS.stop:
            return datetime.fromtimestamp(seconds, UTC).date()
    return None


def _day(year: int | str, month: int | str, day: int | str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
