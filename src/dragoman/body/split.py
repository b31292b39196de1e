# Where one sentence of a paragraph ends. A stop ends a sentence unless something says
# that it does not: an abbreviation, an initial, a number, a lower-case word after it.
# Rule: never before a lower-case word. A sentence too long costs the parser some sense;
# a sentence cut in two loses who did it. Each stop is looked at once, with a look-back
# of LOOK_BACK characters, so the time is linear.
"""Sentence boundaries, by rules."""

from __future__ import annotations

import re
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.alphabet.span import Span

#: Characters before a stop that can tell what it means; longer ones are no abbreviation.
LOOK_BACK = 30
#: Columns of ``almanac/body/abbreviations.csv``.
COLUMNS = ("form", "before", "meaning")

_STOP = re.compile(r"(?:[.!?]|…)+(?:\s\.)*[\"'”’»)\]]*")
_OPENERS = re.compile(r"(?:[\"'“‘«(\[]+\s{0,2})*")
_SPACE = re.compile(r"\s*")
_LOOSE_QUOTE = re.compile(r"\s+([\"”])(?=\s|$)")
_TOKEN = re.compile(r"[^\s\"'“”‘’«»()\[\]/—–-]*$")
_WORD = re.compile(r"[^\W\d_]+")
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")
_NUMBERING = re.compile(r"[(\[]?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,4})")
#: What goes on with a time of day: "5 p.m. Monday", "6 a.m. Kyiv time".
_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|[A-Z]{2,5}\b|[A-Z]\w+ (?:[A-Z]\w+ )?[Tt]ime\b"
    r"|(?:Eastern|Central|Pacific|Mountain|Greenwich)\b"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d"
)
#: "“Who fired?” Mr Lee asked.": what follows the quote tells who spoke.
_ASKED = re.compile(
    r"(?:[A-Za-z][\w.'’-]* ){1,5}?"
    r"(?:(?:asked|wondered|shouted|chanted|cried|exclaimed|yelled)\b(?! (?:that|if|whether|for)\b)"
    r"|(?:said|wrote|replied|tweeted|added)\b(?! (?:that|he|she|they|it|on|in|the|a|his|its)\b))"
)


def sentence_spans(text: str, passage: Span) -> list[Span]:
    """Return the sentences of one passage in order, trimmed, not overlapping.

    Together they hold every character of *passage* that is no white space. Closing
    quotes and brackets after a stop belong to the sentence that they close.

    >>> said = "U.S. troops left. “Why now?” he asked."
    >>> [span.of(said) for span in sentence_spans(said, Span(0, len(said)))]
    ['U.S. troops left.', '“Why now?” he asked.']
    """
    found: list[Span] = []
    start = _skip(_SPACE, text, passage.start, passage.end)
    quotes, counted = 0, start  # straight quotes so far: an odd number is an open quote
    for match in _STOP.finditer(text, start, passage.end):
        end = match.end()
        if match.start() < start:
            continue
        quotes += text.count('"', counted, end)
        counted = end
        loose = _LOOSE_QUOTE.match(text, end, passage.end)
        if loose and (loose.group(1) == "”" or quotes % 2):
            end = loose.end()
        following = _skip(_SPACE, text, end, passage.end)
        if following >= passage.end:
            break
        if _breaks(text, Span(start, passage.end), match, following):
            found.append(Span(start, end))
            start = following
    end = passage.end
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start, end))
    return found


def _breaks(text: str, sentence: Span, match: re.Match[str], following: int) -> bool:
    """Whether the stop in *match* ends *sentence*, which so far is open-ended."""
    first = _skip(_OPENERS, text, following, sentence.end)
    opened = text[following:first]
    if first >= sentence.end or not _may_start(text[first]):
        return False
    stop, closed = _parts(match.group())
    if following == match.end():
        return _glued(text, match, following, sentence.end)
    if stop in ("?", "!", "?!", "!?") and closed and not opened:
        return _ASKED.match(text, first, sentence.end) is None
    if stop != ".":
        loose = text[match.start() - 1 : match.start()].isspace()
        dots = stop.strip(".… ") == ""
        if not (dots and loose) or opened:
            return True
        # "I … I would rather not": a pause, unless a new sentence surely begins.
        return _starts(text, first, sentence.end) and text[first : first + 2] != "I "
    token = _before(text, sentence.start, match.start())
    if sentence.start + len(token) >= match.start() - 1 and _NUMBERING.fullmatch(token):
        return False  # "1. Russia must withdraw": the number of a point, no sentence
    return _stop_ends(token, text, Span(first, sentence.end), opened=opened, closed=closed)


def _stop_ends(token: str, text: str, rest: Span, *, opened: str, closed: str) -> bool:
    """Whether the full stop after *token* ends the sentence; *rest* begins what follows."""
    meaning = abbreviations().get(token)
    if meaning is None and token.isupper():
        meaning = abbreviations().get(token.capitalize())
        meaning = meaning if meaning == "name" else None
    if meaning in ("name", "word"):
        return bool(closed) and ")" not in closed and "]" not in closed
    if meaning == "number":
        return not text[rest.start].isdigit()
    if meaning == "clock":
        return _CLOCK.match(text, rest.start, rest.end) is None
    if meaning == "any" or _DOTTED.fullmatch(token) or (len(token) == 1 and token.isupper()):
        if _quotes(opened) or _quotes(closed):
            return True
        return _starts(text, rest.start, rest.end)
    return True


def _glued(text: str, match: re.Match[str], following: int, end: int) -> bool:
    """Whether a stop without a space after it ("quit.The next day") ends a sentence."""
    before = text[max(0, match.start() - 3) : match.start()]
    word = _WORD.match(text, following, end)
    if match.group() != "." or len(before) < 3 or not before.islower() or not before.isalpha():
        return False
    return (
        word is not None
        and word.end() < end
        and text[word.end()] == " "
        and word.group() in starters()
    )


def _parts(stop: str) -> tuple[str, str]:
    """A stop without, and then its closing quotes and brackets alone."""
    bare = stop.rstrip("\"'”’»)]")
    return bare, stop[len(bare) :]


def _quotes(marks: str) -> bool:
    return any(mark in "\"'“”‘’«»" for mark in marks)


def _may_start(character: str) -> bool:
    """Digits, capitals and letters without case begin sentences."""
    return character.isdigit() or (character.isalpha() and not character.islower())


def _starts(text: str, first: int, end: int) -> bool:
    """Whether a word that begins sentences, and is no part of a name, stands at *first*."""
    word = _WORD.match(text, first, end)
    if word is None or word.group() not in starters():
        return False
    return text[word.end() : word.end() + 1] not in (".", "-", "&")


def _before(text: str, start: int, stop: int) -> str:
    """The token before a stop, without opening quotes and brackets."""
    match = _TOKEN.search(text[max(start, stop - LOOK_BACK) : stop])
    return match.group() if match else ""


def _skip(pattern: re.Pattern[str], text: str, start: int, end: int) -> int:
    """Where the run of *pattern* that begins at *start* ends."""
    match = pattern.match(text, start, end)
    return match.end() if match else start


@cache
def abbreviations() -> dict[str, str]:
    """Abbreviation without its last stop → what stands after it (see the file's head)."""
    path = ALMANAC / "body" / "abbreviations.csv"
    return {row["form"]: row["before"] for _, row in rows(path, COLUMNS)}


@cache
def starters() -> frozenset[str]:
    """Capitalised words that begin sentences and hardly ever are part of a name."""
    text = (ALMANAC / "body" / "starters.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return frozenset(word for line in lines for word in line.split())
