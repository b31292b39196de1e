from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.folder import LAYOUT, MARKER, open_folder
from ledger.synthetic import ledger, sale


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
