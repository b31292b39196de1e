# The questions to a ledger, a command each. What they share (filters, --json, --limit) is put
# on by one function, so that all are asked in the same words.
"""``dragoman events``, ``claims``, ``disputes`` …: ask a ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.alphabet.errors import DragomanError

if TYPE_CHECKING:
    from dragoman.workflow.ledger import Ledger

#: Rows of a table where --limit says nothing.
SHOWN = 40
Options = dict[str, Any]
_FOLDER = click.argument("folder", metavar="LEDGER", type=click.Path(path_type=Path))
_JSON = click.option("--json", "as_json", is_flag=True, help="One JSON object a row and line.")
_LIMIT = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help=f"Rows at most ({SHOWN} in a table)."
)
_FILTERS: dict[str, Callable[..., Any]] = {
    "actor": click.option("--actor", metavar="CODE", help="Who acts: IRN also finds IRN-MIL."),
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
}
_DAYS = ("outlet", "since", "until", "at")
_EVENTS = ("actor", "recipient", "pair", "type", "status", *_DAYS)


def _asks(*filters: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command with the ledger, these filters, --limit and --json."""

    def made(function: Callable[..., None]) -> click.Command:
        command: Any = function
        for decorate in (_JSON, _LIMIT, *(_FILTERS[f] for f in reversed(filters))):
            command = decorate(command)
        return click.command()(_FOLDER(command))

    return made


def _opened(folder: Path, at: str | None) -> Ledger:
    from dragoman.workflow.ledger import open as open_ledger

    ledger = open_ledger(folder, make=False)
    return ledger.at(at) if at else ledger


def _answer(question: str, folder: Path, options: Options, *words: str) -> None:
    """Ask, and print rows."""
    from dragoman.views.tables import draw
    from dragoman.workflow.cli.consoles import consoles

    as_json, limit = options.pop("as_json"), options.pop("limit")
    out, _ = consoles()
    try:
        ledger = _opened(folder, options.pop("at"))
        wanted = {name: value for name, value in options.items() if value}
        most = limit if as_json else (limit or SHOWN) + 1
        rows = ledger.rows(getattr(ledger, question)(*words, **wanted, limit=most))
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        _print_json(rows)
    else:
        shown = limit or SHOWN
        draw(out, question, rows[:shown], more=len(rows) > shown)


def _print_json(rows: list[dict[str, Any]]) -> None:
    for row in rows:
        line = json.dumps(row, ensure_ascii=False, default=lambda day: day.isoformat())
        click.echo(line.encode("utf-8", "replace"))


@_asks(*_EVENTS)
def events(folder: Path, **options: Any) -> None:
    """List what is said to have happened, by date.

    \b
    Examples:
        dragoman events crisis --actor IRN --recipient RUS --since 2022-01
        dragoman events crisis --type ASSAULT --type COERCE --json
    """
    _answer("events", folder, options)


@_asks("speaker", "stance", *_EVENTS)
def claims(folder: Path, **options: Any) -> None:
    """List who says what. --actor to --status ask for claims that carry such an event.

    \b
    Example:
        dragoman claims crisis --speaker IRN --stance denies
    """
    _answer("claims", folder, options)


@_asks(*_EVENTS)
def transfers(folder: Path, **options: Any) -> None:
    """List goods and help that pass; --type is the class (arms, money, …).

    \b
    Example:
        dragoman transfers crisis --actor IRN --type arms
    """
    _answer("transfers", folder, options)


@_asks("actor", *_DAYS)
def agreements(folder: Path, **options: Any) -> None:
    """List pacts with who joins, leaves and talks about them.

    \b
    Example:
        dragoman agreements crisis --actor USA
    """
    _answer("agreements", folder, options)


@_asks(*_EVENTS)
def timeline(folder: Path, **options: Any) -> None:
    """List the events that have a date of their own, in its order.

    \b
    Example:
        dragoman timeline crisis --pair IRN RUS
    """
    _answer("timeline", folder, options)


@_asks(*_EVENTS)
def actors(folder: Path, **options: Any) -> None:
    """List who acts and who is acted on, the busiest first.

    \b
    Example:
        dragoman actors crisis --since 2022
    """
    _answer("actors", folder, options)


