# What the commands share: the ledger they ask, its filters, --limit and --json, and how rows are
# printed as JSON. One place, so that all are asked in the same words.
"""Options that several commands share."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from dragoman.workflow.ledger import Ledger

#: Rows of a table where --limit says nothing.
SHOWN = 40
#: The variable that names the ledger where --ledger does not.
VARIABLE = "DRAGOMAN_LEDGER"
LEDGER = click.option(
    "--ledger", "folder", metavar="FOLDER", envvar=VARIABLE, default="ledger", show_default=True,
    type=click.Path(path_type=Path), help=f"The ledger to ask; {VARIABLE} may name it as well.",
)  # fmt: skip
JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a row and line.")
OBJECT = click.option("--json", "as_json", is_flag=True, help="One JSON object.")
LIMIT = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help=f"Rows at most ({SHOWN} in a table)."
)
FILTERS: dict[str, Callable[..., Any]] = {
    "actor": click.option(
        "--actor", metavar="CODE", help="Who acts: IRN (or Iran) also finds IRN-MIL."
    ),
    "recipient": click.option("--recipient", metavar="CODE", help="Who is acted on."),
    "pair": click.option(
        "--pair", nargs=2, metavar="CODE CODE", help="Two that act on each other, either way."
    ),
    "type": click.option(
        "--type", multiple=True, metavar="TYPE", help="ACCUSE, AID, …; repeatable."
    ),
    "status": click.option(
        "--status", multiple=True, metavar="STATUS", help="actual, negated, …; repeatable."
    ),
    "speaker": click.option("--speaker", metavar="CODE", help="Who says it."),
    "stance": click.option(
        "--stance", multiple=True, metavar="STANCE", help="asserts, denies, …; repeatable."
    ),
    "outlet": click.option("--outlet", metavar="NAME", help="Who published it."),
    "since": click.option("--since", metavar="DATE", help="From YYYY, YYYY-MM or YYYY-MM-DD."),
    "until": click.option("--until", metavar="DATE", help="To YYYY, YYYY-MM or YYYY-MM-DD."),
    "at": click.option("--at", metavar="DATE", help="The ledger as it was at the end of that day."),
    "as_read": click.option("--as-read", is_flag=True, help="Without what people judged."),
}


def day(_context: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The day that was typed; anything else ends the command with exit code 2."""
    try:
        return date.fromisoformat(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date. Write YYYY-MM-DD.") from None


def several(command: Any, *options: Callable[..., Any]) -> Any:
    """*command* with these options, in the order in which help shows them."""
    for decorate in reversed(options):
        command = decorate(command)
    return command


def opened(folder: Path, at: str | None = None, *, as_read: bool = False) -> Ledger:
    """The ledger that is asked, or its state at the end of a day; *as_read*: without judgements.

    Raises: LedgerError if there is none, DateError if the day is none.
    """
    from dragoman.workflow.ledger import open as open_ledger

    ledger = open_ledger(folder, make=False)
    ledger = ledger.at(at) if at else ledger
    return ledger.as_read() if as_read else ledger


def print_json(rows: Iterable[dict[str, Any]]) -> None:
    """Print objects, one a line; as bytes, for JSON is UTF-8 whatever the terminal's language."""
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, default=lambda day: day.isoformat())
        click.echo(line.encode("utf-8", "replace"))
