# Run by test_faults.py with failing.c loaded: enters a batch again and again, and each time the next
# call to the disk fails. One process, since starting one takes longer than all else.
"""Print what became of a ledger after each failure, as JSON."""

from __future__ import annotations

import ctypes
import json
import shutil
import sys
from pathlib import Path

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.query import Reader
from ledger.synthetic import VERSIONS, Plain, event, ledger, party, told


def main(scratch: Path, error: int, *, ever: bool) -> None:
    """Fail at call 1, 2, … of all that a batch makes."""
    failing = ctypes.CDLL(None)
    sound = scratch / "sound"
    ledger(sound, report(0))
    outcomes = []
    calls = attempt(failing, sound, scratch / "at-none", 0, error)["calls"]
    for at in range(1, calls + 1):
        outcomes.append(attempt(failing, sound, scratch / f"at-{at}", at, error, ever=ever))
    print(json.dumps({"calls": calls, "told": outcomes}))


def attempt(
    failing: ctypes.CDLL, sound: Path, folder: Path, at: int, error: int, *, ever: bool = False
) -> Plain:
    """Enter a batch in a copy of a ledger; what was there after a failure, and after a second try."""
    shutil.copytree(sound, folder)
    writer = Writer(folder)
    run = writer.start_run(VERSIONS)
    failing.failing_arm(str(folder).encode(), at, error, int(ever))
    refused = None
    try:
        writer.enter([report(1), report(2)], run)
    except LedgerError as caught:
        refused = str(caught)
    calls = failing.failing_disarm()
    after = counted(folder)
    writer.enter([report(1), report(2)], run)
    again = counted(folder)
    shutil.rmtree(folder)
    return {"at": at, "calls": calls, "refused": refused, "after": after, "again": again}


def report(number: int) -> Entry:
    """A report of one event; it has rows in four tables."""
    text = f"Iran armed Iraq on Monday. Wire {number}."
    iran, iraq = party(text, "Iran", "IRN"), party(text, "Iraq", "IRQ")
    return told(text, event(text, "Iran armed Iraq", actor=[iran], recipient=[iraq]))


def counted(folder: Path) -> list[int]:
    """Reports, and events and acts of them."""
    reader = Reader(folder)
    views = ("reports", "events", "acts")
    return [reader.rows_of(f"SELECT count(*) FROM {view}")[0][0] for view in views]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), ever=sys.argv[3] == "ever")
