# When things are said to have happened: every time expression of a report, with the
# days that it names, seen from the day of publication.
# Rule 1: the present day is never asked for. Without a day of publication only
#   what is absolute has a value; the rest is found and has None.
# Rule 2: None, never a guess: vague numbers, signs both ways, days that don't exist.
# Rule 3: one pass: shapes propose, the leftmost and longest wins, then neighbours are
#   joined ("from March to May"), then each is resolved in order, since a date may be
#   the anchor of what follows it.
# Rule 4: the preposition belongs to the text ("on Monday", "since 2015"), but not in "on
#   Monday's vote"; only "since", "until", "before", "after", "from … to", "between … and"
#   change the value.
# Rule 5: what has no value is found all the same, with the reason: a reading lists it as
#   passed over, and no "Saturday" is taken for an actor.
#
# Expression                      Value, if published on Tuesday 2022-10-18
# 30 November 2021, Nov. 30, 2021 2021-11-30
# Monday; last/next Monday        2022-10-17; 2022-10-17/2022-10-24 (always another day)
# will meet on Monday             2022-10-24: a verb of the future before it
# would meet, meets on Friday     2022-10-21: what is arranged lies ahead
# was due on Monday/Friday        None: yesterday or to come; 2022-10-21, since far from past
# the 17th                        2022-10-17, in the latest month that has it
# July; December; Nov. 30         2022-07; 2021-12; 2021-11-30: not after publication
# next July, until July           2023-07, ../2023-07; "by July" is 2023-07
# this week, last month           2022-10-17/2022-10-23, 2022-09
# the/this weekend, last weekend  of this week: 2022-10-22/23; last 2022-10-15/16
# two days/weeks/months/years ago 2022-10-16, 2022-10-03/2022-10-09, 2022-08, 2020
# a decade ago; a century ago     2012; None
# more than two years ago         None, like every inexact number
# the past eight years/two weeks  2014/2022, 2022-10-04/2022-10-18
# has ruled for eight years       2014/2022; "ruled for eight years" and "for decades" None
# recent days/weeks/months        2022-10, 2022-09/2022-10, 2022: a step coarser than the word
#                                 and wide enough to hold it; "recent years" None
# will leave in/within two weeks  2022-10-31/2022-11-06, 2022-10-18/2022-11-01
# overnight, last night           2022-10-17/2022-10-18, 2022-10-17
# the next two years/two weeks    2022/2024, 2022-10-18/2022-11-01
# early 2014, the end of May      2014, 2022-05: the unit itself, nothing narrower
# last summer, spring 2020        2022-06/2022-08, 2020-03/2020-05
# the third quarter of 2022       2022-07/2022-09
# the 1990s, the 19th century     1990/1999, 1801/1900
# since February, from 2015 on    2022-02/.., 2015/..; so "since the war began in February"
# since then, until then          from, to the date last named
# until May 2022                  ../2022-05
# before 2014, after 2014         ../2013, 2015/.. ("before the end of 2014" ../2014)
# not until May 2022              2022-05: from then on, not until then
# three days earlier, that year   from the date last named, if it is within 400
#                                 characters, exact enough, and not itself so counted
# at 22:30                        the day last named near, or the only one, if past
"""Find and resolve the time expressions of a report."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from dragoman.alphabet.settings import SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.events.calendar.meanings import Base, Said
from dragoman.events.calendar.patterns import CALENDAR_SHAPES
from dragoman.events.calendar.reading import Anchor, Mark, read
from dragoman.events.calendar.relative_patterns import RELATIVE_SHAPES
from dragoman.events.calendar.signs import year_is_meant
from dragoman.events.calendar.values import Extent, end_of, start_of
from dragoman.events.calendar.words import W
from dragoman.events.calendar.year_patterns import YEAR_SHAPES

__all__ = ["Time", "anchored", "end_of", "find_datelines", "find_times", "start_of"]

_SHAPES = (*CALENDAR_SHAPES, *YEAR_SHAPES, *RELATIVE_SHAPES)
#: Their hints, each looked for once.
_HINTS = frozenset(hint for shape in _SHAPES for hint in (*shape.hints, *shape.needs))
_SMALL_HINTS = frozenset(hint for hint in _HINTS if hint.islower())
#: A hint → the shapes that it may begin.
_BY_HINT: dict[str, list[int]] = {
    hint: [k for k, shape in enumerate(_SHAPES) if hint in shape.hints] for hint in _HINTS
}
_LONGEST_DATELINE = 40
_NARROWED = frozenset(
    ("date", "month", "weekday", "year", "decade", "century", "season", "quarter", "unit", "day")
)


@dataclass(frozen=True, slots=True)
class Time:
    """One time expression of a report and the interval that it names.

    ``value`` is ``YYYY``, ``YYYY-MM``, ``YYYY-MM-DD`` or two of these with a slash,
    both included, ``..`` for an open side. ``precision`` is one of day, week, month,
    quarter, year, decade, or interval for all else; both are None together.
    """

    span: Span
    text: str
    value: str | None
    precision: str | None
    reason: str = ""  #: why there is no value; empty where there is one


def anchored(times: Iterable[Time]) -> tuple[tuple[Time, ...], tuple[Skipped, ...]]:
    """Return the times that have a value, and the others as passed over, with the reason."""
    kept, passed = [], []
    for time in times:
        if time.value is not None:
            kept.append(time)
        else:
            passed.append(Skipped("events", time.reason, time.span, time.text[:SHOWN]))
    return tuple(kept), tuple(passed)


def find_datelines(text: str, spans: Iterable[Span]) -> tuple[Time, ...]:
    """Return the full dates that are all that one of *spans* holds, in order.

    >>> spans = [Span(0, 19), Span(20, 37)]
    >>> [t.value for t in find_datelines("Tuesday, 2 May 2017 Paris, 2 May 2017.", spans)]
    ['2017-05-02']
    """
    found = []
    for span in sorted(spans):
        if span.end - span.start <= _LONGEST_DATELINE:
            times = find_times(text, None, [span])
            found += [t for t in times if t.precision == "day" and t.text == span.of(text).strip()]
    return tuple(found)


def find_times(
    text: str, published: date | None, spans: Iterable[Span] | None = None
) -> tuple[Time, ...]:
    """Return the time expressions of *text*, in order, none touching another.

    Args:
        text: a report's text; English.
        published: day of publication; None leaves relative times without a value.
        spans: if given, only expressions wholly inside one of them are found.
    Returns: times, also those that cannot be anchored (``value`` None, with a reason).
        The span covers the preposition and the words of an interval, and lies in one
        sentence.

    >>> from datetime import date
    >>> times = find_times("Sanctions in force since May were eased on Friday.", date(2022, 10, 18))
    >>> [(time.text, time.value) for time in times]
    [('since May', '2022-05/..'), ('on Friday', '2022-10-14')]
    """
    found: list[Time] = []
    anchor = Anchor()
    regions = list(_regions(text, spans))
    # What the whole text does not hold need not be looked for in each part of it.
    hints = _held(_HINTS, text[regions[0].start : regions[-1].end]) if regions else frozenset()
    for region in regions:
        marks = _marks(text, region, hints)
        index = 0
        while index < len(marks):
            follower = marks[index + 1] if index + 1 < len(marks) else None
            base = Base(published, None)
            free = Span(max(region.start, found[-1].span.end if found else 0), region.end)
            span, extent, taken = read(text, free, marks[index], follower, base, anchor)
            found.append(_time(text, span, extent, _why_not(marks[index], published)))
            index += taken
    return tuple(found)


def _time(text: str, span: Span, extent: Extent | None, reason: str) -> Time:
    if extent is None:
        return Time(span, span.of(text), None, None, reason)
    return Time(span, span.of(text), extent.value, extent.precision)


def _why_not(mark: Mark, published: date | None) -> str:
    """Why an expression may have no value."""
    if mark.shape.kind == "vague" or mark.said["vague"] or mark.said["hedge"]:
        return "a time of no known days"
    if mark.shape.kind in ("later", "then", "clock"):
        return "a time told from another that is not known"
    if published is None:
        return "a time told from the day of publication, which is not known"
    return "a time that may be one or another, or none"


def _regions(text: str, spans: Iterable[Span] | None) -> Iterator[Span]:
    """The parts to look at: in order, inside the text, overlapping ones made one."""
    if spans is None:
        yield Span(0, len(text))
        return
    start = end = 0
    for span in sorted(spans):
        left, right = max(0, span.start), min(len(text), span.end)
        if left < end:
            end = max(end, right)
            continue
        if start < end:
            yield Span(start, end)
        start, end = left, right
    if start < end:
        yield Span(start, end)


# --- finding --------------------------------------------------------------------------
def _held(hints: frozenset[str], text: str) -> frozenset[str]:
    """Those of *hints* that stand in *text*, those in small letters in any case."""
    lowered = text.lower()
    small = [h for h in hints & _SMALL_HINTS if h in lowered]
    return frozenset(small + [h for h in hints - _SMALL_HINTS if h in text])


def _marks(text: str, region: Span, hints: frozenset[str]) -> list[Mark]:
    """The leftmost and, of those that begin together, longest expressions."""
    seen = _held(hints, region.of(text))
    likely = {k for hint in seen for k in _BY_HINT[hint]}
    candidates = [
        (match.start(), -match.end(), order, match)
        for order, shape in ((k, _SHAPES[k]) for k in sorted(likely))
        if not shape.needs or not seen.isdisjoint(shape.needs)
        for match in shape.pattern.finditer(text, region.start, region.end)
        if shape.guard is None or shape.guard(match)
    ]
    marks: list[Mark] = []
    end = region.start
    for start, _, order, match in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start < end:
            continue
        said, shape = Said.of(match), _SHAPES[order]
        if shape.meaning is not None:
            loose = shape.loose and not any(said[name] for name in shape.fixed)
            mark = Mark(start, match.end(), shape, said, loose)
            marks.append(_narrow(text, Span(end, region.end), mark))
        end = match.end()
    return list(_with_clocks(text, list(_with_signs(text, marks))))


_CLOCK_DAY = re.compile(rf",?{W}(?:(?:on|of){W}(?:the{W})?)?")
_DAY_CLOCK = re.compile(
    rf",?{W}(?:(?:at|around|about|by|from|just|shortly|before|after){W}){{0,3}}"
)
_DAYLIKE = frozenset(("weekday", "date", "day", "later"))


def _with_clocks(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """Make one of a clock time and the day beside it, which is what it names."""
    index = 0
    while index < len(marks):
        mark = marks[index]
        after = marks[index + 1] if index + 1 < len(marks) else None
        kinds = (mark.shape.kind, after.shape.kind if after else "")
        if after and kinds[0] == "clock" and kinds[1] in _DAYLIKE:
            if _CLOCK_DAY.fullmatch(text, mark.end, after.start):
                mark = replace(after, start=mark.start, narrowed=True)
                index += 1
        elif after and kinds[1] == "clock" and kinds[0] in _DAYLIKE - {"later"}:
            if _DAY_CLOCK.fullmatch(text, mark.end, after.start):
                mark = replace(mark, end=after.end, narrowed=True)
                index += 1
        yield mark
        index += 1


_NARROWING = re.compile(
    rf"(?<![\w-])(?:(?:the{W})?(?:very{W})?(?:(?:(?:beginning|start|end|middle|close|dawn|"
    rf"(?:first|second|third|fourth|last|final|opening|closing){W}(?:(?:few|two|three){W})?"
    rf"(?:days?|weeks?|weekend|months?|half|part|stages)|(?:early|small){W}hours|morning|afternoon|"
    rf"evening|night){W}of|overnight(?:{W}(?:on|into|to))?|early|late|earlier|later)"
    rf"(?:{W}(?:in|on))?{W}|mid(?:-|{W})|end-))\Z",
    re.IGNORECASE | re.ASCII,
)


def _narrow(text: str, region: Span, mark: Mark) -> Mark:
    """Take "early", "mid-", "the end of" into the expression."""
    if mark.shape.kind not in _NARROWED:
        return mark
    from_ = max(region.start, mark.start - 48)
    match = _NARROWING.search(text[from_ : mark.start])
    return replace(mark, start=from_ + match.start(), narrowed=True) if match else mark


_AND_YEAR = re.compile(rf",?{W}(?:and|or|to|through|until)(?:{W}(?:in|late|early))?{W}|,{W}")


def _with_signs(text: str, marks: list[Mark]) -> Iterator[Mark]:
    """Leave out numbers without a sign that they are years."""
    last: Mark | None = None
    for mark in marks:
        if mark.shape.kind != "year" or mark.narrowed or mark.end - mark.start > 4:
            meant = True
        else:
            meant = year_is_meant(text, mark.start, mark.end) or (
                last is not None
                and last.shape.kind in ("year", "month", "range")
                and _AND_YEAR.fullmatch(text, last.end, mark.start) is not None
                and year_is_meant(f"in {text[mark.start : mark.end + 40]}", 3, 7)
            )
        if meant:
            last = mark
            yield mark
