# What acts come to once they are taken together that tell of one happening.
# Rule: copies, order and the number of events that one text makes of a happening move nothing.
#   Further texts about a happening make it more believable, never a second happening.
"""Happenings: which acts are one, and what they weigh together."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from dragoman.relations.credence import Act, belief, size


def masses(found: Iterable[tuple[date | None, Act]], end: date | None) -> dict[Any, list[float]]:
    """Happening → its four masses: a to b and b to a, each friendly and hostile.

    A mass is the size of the largest act told, times the chance that at least one of its
    texts is right where each is with its own belief: 1 - Π(1 - belief). Keys are
    :func:`happening_of`, in the order of the acts. *end*: first day after the window.
    """
    sizes: dict[Any, list[float]] = {}
    texts: dict[Any, dict[Any, list[float]]] = defaultdict(dict)
    for day, act in found:
        key = happening_of(act)
        side = (0 if act["source"] < act["target"] else 2) + (0 if act["score"] > 0 else 1)
        age = None if day is None or end is None else (end - day).days - 1
        big = sizes.setdefault(key, [0.0] * 4)
        big[side] = max(big[side], size(act, age))
        held = texts[key].setdefault(text_of(act), [0.0] * 4)
        held[side] = max(held[side], belief(act))
    return {
        key: [
            big[side] * (1 - math.prod(1 - held[side] for held in texts[key].values()))
            for side in range(4)
        ]
        for key, big in sizes.items()
    }


def happening_of(act: Act) -> Any:
    """What an act counts once under: its happening, else its event; all statements are one."""
    if act.get("kind") == "stated":
        return "stated"
    key = _first(act, "happening_id", "event_id")
    return ("lone", id(act)) if key is None else ("happening", key)


def text_of(act: Act) -> Any:
    """The text that tells of an act: copies are one."""
    return _first(act, "text_id", "report_id")


def _first(act: Act, *names: str) -> Any:
    return next((act[name] for name in names if act.get(name) is not None), None)
