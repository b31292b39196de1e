"""What somebody who judges needs of a ledger: events as they were read, and the least certain ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import filters
from dragoman.ledger.judgements import LONGEST, BadJudgementError, Judgement, of_row, parsed
from dragoman.ledger.pieces import events_of
from dragoman.ledger.query import Reader
from dragoman.ledger.rows import Plain

_READ = """
    WITH wanted AS (SELECT unnest($reports::VARCHAR[]) AS report_id, unnest($ids::VARCHAR[]) AS id)
    SELECT report_id, id, type, status, start, "end", trigger_start, trigger_end, actors AS actor,
        recipients AS recipient, evidence
    FROM raw_events SEMI JOIN wanted USING (report_id, id) SEMI JOIN current_readings USING (reading_id)
"""
_KNOWN = """
    SELECT * REPLACE (made AT TIME ZONE 'UTC' AS made, NULL AS entered) FROM known_judgements
    ORDER BY made, id
"""
# A judgement holds for near-copies, too: each event is asked about once.
_UNJUDGED = """
    SELECT id, confidence, stance, speaker, speaker_code FROM events_told AS e
    WHERE verdict IS NULL AND confidence IS NOT NULL AND {where}
    QUALIFY row_number() OVER (
        PARTITION BY text_id, type, status, evidence, actors, recipients ORDER BY published, report_id, id
    ) = 1
    ORDER BY confidence, id LIMIT $most
"""
_MENTIONED = """
    SELECT DISTINCT code FROM (
        SELECT code, report_id, start, "end" FROM mentions
        UNION ALL SELECT code, report_id, start, "end" FROM parties
        UNION ALL SELECT speaker_code, report_id, speaker_start, speaker_end FROM claims
    )
    WHERE code IS NOT NULL AND report_id = $report AND start = $start AND "end" = $end
"""
_CODED = """
    SELECT count(*) FROM (SELECT 1 FROM parties WHERE code = $code UNION ALL SELECT 1 FROM mentions WHERE code = $code)
"""
_CHARACTERS = re.compile(r"(report-[0-9a-f]{16})/(\d{1,9})-(\d{1,9})")
#: How far in the future the time of a judgement may lie: clocks go wrong, and zones are mistaken.
AHEAD = timedelta(days=1)


@dataclass(slots=True)
class Replayed:
    """What became of the lines of a file."""

    seen: int = 0
    added: int = 0
    already: int = 0  #: are in the ledger, or twice in the file
    refused: list[tuple[int, str]] = field(default_factory=list)  #: line, from 1, and reason

    def to_dict(self) -> Plain:
        """Plain JSON values."""
        return {
            "seen": self.seen,
            "added": self.added,
            "already": self.already,
            "refused": [{"line": line, "reason": reason} for line, reason in self.refused],
        }


def as_read(reader: Reader, ids: Iterable[str]) -> dict[str, Plain]:
    """Return events as judgements name them, by id; those that are not there are left out.

    Args:
        ids: as in the column "id" of events, also of those that are rejected.
    Raises: LedgerError if the ledger cannot be read.
    """
    wanted = [one.split("/", 1) for one in dict.fromkeys(ids) if "/" in one]
    values = {"reports": [report for report, _ in wanted], "ids": [one for _, one in wanted]}
    found = reader.dicts(_READ, values) if wanted else []
    return {f"{event['report_id']}/{event['id']}": event for event in found}


def unjudged(reader: Reader, wanted: Mapping[str, Any], *, most: int) -> list[Plain]:
    """Return events that nobody has judged, the least certain first.

    Returns: as ``pieces.events_of``, each with ``stance``, ``speaker`` and ``speaker_code`` of the
        claim that carries it; one of those that near-copies say in the same words.
    Raises: LedgerError, DateError: what was asked is not understood.
    """
    where, values = filters.conditions("events", wanted)
    rows = reader.dicts(_UNJUDGED.format(where=where), values | {"most": most})
    pieces = {one["event_id"]: one for one in events_of(reader, [row["id"] for row in rows])}
    voices = ("stance", "speaker", "speaker_code")
    return [pieces[row["id"]] | {key: row[key] for key in voices} for row in rows]


def mention(reader: Reader, subject: str) -> tuple[Plain, str]:
    """Return the mention that ``report-…/12-20`` names, and the code that it is read as.

    Raises: LedgerError if it names none.
    """
    found = _CHARACTERS.fullmatch(subject)
    hint = "Write report-…/START-END: characters of a mention or a party."
    if not found:
        raise LedgerError(subject, "names no characters of a report.", hint)
    report, start, end = found[1], int(found[2]), int(found[3])
    place = {"report": report, "start": start, "end": end}
    codes = [code for (code,) in reader.rows_of(_MENTIONED, place)]
    if len(codes) != 1:
        reason = "is read as nobody." if not codes else f"is read as {' and '.join(sorted(codes))}."
        raise LedgerError(subject, reason, hint)
    text = "SELECT text FROM reports WHERE report_id = $report"
    ((words,),) = reader.rows_of(text, {"report": report})
    return {"report_id": report, "start": start, "end": end, "text": words[start:end]}, codes[0]


def is_coded(reader: Reader, code: str) -> bool:
    """Whether an actor of the ledger has that code."""
    ((count,),) = reader.rows_of(_CODED, {"code": code})
    return bool(count)


def judgements(reader: Reader) -> list[Judgement]:
    """Return all judgements, in order of time.

    Raises: LedgerError if the ledger cannot be read.
    """
    return [of_row(row) for row in reader.dicts(_KNOWN)]


def from_file(path: Path, known: Iterable[str], done: Replayed) -> Iterator[Judgement]:
    """Yield the judgements of a file that are not known; tell *done* what became of each line.

    Args:
        path: a judgements.jsonl.
        known: ids of judgements.
    Raises: LedgerError if the file cannot be read.
    """
    ids, latest = set(known), datetime.now(UTC) + AHEAD
    for number, line in _lines(path):
        done.seen += 1
        try:
            one = parsed(_text(line))
            if one.made > latest:
                raise BadJudgementError(f"made is {one.made.isoformat()}, which is still to come.")
        except BadJudgementError as error:
            done.refused.append((number, str(error)))
            continue
        if one.id in ids:
            done.already += 1
            continue
        ids.add(one.id)
        done.added += 1
        yield one


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, by number; of one that is too long, its beginning."""
    most = 4 * LONGEST + 2
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(most):
                number += 1
                rest = line
                while len(rest) == most and not rest.endswith(b"\n"):
                    rest = file.readline(most)
                if line.strip():
                    yield number, line
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}."
        raise LedgerError(str(path), reason, "Check path and permissions.") from error


def _text(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadJudgementError("is no UTF-8.") from None
