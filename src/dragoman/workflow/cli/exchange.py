# Out of a ledger and into it, in the formats of others.
"""``dragoman export`` and ``dragoman import``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dragoman.alphabet.errors import DragomanError
from dragoman.workflow.cli.options import FILTERS, LEDGER, print_json

if TYPE_CHECKING:
    from dragoman.ledger.imports.load import Imported

#: Formats, as in views/exchange/export.py and ledger/imports/load.py (a test holds them equal):
#: --help does not wait for these.
OUT = (
    "jsonl", "csv", "parquet", "sqlite", "duckdb", "graphml", "gexf", "ftm", "statements",
    "judgements", "webannotation",
)  # fmt: skip
IN = ("gdelt", "polecat", "icews", "phoenix")
#: Skipped rows that are told one by one.
SHOWN = 20


@click.command("export")
@click.argument("format_", metavar="FORMAT", type=click.Choice(OUT))
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--table", metavar="NAME", help="For csv and parquet; events unless it is named.")
@click.option("--force", is_flag=True, help="Write over a file that is there.")
@FILTERS["at"]
@LEDGER
def export_(
    folder: Path, format_: str, file: Path, table: str | None, force: bool, at: str | None
) -> None:
    """Write the ledger as one FILE in a FORMAT that others read.

    \b
    jsonl          events in PLOVER's names, JSON lines
    csv, parquet   one table
    sqlite         all tables with full-text search, for Datasette
    duckdb         all tables
    graphml, gexf  the network of places; gexf by month, for Gephi
    ftm            FollowTheMoney entities; statements: the same, a row a value
    judgements     what people judged, JSON lines, for dragoman judge --replay
    webannotation  W3C Web Annotations, JSON-LD

    \b
    Examples:
        dragoman export gexf network.gexf
        dragoman export csv claims.csv --table claims --ledger crisis
    """
    from dragoman.ledger import filters
    from dragoman.ledger.folder import open_folder
    from dragoman.ledger.query import Reader
    from dragoman.views.exchange.export import FORMATS, export

    try:
        reader = Reader(open_folder(folder, make=False), filters.moment(at) if at else None)
        count = export(reader, format_, file, table=table, force=force)
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    _tell(f"{file}: {count:,} {FORMATS[format_].unit}")


@click.command("import")
@click.argument("format_", metavar="FORMAT", type=click.Choice(IN))
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a file.")
@LEDGER
def import_(folder: Path, format_: str, files: tuple[Path, ...], as_json: bool) -> None:
    """Enter the event tables of others: gdelt, polecat, icews or phoenix.

    FILES are plain, .gz or .zip. Safe to repeat: rows that are in the ledger are left alone. The
    ledger is made if it is not there.

    \b
    Examples:
        dragoman import gdelt 20221018.export.CSV.zip
        dragoman import icews events.2015.tab --ledger crisis
    """
    from dragoman import __version__
    from dragoman.ledger.enter import Writer
    from dragoman.ledger.folder import open_folder
    from dragoman.ledger.imports.load import import_table
    from dragoman.ledger.query import Reader
    from dragoman.workflow.cli.consoles import consoles

    _, talk = consoles()
    skipped = 0
    try:
        place = open_folder(folder)
        writer, reader = Writer(place), Reader(place)
        for file in files:
            found = import_table(writer, reader, format_, file, code=__version__)
            skipped += found.skipped
            _report(talk, file, found)
            if as_json:
                print_json([{"file": str(file)} | found.to_dict()])
    except DragomanError as error:
        raise click.ClickException(str(error)) from error
    if skipped:
        raise click.exceptions.Exit(1)


def _report(talk: Any, file: Path, found: Imported) -> None:
    from dragoman.workflow.cli.consoles import tell

    for name, line, reason in found.named[:SHOWN]:
        tell(talk, "skipped", f"{name}:{line}: {reason}", "red")
    if found.skipped > SHOWN:
        tell(talk, "skipped", f"and {found.skipped - SHOWN:,} more", "red")
    for reason, count in found.left_out.most_common():
        tell(talk, "left out", f"{count:,} rows: {reason}", "yellow")
    tell(
        talk,
        "",
        f"{file}: {found.rows:,} rows, {found.events:,} events entered, {found.already:,} there "
        f"already, {found.skipped:,} skipped",
    )


def _tell(message: str) -> None:
    from dragoman.workflow.cli.consoles import consoles, tell

    _, talk = consoles()
    tell(talk, "", message)


#: Every command of this module.
COMMANDS = (export_, import_)
