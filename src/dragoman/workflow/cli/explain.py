"""``dragoman explain``: how a sentence was read, and which senses were tried."""

from __future__ import annotations

import json
import sys
from datetime import date

import click

from dragoman.alphabet.errors import DragomanError
from dragoman.workflow.cli.options import day


@click.command()
@click.argument("text", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of pictures.")
@click.option("--published", callback=day, metavar="DATE", help="Day of publication (YYYY-MM-DD).")
def explain(text: tuple[str, ...], as_json: bool, published: date | None) -> None:
    """Explain how a sentence is read: its tree, its actors, and every sense tried on it.

    The tool for writing senses: each sense says which of its demands was not
    met, and each event names the sense that made it.

    \b
    Examples:
        dragoman explain "Iran denied that it had sold drones to Russia."
        echo "Kyiv urged Berlin to send tanks." | dragoman explain -
    """
    from dragoman.views.explanation import show
    from dragoman.workflow.cli.consoles import consoles
    from dragoman.workflow.explaining import explain as explain_text

    words = " ".join(text)
    if words == "-":
        words = sys.stdin.read()
    out, _ = consoles()
    try:
        values = explain_text(words, published=published).to_dict()
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if as_json:
        click.echo(json.dumps(values, ensure_ascii=False).encode("utf-8", "replace"))
    else:
        show(out, values)
