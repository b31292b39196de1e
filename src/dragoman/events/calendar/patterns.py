# The shapes of dates, days and months that the calendar names. Those of seasons, years
# and longer times are in calendar/year_patterns.py, those relative to the day of
# publication in calendar/relative_patterns.py; intervals that two expressions make, and
# what stands before one, are joined in calendar/reading.py.
# Rule 1: linear. Every repetition is bounded, and no pattern begins with a long one.
# Rule 2: a pattern says what it looks like, calendar/meanings.py what it means. A shape
#   without a meaning is a name that looks like a date ("Bloody Sunday", "Sunday
#   Times"): it takes part in the choice of the longest match and is then dropped.
# Rule 3: a shape is tried only if the text holds one of its hints, and one of those that it needs
#   besides: those in small letters in any case, those with a capital as they are written ("Mar"
#   is not in "market").
# Rule 4: "in", "on", "at", "during" stay outside; calendar/reading.py takes them in.
"""Patterns of dates, days and months."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.events.calendar import meanings as mean
from dragoman.events.calendar.signs import month_is_meant, word_is_meant
from dragoman.events.calendar.values import Extent
from dragoman.events.calendar.words import (
    DAY,
    DAYPART,
    MONTH,
    MONTH_NAME,
    MONTHS,
    NOT_COUNTING,
    NOT_COUNTING_NEXT,
    NTH,
    NTH_WORDS,
    WEEKDAY,
    WEEKDAY_SHORT,
    WEEKDAYS,
    YEAR,
    B,
    E,
    W,
    any_case,
)

Meaning = Callable[[mean.Said, mean.Base], Extent | None]
Guard = Callable[[re.Match[str]], bool]


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its kind, pattern and meaning, and when it counts."""

    kind: str
    pattern: re.Pattern[str]
    meaning: Meaning | None  #: None: a name, no time
    hints: tuple[str, ...]
    loose: bool = False  #: one of many (a Monday), unless one of *fixed* matched
    fixed: tuple[str, ...] = ()
    guard: Guard | None = None
    needs: tuple[str, ...] = ()  #: hints of which one must stand there as well


def preceded(by: str) -> Guard:
    """A guard: the expression stands right after *by*, alternatives in any case."""
    pattern = re.compile(rf"{B}{any_case(by)}{W}\Z")
    return lambda match: bool(
        pattern.search(match.string[max(0, match.start() - 24) : match.start()])
    )


# A year after a month: "2021", ", 2021", "of 2021", "last year", "of that year".
_TAIL_YEAR = rf"(?P<year>{YEAR}){E}(?![.,:]?[0-9]|-[A-Za-z]){NOT_COUNTING}"
_TAIL_YEAR_OF_DAY = _TAIL_YEAR.replace(NOT_COUNTING, NOT_COUNTING_NEXT)
_TAIL_REL = rf"(?P<rely>{any_case(f'this|last|next|that|the{W}same')}){W}{any_case('year')}{E}"
WHICH_YEAR = f"(?:{_TAIL_YEAR}|{_TAIL_REL})"
_TAIL = rf"(?:,?{W}(?:of{W})?{WHICH_YEAR})"
_TAIL_OF_DAY = _TAIL.replace(_TAIL_YEAR, _TAIL_YEAR_OF_DAY)
RELATION = (
    rf"(?P<rel>{any_case(f'(?:(?:this|the){W})?(?:past|coming|upcoming)|last|this|next')}){W}"
)
_WDAY = rf"(?:(?P<wday>{WEEKDAY_SHORT}),?{W}(?:the{W})?)?"
_DAY = rf"(?P<day>{DAY}){NTH}?"
_TILL = rf"(?P<till>{DAY}){NTH}?"
_MON = rf"(?P<mon>{MONTH}){E}"
_NO_CLOCK = rf"{E}(?![:%]|[.,/][0-9]|-[A-Za-z]){NOT_COUNTING}"
FREE = r"(?<![\w.,:/$€£#-])"
_DAY_MONTH = rf"{_DAY}(?:{W}of{W}|{W}|-){_MON}"
_MONTH_DAY = rf"{_MON}{W}(?:the{W})?{_DAY}{_NO_CLOCK}"
# "June 4th Movement", "March 8 alliance", "November 17 group", "July 14 Street".
_NAME = (
    rf"{W}(?:[A-Z][a-z]{{2,15}}{W})?(?:[Mm]ovement|[Aa]lliance|[Cc]oalition|[Gg]roup|[Bb]loc|"
    r"[Cc]amp|Brigades?|Battalion|Front|Forces?|Party|Revolution|Organi[sz]ation|Committee|"
    rf"Street|Square|Bridge|Avenue|Boulevard|Stadium|University|Airport|Martyrs){E}"
)
_NAME_HINTS = tuple(
    "movement alliance coalition group bloc camp brigade battalion front force party revolution organi committee street "
    "square bridge avenue boulevard stadium university airport martyrs".split()
)
THE = rf"(?:{any_case('the')}{W})?"
_TO = rf"(?:{W}(?:to|through|until){W}|[^\S\n]?[-–][^\S\n]?)"
_BETWEEN = rf"(?:{any_case('(?P<between>between)|from')}{W})?"
_AND = rf"(?(between){W}and{W}|(?:{_TO}|(?P<also>{W}and{W})))"
_MONTH_HINTS = tuple(form for name in MONTHS for form in (name[:3], name[:3].upper()))
_DAY_HINTS = tuple(form for name in WEEKDAYS for form in (name, name.upper()))
YEAR_HINTS = ("15", "16", "17", "18", "19", "20")
_YEARED = ("year", "rely")


