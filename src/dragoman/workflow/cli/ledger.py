# The questions to a ledger about what was read, a command each; standing.py has those about what
# follows from it.
"""``dragoman events``, ``claims``, ``disputes`` …: ask a ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dragoman.alphabet.errors import DragomanError
from dragoman.workflow.cli.options import (
    FILTERS,
    JSON,
    LEDGER,
    LIMIT,
    OBJECT,
    SHOWN,
    opened,
    print_json,
    several,
)

Options = dict[str, Any]
_DAYS = ("outlet", "since", "until", "at")
_EVENTS = ("actor", "recipient", "pair", "type", "status", *_DAYS, "as_read")


def _asks(*filters: str) -> Callable[[Callable[..., None]], click.Command]:
    """A command with these filters, --limit, --json and --ledger."""

    def made(function: Callable[..., None]) -> click.Command:
        options = (*(FILTERS[f] for f in filters), LIMIT, JSON, LEDGER)
        return click.command()(several(function, *options))

    return made


def _answer(question: str, folder: Path, options: Options, *words: str) -> None:
    """Ask, and print rows."""
    from dragoman.views.tables import draw
    from dragoman.workflow.cli.consoles import consoles

    as_json, limit = options.pop("as_json"), options.pop("limit")
    out, _ = consoles()
    try:
        ledger = opened(folder, options.pop("at"), as_read=options.pop("as_read", False))
        wanted = {name: value for name, value in options.items() if value}
        most = limit if as_json else (limit or SHOWN) + 1
        rows = ledger.rows(getattr(ledger, question)(*words, **wanted, limit=most))
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        print_json(rows)
    else:
        shown = limit or SHOWN
        draw(out, question, rows[:shown], more=len(rows) > shown)


@_asks(*_EVENTS)
def events(folder: Path, **options: Any) -> None:
    """List what is said to have happened, by date.

    \b
    Examples:
        dragoman events --actor IRN --recipient RUS --since 2022-01
        dragoman events --type ASSAULT --type COERCE --json
    """
    _answer("events", folder, options)


@_asks("speaker", "stance", *_EVENTS)
def claims(folder: Path, **options: Any) -> None:
    """List who says what. --actor to --status ask for claims that carry such an event.

    \b
    Example:
        dragoman claims --speaker IRN --stance denies
    """
    _answer("claims", folder, options)


@_asks(*_EVENTS)
def transfers(folder: Path, **options: Any) -> None:
    """List goods and help that pass; --type is the class (arms, money, …).

    \b
    Example:
        dragoman transfers --actor IRN --type arms
    """
    _answer("transfers", folder, options)


@_asks("actor", *_DAYS)
def agreements(folder: Path, **options: Any) -> None:
    """List pacts with who joins, leaves and talks about them.

    \b
    Example:
        dragoman agreements --actor USA
    """
    _answer("agreements", folder, options)


@_asks(*_EVENTS)
def timeline(folder: Path, **options: Any) -> None:
    """List the events that have a date of their own, in its order.

    \b
    Example:
        dragoman timeline --pair IRN RUS
    """
    _answer("timeline", folder, options)


@_asks(*_EVENTS)
def actors(folder: Path, **options: Any) -> None:
    """List who acts and who is acted on, the busiest first.

    \b
    Example:
        dragoman actors --since 2022
    """
    _answer("actors", folder, options)


@_asks(*_DAYS)
@click.argument("words", nargs=-1, required=True)
def search(folder: Path, words: tuple[str, ...], **options: Any) -> None:
    """List the reports that hold all WORDS, the newest first; accents and case count for nothing.

    \b
    Examples:
        dragoman search grain corridor
        dragoman search '"grain corridor"' --since 2023
    """
    _answer("search", folder, options, " ".join(words))


@_asks(*_DAYS)
def copies(folder: Path, **options: Any) -> None:
    """List the texts that several reports carry, the most copied first: each counts once.

    \b
    Examples:
        dragoman copies
        dragoman copies --outlet "The Courier" --json
    """
    _answer("copies", folder, options)


@_asks("actor", "recipient", "pair", "type", "since", "until", "at")
def disputes(
    folder: Path, at: str | None, limit: int | None, as_json: bool, **options: Any
) -> None:
    """List what some say happened and others deny, the most reported first.

    \b
    Example:
        dragoman disputes --pair IRN RUS
    """
    from dragoman.views.tables import dispute_rows, draw
    from dragoman.workflow.cli.consoles import consoles

    out, _ = consoles()
    try:
        wanted = {name: value for name, value in options.items() if value}
        found = [one.to_dict() for one in opened(folder, at).disputes(**wanted)]
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        print_json(found[:limit])
    else:
        rows = dispute_rows(found)
        draw(out, "disputes", rows[: limit or SHOWN], more=len(rows) > (limit or SHOWN))


@click.command()
@click.argument("identity", metavar="ID")
@FILTERS["at"]
@FILTERS["as_read"]
@OBJECT
@LEDGER
def trace(folder: Path, identity: str, at: str | None, as_read: bool, as_json: bool) -> None:
    """Follow an event, claim, transfer or agreement back to the characters that show it.

    ID is in the column "id" of the other commands' --json.

    \b
    Example:
        dragoman trace report-0148ec093e587e80/event-1fe2d9fbac1b
    """
    from dragoman.views.terminal import visible

    try:
        found = opened(folder, at, as_read=as_read).trace(identity).to_dict()
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        print_json([found])
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
        "judged": visible("; ".join(map(_judgement, found["judgements"])) or "by nobody"),
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


def _judgement(one: dict[str, Any]) -> str:
    why = f" ({one['why']})" if one["why"] else ""
    then = "" if one["holds"] else ", which does not hold"
    return f"{one['verdict']} by {one['by']} on {one['made'][:10]}{why}{then}"


@click.command()
@click.option(
    "--forget", type=click.IntRange(min=7), metavar="DAYS",
    help="Delete files that were replaced longer ago than this.",
)  # fmt: skip
@LEDGER
def compact(folder: Path, forget: int | None) -> None:
    """Put the small files of a ledger together. Others may read and write meanwhile.

    \b
    Example:
        dragoman compact
    """
    try:
        fewer = opened(folder).compact(forget_days=forget)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{fewer} {'file' if fewer == 1 else 'files'} fewer", err=True)


@click.command()
@click.option("--all", "everything", is_flag=True, help="Also what the same versions have read.")
@LEDGER
def reread(folder: Path, everything: bool) -> None:
    """Read again what an older model, almanac or version has read; --at shows the old readings.

    Judgements stay. What cannot be read again keeps its reading.

    \b
    Example:
        dragoman reread
    """
    from dragoman.workflow.cli.consoles import consoles, tell

    _, talk = consoles()
    try:
        summary = opened(folder).reread(everything=everything)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    for name, reason in summary.refused:
        tell(talk, "not read", f"{name}: {reason}", "red")
    tell(talk, "", f"{summary.read} read again, {len(summary.refused)} not read")
    if summary.refused:
        raise click.exceptions.Exit(1)


#: Every command of this module.
COMMANDS = (
    events, claims, transfers, agreements, timeline, actors, search, copies, disputes, trace, compact, reread,
)  # fmt: skip
