# The object that dragoman.open() returns. One method is one command of the command line: what goes in
# (entering.py), what was read (asking.py), what people say of it (judging.py), what follows from
# it (standing.py). Here is what they share: the folder, the moment, who reads and who writes.
"""A ledger of readings, opened."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import filters
from dragoman.ledger.enter import Writer
from dragoman.ledger.faults import told
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Connection, Reader, Rows, plain_rows
from dragoman.relations.kept import kept
from dragoman.workflow.asking import Asking
from dragoman.workflow.entering import Entering
from dragoman.workflow.judging import Judging
from dragoman.workflow.standing import Standing


def open(path: Path | str, *, make: bool = True) -> Ledger:  # noqa: A001
    """Open a ledger: a folder, made if it is not there.

    Args:
        path: the folder.
        make: False to open only what is there.
    Raises: LedgerError if the folder is no ledger, or one of a newer Dragoman.
    """
    return Ledger(open_folder(Path(path), make=make))


class Ledger(Entering, Asking, Judging, Standing):
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
