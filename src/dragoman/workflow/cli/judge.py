# Rule 1: on a terminal it asks, one event a screen; anywhere else it lists, and takes verdicts as options.
# Rule 2: options that name a type, status or side narrow the list where no SUBJECT is given, and say
#   what is right of it where one is.
"""``dragoman judge``: accept, reject and correct events; say which actors are one."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.alphabet.errors import DragomanError
from dragoman.workflow.cli.options import (
    FILTERS,
    JSON,
    LEDGER,
    LIMIT,
    SHOWN,
    opened,
    print_json,
)

if TYPE_CHECKING:
    from dragoman.workflow.ledger import Ledger

Plain = dict[str, Any]
_VERDICTS = {"a": "accept", "x": "reject"}
_BACK = ("\x7f", "\b")
_QUIT = ("q", "\x03", "\x04", "\x1b")
_RIGHT = ("type", "mode", "status", "actor", "recipient")
_NARROW = ("pair", "outlet", "since", "until")
_NOBODY = "-"


@click.command()
@click.argument("subject", required=False)
@click.option("--accept", is_flag=True, help="SUBJECT, an event, is right.")
@click.option("--reject", is_flag=True, help="SUBJECT, an event, is wrong: gone from answers.")
@click.option("--merge", metavar="CODE", help="SUBJECT, a code, is the same actor as CODE.")
@click.option(
    "--split", metavar="CODE", help="SUBJECT, report-…/START-END, means CODE; - for nobody known."
)
@click.option("--undo", is_flag=True, help="Take back the newest judgement of SUBJECT.")
@click.option("--why", metavar="TEXT", help="The reason.")
@click.option("--by", metavar="NAME", envvar="DRAGOMAN_JUDGE", help="Who judges; else the user.")
@click.option("--type", multiple=True, metavar="TYPE", help="The right type; or: only these.")
@click.option("--mode", metavar="MODE", help="The right mode.")
@click.option("--status", multiple=True, metavar="STATUS", help="The right one; or: only these.")
@click.option("--actor", multiple=True, metavar="CODE", help="All who act; or: only where it acts.")
@click.option("--recipient", multiple=True, metavar="CODE", help="All who are acted on; or: only.")
@FILTERS["pair"]
@FILTERS["outlet"]
@FILTERS["since"]
@FILTERS["until"]
@click.option("--list", "listed", is_flag=True, help="List what is to be judged; ask nothing.")
@click.option("--given", is_flag=True, help="List the judgements that were given.")
@click.option("--replay", metavar="FILE", type=click.Path(path_type=Path), help="Add judgements.")
@LIMIT
@JSON
@LEDGER
def judge(
    subject: str | None, folder: Path, limit: int | None, as_json: bool, **options: Any
) -> None:
    """Judge events, the least certain first: a screen each, a key each.

    Judgements are kept for ever, apply to every answer and survive a new reading; `dragoman export
    judgements FILE` writes them. SUBJECT is an event by its id (in --json), a code, or characters of
    a report. Without a terminal the events are listed.

    \b
    Examples:
        dragoman judge --pair IRN RUS
        dragoman judge report-0148ec093e587e80/event-1fe2d9fbac1b --reject --why "a match"
        dragoman judge report-0148ec093e587e80/event-1fe2d9fbac1b --type AGREE --recipient RUS
        dragoman judge IMG-WAGNER --merge RUS-MIL
        dragoman judge --replay judgements.jsonl
    """
    try:
        ledger = opened(folder)
        if options["replay"] is not None:
            _replay(ledger, options["replay"], as_json)
        elif options["given"]:
            _given(ledger, subject, limit, as_json)
        elif subject is not None:
            _judge(ledger, subject, options, as_json)
        else:
            _review(ledger, limit, options, as_json)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error


def _judge(ledger: Ledger, subject: str, options: Plain, as_json: bool) -> None:
    """One verdict, from options."""
    verdicts = [name for name in ("accept", "reject", "merge", "split", "undo") if options[name]]
    right = {name: options[name] for name in _RIGHT if options[name] not in ((), None)}
    if right:
        verdicts.append("correct")
    if len(verdicts) != 1 or any(options[name] for name in _NARROW):
        raise click.UsageError(
            "Say one thing of SUBJECT: --accept, --reject, --undo, --merge, --split, or what is "
            "right of it (--type, --mode, --status, --actor, --recipient)."
        )
    for name in ("type", "status"):
        if len(right.get(name, ())) > 1:
            raise click.UsageError(f"An event has one {name}.")
        if name in right:
            right[name] = right[name][0]
    into = options["merge"] or (None if options["split"] in (_NOBODY, None) else options["split"])
    line = ledger.judge(
        subject, verdicts[0], why=options["why"], by=options["by"], into=into, **right
    )
    if as_json:
        print_json([line])
    else:
        click.echo(f"{verdicts[0]}: {line['id']}", err=True)


def _review(ledger: Ledger, limit: int | None, options: Plain, as_json: bool) -> None:
    """List what is to be judged, or ask one by one."""
    for name in ("accept", "reject", "merge", "split", "undo", "mode", "why"):
        if options[name]:
            raise click.UsageError(f"--{name} needs a SUBJECT.")
    for name in ("actor", "recipient"):
        if len(options[name]) > 1:
            raise click.UsageError(f"Name one --{name}.")
        options[name] = next(iter(options[name]), None)
    wanted = {name: options[name] for name in (*_RIGHT, *_NARROW) if options[name]}
    asks = not options["listed"] and not as_json and sys.stdin.isatty() and sys.stdout.isatty()
    if asks:
        if limit:
            wanted["limit"] = limit
        _ask(ledger, ledger.unjudged(**wanted), options["by"])
        return
    most = limit or SHOWN
    events = ledger.unjudged(**wanted, limit=most + 1)
    if as_json:
        print_json(events[:most])
    else:
        _draw("unjudged", events, most)


def _ask(ledger: Ledger, events: list[Plain], by: str | None) -> None:
    from dragoman.views.judging import show
    from dragoman.workflow.cli.consoles import consoles

    if not events:
        click.echo("Nothing is left to judge.")
        return
    out, _ = consoles()
    tally = session(
        ledger, events, by=by, key=click.getchar,
        show=lambda event, place: show(out, event, place + 1, len(events)),
    )  # fmt: skip
    click.echo(
        f"{tally['accept']} accepted, {tally['reject']} rejected, {tally['skip']} skipped", err=True
    )


def session(
    ledger: Ledger,
    events: Sequence[Plain],
    *,
    by: str | None,
    key: Callable[[], str],
    show: Callable[[Plain, int], object],
) -> Counter[str]:
    """Ask for a verdict on each event until all are done or the user quits.

    Args:
        events: as ``unjudged()`` gives them.
        key: waits for a key and gives it.
        show: shows an event and its place, from 0.
    Returns: how many were accepted, rejected and skipped in the end.
    Raises: LedgerError if a verdict cannot be written; those before it are kept.
    """
    done: list[tuple[str, str | None]] = []
    while len(done) < len(events):
        event = events[len(done)]
        show(event, len(done))
        try:
            pressed = key()
        except (EOFError, KeyboardInterrupt):
            break
        if pressed in _QUIT:
            break
        verdict = _VERDICTS.get(pressed.lower())
        if verdict:
            done.append((verdict, ledger.judge(event["event_id"], verdict, by=by)["id"]))
        elif pressed == " ":
            done.append(("skip", None))
        elif pressed in _BACK and done:
            _, given = done.pop()
            if given:
                ledger.judge(given, "undo", by=by)
    return Counter(verdict for verdict, _ in done)


def _given(ledger: Ledger, subject: str | None, limit: int | None, as_json: bool) -> None:
    most = limit if as_json else (limit or SHOWN) + 1
    rows = ledger.rows(ledger.judgements(subject, limit=most))
    if as_json:
        print_json(rows)
    else:
        _draw("judgements", rows, limit or SHOWN)


def _draw(table: str, rows: list[Plain], most: int) -> None:
    from dragoman.views.tables import draw
    from dragoman.workflow.cli.consoles import consoles

    out, _ = consoles()
    draw(out, table, rows[:most], more=len(rows) > most)


def _replay(ledger: Ledger, path: Path, as_json: bool) -> None:
    from dragoman.workflow.cli.consoles import consoles, tell

    _, talk = consoles()
    done = ledger.replay(path)
    for line, reason in done.refused[:SHOWN]:
        tell(talk, "refused", f"{path}:{line}: {reason}", "red")
    if len(done.refused) > SHOWN:
        tell(talk, "refused", f"and {len(done.refused) - SHOWN:,} more", "red")
    tell(
        talk, "",
        f"{done.seen} lines: {done.added} added, {done.already} there already, "
        f"{len(done.refused)} refused",
    )  # fmt: skip
    if as_json:
        print_json([done.to_dict()])
    if done.refused:
        raise click.exceptions.Exit(1)
