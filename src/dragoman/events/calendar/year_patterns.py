# The shapes of seasons, quarters, years, decades and centuries.
# The rules of calendar/patterns.py hold here as well.
"""Patterns of seasons, quarters, years, decades and centuries."""

from __future__ import annotations

import re

from dragoman.events.calendar import meanings as mean
from dragoman.events.calendar.patterns import (
    FREE,
    RELATION,
    THE,
    WHICH_YEAR,
    YEAR_HINTS,
    Shape,
    preceded,
)
from dragoman.events.calendar.words import (
    NOT_COUNTING,
    NTH,
    NUMBER,
    ORDINAL,
    SEASON,
    YEAR,
    B,
    E,
    W,
    any_case,
)

_SEASON_HINTS = tuple(SEASON.split("|"))
_CENTURY = any_case("fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-first")
_YEARS = (
    Shape(
        "range",
        re.compile(
            rf"{FREE}(?P<year>(?:1[5-9]|20)[0-9]{{2}})(?:(?P<dash>-)|[^\S\n]?–[^\S\n]?|/)"
            rf"(?P<till>(?:1[5-9]|20)[0-9]{{2}}|[0-9]{{2}})(?![\w/-]|[.,:][0-9]){NOT_COUNTING}"
        ),
        mean.year_range,
        YEAR_HINTS,
        needs=("-", "–", "/"),
    ),
    Shape(
        "year",
        re.compile(
            rf"(?<![\w.,:/$€£#])(?:the{W}year{W}|(?:the{W})?{any_case('fiscal|financial')}{W}"
            rf"(?:year{W})?)?(?P<year>(?:19|20)[0-9]{{2}}){E}"
            r"(?![.,:][0-9]|-[A-Za-z]|[/°%])"
        ),
        mean.year,
        YEAR_HINTS,
    ),
    Shape(
        "decade",
        re.compile(
            rf"(?<![\w.,$€£]){THE}(?:(?P<full>(?:1[5-9]|20)[0-9]0)['’]?s|"
            rf"['’‘](?P<short>[0-9]0)s){E}"
        ),
        mean.decade,
        ("0s", "0's", "0’s"),
    ),
    Shape(
        "century",
        re.compile(
            rf"{B}{THE}(?:(?P<from>[0-9]{{1,2}}{NTH}){W}(?:and|to){W}(?:the{W})?)?"
            rf"(?P<nth>[0-9]{{1,2}}{NTH}|{_CENTURY})(?:{W}|-)centur(?:y|ies){E}(?P<bc>{W}B\.?C)?"
        ),
        mean.century,
        ("centur",),
    ),
)
_SEASON = rf"(?P<season>{any_case(SEASON)})"
_PARTS_OF_YEARS = (
    Shape(
        "season",
        re.compile(rf"{B}{THE}(?!Spring|Fall){_SEASON}{W}(?:of{W})?{WHICH_YEAR}"),
        mean.season,
        _SEASON_HINTS,
    ),
    Shape(
        "season",
        re.compile(
            rf"{B}{THE}(?P<season>{any_case('winter')}){W}(?:of{W})?(?P<year>{YEAR})[-–/]"
            rf"(?P<over>{YEAR}|[0-9]{{2}}){E}"
        ),
        mean.season,
        ("winter",),
    ),
    Shape(
        "season",
        re.compile(rf"{B}{RELATION}(?P<season>{SEASON}){E}(?!(?<=fall){W}(?:in|of){E})"),
        mean.season,
        _SEASON_HINTS,
    ),
    Shape(
        "season",
        re.compile(
            rf"{B}(?:the{W})?(?P<season>{SEASON}){E}"
            rf"(?=[,;:.!?)]|\s?\Z|{W}(?:when|after|before|as|but|with|and|because|while){E})"
        ),
        mean.season,
        _SEASON_HINTS,
        loose=True,
        guard=preceded("in|during|since|until|till|by|over|before|after"),
    ),
    Shape(
        "quarter",
        re.compile(
            rf"{B}{THE}(?P<nth>{ORDINAL})[\s-](?:quarter|(?P<half>half)){W}(?:of{W}|in{W})?"
            rf"{WHICH_YEAR}"
        ),
        mean.part_of_year,
        ("quarter", "half"),
    ),
    Shape(
        "quarter",
        re.compile(
            rf"{B}the{W}(?P<nth>{ORDINAL})[\s-](?:quarter{E}(?!{W}of{E}|-)(?:{W}of{W}the{W}year{E})?|"
            rf"(?P<half>half){W}of{W}the{W}year{E})"
        ),
        mean.part_of_year,
        ("quarter", "half"),
        loose=True,
        guard=preceded("in|during|for|from|over|throughout|since|of|by"),
    ),
    Shape(
        "quarter",
        re.compile(
            rf"{B}{THE}(?P<side>first|last){W}(?P<count>{NUMBER}){W}months{W}of{W}"
            rf"(?:{WHICH_YEAR}|the{W}year{E})"
        ),
        mean.months_of_year,
        ("months",),
    ),
    Shape(
        "quarter",
        re.compile(rf"{B}(?:Q|(?P<half>H))(?P<q>[1-4]){W}(?:of{W})?{WHICH_YEAR}"),
        mean.part_of_year,
        ("q1", "q2", "q3", "q4", "h1", "h2"),
    ),
)

#: Shapes of seasons, quarters, years and longer.
YEAR_SHAPES = (*_YEARS, *_PARTS_OF_YEARS)
