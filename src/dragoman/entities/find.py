# Rule 1: the longest name that begins first; a name is never part of a word.
# Rule 2: letters that only look Latin are read as Latin in a word that has Latin ones.
"""Find the register's names in a text: one pass, the longest name first."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.alphabet.span import Span
from dragoman.entities.actor import Mention
from dragoman.entities.halves import with_halves
from dragoman.entities.homonyms import load_homonyms, settled
from dragoman.entities.register import Register, load_register
from dragoman.entities.ships import with_ships

# Letters of other scripts that look like Latin ones, one for one (Unicode Technical Standard 39, confusables).
_LOOKALIKES = str.maketrans(
    "АВЕЅІЈКМНОРСТХУаеѕіјорсхуԁɡԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρτυχικ",
    "ABESIJKMHOPCTXYaesijopcxydgqwABEZHIKMNOPTYXovptuxik",
)
_FOREIGN = re.compile(r"[\u0370-\u052fɡ]")
_LAST_WORD = re.compile(r"\b[A-Z][a-z]+\Z")
_WORD = re.compile(r"\w*[\u0370-\u052fɡ]\w*")
_LATIN = re.compile(r"[A-Za-z]")
_ADDRESSING = ("@", "#", "/", ".", "-")
#: Ends of words for a state's people.
_PEOPLE = re.compile(r"(?:i?an|n|ese|er|i)?s?\b")
_GOES_ON = re.compile(r"[@/-]|\.\w")


@cache
def _automaton() -> tuple[object, tuple[str, ...]]:
    import ahocorasick_rs

    surfaces = tuple(dict.fromkeys((*load_register().entries, *load_homonyms())))
    return ahocorasick_rs.AhoCorasick(surfaces), surfaces


#: Signs that make a currency of the name before them: "US$", "CAN$".
_MONEY = frozenset("$€£¥")


def find_mentions(
    text: str, on: date | None = None, cuts: Collection[int] = (), register: Register | None = None
) -> tuple[Mention, ...]:
    """Return the mentions in *text*, in order, not overlapping.

    Args:
        text: a report's text.
        on: the day on which names are looked up (an event's or the publication's).
        cuts: offsets inside glued words that count as word boundaries.
    """
    known = register or load_register()
    read = _latin(text)
    found = []
    for surface, span in _surfaces(read, frozenset(cuts)):
        if surface.islower() and _in_an_address(text, span):
            continue
        entry = known.entry(surface, on)
        if entry is not None:
            named = entry.name, entry.code, entry.country, entry.sector, entry.kind, entry.office
        elif surface in load_homonyms():
            named = surface, None, None, None, "name", ""
        else:
            continue
        found.append(Mention(span, span.of(text), *named))
    found += _combining(read, found, known)
    in_order = settled(read, sorted(found, key=lambda m: m.span.start))
    return tuple(with_ships(read, with_halves(read, in_order)))


def _combining(text: str, found: Sequence[Mention], known: Register) -> Iterator[Mention]:
    """The "Sino" of "Sino-Russian": before a hyphen and another nation's adjective only."""
    taken = {m.span.start for m in found}
    for mention in found:
        if mention.kind != "adjective" or text[mention.span.start - 1 : mention.span.start] != "-":
            continue
        end = mention.span.start - 1
        form = _LAST_WORD.search(text, max(0, end - 10), end)
        code = _forms().get(form[0]) if form is not None else None
        if form is not None and code is not None and form.start() not in taken:
            span = Span(form.start(), end)
            yield Mention(span, form[0], known.names[code], code, code, None, "adjective")


@cache
def _forms() -> dict[str, str]:
    path = ALMANAC / "entities" / "combining.csv"
    return {row["form"]: row["code"] for _, row in rows(path, ("form", "code"))}


def _surfaces(text: str, edges: frozenset[int]) -> Iterator[tuple[str, Span]]:
    """The names that begin first, whole words only; of those with one beginning, the longest.

    A longer name whose people a word means hides those that begin as it does ("Papua" in
    "Papua New Guineans"), but "Norwegian Sea" hides nothing in "Norwegian Seahawks". Nor is a
    name hidden that begins inside it: "President Ma" begins "President Macron", where the name
    is "Macron".
    """
    automaton, surfaces = _automaton()
    found = automaton.find_matches_as_indexes(text, overlapping=True)  # type: ignore[attr-defined]
    begun, reached = -1, 0
    for start, end, index in sorted((start, -end, index) for index, start, end in found):
        if start == begun or start < reached:
            continue
        inside_left = start > 0 and _wordy(text[start - 1]) and start not in edges
        inside_right = -end < len(text) and _wordy(text[-end]) and -end not in edges
        if inside_right and text[-end].islower() and _PEOPLE.match(text, -end) is None:
            continue
        begun = start
        if not inside_left and not inside_right and text[-end : -end + 1] not in _MONEY:
            yield surfaces[index], Span(start, -end)
            reached = -end


def _latin(text: str) -> str:
    """The text with look-alikes in mixed words as Latin letters; offsets stay."""
    if _FOREIGN.search(text) is None:
        return text
    return _WORD.sub(lambda m: m[0].translate(_LOOKALIKES) if _LATIN.search(m[0]) else m[0], text)


def _in_an_address(text: str, span: Span) -> bool:
    """Whether a name in small letters is part of a web address or a tag."""
    before = text[max(0, span.start - 1) : span.start]
    return before in _ADDRESSING or _GOES_ON.match(text, span.end) is not None


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_"
