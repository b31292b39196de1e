# POLECAT, as Harvard Dataverse has it (doi:10.7910/DVN/AJGVIT): a head, tabs; some files have empty columns at
# the end of lines. Types and modes are PLOVER's already; modes that the codebook lacks are kept.
# "None" is how these files write that something is not known. Several parties of one side stand
# with semicolons between them, and so do their countries.
"""Events of POLECAT."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, table
from dragoman.events.event import QUADS
from dragoman.ledger.imports.actors import Side, from_plover
from dragoman.ledger.imports.table import (
    BadRowError,
    Event,
    Layout,
    day,
    figures,
    joined,
    sides,
)

_NEEDED = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Contexts", "Actor Name",
    "Actor Country", "Primary Actor Sector", "Recipient Name", "Recipient Country",
    "Primary Recipient Sector", "Placename", "Country", "Source", "Publication Date",
)  # fmt: skip
_FIGURES = ("Intensity", "Actor Title", "Recipient Title", "GeoNames ID", "Language", "Version")


def read(row: Mapping[str, str]) -> Event:
    """One row.

    Raises: BadRowError, NoEventError.
    """
    type_ = row["Event Type"].strip().upper()
    if type_ not in QUADS:
        raise BadRowError(f"{row['Event Type'][:20]!r} is no type of PLOVER")
    mode = _said(row["Event Mode"]).casefold() or None
    published = _said(row["Publication Date"])
    return Event(
        id=row["Event ID"],
        day=day(row["Event Date"]),
        type=type_,
        mode=mode,
        contexts=_contexts(row["Contexts"]),
        label=" ".join(filter(None, (type_, mode))),
        rule=f"polecat.{type_}" + (f".{mode}" if mode else ""),
        published=day(published) if published else None,
        outlet=_said(row["Source"]) or None,
        location=joined(_said(row["Placename"]), _said(row["Country"])),
        kept=figures(row, *_FIGURES),
        **sides(_sides(row, "Actor"), _sides(row, "Recipient")),
    )


def _said(text: str) -> str:
    text = text.strip()
    return "" if text in ("None", "NA") else text


def _sides(row: Mapping[str, str], which: str) -> list[Side | None]:
    """The parties of one side: several only where names and countries come in equal numbers."""
    name, country = _said(row[f"{which} Name"]), _said(row[f"{which} Country"])
    sector = _said(row[f"Primary {which} Sector"])
    names, countries = _parts(name), _parts(country)
    if len(names) > 1 and len(names) == len(countries):
        own = sector if len(_parts(sector)) == 1 else ""
        return [from_plover(n, c, own) for n, c in zip(names, countries, strict=True)]
    if len(countries) > 1:
        return [from_plover(name, "", "")]
    return [from_plover(name, country, sector)]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(";") if part.strip()]


def _contexts(text: str) -> tuple[str, ...]:
    """Those that PLOVER has."""
    words = [w.casefold().replace(" ", "_") for w in _parts(_said(text).replace(",", ";"))]
    return tuple(word for word in dict.fromkeys(words) if word in load_contexts())


@cache
def load_contexts() -> frozenset[str]:
    """PLOVER's contexts, from the almanac."""
    return frozenset(table(ALMANAC / "events" / "contexts.toml"))


def _columns(first: list[str]) -> tuple[str, ...] | None:
    names = tuple(name.strip() for name in first)
    while names and not names[-1]:
        names = names[:-1]
    return names if set(_NEEDED) <= set(names) else None


LAYOUT = Layout(title="POLECAT", columns=_columns, head=lambda _: True, read=read)
