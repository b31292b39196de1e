from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from dragoman.workflow.cli.main import main

ESCAPE = "\x1b"
STORY = """Iran denies drone sale

TEHRAN, Oct. 18, 2022 (Courier) — Iran denied on Tuesday that it had sold drones to Russia.

On Monday, Ukraine expelled two Iranian diplomats. Ukraine accused Iran of arming Russia.

“We sold nothing,” said Reza Karimi, a spokesman for the Iranian Foreign Ministry.
"""
GERMAN = """
Der Hafen der kleinen Stadt lag am Mittwochmorgen still, weil die Arbeiter ihre Schicht nicht
angetreten hatten. Sie verlangen mehr Lohn und kürzere Nächte, und sie wollen erst zurückkehren,
wenn die Leitung mit ihnen spricht. Der Sprecher des Hafens sagte, man habe das Angebot bereits im
Sommer verbessert und könne nun nicht weiter gehen. Die Gewerkschaft widersprach ihm noch am selben
Tag und nannte seine Zahlen falsch. Vor dem Tor standen etwa zweihundert Menschen mit Fahnen und
Trommeln, während die Polizei die Straße zum Bahnhof sperrte. Drei Schiffe aus dem Norden warteten
draußen vor der Mole, und ihre Kapitäne fragten über Funk, wie lange das noch dauern werde. Niemand
konnte es ihnen sagen. Die Bürgermeisterin bot an, zwischen beiden Seiten zu vermitteln, doch die
Leitung lehnte ab. Am Nachmittag begann es zu regnen, und viele gingen nach Hause, ohne dass etwas
entschieden war. Ein alter Kranführer erzählte, er habe in vierzig Jahren schon fünf solcher Streiks
gesehen, und jeder sei am Ende durch ein Gespräch gelöst worden. In den Läden der Altstadt fürchtet
man inzwischen, dass die Waren für den Markt nicht rechtzeitig ankommen. Die Händler haben deshalb
einen Brief an die Regierung geschrieben, in dem sie um rasche Hilfe bitten. Ein Minister antwortete
ihnen, er beobachte die Lage genau, wolle sich aber nicht einmischen. Das genügte den Händlern
nicht. Sie kündigten an, ihre Türen am Freitag für eine Stunde zu schließen, um ihre Sorge zu
zeigen. Am Abend traf sich die Leitung noch einmal mit ihren Anwälten, und hinter den Fenstern brannte
lange Licht. Ob die Arbeit am Donnerstag wieder beginnt, wusste auch um Mitternacht keiner. Die
Fischer, die an dem Streit nicht beteiligt sind, fuhren wie immer vor dem Morgen hinaus und kamen
mit wenig Fang zurück. Sie sagten, das Meer kümmere sich um keinen Lohn. In der Schule sprachen die
Lehrer mit den Kindern über den Streik, denn viele Väter standen draußen vor dem Tor, und manche
Mutter wusste nicht, was sie auf die Fragen ihrer Kinder antworten sollte.
"""


def run(*words: object, env: Mapping[str, str | None] | None = None) -> Result:
    return CliRunner(env={"COLUMNS": "100", **(env or {})}).invoke(main, [str(w) for w in words])


def command(
    *words: object, env: Mapping[str, str] | None = None, **options: Any
) -> subprocess.CompletedProcess[str]:
    """A process of its own, as a shell starts it."""
    program = "from dragoman.workflow.cli.main import main; main(prog_name='dragoman')"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, words)],
        env={**os.environ, "COLUMNS": "100", **(env or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        **options,
    )


def write(path: Path, text: str | bytes = STORY) -> Path:
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def table(briefing: str, title: str) -> list[str]:
    """The lines of one table of a briefing, without its head."""
    lines = [line.rstrip() for line in briefing.splitlines()]
    at = lines.index(title)
    end = lines.index("", at)
    return lines[at + 3 : end]


# --- the briefing ---------------------------------------------------------------------
@pytest.mark.model
@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Actors", ("Iran", "IRN")),
        ("Relations", ("hostile", "SANCTION")),
        ("Claims", ("denies", "drones")),
        ("Timeline", ("2022-10-17", "expelled two Iranian diplomats", "5:12")),
    ],
)
def test_a_briefing_has_its_four_tables(tmp_path: Path, title: str, words: Sequence[str]) -> None:
    result = run("read", write(tmp_path / "a.txt"))
    assert result.exit_code == 0
    rows = "\n".join(table(result.stdout, title))
    assert all(word in rows for word in words), result.stdout


