from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.workflow import run as run_
from dragoman.workflow.cli import ledger as asking
from dragoman.workflow.cli import standing
from dragoman.workflow.cli.judge import judge
from dragoman.workflow.cli.main import main
from dragoman.workflow.run import Summary
from ledger.synthetic import ledger, sale

ESCAPE = "\x1b"
QUESTIONS = ("events", "claims", "transfers", "agreements", "timeline", "actors", "disputes")


def run(*words: object, columns: int = 120) -> Result:
    return CliRunner(env={"COLUMNS": str(columns)}).invoke(main, [str(w) for w in words])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli") / "crisis"
    ledger(made, sale(0), sale(1))
    return made


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("columns", [60, 100, 200])
def test_tables_fit_the_terminal(folder: Path, question: str, columns: int) -> None:
    result = run(question, "--ledger", folder, columns=columns)
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) > 2
    assert max(map(len, result.stdout.splitlines())) <= columns
    assert ESCAPE not in result.stdout


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_is_one_object_a_line(folder: Path, question: str) -> None:
    lines = run(question, "--ledger", folder, "--json", "--limit", 1).stdout.splitlines()
    assert [type(json.loads(line)) for line in lines] == [dict]


def test_the_ledger_is_named_by_a_variable_or_is_the_folder_called_ledger(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    assert "nothing was entered there" in run("events").stderr
    monkeypatch.setenv("DRAGOMAN_LEDGER", str(folder))
    assert len(run("events", "--json").stdout.splitlines()) == 6
    monkeypatch.delenv("DRAGOMAN_LEDGER")
    ledger(tmp_path / "ledger", sale(0))
    assert len(run("events", "--json").stdout.splitlines()) == 3


def test_filters_are_those_of_the_api(folder: Path) -> None:
    words = ("--actor", "IRN", "--recipient", "RUS", "--since", "2022-08", "--type", "aid")
    lines = run("events", "--ledger", folder, *words, "--json").stdout.splitlines()
    assert [json.loads(line)["evidence"] for line in lines] == ["it had sold drones to Moscow"] * 2
    assert (
        "Nothing in the ledger fits."
        in run("events", "--ledger", folder, "--pair", "IRN", "TUR").stdout
    )
    assert (
        len(run("claims", "--ledger", folder, "--stance", "denies", "--json").stdout.splitlines())
        == 2
    )


@pytest.mark.parametrize("columns", [60, 120])
def test_copies_are_a_table_and_json(tmp_path: Path, columns: int) -> None:
    entries = [replace(sale(), reading=sale().reading | {"outlet": o}) for o in ("A", "B\x1b[2J")]
    ledger(tmp_path / "a", *entries)
    result = run("copies", "--ledger", tmp_path / "a", columns=columns)
    lines = result.stdout.splitlines()
    assert (len(lines), result.exit_code) == (3, 0)
    assert max(map(len, lines)) <= columns
    assert ESCAPE not in result.stdout
    (line,) = run("copies", "--ledger", tmp_path / "a", "--json").stdout.splitlines()
    assert json.loads(line)["reports"] == 2
    assert (
        "Nothing in the ledger fits."
        in run("copies", "--ledger", tmp_path / "a", "--outlet", "C").stdout
    )


def test_what_is_left_out_is_told(folder: Path) -> None:
    assert "and more: --limit N shows N" in run("events", "--ledger", folder, "--limit", 1).stdout
    assert "and more" not in run("events", "--ledger", folder).stdout


def test_words_are_searched(folder: Path) -> None:
    assert (
        len(run("search", "--ledger", folder, "moscow", "DRONES", "--json").stdout.splitlines())
        == 2
    )
    assert "Nothing" in run("search", "--ledger", folder, "zebra").stdout


def test_an_older_state_can_be_asked(folder: Path) -> None:
    assert "Nothing" in run("events", "--ledger", folder, "--at", "2022-05-03").stdout


def test_an_id_is_traced(folder: Path) -> None:
    identity = json.loads(run("events", "--ledger", folder, "--json").stdout.splitlines()[0])["id"]
    shown = run("trace", "--ledger", folder, identity).stdout
    assert "shown by    Iran sold drones to Russia" in shown
    assert "said by     asserts: Ukraine (UKR)" in shown
    assert "as they stand in the report" in shown
    assert json.loads(run("trace", "--ledger", folder, identity, "--json").stdout)["sound"] is True


def test_marks_that_move_a_terminal_are_spelled_out(tmp_path: Path) -> None:
    entry = sale()
    entry.reading["events"][0]["evidence"] = f"Iran {ESCAPE}[2J[red]sold"
    ledger(tmp_path / "a", entry)
    shown = run("events", "--ledger", tmp_path / "a", columns=200).stdout
    assert ESCAPE not in shown
    assert "<U+001B>[2J[red]sold" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--type", "BOMB"), "type: 'BOMB' is not known. Known: AGREE"),
        (("--since", "soon"), "'soon' is no date"),
        (("--at", "soon"), "'soon' is no date"),
    ],
)
def test_what_is_not_understood_is_one_line(
    folder: Path, words: tuple[str, ...], told: str
) -> None:
    result = run("events", "--ledger", folder, *words)
    assert result.exit_code == 1
    assert told in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("question", [*QUESTIONS, "compact", "reread"])
