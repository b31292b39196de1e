"""Two processes enter at once while a third asks."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader

BATCHES = 12
WRITER = f"""
import sys
sys.path[:0] = sys.argv[3].split("|")
from pathlib import Path
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from ledger.synthetic import VERSIONS, sale

writer = Writer(open_folder(Path(sys.argv[1])))
run = writer.start_run(VERSIONS)
for batch in range({BATCHES}):
    # Every other batch is the same report in both processes.
    number = batch if batch % 2 else batch + 1000 * int(sys.argv[2])
    writer.enter([sale(number)], run)
    if batch % 5 == 4:
        writer.tidy() if batch < 9 else writer.compact(least_files=2)
"""


def test_two_may_write_while_a_third_reads(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "ledger")
    path = str(Path(__file__).parents[1])
    command = [sys.executable, "-c", WRITER, str(folder)]
    writers = [
        subprocess.Popen([*command, number, path], stderr=subprocess.PIPE, text=True)
        for number in ("1", "2")
    ]
    reader = Reader(folder)
    seen = [0]
    whole = "SELECT count(*), count(DISTINCT report_id) FROM reports"
    torn = """
        SELECT count(*) FROM reports
        WHERE (SELECT count(*) FROM events e WHERE e.report_id = reports.report_id) <> 3
    """
    try:
        while any(writer.poll() is None for writer in writers):
            ((count, distinct),) = reader.rows_of(whole)
            assert count == distinct >= seen[-1]
            assert reader.rows_of(torn) == [(0,)]
            seen.append(count)
            time.sleep(0.02)
        told = [writer.communicate(timeout=60)[1] for writer in writers]
    finally:
        for writer in writers:
            writer.kill()
            writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0], told
    ((count, distinct),) = reader.rows_of(whole)
    assert count == distinct == BATCHES // 2 * 3
    assert reader.rows_of(torn) == [(0,)]
    assert len(set(seen)) > 3  # it did see the ledger grow
