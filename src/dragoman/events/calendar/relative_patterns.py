# The shapes of times told from the day of publication ("last week", "two years ago")
# or from a date told before ("three days earlier", "since then"), and of times whose
# days are not known ("for decades"): those are found too, with no value.
# The rules of calendar/patterns.py hold here as well.
"""Patterns of relative times and of durations."""

from __future__ import annotations

import re

from dragoman.events.calendar import relative_meanings as mean
from dragoman.events.calendar.meanings import Base, Said
from dragoman.events.calendar.patterns import RELATION, Meaning, Shape, preceded
from dragoman.events.calendar.signs import stands_after_the, word_is_meant
from dragoman.events.calendar.tense import must_be_soon, runs_to_now
from dragoman.events.calendar.values import Extent
from dragoman.events.calendar.words import (
    DAYPART,
    HEDGE,
    NUMBER,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    B,
    E,
    W,
    any_case,
)

_HEDGE = rf"(?:(?P<hedge>{HEDGE}){W})?"
_HOW_MANY = rf"{_HEDGE}(?:(?P<num>{NUMBER})|(?P<vague>{VAGUE}))"
_COUNT = rf"{_HOW_MANY}{W}(?P<unit>{UNIT})"
_START = r"(?<![\w.,$€£'’-])"
_STOP = r"(?=[,.;:)!?]|\s?\Z)"
_PLURALS = ("days", "weeks", "months", "years", "decades", "centuries")
_HINTS = ("day", "week", "month", "year", "decade", "centur")
_AFTER_IN = preceded("over|in|within|during|for|throughout")


def _runs_to_now(match: re.Match[str]) -> bool:
    """Take "the past year" as it stands, "the last year" after "in", "over", "for" only."""
    return match["rel"].lower() == "past" or _AFTER_IN(match)


def _before_last(said: Said, base: Base) -> Extent | None:
    return mean.unit_now(Said(said, twice="twice"), base)


def _shape(
    kind: str,
    pattern: str,
    meaning: Meaning,
    hints: tuple[str, ...] = _HINTS,
    needs: tuple[str, ...] = (),
) -> Shape:
    return Shape(kind, re.compile(pattern), meaning, hints, needs=needs)


_NIGHTLY = re.compile(
    rf"(?:{any_case('the|an|a')}|['’]s|s['’]|{B}(?:[Ee]very|[Ii]ts|[Tt]heir|[Aa]lmost)){W}\Z"
)


def _of_the_night(match: re.Match[str]) -> bool:
    """Whether "overnight" tells when: not "an overnight curfew"."""
    return not _NIGHTLY.search(match.string[max(0, match.start() - 12) : match.start()])


