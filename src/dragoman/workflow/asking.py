# Questions about what was read, as it was read and judged. What follows from all of it is in standing.py.
"""The questions to a ledger that its rows answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from dragoman.ledger.disputes import WITHIN, Dispute, find_disputes
from dragoman.ledger.query import Reader, Rows
from dragoman.ledger.trace import Trace, trace

Day = date | str | None
Words = str | Sequence[str] | None
Pair = tuple[str, str] | None


class Asking:
    """Events, claims, transfers, agreements, actors, texts, disputes; each back to its characters."""

    _reader: Reader

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
