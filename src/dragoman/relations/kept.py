# The alignment of all pairs, month by month and over all time, is worked out once for a state of a
# ledger and kept there (ledger/derived.py): at ten million acts it takes many seconds, and a month
# that is over is asked for again and again.
# Rule: what is kept is what weigh.statement() gives, asked of the same acts; here is only chosen
#   from it. A window that it does not hold whole (a month that begins on the 5th) is worked out.
"""Alignments that a ledger keeps."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from dragoman.ledger.derived import Cells
from dragoman.relations.weigh import day_of, statement

#: Kind of window → name of what is kept of it.
_NAMES = {"month": "alignment_by_month", None: "alignment_ever"}
#: Where this is kept, so is the other.
ALIGNMENTS = _NAMES["month"]


@cache
def kept() -> tuple[Cells, ...]:
    """What a ledger keeps of alignments."""
    pair = {"a": "least(source, target)", "b": "greatest(source, target)"}
    month = {"start": "date_trunc('month', day)::DATE"}
    keys = {"month": pair | month, None: pair}
    # All time ends on the last day that is told of: a later one makes all acts older.
    standing = {"month": "", None: "SELECT min(day), max(day) FROM acts"}
    return tuple(
        Cells(name, sql, "acts", keys[every], "a, b, start", values, standing[every])
        for every, name in _NAMES.items()
        for sql, values in [statement(every=every, acts="some_acts")]
    )


def chosen(
    *,
    pair: tuple[str, str] | None = None,
    places: Sequence[str] | None = None,
    every: str | None = None,
    since: date | str | None = None,
    until: date | str | None = None,
) -> tuple[str, dict[str, Any]] | None:
    """The SQL that chooses from what is kept, and its parameters; None if it is not kept.

    Arguments, columns, order and errors: as for ``weigh.statement``.
    """
    first, after = day_of(since), day_of(until)
    if every not in _NAMES or not (every == "month" or first is None is after):
        return None
    if any(day is not None and day.day != 1 for day in (first, after)):
        return None
    where: list[str] = []
    values: dict[str, Any] = {}
    if pair:
        where.append("a = $a AND b = $b")
        values |= dict(zip("ab", sorted(pair), strict=True))
    if places:
        where.append("(list_contains($places, a) OR list_contains($places, b))")
        values["places"] = list(places)
    if first:
        where.append('"start" >= $first')
        values["first"] = first
    if after:
        where.append('"start" < $after')
        values["after"] = after
    # Names and tests are those above; the rows lie in the order that is promised.
    sql = f"SELECT * FROM {_NAMES[every]} WHERE {' AND '.join(where) or 'true'}"  # noqa: S608
    return sql, values
