# The briefing: what a journalist wants to see of one report, on one screen or two.
# Rule 1: it works on the contract's plain values (Reading.to_dict) and nothing else,
#   so that what is shown and what --json prints cannot differ.
# Rule 2: every line ends in its evidence and where it stands (line:column), so that
#   the reader can find the sentence in the file.
# Rule 3: all text of a report is escaped: control and direction marks are shown,
#   and markup in a report stays text.
"""Print the briefing of one report to a terminal."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Plain = dict[str, Any]
_SIGNS = {1: ("friendly", "green"), -1: ("hostile", "red"), 0: ("mixed", "yellow")}
_MOST_RELATIONS, _MOST_REASONS, _MOST_CLAIMS, _MOST_TIMES = 6, 2, 12, 12


def visible(text: str, width: int | None = None) -> str:
    """One safe line: white space collapsed, control and direction marks spelled out, cut to *width*."""
    line = " ".join(text.split())
    line = "".join(
        f"<U+{ord(c):04X}>" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c
        for c in line
    )
    if width is not None and len(line) > width:
        line = line[: max(width - 1, 1)].rstrip() + "…"
    return line


class Places:
    """Where characters stand: line and column, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(i + 1 for i, c in enumerate(text) if c == "\n")]

    def at(self, offset: int) -> str:
        """``"12:40"`` for a character offset."""
        line = bisect_right(self._starts, offset) - 1
        return f"{line + 1}:{offset - self._starts[line] + 1}"


def brief(
    console: Console, text: str, reading: Plain, *, title: str, names: dict[str, str]
) -> None:
    """Print the briefing of one report.

    Args:
        text: the report, for the places of what is shown.
        reading: ``Reading.to_dict()``.
        title: how the report is called, usually its file.
        names: code → name of the states.
    """
    from rich.markup import escape

    places = Places(text)
    when = reading["published"] or "date unknown"
    outlet = f", {visible(reading['outlet'])}" if reading["outlet"] else ""
    console.rule(f"[bold]{escape(visible(title))}[/bold]  {when}{escape(outlet)}", align="left")
    if not reading["events"] and not reading["claims"]:
        console.print("No event between known actors and no claim was found.")
    for part in (_actors, _relations, _claims, _timeline):
        table = part(reading, places, names, console.width)
        if table is not None:
            console.print(table)
    _footer(console, reading)


