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
    "bloc": ("bloc", "alliance"),
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
    "rebel": ("armed",),
    "insurgent": ("armed",),
    "militant": ("armed",),
    "jihadist": ("armed",),
    "guerrilla": ("armed",),
    "extremist": ("armed",),
    "movement": ("movement", "armed"),
    "faction": ("armed", "party"),
    "party": ("party",),
    "company": ("company",),
    "firm": ("company",),
    "contractor": ("company",),
}
# Nouns that take up an organisation whose name ends in them, whatever its kind.
_LAST_WORDS = frozenset(
    "alliance association bureau coalition commission committee community council federation front "
    "fund league movement organisation organization party union".split()
)
_STATES = frozenset({"state", "metonym", "capital", "adjective", "people", "city"})


class _Sole:
    """Parties in the order of the text, and where a second one begins to be meant."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._parties: list[Party] = []
        self._second: int | None = None

    def add(self, at: int, party: Party) -> None:
        """Enter a party; offsets do not fall."""
        if self._second is None and self._parties and self._parties[0].code != party.code:
            self._second = at
        self._starts.append(at)
        self._parties.append(party)

    def begun(self, offset: int) -> bool:
        """Whether any stands before *offset*."""
        return bool(self._starts) and self._starts[0] < offset

    def before(self, offset: int) -> Party | None:
        """The last party before *offset*, if all until there are one."""
        if self._second is not None and self._second < offset:
            return None
        index = bisect_left(self._starts, offset)
        return self._parties[index - 1] if index else None


class Introduced:
    """Whom the names, titles and taken-up nouns of one report stand for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._names: dict[str, Party] = {}
        self._given: dict[str, Party | None] = {}  # None: several carry it
        self._titles: dict[str, _Sole] = defaultdict(_Sole)
        self._offices: dict[str, _Sole] = defaultdict(_Sole)
        self._sorts: dict[str, _Sole] = defaultdict(_Sole)
        self._owned: dict[str, _Sole] = defaultdict(_Sole)
        self._bodies = _Sole()  # taken up as "the bloc" where no bloc is named
        surfaces = {m.text for m in mentions}
        for mention in mentions:
            words = mention.text.split()
            if mention.kind == "person" and len(words) > 1 and words[-1] not in surfaces:
                self.name(words[-1], mention.party())
            if mention.office:
                for noun in dict.fromkeys((mention.office, mention.office.rpartition(" ")[2])):
                    self._offices[noun].add(mention.span.start, mention.party())
            if mention.kind not in _STATES and mention.code:
                for noun in _sorts(mention):
                    self._sorts[noun].add(mention.span.start, mention.party())
                if mention.kind == "igo":
                    self._bodies.add(mention.span.start, mention.party())

    def name(self, word: str, party: Party) -> None:
        """Remember whom a surname means; the first who carries it keeps it."""
        if len(word) > 2:
            self._names.setdefault(word, party)

    def given(self, word: str, party: Party) -> None:
        """Remember the first word of a name, which in much of Asia is the surname: "Luo Jianhua"."""
        known = self._given.setdefault(word, party)
        if known is not None and known.code != party.code:
            self._given[word] = None

    def named(self, word: str) -> Party | None:
        """Whom a surname means, or the first word of a name that nobody else carries."""
        return self._names.get(word) or self._given.get(word)

    def title(self, noun: str, at: int, party: Party) -> None:
        """Remember that somebody carries the title *noun* from offset *at* on."""
        self._titles[noun].add(at, party)

    def titled(self, noun: str, before: int) -> Party | None:
        """Whom a bare title means, if the report has introduced one actor by it before.

        Where it has introduced nobody by it: the one whom it has named that holds such an office.
        """
        titles, offices = self._titles.get(noun), self._offices.get(noun)
        if titles is not None and titles.begun(before):
            return titles.before(before)
        return offices.before(before) if offices is not None else None

    def league(self, noun: str, at: int, party: Party) -> None:
        """Remember whose a *noun* like "coalition" is from offset *at* on."""
        self._sorts[noun].add(at, party)

    def taken_up(self, noun: str, before: int) -> Party | None:
        """The organisation that "the bloc" means, if it can be only one."""
        if noun == "bloc" and noun not in self._sorts:
            return self._bodies.before(before)
        return self._sorts[noun].before(before) if noun in self._sorts else None

    def own(self, sort: str, at: int, owner: Party) -> None:
        """Remember whose something of a *sort* is that stands at offset *at*."""
        self._owned[sort].add(at, owner)

    def owner(self, sort: str, before: int) -> Party | None:
        """Whose everything of a *sort* is that the report has named before, if it is one state's."""
        return self._owned[sort].before(before) if sort in self._owned else None


def _sorts(mention: Mention) -> list[str]:
    """The nouns that may take up an organisation."""
    found = [noun for noun, kinds in _TAKEN_UP.items() if mention.kind in kinds]
    if mention.code == "EUR" and "bloc" not in found:
        found.append("bloc")  # the European Commission is no other
    last = mention.name.rpartition(" ")[2].lower()
    return [*found, last] if last in _LAST_WORDS and last not in found else found
