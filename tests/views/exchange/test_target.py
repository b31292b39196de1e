from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.views.exchange.target import target


def write(path: Path, text: str, *, force: bool = False) -> None:
    with target(path, force=force) as draft:
        draft.write_text(text)


def held(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_the_file_is_there_when_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with target(path) as draft:
        draft.write_text("x")
        assert not path.exists()
    assert path.read_text() == "x"
    assert held(tmp_path) == ["a.csv"]


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    def half(path: Path) -> None:
        with target(path) as draft:
            draft.write_text("half")
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        half(tmp_path / "a.csv")
    assert held(tmp_path) == []


def test_a_failure_leaves_the_old_file_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("old")
    with pytest.raises(ValueError, match="no"), target(tmp_path / "a.csv", force=True):
        raise ValueError("no")
    assert (tmp_path / "a.csv").read_text() == "old"


def test_a_file_is_written_over_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    write(path, "old")
    with pytest.raises(LedgerError, match="there already"):
        write(path, "new")
    assert path.read_text() == "old"
    write(path, "new", force=True)
    assert path.read_text() == "new"


def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"

    def late(path: Path) -> None:
        with target(path) as draft:
            draft.write_text("ours")
            path.write_text("theirs")

    with pytest.raises(LedgerError, match="there already"):
        late(path)
    assert path.read_text() == "theirs"
    assert held(tmp_path) == ["a.csv"]


def test_a_link_is_replaced_and_never_written_through(tmp_path: Path) -> None:
    other, link = tmp_path / "other", tmp_path / "link"
    other.write_text("theirs")
    link.symlink_to(other)
    with pytest.raises(LedgerError, match="there already"):
        write(link, "ours")
    write(link, "ours", force=True)
    assert (other.read_text(), link.read_text(), link.is_symlink()) == ("theirs", "ours", False)
    dangling = tmp_path / "dangling"
    dangling.symlink_to(tmp_path / "nowhere")
    with pytest.raises(LedgerError, match="there already"):
        write(dangling, "ours")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("name", ["", "sub/a.csv"])
def test_folders_are_no_files_and_are_not_made(tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match="folder"):
        write(tmp_path / name, "x", force=True)
    assert held(tmp_path) == []