@pytest.mark.model
@pytest.mark.parametrize("columns", ["60", "80", "120"])
def test_no_line_of_a_briefing_is_wider_than_the_terminal(tmp_path: Path, columns: str) -> None:
    result = run("read", write(tmp_path / "a.txt"), env={"COLUMNS": columns})
    lines = result.stdout.splitlines()
    assert lines
    assert max(len(line.rstrip()) for line in lines) <= int(columns)


@pytest.mark.model
def test_a_row_of_a_table_is_one_line(tmp_path: Path) -> None:
    long = "Ukraine accused Iran of arming Russia with " + "very " * 40 + "many drones."
    result = run("read", write(tmp_path / "a.txt", f"{long}\n"), env={"COLUMNS": "80"})
    rows = [*table(result.stdout, "Relations"), *table(result.stdout, "Claims")]
    assert rows
    assert all(re.search(r" 1:\d+$", row) for row in rows), result.stdout
    assert any("…" in row for row in rows)


@pytest.mark.model
def test_data_goes_to_stdout_and_talk_to_stderr(tmp_path: Path) -> None:
    result = run("read", write(tmp_path / "a.txt"), write(tmp_path / "b.txt", ""))
    assert "Actors" in result.stdout
    assert "not read" not in result.stdout
    assert "1 read, 1 not read" in result.stderr
    assert "Actors" not in result.stderr


