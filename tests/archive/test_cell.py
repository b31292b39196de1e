from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.cell import Cell, Job
from dragoman.archive.report import Report

from .making import PAGE, STORY, answer, lines, rows, zipped

#: Stands where a reader would and does what a broken one does, at the words that it reads.
PLAYER = """
import os, signal, sys, time
from dragoman.archive import columns as table, formats
from dragoman.archive.readers import plain
honest, honest_rows = plain.read, table.report_of

def act(text):
    if "PLAY crash" in text: os.kill(os.getpid(), signal.SIGSEGV)
    if "PLAY kill" in text: os.kill(os.getpid(), signal.SIGKILL)
    if "PLAY sleep" in text: time.sleep(60)
    if "PLAY spin" in text:
        while True: pass
    if "PLAY memory" in text: bytearray(20_000_000_000)
    if "PLAY chatter" in text: print("{}" * 9_000); os.write(1, b"x" * 9_000)
    if "PLAY connect" in text:
        import socket; socket.create_connection(("127.0.0.1", 9))
    if "PLAY spawn" in text: os.system("true")
    if "PLAY nonsense" in text: os.write(int(os.environ["PLAY_WIRE"]), b"x" * 99)

def read(name, data, declared=None):
    act(data.decode("utf-8", "replace"))
    return honest(name, data, declared)

def row(name, row, columns, custody):
    act(str(row))
    return honest_rows(name, row, columns, custody)

plain.read, table.report_of = read, row
from dragoman.archive import cellmate
cellmate.HELD = float(os.environ.get("PLAY_HELD", cellmate.HELD))
cellmate.main()
"""


class Played(Cell):
    """A cell whose readers do what the text says."""

    def _command(self) -> list[str]:
        return [*super()._command()[:-2], "-c", PLAYER]


def write(path: Path, data: bytes) -> Job:
    path.write_bytes(data)
    return Job(
        str(path), str(path), size=len(data), several=path.suffix in (".jsonl", ".zip", ".warc")
    )


def shown(found: list[tuple[int, Report | ReportError]]) -> list[str]:
    return [one.reason if isinstance(one, ReportError) else one.text[:4] for _, one in found]


def test_jobs_are_answered_in_order_by_one_process(tmp_path: Path) -> None:
    jobs = [write(tmp_path / f"{n}.txt", f"{n:03} {STORY}".encode()) for n in range(40)]
    with Cell() as cell:
        found = list(cell.read(jobs))
        assert cell.deaths == 0
    assert shown(found) == [f"{n:03} " for n in range(40)]
    assert [number for number, _ in found] == list(range(40))


def test_bytes_are_read_like_files() -> None:
    with Cell() as cell:
        found = list(cell.read([Job("a.html", None, PAGE), Job("b.txt", None, STORY.encode())]))
    assert shown(found) == ["Iran", "Iran"]


@pytest.mark.parametrize(
    ("play", "reason"),
    [
        ("crash", "crashed its reader"),
        ("kill", "made the system end its reader"),
        ("sleep", "took longer than 1 s to read"),
        ("memory", "takes more memory than a report may"),
        ("connect", "cannot be read"),
        ("spawn", "cannot be read"),
    ],
)
def test_a_death_is_told_of_and_the_rest_is_read(tmp_path: Path, play: str, reason: str) -> None:
    texts = [STORY, f"PLAY {play}. {STORY}", STORY]
    jobs = [write(tmp_path / f"{n}.txt", text.encode()) for n, text in enumerate(texts)]
    with Played(seconds=1.0, memory=2_000_000_000) as cell:
        found = list(cell.read(jobs))
    first, dead, last = shown(found)
    assert (first, last) == ("Iran", "Iran")
    assert dead.startswith(reason)
    assert str(found[1][1]).startswith(str(tmp_path / "1.txt"))


