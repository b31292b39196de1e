# Many reports into a ledger: gather → read → enter, a batch at a time.
# Rule 1: what is in the ledger is not read again. A run that was cut off is finished by the
#   same command: each batch is in the ledger whole or not at all.
# Rule 2: nothing is dropped silently: seen = read + already + refused, and this is checked.
# Rule 3: a report's own words go before what the user says of it.
"""Read reports and enter them in a ledger."""

from __future__ import annotations

import re
import time as clock
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date
from typing import Any

from dragoman.alphabet.errors import DragomanError, ReportError
from dragoman.alphabet.span import Span
from dragoman.archive.report import Report
from dragoman.body.twins import INSIDE, fingerprint
from dragoman.ledger import keys
from dragoman.ledger.copies import fresh
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.query import Reader
from dragoman.workflow.reading import Reading, read
from dragoman.workflow.versions import versions

#: Reports of one batch, which is entered whole: a commit costs the same for few as for many.
BATCH = 128
#: Seconds after which what is read is entered, full batch or not.
PATIENCE = 20.0
_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(slots=True)
class Summary:
    """What became of the reports of a run."""

    seen: int = 0
    read: int = 0
    already: int = 0  #: were in the ledger, or are the same as another of this run
    refused: list[tuple[str, str]] = field(default_factory=list)  #: name and reason
    notes: list[tuple[str, str]] = field(default_factory=list)  #: name and what was assumed
    events: int = 0
    claims: int = 0
    seconds: float = 0.0

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "seen": self.seen,
            "read": self.read,
            "already": self.already,
            "refused": [{"report": name, "reason": reason} for name, reason in self.refused],
            "notes": [{"report": name, "note": note} for name, note in self.notes],
            "events": self.events,
            "claims": self.claims,
            "seconds": round(self.seconds, 3),
        }


#: Called after each report with the summary so far.
Watch = Callable[[Summary], object]
#: What reads one report; the tests pass another.
Read = Callable[..., Reading]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """What the user says of reports that do not say it themselves."""

    published: date | None = None
    outlet: str | None = None

    def into(self, report: Report) -> Report:
        """*report* with what it does not say of itself."""
        return replace(
            report,
            published=report.published or self.published,
            outlet=report.outlet or self.outlet,
            dated_by=report.dated_by
            or ("the user" if self.published and not report.published else None),
        )


def add_reports(
    writer: Writer,
    reader: Reader,
    found: Iterable[Report | ReportError],
    *,
    fill: Fill,
    watch: Watch | None = None,
    read_one: Read = read,
) -> Summary:
    """Read what is *found* and enter it; return what became of it.

    A report is left alone if it is in the ledger, unless its day of publication was unknown
    and is known now: then it is read again, and the new reading takes the old one's place.

    Args:
        found: reports, and errors that say why there is none.
        fill: day and outlet for reports that name none.
        watch: called after each report.
        read_one: reads one report.
    Raises: LedgerError if the ledger cannot be read or written; what was entered is kept.
    """
    began = clock.perf_counter()
    summary = Summary()
    run = _Run(writer, reader, summary, watch or (lambda _: None), read_one)
    for batch in _batches(found):
        run.take([item if isinstance(item, ReportError) else fill.into(item) for item in batch])
    run.close()
    summary.seconds = clock.perf_counter() - began
    if summary.seen != summary.read + summary.already + len(summary.refused):
        raise RuntimeError(f"reports were lost on the way: {summary.to_dict()}")
    return summary


def read_again(
    writer: Writer, reader: Reader, *, everything: bool = False, read_one: Read = read
) -> Summary:
    """Read again what another model, almanac or code has read; return what became of it.

    The older readings stay, and are seen in the state of their day.

    Args:
        everything: also what was read by the same ones.
        read_one: reads one report.
    Raises: LedgerError if the ledger cannot be read or written.
    """
    began = clock.perf_counter()
    summary = Summary()
    now = versions()
    stale = """
        SELECT r.report_id FROM reports r LEFT JOIN runs USING (run_id)
        WHERE NOT starts_with(coalesce(runs.model, ''), 'import:')  -- tables of others hold no prose
          AND ($everything OR (runs.model, runs.almanac, runs.code) IS DISTINCT FROM ($model, $almanac, $code))
        ORDER BY r.published, r.report_id
    """
    values = {
        "everything": everything,
        "model": now.model,
        "almanac": now.almanac,
        "code": now.code,
    }
    ids = [i for (i,) in reader.rows_of(stale, values)]
    run = _Run(writer, reader, summary, lambda _: None, read_one)
    for start in range(0, len(ids), BATCH):
        rows = reader.dicts(
            "SELECT * FROM reports WHERE list_contains($ids, report_id)",
            {"ids": ids[start : start + BATCH]},
        )
        run.take_again(rows)
    run.close()
    summary.seconds = clock.perf_counter() - began
    return summary