@pytest.mark.model
def test_what_the_reader_had_to_assume_is_told_on_stderr(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", STORY.replace("“", '"').replace("”", '"').encode("cp1252"))
    result = run("read", path, "--json")
    assert result.exit_code == 0
    assert result.stderr == f"note {path}: no UTF-8: read as Windows-1252\n"


@pytest.mark.model
def test_markup_in_a_report_stays_text(tmp_path: Path) -> None:
    story = (
        "[red]Iran[/red] :bomb: bluffs\n\nUkraine accused [bold]Iran[/bold] of arming [/] Russia.\n"
    )
    result = run("read", write(tmp_path / "a.txt", story))
    assert result.exit_code == 0
    assert "[red]Iran[/red] :bomb: bluffs" in result.stdout


@pytest.mark.model
@pytest.mark.parametrize(
    ("mark", "shown"), [(ESCAPE, "<U+001B>"), ("\u202e", "<U+202E>"), ("\x07", "<U+0007>")]
)
def test_marks_that_move_a_terminal_are_spelled_out(tmp_path: Path, mark: str, shown: str) -> None:
    story = f"Iran {mark}denies\n\nUkraine accused Iran of {mark}arming Russia on Monday.\n"
    result = run("read", write(tmp_path / "a.txt", story))
    assert mark not in result.stdout
    assert shown in result.stdout


# --- JSON -----------------------------------------------------------------------------
PARTY = "text start end name code country sector"
KEYS = {
    "events": "id type mode contexts quad score actor recipient status historical date "
    "date_precision location trigger evidence start end rule confidence claim_id reciprocal",
    "claims": "id speaker cue content stance quoted parent_id event_ids more topic",
    "transfers": "supplier recipient item class status evidence start end claim_id",
    "agreements": "name parties withdrawn negotiating date evidence start end",
    "relations": "a b sign score event_ids statements",
    "times": "text start end value precision",
    "mentions": f"{PARTY} kind",
    "noise": "text start end kind fixed",
    "skipped": "stage reason text start end",
}


@pytest.mark.model
def test_json_is_one_object_a_line_with_the_keys_of_the_contract(tmp_path: Path) -> None:
    paths = [write(tmp_path / name) for name in ("a.txt", "b.txt")]
    result = run("read", tmp_path, "--json", "--outlet", "The Courier")
    values = [json.loads(line) for line in result.stdout.splitlines()]
    assert [value["report"] for value in values] == [str(path) for path in paths]
    for value in values:
        assert set(value) == {"report", "published", "outlet", "url", *KEYS}
        assert (value["published"], value["outlet"], value["url"]) == (
            "2022-10-18",
            "The Courier",
            None,
        )
        assert all(set(one) == set(KEYS[key].split()) for key in KEYS for one in value[key])


@pytest.mark.model
def test_json_of_parties_and_speakers_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    (line,) = run("read", write(tmp_path / "a.txt"), "--json").stdout.splitlines()
    value = json.loads(line)
    parties = [p for e in value["events"] for p in (*e["actor"], *e["recipient"])]
    assert parties
    assert all(set(party) == set(PARTY.split()) for party in parties)
    assert value["claims"]
    for claim in value["claims"]:
        assert set(claim["speaker"]) == {"text", "start", "end", "name", "code"}
        assert set(claim["cue"]) == set(claim["content"]) == {"text", "start", "end"}


@pytest.mark.model
def test_the_day_that_a_report_names_goes_before_the_one_that_is_passed(tmp_path: Path) -> None:
    undated = write(tmp_path / "b.txt", "On Monday, Ukraine expelled two Iranian diplomats.\n")
    dated = write(tmp_path / "a.txt")
    result = run("read", dated, undated, "--json", "--published", "2023-03-08")
    days = [json.loads(line)["published"] for line in result.stdout.splitlines()]
    assert days == ["2022-10-18", "2023-03-08"]


@pytest.mark.model
def test_json_is_utf_8_where_the_terminal_is_not(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    result = command("read", path, "--json", env={"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0, result.stderr
    assert "“We sold nothing,”" in STORY
    assert "—" not in result.stderr
    assert any(c["content"]["text"].startswith("We") for c in json.loads(result.stdout)["claims"])


@pytest.mark.model
def test_a_terminal_without_unicode_ends_nothing(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    result = command("read", path, env={"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0, result.stderr
    assert "Timeline" in result.stdout


# --- what cannot be read --------------------------------------------------------------
REFUSED = [
    pytest.param("a.txt", None, "does not exist. Check the path.", id="missing"),
    pytest.param(
        "a.txt", b"\x7fELF\0\1\2\0" * 90, "is no text. Save it as plain text", id="binary"
    ),
    pytest.param("a.txt", b" \n", "is empty. Pass a file that holds a report.", id="empty"),
    pytest.param(
        "a.txt", GERMAN.encode(), "is in another language (de). Only English is read.", id="german"
    ),
    pytest.param(
        "a.txt",
        b"grain from the port and coal for the city " * 125_000,
        "no sentences: 5,250,000 characters without a full stop. Pass the text of a report.",
        id="five-megabytes-without-a-stop",
    ),
    pytest.param(
        "a.html", b"<html><body></body></html>", "has no story in it. Save", id="no-story"
    ),
]


@pytest.mark.parametrize(("name", "data", "told"), REFUSED)
def test_what_cannot_be_read_is_one_line_with_file_reason_and_way_out(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    path = tmp_path / name
    if data is not None:
        write(path, data)
    result = run("read", path, env={"COLUMNS": "40"})
    assert result.exit_code == 1
    assert result.stdout == ""
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"not read {path}: {told}")


def test_a_folder_without_reports_is_one_line_and_the_count(tmp_path: Path) -> None:
    result = run("read", tmp_path)
    assert result.exit_code == 1
    first, count = result.stderr.splitlines()
    assert first.startswith(f"not read {tmp_path}: has no reports in it. Looked for *.txt")
    assert count == "0 read, 1 not read"


@pytest.mark.model
@pytest.mark.parametrize(("name", "data", "told"), REFUSED)
def test_the_other_reports_are_still_read(
    tmp_path: Path, name: str, data: bytes | None, told: str
) -> None:
    path = tmp_path / name
    if data is not None:
        write(path, data)
    result = run("read", "--json", path, write(tmp_path / "z.txt"))
    assert result.exit_code == 1
    (line,) = result.stdout.splitlines()
    assert json.loads(line)["report"] == str(tmp_path / "z.txt")
    assert told in result.stderr
    assert result.stderr.endswith("1 read, 1 not read\n")


def test_a_file_name_cannot_move_the_cursor(tmp_path: Path) -> None:
    result = run("read", tmp_path / f"{ESCAPE}[2J[red]a.txt")
    assert ESCAPE not in result.stderr
    assert "<U+001B>[2J[red]a.txt: does not exist." in result.stderr


# --- what was not understood ----------------------------------------------------------
@pytest.mark.parametrize(
    "words",
    [
        ("read",),
        ("read", "a.txt", "--published", "18.10.2022"),
        ("read", "a.txt", "--published", "2022-02-30"),
        ("read", "a.txt", "--no-such-option"),
        ("no-such-command",),
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(words: Sequence[str]) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert result.stdout == ""


def test_a_wrong_day_is_told_with_the_right_form() -> None:
    result = run("read", "a.txt", "--published", "18.10.2022")
    assert "--published" in result.stderr
    assert "'18.10.2022' is no date. Write YYYY-MM-DD." in result.stderr


# --- colours --------------------------------------------------------------------------
@pytest.mark.model
def test_no_escape_code_goes_where_no_terminal_is(tmp_path: Path) -> None:
    result = run("read", write(tmp_path / "a.txt"), tmp_path / "gone.txt")
    assert ESCAPE not in result.stdout + result.stderr


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo-terminals")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_a_terminal_gets_colours_unless_no_color_is_set(
    tmp_path: Path, no_color: str, coloured: bool
) -> None:
    import pty

    ours, theirs = pty.openpty()
    program = "from dragoman.workflow.cli.main import main; main()"
    environment = {**os.environ, "TERM": "xterm-256color", "NO_COLOR": no_color, "COLUMNS": "100"}
    with subprocess.Popen(
        [sys.executable, "-c", program, "read", str(write(tmp_path / "a.txt"))],
        env=environment,
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 65_536):
                shown += part
        except OSError:  # how Linux tells that the other side is closed
            pass
    os.close(ours)
    assert process.returncode == 0
    assert b"Timeline" in shown
    assert (ESCAPE.encode() in shown) is coloured


# --- processes ------------------------------------------------------------------------
@pytest.mark.model
def test_a_reader_who_leaves_early_sees_no_traceback(tmp_path: Path) -> None:
    for number in range(3):
        write(tmp_path / f"{number}.txt")
    program = "from dragoman.workflow.cli.main import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "read", str(tmp_path), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read().decode()
    assert "Traceback" not in told
    assert "BrokenPipe" not in told


@pytest.mark.parametrize(
    "words", [("--help",), ("read", "--help"), ("explain", "--help"), ("doctor", "--help")]
)
def test_help_has_an_example(words: Sequence[str]) -> None:
    result = run(*words)
    assert result.exit_code == 0
    example = result.stdout.partition("Example")[2].partition("\n\n")[0]
    assert "    dragoman " in example


def test_the_reports_in_the_examples_of_help_exist() -> None:
    words = run("read", "--help").stdout.split()
    named = [word for word in words if word.startswith("examples/")]
    assert named
    assert all((Path(__file__).parents[2] / name).exists() for name in named)


@pytest.mark.parametrize(
    "words", [("--help",), ("read", "--help"), ("explain", "--help"), ("--version",)]
)
def test_help_imports_nothing_heavy(words: Sequence[str]) -> None:
    program = (
        "import sys\n"
        "from dragoman.workflow.cli.main import main\n"
        f"main({list(words)!r}, standalone_mode=False)\n"
        "print('MODULES', *sys.modules)\n"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    loaded = result.stdout.partition("MODULES ")[2].split()
    assert "dragoman.workflow.cli.read" in loaded
    stages = ("archive", "body", "clauses", "entities", "events", "evidence", "views")
    heavy = {"spacy", "rich", "numpy", "trafilatura", "lxml", "dragoman.workflow.reading"}
    assert not heavy & set(loaded)
    assert not [name for name in loaded if name.startswith(tuple(f"dragoman.{s}" for s in stages))]


# --- explain --------------------------------------------------------------------------


def test_explain_shows_tree_names_senses_and_events() -> None:
    shown = run("explain", "Iran sold drones to Russia.").stdout
    assert "├── Iran  nsubj propn" in shown
    assert "✓ aid.sell-arms  made the event" in shown
    assert "Iran → IRN (state)" in shown
    assert "AID  IRN → RUS  actual  aid.sell-arms" in shown


def test_explain_says_why_a_sense_made_nothing() -> None:
    shown = run("explain", "Iran sold carpets to tourists.").stdout
    assert "object “carpets” is not what it asks for" in shown
    assert "Events: none" in shown


def test_explain_says_that_nobody_is_known() -> None:
    shown = run("explain", "Somebody condemned the bombing.").stdout
    assert "Names: none that the register knows" in shown
    assert "passed over" in shown


def test_explain_says_why_an_act_is_no_event() -> None:
    shown = run("explain", "The film shows Germany's invasion of Norway.").stdout
    assert "· assault.invasion-noun  told of in a work of fiction" in shown
    assert "made the event" not in shown


def test_explain_as_json_is_one_object() -> None:
    values = json.loads(run("explain", "--json", "Iran sold drones to Russia.").stdout)
    (sentence,) = values["sentences"]
    assert [w["head"] for w in sentence["words"] if w["dep"] == "root"] == [0]
    sold = next(c for c in sentence["clauses"] if c["word"] == "sold")
    assert sold["slots"]["object"] == ["drones"]
    assert [s["rule"] for s in sold["senses"] if s["fits"]] == ["aid.sell-arms"]
    assert values["reading"]["events"][0]["type"] == "AID"


def test_explain_reads_standard_input() -> None:
    result = CliRunner().invoke(main, ["explain", "-"], input="Iran sold drones to Russia.\n")
    assert "aid.sell-arms" in result.stdout


def test_markup_in_an_explained_sentence_stays_text() -> None:
    assert "[bold]Iran" in run("explain", "[bold]Iran sold drones to Russia.").stdout


# --- doctor ---------------------------------------------------------------------------
@pytest.mark.model
def test_doctor_names_model_almanac_and_versions() -> None:
    result = run("doctor")
    assert result.exit_code == 0
    facts = dict(line.split(maxsplit=1) for line in result.stdout.splitlines())
    assert set(facts) == {"dragoman", "python", "spacy", "model", "arithmetic", "almanac"}
    assert facts["model"].startswith("English, ")
    assert "states" in facts["almanac"]
    assert facts["python"].startswith(".".join(map(str, sys.version_info[:3])))


@pytest.mark.model
def test_doctor_says_the_same_as_json() -> None:
    facts = json.loads(run("doctor", "--json").stdout)
    assert facts.pop("faults") == []
    printed = run("doctor").stdout
    assert all(value in printed for name, value in facts.items() if name != "arithmetic")


def test_doctor_tells_of_a_model_that_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.clauses import spacy_parser

    monkeypatch.setattr(spacy_parser, "MODEL", tmp_path)
    result = run("doctor")
    assert result.exit_code == 1
    assert "fault: No model in" in result.stderr
    assert "almanac" in result.stdout
