# Rule 1: a verdict becomes a row when it is given, not when a session ends: nothing that somebody
#   decided is lost.
# Rule 2: to judge does not open the ledger anew: events that unjudged() gave are known as they were
#   read, so that a key that is pressed costs one small write, however large the ledger is.
"""Judgements of a ledger: give them, list them, take them back, replay them."""

from __future__ import annotations

import getpass
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import filters, review
from dragoman.ledger.enter import Writer
from dragoman.ledger.judgements import (
    CHANGES,
    VERDICTS,
    BadJudgementError,
    checked,
    standing,
)
from dragoman.ledger.query import Reader, Rows
from dragoman.ledger.verdicts import merges

Plain = dict[str, Any]
Day = date | str | None
Words = str | Sequence[str] | None
#: Judgements of a file that are written at a time.
BATCH = 5000
#: Events that are looked through where nobody says how many.
MOST = 200
_ORDER = "SELECT * FROM judgements WHERE {where} ORDER BY made DESC, id"


class Judging:
    """Verdicts on events and actors, kept for ever and applied when the ledger is read."""

    _reader: Reader

    def __init__(self) -> None:
        self._read: dict[str, Plain] = {}  # events as they were read, by id
        self._given: set[str] = set()  # ids of judgements made here
        self._latest: datetime | None = None

    def _writing(self) -> Writer:
        raise NotImplementedError  # the ledger has it

    def judge(
        self,
        subject: str | Mapping[str, Any],
        verdict: str,
        *,
        why: str | None = None,
        by: str | None = None,
        type: str | None = None,  # noqa: A002
        mode: str | None = None,
        status: str | None = None,
        actor: Words = None,
        recipient: Words = None,
        into: str | None = None,
    ) -> Plain:
        """Judge an event or an actor; return the judgement as its line in judgements.jsonl.

        Args:
            subject: an event, its id or a row that has it (accept, reject, correct); a code (merge);
                characters of a mention, ``"report-…/12-20"`` (split); any of these, or the id of a judgement (undo:
                takes back the newest that holds).
            verdict: "accept", "reject", "correct", "merge", "split" or "undo".
            why: a reason, for those who read it later.
            by: who judges; the name of the user of this computer where nothing is said.
            type, mode, status, actor, recipient: what is right (correct); *mode* ``""`` is none,
                *actor* and *recipient* are all codes of that side.
            into: the code that it is (merge); the one that is meant, None for nobody known (split).
        Raises: LedgerError if the subject is not there, the verdict does not fit it, or the ledger
            cannot be written.
        """
        if not isinstance(subject, str):
            subject = str(subject.get("event_id") or subject.get("id"))
        said = {
            "type": type, "mode": mode, "status": status, "actor": actor, "recipient": recipient,
            "into": into,
        }  # fmt: skip
        given = {key: value for key, value in said.items() if value is not None}
        writer = self._writing()
        value: Plain = {"verdict": verdict, "by": by or _user(), "why": why, "made": self._now()}
        try:
            one = checked(value | self._about(subject, verdict, given))
        except BadJudgementError as error:
            raise LedgerError(subject, f"cannot be judged so: {error}") from error
        writer.judge([one])
        self._given.add(one.id)
        self._latest = one.made
        return one.line()

    def judgements(
        self,
        subject: str | None = None,
        *,
        verdict: Words = None,
        by: str | None = None,
        limit: int | None = None,
    ) -> Rows:
        """Return all judgements, the newest first; columns as docs/reference/judgements.md says.

        Args:
            subject: only those about this event, code, mention or judgement.
            verdict: only these.
            by: only of this person.
        Raises: LedgerError if a verdict is none.
        """
        clauses = ["true"]
        values: Plain = {}
        if subject is not None:
            clauses.append("$subject IN (subject, event_id)")
            values["subject"] = subject
        if verdict is not None:
            clauses.append("list_contains($verdict, verdict)")
            values["verdict"] = filters.words("verdict", verdict, tuple(VERDICTS))
        if by is not None:
            clauses.append('"by" = $by')
            values["by"] = by
        return self._reader.run(_ORDER.format(where=" AND ".join(clauses)), values, limit)

    def replay(self, path: Path | str) -> review.Replayed:
        """Add the judgements of a file that are not here yet; return what became of its lines.

        Safe to repeat. A line that says something no ledger can use is refused, and the rest goes on.

        Args:
            path: a judgements.jsonl, as ``export("judgements", …)`` writes it.
        Raises: LedgerError if the file cannot be read or the ledger cannot be written.
        """
        writer, done = self._writing(), review.Replayed()
        known = [one.id for one in review.judgements(self._reader)]
        found = review.from_file(Path(path), known, done)
        while batch := list(islice(found, BATCH)):
            writer.judge(batch)
        return done

    def unjudged(
        self,
        actor: str | None = None,
        recipient: str | None = None,
        *,
        pair: tuple[str, str] | None = None,
        type: Words = None,  # noqa: A002
        status: Words = None,
        outlet: str | None = None,
        since: Day = None,
        until: Day = None,
        limit: int = MOST,
    ) -> list[Plain]:
        """Return events that nobody has judged, the least certain first.

        Filters are those of ``events()``.

        Returns: events by the schema of a reading, each with its ``event_id`` in the ledger, its
            ``sentence``, its report, and who says it (``stance``, ``speaker``, ``speaker_code``).
        Raises: LedgerError, DateError: what was asked is not understood.
        """
        wanted = {
            "actor": actor, "recipient": recipient, "pair": pair, "type": type, "status": status,
            "outlet": outlet, "since": since, "until": until,
        }  # fmt: skip
        found = review.unjudged(self._reader, wanted, most=limit)
        self._read |= review.as_read(self._reader, [one["event_id"] for one in found])
        return found

    def _about(self, subject: str, verdict: str, given: Plain) -> Plain:
        """What a line says beside who, when and why."""
        known = {"correct": CHANGES, "merge": ("into",), "split": ("into",)}.get(verdict, ())
        for key in given:
            if key not in known:
                raise BadJudgementError(f"{key} says nothing beside {verdict}.")
        if verdict == "undo":
            return {"of": self._newest_of(subject)}
        if verdict == "merge":
            return self._merge(filters.code(subject), filters.code(given.get("into", "")))
        if verdict == "split":
            place, code = review.mention(self._reader, subject)
            into = filters.code(given["into"]) if given.get("into") else None
            return {"mention": place, "code": code, "into": into}
        if verdict not in VERDICTS:
            return {}
        event = {"event": self._event(subject)}
        return event | {"change": _change(given)} if verdict == "correct" else event

    def _event(self, identity: str) -> Plain:
        """An event as it was read.

        Raises: LedgerError if it is not there.
        """
        if identity not in self._read:
            self._read |= review.as_read(self._reader, [identity])
        if identity not in self._read:
            hint = "Take an id from the column id of events."
            raise LedgerError(identity, "is no event of this ledger.", hint)
        return self._read[identity]

    def _merge(self, code: str, into: str) -> Plain:
        """Raises: LedgerError if nobody has the code, or the other one is this one already."""
        known = merges(standing(review.judgements(self._reader)))
        if code not in known and not review.is_coded(self._reader, code):
            raise LedgerError(code, "is no actor of this ledger.", "See dragoman actors.")
        if known.get(into, into) == code:
            raise LedgerError(f"{code} and {into}", "are one already.", "Undo that merge first.")
        return {"code": code, "into": into}

    def _newest_of(self, subject: str) -> str:
        """The newest judgement that holds of *subject*.

        Raises: LedgerError if there is none.
        """
        if subject in self._given:
            return subject
        made = review.judgements(self._reader)
        if subject in {one.id for one in made}:
            return subject
        now = "SELECT id FROM judgements WHERE event_id = $subject"
        own = {one for (one,) in self._reader.rows_of(now, {"subject": subject})}
        for one in standing(made):
            if one.subject == subject or one.id in own:
                return one.id
        raise LedgerError(
            subject, "has no judgement that could be undone.", "See dragoman judge --given."
        )

    def _now(self) -> str:
        """This moment; later than any judgement, also where a clock was set back."""
        if self._latest is None:
            made = review.judgements(self._reader)
            self._latest = made[-1].made if made else datetime.min.replace(tzinfo=UTC)
        self._latest = max(datetime.now(UTC), self._latest + timedelta(microseconds=1))
        return self._latest.isoformat()


def _change(given: Plain) -> Plain:
    """What is right, as a line says it: words of the almanac in its case, codes in capitals."""
    made: Plain = {}
    for key, value in given.items():
        if key in ("actor", "recipient"):
            codes = [value] if isinstance(value, str) else value
            made[key] = [filters.code(code) for code in codes if code]
        elif key == "type":
            made[key] = str(value).upper()
        else:
            made[key] = value or None
    return made


def _user() -> str:
    """The name of the user of this computer."""
    try:
        return getpass.getuser() or "unknown"
    except (OSError, KeyError, ImportError):
        return "unknown"
