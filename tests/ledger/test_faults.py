from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.enter import Writer
from dragoman.ledger.query import Reader
from ledger.synthetic import VERSIONS, ledger, sale

HERE = Path(__file__).parent
#: Reports, events and acts before the batch that fails, and after it.
BEFORE, AFTER = [1, 1, 1], [3, 3, 3]


# --- the Nth call to the disk fails -----------------------------------------------------------
@pytest.fixture(scope="module")
def preload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What makes calls fail; skips where it cannot be had."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs a C compiler, and Linux, to make calls to the disk fail")
    made = tmp_path_factory.mktemp("failing") / "failing.so"
    command = [compiler, "-shared", "-fPIC", "-o", str(made), str(HERE / "failing.c"), "-ldl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no library could be compiled: {done.stderr[:200]}")
    return made


@pytest.mark.parametrize(
    ("error", "ever", "line"),
    [
        pytest.param(errno.ENOSPC, "ever", "the disk is full. Free some space", id="disk-full"),
        pytest.param(errno.EIO, "once", "cannot be written", id="one-call-fails"),
    ],
)
def test_whatever_call_fails_a_batch_is_there_whole_or_not_at_all(
    preload: Path, tmp_path: Path, error: int, ever: str, line: str
) -> None:
    environment = os.environ | {
        "LD_PRELOAD": str(preload),
        "PYTHONPATH": os.pathsep.join([str(HERE.parent), *sys.path]),
    }
    command = [sys.executable, str(HERE / "failing.py"), str(tmp_path), str(error), ever]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    outcome = json.loads(done.stdout)
    assert outcome["calls"] > 10
    for one in outcome["told"]:
        acknowledged = one["refused"] is None
        # Not acknowledged and yet there: the last commit was made before it was told to fail.
        assert one["after"] in ([AFTER] if acknowledged else [BEFORE, AFTER]), one
        assert one["again"] == AFTER, one
        assert acknowledged or line in one["refused"], one
        assert acknowledged or "\n" not in one["refused"], one
    refused = [one for one in outcome["told"] if one["refused"]]
    assert len(refused) >= outcome["calls"] // 2


# --- files that are damaged --------------------------------------------------------------------
def flip(path: Path) -> None:
    """A block of the disk; single bits inside the coded values may pass unseen."""
    data = bytearray(path.read_bytes())
    start = max(len(data) // 2 - 2048, 8)
    block = data[start : start + 4096]
    data[start : start + 4096] = bytes(255 - byte for byte in block)
    path.write_bytes(data)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def lose(path: Path) -> None:
    path.unlink()


def break_line(path: Path) -> None:
    path.write_text(path.read_text()[:-25])


@pytest.mark.parametrize("table", ["reports", "events", "acts"])
@pytest.mark.parametrize("harm", [flip, cut, empty, lose])
def test_a_damaged_file_is_one_line_that_names_it_and_the_way_out(
    tmp_path: Path, table: str, harm: Callable[[Path], None]
) -> None:
    ledger(tmp_path, sale())
    (path,) = (tmp_path / table).glob("*.parquet")
    harm(path)
    with pytest.raises(LedgerError) as caught:
        Reader(tmp_path).rows_of(f"SELECT * FROM {table}")
    told = str(caught.value)
    assert path.name in told
    assert "Restore it from a copy" in told
    assert "\n" not in told


@pytest.mark.parametrize("harm", [break_line, empty])
def test_a_broken_log_is_one_line_that_names_it_and_the_way_out(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    ledger(tmp_path, sale())
    log = sorted((tmp_path / "reports" / "_delta_log").glob("*.json"))[-1]
    harm(log)
    with pytest.raises(LedgerError) as caught:
        Reader(tmp_path).rows_of("SELECT * FROM reports")
    told = str(caught.value)
    assert str(tmp_path / "reports") in told
    assert "Restore it from a copy" in told
    assert "\n" not in told


def test_nothing_is_entered_over_a_broken_log(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    log = sorted((tmp_path / "reports" / "_delta_log").glob("*.json"))[-1]
    whole = log.read_text()
    break_line(log)
    writer = Writer(tmp_path)
    run = writer.start_run(VERSIONS)
    with pytest.raises(LedgerError):
        writer.enter([sale(1)], run)
    log.write_text(whole)
    assert Reader(tmp_path).rows_of("SELECT count(*) FROM reports") == [(1,)]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_told_and_can_be_read(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    folders = [path for path in tmp_path.rglob("*") if path.is_dir()]
    for path in folders:
        path.chmod(0o500)
    try:
        writer = Writer(tmp_path)
        with pytest.raises(LedgerError, match=r"cannot be written\. Check its permissions"):
            writer.start_run(VERSIONS)
        assert Reader(tmp_path).rows_of("SELECT count(*) FROM reports") == [(1,)]
    finally:
        for path in folders:
            path.chmod(0o700)


# --- several processes ----------------------------------------------------------------------------
_ADD = """
import sys
from pathlib import Path
from dragoman.ledger.enter import Writer
from ledger.synthetic import VERSIONS, sale
folder, first = Path(sys.argv[1]), int(sys.argv[2])
writer = Writer(folder)
run = writer.start_run(VERSIONS)
for number in range(first, first + 8):
    writer.enter([sale(number), sale(number + 1)], run)
"""


def adding(folder: Path, first: int) -> subprocess.Popen[bytes]:
    path = os.pathsep.join([str(HERE.parent), *sys.path])
    command = [sys.executable, "-c", _ADD, str(folder), str(first)]
    return subprocess.Popen(command, env=os.environ | {"PYTHONPATH": path})


def test_two_add_while_a_third_asks_and_sees_whole_reports_alone(tmp_path: Path) -> None:
    reader = ledger(tmp_path, sale(0))
    writers = [adding(tmp_path, first) for first in (1, 5)]  # four reports of each are the other's
    seen: list[Any] = []
    while any(writer.poll() is None for writer in writers):
        query = """
            SELECT (SELECT count(*) FROM reports), count(*), count(DISTINCT id), count(DISTINCT report_id)
            FROM events
        """
        seen += reader.rows_of(query)
    assert [writer.returncode for writer in writers] == [0, 0]
    for reports, events, unlike, told in seen:
        assert (events, unlike, told) == (3 * reports, 3 * reports, reports)
    assert seen == sorted(seen)
    assert reader.rows_of("SELECT count(*) FROM reports") == [(14,)]
