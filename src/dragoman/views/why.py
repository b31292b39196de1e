# Why two places stand as they do, on one screen: what a newspaper could print beside its story.
# Rule 1: it works on plain values (Why.to_dict) and nothing else, so that what is shown and what
#   --json prints cannot differ.
# Rule 2: what speaks against the tie, and who disputes it, stands beside what speaks for it; the
#   headline claims no more than the interval allows.
# Rule 3: all text of a report is escaped (`visible`) and no cell is markup.
# Rule 4: one colour for friendly, one for hostile; what says where things come from is dim.
"""Print how and why two places stand to a terminal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.views.tables import signed
from dragoman.views.terminal import Names, Plain, visible
from dragoman.views.wording import (
    bar,
    colour_of,
    many,
    month_of,
    quoted,
    sparkline,
    stand,
    told_when,
    unsigned,
    when,
    with_article,
)

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

#: How many of each are shown; --json has the rest.
ACTS, FRICTIONS, THIRDS, DISPUTES, ACCOUNTS = 5, 3, 4, 2, 2
_WIDEST = 100
_INDENT = 9  #: cells before a sentence: the bar
_STATUSES = {"actual": "", "possible": " (possible)", "requested": " (asked for)"}


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
        figures = f"{unsigned(value)} ({unsigned(low)} to {unsigned(high)})"
        acts = many(values["acts"], "act")
        sentence = f"{a} and {b} {stand(value, low, high)}: "
        sentence = sentence[0].upper() + sentence[1:]
        counted = f", from {acts} in {many(values['texts'], 'text')}"
        self._print(
            Text.assemble((sentence, "bold"), (figures, f"bold {colour_of(value)}"), counted)
        )
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
                    (bar(act["weight"]), colour_of(act["score"] or 0)),
                    f" {visible(f'{source} {arrow} {target}')}: {visible(what)}  ",
                    (visible(told_when(act)), "dim"),
                )
            )
            words = quoted(act, 2 * (self._width - _INDENT) - 6)
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
            line = Text(f"{month_of(first)} ")
            for block, value in blocks:
                line.append(block, "dim" if value is None else colour_of(value))
            line.append(f" {month_of(last)}")
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
        return with_article(visible(self._names.of(code), 40))

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
