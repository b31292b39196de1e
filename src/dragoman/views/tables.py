# Answers of a ledger as tables that fit the terminal.
# Rule 1: a row is one line; what does not fit ends in an ellipsis, and --json has all of it.
# Rule 2: all text of a report is escaped, as in the briefing (terminal.py).
"""Print the rows of a ledger's answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.views.terminal import visible

if TYPE_CHECKING:
    from rich.console import Console

Plain = dict[str, Any]
_RED = {"denies", "negated", "refused", "denied", "against"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what it shows of a row, and its share of the width."""

    head: str
    show: Callable[[Plain], str]
    ratio: int | None = None  #: None: as wide as its content
    most: int | None = None  #: characters at most
    right: bool = False


def _key(name: str) -> Callable[[Plain], str]:
    def show(row: Plain) -> str:
        value = row[name]
        if isinstance(value, list):
            return ", ".join(map(str, value)) or "–"
        return "–" if value is None else str(value)

    return show


def _speaker(row: Plain) -> str:
    """The code first, so that it is seen where the words are cut."""
    code = row["speaker_code"]
    return f"{code}: {row['speaker']}" if code else str(row["speaker"] or "–")


def _act(row: Plain) -> str:
    status = "" if row["status"] == "actual" else f" ({row['status']})"
    return f"{row['type']}{status}: {row['evidence']}"


def _where(row: Plain) -> str:
    return str(row["outlet"] or row["report"])


_WHO = (Column("who", _key("actors"), most=18), Column("to whom", _key("recipients"), most=18))
#: Question → columns of its table.
COLUMNS: Mapping[str, Sequence[Column]] = {
    "events": (
        Column("when", _key("happened")), *_WHO, Column("what", _act, ratio=3),
        Column("told by", _where, most=22),
    ),
    "claims": (
        Column("said", _key("published")), Column("who", _speaker, ratio=1),
        Column("stance", _key("stance")), Column("what", _key("content"), ratio=2),
        Column("told by", _where, most=22),
    ),
    "transfers": (
        Column("from", _key("supplier")), Column("to", _key("recipient")),
        Column("what", _key("item"), most=24), Column("class", _key("class")),
        Column("status", _key("status")), Column("words", _key("evidence"), ratio=1),
        Column("told by", _where, most=22),
    ),
    "agreements": (
        Column("pact", _key("name"), ratio=2), Column("parties", _key("parties"), ratio=2),
        Column("left", _key("withdrawn"), ratio=1),
        Column("in talks", _key("negotiating"), ratio=1), Column("of", _key("date")),
    ),
    "timeline": (Column("when", _key("date")), *_WHO, Column("what", _act, ratio=1)),
    "actors": (
        Column("actor", _key("name"), most=40), Column("code", _key("code")),
        Column("acts", _key("acts"), right=True), Column("is acted on", _key("acted_on"), right=True),
        Column("reports", _key("reports"), right=True), Column("first", _key("first_day")),
        Column("last", _key("last_day")),
    ),
    "search": (
        Column("day", _key("published")), Column("told by", _where, most=22),
        Column("title", _key("title"), ratio=1), Column("passage", _key("passage"), ratio=2),
    ),
    "disputes": (
        Column("about", _key("about"), most=30), Column("side", _key("side")),
        Column("who", _speaker, ratio=1), Column("what", _key("content"), ratio=2),
        Column("told by", _where, most=22),
    ),
}  # fmt: skip


def draw(console: Console, question: str, rows: Iterable[Plain], *, more: bool = False) -> None:
    """Print one table.

    Args:
        question: a key of COLUMNS.
        rows: as the ledger gave them.
        more: whether there are more than these.
    """
    from rich import box
    from rich.table import Table
    from rich.text import Text

    columns = COLUMNS[question]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, caption_justify="left")
    table.expand = any(c.ratio for c in columns)
    for c in columns:
        table.add_column(
            c.head, ratio=c.ratio, max_width=c.most, no_wrap=True, overflow="ellipsis",
            justify="right" if c.right else "left",
        )  # fmt: skip
    count = 0
    for row in rows:
        count += 1
        cells = [visible(c.show(row)) for c in columns]
        table.add_row(*(Text(cell, "red" if cell in _RED else "") for cell in cells))
    if not count:
        console.print("Nothing in the ledger fits.")
        return
    if more:
        table.caption = "and more: --limit N shows N, --json has all"
    console.print(table)


def dispute_rows(disputes: Iterable[Plain]) -> list[Plain]:
    """A row for each claim of each dispute (``Dispute.to_dict``); the first names the dispute."""
    made = []
    for dispute in disputes:
        pair = (
            f"{dispute['source']} → {dispute['target']}" if dispute["target"] else dispute["source"]
        )
        about = f"{dispute['type']} {pair}"
        for claim in dispute["claims"]:
            who = claim["speaker"]
            made.append(
                {
                    "about": about, "side": claim["side"], "speaker": who["text"] or "the report",
                    "speaker_code": who["code"], "content": claim["content"]["text"],
                    "outlet": claim["outlet"], "report": claim["report"],
                }
            )  # fmt: skip
            about = ""
    return made
