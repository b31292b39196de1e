# What leaves a ledger as columns: the one place where Parquet and DuckDB files are written.
# Rule 1: rows pass through page by page, in order of report; no table is held or sorted whole.
# Rule 2: the file is written by this process alone and handed over finished: whoever calls
#   these gives the path of a file that nobody sees yet (views/exchange/target.py).
"""Write what a ledger holds as Parquet or as a DuckDB database, and pass its rows on in batches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from itertools import pairwise
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.faults import told
from dragoman.ledger.opened import Opened
from dragoman.ledger.query import Reader
from dragoman.ledger.rows import Plain

#: Rows that are passed on at a time.
BATCH = 4096
#: Reports whose rows are sorted together.
PAGE = 20_000
#: Views of a ledger that can be written as a table, in an order in which what is named exists.
TABLES = (
    "reports", "claims", "events", "parties", "transfers", "agreements", "members", "relations",
    "times", "mentions", "noise", "skipped", "acts",
)  # fmt: skip
#: View → what its rows are in order of; the same ledger always gives the same file.
_ORDERS: Mapping[str, str] = {
    "reports": "report_id",
    "members": "agreement_id, code, standing",
    "parties": "event_id, role, position",
    "acts": "event_id, source, target",
}


class StillReader(Reader):
    """A reader that stays with the state that it sees first, whatever others enter meanwhile.

    A plain one goes to the newest state with each question: two pages would be of two ledgers.
    """

    def _now(self) -> Opened:
        """The same state, always."""
        return self._opened or super()._now()

    @classmethod
    def of(cls, reader: Reader) -> StillReader:
        """The same ledger, at the same moment if *reader* has one."""
        return cls(reader._folder, reader._at, judged=reader._judged)


#: What a query says to be asked page by page; each page is sorted, and not the whole table.
PAGED = "report_id > $after AND report_id <= $upto"


def select(table: str) -> str:
    """The query of all rows of one of TABLES, in a fixed order; for :func:`rows`."""
    order = _ORDERS.get(table, "report_id, position")
    return f"SELECT {_listed(table)} FROM {table} WHERE {PAGED} ORDER BY {order}"  # noqa: S608  (names from TABLES)


def columns(reader: Reader, table: str) -> list[tuple[str, str]]:
    """Names and DuckDB's types of the columns that :func:`select` gives.

    Raises: LedgerError if the ledger cannot be read.
    """
    relation = reader.run(f"SELECT {_listed(table)} FROM {table} LIMIT 0")  # noqa: S608
    return list(zip(relation.columns, map(str, relation.types), strict=True))


def _listed(table: str) -> str:
    """Near-copies are told by text_id; the fingerprint is the ledger's own."""
    return "* EXCLUDE (minhash)" if table == "reports" else "*"


def rows(reader: Reader, query: str) -> Iterator[Plain]:
    """Yield the rows of a query of this package as dicts, a page in memory at a time.

    Until the last row is read, ask *reader* nothing else.

    Raises: LedgerError if the ledger cannot be read.
    """
    for batch in _batches(reader, query, BATCH):
        yield from batch.to_pylist()


def _batches(reader: Reader, query: str, size: int) -> Iterator[pa.RecordBatch]:
    """The rows of a query; at least one batch, which may be empty."""
    for values in _pages(reader) if PAGED in query else [None]:
        with told(reader._folder):
            found = reader.run(query, values).to_arrow_reader(size)
        with closing(found):
            seen = False
            while True:
                with told(reader._folder):
                    batch = next(found, None)
                if batch is None:
                    break
                seen = True
                yield batch
            if not seen:
                yield pa.RecordBatch.from_pylist([], schema=found.schema)


def _pages(reader: Reader) -> list[dict[str, str]]:
    """Ranges of report_id that have PAGE reports each; all ids lie in one of them."""
    ask = f"""
        SELECT report_id FROM (SELECT report_id, row_number() OVER (ORDER BY report_id) AS n FROM reports)
        WHERE n % {PAGE} = 0 ORDER BY report_id
    """  # noqa: S608  (a number)
    ends = ["", *(end for (end,) in reader.rows_of(ask)), "~"]
    return [{"after": a, "upto": b} for a, b in pairwise(ends)]


def write_parquet(reader: Reader, query: str, path: Path) -> int:
    """Write the rows of a query as one Parquet file; return how many.

    Lists stay lists, days stay days, times are UTC.

    Raises: LedgerError if the ledger cannot be read or the file not be written.
    """
    count = 0
    with _written(path), ExitStack() as stack:
        writer = None
        for batch in _batches(reader, query, BATCH * 16):
            if writer is None:
                made = pq.ParquetWriter(str(path), batch.schema, compression="zstd")
                writer = stack.enter_context(made)
            if batch.num_rows:
                writer.write_batch(batch)
            count += batch.num_rows
    return count


def write_duckdb(reader: Reader, path: Path, tables: Sequence[str] = TABLES) -> int:
    """Write tables as one DuckDB database; return how many rows.

    Raises: LedgerError if the ledger cannot be read or the file not be written.
    """
    count = 0
    with _written(path), duckdb.connect(str(path)) as database:
        database.execute("SET enable_progress_bar = false")
        for table in tables:
            put = f'CREATE TABLE "{table}" AS SELECT * FROM given'  # noqa: S608
            for batch in _batches(reader, select(table), BATCH * 16):
                database.register("given", pa.Table.from_batches([batch]))
                database.execute(put).fetchall()
                database.unregister("given")
                put = f'INSERT INTO "{table}" SELECT * FROM given'  # noqa: S608
                count += batch.num_rows
        database.execute("CHECKPOINT").fetchall()
    return count


@contextmanager
def _written(path: Path) -> Iterator[None]:
    """Name the errors of writing: LedgerError."""
    try:
        yield
    except duckdb.Error as error:
        first = next(iter(str(error).splitlines()), type(error).__name__)[:200]
        hint = "Check permissions and space."
        raise LedgerError(str(path.parent), f"cannot be written: {first}.", hint) from error