@pytest.mark.parametrize("held", [0.0, 60.0])
def test_what_was_read_before_a_death_is_told_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: float
) -> None:
    monkeypatch.setenv("PLAY_HELD", str(held))
    texts = [f"{n:03} {STORY}" for n in range(20)]
    texts[7] = texts[12] = f"PLAY crash. {STORY}"
    jobs = [write(tmp_path / f"{n:03}.txt", text.encode()) for n, text in enumerate(texts)]
    jobs.insert(5, write(tmp_path / "a.jsonl", lines(rows(3))))
    with Played() as cell:
        found = shown(list(cell.read(jobs)))
        assert cell.deaths == 2
    told = [f"{n:03} " for n in range(20)]
    told[7] = told[12] = "crashed its reader (Segmentation fault)."
    assert found == [*told[:5], *["Iran"] * 3, *told[5:]]


def test_three_deaths_in_a_row_lose_three_reports(tmp_path: Path) -> None:
    texts = [STORY, *[f"PLAY crash. {STORY}"] * 3, STORY]
    jobs = [write(tmp_path / f"{n}.txt", text.encode()) for n, text in enumerate(texts)]
    with Played() as cell:
        found = shown(list(cell.read(jobs)))
        assert cell.deaths == 3
    assert [one[:4] for one in found] == ["Iran", "cras", "cras", "cras", "Iran"]


def test_a_death_inside_an_archive_costs_one_record(tmp_path: Path) -> None:
    values = rows(6)
    values[3]["Body Text"] = "PLAY crash."
    with Played() as cell:
        found = list(cell.read([write(tmp_path / "a.jsonl", lines(values))]))
    assert [isinstance(one, Report) for _, one in found] == [True] * 3 + [False] + [True] * 2
    assert "the 4. of it, that crashed its reader" in str(found[3][1])
    assert [one.name[-2:] for _, one in found if isinstance(one, Report)] == [
        "#1",
        "#2",
        "#3",
        "#5",
        "#6",
    ]


def test_an_archive_that_dies_again_and_again_is_left(tmp_path: Path) -> None:
    values = rows(30)
    for value in values:
        value["Body Text"] = "PLAY crash."
    with Played() as cell:
        found = shown(list(cell.read([write(tmp_path / "a.jsonl", lines(values))])))
        assert cell.deaths <= 10
    assert 0 < len(found) <= 10


def test_what_a_library_prints_does_not_reach_the_pipe(tmp_path: Path) -> None:
    with Played() as cell:
        found = list(cell.read([write(tmp_path / "a.txt", f"PLAY chatter. {STORY}".encode())]))
        assert cell.deaths == 0
    assert shown(found) == ["PLAY"]


def test_the_clock_runs_only_while_this_side_waits(tmp_path: Path) -> None:
    jobs = [write(tmp_path / f"{n}.txt", STORY.encode()) for n in range(4)]
    with Cell(seconds=1.0) as cell:
        for _ in cell.read(jobs):
            time.sleep(0.4)
        assert cell.deaths == 0


def test_who_stops_listening_leaves_nothing_behind(tmp_path: Path) -> None:
    jobs = [write(tmp_path / f"{n}.txt", f"{n:03} {STORY}".encode()) for n in range(4)]
    with Cell() as cell:
        answers = cell.read(jobs)
        assert next(answers)[0] == 0
        answers.close()  # type: ignore[attr-defined]
        assert shown(list(cell.read(jobs[2:]))) == ["002 ", "003 "]


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with Cell() as cell:
        (found,) = shown(list(cell.read([Job("a.txt", str(tmp_path / "a.txt"))])))
    assert found == "cannot be read: No such file or directory."


def test_no_module_is_taken_from_the_folder_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lxml.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Cell() as cell:
        assert shown(list(cell.read([Job("a.html", None, PAGE)]))) == ["Iran"]


def test_a_closed_cell_has_no_process(tmp_path: Path) -> None:
    cell = Cell()
    list(cell.read([write(tmp_path / "a.txt", STORY.encode())]))
    assert cell._process is not None
    number = cell._process.pid
    cell.close()
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)


def test_a_warc_and_a_zip_go_through_the_pipe_as_many(tmp_path: Path) -> None:
    jobs = [
        write(tmp_path / "a.warc", answer() * 3),
        write(tmp_path / "b.zip", zipped({f"{n}.txt": STORY.encode() for n in range(4)})),
    ]
    with Cell() as cell:
        assert [number for number, _ in cell.read(jobs)] == [0] * 3 + [1] * 4
