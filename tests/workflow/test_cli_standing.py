from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dragoman.workflow.cli.main import main
from ledger.network import denial, network, told
from ledger.synthetic import ledger

ESCAPE = "\x1b"
COMMANDS = (
    ("why", "IRN", "RUS"), ("relations",), ("blocs",), ("tensions",), ("balance",),
    ("whatif", "SAU ASSAULT USA"), ("turns", "IRN", "RUS"),
)  # fmt: skip
ROWS = ("relations", "tensions", "turns")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("cli") / "crisis"
    network(made)
    return made


def run(*words: str, folder: Path, columns: int = 80) -> Result:
    return CliRunner(env={"COLUMNS": str(columns), "DRAGOMAN_LEDGER": str(folder)}).invoke(
        main, list(words)
    )


@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: w[0])
@pytest.mark.parametrize("columns", [60, 80, 200])
def test_what_is_shown_fits_the_terminal(
    folder: Path, words: tuple[str, ...], columns: int
) -> None:
    result = run(*words, folder=folder, columns=columns)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines
    if columns >= 80:  # below that the lines under a table wrap as the terminal likes
        assert max(map(len, lines)) <= columns
    assert ESCAPE not in result.stdout


@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: w[0])
def test_json_is_one_object_a_line(folder: Path, words: tuple[str, ...]) -> None:
    result = run(*words, "--json", folder=folder)
    assert result.exit_code == 0, result.output
    made = [json.loads(line) for line in result.stdout.splitlines()]
    assert all(isinstance(one, dict) for one in made)
    assert len(made) == 1 or words[0] in ROWS


def test_the_commands_say_what_the_api_says(folder: Path) -> None:
    from dragoman.workflow.ledger import open as open_ledger

    opened = open_ledger(folder)
    shown = json.loads(run("why", "IRN", "RUS", "--json", folder=folder).stdout)
    assert shown == opened.why("IRN", "RUS").to_dict()
    lines = run("relations", "--json", "--actor", "SAU", folder=folder).stdout.splitlines()
    assert [(json.loads(x)["a"], json.loads(x)["b"]) for x in lines] == [
        (r["a"], r["b"]) for r in opened.rows(opened.relations("SAU"))
    ]
    shown = json.loads(run("whatif", "SAU", "ASSAULT", "USA", "--json", folder=folder).stdout)
    assert shown == opened.what_if("SAU ASSAULT USA").to_dict()


def test_the_window_narrows_what_is_asked(folder: Path) -> None:
    words = ("relations", "--since", "2022-10", "--json")
    lines = run(*words, folder=folder).stdout.splitlines()
    assert {(json.loads(x)["a"], json.loads(x)["b"]) for x in lines} == {
        ("RUS", "SAU"), ("IRN", "RUS"),
    }  # fmt: skip
    assert len(run("relations", "--json", "--limit", "2", folder=folder).stdout.splitlines()) == 2


def test_why_is_a_page_that_could_be_printed(folder: Path) -> None:
    shown = run("why", "Iran", "Russia", folder=folder).stdout
    headline = shown.splitlines()[0]
    assert headline.startswith("Iran and Russia seem to stand together: 0.7")
    for part in (
        "What shows it", "What speaks against it", "Whom they share", "Who disputes what",
        "How it changed", "“Iran dealt with Russia again, officials said.”", "Courier 1",
        "11 August 2022", "adversaries", "United States", "denies: Tehran", "against: Tehran",
    ):  # fmt: skip
        assert part in shown, part
    assert len(shown.splitlines()) <= 50


def test_a_what_if_says_first_that_it_is_no_forecast(folder: Path) -> None:
    shown = run("whatif", "SAU", "ASSAULT", "USA", folder=folder).stdout
    assert shown.startswith("If Saudi Arabia → United States: ASSAULT\nA consequence of the model")
    assert shown.splitlines()[1].endswith("and no forecast.")
    assert "Iran   United States" in shown  # the warning


def test_blocs_go_by_name(folder: Path) -> None:
    shown = run("blocs", folder=folder).stdout
    assert "Iran, Russia" in shown
    assert "No partition explains more; against it: " in shown


def test_sure_ties_alone_make_blocs_where_it_is_asked_for(folder: Path) -> None:
    whole, sure = (
        json.loads(run("blocs", "--json", *more, folder=folder).stdout)
        for more in ((), ("--sure",))
    )
    tied = [{place for bloc in found["blocs"] for place in bloc} for found in (whole, sure)]
    assert tied[1] < tied[0]


def test_tensions_and_relations_go_by_name_where_there_is_room(folder: Path) -> None:
    assert "Iran – Russia" in run("relations", folder=folder, columns=110).stdout
    assert "IRN – RUS" in run("relations", folder=folder).stdout
    assert "Saudi Arabia between " in run("tensions", folder=folder, columns=110).stdout


def test_where_nobody_turned_that_is_said(folder: Path) -> None:
    shown = run("turns", "IRN", "RUS", folder=folder).stdout
    assert shown.startswith("No turn shows between Iran and Russia.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("why", "IRN", "IRN"), "are one place. Name two."),
        (("why", "SYR-REB", "IRN"), "stands apart from its state"),
        (("whatif", "peace"), "is no event. Write"),
        (("blocs", "--since", "soon"), "'soon' is no date"),
    ],
)
def test_what_is_not_understood_is_one_line(
    folder: Path, words: tuple[str, ...], said: str
) -> None:
    result = run(*words, folder=folder)
    assert result.exit_code == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: w[0])
def test_where_there_is_no_ledger_the_way_out_is_told(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    result = run(*words, folder=tmp_path / "gone")
    assert result.exit_code == 1
    assert "dragoman read PATHS --into gone" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "gone").exists()


@pytest.mark.parametrize("words", COMMANDS, ids=lambda w: w[0])
def test_an_empty_ledger_has_an_answer(tmp_path: Path, words: tuple[str, ...]) -> None:
    ledger(tmp_path / "empty")
    assert run(*words, folder=tmp_path / "empty").exit_code == 0


def test_marks_that_move_a_terminal_are_spelled_out(tmp_path: Path) -> None:
    hostile = f"{ESCAPE}[2J[red]x\u202e"
    entries = []
    for entry in (told(0, "Iran", "THREATEN", "Russia", "2022-07-04"), denial()):
        entry.reading["outlet"] = hostile
        for event in entry.reading["events"]:
            event["evidence"] = hostile
            for party in (*event["actor"], *event["recipient"]):
                party["name"] = hostile
        for claim in entry.reading["claims"]:
            claim["speaker"]["text"] = claim["content"]["text"] = hostile
        entries.append(entry)
    ledger(tmp_path / "a", *entries)
    for words in (("why", "IRN", "RUS"), ("whatif", "IRN AID RUS")):
        shown = run(*words, folder=tmp_path / "a", columns=200).stdout
        assert ESCAPE not in shown
        assert "\u202e" not in shown
        assert words[0] == "whatif" or "<U+001B>[2J[red]x<U+202E>" in shown
