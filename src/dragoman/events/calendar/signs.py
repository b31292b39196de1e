# What stands around a word that may be a date, and decides whether it is one, and
# which one: signs of a year, of a month that is no name. Those of past and future are
# in calendar/tense.py.
# Rule 1: only a short window before and after is looked at, within the sentence.
# Rule 2: no sign, no year: a bare number is a number.
"""Signs in the surroundings of a time expression."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.events.calendar.words import COUNTED, MONTH, B, E, W, any_case

_BEFORE = 48
_WORD = re.compile(r"([^\W\d_][\w'’.-]{0,30})[^\S\n]{1,4}\Z")
_NEXT = re.compile(rf"{W}([^\W\d_][\w-]{{0,30}})")


def _left(match: re.Match[str], size: int = _BEFORE) -> str:
    return match.string[max(0, match.start() - size) : match.start()]


def stands_after_the(match: re.Match[str]) -> bool:
    """Whether "the" stands before: "the last week" is another thing than "last week"."""
    return re.search(rf"{B}{any_case('the')}{W}\Z", _left(match)) is not None


def word_is_meant(match: re.Match[str]) -> bool:
    """Whether a capital is only that of a sentence's beginning: not "Russia Today".

    Also keeps the New Year's Days and Christmas Days of other calendars out.
    """
    word = _WORD.search(_left(match))
    if word is None or word[1].endswith("."):
        return True
    if word[1] in ("Orthodox", "Coptic", "Lunar", "Chinese", "Persian", "Jewish", "Julian"):
        return False
    begins = match.string[match.start()]
    text = match.group()
    return not (begins.isupper() and not text.isupper() and word[1][0].isupper()) or " " in text


# --- months -------------------------------------------------------------------------
_TEMPORAL = any_case(
    f"in|since|until|till|by|before|after|during|from|between|through|throughout|early|late|mid|"
    f"early{W}in|late{W}in|of|for"
)
_IN_MONTH = re.compile(rf"{B}{_TEMPORAL}(?:{W}|-)\Z")
_ATTRIBUTE = re.compile(
    rf"(?:{B}{any_case('the|a|an|this|each|every|its|his|her|their')}|['’]s?){W}\Z"
)
_OTHER_MONTH = re.compile(rf"{B}{MONTH}(?:(?:{W}(?:and|or|to|through|until)|,){W}|{W}?[-–/]{W}?)\Z")
_FROM_MONTH = re.compile(rf"{B}(?:from|between){W}[^.;]{{2,30}}{W}(?:and|to|until|through){W}\Z")
_PERSON_MAY = re.compile(rf"{B}(?:Theresa|Mrs?\.?|Ms\.?|Minister|Secretary|Brian){W}May{E}")
_SURE_OF_MAY = re.compile(rf"{B}{any_case('in|since|until|till|during|early|late|mid')}(?:{W}|-)\Z")
_HEADS = re.compile(
    rf"{W}(?:War|Revolution|Uprising|Rising|Movement|Manifesto|Massacre|Alliance|Coalition|"
    rf"Brigades?|Front|Party|Group|Accords?|Declaration|Wilson|Strindberg|Ryan|Carter){E}"
)
_MARCHING = re.compile(rf"{W}(?:on|for|of|to|through|against|in){E}")


@lru_cache(maxsize=2)
def _names_may(text: str) -> bool:
    """Whether the report is about a person called May; asked once a report."""
    return _PERSON_MAY.search(text) is not None


def month_is_meant(match: re.Match[str]) -> bool:
    """Whether a month's name without a day or year is the month.

    Not after a capitalised word ("Black September", "Theresa May"); not before one,
    unless a preposition of time stands before ("August Wilson", but "in April
    Ukraine …"); "May" and "March" only with such a sign, "this", "the" or a month.
    """
    if match["rel"]:
        return True
    left, end = _left(match), match.end()
    after = match.string[end : end + 40]
    if _HEADS.match(after):
        return False
    other = bool(_OTHER_MONTH.search(left) or _FROM_MONTH.search(left))
    timed = bool(_IN_MONTH.search(left)) or other
    unsure = match["mon"] == "May" and not other and not _SURE_OF_MAY.search(left)
    if unsure and _names_may(match.string):
        return False
    if timed:
        return True
    attribute = bool(_ATTRIBUTE.search(left))
    if match["mon"] in ("May", "March"):
        return attribute and after[:1] in (" ", "\n") and not _MARCHING.match(after)
    word = _WORD.search(left)
    if word and not attribute and word[1][0].isupper() and not word[1].isupper():
        return False
    following = _NEXT.match(after)
    return attribute or not (following and following[1][0].isupper())


# --- years --------------------------------------------------------------------------
_YEAR_PREPOSITION = re.compile(
    rf"(?<![\w-]){any_case('in|since|by|during|of|until|till|from|before|after|between|throughout|through|circa|pre|post')}"
    rf"(?:{W}|(?<=e)-|(?<=t)-)\Z"
)
_AMOUNT_OF = re.compile(
    rf"{B}(?:total|force|number|group|crowd|maximum|minimum|population|average|ransom|army|"
    rf"contingent|garrison|team|fine|cost|price|sum|thousands|hundreds){W}of{W}\Z"
)
_AMOUNT_CHANGE = re.compile(
    rf"{B}(?:rose|fell|risen|fallen|grew|grown|rise|fall|increased?|decreased?|reduced?|cut|dropped|"
    rf"raised?|up|down|outnumbered|exceeded){W}(?:[\w-]{{1,20}}{W}){{0,2}}(?:by|from){W}\Z"
)
_OWNER = re.compile(
    rf"(?:{B}{any_case('the|an?|its|his|her|their|our|my|your|whose|this|that')}|['’]s|s['’]){W}\Z"
)
_OWNER_AND_WORD = re.compile(
    rf"(?:{B}{any_case('the|an?|its|his|her|their|our|whose|this|that')}|['’]s|s['’])"
    rf"{W}[a-z][a-z-]{{2,20}}{W}\Z"
)
_NOUN = re.compile(
    rf"{W}([^\W\d_][\w-]{{1,30}})(?:{W}([^\W\d_][\w-]{{1,30}}))?(?:{W}([^\W\d_][\w-]{{1,30}}))?"
)
_COUNTED_NEXT = re.compile(rf"{W}(?:[\w-]{{2,20}}{W})?{any_case(COUNTED)}{E}|{W}?%")
_NO_NOUN = frozenset(
    "and or to of in on at by for from with who whom which that was were is are has have had "
    "will would than as but if when while not".split()
)
#: After a year without an article: "2014 protests", "2015 Paris agreement".
_YEARLY = frozenset(
    "election elections referendum coup war revolution uprising protests invasion annexation "
    "deal accord accords agreement treaty pact memorandum constitution law budget census summit "
    "sanctions massacre genocide ceasefire truce crisis attacks attack earthquake killing "
    "assassination bombing resolution raid siege offensive campaign vote poll peace nuclear "
    "presidential parliamentary general military border".split()
)
_AFTER_COMMA = re.compile(rf"[a-z],{W}\Z")
_ENDS = re.compile(r"[.)]?(?:\s{0,4}\n|\s?\Z)|[.)]\s")
_LABEL = re.compile(rf"{B}(?:[Rr]esolution|[Ff]light|[Rr]oom|[Nn]o\.?|[Nn]umber|[Aa]rticle){W}\Z")
_YEARLY_PLURALS = frozenset(
    "elections talks sanctions protests accords polls clashes floods negotiations agreements "
    "bombings riots uprisings borders lines wars games olympics events killings".split()
)


def year_is_meant(text: str, start: int, end: int) -> bool:
    """Whether a bare number between 1900 and 2099 has a sign that it is a year.

    Signs: a preposition of time ("in 2015"), a possessive ("2015's deal"), or an
    article before and a noun after that is not counted ("the 2015 pact").
    """
    left, after = text[max(0, start - _BEFORE) : start], text[end : end + 80]
    if _COUNTED_NEXT.match(after):
        return False
    if _YEAR_PREPOSITION.search(left):
        return not (_AMOUNT_OF.search(left) or _AMOUNT_CHANGE.search(left))
    if re.match(r"['’]s\b", after) or (text[start - 1 : start] == "(" and after[:1] in ")-–,"):
        return True
    if _AFTER_COMMA.search(left) and _ENDS.match(after):
        return True
    words = [word for word in _words(after) if word]
    if not words or words[0].lower() in _NO_NOUN:
        return False
    if _OWNER.search(left):
        return True
    if words[0] in _YEARLY or (len(words) > 1 and words[0][0].isupper() and words[1] in _YEARLY):
        return not _LABEL.search(left)
    # "The army fired 2015 shells": with a word between, the noun must not be counted.
    return bool(_OWNER_AND_WORD.search(left)) and not any(
        word.endswith("s") and word.lower() not in _YEARLY_PLURALS for word in _phrase(words)
    )


def _words(after: str) -> tuple[str | None, ...]:
    noun = _NOUN.match(after)
    return noun.groups() if noun else ()


def _phrase(words: list[str]) -> list[str]:
    for index, word in enumerate(words):
        if word.lower() in _NO_NOUN:
            return words[:index]
    return words
