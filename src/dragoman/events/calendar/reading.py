# How expressions that were found become days: two that make an interval are joined,
# one after "since" or "before" is opened, and each is resolved in its turn, because a
# date may be the anchor of what follows it.
# Rule 1: two are joined only if what stands between them, and before them, says so,
#   and only if the result runs forward; "moved from Monday to Friday" is no interval.
# Rule 2: of two, the one with a year lends it to the other: "from November to February
#   2020" begins in 2019. If neither has one, the end is resolved first, then the start.
"""Join, open and resolve time expressions."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dragoman.alphabet.span import Span
from dragoman.events.calendar.meanings import Base, Said
from dragoman.events.calendar.patterns import Shape
from dragoman.events.calendar.relative_meanings import counted, from_anchor
from dragoman.events.calendar.tense import is_negated, way_of
from dragoman.events.calendar.values import (
    Extent,
    Way,
    month_part,
    part_end,
    part_start,
    year_part,
)
from dragoman.events.calendar.words import NUMBER, UNIT, B, E, W, any_case

#: How far back, in characters, "three days earlier" looks for the date it counts from.
ANCHOR_REACH = 400

_ANCHORS = frozenset(("date", "month", "weekday", "year", "day", "holiday", "clock"))
_CLOSED = frozenset(("vague", "lasting", "ago", "later", "for", "in", "then", "clock"))
_DAYLIKE = frozenset(("date", "weekday", "day"))
_NAMED_BY_THEN = _ANCHORS | {"unit", "season", "quarter", "ago", "later"}
_DAYS = frozenset(("yesterday", "today", "tomorrow"))


@dataclass(frozen=True, slots=True)
class Mark:
    """An expression found, not yet resolved."""

    start: int
    end: int
    shape: Shape
    said: Said
    loose: bool
    narrowed: bool = False  #: "early", "the end of": stands for a part of its unit

    @property
    def partial(self) -> bool:
        """Whether "before" it may still be in it: before Monday night, before late May."""
        word = self.said["word"].lower()
        return self.narrowed or bool(self.said["part"]) or bool(word and word not in _DAYS)


class Anchor:
    """The date last named, for "three days earlier". One counted so is no anchor."""

    def __init__(self) -> None:
        self._extent: Extent | None = None
        self._then: Extent | None = None
        self._day: Extent | None = None
        self._days: set[str] = set()
        self._end = self._then_end = 0

    def at(self, start: int) -> Extent | None:
        """The date to count from for an expression that begins at *start*."""
        return self._extent if start - self._end <= ANCHOR_REACH else None

    def name(self, mark: Mark, extent: Extent | None) -> None:
        """Take note of what *mark* names."""
        kind = mark.shape.kind
        if extent and kind in _ANCHORS and (not mark.narrowed or kind in _DAYLIKE):
            self._extent, self._end = extent, mark.end
        elif kind == "later":
            self._extent = None
        if extent and kind in _NAMED_BY_THEN:
            self._then, self._then_end = extent, mark.end

        if extent and kind in _DAYLIKE and extent.precision == "day":
            self._days.add(extent.value)
            self._day = extent

    def seen_by(self, mark: Mark) -> Extent | None:
        """What *mark* counts from. A clock without a date near: the only day of the report."""
        if mark.shape.kind == "then":
            return self._then if mark.start - self._then_end <= ANCHOR_REACH else None
        near = self.at(mark.start)
        if near is None and mark.shape.kind == "clock" and len(self._days) == 1:
            return self._day
        return near


_PREPOSITION = re.compile(
    rf"(?<![\w'’-])(?P<word>{any_case('since|until|till|before|after|from|between|by|for|pre|post')}|"
    rf"{any_case(f'up{W}until|prior{W}to|(?:starting|beginning|effective)(?:{W}(?:in|on|from))?')}|"
    rf"{any_case(f'as{W}from|no{W}later{W}than')})(?:{W}|(?<=[et])-)\Z"
)
_LEAD = re.compile(
    rf"(?<![\w'’-]){any_case(f'on|in|at|by|during|over|from|throughout|as{W}of|within|for')}"
    rf"{W}\Z"
)
_MOMENT = re.compile(
    rf"(?<![\w'’-]){any_case(f'at|around|about|(?:just|shortly|soon){W}(?:before|after)')}{W}\Z"
)
_DATING = frozenset(
    (
        "date",
        "month",
        "year",
        "weekday",
        "unit",
        "day",
        "ago",
        "holiday",
        "season",
        "decade",
        "quarter",
    )
)
#: Kinds that stand without a preposition: "since talks collapsed last week".
_BARE = frozenset(("unit", "day", "ago", "weekday"))
_SINCE_EVENT = re.compile(
    rf"(?<![\w'’-]){any_case('since')}{W}(?!(?:then|before|after){E})(?:[\w'’-]+{W}){{1,10}}?"
    rf"(?P<in>{any_case('in|on|at|during')}{W})?\Z"
)
_OFFSET = re.compile(
    rf"(?<![\w.,-])(?:(?P<num>{NUMBER}){W}(?P<unit>{UNIT})|[Tt]he{W}(?P<one>day|week|month|year))"
    rf"{W}(?P<side>before|after){W}\Z"
)
_TO = re.compile(rf",?{W}(?:up{W})?(?:to|until|till|through){W}")
_DASH = re.compile(r"[^\S\n]?–[^\S\n]?|-|/")
_THROUGH = re.compile(rf"{W}(?:to|through){W}")
_STARTING = ("starting", "beginning", "effective")
_AND = re.compile(rf"{W}and{W}")
_TO_NOW = re.compile(
    rf"{W}(?:to|until|till|through){W}(?:the{W}present(?:{W}day)?|now|this{W}day){E}"
)
_ONWARDS = re.compile(rf"{W}(?:onwards?|on(?=[,.;:)]|\s?\Z)){E}")
_OWNS = re.compile(r"['’]s?(?!\w)")
_MOVED = re.compile(
    rf"{B}(?:postpon|delay|mov|reschedul|push|brought|bring|shift|chang)[a-z]{{0,6}}{E}[^.;]{{0,60}}\Z"
)
_MOVED_TO = re.compile(_MOVED.pattern.replace(r"\Z", rf"{W}to{W}\Z"))


def read(
    text: str, region: Span, mark: Mark, follower: Mark | None, base: Base, anchor: Anchor
) -> tuple[Span, Extent | None, int]:
    """Resolve *mark*, joined to *follower* if the two make an interval.

    Returns: the characters, what they name, and how many marks were taken, 1 or 2.
    """
    from_ = max(region.start, mark.start - 40)
    left = text[from_ : mark.start]
    match = _PREPOSITION.search(left)
    word = " ".join(match["word"].lower().split()) if match else ""
    cover = from_ + match.start() if match else mark.start
    if word == "for" and (mark.shape.kind not in _DAYLIKE or _OWNS.match(text, mark.end)):
        word = ""
    way = way_of(text, mark.start, mark.end, word) if mark.loose else None
    if way == "back" and _MOVED_TO.search(text[max(0, mark.start - 80) : mark.start]):
        way = None
    seen = anchor.seen_by(mark)
    if mark.shape.kind == "clock" and not _MOMENT.search(left):
        seen = None
    base = replace(base, anchor=seen, way=way)
    if follower and _joined(text, mark, follower, word):
        if follower.loose and not mark.loose:
            base = replace(base, way=way_of(text, follower.start, follower.end, word))
        extent = _interval(mark, follower, base)
        anchor.name(follower, None)
        start = cover if word in ("from", "between") else mark.start
        return Span(start, follower.end), extent, 2
    extent = _resolve(mark, base)
    anchor.name(mark, extent)
    offset = _OFFSET.search(left)
    if offset and mark.shape.kind not in _CLOSED and not _OWNS.match(text, mark.end):
        return Span(from_ + offset.start(), mark.end), _offset(offset, extent), 1
    since = _since_event(text, region, mark)
    if since is not None:
        return Span(since, mark.end), extent and extent.open_end(), 1
    span, extent = _opened(text, region, mark, word, cover, extent)
    return _led(text, region, span), extent, 1


def _since_event(text: str, region: Span, mark: Mark) -> int | None:
    """Where "since the war began in February" begins; None if it is no such thing."""
    kind = mark.shape.kind
    if kind not in _DATING or _OWNS.match(text, mark.end):
        return None
    from_ = max(region.start, mark.start - 110)
    match = _SINCE_EVENT.search(text[from_ : mark.start])
    if match is None or not (match["in"] or kind in _BARE):
        return None
    return from_ + match.start()


def _led(text: str, region: Span, span: Span) -> Span:
    """Take "on", "in", "at" in, which belong to the expression; not in "on Monday's raid"."""
    if _OWNS.match(text, span.end, region.end):
        return span
    from_ = max(region.start, span.start - 30)
    match = _LEAD.search(text[from_ : span.start])
    return Span(from_ + match.start(), span.end) if match else span


def _resolve(mark: Mark, base: Base) -> Extent | None:
    """What *mark* means; None where its meaning leaves the calendar."""
    if mark.shape.meaning is None:
        return None
    try:
        return mark.shape.meaning(mark.said, base)
    except (ValueError, OverflowError):
        return None


def _joined(text: str, mark: Mark, follower: Mark, word: str) -> bool:
    """Whether what stands between two expressions makes them an interval."""
    if not {mark.shape.kind, follower.shape.kind}.isdisjoint(_CLOSED | {"range"}):
        return False
    gap = (mark.end, follower.start)
    if word == "between":
        return _AND.fullmatch(text, *gap) is not None
    if _MOVED.search(text[max(0, mark.start - 80) : mark.start]):
        return False
    if word == "from" and _TO.fullmatch(text, *gap):
        return True
    same = mark.shape.kind == follower.shape.kind
    if not same or mark.shape.kind not in ("month", "weekday", "year", "date"):
        return False
    return bool(_DASH.fullmatch(text, *gap) or _THROUGH.fullmatch(text, *gap))


def _interval(mark: Mark, follower: Mark, base: Base) -> Extent | None:
    """From the first day of *mark* to the last of *follower*, if it comes later."""
    if mark.loose and follower.loose and base.way in ("ahead", "told"):
        first = _resolve(mark, base)
        last = _resolve(
            follower, _seen_from(base, first.first if first else None, part_start, "ahead")
        )
    elif mark.loose:
        last = _resolve(follower, base)
        first = _resolve(mark, _seen_from(base, last.last if last else None, part_end, "back"))
    else:
        first = _resolve(mark, base)
        if follower.loose:
            base = _seen_from(base, first.first if first else None, part_start, "ahead")
        last = _resolve(follower, base)
    if not (first and last and first.first and last.last):
        return None
    if part_start(first.first) >= part_end(last.last):
        return None
    return Extent(first.first, last.last, "interval")


def _seen_from(base: Base, part: str | None, side: Callable[[str], date], way: Way) -> Base:
    """Look from one end of an interval for the other; without that end, from nowhere."""
    return replace(base, published=side(part) if part else None, way=way)


def _opened(
    text: str, region: Span, mark: Mark, word: str, cover: int, extent: Extent | None
) -> tuple[Span, Extent | None]:
    """Apply "since", "until", "before", "after", "from … on"."""
    plain, covered = Span(mark.start, mark.end), Span(cover, mark.end)
    # "since last year's coup", "before the 2015 pact": the coup is meant, not the year.
    if mark.shape.kind in _CLOSED - {"ago"} or _OWNS.match(text, mark.end, region.end):
        return plain, extent
    on = _ONWARDS.match(text, mark.end, region.end) or _TO_NOW.match(text, mark.end, region.end)
    if word == "from" and on:
        return Span(cover, on.end()), extent and extent.open_end()
    if word in ("since", "as from") or word.startswith(_STARTING):
        return covered, extent and extent.open_end()
    if word in ("until", "till", "up until") and not is_negated(text, cover):
        return covered, extent and extent.open_start()
    if word in ("before", "prior to", "pre"):
        return covered, _before(mark, extent)
    if word in ("after", "post"):
        return covered, _after(mark, extent)
    return plain, extent


def _before(mark: Mark, extent: Extent | None) -> Extent | None:
    if extent is None or extent.first is None or mark.partial:
        return extent and extent.open_start()
    return Extent(None, _stepped(extent.first, -1), "interval")


def _after(mark: Mark, extent: Extent | None) -> Extent | None:
    if extent is None or extent.last is None or mark.partial:
        return extent and extent.open_end()
    return Extent(_stepped(extent.last, 1), None, "interval")


def _stepped(part: str, step: int) -> str | None:
    """The year, month or day next to one; None at the ends of the calendar."""
    start = part_start(part)
    try:
        if len(part) == 4:
            return year_part(start.year + step)
        if len(part) == 7:
            return month_part(start.year, start.month + step)
        return (start + timedelta(days=step)).isoformat()
    except (ValueError, OverflowError):
        return None


def _offset(match: re.Match[str], extent: Extent | None) -> Extent | None:
    """Two days after 5 May 2021, the day before Monday."""
    count, unit = counted(Said(num=match["num"] or "a", unit=match["unit"] or match["one"]))
    if count is None:
        return None
    try:
        return from_anchor(extent, -count if match["side"] == "before" else count, unit)
    except (ValueError, OverflowError):
        return None
