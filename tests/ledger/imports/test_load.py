from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from dragoman.ledger.imports import lines, load
from dragoman.ledger.query import Reader
from dragoman.ledger.tables import SCHEMAS
from dragoman.ledger.trace import trace
from ledger.imports.tables import entered, gdelt_row, tabs


def state(reader: Reader) -> dict[str, list[object]]:
    """Every row of every table."""
    return {table: reader.rows_of(f"SELECT * FROM raw_{table} ORDER BY ALL") for table in SCHEMAS}


def number(count: int) -> list[list[str]]:
    """Rows of three events a document."""
    return [
        gdelt_row(GlobalEventID=str(k), SOURCEURL=f"https://courier.example/{k // 3}")
        for k in range(count)
    ]


@pytest.mark.parametrize("suffix", [".csv", ".csv.gz", ".zip"])
def test_packed_tables_are_read(tmp_path: Path, suffix: str) -> None:
    found, _ = entered(tmp_path / "l", "gdelt", tabs(tmp_path / f"a{suffix}", *number(7)))
    assert (found.rows, found.events, found.reports) == (7, 7, 3)


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    rows = [*number(7), ["broken"], gdelt_row(GlobalEventID="8", EventCode="010")]
    path = tabs(tmp_path / "a.csv", *rows)
    first, _ = entered(tmp_path / "l", "gdelt", path)
    before = state(Reader(tmp_path / "l"))
    again, _ = entered(tmp_path / "l", "gdelt", path)
    assert (first.events, first.already, first.skipped) == (7, 0, 1)
    assert (again.events, again.already, again.skipped) == (0, 7, 1)
    assert state(Reader(tmp_path / "l")) == before


def test_refusals_are_noted_once_by_one_reader_too(tmp_path: Path) -> None:
    path = tabs(tmp_path / "a.csv", gdelt_row(), ["broken"])
    place = open_folder(tmp_path / "l")
    writer, reader = Writer(place), Reader(place)
    for _ in range(2):
        assert load.import_table(writer, reader, "gdelt", path, code="0.1").skipped == 1
    assert Reader(place).rows_of("SELECT count(*) FROM refused") == [(1,)]


def test_the_same_rows_in_another_file_are_entered_once(tmp_path: Path) -> None:
    entered(tmp_path / "l", "gdelt", tabs(tmp_path / "a.csv", *number(6)))
    found, _ = entered(tmp_path / "l", "gdelt", tabs(tmp_path / "b.csv", *number(9)))
    assert (found.events, found.already) == (3, 6)


def test_a_run_that_was_cut_off_is_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(load, "BLOCK", 6)
    path = tabs(tmp_path / "a.csv", *number(20))

    def stop(summary: load.Imported) -> None:
        if summary.rows == 12:
            raise KeyboardInterrupt

    place = open_folder(tmp_path / "l")
    reader = Reader(place)
    with pytest.raises(KeyboardInterrupt):
        load.import_table(Writer(place), reader, "gdelt", path, code="0.1", watch=stop)
    found, reader = entered(tmp_path / "l", "gdelt", path)
    assert (found.events, found.already) == (8, 12)
    assert reader.rows_of("SELECT count(*), count(DISTINCT rule || evidence) FROM events") == [(20, 20)]  # fmt: skip


def test_bad_rows_are_told_with_line_and_reason(tmp_path: Path) -> None:
    rows = [
        gdelt_row(),
        ["1", "2"],
        gdelt_row(GlobalEventID="2", Day="20221340"),
        gdelt_row(GlobalEventID="3", EventCode="999"),
        gdelt_row(GlobalEventID="4", EventCode="---"),
        gdelt_row(GlobalEventID="5"),
    ]
    path = tabs(tmp_path / "a.csv", *rows)
    found, reader = entered(tmp_path / "l", "gdelt", path)
    assert (found.rows, found.events, found.skipped) == (6, 2, 4)
    told = [
        (str(path), 2, "has 2 columns, not 61"),
        (str(path), 3, "'20221340' is no date"),
        (str(path), 4, "'999' is no code of CAMEO"),
        (str(path), 5, "'---' is no code of CAMEO"),
    ]
    assert found.named == told
    kept = reader.rows_of("SELECT name, reason FROM refused ORDER BY name")
    assert kept == [(f"{file}:{line}", reason) for file, line, reason in told]


