# Does a ledger lose anything when the process that writes it is killed?
# Rule 1: a process enters reports made by hand and notes each batch that was acknowledged; it
#   is killed (SIGKILL) at a random moment and started again, and goes on where it stopped.
# Rule 2: after the last one everything must be there: each acknowledged report once, with all
#   its rows, and of the others all or nothing.
# Rule 3: the writers are forked from one process that has imported everything and done
#   nothing, so that the time goes into writing and not into starting.
"""Kill a writing process again and again, and look for what was lost.

python benchmarks/ledger_kills.py
python benchmarks/ledger_kills.py --times 2000 --seed 7
"""

from __future__ import annotations

import argparse
import os
import random
import select
import signal
import sys
import tempfile
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dragoman.alphabet.errors import DragomanError
from dragoman.ledger.enter import Versions, Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader

#: Reports of a batch, and events of a report.
BATCH, EVENTS = 4, 3
#: Seconds for which a writer may open the ledger.
PATIENCE = 10.0
#: Seconds after which a writer is killed, at most; on a busy machine it needs more to get far.
LONGEST = 0.5


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if anything was lost, doubled or torn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--times", type=int, default=200, help="kills (200)")
    parser.add_argument("--seed", type=int, default=0, help="of the moments (0)")
    parser.add_argument(
        "--longest", type=float, default=LONGEST, help="seconds that a writer lives at most (0.5)"
    )
    chosen = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        folder, noted = Path(scratch) / "ledger", Path(scratch) / "acknowledged"
        noted.touch()
        start = time.perf_counter()
        moments = random.Random(chosen.seed)
        killed = kill(folder, noted, chosen.times, moments, chosen.longest)
        faults = examine(folder, noted.read_text().split())
        seconds = time.perf_counter() - start
        acknowledged = len(noted.read_text().split())
    print(f"{killed} killed, {acknowledged} reports acknowledged, {seconds:.0f} s")
    for fault in faults:
        print(f"fault: {fault}")
    return 1 if faults else 0


def entry(number: int) -> Entry:
    """A report made by hand; the same number is the same report."""
    text = f"Iran sold drones to Russia. Report {number}."
    side: dict[str, Any] = {"country": None, "sector": None}
    iran = side | {"text": "Iran", "start": 0, "end": 4, "name": "Iran", "code": "IRN"}
    russia = side | {"text": "Russia", "start": 20, "end": 26, "name": "Russia", "code": "RUS"}
    events = [
        {
            "id": f"event-{n}", "type": "AID", "mode": None, "contexts": [], "quad": 2,
            "score": 10.0, "actor": [iran], "recipient": [russia], "status": "actual",
            "historical": False, "date": None, "date_precision": None, "location": None,
            "trigger": {"text": "sold", "start": 5, "end": 9}, "evidence": text[:26], "start": 0,
            "end": 26, "rule": "aid.sell-arms", "confidence": 0.8, "claim_id": None,
        }
        for n in range(EVENTS)
    ]  # fmt: skip
    empty = (
        "claims",
        "transfers",
        "agreements",
        "relations",
        "times",
        "mentions",
        "noise",
        "skipped",
    )
    reading = {"published": "2022-10-18", "outlet": None, "url": None, "events": events}
    return Entry(name=str(number), text=text, reading=reading | {part: [] for part in empty})


def kill(
    folder: Path, noted: Path, times: int, chance: random.Random, longest: float = LONGEST
) -> int:
    """Start writers and kill them; return how many were still at work."""
    # Libraries wait in threads of their own when they are imported; none holds a lock then.
    warnings.filterwarnings("ignore", message=".*multi-threaded", category=DeprecationWarning)
    killed = 0
    for _ in range(times):
        ours, theirs = os.pipe()
        child = os.fork()
        if child == 0:
            write(folder, noted, theirs)
        os.close(theirs)
        select.select([ours], [], [], PATIENCE)  # it has opened the ledger, and begins
        os.close(ours)
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        killed += os.WIFSIGNALED(status)
    return killed


def write(folder: Path, noted: Path, begun: int) -> None:
    """Enter reports that are not there yet, and note them, until killed."""
    status = 1
    try:
        writer = Writer(open_folder(folder))
        reader = Reader(folder)
        number = len(noted.read_text().split()) // BATCH * BATCH
        os.write(begun, b".")
        run = writer.start_run(Versions("m", "a", "c"))
        while True:
            batch = [entry(number + n) for n in range(BATCH)]
            known = reader.known([one.id for one in batch])
            new = [one for one in batch if one.id not in known]
            writer.enter(new, run)
            with noted.open("a") as file:
                file.write("".join(f"{number + n}\n" for n in range(BATCH)))
            number += BATCH
            if number % (16 * BATCH) == 0:
                writer.compact()
    except DragomanError as error:
        print(f"fault: {error}", flush=True)
        status = 3
    finally:
        os._exit(status)


def examine(folder: Path, acknowledged: Sequence[str]) -> list[str]:
    """What is wrong with the ledger; nothing if it holds what it should."""
    try:
        reader = Reader(open_folder(folder))
        rows = reader.rows_of("SELECT report_id, count(*) FROM reports GROUP BY ALL")
        counts: dict[str, dict[str, int]] = {
            table: dict(reader.rows_of(f"SELECT report_id, count(*) FROM {table} GROUP BY ALL"))
            for table in ("events", "parties", "acts")
        }
    except DragomanError as error:
        return [f"unreadable: {error}"]
    found = dict(rows)
    expected = {"events": EVENTS, "parties": 2 * EVENTS, "acts": EVENTS}
    faults = [f"{i} is there {n} times" for i, n in found.items() if n != 1]
    faults += [f"report {n} is lost" for n in set(acknowledged) if entry(int(n)).id not in found]
    for table, number in expected.items():
        torn = [i for i in found if counts[table].get(i) != number]
        faults += [f"{i} has {counts[table].get(i, 0)} rows of {table}, not {number}" for i in torn]
    return faults


if __name__ == "__main__":
    sys.exit(main())