class _Run:
    """One run: what is read and not entered yet, and the counts."""

    def __init__(
        self, writer: Writer, reader: Reader, summary: Summary, watch: Watch, read_one: Read
    ) -> None:
        self._writer, self._reader = writer, reader
        self._summary, self._watch, self._read = summary, watch, read_one
        self._run_id: str | None = None
        self._made: list[Entry] = []
        self._refused: list[tuple[str, str]] = []
        self._since = clock.monotonic()

    def take(self, batch: list[Report | ReportError]) -> None:
        """Read those of a batch that are not in the ledger, and enter them."""
        reports = [item for item in batch if isinstance(item, Report)]
        known = self._reader.known([_identity(report) for report in reports]) if reports else {}
        taken: set[str] = set()
        for item in batch:
            self._summary.seen += 1
            if isinstance(item, ReportError):
                self._refuse(item.name, _reason(item))
            else:
                identity = _identity(item)
                edition, day = known.get(identity, (0, None))
                newly_dated = edition and day is None and item.published is not None
                if identity in taken or (edition and not newly_dated):
                    self._summary.already += 1
                else:
                    taken.add(identity)
                    self._take(item, edition + 1)
            self._watch(self._summary)
        self._commit()

    def take_again(self, rows: list[dict[str, Any]]) -> None:
        """Read reports of the ledger again, each as its next edition."""
        for row in rows:
            self._summary.seen += 1
            report = Report(
                name=row["name"], text=row["text"], published=row["published"],
                outlet=row["outlet"], url=row["url"], title=row["title"],
                language=row["language"], notes=tuple(row["notes"] or ()), author=row["author"],
                dated_by=row["dated_by"],
            )  # fmt: skip
            custody = {k: row[k] for k in ("source_sha256", "record", "record_offset")}
            taken = row["taken"].replace(tzinfo=UTC) if row["taken"] else None
            self._take(report, row["edition"] + 1, taken=taken, **custody)
        self._commit()

    def _take(self, report: Report, edition: int, **custody: Any) -> None:
        try:
            reading = self._read(
                report.text, published=report.published, outlet=report.outlet, url=report.url
            )
        except DragomanError as error:
            self._refuse(report.name, _reason(error))
            return
        self._made.append(replace(entry_of(report, reading), edition=edition, **custody))
        self._summary.notes += [(report.name, note) for note in report.notes]
        if clock.monotonic() - self._since > PATIENCE:
            self._commit()

    def _refuse(self, name: str, reason: str) -> None:
        self._summary.refused.append((name, reason))
        self._refused.append((name, reason))

    def _commit(self) -> None:
        if self._made:
            self._writer.enter(self._made, self._run())
            self._summary.read += len(self._made)
            for entry in self._made:
                self._summary.events += len(entry.reading["events"])
                self._summary.claims += len(entry.reading["claims"])
            self._made = []
        self._since = clock.monotonic()

    def close(self) -> None:
        """Enter what is left, with what was refused; link it to what it is a copy of; tidy up."""
        self._commit()
        if self._summary.read:
            self._writer.keep_copies(fresh(self._reader.connection()))
            self._writer.tidy()
        if self._refused:
            self._writer.refuse(self._refused, self._run())

    def _run(self) -> str:
        """The id of this run, which is noted when it first has something to enter."""
        if self._run_id is None:
            self._run_id = self._writer.start_run(versions())
        return self._run_id


def entry_of(report: Report, reading: Reading) -> Entry:
    """A report with its reading, ready to be entered."""
    custody = report.custody
    values = reading.to_dict()
    return Entry(
        name=report.name,
        text=reading.text,
        reading=values,
        title=report.title,
        author=report.author,
        language=report.language,
        dated_by=report.dated_by,
        notes=report.notes,
        source_sha256=custody.sha256 if custody else None,
        record=custody.record if custody else None,
        record_offset=custody.offset if custody else None,
        taken=custody.taken if custody else None,
        minhash=_minhash(reading.text, report.title, values),
    )


def _minhash(text: str, title: str | None, values: dict[str, Any]) -> tuple[int, ...] | None:
    """The fingerprint of a report's story, of what its reading says is no story."""
    outside = [n for n in values["noise"] if n["kind"] not in INSIDE]
    outside += [s for s in values["skipped"] if s["stage"] == "body" and s["start"] is not None]
    made = fingerprint(text, title, outside=[Span(one["start"], one["end"]) for one in outside])
    return made.packed() if made else None


def _reason(error: DragomanError) -> str:
    """Why, and what to do about it, without the name, which stands beside it."""
    reason = str(error).removesuffix(f" [{error.code}]")
    return reason.removeprefix(f"{error.name}: ") if isinstance(error, ReportError) else reason


def _identity(report: Report) -> str:
    text = _SURROGATE.sub("\ufffd", report.text)
    return keys.report_id(text, url=report.url, outlet=report.outlet)


def _batches(found: Iterable[Report | ReportError]) -> Iterator[list[Report | ReportError]]:
    batch: list[Report | ReportError] = []
    for item in found:
        batch.append(item)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
