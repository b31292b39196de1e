"""``dragoman judge``, on a terminal and without one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import dragoman
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from dragoman.workflow.cli import judge as judging
from dragoman.workflow.cli.main import main
from dragoman.workflow.ledger import Ledger
from ledger.judging import as_read
from ledger.synthetic import VERSIONS, ledger, sale

ESCAPE = "\x1b"
ASKED = b"q quit"
SOLD = f"{sale().id}/{as_read(sale(), 0)['id']}"


def run(folder: Path, *words: object, columns: int = 120, **env: str) -> Result:
    runner = CliRunner(env={"COLUMNS": str(columns)} | env)
    return runner.invoke(main, ["judge", "--ledger", str(folder), *map(str, words)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    ledger(tmp_path / "crisis", sale(0), sale(1))
    return tmp_path / "crisis"


def given(folder: Path) -> list[dict[str, Any]]:
    """The judgements, the oldest first."""
    opened = dragoman.open(folder)
    return opened.rows(opened.judgements())[::-1]


# --- without a terminal ------------------------------------------------------------------------
@pytest.mark.parametrize("columns", [60, 120])
def test_without_a_terminal_events_are_listed(folder: Path, columns: int) -> None:
    result = run(folder, columns=columns)
    assert result.exit_code == 0
    assert "AID: Iran sold drones" in result.stdout or columns < 100
    assert len(result.stdout.splitlines()) == 8
    assert max(map(len, result.stdout.splitlines())) <= columns
    assert result.stdout == run(folder, "--list", columns=columns).stdout


def test_json_gives_ids_that_can_be_judged(folder: Path) -> None:
    lines = run(folder, "--json", "--type", "AID", "--limit", 1).stdout.splitlines()
    (event,) = map(json.loads, lines)
    assert run(folder, event["event_id"], "--reject", "--why", "a film").exit_code == 0
    assert [(r["event_id"], r["why"]) for r in given(folder)] == [(event["event_id"], "a film")]


def test_what_is_judged_is_no_longer_listed(folder: Path) -> None:
    run(folder, SOLD, "--accept")
    assert len(run(folder, "--json").stdout.splitlines()) == 5


@pytest.mark.parametrize(
    ("words", "verdict", "said"),
    [
        ((SOLD, "--accept"), "accept", {}),
        ((SOLD, "--reject"), "reject", {}),
        ((SOLD, "--type", "agree"), "correct", {"change": '{"type": "AGREE"}'}),
        ((SOLD, "--status", "possible", "--mode", ""), "correct", {"change": '{"mode": null, "status": "possible"}'}),
        ((SOLD, "--recipient", "RUS", "--recipient", "BLR"), "correct", {"change": '{"recipient": ["RUS", "BLR"]}'}),
        ((SOLD, "--recipient", ""), "correct", {"change": '{"recipient": []}'}),
        (("TUR", "--merge", "AZE"), "merge", {"code": "TUR", "other": "AZE"}),
        ((f"{sale().id}/0-4", "--split", "IRQ"), "split", {"code": "IRN", "other": "IRQ", "words": "Iran"}),
        ((f"{sale().id}/0-4", "--split", "-"), "split", {"code": "IRN", "other": None}),
    ],
)  # fmt: skip
def test_each_verdict_is_an_option(
    folder: Path, words: tuple[str, ...], verdict: str, said: dict[str, Any]
) -> None:
    result = run(folder, *words, "--by", "anna", "--json")
    assert result.exit_code == 0, result.stderr
    (row,) = given(folder)
    assert (row["verdict"], row["by"], row["holds"]) == (verdict, "anna", True)
    assert {key: row[key] for key in said} == said
    assert json.loads(result.stdout)["id"] == row["id"]


def test_undo_is_an_option_and_the_judge_a_variable(folder: Path) -> None:
    run(folder, SOLD, "--reject", DRAGOMAN_JUDGE="ben")
    assert run(folder, SOLD, "--undo").exit_code == 0
    assert [(r["verdict"], r["holds"]) for r in given(folder)] == [
        ("reject", False),
        ("undo", False),
    ]
    assert given(folder)[0]["by"] == "ben"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((SOLD,), "Say one thing of SUBJECT"),
        ((SOLD, "--accept", "--reject"), "Say one thing of SUBJECT"),
        ((SOLD, "--accept", "--type", "AID"), "Say one thing of SUBJECT"),
        ((SOLD, "--reject", "--since", "2022"), "Say one thing of SUBJECT"),
        ((SOLD, "--type", "AID", "--type", "AGREE"), "An event has one type."),
        (("--reject",), "--reject needs a SUBJECT."),
        (("--mode", "visit"), "--mode needs a SUBJECT."),
        (("--actor", "IRN", "--actor", "RUS"), "Name one --actor."),
    ],
)
def test_what_says_nothing_is_not_understood(
    folder: Path, words: tuple[str, ...], told: str
) -> None:
    result = run(folder, *words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert given(folder) == []


def test_errors_are_one_line(folder: Path, tmp_path: Path) -> None:
    for words in (("event-1", "--accept"), ("--replay", tmp_path / "none"), ("--type", "BOMB")):
        result = run(folder, *words)
        assert result.exit_code == 1
        assert len(result.stderr.splitlines()) == 1
    assert run(tmp_path / "gone").exit_code == 1
    assert not (tmp_path / "gone").exists()


def test_judgements_are_listed_and_replayed(folder: Path, tmp_path: Path) -> None:
    run(folder, SOLD, "--reject", "--why", f"{ESCAPE}[2J a film")
    shown = run(folder, "--given").stdout
    assert "reject" in shown
    assert "<U+001B>[2J a film" in shown
    assert ESCAPE not in shown
    file = tmp_path / "j.jsonl"
    dragoman.open(folder).export("judgements", file)
    with file.open("a", encoding="utf-8") as lines:
        lines.write('{"verdict": "\\u001b[2J"}\n')
    result = run(folder, "--replay", file, "--json")
    assert result.exit_code == 1
    assert f"refused {file}:2: verdict is '\\x1b[2J'. Known: accept" in result.stderr
    assert "2 lines: 0 added, 1 there already, 1 refused" in result.stderr
    assert json.loads(result.stdout)["refused"][0]["line"] == 2
    rows = [json.loads(line) for line in run(folder, "--given", "--json").stdout.splitlines()]
    assert [row["verdict"] for row in rows] == ["reject"]


def test_a_trace_tells_who_judged(folder: Path) -> None:
    run(folder, SOLD, "--reject", "--why", "a film", "--by", "anna")
    words = ["trace", SOLD, "--ledger", str(folder)]
    gone = CliRunner().invoke(main, words)
    assert "Another reading may have dropped it, or a judgement" in gone.stderr
    shown = CliRunner().invoke(main, [*words, "--as-read"]).stdout
    assert "shown by    Iran sold drones to Russia" in shown
    assert "(a film), which does not hold" in shown  # here, where nothing is judged
    run(folder, SOLD, "--accept", "--by", "ben")
    assert "accept by ben on " in CliRunner().invoke(main, words).stdout
    assert "reject by anna" in CliRunner().invoke(main, words).stdout


def test_events_can_be_listed_as_they_were_read(folder: Path) -> None:
    run(folder, SOLD, "--reject")
    words = ["events", "--ledger", str(folder), "--json"]
    counts = [len(CliRunner().invoke(main, [*words, *more]).stdout.splitlines()) for more in ([], ["--as-read"])]  # fmt: skip
    assert counts == [5, 6]


# --- key by key ----------------------------------------------------------------------------------
def keys(pressed: str) -> Iterator[str]:
    yield from pressed
    raise AssertionError("asked once too often")


def session(folder: Path, pressed: str) -> tuple[list[int], dict[str, int], Ledger]:
    """What was shown, the tally, and the ledger."""
    opened = dragoman.open(folder)
    events, shown, hit = opened.unjudged(), list[int](), keys(pressed)
    tally = judging.session(
        opened, events, by="anna", key=lambda: next(hit), show=lambda _, place: shown.append(place)
    )
    return shown, dict(tally), opened


def test_a_key_is_a_verdict_and_goes_on(folder: Path) -> None:
    shown, tally, opened = session(folder, "aX q")
    assert shown == [0, 1, 2, 3]
    assert tally == {"accept": 1, "reject": 1, "skip": 1}
    assert [r["verdict"] for r in given(folder)] == ["accept", "reject"]
    assert len(opened.events()) == 5


def test_after_the_last_event_nobody_is_asked(folder: Path) -> None:
    assert session(folder, "aaaaaa")[1] == {"accept": 6}


@pytest.mark.parametrize("back", ["\x7f", "\b"])
def test_backspace_goes_back_and_takes_the_verdict_with_it(folder: Path, back: str) -> None:
    shown, tally, opened = session(folder, f"x {back}{back}{back}aq")
    assert shown == [0, 1, 2, 1, 0, 0, 1]
    assert tally == {"accept": 1}
    assert [(r["verdict"], r["holds"]) for r in given(folder)] == [
        ("reject", False), ("undo", False), ("accept", True),
    ]  # fmt: skip
    assert len(opened.events()) == 6


def test_other_keys_do_nothing(folder: Path) -> None:
    shown, tally, _ = session(folder, "z\r\x1b")
    assert (shown, tally, given(folder)) == ([0, 0, 0], {}, [])


@pytest.mark.parametrize("error", [EOFError, KeyboardInterrupt])
def test_who_is_interrupted_keeps_what_was_given(folder: Path, error: type[BaseException]) -> None:
    opened = dragoman.open(folder)
    pressed = iter("a")

    def key() -> str:
        for one in pressed:
            return one
        raise error

    events = opened.unjudged()
    assert judging.session(opened, events, by=None, key=key, show=lambda *_: None)["accept"] == 1
    assert len(given(folder)) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no pseudo-terminals")
def test_on_a_terminal_one_event_is_one_screen_and_nothing_moves_it(tmp_path: Path) -> None:
    import pty

    entry = sale()
    entry.reading["events"][0]["rule"] = f"{ESCAPE}]0;title\x07"
    writer = Writer(open_folder(tmp_path / "a"))
    writer.enter([entry], writer.start_run(VERSIONS))
    terminal, inner = pty.openpty()
    program = "from dragoman.workflow.cli.main import main; main()"
    command = [sys.executable, "-W", "ignore", "-c", program]
    command += ["judge", "--ledger", str(tmp_path / "a")]
    env = os.environ | {"COLUMNS": "90", "TERM": "xterm", "NO_COLOR": "1"}
    with subprocess.Popen(command, stdin=inner, stdout=inner, stderr=inner, env=env) as asked:
        shown = seen_until(terminal, ASKED)
        os.write(terminal, b"x")
        shown += seen_until(terminal, ASKED)
        os.write(terminal, b"q")
        shown += seen_until(terminal, b"skipped")
        assert asked.wait(timeout=60) == 0
    os.close(terminal)
    os.close(inner)
    text = shown.decode()
    assert "1 of 3   confidence 0.80" in text
    assert "[Iran→] *sold* drones to [→Russia] in July, Ukraine said on Monday." in text
    assert "said by: Ukraine (UKR), who asserts it" in text
    assert "<U+001B>]0;title<U+0007>" in text
    assert f"{ESCAPE}]0" not in text
    assert "0 accepted, 1 rejected, 0 skipped" in text
    assert [r["verdict"] for r in given(tmp_path / "a")] == ["reject"]


def seen_until(terminal: int, end: bytes) -> bytes:
    """What a terminal shows up to *end*."""
    import select
    import termios

    shown, latest = b"", time.monotonic() + 60
    while end not in shown and time.monotonic() < latest:
        if select.select([terminal], [], [], 0.5)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
    assert end in shown, shown
    while end == ASKED and termios.tcgetattr(terminal)[3] & termios.ICANON:
        time.sleep(0.05)  # keys that come before it asks are thrown away
        assert time.monotonic() < latest
    return shown
