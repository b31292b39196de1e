# The shapes of times told from the day of publication ("last week", "two years ago")
# or from a date told before ("three days earlier"), and of times whose days are not
# known ("for decades"): those are found too, with no value.
# The rules of calendar/patterns.py hold here as well.
"""Patterns of relative times and of durations."""

from __future__ import annotations

import re

from dragoman.events.calendar import relative_meanings as mean
from dragoman.events.calendar.meanings import Base, Said
from dragoman.events.calendar.patterns import RELATION, Meaning, Shape, preceded
from dragoman.events.calendar.signs import stands_after_the, word_is_meant
from dragoman.events.calendar.values import Extent
from dragoman.events.calendar.words import (
    DAYPART,
    HEDGE,
    NUMBER,
    UNIT,
    UNITS,
    VAGUE,
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


def _shape(kind: str, pattern: str, meaning: Meaning, hints: tuple[str, ...] = _HINTS) -> Shape:
    return Shape(kind, re.compile(pattern), meaning, hints)


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
    ),
    Shape(
        "unit",
        re.compile(rf"{B}(?P<rel>the){W}(?P<unit>week|month|year|decade){E}(?!{W}of{E})"),
        mean.unit_now,
        ("the",),
        guard=preceded(rf"(?:end|start|beginning|middle|close){W}of"),
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
    ),
)
_COUNTED = (
    _shape("ago", rf"{_START}{_COUNT}{W}ago{E}", mean.ago, ("ago",)),
    _shape("later", rf"{_START}{_COUNT}{W}from{W}(?:now|today){E}", mean.from_now, ("from",)),
    _shape("later", rf"{B}[Ii]n{W}{_COUNT}['’]s?{W}time{E}", mean.from_now, ("time",)),
    _shape(
        "later",
        rf"{_START}{_COUNT}{W}(?:(?P<turn>earlier|later|afterwards?|previously){E}(?!{W}than{E})|"
        rf"(?P<side>before|after){_STOP})",
        mean.later,
    ),
    _shape(
        "later",
        rf"{B}[Tt]he{W}(?:(?P<rel>previous|preceding|following|next|same){W}"
        rf"(?P<unit>day|week|month|year){E}|day{W}(?P<turn>before|after){_STOP})",
        mean.neighbour,
    ),
    _shape("later", rf"{B}(?P<rel>[Tt]hat){W}(?P<unit>day|week|month|year){E}", mean.neighbour),
)
_VAGUE = (
    _shape(
        "vague", rf"{B}{UNITS}{W}(?:ago|earlier|later){E}(?!{W}than{E})", mean.no_value, _PLURALS
    ),
    _shape(
        "vague",
        rf"{B}(?:{any_case('the|these')}{W})?{any_case('recent|coming|past|next|last|following')}{W}"
        rf"{UNITS}{E}(?!{W}of{E})",
        mean.no_value,
        _PLURALS,
    ),
    _shape(
        "vague",
        rf"{B}{any_case('for')}{W}(?:{_COUNT}|{UNITS}){E}(?!{W}ago{E}|['’])",
        mean.no_value,
    ),
    _shape(
        "vague",
        rf"{B}{any_case('in|within')}{W}(?:{_COUNT}|{UNITS}){E}(?!{W}(?:ago|earlier|later){E}|['’])",
        mean.no_value,
    ),
    _shape(
        "vague", rf"{B}{any_case('every|each')}{W}(?:day|week|month|year|decade){E}", mean.no_value
    ),
)

#: Shapes that need the day of publication, a date before, or have no value.
RELATIVE_SHAPES = (*_NOW, *_COUNTED, *_VAGUE)
