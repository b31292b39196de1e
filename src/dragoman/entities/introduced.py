# What one report says of whom: it holds for that report, and outranks no name.
# Rule 1: a surname is whoever carried it in full first; a bare title ("the prime
#   minister") is whoever was introduced by it, if that was one person.
# Rule 2: "the bloc", "the militia" is the one organisation of that sort that the
#   report has named so far; where it has named two, it is nobody.
"""Names and titles as a report introduces them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from dragoman.entities.actor import Mention, Party

# Nouns by which a report takes up an organisation it has named, and the kinds of the register they fit.
_TAKEN_UP = {
    "bloc": ("bloc", "igo", "alliance"),
    "alliance": ("alliance",),
    "union": ("bloc",),
    "organisation": ("igo", "ngo", "bloc", "alliance", "armed"),
    "organization": ("igo", "ngo", "bloc", "alliance", "armed"),
    "agency": ("agency", "igo"),
    "body": ("igo",),
    "watchdog": ("igo", "ngo"),
    "charity": ("ngo",),
    "group": ("armed", "ngo", "bloc"),
    "militia": ("armed",),
    "movement": ("movement", "armed"),
    "faction": ("armed", "party"),
    "party": ("party",),
    "company": ("company",),
    "firm": ("company",),
    "contractor": ("company",),
}
_STATES = frozenset({"state", "metonym", "capital", "adjective", "people", "city"})


class Introduced:
    """Whom the names, titles and taken-up nouns of one report stand for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._names: dict[str, Party] = {}
        self._titles: dict[str, list[tuple[int, Party]]] = defaultdict(list)
        self._named = [m for m in mentions if m.kind not in _STATES and m.code]
        self._starts = [m.span.start for m in self._named]
        surfaces = {m.text for m in mentions}
        for mention in mentions:
            words = mention.text.split()
            if mention.kind == "person" and len(words) > 1 and words[-1] not in surfaces:
                self.name(words[-1], mention.party())

    def name(self, word: str, party: Party) -> None:
        """Remember whom a surname means; the first who carries it keeps it."""
        if len(word) > 2:
            self._names.setdefault(word, party)

    def named(self, word: str) -> Party | None:
        """Whom a surname means."""
        return self._names.get(word)

    def title(self, noun: str, at: int, party: Party) -> None:
        """Remember that somebody carries the title *noun* from offset *at* on."""
        self._titles[noun].append((at, party))

    def titled(self, noun: str, before: int) -> Party | None:
        """Whom a bare title means, if the report has introduced one actor by it before."""
        found = [party for at, party in self._titles.get(noun, ()) if at < before]
        codes = {party.code for party in found}
        return found[-1] if len(codes) == 1 else None

    def taken_up(self, noun: str, before: int) -> Party | None:
        """The organisation that "the bloc" means, if it can be only one."""
        kinds = _TAKEN_UP.get(noun)
        if kinds is None:
            return None
        near = [m for m in self._named[: bisect_left(self._starts, before)] if m.kind in kinds]
        return near[-1].party() if len({m.code for m in near}) == 1 else None
