# Words that no careful writer leaves so: doubled, misspelt, without their capital; a full
# stop in the middle of a sentence. Rule: only what is wrong in every reading is a slip,
# for a wrong alarm costs the reader's trust. Each pattern looks at a bounded stretch.
"""Garbled words and wrong full stops inside the story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import eq

from dragoman.alphabet.lexfile import ALMANAC, rows, table
from dragoman.alphabet.span import Span
from dragoman.body.names import misnamed, opens
from dragoman.body.passage import Noise
from dragoman.body.split import abbreviations

#: Columns of ``almanac/body/misspellings.csv``.
COLUMNS = ("form", "fixed")
#: Characters; a shorter passage may be without capitals, or broken off, by design.
SHORTEST_CASED = 40
#: Letters of a misspelt word that may have a capital: "Presidnet".
SHORTEST_TITLE = 8
#: Letters; shorter names are words too often.
SHORTEST_NAME = 4
#: Stops before small letters, from which a passage is written so on purpose.
MOST_STOPS = 3

_WORD = re.compile(r"[^\W\d_]+")
_TWICE = re.compile(r"\b([A-Za-z]+)[ \n]+\1\b(?!['’-])", re.IGNORECASE)
#: Two to five words twice, and a word that is not said twice for emphasis.
_PHRASE = re.compile(
    r"(?<![\w'’-])((?:[^\W\d_]+ ){1,4}[^\W\d_]+) \1(?![\w'’-])(?<!again)(?<!ever)(?<!more)"
)
_CONTENT = re.compile(r"(?<![\w'’-])([a-z]{5,}) \1(?! \1|[\w'’-])")
#: What is said twice on purpose: "step by step by", "whatever he does he does".
_MEANT = re.compile(
    r"\w+ (?:and|by|after|to|upon|or|over|for|in|on|no|so)|(?:he|she|it|they|we|you|I) \w+|(?:and|by|after) .*|to (?:have|be)"
)
_TRIPLE = re.compile(r"(?<![\w'’-])[a-z]*([bcdfgjklmnpqrstvxyz])\1\1(?!\1)[a-z]*(?![\w'’-])")
_STOP = re.compile(r"(?<![\w.@/-])([^\W\d_]{3,30})\.[ \n]([a-z]{2,20})(?![\w'’@/-])(?!\.\w)")
#: A word that ends no sentence, or the first of a name, before a stop.
_DANGLING = re.compile(
    r"(?<![\w.’'-])(?:(the|an|and|or|but|their|our|every|into|during|because|whether|although|while|than|unless"
    r"|whose|towards?)|([A-Z][a-z]{4,}))\. ([A-Za-z][a-z]+)"
)
#: A sentence of one word that none consists of.
_ALONE = re.compile(
    r"(?<=[a-z][.!?] )(?:The|An|And|But|Or|Of|In|On|At|To|By|For|With|From|Into|Than|That|This|Then|When|While"
    r"|Which|Who|Whose|Because|Since|After|Before|During|His|Her|Its|Their|They|He|She|It|Also|Both|Such|Said"
    r"|Was|Were|Has|Have|Had|Will|Would)\.(?= [A-Z][a-z]+ [a-z])"
)
#: Parts of names and of addresses that a sentence may begin with.
_NO_START = frozenset(
    [
        "http",
        "https",
        "www",
        "com",
        "org",
        "net",
        "de",
        "al",
        "el",
        "bin",
        "ibn",
        "von",
        "van",
        "di",
        "da",
    ]
)
_AN = re.compile(r"(?<![\w'’-])an ([bcdfgjklmnpqrtvwxyz][a-z]*[aeiouy][a-z]*)(?![\w'’-])")
_A = re.compile(r"(?<![\w'’.-])(?:a (?:[ai][a-z]{4,}|e(?!u|we)[a-z]{4,}))(?![\w'’-])")
_LETTERED = re.compile(
    r"(?:vitamin|plan|hepatitis|group|grade|class|type|option|category|team) $", re.IGNORECASE
)
_LATIN = re.compile(r"[A-Za-z]")


@dataclass(frozen=True, slots=True)
class _Slips:
    """``almanac/body/slips.toml`` and ``misspellings.csv``, made ready once."""

    twice: frozenset[str]
    emphatic: frozenset[str]
    before_stop: frozenset[str]
    after_stop: frozenset[str]
    own_words: frozenset[str]
    capitalised: frozenset[str]
    given: frozenset[str]
    misspelt: dict[str, str]
    pairs: dict[str, tuple[str, ...]]
    whole: frozenset[str]  #: all pairs


@cache
def _slips() -> _Slips:
    """Read the almanac on first use."""
    data = table(ALMANAC / "body" / "slips.toml")
    listed = {
        key: frozenset(str(value).split()) for key, value in data.items() if isinstance(value, str)
    }
    path = ALMANAC / "body" / "misspellings.csv"
    pairs: dict[str, tuple[str, ...]] = {}
    for pair in data["pairs"]:
        for word in pair.split():
            pairs[word] = (*pairs.get(word, ()), pair)
    return _Slips(
        twice=listed["never_twice"],
        emphatic=listed["emphatic"],
        before_stop=listed["before_stop"],
        after_stop=listed["after_stop"],
        own_words=listed["own_words"],
        capitalised=listed["capitalised"],
        given=listed["given_names"] - listed["given_words"],
        misspelt={row["form"]: row["fixed"] for _, row in rows(path, COLUMNS)},
        pairs=pairs,
        whole=frozenset(data["pairs"]),
    )


def slips(text: str, span: Span, names: AbstractSet[str]) -> list[Noise]:
    """Return the garbled words inside *span*, in no order.

    Args:
        text: a report.
        span: one passage of it.
        names: single words that name states and seats of power; case matters.

    >>> told = "Envoys of the the bloc met in kyiv on Monday to speak of the truce."
    >>> [(n.text, n.fixed) for n in slips(told, Span(0, len(told)), {"Kyiv"})]
    [('the the', 'the'), ('kyiv', 'Kyiv')]
    """
    found = [
        *_repeated(text, span),
        *_articles(text, span),
        *_stops(text, span),
        *_misspelt(text, span),
        *misnamed(text, span, names),
    ]
    if span.end - span.start >= SHORTEST_CASED:
        found += _small(text, span, names)
    return found


def _noise(text: str, start: int, end: int, fixed: str | None) -> Noise:
    return Noise(Span(start, end), text[start:end], "garbled", fixed)


def _repeated(text: str, span: Span) -> Iterator[Noise]:
    """Words twice, and one letter three times."""
    words = _WORD.findall(text, span.start, span.end)
    # The cheap questions first: most passages have no word twice, and no two words.
    if any(map(eq, words, words[1:])):
        yield from _twice(text, span)
    pairs = [*pairwise(words)]
    for match in _PHRASE.finditer(text, span.start, span.end) if _repeat(pairs) else ():
        phrase = match.group(1)
        if not phrase.istitle() and not _MEANT.fullmatch(phrase) and not _rhymes(phrase):
            yield _noise(text, *match.span(), phrase)
    for match in _TRIPLE.finditer(text, span.start, span.end):
        word, letter = match.group(), match.group(1)
        if len(word) >= 5 and word.replace(letter, ""):
            yield _noise(text, *match.span(), word.replace(letter * 3, letter * 2))


def _repeat(pairs: Sequence[tuple[str, str]]) -> bool:
    return len(set(pairs)) < len(pairs)


def _twice(text: str, span: Span) -> Iterator[Noise]:
    """One word twice: a small word, or one of content that is not said twice for emphasis."""
    for match in _TWICE.finditer(text, span.start, span.end):
        second = text[match.end() - len(match.group(1)) : match.end()]
        if second in _slips().twice:
            yield _noise(text, *match.span(), match.group(1))
    for match in _CONTENT.finditer(text, span.start, span.end):
        word = match.group(1)
        thrice = re.search(
            rf"\b{word} $", text[max(span.start, match.start() - 40) : match.start()]
        )
        if word not in _slips().emphatic and not thrice:
            yield _noise(text, *match.span(), match.group(1))


def _rhymes(phrase: str) -> bool:
    """Whether all words of *phrase* are one: "very very"."""
    return len(set(phrase.lower().split())) == 1


def _articles(text: str, span: Span) -> Iterator[Noise]:
    """The wrong one of "a" and "an"."""
    for match in _AN.finditer(text, span.start, span.end):
        yield _noise(text, *match.span(), f"a {match.group(1)}")
    for match in _A.finditer(text, span.start, span.end):
        if not _LETTERED.search(text[max(span.start, match.start() - 12) : match.start()]):
            yield _noise(text, *match.span(), f"an {match.group()[2:]}")


def _stops(text: str, span: Span) -> list[Noise]:
    """Full stops before a small letter, which no sentence begins with."""
    known, short = _slips(), abbreviations()
    found = []
    for match in _STOP.finditer(text, span.start, span.end):
        left, right = match.group(1), match.group(2)
        if left in short or left.lower() in known.before_stop or left.isupper():
            continue
        if not re.search(r"[aeiouyáéíóúäöü]", left.lower()) or right in _NO_START:
            continue
        fixed = f"{left} {right}" if right in known.after_stop else None
        found.append(_noise(text, *match.span(), fixed))
    for match in _DANGLING.finditer(text, span.start, span.end):
        whole = match[2] is None or f"{match[2]} {match[3]}" in known.whole
        if whole:
            found.append(_noise(text, *match.span(), match.group().replace(".", "", 1)))
    alone = _ALONE.finditer(text, span.start, span.end)
    found += [_noise(text, *one.span(), None) for one in alone]
    return found if len(found) < MOST_STOPS else []


def _misspelt(text: str, span: Span) -> Iterator[Noise]:
    """Words that are none, and names of two words with one letter out of place."""
    known = _slips()
    before: re.Match[str] | None = None
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        fixed = known.misspelt.get(word.lower())
        if fixed is not None and not word.isupper():
            # A capital inside a sentence begins a name: Sargent is no sergeant.
            short = word[0].isupper() and len(word) < SHORTEST_TITLE
            if not (short and fixed[0].islower() and not opens(text, span, match)):
                good = fixed[0].upper() + fixed[1:] if word[0].isupper() else fixed
                yield _noise(text, *match.span(), good)
        paired = before is not None and (word in known.pairs or before.group() in known.pairs)
        if before is not None and paired and text[before.end() : match.start()] == " ":
            pair = _mistyped(before.group(), word)
            if pair is not None:
                yield _noise(text, before.start(), match.end(), pair)
        before = match


def _mistyped(left: str, right: str) -> str | None:
    """The known pair that "Untied Nations" stands for; None if it is no slip of one."""
    known = _slips().pairs
    for pair in (*known.get(left, ()), *known.get(right, ())):
        first, second = pair.split()
        if (first == left and _one_slip(right, second)) or (
            second == right and _one_slip(left, first)
        ):
            return pair
    return None


def _one_slip(word: str, meant: str) -> bool:
    """Whether *word* is *meant* with inner letters swapped, or one too much or too few."""
    if word == meant or len(word) < 4 or word[0] != meant[0] or word[-1] != meant[-1]:
        return False
    if len(word) == len(meant):
        at = next(i for i in range(len(word)) if word[i] != meant[i])
        return word == meant[:at] + meant[at + 1 : at + 2] + meant[at] + meant[at + 2 :]
    long, short = (word, meant) if len(word) > len(meant) else (meant, word)
    return len(long) == len(short) + 1 and any(
        long[:i] + long[i + 1 :] == short for i in range(1, len(long) - 1)
    )


def _small(text: str, span: Span, names: AbstractSet[str]) -> Iterator[Noise]:
    """Names without their capital, in a passage that has capitals."""
    first = _LATIN.search(text, span.start, span.end)
    if first is None or first.group().islower():
        return
    known = _slips()
    for match in _WORD.finditer(text, span.start, span.end):
        word = match.group()
        if len(word) < SHORTEST_NAME or not word.islower() or word in known.own_words:
            continue
        good = word.capitalize()
        if good in names or word in known.capitalised or _given(text, match, known.given):
            before, after = text[match.start() - 1], text[match.end() : match.end() + 2]
            if before in ' (“"\n' and (after[:1] in " ,;:)”\"’'\n" or after.strip() == "."):
                yield _noise(text, *match.span(), good)


def _given(text: str, match: re.Match[str], given: AbstractSet[str]) -> bool:
    """Whether a given name stands here: after a title, or before another part of a name."""
    return match.group() in given and text[match.end() : match.end() + 2].strip().isalpha()
