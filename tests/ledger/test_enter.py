from __future__ import annotations

import errno
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from deltalake import DeltaTable
from deltalake.exceptions import CommitFailedError

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import commit, enter
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader
from ledger.synthetic import VERSIONS, ledger, reading, sale

COUNTS = "SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM events), (SELECT count(*) FROM acts)"


def counts(folder: Path) -> tuple[int, int, int]:
    (row,) = Reader(folder).rows_of(COUNTS)
    return row  # type: ignore[no-any-return]


@pytest.fixture
def writer(tmp_path: Path) -> Writer:
    return Writer(open_folder(tmp_path))


@pytest.fixture
def run(writer: Writer) -> str:
    return writer.start_run(VERSIONS)


def test_a_batch_is_entered(writer: Writer, run: str, tmp_path: Path) -> None:
    assert writer.enter([sale(0), sale(1)], run) == [sale(0).id, sale(1).id]
    assert counts(tmp_path) == (2, 6, 8)


def test_an_empty_batch_writes_nothing(writer: Writer, run: str, tmp_path: Path) -> None:
    assert writer.enter([], run) == []
    assert not (tmp_path / "reports").exists()


def test_of_two_that_are_the_same_report_the_first_is_taken(
    writer: Writer, run: str, tmp_path: Path
) -> None:
    writer.enter([replace(sale(), name="first"), replace(sale(), name="second")], run)
    assert Reader(tmp_path).rows_of("SELECT name FROM reports") == [("first",)]


def test_a_report_that_two_entered_at_once_counts_once(tmp_path: Path) -> None:
    for writer in (Writer(open_folder(tmp_path)), Writer(open_folder(tmp_path))):
        writer.enter([sale()], writer.start_run(VERSIONS))
    assert counts(tmp_path) == (1, 3, 4)


def test_a_later_edition_takes_the_place_of_the_older(
    writer: Writer, run: str, tmp_path: Path
) -> None:
    writer.enter([sale()], run)
    again = replace(sale(), edition=2)
    again.reading["events"] = again.reading["events"][:1]
    writer.enter([again], run)
    assert counts(tmp_path) == (1, 1, 1)


@pytest.mark.parametrize("fault", [errno.ENOSPC, errno.EIO])
def test_a_write_that_fails_loses_nothing_wherever_it_fails(
    writer: Writer, run: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: int
) -> None:
    writer.enter([sale(0)], run)
    real = commit.append
    failing = 0
    while True:
        calls = 0

        def write(*given: Any, **named: Any) -> None:
            nonlocal calls
            calls += 1
            if calls == failing:  # noqa: B023
                raise OSError(fault, "told so")
            real(*given, **named)

        failing += 1
        monkeypatch.setattr(commit, "append", write)
        try:
            writer.enter([sale(1)], run)
        except LedgerError as error:
            said = str(error)
        else:
            break
        assert "what was entered" in said.lower()
        assert counts(tmp_path) == (1, 3, 4)
    assert failing > 10  # every table was the one that failed
    assert counts(tmp_path) == (2, 6, 8)


def test_what_another_process_wrote_first_is_tried_again(
    writer: Writer, run: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = commit.append
    refusals = iter([False] * 5 + [True])

    def write(*given: Any, **named: Any) -> None:
        if next(refusals, False):
            raise CommitFailedError("a concurrent transaction")
        real(*given, **named)

    monkeypatch.setattr(commit, "append", write)
    writer.enter([sale()], run)
    assert counts(tmp_path) == (1, 3, 4)


def test_who_is_always_second_is_told_so(
    writer: Writer, run: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_given: Any, **_named: Any) -> None:
        raise CommitFailedError("a concurrent transaction")

    monkeypatch.setattr(commit, "append", write)
    with pytest.raises(LedgerError, match=r"others wrote at the same time.*Run it again"):
        writer.enter([sale()], run)


def test_the_rows_of_a_batch_that_died_are_not_seen_after_it_is_entered_again(
    writer: Writer, run: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = commit.append

    def write(table: DeltaTable, *given: Any, **named: Any) -> None:
        if table.table_uri.rstrip("/").endswith("reports"):
            raise OSError(errno.EIO, "the machine went away")
        real(table, *given, **named)

    with monkeypatch.context() as patch:
        patch.setattr(commit, "append", write)
        with pytest.raises(LedgerError):
            writer.enter([sale()], run)
    assert counts(tmp_path) == (0, 0, 0)
    writer.enter([sale()], run)
    assert counts(tmp_path) == (1, 3, 4)


# --- small files ------------------------------------------------------------------------
def files(folder: Path, table: str = "events") -> int:
    return len(DeltaTable(str(folder / table)).file_uris())


def test_compaction_changes_files_and_no_rows(writer: Writer, run: str, tmp_path: Path) -> None:
    for number in range(6):
        writer.enter([sale(number)], run)
    before = counts(tmp_path)
    assert writer.compact(least_files=2) > 0
    assert files(tmp_path) == 1
    assert counts(tmp_path) == before


def test_results_that_are_open_outlive_compaction(writer: Writer, run: str, tmp_path: Path) -> None:
    for number in range(3):
        writer.enter([sale(number)], run)
    rows = Reader(tmp_path).ask("events", {})
    writer.compact(least_files=2, forget_days=7)
    writer.enter([sale(9)], run)
    assert len(rows.fetchall()) == 9


def test_small_files_are_put_together_on_the_way(
    writer: Writer, run: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enter, "COMPACT_EVERY", 4)
    monkeypatch.setattr(enter, "MANY_FILES", 3)
    for number in range(5):
        writer.enter([sale(number)], run)
    assert files(tmp_path) == 2


def test_after_compaction_others_go_on_writing(writer: Writer, run: str, tmp_path: Path) -> None:
    other = Writer(tmp_path)
    other.enter([sale(0)], run)
    writer.enter([sale(1)], run)
    writer.compact(least_files=2)
    other.enter([sale(2)], run)
    assert counts(tmp_path) == (3, 9, 12)


# --- what goes with it ------------------------------------------------------------------
def test_a_run_names_what_read_it(tmp_path: Path) -> None:
    query = "SELECT model, almanac, code FROM reports JOIN runs USING (run_id)"
    assert ledger(tmp_path, sale()).rows_of(query) == [("m1", "a1", "0.1")]


def test_what_was_refused_is_noted_with_its_reason(
    writer: Writer, run: str, tmp_path: Path
) -> None:
    writer.refuse([("a.txt", "is empty.")], run)
    assert Reader(tmp_path).rows_of("SELECT name, reason FROM refused") == [("a.txt", "is empty.")]


def test_a_report_with_nothing_in_it_is_a_report(writer: Writer, run: str, tmp_path: Path) -> None:
    writer.enter([Entry(name="a", text="x", reading=reading())], run)
    assert counts(tmp_path) == (1, 0, 0)
