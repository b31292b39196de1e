# Faults of bad copies inside the story. Rule 1: a name is split off only if it is one of
# the names passed in: "McDonald" and "YouTube" have capitals inside and are whole. Rule 2:
# what is left beside the name must be a word that stands alone; "Iranian" is Iran + "ian".
# Rule 3: the text is not touched: a fault is a Noise, and a glued word also a cut.
"""Glued words and doubled marks."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise

#: Letters; shorter names ("May", "Xi") begin too many words.
SHORTEST_NAME = 4
#: Letters of a past tense that is not in words.txt: "deployed" yes, "ed" no.
SHORTEST_PAST = 5
#: Letters; a longer "word" is no glued pair.
LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_FOLLOWING = re.compile(r" ([a-z]+)")
_PAST = re.compile(r"[a-z]*[aeiouy][a-z]*ed")
_VERBALISED = ("ized", "ised", "ified", "nized", "nised")
_DOUBLED = re.compile(
    r'(?<!")""(?!")|(?<!“)““(?!“)|(?<!”)””(?!”)|(?<!,),,(?!,)'
    r"|(?<!\.)\.\.(?![./\\])|(?<![.\s])\.\s\.(?!\s?[.\d])"
)
#: Signs that appear where UTF-8 was read as Windows-1252.
MOJIBAKE = {
    "â€™": "’", "â€˜": "‘", "â€œ": "“", "â€\ufffd": "”", "â€ ": "”", "â€“": "–", "â€”": "—",
    "â€¦": "…", "Ã©": "é", "Ã¨": "è", "Ã¡": "á", "Ã¶": "ö", "Ã¼": "ü", "Ã±": "ñ", "Ã§": "ç",
}  # fmt: skip
_MOJIBAKE = re.compile("|".join(re.escape(form) for form in MOJIBAKE))


def faults(text: str, span: Span, names: AbstractSet[str]) -> tuple[list[Noise], list[int]]:
    """Return the faults inside *span*, in order, and the offsets at which to cut words.

    Args:
        text: a report.
        span: the passage to look at.
        names: single words that name states, capitals, leaders; case matters.
    """
    noise: list[Noise] = []
    cuts: list[int] = []
    for match in _WORD.finditer(text, span.start, span.end):
        seams = _seams(text, match, names)
        if seams:
            cuts.extend(seams)
            noise.append(_glued(text, match.span(), seams))
    noise.extend(_garbled(text, span))
    noise.sort(key=lambda one: one.span)
    return noise, cuts


def _glued(text: str, ends: tuple[int, int], seams: list[int]) -> Noise:
    """The noise of one glued word, read with a space at each seam."""
    bounds = [ends[0], *seams, ends[1]]
    parts = [text[a:b] for a, b in pairwise(bounds)]
    return Noise(Span(*ends), text[ends[0] : ends[1]], "glued", " ".join(parts))


def _seams(text: str, match: re.Match[str], names: AbstractSet[str]) -> list[int]:
    """Offsets inside one word at which a glued word begins; usually none."""
    start, end = match.span()
    word = match.group()
    if end - start < SHORTEST_NAME + 1 or end - start > LONGEST_WORD or _bare(word) in names:
        return []
    if word.islower() or word.isupper() or text[max(0, start - 1) : start] in ("#", "@", "/", "_"):
        return []
    capitals = [i for i in range(1, len(word)) if word[i - 1].islower() and word[i].isupper()]
    if capitals:
        bounds = [0, *capitals, len(word)]
        parts = [word[a:b] for a, b in pairwise(bounds)]
        pairs = zip(capitals, pairwise(parts), strict=True)
        return [start + at for at, (left, right) in pairs if _two_words(left, right, names)]
    at = _name_end(word, names)
    return [start + at] if at and _stands_alone(word[at:], text, end) else []


def _bare(word: str) -> str:
    """*word* without a genitive."""
    return re.sub(r"['’]s?$", "", word)


def _two_words(left: str, right: str, names: AbstractSet[str]) -> bool:
    """Whether the halves of "ArabiaIran's" are two words, one of them a known name."""
    right = _bare(right)
    if len(left) < 2 or left.lower() in _parts("first_parts"):
        return False
    if right.lower() in _parts("last_parts"):
        return False
    known = [part for part in (left, right) if part in names and len(part) >= SHORTEST_NAME]
    whole = left in words() or len(left) >= 3
    return bool(known) and whole and len(right) >= 2


def _name_end(word: str, names: AbstractSet[str]) -> int:
    """Length of the longest known name that *word* begins with; 0 if there is none."""
    for length in range(len(word) - 1, SHORTEST_NAME - 1, -1):
        if word[:length] in names:
            return length
    return 0


def _stands_alone(rest: str, text: str, end: int) -> bool:
    """Whether *rest*, which ends at *end*, is a word of its own."""
    if not rest.islower():
        return False
    if rest == "a":
        following = _FOLLOWING.match(text, end, end + 30)
        return following is not None and following.group(1) in _parts("after_article")
    if rest in words():
        return True
    past = len(rest) >= SHORTEST_PAST and _PAST.fullmatch(rest) is not None
    return past and not rest.endswith(_VERBALISED)


def _garbled(text: str, span: Span) -> list[Noise]:
    """Doubled marks, each to be read as one, and signs of a wrong encoding."""
    found = [
        Noise(Span(*match.span()), match.group(), "garbled", match.group()[0])
        for match in _DOUBLED.finditer(text, span.start, span.end)
    ]
    found += [
        Noise(Span(*match.span()), match.group(), "garbled", MOJIBAKE[match.group()])
        for match in _MOJIBAKE.finditer(text, span.start, span.end)
    ]
    return found


@cache
def words() -> frozenset[str]:
    """Frequent words that bad copies glue to names (``almanac/body/words.txt``)."""
    text = (ALMANAC / "body" / "words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


@cache
def _parts(name: str) -> frozenset[str]:
    """One list of ``almanac/body/glue.toml``."""
    return frozenset(table(ALMANAC / "body" / "glue.toml")[name].split())
