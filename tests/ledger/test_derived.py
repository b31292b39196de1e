from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import steps
from dragoman.ledger.derived import FOLDER
from dragoman.ledger.disputes import find_disputes
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.query import Reader
from dragoman.ledger.rows import rows_of
from dragoman.relations.kept import ALIGNMENTS, chosen, kept
from dragoman.relations.weigh import statement
from ledger.judging import judge, on, verdict
from ledger.news import make
from ledger.synthetic import VERSIONS, Plain, ledger, sale

#: Events of the generated ledger: enough for quarrels, copies, and happenings of many reports.
EVENTS = 12_000


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated ledger, of which everything is kept that can be."""
    folder = make(tmp_path_factory.mktemp("news") / "ledger", EVENTS, step=5_000, states=24)
    reader_of(folder).keep()
    return folder


def reader_of(folder: Path) -> Reader:
    return Reader(folder, derived=kept(), least=0)


@pytest.fixture(scope="module")
def fast(news: Path) -> Reader:
    """What asks what is kept."""
    reader = reader_of(news)
    assert reader.has(ALIGNMENTS)
    return reader


@pytest.fixture(scope="module")
def slow(news: Path, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """What works everything out anew."""
    copy = tmp_path_factory.mktemp("slow") / "ledger"
    shutil.copytree(news, copy, ignore=shutil.ignore_patterns(FOLDER))
    reader = Reader(copy)
    assert not reader.has("acts")
    return reader


# --- the same answers ---------------------------------------------------------------------
def close(found: list[tuple[Any, ...]], expected: list[tuple[Any, ...]]) -> None:
    assert len(found) == len(expected)
    for one, other in zip(found, expected, strict=True):
        for value, wanted in zip(one, other, strict=True):
            real = isinstance(wanted, float)
            assert value == (pytest.approx(wanted, abs=1e-9, rel=1e-9) if real else wanted)


@pytest.mark.parametrize(
    "asked",
    [
        {"every": "month"},
        {},
        {"every": "month", "pair": ("ABA", "AAA")},
        {"pair": ("AAA", "ABA")},
        {"places": ["AAA"]},
        {"every": "month", "places": ["AAA", "ACA"], "since": "2010-01-01", "until": "2012-03-01"},
    ],
)
def test_kept_alignments_are_those_that_the_formula_gives(
    fast: Reader, slow: Reader, asked: Any
) -> None:
    known = chosen(**asked)
    assert known is not None
    expected = slow.rows_of(*statement(**asked))
    assert expected
    close(fast.rows_of(*known), expected)


@pytest.mark.parametrize(
    "asked", [{"every": "year"}, {"every": "month", "since": "2010-01-05"}, {"until": "2010-01-01"}]
)
def test_windows_that_are_not_kept_whole_are_worked_out(
    fast: Reader, slow: Reader, asked: Any
) -> None:
    assert chosen(**asked) is None
    close(fast.rows_of(*statement(**asked)), slow.rows_of(*statement(**asked)))


def sorted_rows(reader: Reader, query: str) -> list[str]:
    return sorted(map(repr, reader.rows_of(query)))


@pytest.mark.parametrize("view", ["acts", "events_told", "accounts", "reports", "positions_read"])
def test_views_show_the_same_rows_from_what_is_kept(fast: Reader, slow: Reader, view: str) -> None:
    assert fast.run(f"FROM {view}").columns == slow.run(f"FROM {view}").columns
    assert sorted_rows(fast, f"FROM {view}") == sorted_rows(slow, f"FROM {view}")


@pytest.mark.parametrize(
    "wanted",
    [
        {"pair": ("AAA", "ABA")},
        {"pair": ("ABA", "AAA-MIL")},
        {"pair": ("AAA", "AAA-MIL")},
        {"actor": "AAA", "recipient": "ABA", "since": "2010"},
        {"actor": "AAA-MIL"},
        {"recipient": "ABA", "type": "ASSAULT"},
    ],
)
def test_events_asked_for_are_the_same_and_in_the_same_order(
    fast: Reader, slow: Reader, wanted: Any
) -> None:
    assert fast.ask("events", wanted).fetchall() == slow.ask("events", wanted).fetchall()


def test_a_pair_of_busy_states_has_events(fast: Reader) -> None:
    assert len(fast.ask("events", {"pair": ("AAA", "ABA")}).fetchall()) > 50


@pytest.mark.parametrize(
    ("wanted", "within"),
    [
        ({}, 30),
        ({}, 10),
        ({}, 90),
        ({"since": "2010-01", "until": "2012-12"}, 30),
        ({"pair": ("AAA", "ABA")}, 30),
        ({"actor": "AAA", "type": "ASSAULT"}, 30),
    ],
)
def test_disputes_are_the_same(fast: Reader, slow: Reader, wanted: Any, within: int) -> None:
    expected = [d.to_dict() for d in find_disputes(slow, wanted, within)]
    assert expected
    assert [d.to_dict() for d in find_disputes(fast, wanted, within)] == expected


# --- one state for ever ---------------------------------------------------------------------
@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small ledger of which everything is kept."""
    folder = tmp_path / "ledger"
    ledger(folder, sale())
    reader_of(folder).keep()
    return folder


