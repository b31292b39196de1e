# How days, figures, names and quotations are written in the sentences that a person reads.
# Rule: values in, words out; nothing here knows a page or what is printed beside it.
"""The wording of what is told of two places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from dragoman.views.tables import signed
from dragoman.views.terminal import Plain, visible

#: Below this size an alignment is neither together nor against.
SLIGHT = 0.2
_BLOCKS = "▁▂▃▄▅▆▇█"
#: "ALGIERS, 4 November 2021 – " and its like: where and when a report was written.
_DATELINE = re.compile(
    r"^[^\W\d_a-z][^\W\d_a-z .'’/-]{2,30}"
    r"(?:,? (?:[A-Z][a-z]*\.? )?\d[\w ,.]{0,20}(?:\([^)]*\))?| \([^)]*\))? (?:-|–|—) (?=[^\W\d_a-z])"
)
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
#: How the names begin and end that take an article: "the United States", "the Arab League".
_ARTICLE = (
    "United ", "Netherlands", "Philippines", "Bahamas", "Gambia", "Maldives", "Seychelles", "Comoros",
)  # fmt: skip
_ARTICLE_END = (" Republic", " Islands", " Union", " Nations", " Emirates", " League", " States")


def when(day: str | None) -> str:
    """A day, month, year or interval in words.

    >>> when("2022-10-17"), when("2022-10"), when("2015/.."), when(None)
    ('17 October 2022', 'October 2022', 'since 2015', '')
    """
    if not day:
        return ""
    if "/" in day:
        first, last = day.split("/", maxsplit=1)
        if ".." in (first, last):
            return f"since {when(first)}" if last == ".." else f"until {when(last)}"
        return f"{when(first)} to {when(last)}"
    parts = day.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return day
    month = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else []
    first_day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*first_day, *month, parts[0]])


def month_of(day: date) -> str:
    """The month of a day, as short as a line of blocks wants it: "Oct 2022"."""
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"


def bar(weight: float, cells: int = 8) -> str:
    """A weight from 0 to 1 as a bar; something of it is seen, however small it is.

    >>> bar(0.5, 4), bar(0.01, 4)
    ('██░░', '█░░░')
    """
    full = min(cells, max(1, round(weight * cells)))
    return "█" * full + "░" * (cells - full)


def sparkline(history: Sequence[Plain]) -> list[tuple[str, float | None]]:
    """A block and its value for each window from the first to the last; silent ones are dots."""
    dated = [row for row in history if row["start"] is not None]
    if not dated:
        return []
    known = {_months(row["start"]): row["alignment"] for row in dated}
    step = max(1, _months(dated[0]["end"]) - _months(dated[0]["start"]))
    made: list[tuple[str, float | None]] = []
    for month in range(min(known), max(known) + 1, step):
        value = known.get(month)
        block = "·" if value is None else _BLOCKS[min(7, int((value + 1) * 4))]
        made.append((block, value))
    return made


def stand(value: float, low: float, high: float) -> str:
    """How two stand, no more firmly than the interval allows."""
    if abs(value) < SLIGHT:
        return "stand neither together nor against each other"
    seem = "" if low > 0 or high < 0 else "seem to "
    return seem + ("stand together" if value > 0 else "stand against each other")


def unsigned(value: float) -> str:
    """A figure of the headline: the sign only where it is below 0."""
    return signed(value).removeprefix("+")


def colour_of(value: float) -> str:
    """The colour of a tie: friendly, hostile, or neither."""
    return "green" if value > 0 else "red" if value < 0 else "default"


def many(count: int, what: str) -> str:
    """So many of them.

    >>> many(1, "act"), many(1200, "text")
    ('1 act', '1,200 texts')
    """
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def told_when(act: Plain) -> str:
    """When it was, or was told, and by whom."""
    outlet = act.get("outlet") or (act.get("report") or "").rpartition("/")[2]
    if act.get("date"):
        return ", ".join(filter(None, (when(act["date"]), outlet)))
    told = when(_day(act.get("published")))
    return ", ".join(filter(None, (f"told {told}" if told else "", outlet)))


def quoted(act: Plain, most: int) -> str:
    """The sentence of an act in quotation marks, cut so that the words that show it stay."""
    sentence = visible(act.get("sentence") or act.get("evidence") or "").strip('“”" ')
    sentence = _DATELINE.sub("", sentence)
    if len(sentence) > most:
        shown = visible(act.get("evidence") or "")
        at = max(sentence.find(shown), 0)
        if at + min(len(shown), most) >= most:
            rest = sentence[max(0, min(at, len(sentence) - most + 1)) :]
            sentence = "…" + (rest if sentence[at:] == rest else rest.partition(" ")[2])
        sentence = visible(sentence, most)
    return f"“{sentence}”" if sentence else ""


def _day(value: Any) -> str | None:
    """A day as text, whether it is text or a date."""
    return value.isoformat() if isinstance(value, date) else value


def _months(day: date) -> int:
    return day.year * 12 + day.month


def with_article(name: str) -> str:
    """A name as it stands inside a sentence.

    >>> with_article("United States"), with_article("Chad")
    ('the United States', 'Chad')
    """
    the = name.startswith(_ARTICLE) or name.endswith(_ARTICLE_END)
    return f"the {name}" if the and not name.startswith("the ") else name
