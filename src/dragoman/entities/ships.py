# Ships of navies by name: "USS Nimitz", "the Danish frigate Triton", and later just "Triton".
# Rule 1: a name is a ship's where letters of a navy or a nation and a sort of warship stand before it; from there on
#   the bare name is that ship's in the whole report.
# Rule 2: a ship that is named for a place or a person is meant by the bare name only where it cannot be the place: not
#   behind "in" or "from", and of a longer name's last word only behind "the".
# Rule 3: a report that names no ship is not looked at any further.
"""Find warships by name, as mentions of the state whose ships they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.alphabet.lexfile import many, rows
from dragoman.alphabet.span import Span
from dragoman.entities.actor import Mention
from dragoman.entities.register import FOLDER, load_register

_SORTS = (
    r"(?:aircraft carrier|battleship|corvette|cruiser|destroyer|flagship|frigate|gunboat|minehunter|minesweeper|"
    r"patrol (?:ship|vessel)|submarine|supply ship|warship|[Cc]oast [Gg]uard cutter|ship|vessel)s?"
)
#: Sorts that merchants have too: they count as warships only in a report that names one.
_ANY = ("ship", "ships", "vessel", "vessels")
_WORD = r"[A-ZÀ-Þ][\w’'-]*[a-zß-ÿ][\w’'-]*"
# Small words and initials inside a name: "Ville de Paris", "Munmu the Great", "Harry S. Truman".
_JOINT = (
    r"(?:(?:(?:de|del|della|da|di|do|du|la|le|the|of|van|von)\s){1,2}|[A-Z]\.(?:\s?[A-Z]\.)?\s)"
)
_NAME = re.compile(rf"{_WORD}(?:\s{_JOINT}?{_WORD}){{0,3}}(?:\s[IVX]+\b)?")
_BEFORE = re.compile(r"(?:[\w.’'-]+\s+){0,5}\Z")
_SORTED = re.compile(rf"\b{_SORTS}\s+(?=[A-ZÀ-Þ])")
_AND = re.compile(r"\s+and\s+(?=[A-ZÀ-Þ])")
_GROUP = re.compile(r"\s(?:[Cc]arrier\s)?(?:[Ss]trike|[Bb]attle)\s[Gg]roup\b")
_PLACED = re.compile(r"\b(?:at|from|in|into|near|of|off|outside|to|towards?)\s+\Z", re.IGNORECASE)
_THE = re.compile(r"\b[Tt]he\s+\Z")
_CAPITAL_BEFORE = re.compile(r"\b[A-ZÀ-Þ](?:\w+|\.)\s\Z")
# Titles that begin names of ships: "Admiral Nakhimov"; anywhere else a title ends the name.
_RANKS = frozenset(
    "admiral almirante capitan commandant comandante emperor general governor king marshal prince princess queen shah "
    "sultan".split()
)
_ENDS = frozenset(
    "amphibious battle captain carrier commander commanding coast group navy officer ready sailors strike task".split()
) | {name.lower() for name in (*MONTHS, *WEEKDAYS)}
_PLACES = ("capital", "city", "metonym", "state")
KIND = "ship"


@dataclass(frozen=True)
class _Letters:
    """What the almanac knows of ships."""

    prefixes: Mapping[
        str, tuple[str, tuple[str, ...]]
    ]  #: letters → state, and the others that use them
    carriers: Mapping[str, str]  #: name → state
    prefixed: re.Pattern[str]
    grouped: re.Pattern[str]


@cache
def _letters() -> _Letters:
    """The almanac's ships; read once.

    Raises: AlmanacError naming file and line.
    """
    prefixes, carriers = {}, {}
    for _, row in rows(FOLDER / "ships.csv", ("name", "kind", "code", "also")):
        if row["kind"] == "prefix":
            prefixes[row["name"]] = row["code"], many(row["also"])
        else:
            carriers[row["name"]] = row["code"]
    longest = "|".join(re.escape(p) for p in sorted(prefixes, key=len, reverse=True))
    names = "|".join(re.escape(p) for p in sorted(carriers, key=len, reverse=True))
    prefixed = re.compile(rf"\b(?:{longest})\s+(?=[A-ZÀ-Þ])")
    return _Letters(prefixes, carriers, prefixed, re.compile(rf"\b(?:{names})(?={_GROUP.pattern})"))


def with_ships(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the *mentions* of *text* with its warships; a ship hides the names inside its own."""
    ships = {m.span.start: m for m in _introduced(text, mentions)}
    if not ships:
        return list(mentions)
    taken = _covered(ships.values())
    for mention in _taken_up(text, tuple(ships.values()), mentions):
        if not taken & set(range(mention.span.start, mention.span.end)):
            ships[mention.span.start] = mention
    taken = _covered(ships.values())
    kept = [m for m in mentions if not taken & set(range(m.span.start, m.span.end))]
    return sorted([*kept, *ships.values()], key=lambda m: m.span.start)