def test_comments_and_rows_without_anybody_are_left_out_and_counted(tmp_path: Path) -> None:
    sides = [f"Actor{n}{x}" for n in (1, 2) for x in ("Code", "Name", "CountryCode", "Type1Code")]
    nobody = gdelt_row(61, **dict.fromkeys(sides, ""))
    rows = [gdelt_row(EventCode="0111"), gdelt_row(EventCode="010"), nobody]
    found, _ = entered(tmp_path / "l", "gdelt", tabs(tmp_path / "a.csv", *rows))
    assert (found.events, found.skipped) == (0, 0)
    assert sorted(found.left_out.values()) == [1, 2]
    assert json.dumps(found.to_dict())


def test_an_event_is_traced_to_file_and_row(tmp_path: Path) -> None:
    path = tabs(tmp_path / "a.csv", *number(3), gdelt_row(GlobalEventID="9"))
    _, reader = entered(tmp_path / "l", "gdelt", path)
    asked = "SELECT id FROM events WHERE starts_with(evidence, '1 |')"
    found = trace(reader, reader.rows_of(asked)[0][0])
    assert found.sound
    assert found.evidence == "1 | 2022-10-17 | IRANIAN ARMY | CAMEO 190 | RUSSIA | Rasht, Gilan, Iran"  # fmt: skip
    assert found.report["name"] == f"{path}:1,2,3"
    reading = reader.reading(found.report["id"])
    assert reading["events"][1]["row"] == {"line": 2, "id": "1", "NumMentions": "4"}


def test_every_span_is_what_stands_there(tmp_path: Path) -> None:
    rows = [
        gdelt_row(Actor1Name="Ünïted  Ärmy 🚀", ActionGeo_FullName="Köln,\u00a0Germany"),
        gdelt_row(
            GlobalEventID="2",
            Actor1Name="",
            Actor1Code="",
            Actor1CountryCode="",
            Actor1Type1Code="",
        ),
    ]
    _, reader = entered(tmp_path / "l", "gdelt", tabs(tmp_path / "a.csv", *rows))
    (report,) = reader.dicts("SELECT report_id, text FROM reports")
    reading, text = reader.reading(report["report_id"]), report["text"]
    assert len(reading["events"]) == 2
    for event in reading["events"]:
        assert text[event["start"] : event["end"]] == event["evidence"]
        for span in (event["trigger"], *event["actor"], *event["recipient"]):
            assert text[span["start"] : span["end"]] == span["text"]


def test_events_join_the_network(tmp_path: Path) -> None:
    _, reader = entered(tmp_path / "l", "gdelt", tabs(tmp_path / "a.csv", *number(2)))
    asked = "SELECT DISTINCT source, target, actor, status FROM acts"
    assert reader.rows_of(asked) == [("IRN", "RUS", "IRN-MIL", "actual")]


def test_a_table_of_which_nothing_fits_is_refused_before_anything_is_entered(
    tmp_path: Path,
) -> None:
    rows = [["x"] * 61 for _ in range(load.ENOUGH)]
    with pytest.raises(LedgerError, match="is no table of GDELT"):
        entered(tmp_path / "l", "gdelt", tabs(tmp_path / "a.csv", *rows))
    assert Reader(tmp_path / "l").rows_of("SELECT * FROM refused") == []


def test_a_line_without_end_is_skipped_and_not_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines, "LONGEST", 2000)
    path = tabs(tmp_path / "a.csv", gdelt_row(), ["y" * 9000], gdelt_row(GlobalEventID="2"))
    found, _ = entered(tmp_path / "l", "gdelt", path)
    assert (found.events, found.skipped) == (2, 1)
    assert found.named[0][1:] == (2, "is longer than 1,000,000 characters")


def test_an_empty_file_is_no_rows(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"")
    assert entered(tmp_path / "l", "gdelt", tmp_path / "a.csv")[0].rows == 0


@pytest.mark.parametrize(("name", "data"), [("a.zip", b"no"), ("a.csv.gz", b"no"), ("b.csv", None)])
def test_what_cannot_be_opened_is_told(tmp_path: Path, name: str, data: bytes | None) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(LedgerError, match=r"cannot be (unpacked|read)"):
        entered(tmp_path / "l", "gdelt", tmp_path / name)


def test_an_unknown_format_is_told(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="Known: gdelt, polecat, icews, phoenix"):
        entered(tmp_path / "l", "acled", tmp_path / "a.csv")
