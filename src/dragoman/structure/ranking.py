# Acts in order of what they weigh, each happening once: what a person is shown as evidence.
"""The strongest acts of a tie."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dragoman.relations.credence import Act, belief, counts, size
from dragoman.relations.happenings import happening_of
from dragoman.relations.weigh import day_of


def ranked(acts: Iterable[Act], *, last: date | None, sign: int = 0) -> list[tuple[float, Act]]:
    """Return the best told act of each happening with its weight, the strongest first.

    Args:
        acts: rows of the view ``acts``; those that do not count are passed over.
        last: the day from which recency is counted back; None where nothing is dated.
        sign: 1 for friendly acts only, -1 for hostile ones, 0 for both.
    Returns: ``(size · belief, act)``: the weight of the act as this one text tells it.
    """
    best: dict[Any, tuple[float, str, Act]] = {}
    for act in acts:
        if not counts(act) or act["score"] * sign < 0:
            continue
        day = day_of(act.get("day"))
        weight = size(act, None if day is None or last is None else (last - day).days)
        weight *= belief(act)
        key = (happening_of(act), act["score"] > 0)
        told = (weight, str(act.get("event_id")), act)
        if key not in best or (-weight, told[1]) < (-best[key][0], best[key][1]):
            best[key] = told
    return [(w, act) for w, _, act in sorted(best.values(), key=lambda t: (-t[0], t[1]))]


def last_day(acts: Iterable[Act]) -> date | None:
    """The latest day of any act; None where nothing is dated."""
    return max((day for a in acts if (day := day_of(a.get("day"))) is not None), default=None)


def end_of(last: date | None) -> date | None:
    """The first day after *last*."""
    return None if last is None else last + timedelta(1)


def plain_act(act: Act) -> dict[str, Any]:
    """An act as plain JSON values."""
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in act.items()}
