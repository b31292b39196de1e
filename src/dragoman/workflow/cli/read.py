"""``dragoman read``: brief reports, or print them as JSON."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.alphabet.errors import DragomanError, ReportError
from dragoman.workflow.cli.options import day

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.archive.report import Report


#: Reasons, the most frequent ones, that the end sums up.
MOST_REASONS = 12


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the options ask for."""

    as_json: bool
    published: date | None
    outlet: str | None


def _target(text: str) -> Path | str:
    """A path; an address or "-" stay text: a path would lose a stroke of "https://"."""
    from dragoman.archive.fetch import is_address

    return text if text == "-" or is_address(text) else Path(text)


@click.command()
@click.argument("paths", nargs=-1, required=True, type=_target)
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a report and line, by the schema."
)
@click.option(
    "--published",
    callback=day,
    metavar="DATE",
    help="Day of publication (YYYY-MM-DD) where a report names none.",
)
@click.option("--outlet", metavar="NAME", help="Who published it, where a report does not say.")
@click.option(
    "--into", metavar="LEDGER", type=click.Path(path_type=Path),
    help="Enter them in this ledger instead of printing; made if it is not there.",
)  # fmt: skip
def read(
    paths: tuple[Path | str, ...],
    as_json: bool,
    published: date | None,
    outlet: str | None,
    into: Path | None,
) -> None:
    """Read reports: texts, pages, PDF, feeds, mail, tables, archives; folders of them.

    Addresses are fetched, "-" is standard input, and patterns may be quoted.

    Prints a briefing of each: the actors, the strongest relations with their
    reasons, who claims and who denies what, and the timeline, each line with
    the words that show it and where they stand (line:column; of a web page,
    in the story's own text).

    \b
    Examples:
        dragoman read examples/01-shells-by-rail.txt
        dragoman read saved-pages/ --published 2024-03-04
        dragoman read archive/ --json > readings.jsonl
        dragoman read https://www.un.org/en/story --published 2024-03-04
        dragoman read archive/ --into ledger
    """
    from dragoman.workflow.cli.consoles import consoles

    out, talk = consoles()
    try:
        if into is not None:
            from dragoman.workflow.cli.entering import enter_all

            refused = enter_all(paths, into, published, outlet, talk, as_json=as_json)
        else:
            refused = _read_all(paths, _Wish(as_json, published, outlet), out, talk)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if refused:
        sys.exit(1)


def _read_all(paths: tuple[Path | str, ...], wish: _Wish, out: Console, talk: Console) -> int:
    """Read everything, the broken ones named on stderr; return how many those were."""
    from rich.progress import Progress

    from dragoman.archive.gather import gather
    from dragoman.workflow.cli.consoles import tell

    done = refused = 0
    reasons: Counter[str] = Counter()
    several = len(paths) > 1 or Path(paths[0]).is_dir()
    with Progress(console=talk, transient=True, disable=not (several and talk.is_terminal)) as bar:
        task = bar.add_task("Reading", total=None)
        for item in gather(paths):  # one at a time: an archive need not fit in memory
            if isinstance(item, ReportError):
                refused += 1
                reasons[item.reason] += 1
                tell(talk, "not read", str(item), "red")
            else:
                done += 1
                for note in item.notes:
                    tell(talk, "note", f"{item.name}: {note}", "yellow")
                _read_one(item, wish, out)
            bar.update(task, description=f"Reading: {done + refused}")
    if several or done + refused > 1:
        tell(talk, "", f"{done} read, {refused} not read")
        if refused > len(reasons):  # some reasons were told again and again: sum them up
            for reason, times in reasons.most_common(MOST_REASONS):
                tell(talk, f"{times:,} times", reason)
    return refused


def _read_one(report: Report, wish: _Wish, out: Console) -> None:
    from dragoman.workflow.reading import read as read_report

    reading = read_report(
        report.text,
        published=report.published or wish.published,
        outlet=report.outlet or wish.outlet,
        url=report.url,
    )
    values = reading.to_dict()
    if wish.as_json:
        line = json.dumps({"report": report.name, **values}, ensure_ascii=False)
        # As bytes: JSON is UTF-8 whatever the terminal's language.
        click.echo(line.encode("utf-8", "replace"))
    else:
        from dragoman.entities.register import load_register
        from dragoman.views.terminal import brief

        names = load_register().names
        brief(out, reading.text, values, title=report.title, source=report.name, names=names)
