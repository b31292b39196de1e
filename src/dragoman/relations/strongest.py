# Which acts of a large ledger are worth showing: chosen by the database, so that only these few
# need be fetched. structure/ranking.py chooses alike among plain rows (a test holds them equal).
"""The strongest acts of pairs, as SQL."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dragoman.relations.weigh import sql_of, weighed


def strongest(
    pair: tuple[str, str],
    others: Iterable[str] = (),
    *,
    most: int,
    most_others: int,
    since: date | str | None = None,
    until: date | str | None = None,
) -> tuple[str, dict[str, Any]]:
    """The SQL that finds the strongest acts of pairs, and its parameters.

    Args:
        pair: two codes of places.
        others: places whose acts with either of the two are looked for as well.
        most, most_others: acts of each sign at most, of the pair and of each other one.
        since, until: first day, and first day no longer counted.
    Returns: columns ``a``, ``b``, ``event_id``, ``weight`` and ``friendly``; each happening once
        for a sign, as it is told best.
    """
    a, b = sorted(pair)
    sql, parameters = weighed(places=(a, b), since=since, until=until)
    own = {
        "own_a": a, "own_b": b, "among": [a, b, *others],
        "own_most": most, "others_most": most_others,
    }  # fmt: skip
    return sql + sql_of("strongest"), parameters | own
