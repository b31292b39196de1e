from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deltalake import DeltaTable, write_deltalake

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger import folder as folders
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import LAYOUT, MARKER, open_folder
from dragoman.ledger.migrations import MIGRATIONS
from dragoman.ledger.query import Reader
from dragoman.ledger.tables import SCHEMAS
from ledger.judging import judge, on
from ledger.synthetic import VERSIONS, ledger, sale


def test_a_ledger_is_made_where_there_is_none(tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "deep" / "crisis")
    assert json.loads((folder / MARKER).read_text())["layout"] == LAYOUT


def test_a_ledger_is_opened_again(tmp_path: Path) -> None:
    assert open_folder(open_folder(tmp_path / "a"), make=False) == tmp_path / "a"


def test_a_start_that_died_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / f".{MARKER}.4711").write_text("{")
    assert open_folder(tmp_path / "a").is_dir()


def test_a_folder_of_other_things_stays_what_it_is(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(LedgerError, match=r"is no ledger: it holds letter\.txt and no dragoman"):
        open_folder(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("x")
    with pytest.raises(LedgerError, match=r"a: (is a file|cannot be opened)"):
        open_folder(tmp_path / "a")


def test_nothing_is_made_where_a_question_is_asked(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"nothing was entered there\. Make one: dragoman read"):
        open_folder(tmp_path / "a", make=False)
    assert not (tmp_path / "a").exists()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('{"layout": 99}', f"has layout 99; this Dragoman knows up to {LAYOUT}. Install a newer"),
        ("{", "is damaged: it names no layout. Restore it from a copy"),
        ('{"layout": "new"}', "is damaged"),
        ("[]", "is damaged"),
    ],
)
def test_a_layout_that_is_not_known_is_one_line(tmp_path: Path, written: str, told: str) -> None:
    (tmp_path / MARKER).write_text(written)
    with pytest.raises(LedgerError) as caught:
        open_folder(tmp_path)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


# --- ledgers of other layouts -------------------------------------------------------------
OLD_JUDGEMENTS = pa.schema(
    [
        *((name, pa.string()) for name in ("id", "subject", "verdict", "by", "note")),
        ("made", pa.timestamp("us", "UTC")), ("replaces", pa.string()),
    ]
)  # fmt: skip


def first_layout(folder: Path, *notes: str) -> Path:
    """A ledger as layout 1 had it, with a judgement for each of *notes*."""
    ledger(folder, sale())
    (folder / MARKER).write_text('{"format": "dragoman ledger", "layout": 1}')
    row = {"subject": "x", "verdict": "accept", "by": "anna", "made": datetime(2024, 5, 3, tzinfo=UTC)}  # fmt: skip
    for number, note in enumerate(notes):
        rows = [row | {"id": f"j{number}", "note": note}]
        made = pa.Table.from_pylist(rows, schema=OLD_JUDGEMENTS)
        write_deltalake(str(folder / "judgements"), made, mode="append")
    return folder


def layout(folder: Path) -> Any:
    return json.loads((folder / MARKER).read_text())["layout"]


def test_a_ledger_of_the_first_layout_opens_and_holds_what_it_held(tmp_path: Path) -> None:
    folder = open_folder(first_layout(tmp_path / "a"))
    assert layout(folder) == LAYOUT
    plain = ledger(tmp_path / "b", sale())
    query = "SELECT * EXCLUDE (verdict) FROM events ORDER BY id"
    assert Reader(folder).rows_of(query) == plain.rows_of(query)


def test_an_older_ledger_is_written_and_judged_like_a_new_one(tmp_path: Path) -> None:
    folder = open_folder(first_layout(tmp_path / "a", "why not"))
    writer = Writer(folder)
    writer.enter([sale(1)], writer.start_run(VERSIONS))
    judge(folder, on("reject", sale(), 0))
    assert Reader(folder).rows_of("SELECT count(*) FROM events") == [(5,)]


def test_judgements_of_the_first_layout_are_kept_with_their_words(tmp_path: Path) -> None:
    folder = open_folder(first_layout(tmp_path / "a", "why not", "because"))
    query = 'SELECT id, "by", why, verdict, made, subject FROM raw_judgements ORDER BY id'
    found = pa.table(DeltaTable(str(folder / "judgements")).to_pyarrow_table()).sort_by("id")
    assert found.schema.names == SCHEMAS["judgements"].names
    assert found["why"].to_pylist() == ["why not", "because"]
    assert found["by"].to_pylist() == ["anna", "anna"]
    assert found["made"].to_pylist() == found["entered"].to_pylist()
    assert len(Reader(folder).rows_of(query.replace(", made", ""))) == 2


def test_a_migration_that_was_cut_off_is_done_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = first_layout(tmp_path / "a", "why not")
    with monkeypatch.context() as patch:
        patch.setattr(folders, "_mark", lambda *_: (_ for _ in ()).throw(OSError("gone")))
        with pytest.raises(LedgerError, match="cannot be brought to layout 2: gone"):
            open_folder(folder)
    assert layout(folder) == 1
    open_folder(folder)
    assert layout(folder) == LAYOUT
    found = pa.table(DeltaTable(str(folder / "judgements")).to_pyarrow_table())
    assert found["why"].to_pylist() == ["why not"]


def test_a_layout_without_a_way_from_it_is_refused_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = first_layout(tmp_path / "a")
    monkeypatch.setattr(folders, "MIGRATIONS", {})
    with pytest.raises(LedgerError, match=r"has layout 1, which is no longer read") as caught:
        open_folder(folder)
    assert "Enter its reports again in a new folder." in str(caught.value)
    assert layout(folder) == 1


def test_every_older_layout_has_a_way(tmp_path: Path) -> None:
    assert sorted(MIGRATIONS) == list(range(1, LAYOUT))


def test_a_newer_ledger_is_refused_and_left_alone(tmp_path: Path) -> None:
    ledger(tmp_path / "a", sale())
    (tmp_path / "a" / MARKER).write_text(json.dumps({"layout": LAYOUT + 1}))
    with pytest.raises(LedgerError, match=r"has layout \d+; this Dragoman knows up to \d+\."):
        open_folder(tmp_path / "a")
    assert layout(tmp_path / "a") == LAYOUT + 1


@pytest.mark.parametrize("name", ["a[1]", "a|b", "a\\b", "a*", "a%20b"])
def test_a_path_that_the_tables_cannot_have_is_told_at_once(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="Give the folder another name"):
        open_folder(tmp_path / name)


@pytest.mark.parametrize("name", ["a b", "ünï", "it's", "50% off", "a#b", "日本"])
def test_odd_names_of_folders_hold_ledgers(tmp_path: Path, name: str) -> None:
    reader = ledger(tmp_path / name, sale())
    assert reader.rows_of("SELECT count(*) FROM events") == [(3,)]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(LedgerError, match="Check path and permissions"):
            open_folder(tmp_path / "a")
    finally:
        tmp_path.chmod(0o700)
