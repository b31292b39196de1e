# From the rows of a table to reports of a ledger.
# Rule 1: rows that were coded from one document are one report, and so is a row whose document
#   nobody names. Its text has a line for each row; the event stands in that line, so that it can
#   be traced to characters as any other. Name and place of the file are the report's name, with
#   the numbers of its lines in the order of the text.
# Rule 2: the text holds what the row says and nothing of where it stood: the same rows in another
#   file are the same report, and entered once.
# Rule 3: what these tables do not say stays unknown: confidence, status by voice, claims. All
#   that they code they code as having happened.
"""Reports made of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.settings import HISTORICAL_AFTER_DAYS
from dragoman.events.event import QUADS
from dragoman.events.senses import score_of
from dragoman.ledger.entry import Entry
from dragoman.ledger.imports.actors import Side
from dragoman.ledger.imports.table import Event

Plain = dict[str, Any]
#: Rows of one report.
MOST_ROWS = 200
_BETWEEN = " | "
_NOBODY = "–"
_EMPTY = (
    "claims", "transfers", "agreements", "relations", "times", "mentions", "noise", "skipped",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One event of a table, and the number of its line."""

    line: int
    event: Event


def entries(title: str, name: str, sha256: str, found: Iterable[Found]) -> Iterator[Entry]:
    """Yield a report for each document of *found*, with its rows in their order.

    Args:
        title: of the table.
        name: of the file.
        sha256: of the file's bytes.
        found: of one block of the file.
    """
    documents: dict[tuple[Any, ...], list[Found]] = {}
    for one in found:
        event = one.event
        key = (event.document or ("row", event.id), event.published, event.outlet, event.url)
        documents.setdefault(key, []).append(one)
    for rows in documents.values():
        for start in range(0, len(rows), MOST_ROWS):
            yield _entry(title, name, sha256, rows[start : start + MOST_ROWS])


def _entry(title: str, name: str, sha256: str, rows: list[Found]) -> Entry:
    first = rows[0].event
    text = f"{title}, {_flat(first.document)}" if first.document else title
    events: list[Plain] = []
    for one in rows:
        text += "\n"
        line, event = _line(one.event, len(text), len(events), one.line)
        text += line
        events.append(event)
    return Entry(
        name=f"{name}:{','.join(str(one.line) for one in rows)}",
        text=text,
        reading={
            "published": first.published.isoformat() if first.published else None,
            "outlet": first.outlet,
            "url": first.url,
            "events": events,
            **{part: [] for part in _EMPTY},
        },
        title=f"{title}: {len(rows)} rows" if len(rows) > 1 else f"{title}: 1 row",
        dated_by=title if first.published else None,
        source_sha256=sha256,
        record=rows[0].line,
    )


def _line(event: Event, at: int, position: int, row: int) -> tuple[str, Plain]:
    """The line of a row, which begins at character *at* of the text, and its event."""
    day = event.day.isoformat()
    line = f"{_flat(event.id)}{_BETWEEN}{day}{_BETWEEN}"
    sides: list[list[Plain]] = []
    trigger: Plain = {}
    for number, parties in enumerate((event.actor, event.recipient)):
        if number:
            start = at + len(line)
            line += _flat(event.label)
            trigger = {"text": _flat(event.label), "start": start, "end": at + len(line)}
            line += _BETWEEN
        made: list[Plain] = []
        for side in parties:
            words = _flat(side.text)
            line += ", " if made else ""
            made.append(_party(side, words, at + len(line)))
            line += words
        line += (_NOBODY if not parties else "") + _BETWEEN
        sides.append(made)
    line = line + _flat(event.location) if event.location else line.removesuffix(_BETWEEN)
    return line, {
        "id": content_id("event", position, event.id, event.type),
        "type": event.type, "mode": event.mode, "contexts": list(event.contexts),
        "quad": QUADS[event.type], "score": score_of(event.type, event.mode),
        "actor": sides[0], "recipient": sides[1], "status": "actual",
        "historical": _historical(event.day, event.published), "date": day,
        "date_precision": "day", "location": event.location, "trigger": trigger,
        "evidence": line, "start": at, "end": at + len(line), "rule": event.rule,
        "confidence": None, "claim_id": None, "reciprocal": False,
        "row": {"line": row, "id": event.id, **event.kept},
    }  # fmt: skip


def _party(side: Side, words: str, start: int) -> Plain:
    return {
        "text": words, "start": start, "end": start + len(words), "name": side.name,
        "code": side.code, "country": side.country, "sector": side.sector,
    }  # fmt: skip


def _historical(day: date, published: date | None) -> bool:
    return published is not None and (published - day).days > HISTORICAL_AFTER_DAYS


def _flat(text: str | None) -> str:
    """One line, and nothing that no file can hold."""
    if not text or (text.isprintable() and text.isascii() and "  " not in text):
        return (text or "").strip()
    return " ".join(text.split()).encode("utf-8", "replace").decode("utf-8")
