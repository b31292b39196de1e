# Lines that credit people: bylines, reporting credits, photo captions, copyright.
# Rule: a line is a credit when nothing else is in it. So every lower-case word of a
# reporting credit must be one of those in almanac/body/credits.toml, and a caption must
# end in a credit that names a photographer or a picture: "(Reuters)" alone also ends
# sentences of a story.
"""Who wrote, took, owns: the kinds byline, caption and copyright."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, table

#: Words; a longer paragraph is no caption, no credit, no byline.
LONGEST_CAPTION, LONGEST_CREDIT, LONGEST_BYLINE = 90, 60, 14
#: Paragraphs from the top in which a line with a name alone is a byline.
TOP = 8

_ROLES = (
    r"(?:[A-Z][\w-]+ ){0,3}(?:[Cc]orrespondent|[Ee]ditor|[Rr]eporter|[Ww]riter|[Jj]ournalist"
    r"|[Cc]olumnist|[Cc]ontributor|[Bb]ureau [Cc]hief)(?: in [A-Z]\w+)?"
)
_NAME = r"[A-Z][\w'’.-]*(?: (?:[A-Z][\w'’.-]*|de|van|von|bin|al|el|da|di)){1,4}"
_NAMES = rf"{_NAME}(?:(?:, | and |, and | & ){_NAME}){{0,5}}"
_BYLINE = re.compile(
    rf"(?:(?:Posted|Written|Published|Reported) by|[Bb]y|BY):? (?:the )?{_NAMES}"
    r"(?:(?:,| in| for| of| \||/| -| –)+ ?[\w .,/&|–-]{1,60})?"
)
_CREDIT = re.compile(
    r"\(?(?:(?:additional|further|other) )?"
    r"(?:reporting|writing|edited|editing|written|compiled|translated)(?: and \w+)?"
    r"(?: (?:in|from) [A-Z][\w ]{1,40})?(?: was contributed)? by ",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting|research)\b"
    r"|\bcontributed to this (?:report|story|article|dispatch|reporting)\b"
)
_YEARS = r"(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?"
_COPYRIGHT = re.compile(
    rf"(?:(?i:copyright)(?: ?(?:©|\([cC]\)))?|©|\([cC]\)|c\.) ?(?:by )?{_YEARS}"
    r"[\s,.:|]*(?:$|©|[Bb]y |[A-Z]|(?i:all rights))|[^.]{0,80}©"
)
_RIGHTS = re.compile(
    r"all rights reserved"
    r"|this material may not be (?:published|reproduced|broadcast|rewritten|redistributed)"
    r"|(?:may|can) not be (?:reproduced|republished|redistributed) without",
    re.IGNORECASE,
)
_PERSON = r"[A-Z][\w.'’-]+ [A-Z][\w.'’-]+"
_OWNER = r"[A-Z][\w.'’-]*(?:[ /,|]+(?:[A-Z][\w.'’-]*|via|for|and|of|the|de|von)){0,8}"
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
#: A finished sentence, then something that may be a credit.
_TAIL = re.compile(
    r"(?<=[.!?”\"’)])\s{1,20}(?=\(?(?:additional|further|reporting|writing|edited|editing"
    r"|written|compiled|translated|©|\(c\)|c\.|copyright|all rights|this material"
    r"|[A-Z][\w'’-]+ [A-Z]))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Houses:
    """Patterns that name news houses, made once from ``almanac/body/credits.toml``."""

    words: frozenset[str]
    byline: re.Pattern[str]
    caption: re.Pattern[str]
    caption_start: re.Pattern[str]


@cache
def _houses() -> _Houses:
    """Read the almanac on first use."""
    data = table(ALMANAC / "body" / "credits.toml")
    house = rf"(?:The )?(?:{'|'.join(data['houses'])})"
    agency = rf"(?:{'|'.join(data['agencies'])})"
    return _Houses(
        words=frozenset(data["words"].split()),
        byline=re.compile(
            rf"{_NAMES}(?:, | \| |/| - | – ){house}|{_NAMES}, {_ROLES}"
            rf"|(?:(?:By|BY|Source:|Via) (?:the )?)?{house}(?: (?:[Ss]taff(?: [Ww]riters?)?))?"
        ),
        caption=_caption(agency),
        caption_start=re.compile(
            r"\(?FILE(?: PHOTO)?\s?[-–—:]"
            r"|File (?:photo|picture|image)s?\b(?::| of | -|\.?\)?$)"
            r"|Image (?:caption|source|copyright)\b|Media caption\b"
            r"|(?:Photograph|Photo)(?: by)?: ?[A-Z]|Getty Images\W*$"
            rf"|(?:{agency} )?Photos?/[A-Z]|\({agency} Photo\)\W*$"
        ),
    )


def _caption(agency: str) -> re.Pattern[str]:
    """A bracket, or an ending without one, that credits a picture."""
    return re.compile(
        rf"(?:\((?:Photo|Image|Picture|Illustration|{agency} [Pp]hoto)s?\b[^()]{{0,80}}\)"
        r"|\[(?:Photo|Image|Picture|Illustration|File)s?\b[^\[\]]{0,80}\]"
        rf"|\([^()]{{0,80}}(?:\bvia (?:the )?(?:{agency}|Associated Press|Twitter|X)\b"
        r"|, (?:File|Pool|Handout)\b"
        r"|\b(?:[Ff]ile|[Hh]andout|[Pp]ool) (?:[Pp]hoto|[Pp]icture|[Ii]mage)"
        rf"|Getty Images|{_PERSON}/{agency}\b)[^()]{{0,40}}\)"
        rf"|\({agency}/[A-Z][\w.-]+ [^()]{{1,60}}\)"
        r"|[;,] (?:from file|file photo),? (?:\w+ )?(?:19|20)\d\d"
        rf"|^{agency}(?: ?[/|] ?{agency}){{1,3}}"
        rf"|\b(?:{agency}|AP [Pp]hoto)/{_PERSON}(?: [A-Z][\w.-]+){{0,2}}(?:/[\w ]{{1,30}})?"
        r"|(?:^|[.!?)”\"’]\s?)(?:Photograph|(?:Pool |Handout |File )?[Pp]hoto|Image|Picture"
        rf"|Illustration|Photo credit|Credit)s?(?: credits?)?(?: by:? |: ?){_OWNER}|/Getty Images|via Getty Images)[\s.]*$"
    )


def credits_only(line: str) -> bool:
    """Whether every lower-case word of *line* is one that credits use."""
    words = _WORD.findall(line)
    return len(words) <= LONGEST_CREDIT and all(
        word in _houses().words for word in words if word.islower()
    )


def is_byline(line: str, near_top: bool) -> bool:
    """Whether *line* says who wrote or edited, and no more."""
    line = line.strip()
    if (_CREDIT.match(line) or _CONTRIBUTED.search(line)) and credits_only(line):
        return True
    if not near_top or line.count(" ") >= LONGEST_BYLINE:
        return False
    bare = (
        line.rstrip(" .") if " by " in line[:14].lower() or line[:2] in ("By", "BY", "by") else line
    )
    if _BYLINE.fullmatch(bare) and credits_only(bare):
        return True
    return _houses().byline.fullmatch(line) is not None


def is_caption(line: str) -> bool:
    """Whether *line* stands under a picture."""
    if line.count(" ") >= LONGEST_CAPTION:
        return False
    known = _houses()
    return bool(known.caption_start.match(line) or known.caption.search(line[-200:]))


def is_copyright(line: str) -> bool:
    """Whether *line* says who owns the text."""
    if line.count(" ") >= LONGEST_CREDIT:
        return False
    return bool(_COPYRIGHT.match(line) or (_RIGHTS.search(line) and _lawyerly(line)))


def _lawyerly(line: str) -> bool:
    """A story may speak of rights; only a notice has them at its start or end."""
    match = _RIGHTS.search(line)
    assert match is not None
    return match.start() < 3 or not line[match.end() :].strip(" .)") or "©" in line


def credit_tail(paragraph: str) -> tuple[int, str] | None:
    """Return where a credit at the end of a story paragraph begins, and its kind.

    The offset counts in *paragraph*; None if the paragraph is story to its end.
    """
    start = max(0, len(paragraph) - 500)
    for match in _TAIL.finditer(paragraph, start):
        rest = paragraph[match.end() :]
        if is_copyright(rest):
            return match.end(), "copyright"
        if is_byline(rest, near_top=False):
            return match.end(), "byline"
    return None