def _covered(mentions: Iterable[Mention]) -> set[int]:
    return {k for m in mentions for k in range(m.span.start, m.span.end)}


def _introduced(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The ships that the report says whose they are."""
    known = _letters()
    named = list(_prefixed(text, mentions, known))
    named += [
        _ship(text, Span(m.start(), group.end()), m[0], known.carriers[m[0]])
        for m in known.grouped.finditer(text)
        if (group := _GROUP.match(text, m.end())) is not None
    ]
    yield from named
    for found in _SORTED.finditer(text):
        country = _nation_before(mentions, text, found.start())
        if country is None or (not named and found[0].split()[-1] in _ANY):
            continue
        at = found.end()
        for _ in range(2 if found[0].rstrip().endswith("s") else 1):
            span = _name_at(text, at)
            if span is None:
                break
            yield _ship(text, span, span.of(text), country)
            joined = _AND.match(text, span.end)
            if joined is None:
                break
            at = joined.end()


def _prefixed(text: str, mentions: Sequence[Mention], known: _Letters) -> Iterator[Mention]:
    for found in known.prefixed.finditer(text):
        span = _name_at(text, found.end())
        if span is None:
            continue
        code, others = known.prefixes[found[0].strip()]
        before = _nation_before(mentions, text, found.start()) if others else None
        country = before if before in others and before is not None else code
        yield _ship(text, Span(found.start(), span.end), span.of(text), country)


def _ship(text: str, span: Span, name: str, country: str) -> Mention:
    return Mention(span, span.of(text), name, f"{country}-MIL", country, "MIL", KIND)


def _name_at(text: str, at: int) -> Span | None:
    """The name of a ship that begins at an offset."""
    found = _NAME.match(text, at)
    if found is None:
        return None
    end = at
    roles = load_register().roles
    for word in re.finditer(r"\S+", found[0]):
        lemma = word[0].rstrip(".,’'").lower()
        lemma = lemma.removesuffix("’s").removesuffix("'s")
        rank = word.start() == 0 and lemma in _RANKS
        if lemma in _ENDS or (lemma in roles and not rank):
            break
        if word[0][0].isupper():
            end = at + word.end()
    name = text[at:end]
    for mark in ("’s", "'s", "’", "'"):
        end -= len(mark) if name.endswith(mark) else 0
        name = text[at:end]
    return Span(at, end) if end > at else None


def _nation_before(mentions: Sequence[Mention], text: str, at: int) -> str | None:
    """The state that stands before a ship in its own phrase: "a Greek navy [frigate]"."""
    before = _BEFORE.search(text, max(0, at - 60), at)
    start = before.start() if before is not None else at
    found = [
        m.country
        for m in mentions
        if start <= m.span.start < at and m.country and _says_whose(text, m)
    ]
    return found[-1] if found else None


def _says_whose(text: str, mention: Mention) -> bool:
    """Whether a name says what nation a thing behind it is of: "Greek", "US", "Canada's"."""
    if mention.kind == "adjective":
        return True
    short = mention.kind == "state" and mention.text.replace(".", "").isupper()
    return short or text[mention.span.end : mention.span.end + 2] in ("'s", "’s")


def _taken_up(
    text: str, ships: Sequence[Mention], mentions: Sequence[Mention]
) -> Iterator[Mention]:
    """The bare names of ships that the report names in full."""
    places = {m.span.start for m in mentions if m.kind in (*_PLACES, "person")}
    wholes = {m.name: m for m in ships}
    parts = {last: m for name, m in wholes.items() if (last := name.rpartition(" ")[2]).isalpha()}
    for name, ship in (parts | wholes).items():
        for found in re.finditer(rf"\b{re.escape(name)}\b(?!-| [A-ZÀ-Þ])", text):
            before = text[max(0, found.start() - 20) : found.start()]
            if _THE.search(before) is None:
                if name not in wholes or _CAPITAL_BEFORE.search(before):
                    continue
                placed = _PLACED.search(before) or text[found.end() : found.end() + 1] == ","
                if placed and found.start() in places:
                    continue
            span = Span(found.start(), found.end())
            yield _ship(text, span, name, ship.country or "")
