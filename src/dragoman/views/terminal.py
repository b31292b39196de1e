# The briefing: what a journalist wants to see of one report, on one screen or two.
# Rule 1: it works on the contract's plain values (Reading.to_dict) and nothing else,
#   so that what is shown and what --json prints cannot differ.
# Rule 2: every line ends in its evidence and where it stands (line:column), so that
#   the reader can find the sentence in the file.
# Rule 3: all text of a report is escaped: control and direction marks are shown, and
#   every cell is a Text, so that markup in a report stays text.
# Rule 4: one row is one line. What does not fit ends in an ellipsis; where the terminal
#   is narrow, states go by the codes that the first table explains.
"""Print the briefing of one report to a terminal."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

Plain = dict[str, Any]
#: Columns from which states are named in full in every table.
ROOMY = 110
_SIGNS = {1: ("friendly", "green"), -1: ("hostile", "red"), 0: ("mixed", "yellow")}
_SECTORS = {
    "AGR": "farmers", "BUS": "business", "COP": "police", "CRM": "criminals", "CVL": "civilians",
    "EDU": "education", "ELI": "former officials", "GOV": "government", "HLH": "health",
    "JRN": "media", "JUD": "courts", "LAB": "labour", "LEG": "parliament", "MED": "health",
    "MIL": "military", "OPP": "opposition", "PRE": "breakaway", "PRM": "militia", "PTY": "party",
    "REB": "rebels", "REF": "refugees", "REL": "clergy", "SOC": "civil society",
    "SPY": "intelligence", "UAF": "armed group",
}  # fmt: skip
_MOST_ACTORS, _MOST_RELATIONS, _MOST_REASONS, _MOST_CLAIMS, _MOST_TIMES = 10, 6, 2, 12, 12
_UNDATED = "no date of publication: “on Monday” stays open"
_CODED_ABROAD = ("IGO-", "NGO-", "ISM-", "IMG-")


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


class Names:
    """What codes are called: by the register, else by the report itself."""

    def __init__(self, reading: Plain, known: dict[str, str]) -> None:
        self._known = dict(known)
        said: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for party in (p for e in reading["events"] for p in (*e["actor"], *e["recipient"])):
            if party["code"] and party["name"]:
                said[party["code"]][party["name"]] += 1
        for code, counter in said.items():
            state = self._known.get(code.partition("-")[0])
            name, _ = counter.most_common(1)[0]
            # "LBN-REB" may be one of several; where the report names one alone, it is meant.
            if name != state and (state is None or len(counter) == 1):
                self._known.setdefault(code, visible(name, 40))

    def of(self, code: str | None) -> str:
        """``"Iran, military"`` for ``"IRN-MIL"``; the code itself where nothing is known."""
        if not code:
            return "?"
        head, _, sector = code.partition("-")
        state = self._known.get(head)
        if code in self._known or state is None:
            return self._known.get(code, code)
        return f"{state}, {_SECTORS.get(sector, sector)}"


@dataclass(frozen=True, slots=True)
class _Page:
    """What each part of a briefing works on."""

    reading: Plain
    places: Places
    names: Names
    roomy: bool  #: names rather than codes

    def actor(self, code: str | None) -> str:
        """An actor as the width allows."""
        if self.roomy or not code:
            return self.names.of(code)
        return code.removeprefix(code[:4]) if code.startswith(_CODED_ABROAD) else code

    def side(self, parties: list[Plain]) -> str:
        """One side of an event, each actor once."""
        shown = (self.actor(p["code"]) if p["code"] else visible(p["text"], 24) for p in parties)
        return ", ".join(dict.fromkeys(shown)) or "–"


def brief(
    console: Console,
    text: str,
    reading: Plain,
    *,
    title: str | None,
    source: str,
    names: dict[str, str],
) -> None:
    """Print the briefing of one report.

    Args:
        text: the report, for the places of what is shown.
        reading: ``Reading.to_dict()``.
        title: the report's own; without one, *source* stands there.
        source: its file or address.
        names: code → name of the states.
    """
    from rich.text import Text

    page = _Page(reading, Places(text), Names(reading, names), console.width >= ROOMY)
    console.rule(Text(visible(title or source), "bold"), align="left", style="dim")
    known = (reading["published"] or _UNDATED, reading["outlet"], source)
    _dim(console, " · ".join(visible(part) for part in known if part))
    if not reading["events"] and not reading["claims"]:
        console.print("No event between known actors and no claim was found.")
    for part in (_actors, _relations, _claims, _timeline):
        table = part(page)
        if table is not None:
            console.print()
            console.print(table)
    _footer(console, reading)


def _dim(console: Console, words: str) -> None:
    """Print one dim line, cut where the terminal ends."""
    from rich.text import Text

    console.print(Text(words, "dim"), no_wrap=True, overflow="ellipsis")


def _table(title: str, *columns: tuple[str, dict[str, Any]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(
        title=title, title_justify="left", title_style="bold", caption_justify="left",
        box=box.SIMPLE_HEAD, pad_edge=False, expand=True, show_edge=False,
    )  # fmt: skip
    for name, options in columns:
        table.add_column(name, no_wrap=True, overflow="ellipsis", **options)
    return table


_AT: tuple[str, dict[str, Any]] = ("at", {"justify": "right", "min_width": 6})


def _add(table: Table, *cells: str | tuple[str, str]) -> None:
    """Add a row of plain or of (text, style) cells; none of them is markup."""
    from rich.text import Text

    table.add_row(*(Text(c) if isinstance(c, str) else Text(*c) for c in cells))


def _more(table: Table, rows: int, shown: int) -> None:
    if rows > shown:
        table.caption = f"and {rows - shown} more: --json has all"


def _actors(page: _Page) -> Table | None:
    """Who appears, and in how many acts on each side."""
    does: Counter[str] = Counter()
    gets: Counter[str] = Counter()
    seen: dict[str, int] = {}
    for event in page.reading["events"]:
        for side, counter in (("actor", does), ("recipient", gets)):
            counter.update({p["code"] for p in event[side] if p["code"]})
            for party in event[side]:
                if code := party["code"]:
                    seen[code] = min(seen.get(code, party["start"]), party["start"])
    if not seen:
        return None
    right: dict[str, Any] = {"justify": "right"}
    table = _table(
        "Actors", ("actor", {"min_width": 30}), ("code", {}), ("acts", right),
        ("is acted on", right), ("first at", right),
    )  # fmt: skip
    table.expand = False
    for code in sorted(seen, key=lambda c: (-(does[c] + gets[c]), c))[:_MOST_ACTORS]:
        counts = (str(counter[code] or "–") for counter in (does, gets))
        _add(table, page.names.of(code), code, *counts, page.places.at(seen[code]))
    _more(table, len(seen), _MOST_ACTORS)
    return table


def _relations(page: _Page) -> Table | None:
    """The strongest relations, each with the acts that show it."""
    found = [r for r in page.reading["relations"] if r["sign"]]
    if not found:
        return None
    by_id = {e["id"]: e for e in page.reading["events"]}
    table = _table(
        "Relations", ("who and who", {"max_width": 36}), ("stand", {}), ("because", {"ratio": 1}),
        _AT,
    )  # fmt: skip
    for relation in found[:_MOST_RELATIONS]:
        word, colour = _SIGNS[relation["sign"]]
        pair = f"{page.actor(relation['a'])} – {page.actor(relation['b'])}"
        stand = f"{word} {relation['score']:+.2f}"
        for event in _reasons(relation, by_id)[:_MOST_REASONS]:
            _add(table, pair, (stand, colour), _act(event), page.places.at(event["start"]))
            pair, stand = "", ""
    _more(table, len(found), _MOST_RELATIONS)
    return table


def _reasons(relation: Plain, by_id: dict[str, Plain]) -> list[Plain]:
    """The acts behind a relation: those of its own sign first, no place twice."""
    acts = [by_id[i] for i in relation["event_ids"] if by_id[i]["status"] != "negated"]
    acts.sort(key=lambda e: e["score"] * relation["sign"] <= 0)
    return list({e["start"]: e for e in reversed(acts)}.values())[::-1]


def _act(event: Plain) -> str:
    status = "" if event["status"] == "actual" else f" ({event['status']})"
    return f"{event['type']}{status}: {visible(event['evidence'])}"


def _claims(page: _Page) -> Table | None:
    """Who says what; denials first, for they are news."""
    claims = [c for c in page.reading["claims"] if c["speaker"]["text"]]
    claims.sort(
        key=lambda c: (c["stance"] != "denies", c["stance"] == "asserts", c["content"]["start"])
    )
    if not claims:
        return None
    table = _table("Claims", ("who", {"ratio": 3}), ("stance", {}), ("what", {"ratio": 5}), _AT)
    for claim in claims[:_MOST_CLAIMS]:
        stance = (claim["stance"], "red" if claim["stance"] == "denies" else "")
        what = visible(claim["content"]["text"])
        _add(table, _speaker(claim["speaker"]), stance, what, _place(page, claim["content"]))
    _more(table, len(claims), _MOST_CLAIMS)
    return table


def _speaker(speaker: Plain) -> str:
    """The code first, so that it is seen where the words are cut."""
    who = visible(speaker["text"])
    for article in ("The ", "the "):
        who = who.removeprefix(article)
    return f"{speaker['code']}: {who}" if speaker["code"] else who


def _place(page: _Page, part: Plain) -> str:
    return page.places.at(part["start"]) if part["start"] is not None else ""


def _timeline(page: _Page) -> Table | None:
    """Dated acts in the order of their dates."""
    dated = sorted(
        (e for e in page.reading["events"] if e["date"]), key=lambda e: (e["date"], e["start"])
    )
    if not dated:
        return None
    side: dict[str, Any] = {"max_width": 24 if page.roomy else 14}
    table = _table(
        "Timeline", ("when", {}), ("who", side), ("to whom", side), ("what", {"ratio": 1}), _AT
    )
    for event in dated[:_MOST_TIMES]:
        _add(
            table, event["date"], page.side(event["actor"]), page.side(event["recipient"]),
            _act(event), page.places.at(event["start"]),
        )  # fmt: skip
    _more(table, len(dated), _MOST_TIMES)
    return table


def _footer(console: Console, reading: Plain) -> None:
    parts = ("events", "claims", "transfers", "agreements", "times", "noise", "skipped")
    numbers = ((len(reading[key]), key) for key in parts)
    counts = [f"{n} {key[:-1] if n == 1 and key.endswith('s') else key}" for n, key in numbers if n]
    if counts:
        console.print()
        _dim(console, " · ".join(counts))
    console.print()
