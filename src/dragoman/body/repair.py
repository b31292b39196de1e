# Faults of bad copies inside the story. Rule 1: a name is split off only if it is one of
# the names passed in, or stands alone elsewhere in the text and here behind another part of
# a name: "McDonald" and "YouTube" have capitals inside and are whole. Rule 2:
# what is left beside the name must be a word that stands alone; "Iranian" is Iran + "ian".
# Rule 3: the text is not touched: a fault is a Noise, and a glued word also a cut.
"""Glued words, and with them the other faults inside a passage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from itertools import pairwise

from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.alphabet.span import Span
from dragoman.body.grammar import slips_of_grammar
from dragoman.body.joints import joints
from dragoman.body.marks import doubled
from dragoman.body.passage import Noise
from dragoman.body.slips import slips
from dragoman.body.split import starters

#: Letters; shorter names ("May", "Xi") begin too many words.
SHORTEST_NAME = 4
#: Letters of a past tense that is not in words.txt: "deployed" yes, "ed" no.
SHORTEST_PAST = 5
#: Letters; a longer "word" is no glued pair.
LONGEST_WORD = 60
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_GENITIVE = re.compile(r"['’]s?$")
_FOLLOWING = re.compile(r" ([a-z]+)")
_PAST = re.compile(r"[a-z]*[aeiouy][a-z]*ed")
_NAME_BEFORE = re.compile(r"(?<![.!?:”\"] )\b[A-Z][a-z]{2,}\.? $")
_VERBALISED = ("ized", "ised", "ified", "nized", "nised")


def faults(
    text: str, span: Span, names: AbstractSet[str], spoken: Mapping[str, int] | None = None
) -> tuple[list[Noise], list[int]]:
    """Return the faults inside *span*, in order, and the offsets at which to cut words.

    Args:
        text: a report.
        span: the passage to look at.
        names: single words that name states, capitals, leaders; case matters.
        spoken: names of the text, counted, see :func:`always_capital`.
    """
    noise: list[Noise] = []
    cuts: list[int] = []
    for match in _WORD.finditer(text, span.start, span.end):
        if match.group().islower():
            continue  # a glued word holds a name, and a name its capital
        seams = _seams(text, match, names) or _behind_name(text, match, spoken or {})
        if seams:
            cuts.extend(seams)
            noise.append(_glued(text, match.span(), seams))
    noise.extend(doubled(text, span))
    noise.extend(slips(text, span, names))
    noise.extend(slips_of_grammar(text, span))
    noise.extend(joints(text, span, names))
    return _apart(noise), cuts


def _apart(noise: list[Noise]) -> list[Noise]:
    """*noise* in order, each character told once: of two that overlap the first, if it is longer."""
    kept: list[Noise] = []
    for one in sorted(noise, key=lambda one: (one.span.start, -one.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return kept


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


def _behind_name(text: str, match: re.Match[str], spoken: Mapping[str, int]) -> list[int]:
    """The seam in "Adam Leesent": a name of the text, behind another part of a name."""
    word = match.group()
    if len(word) < 2 * SHORTEST_NAME or not word[1:].islower() or spoken.get(word, 0) > 1:
        return []
    if _NAME_BEFORE.search(text[max(0, match.start() - 30) : match.start()]) is None:
        return []
    at = _name_end(word, spoken.keys())
    if not at or len(word) - at < SHORTEST_NAME or not _stands_alone(word[at:], text, match.end()):
        return []
    return [match.start() + at]


def always_capital(text: str) -> dict[str, int]:
    """Words that stand alone in *text*, and only with a capital, counted: names, mostly.

    >>> always_capital("Moran left. The war ended the Moran era.")
    {'Moran': 2}
    """
    words = Counter(map(_bare, _WORD.findall(text)))
    return {
        word: count
        for word, count in words.items()
        if len(word) >= SHORTEST_NAME
        and word[0].isupper()
        and word[1:].islower()
        and word.lower() not in words
        and word.lower() not in _common()
    }


def _bare(word: str) -> str:
    """*word* without a genitive."""
    return _GENITIVE.sub("", word) if "'" in word or "’" in word else word


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


@cache
def words() -> frozenset[str]:
    """Frequent words that bad copies glue to names (``almanac/body/words.txt``)."""
    text = (ALMANAC / "body" / "words.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())


@cache
def _common() -> frozenset[str]:
    """Words that begin sentences or that copies glue to names: no names themselves."""
    return words() | {word.lower() for word in starters()}


@cache
def _parts(name: str) -> frozenset[str]:
    """One list of ``almanac/body/glue.toml``."""
    return frozenset(table(ALMANAC / "body" / "glue.toml")[name].split())
