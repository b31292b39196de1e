# CAMEO (Conflict and Mediation Event Observations, Gerner, Schrodt et al.): its events as PLOVER's.
# Rule 1: what cameo.csv does not have is not guessed from its neighbours; only a code of four or
#   five digits that is missing means what its first three mean, without a mode.
# Rule 2: codes lose their leading zeros in programs that take them for numbers. They come back
#   only where one reading is possible: tables have codes of three and four digits, and no root
#   beyond 20.
"""CAMEO codes of events, and what they are in PLOVER 2.0."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, many, rows
from dragoman.events.event import QUADS
from dragoman.events.senses import load_scores

#: Comments: sayings, which PLOVER does not count among events.
COMMENTS = "01"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code means in PLOVER."""

    type: str
    mode: str | None
    contexts: tuple[str, ...]


@cache
def load_meanings() -> dict[str, Meaning]:
    """The crosswalk.

    Raises: AlmanacError if a type or a mode is none of PLOVER's.
    """
    path = ALMANAC / "exchange" / "cameo.csv"
    made = {}
    for number, row in rows(path, ("code", "type", "mode", "contexts")):
        if row["type"] not in QUADS or (row["type"], row["mode"]) not in load_scores():
            found = f"{row['type']} {row['mode']} is none of PLOVER."
            raise AlmanacError(path, number, found, "Write a type and one of its modes.")
        made[row["code"]] = Meaning(row["type"], row["mode"] or None, many(row["contexts"]))
    return made


@cache
def whole(code: str) -> str | None:
    """A code as CAMEO writes it, with the zeros that it may have lost; None if it is none.

    >>> whole("42"), whole("841"), whole("0841"), whole("190"), whole("---")
    ('042', '0841', '0841', '190', None)
    """
    if not (code.isascii() and code.isdigit()):
        return None
    if len(code) == 2 or (len(code) in (3, 4) and int(code[:2]) > 20):
        code = f"0{code}"
    return code if 3 <= len(code) <= 5 and 1 <= int(code[:2]) <= 20 else None


@cache
def meaning(code: str) -> Meaning | None:
    """What a code means; None where CAMEO has no such code, or PLOVER no such event."""
    found = load_meanings().get(code)
    if found is None and len(code) > 3:
        parent = load_meanings().get(code[:3])
        return Meaning(parent.type, None, ()) if parent else None
    return found
