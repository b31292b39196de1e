from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from deltalake import DeltaTable

from dragoman.alphabet.errors import DateError, LedgerError, ReportError
from dragoman.archive.report import Custody, Report
from dragoman.ledger import enter
from dragoman.ledger.enter import Versions, Writer
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader
from dragoman.workflow import run
from dragoman.workflow.run import Fill, Summary, add_reports, read_again
from ledger.synthetic import reading

Found = Report | ReportError


def read(text: str, *, published: Any, outlet: str | None, url: str | None) -> Any:
    """What the run needs of a reading; the text "fail" cannot be read."""
    if text == "fail":
        raise DateError("published is 'x', which is no date.")
    day = published.isoformat() if published else None
    values = reading(published=day, outlet=outlet, url=url)
    return SimpleNamespace(
        text=text.replace("\ud800", "\ufffd"), events=(), relations=(), to_dict=lambda: values
    )


class Desk:
    """A ledger and what is added to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = open_folder(folder)
        self.texts: list[str] = []

    def add(self, *found: Found, **fill: Any) -> Summary:
        return self.add_all(iter(found), **fill)

    def add_all(self, found: Iterator[Found], **fill: Any) -> Summary:
        def noted(text: str, **given: Any) -> Any:
            self.texts.append(text)
            return read(text, **given)

        writer, reader = Writer(self.folder), Reader(self.folder)
        return add_reports(writer, reader, found, fill=Fill(**fill), read_one=noted)

    def rows(self, query: str) -> list[Any]:
        return Reader(self.folder).rows_of(query)


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "versions", lambda: Versions("m1", "a1", "0.1"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "ledger")


def report(number: int = 0, **more: Any) -> Report:
    return Report(name=f"{number}.txt", text=f"Report {number}.", **more)


def test_reports_are_read_and_entered(desk: Desk) -> None:
    summary = desk.add(report(0), report(1))
    assert (summary.seen, summary.read, summary.already, summary.refused) == (2, 2, 0, [])
    assert desk.rows("SELECT name FROM reports ORDER BY name") == [("0.txt",), ("1.txt",)]


def test_what_is_there_is_not_read_again(desk: Desk) -> None:
    desk.add(report(0))
    summary = desk.add(report(0), report(1))
    assert (summary.read, summary.already) == (1, 1)
    assert desk.texts == ["Report 0.", "Report 1."]


def test_the_same_words_in_two_files_are_one_report(desk: Desk) -> None:
    summary = desk.add(report(0), replace(report(0), name="copy.txt"))
    assert (summary.read, summary.already) == (1, 1)


def test_the_same_words_from_two_outlets_are_two_reports(desk: Desk) -> None:
    assert desk.add(report(0, outlet="A"), report(0, outlet="B")).read == 2


def test_what_cannot_be_read_is_told_noted_and_tried_again(desk: Desk) -> None:
    refusal = ReportError("bad.pdf", "is empty.", "Pass a file that holds a report.")
    for _ in range(2):
        summary = desk.add(refusal, replace(report(), text="fail"))
        assert summary.refused == [
            ("bad.pdf", "is empty. Pass a file that holds a report."),
            ("0.txt", "published is 'x', which is no date."),
        ]
        assert (summary.seen, summary.read) == (2, 0)
    assert desk.rows("SELECT count(*) FROM refused") == [(4,)]


def test_day_and_outlet_fill_in_what_a_report_does_not_say(desk: Desk) -> None:
    own = report(1, outlet="Own", published=date(2020, 1, 1), dated_by="metadata")
    desk.add(report(0), own, outlet="Given", published=date(2022, 2, 2))
    rows = desk.rows("SELECT outlet, published, dated_by FROM reports ORDER BY name")
    assert rows == [
        ("Given", date(2022, 2, 2), "the user"),
        ("Own", date(2020, 1, 1), "metadata"),
    ]


def test_a_day_that_becomes_known_has_the_report_read_again(desk: Desk) -> None:
    desk.add(report())
    assert desk.add(report(), published=date(2022, 2, 2)).read == 1
    assert desk.rows("SELECT published, edition FROM reports") == [(date(2022, 2, 2), 2)]
    assert desk.add(report(), published=date(2023, 3, 3)).already == 1
    assert desk.add(report()).already == 1


def test_custody_goes_into_the_ledger(desk: Desk) -> None:
    desk.add(report(custody=Custody("ab", record=3, offset=9)))
    assert desk.rows("SELECT source_sha256, record, record_offset FROM reports") == [("ab", 3, 9)]


def test_what_no_file_can_hold_is_known_again(desk: Desk) -> None:
    desk.add(replace(report(), text="Iran \ufffd"))
    assert desk.add(replace(report(), text="Iran \ud800")).already == 1


def test_a_run_that_was_cut_off_goes_on_where_it_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH", 4)

    def until(count: int) -> Iterator[Report]:
        for number in range(20):
            if number == count:
                raise KeyboardInterrupt
            yield report(number)

    with pytest.raises(KeyboardInterrupt):
        desk.add_all(until(11))
    assert desk.rows("SELECT count(*) FROM reports") == [(8,)]
    summary = desk.add_all(until(99))
    assert (summary.already, summary.read) == (8, 12)


def test_a_full_disk_keeps_what_was_entered(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "BATCH", 4)
    real, calls = Writer.enter, iter(range(99))

    def enter(self: Writer, *given: Any) -> list[str]:
        if next(calls) == 2:
            raise LedgerError("reports", "the disk is full.")
        return real(self, *given)

    monkeypatch.setattr(Writer, "enter", enter)
    with pytest.raises(LedgerError):
        desk.add(*(report(n) for n in range(20)))
    assert desk.rows("SELECT count(*) FROM reports") == [(8,)]


def test_slow_reports_are_entered_before_the_batch_is_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "PATIENCE", -1.0)
    desk.add(report(0), report(1), report(2))
    assert desk.rows("SELECT count(DISTINCT entered) FROM reports") == [(3,)]


def test_somebody_may_watch(desk: Desk) -> None:
    seen: list[int] = []
    writer, reader = Writer(desk.folder), Reader(desk.folder)
    found = [report(0), report(1)]
    add_reports(
        writer, reader, found, fill=Fill(), watch=lambda s: seen.append(s.seen), read_one=read
    )
    assert seen == [1, 2]


def test_a_summary_is_plain_json(desk: Desk) -> None:
    values = desk.add(report(notes=("no UTF-8",)), ReportError("b", "is empty.")).to_dict()
    assert values["seen"] == values["read"] + values["already"] + len(values["refused"])
    assert values["notes"] == [{"report": "0.txt", "note": "no UTF-8"}]


def test_what_other_versions_have_read_is_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(report(0, published=date(2022, 2, 2), outlet="A", custody=Custody("ab")))
    writer, reader = Writer(desk.folder), Reader(desk.folder)
    assert read_again(writer, reader, read_one=read).read == 0
    monkeypatch.setattr(run, "versions", lambda: Versions("m1", "a2", "0.1"))
    assert read_again(writer, reader, read_one=read).read == 1
    assert read_again(writer, reader, read_one=read).read == 0
    assert read_again(writer, reader, everything=True, read_one=read).read == 1
    rows = desk.rows("SELECT count(*), max(edition), any_value(source_sha256) FROM reports")
    assert rows == [(1, 3, "ab")]


# --- small files ------------------------------------------------------------------------
def test_many_small_runs_leave_few_files_and_change_nothing(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(enter, "MANY_FILES", 4)
    query = "SELECT name, sha256, entered::VARCHAR FROM reports ORDER BY name"
    seen: list[Any] = []
    for number in range(9):
        desk.add(report(number))
        rows = desk.rows(query)
        assert rows[: len(seen)] == seen
        seen = rows
        assert len(DeltaTable(str(desk.folder / "reports")).file_uris()) < 4
    assert len(seen) == 9


def test_a_run_that_added_nothing_moves_no_file(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        desk.add(report(number))
    monkeypatch.setattr(enter, "MANY_FILES", 2)
    version = DeltaTable(str(desk.folder / "reports")).version()
    desk.add(report(0))
    assert DeltaTable(str(desk.folder / "reports")).version() == version


# --- older readings ---------------------------------------------------------------------
def test_an_older_reading_is_reached_by_its_day_and_by_its_version(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(report(0, published=date(2022, 2, 2)))
    before = datetime.now(UTC)
    version = Reader(desk.folder).version()
    monkeypatch.setattr(run, "versions", lambda: Versions("m2", "a1", "0.1"))
    assert read_again(Writer(desk.folder), Reader(desk.folder), read_one=read).read == 1
    query = "SELECT edition, model FROM reports JOIN runs USING (run_id)"
    assert Reader(desk.folder).rows_of(query) == [(2, "m2")]
    assert Reader(desk.folder, before).rows_of(query) == [(1, "m1")]
    assert Reader(desk.folder, version).rows_of(query) == [(1, "m1")]
    assert Reader(desk.folder, date(2022, 5, 3)).rows_of(query) == []


def test_compaction_leaves_older_days_and_versions_as_they_were(desk: Desk) -> None:
    desk.add(report(0))
    day, version = datetime.now(UTC), Reader(desk.folder).version()
    desk.add(report(1))
    Writer(desk.folder).compact(least_files=2, forget_days=7)
    desk.add(report(2))
    query = "SELECT name FROM reports ORDER BY name"
    for at in (day, version):
        assert Reader(desk.folder, at).rows_of(query) == [("0.txt",)]
    assert len(desk.rows(query)) == 3


def test_a_reading_again_that_was_cut_off_goes_on_where_it_stopped(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "BATCH", 2)
    desk.add(*(report(number) for number in range(6)))
    monkeypatch.setattr(run, "versions", lambda: Versions("m2", "a1", "0.1"))
    left = iter(range(5))

    def failing(text: str, **given: Any) -> Any:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return read(text, **given)

    with pytest.raises(KeyboardInterrupt):
        read_again(Writer(desk.folder), Reader(desk.folder), read_one=failing)
    assert read_again(Writer(desk.folder), Reader(desk.folder), read_one=read).read == 2
    assert desk.rows("SELECT count(*), min(edition), max(edition) FROM reports") == [(6, 2, 2)]


def test_what_cannot_be_read_again_keeps_its_reading(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.add(report(0))
    monkeypatch.setattr(run, "versions", lambda: Versions("m2", "a1", "0.1"))

    def failing(text: str, **given: Any) -> Any:
        raise ReportError("0.txt", "cannot be parsed.")

    summary = read_again(Writer(desk.folder), Reader(desk.folder), read_one=failing)
    assert (summary.read, summary.refused) == (0, [("0.txt", "cannot be parsed.")])
    assert desk.rows("SELECT name, edition FROM reports") == [("0.txt", 1)]
