# When a report was published, by what it says of itself. Rule: only a date that stands
# where dates of publication stand. "On July 14, 2015, the pact was signed" is history.
"""Dates of publication in file names and first lines."""

from __future__ import annotations

import re
from datetime import date
from pathlib import PurePath
from typing import TypeAlias

#: A day, and where it stands: "metadata", "dateline", "first lines", "file name".
Dating: TypeAlias = tuple[date | None, str | None]
#: Lines from the top, blank ones not counted, in which a report is dated.
FIRST_LINES = 5
#: Characters of such a line that are looked at.
LONGEST_LINE = 200

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\.?|july?\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>{_YEAR})"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH}),? (?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})-(?P<m3>\d\d)-(?P<d3>\d\d))(?!\d)"
)
_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)\w{0,6}\.?,? )?"
#: The date alone, or after a label or a name: "Published: 4 March 2023", "By Ann Lee | …".
_DATED_LINE = re.compile(
    rf"\W*(?:(?P<label>published|posted|first published|updated|last updated|date)(?: on| at)?\W+"
    rf"|[^|•·–—]{{1,80}} ?[|•·–—] ?)?{_WEEKDAY}{_DATE}"
    r"(?:[T ,|•·–—-]*(?:at )?[\d:. apm]{0,14}(?:[a-z]{1,4}|[+-]\d\d:?\d\d)?)?",
    re.IGNORECASE,
)
#: "KYIV, March 4, 2023 (Reuters) —", "GOMA, Congo, 4 March 2023 (Reuters) -".
_DATELINE = re.compile(
    rf"(?-i:[A-Z][A-Z .,'’-]{{2,40}}(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?),? \(?{_DATE}\)?[,.]?\s*(?:\(|[-–—])",
    re.IGNORECASE,
)
_IN_NAME = re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?P<gap>[-_.]?)(?P<m>\d\d)(?P=gap)(?P<d>\d\d)(?!\d)")


def from_name(name: str) -> date | None:
    """Return the date in a file's name, written year, month, day.

    Of ``archive.zip#inner.txt`` the last name counts: what an archive is called dates no report.

    >>> from_name("wire/2022-10-18-drones.txt")
    datetime.date(2022, 10, 18)
    """
    match = _IN_NAME.search(PurePath(name.rpartition("#")[2]).name)
    return _day(match["y"], match["m"], match["d"]) if match else None


def from_first_lines(text: str) -> date | None:
    """Return the date that a plain text bears on top; the first, but rather not "updated"."""
    return on_top(text)[0]


def on_top(text: str) -> Dating:
    """Like :func:`from_first_lines`, with where it stands."""
    updated: Dating = (None, None)
    for line in _first_lines(text):
        dated = _DATED_LINE.fullmatch(line)
        match = dated or _DATELINE.match(line)
        if match is None:
            continue
        found: Dating = (_found(match), "first lines" if dated else "dateline")
        label = match.groupdict().get("label") or ""
        if found[0] is not None and "updated" not in label.lower():
            return found
        if updated[0] is None and found[0] is not None:
            updated = found
    return updated


def named(name: str) -> Dating:
    """Like :func:`from_name`, with where it stands."""
    return from_name(name), "file name"


def told(day: date | None) -> Dating:
    """A day that a field of metadata names."""
    return day, "metadata"


def first_of(*datings: Dating) -> Dating:
    """Return the first of *datings* that has a day; none at all if none has."""
    return next((dating for dating in datings if dating[0] is not None), (None, None))


def _first_lines(text: str) -> list[str]:
    """The first lines that hold anything, cut to what is looked at."""
    lines: list[str] = []
    for line in text[:20_000].split("\n"):
        if line.strip():
            lines.append(line.strip()[:LONGEST_LINE])
        if len(lines) == FIRST_LINES:
            break
    return lines


def _found(match: re.Match[str]) -> date | None:
    """The calendar day that a match of _DATE names."""
    if match["y3"]:
        return _day(match["y3"], match["m3"], match["d3"])
    month = _MONTHS.index((match["m1"] or match["m2"]).lower()[:3]) + 1
    return _day(match["y1"] or match["y2"], str(month), match["d1"] or match["d2"])


def _day(year: str, month: str, day: str) -> date | None:
    """A calendar day; None for a 30 February."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
