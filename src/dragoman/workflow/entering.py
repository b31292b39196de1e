# What goes into a ledger, and what is written out of it. Each call is handed to the module that knows; what
# reads, imports or exports is loaded when it is called, so that asking starts fast.
"""What a ledger takes in and gives out: reports, tables of others, files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.ledger import filters
from dragoman.ledger.enter import Writer
from dragoman.ledger.query import Reader

if TYPE_CHECKING:
    from dragoman.workflow.run import Summary, Watch

Day = date | str | None


class Entering:
    """Reports and tables that are entered; files that are written; small files put together."""

    _reader: Reader

    def _writing(self) -> Writer:
        raise NotImplementedError  # the ledger has it

    def add(
        self,
        paths: Path | str | Iterable[Path | str],
        *,
        published: Day = None,
        outlet: str | None = None,
        watch: Watch | None = None,
    ) -> Summary:
        """Read reports and enter them. Safe to repeat, and to go on with after a stop.

        Args:
            paths: files, folders and addresses, as gather() takes them, or one of them.
            published, outlet: for reports that do not say it themselves.
            watch: called after each report with the summary so far.
        Returns: what was read, what was there already, and what was refused and why.
        Raises: LedgerError if the ledger cannot be written; what was entered is kept.
        """
        from dragoman.archive.gather import gather
        from dragoman.workflow.run import Fill, add_reports

        several = [paths] if isinstance(paths, str | Path) else list(paths)
        fill = Fill(published=filters.day(published) if published else None, outlet=outlet)
        found = gather(several)
        return add_reports(self._writing(), self._reader, found, fill=fill, watch=watch)

    def reread(self, *, everything: bool = False) -> Summary:
        """Read again what an older model, almanac or version has read.

        The old readings stay: ``at()`` shows them.

        Args:
            everything: also what was read by the same versions.
        Raises: LedgerError if the ledger cannot be written.
        """
        from dragoman.workflow.run import read_again

        return read_again(self._writing(), self._reader, everything=everything)

    def import_table(self, format: str, path: Path | str) -> dict[str, Any]:  # noqa: A002
        """Enter the event table of another project; return what became of its rows.

        Args:
            format: "gdelt", "polecat", "icews" or "phoenix" (docs/reference/exchange.md).
            path: the table.
        Raises: LedgerError if it cannot be read, or the ledger cannot be written.
        """
        from dragoman import __version__
        from dragoman.ledger.imports.load import import_table

        done = import_table(self._writing(), self._reader, format, path, code=__version__)
        return done.to_dict()

    def export(
        self,
        format: str,  # noqa: A002
        path: Path | str,
        *,
        table: str | None = None,
        force: bool = False,
    ) -> int:
        """Write the ledger as one file that others read; return how many rows.

        Args:
            format: as ``dragoman export --help`` lists them (docs/reference/exchange.md).
            path: the file; it must not be there, unless *force*.
            table: for formats of one table, which.
        Raises: LedgerError if the format is not known or the file cannot be written.
        """
        from dragoman.views.exchange.export import export

        return export(self._reader, format, path, table=table, force=force)

    def compact(self, *, forget_days: int | None = None) -> int:
        """Put small files together; return how many fewer there are. Readers may go on.

        Then what questions about everything need is worked out and kept (folder "derived") for this
        state; of a later one, only what its new reports and judgements touch. It can be deleted at any time.

        Args:
            forget_days: delete files that were replaced longer ago, at least 7 days; without
                it nothing is deleted. Days of :meth:`at` are not touched; versions may be.
        Raises: LedgerError if the ledger cannot be written.
        """
        fewer = self._writing().compact(least_files=2, forget_days=forget_days)
        self._reader.keep()
        return fewer
