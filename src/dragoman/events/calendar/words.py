# The words that dates are made of, and the number each stands for.
# Rule 1: names of months and days are written with a capital; "may" and "march"
#   in small letters are verbs, so only the other words are read in any case.
# Rule 2: every repetition is bounded, digits are ASCII, and "any case" means
#   ASCII letters: what a pattern matches is always a key of these tables.
"""Words of the calendar, as tables and as pieces of regular expressions."""

from __future__ import annotations

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS

__all__ = ["MONTHS", "WEEKDAYS"]

#: First month of each season of the northern half of the Earth; each has three.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}

#: Holidays that fall on the same day everywhere and every year, as (month, day).
HOLIDAYS = {
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "may day": (5, 1),
}

_ONES = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {"a": 1, "an": 1} | {word: n for n, word in enumerate(_ONES, 1)}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4, "final": 4,
    "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
#: Days of the month that are written out: "the first of October".
NTH_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
)  # fmt: skip
_MONTH_NUMBERS = {name[:3].lower(): n for n, name in enumerate(MONTHS, 1)}
_WEEKDAY_NUMBERS = {name[:3].lower(): n for n, name in enumerate(WEEKDAYS)}

#: A run of white space that stays within a paragraph.
W = r"(?:[^\S\n]{1,4}|[^\S\n]{0,4}\n[^\S\n]{0,4})"
#: Where a word begins and ends.
B = r"(?<![\w])"
E = r"(?![\w])"


def any_case(words: str) -> str:
    """A group that reads *words*, alternatives of ASCII letters, in any case."""
    return f"(?ai:{words})"


def month_number(word: str) -> int:
    """1 to 12, from a full or a shortened name."""
    return _MONTH_NUMBERS[word[:3].lower()]


def weekday_number(word: str) -> int:
    """0 for Monday to 6 for Sunday, from a full or a shortened name."""
    return _WEEKDAY_NUMBERS[word[:3].lower()]


def number(word: str) -> int | None:
    """Value of a number in digits or words; None for "several", "a few", …

    >>> number("twenty-five"), number("an"), number("several")
    (25, 1, None)
    """
    word = word.lower()
    if word.isdigit():
        return int(word)
    tens, _, ones = word.partition("-")
    if tens in _TENS:
        return 20 + 10 * _TENS.index(tens) + _NUMBERS.get(ones, 0)
    return _NUMBERS.get(word)


def ordinal(word: str) -> int:
    """Value of "third", "3rd" or "nineteenth"; "last" and "final" are the fourth."""
    digits = word[:-2]
    return int(digits) if digits.isdigit() else _ORDINALS[word.lower()]


def _names(names: tuple[str, ...]) -> str:
    return "|".join((*names, *(name.upper() for name in names)))


#: Full names; in capitals only where a number stands beside them.
MONTH_NAME = f"(?:{'|'.join(MONTHS)})"
MONTH = rf"(?:{_names(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
WEEKDAY = f"(?:{_names(WEEKDAYS)})"
WEEKDAY_SHORT = rf"(?:{WEEKDAY}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\.?)"
SEASON = "spring|summer|autumn|fall|winter"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
NTH = any_case("st|nd|rd|th")
YEAR = r"(?:1[0-9]{3}|20[0-9]{2})"
DAYPART = any_case("morning|afternoon|evening|night|lunchtime|noon|midday|midnight|dawn|dusk")
NUMBER = any_case(
    rf"[0-9]{{1,4}}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[:9])}))?|{'|'.join(reversed(_ONES))}|an?"
)
VAGUE = any_case(
    rf"several|many|some|(?:a{W})?few|(?:a{W})?couple(?:{W}of)?|(?:a{W})?dozen|"
    rf"(?:dozens|hundreds|thousands|scores){W}of|(?:a{W})?number{W}of|countless"
)
UNIT = any_case("days?|weeks?|months?|years?|decades?|centur(?:y|ies)")
UNITS = any_case("days|weeks|months|years|decades|centuries")
ORDINAL = any_case("1st|2nd|3rd|4th|first|second|third|fourth|last|final")
#: Words that make a number inexact: what they stand before has no value.
HEDGE = any_case(
    rf"(?:(?:just|well|slightly){W})?(?:more{W}than|less{W}than|fewer{W}than|over|under|nearly|"
    rf"almost|about|around|roughly|some|at{W}least|up{W}to|close{W}to|approximately)"
)

#: Nouns that are counted, clocks and measures: a number before one is no year and no day.
COUNTED = (
    "people|persons|men|women|children|boys|girls|civilians|soldiers|troops|fighters|militants|"
    "rebels|insurgents|policemen|officers|officials|guards|gunmen|terrorists|mercenaries|"
    "conscripts|reservists|recruits|personnel|staff|workers|employees|miners|teachers|doctors|"
    "students|pupils|migrants|refugees|prisoners|detainees|hostages|protesters|protestors|"
    "demonstrators|activists|supporters|opponents|voters|residents|inhabitants|villagers|"
    "families|households|patients|victims|casualties|bodies|cases|infections|"
    "members|delegates|deputies|lawmakers|candidates|journalists|pilgrims|settlers|homes|houses|"
    "buildings|villages|towns|schools|hospitals|shops|farms|sites|targets|tents|tanks|vehicles|"
    "trucks|cars|buses|ships|boats|vessels|planes|aircraft|jets|helicopters|drones|missiles|"
    "rockets|shells|rounds|bombs|mines|guns|rifles|weapons|warheads|centrifuges|barrels|tonnes|"
    "tons|kilograms|kilogrammes|kilometers|kilometres|kilometer|kilometre|km|miles|mile|meters|"
    "metres|meter|metre|feet|hectares|acres|litres|liters|dollars|euros|pounds|rubles|roubles|"
    "yuan|yen|rupees|percent|per cent|million|billion|trillion|points|votes|seats|copies|pages|"
    "times|years|months|weeks|days|hours|minutes|seconds|megawatts|companies|firms|countries|"
    "nations|states|objects|items|pieces|others|more|"
    "hrs|local time|gmt|utc|cet|est|edt|bst|a\\.m|p\\.m|am|pm"
)
NOT_COUNTING = rf"(?!{W}(?:[A-Z]?[a-z]{{3,16}}{W})?{any_case(COUNTED)}{E})(?!{W}?%)"
#: The same for a year after a day, which is one even in "the May 9, 2004 army bombs".
NOT_COUNTING_NEXT = rf"(?!{W}{any_case(COUNTED)}{E})(?!{W}?%)"