_NOW = (
    Shape(
        "day",
        re.compile(
            rf"{B}(?P<beyond>[Tt]he{W}day{W}(?:before{W}(?=yest)|after{W}(?=tomo)))?"
            rf"(?P<word>{any_case('yesterday|today|tomorrow|tonight')}|"
            rf"{any_case(f'this{W}(?:morning|afternoon|evening)|last{W}night')}){E}"
            rf"(?:(?<=[yw]){W}(?P<part>{DAYPART}){E})?"
        ),
        mean.near_day,
        ("yesterday", "today", "tomorrow", "tonight", "this", "last"),
        guard=word_is_meant,
    ),
    Shape(
        "unit",
        re.compile(
            rf"{B}(?:{RELATION}|(?P<now>{any_case('the')}{W}current{W}))"
            rf"(?P<unit>{any_case('week|month|year|weekend|decade|century|quarter')}){E}"
        ),
        mean.unit_now,
        ("last", "this", "next", "coming", "current"),
        guard=lambda match: not stands_after_the(match),
    ),
    _shape(
        "unit",
        rf"{B}[Tt]he{W}(?P<unit>week|month|year|decade){W}before{W}(?P<rel>last){E}",
        _before_last,
        ("before",),
        ("last",),
    ),
    Shape(
        "unit",
        re.compile(rf"{B}(?P<rel>the){W}(?P<unit>week|month|year|decade){E}(?!{W}of{E})"),
        mean.unit_now,
        ("week", "month", "year", "decade"),
        guard=preceded(rf"(?:(?:end|start|beginning|middle|close){W}of|(?:earlier|later){W}in)"),
    ),
    Shape(
        "unit",
        re.compile(rf"{B}(?:the{W})?(?P<unit>year|month)(?:['’]s{W}|-|{W})end{E}(?![-\w])"),
        mean.unit_now,
        ("end",),
        guard=preceded("by|until|till|at|before|since"),
    ),
    Shape(
        "day",
        re.compile(
            rf"{B}{any_case('overnight')}{E}(?!{W}(?:(?:on|into|to){W})?{WEEKDAY})"
            rf"(?=[,.;:)]|\s?\Z|{W}[a-z])"
        ),
        mean.overnight,
        ("overnight",),
        guard=_of_the_night,
    ),
    Shape(
        "unit",
        re.compile(rf"{B}(?P<rel>the){W}(?P<unit>weekend){E}(?!{W}of{E})"),
        mean.unit_now,
        ("weekend",),
        loose=True,
        guard=preceded("over|at|during|on"),
    ),
    Shape(
        "lasting",
        re.compile(
            rf"{B}(?:{any_case('the')}{W})(?P<rel>{any_case('past|last|next')}){W}"
            rf"(?P<unit>day|week|month|year|decade){E}(?!{W}of{E})"
        ),
        mean.lasting,
        ("past", "last", "next"),
        guard=_runs_to_now,
        needs=_HINTS,
    ),
    _shape(
        "lasting",
        rf"{B}this{W}(?P<rel>past){W}(?P<unit>week|month|year|decade){E}",
        mean.lasting,
        ("past",),
    ),
    _shape(
        "lasting",
        rf"{B}{any_case('the|these')}{W}(?P<rel>{any_case('past|last|next|coming')}){W}"
        rf"{_COUNT}{E}(?!{W}of{E})",
        mean.lasting,
        ("past", "last", "next", "coming"),
        _HINTS,
    ),
    _shape(
        "lasting",
        rf"{B}(?:{any_case('the')}{W})?(?P<rel>{any_case('past|last|previous|preceding|next|coming')}){W}"
        rf"(?P<hours>24|48|72|[Tt]wenty-four|[Ff]orty-eight|[Ss]eventy-two)(?:{W}|-)hours{E}",
        mean.lasting,
        ("hours",),
    ),
    _shape(
        "lasting",
        rf"{B}(?:{any_case('the|these')}{W})?"
        rf"(?P<rel>{any_case('recent|coming|past|next|last')}){W}(?P<unit>{UNITS}){E}(?!{W}of{E})",
        mean.vaguely,
        _PLURALS,
    ),
)
_COUNTED = (
    _shape("ago", rf"{_START}{_COUNT}{W}ago{E}", mean.ago, ("ago",), _HINTS),
    _shape(
        "later",
        rf"{_START}{_COUNT}{W}from{W}(?:now|today){E}",
        mean.from_now,
        ("from",),
        ("now", "today"),
    ),
    _shape("later", rf"{B}[Ii]n{W}{_COUNT}['’]s?{W}time{E}", mean.from_now, ("time",), _HINTS),
    _shape(
        "later",
        rf"{_START}{_COUNT}{W}(?:(?P<turn>earlier|later|afterwards?|previously){E}(?!{W}than{E})|"
        rf"(?P<side>before|after){_STOP})",
        mean.later,
        ("earlier", "later", "after", "previously", "before"),
        _HINTS,
    ),
    _shape(
        "later",
        rf"{B}[Tt]he{W}(?:(?P<rel>previous|preceding|following|next|same){W}"
        rf"(?P<unit>day|week|month|year){E}|(?P<unit2>day|week|month|year){W}(?P<turn>before|after){_STOP})",
        mean.neighbour,
        ("previous", "preceding", "following", "next", "same", "before", "after"),
        ("day", "week", "month", "year"),
    ),
    _shape(
        "later",
        rf"{B}(?:[Ee]arlier{W}|[Ll]ater{W})?(?P<rel>[Tt]hat){W}(?P<unit>day|week|month|year){E}",
        mean.neighbour,
    ),
    _shape(
        "later",
        rf"{B}(?:(?:[Ee]arlier|[Ll]ater){W}(?:(?:on{W})?the{W}(?P<rel>same){W}|in{W}the{W})"
        rf"(?P<unit>day){E}|[Tt]he{W}(?P<turn>previous|next){W}(?:night|morning|evening){E}|"
        rf"[Tt]he{W}(?:night|evening){W}(?P<side>before){_STOP})",
        mean.neighbour,
        ("earlier", "later", "previous", "next", "before"),
        ("day", "night", "morning", "evening"),
    ),
    _shape(
        "then",
        rf"{B}(?:(?:[Ee]ver{W})?(?P<since>[Ss]ince){W}then{E}|[Ff]rom{W}then{W}on{E}|"
        rf"(?P<until>[Uu]ntil){W}then{E}|[Ee]ver{W}(?P<ever>since){_STOP})",
        mean.since_then,
        ("then", "ever"),
    ),
)
_OF_MANY = re.compile(
    rf"{B}(?:first|second|third|fourth|fifth|only|most|more|times?|[a-z]{{3,12}}est|worst|best|low|high)"
    rf"{E}[^.;:]{{0,50}}\Z"
)