@click.command()
@_FOLDER
@click.argument("words", nargs=-1, required=True)
@_FILTERS["outlet"]
@_FILTERS["since"]
@_FILTERS["until"]
@_FILTERS["at"]
@_LIMIT
@_JSON
def search(folder: Path, words: tuple[str, ...], **options: Any) -> None:
    """List the reports that hold all WORDS, the newest first; accents and case count for nothing.

    \b
    Examples:
        dragoman search crisis grain corridor
        dragoman search crisis '"grain corridor"' --since 2023
    """
    _answer("search", folder, options, " ".join(words))


@click.command()
@_FOLDER
@_FILTERS["actor"]
@_FILTERS["recipient"]
@_FILTERS["pair"]
@_FILTERS["type"]
@_FILTERS["since"]
@_FILTERS["until"]
@_FILTERS["at"]
@_LIMIT
@_JSON
def disputes(
    folder: Path, at: str | None, limit: int | None, as_json: bool, **options: Any
) -> None:
    """List what some say happened and others deny, the most reported first.

    \b
    Example:
        dragoman disputes crisis --pair IRN RUS
    """
    from dragoman.views.tables import dispute_rows, draw
    from dragoman.workflow.cli.consoles import consoles

    out, _ = consoles()
    try:
        wanted = {name: value for name, value in options.items() if value}
        found = [one.to_dict() for one in _opened(folder, at).disputes(**wanted)]
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        _print_json(found[:limit])
    else:
        rows = dispute_rows(found)
        draw(out, "disputes", rows[: limit or SHOWN], more=len(rows) > (limit or SHOWN))


@click.command()
@_FOLDER
@click.argument("identity", metavar="ID")
@_FILTERS["at"]
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def trace(folder: Path, identity: str, at: str | None, as_json: bool) -> None:
    """Follow an event, claim, transfer or agreement back to the characters that show it.

    ID is in the column "id" of the other commands' --json.

    \b
    Example:
        dragoman trace crisis report-0148ec093e587e80/event-1fe2d9fbac1b
    """
    from dragoman.views.terminal import visible

    try:
        found = _opened(folder, at).trace(identity).to_dict()
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        _print_json([found])
        return
    report = found["report"]
    said = [
        f"{c['stance']}: {visible(c['speaker']) or 'nobody named'} ({c['speaker_code'] or '–'})"
        for c in found["claims"]
    ]
    facts = {
        "shown by": visible(found["evidence"]),
        "in": visible(found["sentence"]),
        "characters": f"{found['start']} to {found['end']}, {'as they stand in the report' if found['sound'] else 'NOT what stands there'}",
        "said by": "; within: ".join(said) or "the report itself",
        "report": visible(report["title"] or report["name"]),
        "from": visible(
            " · ".join(filter(None, (report["outlet"], report["published"], report["url"])))
        )
        or "–",
        "file": visible(report["name"]),
        "sha256": report["source_sha256"] or report["sha256"],
    }
    for name, fact in facts.items():
        click.echo(f"{name:<11} {fact}")


@click.command()
@_FOLDER
@click.option(
    "--forget", type=click.IntRange(min=7), metavar="DAYS",
    help="Delete files that were replaced longer ago than this.",
)  # fmt: skip
def compact(folder: Path, forget: int | None) -> None:
    """Put the small files of a ledger together. Others may read and write meanwhile.

    \b
    Example:
        dragoman compact crisis
    """
    try:
        fewer = _opened(folder, None).compact(forget_days=forget)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{fewer} files fewer", err=True)


@click.command()
@_FOLDER
@click.option("--all", "everything", is_flag=True, help="Also what the same versions have read.")
def reread(folder: Path, everything: bool) -> None:
    """Read again what an older model, almanac or version has read; --at shows the old readings.

    \b
    Example:
        dragoman reread crisis
    """
    try:
        summary = _opened(folder, None).reread(everything=everything)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{summary.read} read again, {len(summary.refused)} not read", err=True)


#: Every command of this module.
COMMANDS = (
    events, claims, transfers, agreements, timeline, actors, search, disputes, trace, compact, reread,
)  # fmt: skip
