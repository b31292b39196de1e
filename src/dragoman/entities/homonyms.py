# Which of several places carries a name.
# Rule 1: what stands nearby decides: a capital, a leader, a neighbour. Where nothing does,
#   the name keeps the bearer that the register gives it.
# Rule 2: a town before a state of the USA ("Moscow, Idaho") is no actor.
"""Settle names that several places carry."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from dragoman.alphabet.lexfile import many, rows
from dragoman.entities.actor import Mention
from dragoman.entities.register import FOLDER, load_register

_NEAR = 300  #: characters on each side in which a sign outweighs one further off
# Without those that are a seat of government, a state or a city of the world as well.
_US_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Hawaii|Idaho|"
    "Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|"
    "Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|"
    "North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|"
    "South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|West Virginia|Wisconsin|Wyoming"
)
_IN_US_STATE = re.compile(rf",\s(?:{_US_STATES})\b")


@dataclass(frozen=True)
class Homonym:
    """A name with a second bearer."""

    code: str | None  #: alpha-3 of the second bearer; None if it is no actor
    name: str
    kind: str
    signs: re.Pattern[str]  #: what speaks for the second bearer
    against: re.Pattern[str]  #: what speaks for the usual one, beside the names of its state

    def settle(
        self, text: str, mentions: Sequence[Mention], rivals: Iterable[int]
    ) -> list[Mention]:
        """The mentions of the name, by the bearers that are meant.

        Args:
            text: the report, which is searched once.
            mentions: those of this name, in order.
            rivals: offsets at which the usual bearer's state is named otherwise.
        """
        signs = [m.start() for m in self.signs.finditer(text)]
        if not signs:
            return list(mentions)
        against = sorted((*rivals, *(m.start() for m in self.against.finditer(text))))
        return [
            self._second(m) if not against or (_near(signs, m) and not _near(against, m)) else m
            for m in mentions
        ]

    def _second(self, mention: Mention) -> Mention:
        return replace(
            mention, name=self.name, code=self.code, country=self.code, sector=None, kind=self.kind
        )


@cache
def load_homonyms() -> dict[str, Homonym]:
    """The names of several places, by surface; read once.

    Raises: AlmanacError naming file and line.
    """
    usual = load_register().names
    made = {}
    for _, row in rows(FOLDER / "homonyms.csv", ("surface", "code", "kind", "signs", "against")):
        code = row["code"] or None
        name = usual[code] if code else row["surface"]
        signs, against = _any_of(row["signs"]), _any_of(row["against"])
        made[row["surface"]] = Homonym(code, name, row["kind"], signs, against)
    return made


def settled(text: str, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions with the bearers that their surroundings speak for."""
    kept = list(mentions)
    known = load_homonyms()
    several: dict[str, list[Mention]] = defaultdict(list)
    rivals: dict[str | None, list[int]] = defaultdict(list)
    for mention in kept:
        if mention.text in known:
            several[mention.text].append(mention)
        else:
            rivals[mention.country].append(mention.span.start)
    rivals.pop(None, None)
    meant = {
        mention.span: mention
        for surface, group in several.items()
        for mention in known[surface].settle(text, group, rivals.get(group[0].country, ()))
    }
    return [_outside_the_usa(text, meant.get(m.span, m)) for m in kept]


def _outside_the_usa(text: str, mention: Mention) -> Mention:
    """The mention, or a name of nobody if it is a town in a state of the USA."""
    places = ("state", "capital", "city")
    if mention.kind in places and _IN_US_STATE.match(text, mention.span.end):
        return replace(mention, code=None, country=None, sector=None, kind="name")
    return mention


def _near(offsets: Sequence[int], mention: Mention) -> bool:
    index = bisect_left(offsets, mention.span.start - _NEAR)
    return index < len(offsets) and offsets[index] <= mention.span.end + _NEAR


def _any_of(cell: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in many(cell))
    return re.compile(rf"\b(?:{words})\b" if words else r"(?!)")