def _in_month(
    kind: str,
    pattern: str,
    meaning: Meaning | None,
    guard: Guard | None = None,
    needs: tuple[str, ...] = (),
) -> Shape:
    compiled = re.compile(pattern)
    return Shape(kind, compiled, meaning, _MONTH_HINTS, True, _YEARED, guard, needs)


def _next_to_it(match: re.Match[str]) -> bool:
    """Whether "3 and 4 May" is one stretch; "3 and 9 May" is not."""
    return not match["also"] or int(match["till"]) == int(match["day"]) + 1


_NAMES = (
    _in_month(
        "name",
        rf"{B}{THE}(?:{DAY}{NTH}?{W}(?:of{W})?{MONTH}|{MONTH}{W}{DAY}{NTH}?){_NAME}",
        None,
        needs=_NAME_HINTS,
    ),
    Shape(
        "name",
        re.compile(
            rf"{B}(?:(?:Black|Bloody|Good|Easter|Ash|Palm|Holy|Super|Cyber|Maundy|Shrove|Whit|Fat)"
            rf"{W}{WEEKDAY}|Mail{W}on{W}Sunday|Sunday{W}(?:Times|Telegraph|Mirror|Express|Mail|Herald|"
            rf"Post|People|World|Independent|Star|Business|Sun|Tribune|Age)|Friday{W}Times|"
            rf"Saturday{W}Night{W}Live){E}"
        ),
        None,
        _DAY_HINTS,
    ),
    Shape(
        "name",
        re.compile(rf"{B}(?:(?:Black|Red|Bloody){W}{MONTH_NAME}(?:{W}{YEAR})?){E}"),
        None,
        _MONTH_HINTS,
    ),
)
_DATES = (
    Shape(
        "date",
        re.compile(
            r"(?<![\w./-])(?P<year>[0-9]{4})(?P<dash>[-/])(?P<month>[0-9]{2})(?P=dash)"
            r"(?P<day>[0-9]{2})(?![0-9A-SU-Za-z_-]|[.,][0-9])"
        ),
        mean.iso_date,
        YEAR_HINTS,
    ),
    Shape(
        "week",
        re.compile(r"(?<![\w./-])(?P<year>[0-9]{4})-W(?P<week>[0-9]{2})(?![\w-])"),
        mean.iso_week,
        ("-w",),
    ),
    Shape(
        "date",
        re.compile(
            r"(?<![\w./-])(?P<first>[0-9]{1,2})(?P<dot>[./])(?P<second>[0-9]{1,2})(?P=dot)"
            r"(?P<year>(?:19|20)[0-9]{2})(?![\w/-]|[.,][0-9])"
        ),
        mean.number_date,
        YEAR_HINTS,
    ),
    Shape("date", re.compile(r"(?<![\w./-])9/11(?![\w/-]|[.,][0-9])"), mean.nine_eleven, ("9/11",)),
    _in_month(
        "date",
        rf"{B}[Tt]he{W}(?P<nth>{'|'.join(NTH_WORDS)}){W}of{W}{_MON}{_TAIL_OF_DAY}?",
        mean.worded_date,
        needs=NTH_WORDS,
    ),
    _in_month("date", rf"{FREE}{_WDAY}{THE}{_DAY_MONTH}{_TAIL_OF_DAY}?", mean.written_date),
    _in_month("date", rf"(?<![\w-]){_WDAY}{_MONTH_DAY}{_TAIL_OF_DAY}?", mean.written_date),
    _in_month(
        "range",
        rf"{FREE}{_BETWEEN}{THE}{_DAY}{_AND}(?:the{W})?{_TILL}(?:{W}of)?{W}{_MON}{_TAIL_OF_DAY}?",
        mean.days_of_month,
        _next_to_it,
    ),
    _in_month(
        "range",
        rf"(?<![\w-]){_BETWEEN}{_MON}{W}{_DAY}{_AND}{_TILL}(?!{W}{MONTH}){_NO_CLOCK}{_TAIL_OF_DAY}?",
        mean.days_of_month,
        _next_to_it,
    ),
    _in_month(
        "week",
        rf"{B}[Tt]he{W}week{W}(?:of|beginning){W}{_WDAY}{_MONTH_DAY}{_TAIL_OF_DAY}?",
        mean.week_of,
        needs=("week",),
    ),
    _in_month(
        "week",
        rf"{B}[Tt]he{W}week{W}(?:of|beginning){W}{_WDAY}{THE}{_DAY_MONTH}{_TAIL_OF_DAY}?",
        mean.week_of,
        needs=("week",),
    ),
    _in_month("month", rf"(?<![\w-]){_MON}{_TAIL}", mean.month),
    Shape(
        "month",
        re.compile(rf"{B}(?:{RELATION})?(?P<mon>{MONTH_NAME}){E}"),
        mean.month,
        _MONTH_HINTS,
        loose=True,
        fixed=("rel",),
        guard=month_is_meant,
    ),
    Shape(
        "date",
        re.compile(
            rf"{B}the{W}{_DAY}{E}(?<=[a-z])(?:{W}of{W}(?P<relm>this|last|next){W}month{E}|"
            r"(?=[,;:.!?)]|\s?\Z))"
        ),
        mean.nth_of_month,
        ("the ", "the\n"),
        loose=True,
        fixed=("relm",),
        guard=preceded("on|by|until|since"),
        needs=tuple(f"{k}{end}" for k in range(10) for end in ("st", "nd", "rd", "th")),
    ),
    Shape(
        "holiday",
        re.compile(
            rf"{B}(?:{RELATION})?(?P<holiday>(?:Christmas(?:{W}(?:Day|Eve))?|Boxing{W}Day|"
            rf"New{W}Year['’]s{W}(?:Day|Eve)|May{W}Day)){E}{_TAIL_OF_DAY}?"
        ),
        mean.holiday,
        ("Christmas", "Boxing", "New", "May"),
        loose=True,
        fixed=("year", "rely", "rel"),
        guard=word_is_meant,
    ),
)
_TITLE = re.compile(rf"{B}(?:Mr|Mrs|Ms|Dr|Gen|Col|Sgt)\.?{W}\Z")
_WEEKDAYS = Shape(
    "weekday",
    re.compile(
        rf"{B}(?:{RELATION}|(?P<every>{any_case('every|each|a|any|one|some|most')}){W}|"
        rf"(?P<week>{any_case('this|last|next')}){W}week{W}(?:on{W})?)?"
        rf"(?P<wday>{WEEKDAY})(?P<many>s)?{E}(?:{W}(?P<part>{DAYPART}){E})?"
        rf"(?:{W}(?:of{W})?(?P<relw>this|last|next){W}week{E})?"
    ),
    mean.weekday,
    _DAY_HINTS,
    loose=True,
    fixed=("rel", "relw", "week", "every", "many"),
    guard=lambda match: not _TITLE.search(match.string[max(0, match.start() - 8) : match.start()]),
)

#: Shapes of days, weeks, months and holidays.
CALENDAR_SHAPES = (*_NAMES, *_DATES, _WEEKDAYS)
