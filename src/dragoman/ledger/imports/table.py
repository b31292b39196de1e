# What a row of a foreign table is read as, whatever its layout, and how a layout is told.
"""Rows of the event tables of others."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dragoman.ledger.imports import cameo
from dragoman.ledger.imports.actors import Side

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One row, in our terms. What the table does not say is None."""

    id: str  #: the table's own
    day: date
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    label: str  #: the table's words or code for the type
    rule: str  #: which of the table's codes made the type
    actor: tuple[Side, ...]
    recipient: tuple[Side, ...]
    published: date | None = None
    outlet: str | None = None
    url: str | None = None
    document: str | None = None  #: what it was coded from; rows of one document are one report
    location: str | None = None
    kept: Mapping[str, Any] = field(default_factory=dict)  #: further figures of the row, as text


class BadRowError(Exception):
    """A row is not what its layout says: damaged, or another table's."""


class NoEventError(Exception):
    """A row is sound and no event: a comment, or one that names nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a table is written."""

    title: str
    columns: Callable[
        [list[str]], tuple[str, ...] | None
    ]  #: of the first row; None: not this table
    head: Callable[[list[str]], bool]  #: whether the first row names the columns
    read: Callable[[Mapping[str, str]], Event]
    separator: str = "\t"  #: fields of tables with commas may be quoted, those with tabs are not


def day(text: str) -> date:
    """A day written ``2022-10-18`` or ``20221018``, with or without a time behind it.

    Raises: BadRowError if it is none.
    """
    found = _DAY.match(text.strip())
    try:
        if found:
            return date(*map(int, found.groups()))
    except ValueError:
        pass
    raise BadRowError(f"{text[:20]!r} is no date")


def coded(code: str) -> tuple[str, cameo.Meaning]:
    """A code of CAMEO as it is written in full, and what it means.

    Raises: NoEventError for comments; BadRowError if CAMEO has no such code.
    """
    whole = cameo.whole(code.strip())
    if whole is None:
        raise BadRowError(f"{code[:20]!r} is no code of CAMEO")
    if whole.startswith(cameo.COMMENTS):
        raise NoEventError("comments (CAMEO 01) are claims without content, no events")
    found = cameo.meaning(whole)
    if found is None:
        raise BadRowError(f"{code[:20]!r} is no code of CAMEO")
    return whole, found


def sides(actor: Sequence[Side | None], recipient: Sequence[Side | None]) -> dict[str, Any]:
    """Both sides of an event.

    Raises: NoEventError if the row names nobody.
    """
    made = {
        "actor": tuple(side for side in actor if side),
        "recipient": tuple(side for side in recipient if side),
    }
    if not any(made.values()):
        raise NoEventError("names nobody")
    return made


def figures(row: Mapping[str, str], *names: str) -> dict[str, str]:
    """Columns that are kept as they are, where they say something."""
    return {name: row[name] for name in names if row.get(name)}


def joined(*parts: str) -> str | None:
    """Places from small to large, each once."""
    found = list(dict.fromkeys(part.strip() for part in parts if part.strip()))
    return ", ".join(found) or None