def test_where_there_is_no_ledger_none_is_made(tmp_path: Path, question: str) -> None:
    result = run(question, "--ledger", tmp_path / "gone")
    assert result.exit_code == 1
    assert "is no ledger: nothing was entered there." in result.stderr
    assert "dragoman read PATHS --into gone" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "gone").exists()


def test_small_files_are_put_together(tmp_path: Path) -> None:
    ledger(tmp_path / "a", sale(0))
    ledger(tmp_path / "a", sale(1))
    result = run("compact", "--ledger", tmp_path / "a")
    assert result.exit_code == 0
    assert "files fewer" in result.stderr


@pytest.mark.parametrize(
    "name", [command.name for command in (*asking.COMMANDS, *standing.COMMANDS, judge)]
)
def test_help_has_an_example(name: str) -> None:
    assert f"    dragoman {name}" in run(name, "--help").stdout


@pytest.mark.parametrize("name", ["events", "judge", "why", "whatif"])
def test_help_imports_nothing_heavy(name: str) -> None:
    program = (
        "import sys\n"
        "from dragoman.workflow.cli.main import main\n"
        f"main([{name!r}, '--help'], standalone_mode=False)\n"
        "print('MODULES', *sys.modules)\n"
    )
    command = [sys.executable, "-c", program]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    loaded = set(result.stdout.partition("MODULES ")[2].split())
    heavy = {"duckdb", "deltalake", "pyarrow", "spacy", "rich", "scipy", "numpy"}
    assert not loaded & (heavy | {"dragoman.ledger", "dragoman.structure", "dragoman.views"})


def test_what_cannot_be_read_again_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ledger(tmp_path / "a", sale())
    refused = Summary(seen=2, read=1, refused=[("b\x1b.txt", "cannot be parsed.")])
    monkeypatch.setattr(run_, "read_again", lambda *_, **__: refused)
    result = run("reread", "--ledger", tmp_path / "a")
    assert result.exit_code == 1
    assert "not read b<U+001B>.txt: cannot be parsed." in result.stderr
    assert "1 read again, 1 not read" in result.stderr


@pytest.mark.model
def test_reports_are_read_into_a_ledger(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ukraine accused Iran of arming Russia.\n")
    words = ("read", tmp_path / "a.txt", tmp_path / "b.txt", "--into", tmp_path / "crisis")
    result = run(*words, "--published", "2022-10-18")
    assert result.exit_code == 1
    assert f"not read {tmp_path / 'b.txt'}: does not exist. Check the path." in result.stderr
    assert "2 seen: 1 read, 0 there already, 1 not read" in result.stderr
    again = run(*words, "--json")
    assert json.loads(again.stdout)["already"] == 1
    assert "ACCUSE" in run("events", "--ledger", tmp_path / "crisis").stdout
