# Answers of a ledger as tables that fit the terminal.
# Rule 1: a row is one line; what does not fit ends in an ellipsis, and --json has all of it. Only what
#   would be wrong if it were cut, as the members of a bloc, goes on in further lines.
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
#: Characters at which columns are as wide as they may be, and how narrow these become in less.
_WIDE, _LEAST = 110, 8
_RED = {"denies", "negated", "refused", "denied", "against"}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what it shows of a row, and its share of the width."""

    head: str
    show: Callable[[Plain], str]
    ratio: int | None = None  #: None: as wide as its content
    most: int | None = None  #: characters at most
    right: bool = False
    whole: bool = False  #: goes on in further lines rather than be cut


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
    """The outlet, or the file without its folders: these are alike in all rows."""
    return str(row["outlet"] or str(row["report"]).rsplit("/", maxsplit=1)[-1])


def _when(row: Plain) -> str:
    """The first day, month or year of the event's own date, as exact as it is told; else of telling."""
    told = str(row["date"] or "").split("/")
    return next((day for day in told if day not in ("", "..")), None) or _key("happened")(row)


def _dated(row: Plain) -> str:
    """A date of the event's own, both ends of it."""
    first, _, last = str(row["date"]).partition("/")
    if not last:
        return first
    if ".." in (first, last):
        return f"since {first}" if last == ".." else f"until {last}"
    return f"{first} to {last}"


def _figure(name: str) -> Callable[[Plain], str]:
    """A value from -1 to 1 with its sign; a dash where there is none."""

    def show(row: Plain) -> str:
        value = row[name]
        return "–" if value is None else signed(value)

    return show


def signed(value: float) -> str:
    """``"+0.62"``; never a negative nothing.

    >>> signed(-0.001), signed(0.625)
    ('0.00', '+0.62')
    """
    made = f"{value:+.2f}"
    return made[1:] if float(made) == 0 else made


def _interval(row: Plain) -> str:
    return f"{signed(row['low'])} to {signed(row['high'])}"


def _count(name: str) -> Column:
    return Column(name, _key(name), right=True)


def _side(name: str) -> Callable[[Plain], str]:
    """The codes of one side of an event of a reading."""

    def show(row: Plain) -> str:
        return ", ".join(p["code"] or str(p["text"]) for p in row[name]) or "–"

    return show


def _said_by(row: Plain) -> str:
    return _speaker(row) if row["claim_id"] else "the report"


def _judged(row: Plain) -> str:
    """What was judged, and what is right instead."""
    other = row["change"] or (f"is {row['other'] or 'nobody known'}" if row["code"] else None)
    words = row["words"] or row["replaces"] or ""
    return " ".join(filter(None, (row["code"], words, f"→ {other}" if other else None)))


def _sure(row: Plain) -> str:
    return f"{row['confidence']:.2f}"


def _holds(row: Plain) -> str:
    return "yes" if row["holds"] else "–"


def _day_of(row: Plain) -> str:
    return str(row["made"])[:16]


def _stand(row: Plain) -> str:
    return f"{row['a']} – {row['b']}"


def _because(row: Plain) -> str:
    return "; ".join(b["text"] for b in row["because"])


def _days(row: Plain) -> str:
    return f"{row['first']} to {row['last']}"


def _chance(row: Plain) -> str:
    """That the turn lies in the month around its day."""
    return f"{row['chance']:.0%}"


_WHO = (Column("who", _key("actors"), most=18), Column("to whom", _key("recipients"), most=18))
#: Question → columns of its table.
COLUMNS: Mapping[str, Sequence[Column]] = {
    "events": (
        Column("when", _when), *_WHO, Column("what", _act, ratio=3),
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
        Column("in talks", _key("negotiating"), ratio=1), Column("when", _key("date")),
    ),
    "timeline": (Column("when", _dated), *_WHO, Column("what", _act, ratio=1)),
    "actors": (
        Column("actor", _key("name"), ratio=1), Column("code", _key("code")), _count("acts"),
        Column("is acted on", _key("acted_on"), right=True), _count("reports"), _count("texts"),
        _count("happenings"),
    ),
    "copies": (
        _count("reports"), Column("first", _key("first_day")), Column("last", _key("last_day")),
        Column("outlets", _key("outlets"), ratio=1), Column("text", _key("title"), ratio=2),
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
    "unjudged": (
        Column("sure", _sure, right=True), Column("who", _side("actor"), most=18),
        Column("to whom", _side("recipient"), most=18), Column("what", _act, ratio=3),
        Column("said by", _said_by, ratio=1),
    ),
    "judgements": (
        Column("made (UTC)", _day_of), Column("by", _key("by"), most=16),
        Column("verdict", _key("verdict")), Column("holds", _holds),
        Column("what", _judged, ratio=3), Column("why", _key("why"), ratio=2),
    ),
    "relations": (
        Column("who and who", _stand, most=44), Column("stand", _figure("alignment"), right=True),
        Column("95 %", _interval), Column("happenings", _key("events"), right=True), _count("texts"),
        Column("there", _figure("a_to_b"), right=True),
        Column("back", _figure("b_to_a"), right=True),
    ),
    "blocs": (_count("places"), Column("bloc", _key("members"), ratio=1, whole=True)),
    "turns": (
        Column("about", _key("day")), Column("sure", _chance, right=True),
        Column("95 %", _days), Column("before", _figure("before"), right=True),
        Column("after", _figure("after"), right=True), Column("made by", _key("made_by"), ratio=1, whole=True),
    ),
    "tensions": (
        _count("weight"), Column("who is pulled", _key("who"), ratio=2, whole=True),
        Column("ties", _key("ties"), ratio=3, whole=True),
    ),
    "balance": (
        Column("measure", _key("measure")), Column("value", _key("value"), right=True),
        Column("what it is", _key("what"), ratio=1),
    ),
    "whatif": (
        Column("tie", _stand, most=30), Column("now", _figure("before"), right=True),
        Column("then", _figure("after"), right=True), Column("because", _because, ratio=1),
    ),
    "warnings": (
        Column("warned", _key("published")), Column("who", _key("actor")),
        Column("whom", _key("recipient")), Column("words", _key("words"), ratio=1),
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

    def cell(words: str, style: str = "", *, whole: bool = False) -> Text:
        return Text(words, style, no_wrap=not whole, overflow="fold" if whole else "ellipsis")

    for c in columns:
        most = c.most and max(_LEAST, c.most * min(console.width, _WIDE) // _WIDE)
        # Where it is too narrow, columns of words give way and figures stay whole.
        table.add_column(
            cell(c.head), ratio=c.ratio, max_width=most, no_wrap=not (c.ratio or c.most),
            justify="right" if c.right else "left",
        )  # fmt: skip
    count = 0
    for row in rows:
        count += 1
        shown = [(visible(c.show(row)), c.whole) for c in columns]
        table.add_row(
            *(cell(words, "red" if words in _RED else "", whole=whole) for words, whole in shown)
        )
    if not count:
        console.print("Nothing in the ledger fits.")
        return
    if more:
        table.caption = "and more: --limit N shows N, --json has all"
    console.print(table)


def warning_rows(warnings: Iterable[Plain]) -> list[Plain]:
    """A row for each threat behind a what-if; its condition, where one is known, before its words."""
    return [
        row | {"words": _with_condition(row["condition"], row["sentence"] or row["evidence"])}
        for row in warnings
    ]


def _with_condition(condition: str | None, words: str) -> str:
    told = not condition or condition.casefold() in words.casefold()
    return words if told else f"{condition}: {words}"


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
