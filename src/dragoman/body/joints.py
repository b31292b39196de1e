# Where a copy has lost a space, a hyphen's line end or an apostrophe, or gained a space. Rule 1: a
# token that may be an address, a file or a name of the network is left alone. Rule 2: a space before
# a comma or a stop, as where a link was taken out, misleads nobody and is not told.
"""Words that run together or fall apart around their signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise
from dragoman.body.split import abbreviations, starters

#: Letters of a starter that may have lost the space before it.
SHORTEST_STARTER = 3
_TOKEN = re.compile(r"\S{2,120}(?!\S)")
#: What every token that is two has in it.
_SEAM = re.compile(
    r"[a-z][.!?,;()][\"”’“‘]*[A-Za-z]|[a-z][A-Z]|['’]s[a-z]{3}|\d[.!?][\"”’“‘]*[A-Z]"
)
#: What addresses and paths have, and sentences do not.
_ADDRESS = re.compile(r"[/@\\#=_]|www|\.(?:[a-z]{2,4}|Com|Org|Net|Gov|Edu)(?:\W|$)|\w\.\w+\.\w")
_STOP = re.compile(
    r"(?<![.\w])([^\W\d_]*[a-z]{2}|\d{2,4})([.!?])([\"”’]?)(?=([\"“‘]?)([A-Z][a-z]+))"
)
_COMMA = re.compile(r"(?<=[a-z]{2})[,;](?=[A-Za-z][a-z])")
_OPENS = re.compile(
    r"(?<=[a-z]{3})\((?=(?:the|a|an|who|which|in|on|and|its|his|her|formerly|also)$)"
)
_CLOSES = re.compile(r"(?<=[a-z]{4})\)(?=[a-z]{3,}\b)(?<!\(s\))(?<!\(es\))")
_GENITIVE = re.compile(r"(?<![\w’'-])[A-Z][a-z]{2,}['’]s(?=[a-z]{3,})")
_CAMEL = re.compile(r"(?<![\w’'.@/#-])[^\W\d_]*[a-z]{3}(?=([A-Z][a-z]+)\b)")
#: "don t", "Iran?s", "country\ufffds": an apostrophe that no reader of the bytes knew.
_LOST = r"[ ?\ufffd]"
_APOSTROPHE = re.compile(
    rf"\b(?:(?:do|does|did|is|was|were|would|could|should|has|have|had|are|ca|wo)n{_LOST}t"
    rf"|(?:[Tt]hey|[Ww]e|[Yy]ou|I){_LOST}(?:ve|ll)|[A-Za-z]{{2,}}[?\ufffd]s"
    r"|(?:[A-Z][a-z]{2,}|country|president|minister|ministry|government|state|world|people|party"
    r"|nation|army|today|year|week|month) s(?= [a-z]))(?![\w’'/=&])"
)
_HOLE = re.compile(r"(?<![\w/=&.])[^\W\d_]{2,}[?\ufffd][a-z]{2,}(?![\w/=&])")
_FIGURE = re.compile(
    r"\b\d{1,3}\. \d{1,2}(?= (?:[mb]illion|trillion|per ?cent)\b)|\b\d{1,3}(?: ,\d{3}|, 000)\b"
)
_INITIALS = re.compile(r"\b[A-Z] \.[A-Z]\.(?= )|\b[A-Z]\.[A-Z] \.(?= [a-z])")
_BROKEN = re.compile(r"\b([^\W\d_]{2,12})-[ \n]([a-z]{2,12})\b(?![-’'])")
#: What is no word by itself, and stands at the end of many.
_ENDING = re.compile(
    r"(?:ments?|tions?|sions?|ations?|ing|ings|ed|ity|ities|ly|als?|ally|ers?|ance|ence|ances|ences|ians?"
    r"|isters?|istry|idents?|tary|tional|cial|cials|tics|lic|ble|ous|ive|ives|ism|ists?|ness|tors?|tory"
    r"|ries|ry|ties|ty|ture|tures|ment|dered|drawn|sored|voys?|ernment|ernor|bers?|gees?|tinue|tinued)"
)
_SUSPENDED = frozenset(("and", "or", "to", "nor", "but", "through", "than", "versus", "as"))


def joints(text: str, span: Span, names: AbstractSet[str] = frozenset()) -> Iterator[Noise]:
    """Yield the faults around the signs of *span*, in no order; *names* are those of states.

    >>> told = "Talks end on Friday.They weren t easy, and the govern- ment left."
    >>> [(n.kind, n.text, n.fixed) for n in joints(told, Span(0, len(told)))]
    ... # doctest: +NORMALIZE_WHITESPACE
    [('glued', 'Friday.They', 'Friday. They'), ('garbled', 'weren t', 'weren’t'),
     ('garbled', 'govern- ment', 'government')]
    """
    yield from _glued(text, span)
    yield from _apostrophes(text, span)
    yield from _apart(text, span, names)


def _glued(text: str, span: Span) -> Iterator[Noise]:
    """Tokens that are two, but for the space between them."""
    end = span.start
    for sign in _SEAM.finditer(text, span.start, span.end):
        if sign.start() < end:
            continue
        begin = _begin(text, span.start, sign.start())
        match = _TOKEN.match(text, begin, span.end)
        if match is None:
            continue
        token, end = match.group(), match.end()
        seam = _seam(token, text[span.start : begin])
        if seam and not _ADDRESS.search(token.rstrip('.,;:!?"”’)')):
            yield Noise(Span(*match.span()), token, "glued", f"{token[:seam]} {token[seam:]}")


def _begin(text: str, start: int, at: int) -> int:
    """Where the token that holds *at* begins."""
    while at > start and not text[at - 1].isspace():
        at -= 1
    return at


def _seam(token: str, before: str) -> int:
    """Where in *token* a space is missing; 0 if none is. *before* stands before it."""
    stop = _STOP.search(token)
    if stop is not None and _ends(stop):
        closing = stop[3] and (stop[3] != '"' or before.count('"') % 2 == 1)
        return stop.end() if closing or not stop[3] else stop.end() - 1
    for pattern, at in ((_COMMA, 1), (_OPENS, 0), (_CLOSES, 1)):
        if found := pattern.search(token):
            return found.start() + at
    if found := _GENITIVE.match(token):
        return found.end()
    return _camel(token)


def _ends(stop: re.Match[str]) -> bool:
    """Whether a stop without a space behind it ends a sentence, and no abbreviation."""
    word, after = stop[1], stop[5]
    if word in abbreviations() or word.isupper() or after in ("Com", "Org", "Net", "Gov", "Co"):
        return False
    return len(after) > 1 or after in starters()


def _camel(token: str) -> int:
    """Where "BackgroundThe" and "UnitedStates" are two words; 0 where one is none."""
    found = _CAMEL.match(token)
    if found is None:
        return 0
    left, right = found.group(), found[1]
    starts = right in _openers() and len(left) > SHORTEST_STARTER
    return found.end() if starts or f"{left} {right}" in _pairs() else 0


def _apostrophes(text: str, span: Span) -> Iterator[Noise]:
    """Words that have lost their apostrophe, or a letter."""
    seen = set()
    for match in _APOSTROPHE.finditer(text, span.start, span.end):
        found = match.group()
        seen.add(match.start())
        yield Noise(Span(*match.span()), found, "garbled", re.sub(_LOST, "’", found))
    for match in _HOLE.finditer(text, span.start, span.end):
        if match.start() not in seen:
            yield Noise(Span(*match.span()), match.group(), "garbled", None)


def _apart(text: str, span: Span, names: AbstractSet[str]) -> Iterator[Noise]:
    """What has a space too many: figures, initials, words broken at the end of a line."""
    for pattern in (_FIGURE, _INITIALS):
        for match in pattern.finditer(text, span.start, span.end):
            found = match.group()
            yield Noise(Span(*match.span()), found, "garbled", found.replace(" ", ""))
    for match in _BROKEN.finditer(text, span.start, span.end):
        first, second = match.groups()
        whole = first + second
        if second in _SUSPENDED or re.search(rf"\b{first}-{second}\b", text):
            continue
        if whole in names or _ENDING.fullmatch(second) or re.search(rf"\b{whole}\b", text):
            yield Noise(Span(*match.span()), match.group(), "garbled", whole)


@cache
def _openers() -> frozenset[str]:
    """Starters that are part of no name written in one word."""
    return frozenset(one for one in starters() if len(one) > SHORTEST_STARTER) | {
        "The",
        "But",
        "She",
    }


@cache
def _pairs() -> frozenset[str]:
    """Names of two words (``almanac/body/slips.toml``)."""
    return frozenset(table(ALMANAC / "body" / "slips.toml")["pairs"])
