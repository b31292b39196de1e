"""What ``dragoman read --into`` does: enter reports, and tell what became of them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import Console

    from dragoman.workflow.run import Summary


def enter_all(
    paths: tuple[Path | str, ...],
    into: Path,
    published: date | None,
    outlet: str | None,
    talk: Console,
    *,
    as_json: bool,
) -> int:
    """Enter everything in the ledger *into*; return how many could not be read.

    Raises: LedgerError if the ledger cannot be written.
    """
    from rich.progress import Progress

    from dragoman.workflow.cli.consoles import tell
    from dragoman.workflow.ledger import open as open_ledger

    ledger = open_ledger(into)
    told = 0
    with Progress(console=talk, transient=True, disable=not talk.is_terminal) as bar:
        task = bar.add_task("Reading", total=None)

        def watch(summary: Summary) -> None:
            nonlocal told
            for name, reason in summary.refused[told:]:
                tell(talk, "not read", f"{name}: {reason}", "red")
            told = len(summary.refused)
            bar.update(task, description=f"Reading: {summary.seen}")

        summary = ledger.add(paths, published=published, outlet=outlet, watch=watch)
    for name, note in summary.notes:
        tell(talk, "note", f"{name}: {note}", "yellow")
    tell(
        talk,
        "",
        f"{summary.seen} seen: {summary.read} read, {summary.already} there already, "
        f"{len(summary.refused)} not read; {summary.events} events, {summary.claims} claims",
    )
    if as_json:
        click.echo(json.dumps(summary.to_dict(), ensure_ascii=False).encode("utf-8", "replace"))
    return len(summary.refused)
