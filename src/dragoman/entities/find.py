"""Find the register's names in a text: one pass, the longest name first."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import cache

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Mention
from dragoman.entities.register import Register, load_register


@cache
def _automaton() -> tuple[object, tuple[str, ...]]:
    import ahocorasick_rs

    surfaces = tuple(load_register().entries)
    kind = ahocorasick_rs.MatchKind.LeftmostLongest
    return ahocorasick_rs.AhoCorasick(surfaces, matchkind=kind), surfaces


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
    automaton, surfaces = _automaton()
    edges = set(cuts)
    found = []
    for index, start, end in automaton.find_matches_as_indexes(text):  # type: ignore[attr-defined]
        inside_left = start > 0 and _wordy(text[start - 1]) and start not in edges
        inside_right = end < len(text) and _wordy(text[end]) and end not in edges
        if inside_left or inside_right:
            continue
        entry = known.entry(surfaces[index], on)
        if entry is None:
            continue
        found.append(
            Mention(
                Span(start, end),
                text[start:end],
                entry.name,
                entry.code,
                entry.country,
                entry.sector,
                entry.kind,
            )
        )
    return tuple(found)


def _wordy(character: str) -> bool:
    return character.isalnum() or character == "_"
