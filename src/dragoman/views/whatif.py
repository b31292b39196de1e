# What a what-if says to people: names in the place of codes, who moves nearer to whom and by which triad.
# Rule: only codes are replaced, never words of a report: a condition stands as it was written.
"""A what-if by the names of its places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.structure.whatif import push_text

Plain = dict[str, Any]


def headline(found: Plain, names: Mapping[str, str]) -> str:
    """What is supposed, by names: ``If Israel → Ukraine: AID``.

    Args:
        found: ``WhatIf.to_dict()``.
        names: code → name; a code without one stands for itself.
    """
    actor, act, recipient = found["event"].split()
    return f"If {names.get(actor, actor)} → {names.get(recipient, recipient)}: {act}"


def whatif_rows(found: Plain, names: Mapping[str, str]) -> list[Plain]:
    """A row for each tie that would move, by names; arguments as for :func:`headline`."""
    return [
        {
            **tie,
            "a": names.get(tie["a"], tie["a"]),
            "b": names.get(tie["b"], tie["b"]),
            "because": [{"text": _reason(tie, because, names)} for because in tie["because"]],
        }
        for tie in found["ties"]
    ]


def by_name(warnings: Iterable[Plain], names: Mapping[str, str]) -> list[Plain]:
    """The threats of a what-if with names of who warned whom."""
    sides = ("actor", "recipient")
    return [
        {**one, **{side: names.get(one[side], one[side]) for side in sides}} for one in warnings
    ]


def _reason(tie: Plain, because: Plain, names: Mapping[str, str]) -> str:
    if "triad" in because:
        places = (tie["a"], because["through"], tie["b"])
        side, through, third = (names.get(code, code) for code in places)
        return push_text(side, through, third, tie["change"], because["tie"]["alignment"])
    if "warning" in because:
        (told,) = by_name([because], names)
        condition = f": {told['condition']}" if told["condition"] else ""
        return f"{told['actor']} warned {told['recipient']}{condition}"
    return str(because["text"])
