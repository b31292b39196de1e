# The object that dragoman.open() returns. One method is one command of the command line;
# each calls the folder that knows: ledger/ for what was entered; relations/ and structure/ for
# what follows from it, in standing.py.
"""A ledger of readings, opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import filters
from dragoman.ledger.derived import WITHIN
from dragoman.ledger.disputes import Dispute, find_disputes
from dragoman.ledger.enter import Writer
from dragoman.ledger.faults import told
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Connection, Reader, Rows, plain_rows
from dragoman.ledger.trace import Trace, trace
from dragoman.relations.kept import kept
from dragoman.workflow.judging import Judging
from dragoman.workflow.standing import Standing

if TYPE_CHECKING:
    from dragoman.workflow.run import Summary, Watch

Day = date | str | None
Words = str | Sequence[str] | None
Pair = tuple[str, str] | None


def open(path: Path | str, *, make: bool = True) -> Ledger:  # noqa: A001
    """Open a ledger: a folder, made if it is not there.

    Args:
        path: the folder.
        make: False to open only what is there.
    Raises: LedgerError if the folder is no ledger, or one of a newer Dragoman.
    """
    return Ledger(open_folder(Path(path), make=make))


class Ledger(Judging, Standing):
    """Everything that was read, kept in one folder.

    Questions answer with DuckDB relations: ``.df()``, ``.pl()``, ``.arrow()``, ``.fetchall()``,
    or more SQL; what follows from all acts (:meth:`why`, :meth:`blocs`, …) with objects that have
    ``to_dict()``. They share their filters: *actor* and *recipient* are codes (``"IRN"`` also
    finds ``"IRN-MIL"``), *pair* two codes in either direction, *type* and *status* a word or
    several, *outlet* a name, *since* and *until* days (``"2022"``, ``"2022-01"``,
    ``"2022-01-05"``), both included. None is no filter. What is not understood is a LedgerError
    or a DateError. One thread at a time.
    """

    def __init__(
        self, folder: Path, at: date | datetime | int | None = None, *, judged: bool = True
    ) -> None:
        """Take the path of a sound ledger; see :func:`open`, :meth:`at` and :meth:`as_read`."""
        Standing.__init__(self, Reader(folder, at, judged=judged, derived=kept()))
        Judging.__init__(self)
        self.folder = folder
        self._at = at
        self._judged = judged
        self._writer: Writer | None = None

    def __repr__(self) -> str:
        when = f" at {self._at}" if self._at is not None else ""
        return f"Ledger({str(self.folder)!r}{when}{'' if self._judged else ' as read'})"

    # --- what goes in -----------------------------------------------------------------
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

        Then what questions about everything need is worked out and kept (folder "derived"),
        until something is added. It can be deleted at any time.

        Args:
            forget_days: delete files that were replaced longer ago, at least 7 days; without
                it nothing is deleted. Days of :meth:`at` are not touched; versions may be.
        Raises: LedgerError if the ledger cannot be written.
        """
        fewer = self._writing().compact(least_files=2, forget_days=forget_days)
        self._reader.keep()
        return fewer

    def at(self, when: date | str | int) -> Ledger:
        """Return the ledger as it was: at the end of a day (UTC), at a moment, or at a version.

        What was entered or read again later is not seen. Nothing can be added to it.

        Raises: DateError if *when* is no day.
        """
        moment = filters.moment(when) if isinstance(when, str) else when
        return Ledger(self.folder, moment, judged=self._judged)

    def as_read(self) -> Ledger:
        """Return the ledger as it was read, without a judgement applied: rejected events too."""
        return Ledger(self.folder, self._at, judged=False)

    def _writing(self) -> Writer:
        if self._at is not None:
            hint = "Open the ledger itself: dragoman.open(…)."
            raise LedgerError(str(self.folder), "is an older state, which stays as it is.", hint)
        if self._writer is None:
            self._writer = Writer(self.folder)
        return self._writer

    # --- what was read ----------------------------------------------------------------
    def events(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        *,
        pair: Pair = None,
        type: Words = None,  # noqa: A002
        status: Words = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return what is said to have happened, in order of date.

        Days are those of the event, of publication where it has none (column "happened").
        """
        wanted = _wanted(actor, recipient, pair, type, status, outlet, since, until)
        return self._reader.ask("events", wanted, limit=limit)

    def claims(
        self,
        speaker: str | None = None,
        stance: Words = None,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        pair: Pair = None,
        type: Words = None,  # noqa: A002
        status: Words = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return who says what, by day of publication.

        *actor* to *status* ask for claims that carry such an event.
        """
        wanted = _wanted(actor, recipient, pair, type, status, outlet, since, until)
        wanted |= {"speaker": speaker, "stance": stance}
        return self._reader.ask("claims", wanted, limit=limit)

    def transfers(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        *,
        pair: Pair = None,
        type: Words = None,  # noqa: A002
        status: Words = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return what passes from whom (*actor*) to whom; *type* is the class ("arms")."""
        wanted = _wanted(actor, recipient, pair, type, status, outlet, since, until)
        return self._reader.ask("transfers", wanted, limit=limit)

    def agreements(
        self,
        actor: str | None = None,
        *,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return pacts, with who joins, leaves and talks about them; *actor* is one of these."""
        wanted = {"actor": actor, "outlet": outlet, "since": since, "until": until}
        return self._reader.ask("agreements", wanted, limit=limit)

    def timeline(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        *,
        pair: Pair = None,
        type: Words = None,  # noqa: A002
        status: Words = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return the events that have a date of their own, in its order."""
        wanted = _wanted(actor, recipient, pair, type, status, outlet, since, until)
        return self._reader.timeline(wanted, limit=limit)

    def actors(
        self,
        *,
        actor: str | None = None,
        recipient: str | None = None,
        pair: Pair = None,
        type: Words = None,  # noqa: A002
        status: Words = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return who acts and who is acted on: in how many events, and these in how many reports,
        independent texts and happenings.
        """
        wanted = _wanted(actor, recipient, pair, type, status, outlet, since, until)
        return self._reader.actors(wanted, limit=limit)

    def search(
        self,
        text: str,
        *,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return the reports that hold all words of *text*, the newest first.

        ``"in quotes"`` is looked for as it stands; case and accents count for nothing.
        """
        wanted = {"outlet": outlet, "since": since, "until": until}
        return self._reader.search(text, wanted, limit=limit)

    def copies(
        self,
        *,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int | None = None,
    ) -> Rows:
        """Return the texts that several reports carry, the most copied first.

        Filters choose texts of which one report fits; all its reports are counted.

        Returns: columns text_id, reports (how many), outlets, first_day, last_day, title (of the
            first report, else how it begins), first_report, report_ids (by day).
        """
        wanted = {"outlet": outlet, "since": since, "until": until}
        return self._reader.copies(wanted, limit=limit)

    def disputes(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        *,
        pair: Pair = None,
        type: Words = None,  # noqa: A002
        since: Day = None,
        until: Day = None,
        within: int = WITHIN,
    ) -> list[Dispute]:
        """Return what some say happened and others deny, the most reported first.

        Args:
            within: days that two accounts of one happening may lie apart.
        """
        wanted = _wanted(actor, recipient, pair, type, None, None, since, until)
        return find_disputes(self._reader, wanted, within)

    def trace(self, id: str) -> Trace:  # noqa: A002
        """Follow an event, claim, transfer or agreement back to the characters that show it.

        Raises: LedgerError if the ledger has nothing of that id.
        """
        return trace(self._reader, id)

    def reading(self, report_id: str) -> dict[str, Any]:
        """Return everything read from one report, by the schema of a reading.

        Raises: LedgerError if there is no such report.
        """
        return self._reader.reading(report_id)

    # --- for what follows from it -----------------------------------------------------
    def connection(self) -> Connection:
        """Return a DuckDB connection with every view of the ledger, "acts" among them.

        The same one while nothing is added; it reads these files and no others.
        """
        return self._reader.connection()

    def rows(self, relation: Rows) -> list[dict[str, Any]]:
        """The rows of a result as dicts.

        Raises: LedgerError if a file of the ledger cannot be read.
        """
        with told(self.folder):
            return plain_rows(relation)


def _wanted(
    actor: str | None,
    recipient: str | None,
    pair: Pair,
    type: Words,  # noqa: A002
    status: Words,
    outlet: str | None,
    since: Day,
    until: Day,
) -> dict[str, Any]:
    return {
        "actor": actor,
        "recipient": recipient,
        "pair": pair,
        "type": type,
        "status": status,
        "outlet": outlet,
        "since": since,
        "until": until,
    }
