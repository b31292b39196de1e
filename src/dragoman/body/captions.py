# Captions that stand where the story stands: a line with a name and no verb, a caption in
# front of the paragraph that it ran into. Rule 1: a line of names is a caption only if the
# story names the same person again. Rule 2: what has a verb is cut off, but stays story.
"""Captions without a credit, and captions run into the story."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.body.credits import is_caption
from dragoman.body.paragraphs import ends_sentence

#: Characters in which a caption at the head of a paragraph ends.
LONGEST_LEAD = 400
#: Words that a paragraph must have behind a caption that ran into it.
FEWEST_WORDS = 8
#: Words that show whether a line is written like a title.
TITLE_WORDS = 25
#: Words of a line of names.
LONGEST_NAMES = 14

_PART = r"[A-Z][\w'’.-]*"
_PERSON = rf"{_PART}(?: {_PART}){{1,3}}"
_BODY = rf"(?:the )?{_PART}(?: (?:{_PART}|of|the|and|for)){{0,6}}"
_FROM_FILE = r"(?:[;,] (?:from file|file|pictured|archive)(?: photo)?(?:,? (?:in )?(?:\w+ )?(?:19|20)\d\d)?)?\.?"
_OF = re.compile(rf"(?P<who>{_PERSON}) (?:of|from|at|for) {_BODY}{_FROM_FILE}")
_WHOSE = re.compile(rf"(?:{_PART} ){{0,4}}[A-Z][\w.-]*['’]s (?P<who>{_PERSON}){_FROM_FILE}")
_INSTITUTION = re.compile(
    r"\b(?:Republic|Kingdom|Bank|Gulf|University|Ministry|Department|Party|Council|Court|Union|House"
    r"|President|Minister|Secretary|Prime|Federation|State|States|Church|Battle|Treaty|Day|City|Board"
    r"|Commission|Committee|Front|Army|Movement|Institute|Center|Centre|Bureau|Office|Court|Sea)\b"
)
_PAIR = re.compile(r"(?=\b([A-Z][\w-]+ [A-Z][\w-]+))\b")
_SIDES = re.compile(
    r"\((?:\d\w\w|second|third)?(?: from )? ?(?:L|left)\).{0,300}\((?:\d\w\w)? ?(?:R|right)\)"
)
_LEAD = re.compile(
    r"(?:\([^()\n]{2,120}\)|[;,] (?:from )?file,? (?:\w+ )?(?:19|20)\d\d\.|\bFile (?:photo|image)\.?"
    r"|(?:/|via )(?:Getty Images|AFP|AP|Reuters|EPA))\s+(?=[A-Z“\"])"
)
_OPENER = re.compile(
    r"(?<=[\w)’]) (?:(?:In|On|At|During|After|Since|Despite|While|When)"
    r"(?= (?:the|a|an|his|her|its|their|this|that|an?other|recent|late|early|addition|response) )"
    r"|(?:He|She|They|We)(?= (?:said|says|was|were|has|had|have|is|are|will|would|also|told|added)\b)"
    r"|According(?= to\b))"
)
#: Words that titles write with a capital.
_PLAIN = re.compile(r"(?!(?:after|against|between|under|about|during|through|without)\b)[a-z-]{5,}")
_OPEN_END = re.compile(
    r"\b(?:of|the|a|an|and|or|in|to|for|by|with|on|at|from|as|film|book|novel|show)$"
)


class Lead(NamedTuple):
    """A foreign beginning of a paragraph; offsets count in the paragraph."""

    end: int  #: behind its last character
    start: int  #: where the story begins
    caption: bool  #: a caption; False where it may be part of the story
    glued: bool  #: nothing but a space parts it from the story


def known_pairs(lines: Iterable[str]) -> Counter[str]:
    """Pairs of neighbouring capitalised words in those *lines* that are paragraphs, counted."""
    long = (line for line in lines if line.count(" ") >= LONGEST_NAMES)
    return Counter(pair.group(1) for line in long for pair in _PAIR.finditer(line))


def names_only(line: str, known: Mapping[str, int], times: int = 1) -> bool:
    """Whether *line* names a person of the story, and where from, and says no more.

    Args:
        line: one line, or the beginning of one.
        known: how often each pair of capitalised words stands in the story.
        times: how often the person must be named there.

    >>> names_only("Ann Lee of the Green Party", {"Ann Lee": 1})
    True
    """
    if len(line) > 120 or len(line.split()) > LONGEST_NAMES:
        return False
    match = _OF.fullmatch(line) or _WHOSE.fullmatch(line)
    if match is None or _INSTITUTION.search(match.group("who")):
        return False
    return any(known.get(pair.group(1), 0) >= times for pair in _PAIR.finditer(match.group("who")))


def shows_sides(line: str) -> bool:
    """Whether *line* says who stands left and who right in a picture."""
    return line.count(" ") < 60 and _SIDES.search(line) is not None


def lead(paragraph: str, known: Mapping[str, int]) -> Lead | None:
    """Return the caption or heading that runs into *paragraph*; None if there is none.

    >>> lead("Ann Lee of the Green Party In the north, Ann Lee won most of the votes.", {"Ann Lee": 2})
    Lead(end=26, start=27, caption=True, glued=True)
    """
    head = paragraph[:LONGEST_LEAD]
    for match in _LEAD.finditer(head):
        if _enough(paragraph[match.end() :]) and is_caption(head[: match.end()].rstrip()):
            return Lead(len(head[: match.end()].rstrip()), match.end(), True, False)
    opener = _OPENER.search(head)
    if opener is None:
        return None
    end = opener.start()
    before, behind = head[:end], paragraph[end + 1 :]
    if re.search(r"[.!?:“”\"]", before) or not _enough(behind) or _titled(behind):
        return None
    if names_only(before, known, times=2) or _named_again(before, behind):
        return Lead(end, end + 1, True, True)
    whole = len(before.split()) >= 5 and _OPEN_END.search(before) is None and not _titled(before, 1)
    if not whole or (not ends_sentence(paragraph) and len(paragraph) < LONGEST_LEAD):
        return None
    return Lead(end, end + 1, False, True)


def _named_again(before: str, behind: str) -> bool:
    """Whether the person who opens *before* has the full name again in *behind*.

    A story names in full once; who is introduced twice stands in two texts.
    """
    person = _PAIR.match(before)
    return person is not None and person.group(1) in behind


def _enough(behind: str) -> bool:
    """Whether a story goes on *behind* a caption."""
    return len(behind[:LONGEST_LEAD].split()) >= FEWEST_WORDS


def _titled(line: str, fewest: int = 2) -> bool:
    """Whether *line* is written like a title, its words with capitals."""
    words = line[:LONGEST_LEAD].split()[:TITLE_WORDS]
    return sum(_PLAIN.match(word) is not None for word in words) < fewest
