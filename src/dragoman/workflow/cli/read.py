"""``dragoman read``: brief reports, or print them as JSON."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.alphabet.errors import DragomanError, ReportError

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.archive.report import Report


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a report and line, by the schema."
)
@click.option(
    "--published", metavar="DATE", help="Day of publication (YYYY-MM-DD) where a report names none."
)
@click.option("--outlet", metavar="NAME", help="Who published it, where a report does not say.")
def read(paths: tuple[Path, ...], as_json: bool, published: str | None, outlet: str | None) -> None:
    """Read reports: text files, saved web pages, and folders of them.

    Prints a briefing of each: the actors, the strongest relations with their
    reasons, who claims and who denies what, and the timeline, each line with
    the words that show it and where they stand (line:column).

    \b
    Examples:
        dragoman read examples/01-drones.txt
        dragoman read saved-pages/ --published 2024-03-04
        dragoman read archive/ --json > readings.jsonl
    """
    from rich.console import Console

    talk = Console(stderr=True)
    out = Console(soft_wrap=False)
    try:
        day = _day(published)
        refused = _read_all(paths, as_json, day, outlet, out, talk)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if refused:
        sys.exit(1)


def _day(published: str | None) -> date | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published)
    except ValueError:
        message = f"{published!r} is no date. Write YYYY-MM-DD."
        raise click.BadParameter(message, param_hint="--published") from None


def _read_all(
    paths: tuple[Path, ...],
    as_json: bool,
    day: date | None,
    outlet: str | None,
    out: Console,
    talk: Console,
) -> int:
    """Read everything, the broken ones named on stderr; return how many those were."""
    from rich.markup import escape
    from rich.progress import Progress

    from dragoman.archive.gather import gather
    from dragoman.workflow.reading import read as read_report

    refused = 0
    several = len(paths) > 1 or any(p.is_dir() for p in paths)
    with Progress(console=talk, transient=True, disable=not (several and talk.is_terminal)) as bar:
        found = list(gather(paths))
        task = bar.add_task("Reading", total=len(found))
        for item in found:
            if isinstance(item, ReportError):
                refused += 1
                talk.print(f"[red]not read[/red] {escape(str(item))}", highlight=False)
            else:
                when = item.published or day
                reading = read_report(
                    item.text, published=when, outlet=item.outlet or outlet, url=item.url
                )
                values = reading.to_dict()
                if as_json:
                    _print_json(item, values)
                else:
                    _print_brief(out, item, reading.text, values)
            bar.advance(task)
    if several:
        talk.print(f"{len(found) - refused} read, {refused} not read", highlight=False)
    return refused


def _print_json(report: Report, values: dict[str, object]) -> None:
    line = json.dumps({"report": report.name, **values}, ensure_ascii=False)
    # A lone surrogate in a file name must not end a run of ten thousand reports.
    sys.stdout.write(line.encode("utf-8", "replace").decode("utf-8") + "\n")


def _print_brief(out: Console, report: Report, text: str, values: dict[str, object]) -> None:
    from dragoman.entities.register import load_register
    from dragoman.views.terminal import brief

    brief(out, text, values, title=report.title or report.name, names=load_register().names)
