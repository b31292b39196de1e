from __future__ import annotations

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from dragoman.ledger.imports.load import FORMATS as TABLES
from dragoman.views.exchange.export import FORMATS
from dragoman.workflow.cli.exchange import COMMANDS, IN, OUT
from ledger.imports.tables import gdelt_row, tabs
from ledger.synthetic import ledger, sale

ESCAPE = "\x1b"


@click.group()
def main() -> None:
    """The commands, as they are registered."""


for command in COMMANDS:
    main.add_command(command)


def run(*words: object, **env: str) -> Result:
    return CliRunner(env={"COLUMNS": "100"} | env).invoke(main, [str(w) for w in words])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli") / "crisis"
    ledger(made, sale(0), sale(1))
    return made


def test_formats_are_those_that_there_are() -> None:
    assert list(FORMATS) == list(OUT)
    assert list(TABLES) == list(IN)


def test_a_ledger_is_exported(folder: Path, tmp_path: Path) -> None:
    result = run("export", "jsonl", tmp_path / "out.jsonl", "--ledger", folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{tmp_path / 'out.jsonl'}: 6 events\n"
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["event"] for line in lines] == [["AID"], ["AID"], ["CONSULT"]] * 2


def test_the_variable_names_the_ledger(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    result = run("export", "csv", path, "--table", "claims", DRAGOMAN_LEDGER=str(folder))
    assert result.exit_code == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == 5


def test_a_file_is_written_over_only_by_force(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.gexf"
    path.write_text("mine")
    refused = run("export", "gexf", path, "--ledger", folder)
    assert refused.exit_code == 1
    assert "is there already. Name another file, or write over it with --force." in refused.stderr
    assert path.read_text() == "mine"
    assert run("export", "gexf", path, "--ledger", folder, "--force").exit_code == 0
    assert path.read_text(encoding="utf-8").startswith("<?xml")


def test_an_older_state_is_exported(folder: Path, tmp_path: Path) -> None:
    words = ("--ledger", folder, "--at", "2022-05-03")
    assert run("export", "jsonl", tmp_path / "out", *words).exit_code == 0
    assert (tmp_path / "out").read_bytes() == b""


def test_mistakes_end_with_a_line(folder: Path, tmp_path: Path) -> None:
    for words, code in (
        (("export", "xml", tmp_path / "a", "--ledger", folder), 2),
        (("export", "csv", tmp_path / "a", "--ledger", tmp_path / "none"), 1),
        (("export", "csv", tmp_path / "a", "--ledger", folder, "--table", "peers"), 1),
        (("export", "csv", tmp_path / "no" / "a", "--ledger", folder), 1),
        (("import", "gdelt", tmp_path / "none.csv", "--ledger", tmp_path / "l"), 1),
    ):
        result = run(*words)
        assert result.exit_code == code
        assert "Traceback" not in result.output
        assert result.stderr.splitlines()[-1].startswith("Error: ")


def test_a_table_is_imported_once(tmp_path: Path) -> None:
    path = tabs(tmp_path / "a.csv", gdelt_row(), gdelt_row(GlobalEventID="2", EventCode="010"))
    words = ("import", "gdelt", path, "--ledger", tmp_path / "l")
    first = run(*words)
    assert (first.exit_code, first.stdout) == (0, "")
    assert f"{path}: 2 rows, 1 events entered, 0 there already, 0 skipped" in first.stderr
    assert "left out 1 rows: comments (CAMEO 01)" in first.stderr
    again = json.loads(run(*words, "--json").stdout)
    assert (again["file"], again["events"], again["already"]) == (str(path), 0, 1)


def test_skipped_rows_are_told_and_end_with_code_one(tmp_path: Path) -> None:
    bad = [["broken", f"{ESCAPE}[2J"] for _ in range(25)]
    path = tabs(tmp_path / "a.csv", gdelt_row(), *bad)
    result = run("import", "gdelt", path, "--ledger", tmp_path / "l")
    assert result.exit_code == 1
    assert f"skipped {path}:2: has 2 columns, not 61" in result.stderr
    assert "skipped and 5 more" in result.stderr
    assert ESCAPE not in result.stderr


@pytest.mark.parametrize("name", ["export", "import"])
def test_help_has_an_example(name: str) -> None:
    assert f"dragoman {name} " in run(name, "--help").stdout