def counted(reader: Reader) -> list[Any]:
    return reader.rows_of("SELECT count(*) FROM acts")


def test_what_was_kept_before_an_entry_is_not_asked_after_it(small: Path) -> None:
    reader = reader_of(small)
    assert (reader.has("acts"), counted(reader)) == (True, [(4,)])
    writer = Writer(small)
    writer.enter([sale(1)], writer.start_run(VERSIONS))
    assert counted(reader) == [(8,)]
    assert not reader.has("acts")
    reader.keep()
    assert (reader.has("acts"), counted(reader)) == (True, [(8,)])


def test_an_older_state_asks_nothing_that_is_kept(small: Path) -> None:
    reader = Reader(small, datetime.now(UTC), derived=kept(), least=0)
    assert counted(reader) == [(4,)]
    assert not reader.has("acts")


def remove(folder: Path) -> None:
    shutil.rmtree(folder)


def leave_a_draft(folder: Path) -> None:
    shutil.rmtree(folder)
    (folder / ".views-0.dead").mkdir(parents=True)


@pytest.mark.parametrize("change", [remove, leave_a_draft])
def test_it_can_be_deleted_at_any_moment(small: Path, change: Callable[[Path], None]) -> None:
    reader = reader_of(small)
    before = counted(reader)
    change(small / FOLDER)
    assert counted(reader) == counted(reader_of(small)) == before


def test_keeping_twice_keeps_once_and_forgets_what_is_old(small: Path) -> None:
    for number in range(3):
        writer = Writer(small)
        writer.enter([sale(number + 1)], writer.start_run(VERSIONS))
        for _ in range(2):
            reader_of(small).keep()
    assert len(list((small / FOLDER).glob("views-*"))) == 2
    assert not list((small / FOLDER).glob(".*"))


def test_a_damaged_file_of_it_is_named_with_the_way_out(small: Path) -> None:
    reader = reader_of(small)
    reader.connection()
    (damaged,) = (small / FOLDER).glob("views-*/acts/000.parquet")
    damaged.write_bytes(damaged.read_bytes()[:-20])
    with pytest.raises(LedgerError, match=r"000\.parquet: cannot be read.*Delete the folder deri"):
        counted(reader)


def test_nothing_is_kept_of_a_small_ledger_unasked(tmp_path: Path) -> None:
    assert counted(ledger(tmp_path, sale())) == [(4,)]
    assert not (tmp_path / FOLDER).exists()


# --- the generated ledger itself --------------------------------------------------------------
def test_generated_tables_hold_what_entering_would_have_written(slow: Reader) -> None:
    own = {"reading_id", "report_id", "text_id", "happening_id"}

    def comparable(rows: list[Plain]) -> list[str]:
        return sorted(repr(sorted((k, v) for k, v in r.items() if k not in own)) for r in rows)

    reports = slow.dicts("SELECT report_id, name, text FROM reports ORDER BY name LIMIT 25")
    for report in reports:
        reading = slow.reading(report["report_id"])
        entry = Entry(name=report["name"], text=report["text"], reading=reading)
        made = rows_of(entry, batch="b", run_id="r", entered=datetime.now(UTC))
        for table in ("events", "parties", "claims", "acts"):
            query = f"SELECT * FROM raw_{table} WHERE report_id = $id"
            there = slow.dicts(query, {"id": report["report_id"]})
            assert comparable(made[table]) == comparable(there)


def test_what_is_kept_of_a_judged_ledger_is_what_its_judgements_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(steps, "_PART", 2)
    entries = [sale(number) for number in range(6)]
    ledger(tmp_path / "a", *entries)
    said = [on("reject", entries[0], 0), on("correct", entries[1], 2, type="AGREE")]
    judge(tmp_path / "a", *said, verdict("merge", code="TUR", into="AZE"))
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    reader_of(tmp_path / "a").keep()
    fast, slow = reader_of(tmp_path / "a"), Reader(tmp_path / "b")
    assert fast.has("acts")
    for view in ("acts", "events_told", "positions_read", "judgements"):
        assert sorted_rows(fast, f"FROM {view}") == sorted_rows(slow, f"FROM {view}")
    as_read = Reader(tmp_path / "a", judged=False, derived=kept(), least=0)
    assert not as_read.has("acts")
    assert as_read.rows_of("SELECT count(*) FROM events") == [(18,)]
    assert fast.rows_of("SELECT count(*) FROM events") == [(17,)]
