"""The almanac's words of saying, read once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.evidence.claim import STANCES


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying: its stance, and whether an object alone is content enough."""

    stance: str
    takes_object: bool


@cache
def load_cues() -> dict[tuple[str, str], Cue]:
    """Words of saying by (kind, lemma).

    Raises: AlmanacError for a stance that is none.
    """
    path = ALMANAC / "evidence" / "reporting.csv"
    made = {}
    for line, row in rows(path, ("cue", "kind", "stance", "needs")):
        if row["stance"] not in STANCES:
            raise AlmanacError(
                path, line, f"stance is {row['stance']!r}.", f"Use {', '.join(STANCES)}."
            )
        made[row["kind"], row["cue"]] = Cue(row["stance"], row["needs"] == "object")
    return made
