"""Write a ledger as one file in a format that others read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.outgoing import TABLES, StillReader, select, write_duckdb, write_parquet
from dragoman.ledger.query import Reader
from dragoman.views.exchange.annotations import write_annotations
from dragoman.views.exchange.commas import write_csv
from dragoman.views.exchange.gexf import write_gexf
from dragoman.views.exchange.graphml import write_graphml
from dragoman.views.exchange.jsonl import write_jsonl
from dragoman.views.exchange.judgements import write_judgements
from dragoman.views.exchange.money import write_money
from dragoman.views.exchange.sqlite import write_sqlite
from dragoman.views.exchange.statements import write_statements
from dragoman.views.exchange.target import target

Write = Callable[[Reader, Path], int]


@dataclass(frozen=True, slots=True)
class Format:
    """One format: what it holds, and what writes it."""

    what: str
    unit: str  #: what is counted
    write: Write | None  #: None: one table, which is asked for


FORMATS: Mapping[str, Format] = {
    "jsonl": Format("events in PLOVER's names, JSON lines", "events", write_jsonl),
    "csv": Format("one table, guarded against formulas", "rows", None),
    "parquet": Format("one table", "rows", None),
    "sqlite": Format("all tables, with full-text search; for Datasette", "rows", write_sqlite),
    "duckdb": Format("all tables", "rows", write_duckdb),
    "graphml": Format("the network of places", "ties", write_graphml),
    "gexf": Format("the network of places, by month; for Gephi", "ties", write_gexf),
    "ftm": Format("FollowTheMoney entities, JSON lines", "entities", write_money),
    "statements": Format("FollowTheMoney statements, CSV", "statements", write_statements),
    "judgements": Format("what people judged, to be replayed", "judgements", write_judgements),
    "webannotation": Format("W3C Web Annotations, JSON-LD", "annotations", write_annotations),
}


def export(
    reader: Reader,
    format: str,  # noqa: A002
    path: Path | str,
    *,
    table: str | None = None,
    force: bool = False,
) -> int:
    """Write what a ledger holds as one file; return how many of the format's units it holds.

    Args:
        format: a key of FORMATS.
        path: the file; nothing else is written.
        table: for csv and parquet, one of ``outgoing.TABLES``; events if none is named.
        force: take the place of a file that is there.
    Raises: LedgerError if format or table is not known, the file is there already or cannot be
        written, or the ledger cannot be read.
    """
    if format not in FORMATS:
        raise LedgerError(format, "is no format.", f"Known: {', '.join(FORMATS)}.")
    if table is not None and FORMATS[format].write is not None:
        raise LedgerError(
            format, "is not of one table.", "Leave the table out, or take csv or parquet."
        )
    if table is not None and table not in TABLES:
        raise LedgerError(table, "is no table.", f"Known: {', '.join(TABLES)}.")
    write = FORMATS[format].write
    reader = StillReader.of(reader)
    with target(Path(path), force=force) as draft:
        if write is not None:
            return write(reader, draft)
        if format == "csv":
            return write_csv(reader, draft, table or "events")
        return write_parquet(reader, select(table or "events"), draft)