def _not_the_first(match: re.Match[str]) -> bool:
    """Whether "in ten years" may look ahead: not "the first visit in ten years"."""
    return not _OF_MANY.search(match.string[max(0, match.start() - 70) : match.start()])


def _to_be_done(match: re.Match[str]) -> bool:
    return must_be_soon(match.string, match.start())


def _measures_back(match: re.Match[str]) -> bool:
    return runs_to_now(match.string, match.start(), counted=bool(match["num"]))


_AT = preceded("at|around|about|by|from|until|till|before|after|since|between|to|and|just|on")


def _is_a_clock(match: re.Match[str]) -> bool:
    """Whether digits with a colon tell a time: "at 22:30", "7 p.m."; not "won 3:20"."""
    text = match.group()
    told = match["zoned"] or re.search(r"[ap]\.?m|time|GMT|UTC", text)
    return bool(told) or _AT(match)


_VAGUE = (
    _shape(
        "vague",
        rf"{B}{UNITS}{W}(?:ago|earlier|later){E}(?!{W}than{E})",
        mean.no_value,
        ("ago", "earlier", "later"),
    ),
    _shape(
        "vague",
        rf"{B}{any_case('the|these')}{W}following{W}{UNITS}{E}(?!{W}of{E})",
        mean.no_value,
        ("following",),
    ),
    Shape(
        "for",
        re.compile(
            rf"{B}{any_case('for')}{W}(?:{_COUNT}|(?P<many>{UNITS})){E}(?!{W}ago{E}|['’]|{W}in{W}prison)"
        ),
        mean.so_long,
        _HINTS,
        guard=_measures_back,
    ),
    Shape(
        "vague",
        re.compile(
            rf"{B}{any_case('for')}{W}(?:{_COUNT}|{UNITS}){E}(?!{W}ago{E}|['’])",
        ),
        mean.no_value,
        _HINTS,
    ),
    Shape(
        "in",
        re.compile(rf"{B}(?P<in>{any_case('within')}){W}{_COUNT}{E}(?!{W}of{E}|['’])"),
        mean.within,
        ("within",),
        needs=_HINTS,
        loose=True,
        guard=_to_be_done,
    ),
    Shape(
        "in",
        re.compile(
            rf"{B}(?P<in>{any_case('in|within')}){W}(?:{_COUNT}|{UNITS}){E}"
            rf"(?!{W}(?:ago|earlier|later){E}|['’])"
        ),
        mean.so_soon,
        _HINTS,
        loose=True,
        guard=_not_the_first,
    ),
    _shape(
        "vague",
        rf"{B}{any_case('in|within')}{W}(?:{_COUNT}|{UNITS}){E}(?!{W}(?:ago|earlier|later){E}|['’])",
        mean.no_value,
    ),
    _shape(
        "vague",
        rf"{B}{any_case('every|each')}{W}(?:day|week|month|year|decade){E}",
        mean.no_value,
        ("every", "each"),
        ("day", "week", "month", "year", "decade"),
    ),
)

_HOUR = r"(?:[01]?[0-9]|2[0-4])"
_AM = rf"{W}?[ap]\.?m(?:\.|{E})"
_ZONE = rf"(?:{any_case('local')}{W}time|(?:[A-Z][a-z]{{2,12}}{W})time|GMT|UTC|CET|EST|EDT|BST|ET|hours|hrs)"
_CLOCK = Shape(
    "clock",
    re.compile(
        rf"(?<![\w.:,/$€£-])(?:{_HOUR}:[0-5][0-9]{E}(?!:|[.,][0-9])(?:{_AM})?|"
        rf"(?:1[0-2]|0?[1-9])(?:\.[0-5][0-9])?{_AM}|(?P<zoned>[0-2][0-9][:.]?[0-5][0-9])(?={W}{_ZONE})|"
        rf"(?P<named>{any_case('noon|midday|midnight')}){E})"
        rf"(?:{W}{_ZONE}{E})?(?:{W}?\([0-9:.]{{1,5}}{W}?(?:[ap]\.?m\.?{W})?{_ZONE}\))?"
    ),
    mean.clock,
    (":", ".m", "am", "pm", "noon", "midday", "midnight", "gmt", "utc", "hours", "hrs", "time"),
    guard=_is_a_clock,
)

#: Shapes that need the day of publication, a date before, or have no value.
RELATIVE_SHAPES = (*_NOW, *_COUNTED, *_VAGUE, _CLOCK)
