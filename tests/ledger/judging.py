"""Judgements by hand, for tests that judge."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.judgements import Judgement, checked
from ledger.synthetic import Plain

NOON = datetime(2024, 5, 3, 12, tzinfo=UTC)


def as_read(entry: Entry, number: int) -> Plain:
    """The event of that number as a judgement names it."""
    event = entry.reading["events"][number]
    plain = {key: event[key] for key in ("id", "type", "status", "start", "end", "evidence")}
    sides = {side: [p["code"] for p in event[side] if p["code"]] for side in ("actor", "recipient")}
    trigger = {f"trigger_{key}": event["trigger"][key] for key in ("start", "end")}
    return {"report_id": entry.id, **plain, **sides, **trigger}


def verdict(word: str, *, minutes: int = 0, by: str = "anna", **more: Any) -> Judgement:
    """A judgement, so many *minutes* after noon."""
    made = (NOON + timedelta(minutes=minutes)).isoformat()
    return checked({"verdict": word, "by": by, "made": made, "why": None, **more})


def on(word: str, entry: Entry, number: int, minutes: int = 0, **change: Any) -> Judgement:
    """A verdict on one event of a report."""
    more: Plain = {"event": as_read(entry, number)}
    if change:
        more["change"] = change
    return verdict(word, minutes=minutes, **more)


def judge(folder: Path, *judgements: Judgement) -> None:
    """Add these to a ledger."""
    Writer(open_folder(folder)).judge(judgements)
