# What the ties of a ledger say to people: names in the place of codes, and words for what is found.
# Rule: only codes are replaced and figures kept; what a row leaves out, --json has.
"""How places stand, turn, group and pull, as rows and lines by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.views.tables import signed

Plain = dict[str, Any]
Names = Mapping[str, str]  #: code → name; a code without one stands for itself
#: Ties that a line names.
_SHOWN = 3
#: Characters of a terminal below which two names find no room beside the figures of a pair.
ROOM = 100


def relation_rows(rows: Iterable[Plain], names: Names, width: int) -> list[Plain]:
    """Rows of ``Ledger.relations`` by name where the terminal is wide enough, else by code."""
    if width < ROOM:
        return list(rows)
    return [row | {side: _name(row[side], names) for side in "ab"} for row in rows]


def bloc_rows(found: Plain, names: Names) -> list[Plain]:
    """A row for each bloc (``Blocs.to_dict``), and one for all places that stand by themselves."""
    rows: list[Plain] = [
        {"places": len(bloc), "members": _list(bloc, names)}
        for bloc in found["blocs"]
        if len(bloc) > 1
    ]
    alone = [bloc[0] for bloc in found["blocs"] if len(bloc) == 1]
    if alone:
        rows.append({"places": len(alone), "members": f"each alone: {_list(alone, names)}"})
    return rows


def bloc_line(found: Plain, names: Names) -> str:
    """How good a partition is, and the largest ties that it does not explain."""
    good = "No partition explains more" if found["exact"] else "The best partition that was found"
    if not found["unexplained"]:
        return f"{good}: all friends stand together, and no foes."
    ties = [(tie["a"], tie["b"]) for tie in found["unexplained"]]
    sizes = [signed(tie["alignment"]) for tie in found["unexplained"][:_SHOWN]]
    told = (f"{_pair(*tie, names)} {size}" for tie, size in zip(ties, sizes, strict=False))
    more = f" and {len(ties) - _SHOWN} more" if len(ties) > _SHOWN else ""
    return f"{good}; against it: {', '.join(told)}{more}"


def turn_rows(turns: Iterable[Plain], names: Names) -> list[Plain]:
    """A row for each turning point (``Turn.to_dict``), with the acts that made it."""
    return [turn | {"made_by": _acts(turn["events"], names)} for turn in turns]


def no_turn(a: str, b: str, names: Names) -> str:
    """What is said where two have not turned, as far as is told."""
    return (
        f"No turn shows between {_name(a, names)} and {_name(b, names)}.\n"
        "Fewer than about ten acts show none."
    )


def tension_rows(tensions: Iterable[Plain], names: Names) -> list[Plain]:
    """A row for each unbalanced triad (``Tension.to_dict``)."""
    return [
        {
            "weight": f"{one['weight']:.2f}",
            "who": _pulled(one, names),
            "ties": ", ".join(
                f"{_pair(t['a'], t['b'], names)} {signed(t['alignment'])}"
                for t in sorted(one["ties"], key=lambda t: t["alignment"])
            ),
        }
        for one in tensions
    ]


def balance_rows(found: Plain, names: Names) -> list[Plain]:
    """A row for each measure (``Balance.to_dict``)."""
    counted, left = found["triads"], found["frustration"]
    triads = sum(counted[kind] for kind in ("friends", "one_hostile", "two_hostile", "foes"))
    exact = "" if left["exact"] else f", at least {left['bound']:g}"
    against = ", ".join(_pair(a, b, names) for a, b in left["frustrated"])
    explained = 1 - left["index"] / found["ties"] if found["ties"] else None
    rows = [
        ("places", found["places"], "that have a tie"),
        ("ties", found["ties"], "friendly or hostile"),
        ("triads", triads, "three places that are all tied"),
        ("balanced", _share(counted["balanced"]), "of the triads: friends, or two against a third"),
        ("two camps", _share(explained), "of the ties: friends in one camp, foes in the other"),
        ("frustration", f"{left['index']:g}", f"of the ties stand against that{exact}"),
        ("walks", f"{found['walks']:.2f}", "balance of all closed walks; 1 is full balance"),
    ]
    made = [{"measure": name, "value": value, "what": what} for name, value, what in rows]
    if against:
        made[5]["what"] += f": {against}"
    return made


def _share(value: float | None) -> str | None:
    return None if value is None else f"{value:.0%}"


def _name(code: str, names: Names) -> str:
    return names.get(code, code)


def _list(codes: Iterable[str], names: Names) -> str:
    return ", ".join(sorted(_name(code, names) for code in codes))


def _pair(a: str, b: str, names: Names) -> str:
    return f"{_name(a, names)} – {_name(b, names)}"


def _acts(acts: Iterable[Plain], names: Names) -> str:
    """What was done, each kind once: ``Saudi Arabia REJECT Iran (3)``."""
    told = Counter(
        f"{_name(act['source'], names)} {act['type']} {_name(act['target'], names)}" for act in acts
    )
    return "; ".join(f"{act} ({times})" if times > 1 else act for act, times in told.items())


def _pulled(one: Plain, names: Names) -> str:
    told = [_name(code, names) for code in one["between"]]
    if one["pulled"]:
        return f"{_name(one['pulled'], names)} between {' and '.join(told)}"
    return f"nobody: {', '.join(told)} are all foes"
