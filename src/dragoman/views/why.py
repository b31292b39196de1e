# Why two places stand as they do, on one screen: what a newspaper could print beside its story.
# Rule 1: it works on plain values (Why.to_dict) and nothing else, so that what is shown and what
#   --json prints cannot differ.
# Rule 2: what speaks against the tie, and who disputes it, stands beside what speaks for it; the
#   headline claims no more than the interval allows.
# Rule 3: all text of a report is escaped (`visible`) and no cell is markup.
# Rule 4: one colour for friendly, one for hostile; what says where things come from is dim.
"""Print how and why two places stand to a terminal."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from dragoman.views.tables import signed
from dragoman.views.terminal import Names, Plain, visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

#: How many of each are shown; --json has the rest.
ACTS, FRICTIONS, THIRDS, DISPUTES, ACCOUNTS = 5, 3, 4, 2, 2
#: Below this size an alignment is neither together nor against.
SLIGHT = 0.2
_WIDEST = 100
_INDENT = 9  #: cells before a sentence: the bar
_BLOCKS = "▁▂▃▄▅▆▇█"
#: "ALGIERS, 4 November 2021 – " and its like: where and when a report was written.
_DATELINE = re.compile(
    r"^[^\W\d_a-z][^\W\d_a-z .'’/-]{2,30}"
    r"(?:,? (?:[A-Z][a-z]*\.? )?\d[\w ,.]{0,20}(?:\([^)]*\))?| \([^)]*\))? (?:-|–|—) (?=[^\W\d_a-z])"
)
_STATUSES = {"actual": "", "possible": " (possible)", "requested": " (asked for)"}
_ARTICLE = (
    "United ",
    "Netherlands",
    "Philippines",
    "Bahamas",
    "Gambia",
    "Maldives",
    "Seychelles",
    "Comoros",
)
_ARTICLE_END = (" Republic", " Islands", " Union", " Nations", " Emirates", " League", " States")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def show(
    console: Console,
    values: Plain,
    *,
    history: Sequence[Plain] = (),
    names: Mapping[str, str],
) -> None:
    """Print one screen.

    Args:
        values: ``Why.to_dict()``.
        history: rows of the pair's alignment in windows of one length, by time.
        names: code → name of the states.
    """
    page = _Page(console, values, names)
    page.headline()
    page.acts("What shows it", values["events"], ACTS)
    page.acts("What speaks against it", values["frictions"], FRICTIONS)
    page.thirds()
    page.disputes()
    page.history(history)


def when(day: str | None) -> str:
    """A day, month, year or interval in words.

    >>> when("2022-10-17"), when("2022-10"), when("2015/.."), when(None)
    ('17 October 2022', 'October 2022', 'since 2015', '')
    """
    if not day:
        return ""
    if "/" in day:
        first, last = day.split("/", maxsplit=1)
        if ".." in (first, last):
            return f"since {when(first)}" if last == ".." else f"until {when(last)}"
        return f"{when(first)} to {when(last)}"
    parts = day.split("-")
    if not all(part.isdecimal() for part in parts) or len(parts) > 3:
        return day
    month = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 and 1 <= int(parts[1]) <= 12 else []
    first_day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*first_day, *month, parts[0]])


def bar(weight: float, cells: int = 8) -> str:
    """A weight from 0 to 1 as a bar; something of it is seen, however small it is.

    >>> bar(0.5, 4), bar(0.01, 4)
    ('██░░', '█░░░')
    """
    full = min(cells, max(1, round(weight * cells)))
    return "█" * full + "░" * (cells - full)


def sparkline(history: Sequence[Plain]) -> list[tuple[str, float | None]]:
    """A block and its value for each window from the first to the last; silent ones are dots."""
    dated = [row for row in history if row["start"] is not None]
    if not dated:
        return []
    known = {_months(row["start"]): row["alignment"] for row in dated}
    step = max(1, _months(dated[0]["end"]) - _months(dated[0]["start"]))
    made: list[tuple[str, float | None]] = []
    for month in range(min(known), max(known) + 1, step):
        value = known.get(month)
        block = "·" if value is None else _BLOCKS[min(7, int((value + 1) * 4))]
        made.append((block, value))
    return made


class _Page:
    """One pair, and where it is printed."""

    def __init__(self, console: Console, values: Plain, names: Mapping[str, str]) -> None:
        self._out, self._values = console, values
        self._width = min(console.width, _WIDEST)
        shared = [s for kind in _SHARED for s in values[kind]]
        told = [*values["events"], *values["frictions"], *(e for s in shared for e in s["events"])]
        parties = [e for e in told if isinstance(e["actor"], list)]
        self._names = Names({"events": parties}, dict(names))
        self._claims = {(c.get("report_id"), c["id"]): c for c in values["claims"]}

    def headline(self) -> None:
        """How they stand, in one sentence, and each way."""
        from rich.text import Text

        values = self._values
        a, b = (self._named(code) for code in values["pair"])
        if not values["acts"]:
            words = f"No act between {a} and {b} is told here"
            self._print(Text(f"{words[0].upper()}{words[1:]}.", "bold"))
            return
        value, low, high = (values[key] for key in ("alignment", "low", "high"))
        figures = f"{_plain(value)} ({_plain(low)} to {_plain(high)})"
        acts = _many(values["acts"], "act")
        sentence = f"{a} and {b} {_stand(value, low, high)}: "
        sentence = sentence[0].upper() + sentence[1:]
        counted = f", from {acts} in {_many(values['texts'], 'text')}"
        self._print(Text.assemble((sentence, "bold"), (figures, f"bold {_colour(value)}"), counted))
        each = [
            f"{self._names.of(one)} to {self._names.of(other)} {signed(directed)}"
            for (one, other), directed in (
                (values["pair"], values["a_to_b"]), (values["pair"][::-1], values["b_to_a"]),
            )
            if directed is not None
        ]  # fmt: skip
        self._print(Text(visible(" · ".join([*each, "from -1 to 1, 95 % interval"])), "dim"))

    def acts(self, title: str, acts: Sequence[Plain], most: int) -> None:
        """Acts, each with its sentence, day and outlet."""
        from rich.text import Text

        if not acts:
            return
        self._title(title, len(acts), most)
        before = ""
        for act in acts[:most]:
            source, target = (self._names.of(code) for code in act["direction"])
            arrow = "–" if act.get("reciprocal") or act.get("mutual") else "→"
            status = _STATUSES.get(act["status"], f" ({act['status']})")
            what = "said outright" if act["type"] == "STATED" else f"{act['type']}{status}"
            self._line(
                Text.assemble(
                    (bar(act["weight"]), _colour(act["score"] or 0)),
                    f" {visible(f'{source} {arrow} {target}')}: {visible(what)}  ",
                    (visible(_told(act)), "dim"),
                )
            )
            words = _quoted(act, 2 * (self._width - _INDENT) - 6)
            if words == before:
                self._print(Text("in the same sentence", "dim"), indent=_INDENT)
            elif words:
                self._print(Text(words), indent=_INDENT)
            before = words
            voice = self._voice(act)
            if voice:
                self._print(Text(voice, "dim"), indent=_INDENT)

    def thirds(self) -> None:
        """Whom they share, and who stands between them."""
        from rich.table import Table
        from rich.text import Text

        if not any(self._values[kind] for kind in _SHARED):
            return
        a, b = self._values["pair"]
        self._title("Whom they share", 0, 0)
        table = Table.grid(padding=(0, 1))
        table.add_column(min_width=11, no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="ellipsis", no_wrap=True)
        table.add_column(no_wrap=True, overflow="ellipsis")
        for kind, (title, colour) in _SHARED.items():
            shared = self._values[kind]
            for number, third in enumerate(shared[:THIRDS]):
                first, second = (signed(tie) for tie in third["ties"])
                table.add_row(
                    Text("" if number else title), Text(bar(third["weight"]), colour),
                    Text(visible(self._names.of(third["code"]), 30)),
                    Text(visible(f"{a} {first}, {b} {second}"), "dim"),
                )  # fmt: skip
            if len(shared) > THIRDS:
                table.add_row("", "", Text(f"and {len(shared) - THIRDS} more", "dim"), "")
        self._print(table)

    def disputes(self) -> None:
        """Who says that it was so, and who says that it was not."""
        from rich.text import Text

        disputes = self._values["disputes"]
        if not disputes:
            return
        self._title("Who disputes what", len(disputes), DISPUTES)
        for dispute in disputes[:DISPUTES]:
            self._print(Text(visible(self._about(dispute))))
            for side, colour in (("for", "green"), ("against", "red")):
                told = dispute[side]
                for claim in told[:ACCOUNTS]:
                    who, words = self._account(claim)
                    line = Text.assemble((f"{side}: ", colour), f"{who} ", (words, "dim"))
                    self._print(line, indent=2)
                if len(told) > ACCOUNTS:
                    more = Text(f"and {len(told) - ACCOUNTS} more {side}", "dim")
                    self._print(more, indent=2)

    def history(self, history: Sequence[Plain]) -> None:
        """How it changed: a block a window, and the turning points."""
        from rich.text import Text

        blocks = sparkline(history)
        turns = self._values["turns"]
        if len(blocks) < 2 and not turns:
            return
        self._title("How it changed", 0, 0)
        if len(blocks) > 1:
            first, last = history[0]["start"], history[-1]["start"]
            line = Text(f"{_month(first)} ")
            for block, value in blocks:
                line.append(block, "dim" if value is None else _colour(value))
            line.append(f" {_month(last)}")
            self._print(line)
        for turn in turns:
            moved = f"{signed(turn['before'])} → {signed(turn['after'])}"
            line = Text(f"turned about {when(turn['day'])}: {moved}")
            if turn["first"] != turn["last"]:
                between = f"{when(turn['first'])} to {when(turn['last'])}"
                line.append(f"  95 % {between}", "dim")
            self._print(line)

    def _about(self, dispute: Plain) -> str:
        """What a dispute is over."""
        if "type" not in dispute:  # found among the claims of plain events
            event = dispute["event"]
            return f"{event['type']}: {event.get('evidence', '')}"
        pair = [self._names.of(code) for code in (dispute["source"], dispute["target"]) if code]
        return f"{dispute['type']}: {' → '.join(pair)}"

    def _account(self, claim: Plain) -> tuple[str, str]:
        """Who says it, and the words."""
        speaker = claim["speaker"]
        who = visible(speaker.get("text") or "", 60) or "the report"
        if claim.get("content"):
            return who, f"“{visible(claim['content']['text'], 2 * self._width - len(who) - 20)}”"
        return who, ""

    def _voice(self, act: Plain) -> str | None:
        """Whose claim carries an act; None if the report says it itself, or nobody is named."""
        report, _, local = str(act.get("claim_id") or "").rpartition("/")
        claim = self._claims.get((report or act.get("report_id"), local))
        if claim is None or not claim["speaker"].get("text"):
            return None
        return f"{claim['stance']}: {visible(claim['speaker']['text'], 66)}"

    def _named(self, code: str) -> str:
        name = visible(self._names.of(code), 40)
        the = name.startswith(_ARTICLE) or name.endswith(_ARTICLE_END)
        return f"the {name}" if the and not name.startswith("the ") else name

    def _title(self, title: str, found: int, most: int) -> None:
        from rich.text import Text

        more = f"  {found - most} more: --json has all" if found > most else ""
        self._out.print()
        self._print(Text.assemble((title, "bold underline"), (more, "dim")))

    def _print(self, what: RenderableType, indent: int = 0) -> None:
        from rich.padding import Padding

        made = Padding(what, (0, 0, 0, indent), expand=False) if indent else what
        self._out.print(made, width=self._width)

    def _line(self, words: Text) -> None:
        """Print one line, cut where the page ends."""
        self._out.print(words, width=self._width, no_wrap=True, overflow="ellipsis")


#: Kind of third place → what it is called, and its colour.
_SHARED: Mapping[str, tuple[str, str]] = {
    "shared_adversaries": ("adversaries", "red"),
    "shared_friends": ("friends", "green"),
    "contested": ("between", "yellow"),
}


def _told(act: Plain) -> str:
    """When it was, or was told, and by whom."""
    outlet = act.get("outlet") or (act.get("report") or "").rpartition("/")[2]
    if act.get("date"):
        return ", ".join(filter(None, (when(act["date"]), outlet)))
    told = when(_day(act.get("published")))
    return ", ".join(filter(None, (f"told {told}" if told else "", outlet)))


def _quoted(act: Plain, most: int) -> str:
    """The sentence of an act in quotation marks, cut so that the words that show it stay."""
    sentence = visible(act.get("sentence") or act.get("evidence") or "").strip('“”" ')
    sentence = _DATELINE.sub("", sentence)
    if len(sentence) > most:
        shown = visible(act.get("evidence") or "")
        at = max(sentence.find(shown), 0)
        if at + min(len(shown), most) >= most:
            rest = sentence[max(0, min(at, len(sentence) - most + 1)) :]
            sentence = "…" + (rest if sentence[at:] == rest else rest.partition(" ")[2])
        sentence = visible(sentence, most)
    return f"“{sentence}”" if sentence else ""


def _stand(value: float, low: float, high: float) -> str:
    """How two stand, no more firmly than the interval allows."""
    if abs(value) < SLIGHT:
        return "stand neither together nor against each other"
    seem = "" if low > 0 or high < 0 else "seem to "
    return seem + ("stand together" if value > 0 else "stand against each other")


def _plain(value: float) -> str:
    """A figure of the headline: the sign only where it is below 0."""
    return signed(value).removeprefix("+")


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _colour(value: float) -> str:
    return "green" if value > 0 else "red" if value < 0 else "default"


def _day(value: Any) -> str | None:
    """A day as text, whether it is text or a date."""
    return value.isoformat() if isinstance(value, date) else value


def _months(day: date) -> int:
    return day.year * 12 + day.month


def _month(day: date) -> str:
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"