def _table(title: str, *columns: tuple[str, dict[str, Any]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", title_style="bold", box=box.SIMPLE_HEAD,
        pad_edge=False, expand=True, show_edge=False,
    )  # fmt: skip
    for name, options in columns:
        table.add_column(name, **options)
    return table


def _name(code: str | None, names: dict[str, str]) -> str:
    if not code:
        return "?"
    head, _, sector = code.partition("-")
    known = names.get(head)
    return f"{known} ({sector})" if known and sector else (known or code)


def _side(parties: list[Plain], names: dict[str, str]) -> str:
    return ", ".join(
        dict.fromkeys(
            _name(p["code"], names) if p["code"] else visible(p["text"], 30) for p in parties
        )
    )


def _actors(reading: Plain, places: Places, names: dict[str, str], width: int) -> Table | None:
    """Who appears, and in how many acts on each side."""
    does: Counter[str] = Counter()
    gets: Counter[str] = Counter()
    seen: dict[str, int] = {}
    for event in reading["events"]:
        for side, counter in (("actor", does), ("recipient", gets)):
            for party in event[side]:
                if party["code"]:
                    counter[party["code"]] += 1
                    seen[party["code"]] = min(
                        seen.get(party["code"], party["start"]), party["start"]
                    )
    if not seen:
        return None
    table = _table(
        "Actors", ("actor", {"ratio": 3}), ("code", {"ratio": 1}), ("acts", {"justify": "right"}),
        ("is acted on", {"justify": "right"}), ("first at", {"justify": "right"}),
    )  # fmt: skip
    for code in sorted(seen, key=lambda c: (-(does[c] + gets[c]), c))[:10]:
        table.add_row(
            _name(code, names), code, str(does[code]), str(gets[code]), places.at(seen[code])
        )
    return table


def _relations(reading: Plain, places: Places, names: dict[str, str], width: int) -> Table | None:
    """The strongest relations, each with the acts that show it."""
    from rich.markup import escape

    shown = [r for r in reading["relations"] if r["sign"]][:_MOST_RELATIONS]
    if not shown:
        return None
    by_id = {e["id"]: e for e in reading["events"]}
    table = _table(
        "Relations", ("who and who", {"ratio": 2}), ("stand", {"no_wrap": True}),
        ("because", {"ratio": 5}), ("at", {"justify": "right", "no_wrap": True}),
    )  # fmt: skip
    for relation in shown:
        word, colour = _SIGNS[relation["sign"]]
        pair = f"{_name(relation['a'], names)} – {_name(relation['b'], names)}"
        stand = f"[{colour}]{word} {relation['score']:+.2f}[/{colour}]"
        reasons = [by_id[i] for i in relation["event_ids"] if by_id[i]["status"] != "negated"]
        for event in reasons[:_MOST_REASONS]:
            table.add_row(pair, stand, escape(_act(event)), places.at(event["start"]))
            pair, stand = "", ""
    return table


def _act(event: Plain) -> str:
    status = "" if event["status"] == "actual" else f" ({event['status']})"
    return f"{event['type']}{status}: {visible(event['evidence'], 160)}"


def _claims(reading: Plain, places: Places, names: dict[str, str], width: int) -> Table | None:
    """Who says what; denials first, for they are news."""
    from rich.markup import escape

    claims = [c for c in reading["claims"] if c["speaker"]["text"]]
    claims.sort(
        key=lambda c: (c["stance"] != "denies", c["stance"] == "asserts", c["content"]["start"])
    )
    if not claims:
        return None
    table = _table(
        "Claims", ("who", {"ratio": 3}), ("stance", {"no_wrap": True}), ("what", {"ratio": 5}),
        ("at", {"justify": "right", "no_wrap": True}),
    )  # fmt: skip
    for claim in claims[:_MOST_CLAIMS]:
        who = visible(claim["speaker"]["text"], 60)
        code = f" ({claim['speaker']['code']})" if claim["speaker"]["code"] else ""
        stance = f"[red]{claim['stance']}[/red]" if claim["stance"] == "denies" else claim["stance"]
        table.add_row(
            escape(who + code), stance, escape(visible(claim["content"]["text"], 160)),
            places.at(claim["content"]["start"]),
        )  # fmt: skip
    if len(claims) > _MOST_CLAIMS:
        table.caption = f"and {len(claims) - _MOST_CLAIMS} more: --json has all"
    return table


def _timeline(reading: Plain, places: Places, names: dict[str, str], width: int) -> Table | None:
    """Dated acts in the order of their dates."""
    from rich.markup import escape

    dated = sorted(
        (e for e in reading["events"] if e["date"]), key=lambda e: (e["date"], e["start"])
    )
    if not dated:
        return None
    table = _table(
        "Timeline", ("when", {"no_wrap": True}), ("who", {"ratio": 2}), ("to whom", {"ratio": 2}),
        ("what", {"ratio": 5}), ("at", {"justify": "right", "no_wrap": True}),
    )  # fmt: skip
    for event in dated[:_MOST_TIMES]:
        table.add_row(
            event["date"], escape(_side(event["actor"], names)), escape(_side(event["recipient"], names)),
            escape(_act(event)), places.at(event["start"]),
        )  # fmt: skip
    return table


def _footer(console: Console, reading: Plain) -> None:
    counts = [
        f"{len(reading[key])} {key}"
        for key in ("events", "claims", "transfers", "agreements", "times", "noise", "skipped")
        if reading[key]
    ]
    if counts:
        console.print(f"[dim]{' · '.join(counts)}[/dim]\n")
