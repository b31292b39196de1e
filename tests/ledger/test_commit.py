from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from deltalake import DeltaTable

from dragoman.ledger.commit import LOG, wait_for
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader
from ledger.synthetic import VERSIONS, sale

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks /proc for names")


class Disk:
    """What the disk was waited for, in order, and which files of the log were there then."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.waits: list[tuple[str, frozenset[str]]] = []
        self._fsync = os.fsync

    def fsync(self, file: int) -> None:
        name = Path(f"/proc/self/fd/{file}").readlink().relative_to(self.folder)
        self.waits.append((str(name), frozenset(self.commits())))
        self._fsync(file)

    def commits(self) -> list[str]:
        return [str(p.relative_to(self.folder)) for p in self.folder.glob(f"*/{LOG}/*.json")]

    def files(self) -> list[str]:
        """Everything that a cut of the power must not take."""
        rows = self.folder.glob("*/*.parquet")
        return self.commits() + [str(p.relative_to(self.folder)) for p in rows]


@pytest.fixture
def disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Disk:
    made = Disk(tmp_path)
    monkeypatch.setattr(os, "fsync", made.fsync)
    return made


@linux
def test_what_was_acknowledged_is_on_the_disk_with_the_folders_that_name_it(disk: Disk) -> None:
    writer = Writer(open_folder(disk.folder))
    writer.enter([sale(0)], writer.start_run(VERSIONS))
    writer.enter([sale(1)], writer.start_run(VERSIONS))
    waited = [name for name, _ in disk.waits]
    assert set(disk.files()) <= set(waited)
    for name in disk.files():
        folder = str(Path(name).parent)
        assert folder in waited[waited.index(name) :], name


@linux
def test_rows_are_on_the_disk_before_the_commit_that_names_them(disk: Disk) -> None:
    writer = Writer(open_folder(disk.folder))
    writer.enter([sale(0)], writer.start_run(VERSIONS))
    rows = [(name, there) for name, there in disk.waits if name.endswith(".parquet")]
    assert len(rows) > 8
    for name, there in rows:
        assert f"{Path(name).parent}/{LOG}/{1:020}.json" not in there


@linux
def test_all_else_is_on_the_disk_before_reports_name_a_reading(disk: Disk) -> None:
    writer = Writer(open_folder(disk.folder))
    writer.enter([sale(0)], writer.start_run(VERSIONS))
    first = f"reports/{LOG}/{1:020}.json"
    before = {name for name, there in disk.waits if first not in there}
    others = {name for name in disk.files() if not name.startswith("reports/")}
    assert others <= before


@linux
def test_small_files_that_are_put_together_are_on_the_disk(disk: Disk) -> None:
    writer = Writer(open_folder(disk.folder))
    for number in range(3):
        writer.enter([sale(number)], writer.start_run(VERSIONS))
    disk.waits.clear()
    assert writer.compact() > 0
    added = {Path(uri).name for uri in DeltaTable(str(disk.folder / "events")).file_uris()}
    assert added <= {Path(name).name for name, _ in disk.waits}
    assert Reader(disk.folder).rows_of("SELECT count(*) FROM reports") == [(3,)]


def test_a_file_that_is_gone_is_not_waited_for(tmp_path: Path) -> None:
    wait_for(tmp_path / "gone.json")
