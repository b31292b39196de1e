from __future__ import annotations

import io
import os
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.alphabet import settings as limits
from dragoman.alphabet.errors import ReportError
from dragoman.archive.gather import gather, read_bytes
from dragoman.archive.report import Custody, Report

from .making import PAGE, samples
from .serving import answer, serving, web

STORY = "Iran said on Tuesday that it had sold no drones to Russia."
FRENCH = "Le gouvernement a annoncé lundi qu'il retirerait ses troupes de la frontière. " * 5


def write(path: Path, text: str = STORY) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def reasons(*paths: Path) -> list[str]:
    return [one.reason for one in gather(paths) if isinstance(one, ReportError)]


def test_a_folder_is_read_at_any_depth_sorted_each_file_once(tmp_path: Path) -> None:
    second = write(tmp_path / "b" / "two.md")
    first = write(tmp_path / "a.TXT")
    write(tmp_path / ".hidden" / "no.txt")
    write(tmp_path / "data.bin")
    found = list(gather([second, tmp_path, tmp_path / "b" / ".." / "a.TXT"]))
    assert [one.name for one in found] == [str(first), str(second)]


def test_a_file_that_is_named_is_read_whatever_its_ending(tmp_path: Path) -> None:
    (report,) = gather([write(tmp_path / "wire.2022-10-18")])
    assert isinstance(report, Report)
    assert report.text == STORY
    assert str(report.published) == "2022-10-18"


def test_what_is_missing_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    there = write(tmp_path / "z.txt")
    refusal, report = gather([there, tmp_path / "gone.txt"])
    assert isinstance(refusal, ReportError)
    assert refusal.reason == "does not exist."
    assert refusal.name == str(tmp_path / "gone.txt")
    assert isinstance(report, Report)


def test_a_folder_without_reports_is_refused_with_what_was_looked_for(tmp_path: Path) -> None:
    write(tmp_path / "data.bin")
    (refusal,) = gather([tmp_path])
    assert "has no reports in it. Looked for *.txt, *.md, *.html, *.htm" in str(refusal)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "a.txt", " \n")) == ["is empty."]


def test_a_file_that_is_too_large_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "LARGEST_FILE", 10)
    assert reasons(write(tmp_path / "a.txt")) == ["is larger than 10 bytes."]


def test_another_language_is_refused_by_name(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "a.txt", FRENCH)) == ["is in another language (fr)."]


def test_a_short_text_in_another_language_is_undecided_and_passes(tmp_path: Path) -> None:
    assert reasons(write(tmp_path / "a.txt", FRENCH[:70])) == []


def test_a_long_text_without_a_stop_has_no_sentences() -> None:
    refusal = read_bytes("a.txt", b"the of and to said " * 300_000)
    assert isinstance(refusal, ReportError)
    assert refusal.reason == "no sentences: 5,700,000 characters without a full stop."


def test_a_text_as_long_as_books_is_refused() -> None:
    refusal = read_bytes("a.txt", (STORY + " ").encode() * 40_000)
    assert isinstance(refusal, ReportError)
    assert "is longer than 2,000,000 characters." in str(refusal)


def test_a_page_under_the_name_of_a_text_is_read_as_a_page() -> None:
    refusal = read_bytes("a.txt", b"<!DOCTYPE html><html><body></body></html>")
    assert isinstance(refusal, ReportError)
    assert refusal.reason == "has no story in it."


def test_every_format_in_a_folder_is_read(tmp_path: Path) -> None:
    for name, data in samples().items():
        (tmp_path / name).write_bytes(data)
    found = list(gather([tmp_path]))
    assert [one.name for one in found if isinstance(one, ReportError)] == [f"{tmp_path}/a.rss#3"]
    texts = [one.text for one in found if isinstance(one, Report)]
    assert len(texts) == 26
    assert sum(STORY[:30] in text for text in texts) == 25  # all but the feed's second entry


def test_custody_tells_bytes_and_time(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt")
    now = datetime(2026, 1, 2, tzinfo=UTC)
    (report,) = gather([path], clock=lambda: now)
    assert isinstance(report, Report)
    assert report.custody == Custody(sha256(path.read_bytes()).hexdigest(), taken=now)


def test_a_pattern_stands_for_the_files_that_it_fits(tmp_path: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b1.txt", "sub/a3.txt"):
        write(tmp_path / name)
    found = [Path(one.name).name for one in gather([str(tmp_path / "**" / "a*.txt")])]
    assert found == ["a1.txt", "a2.txt", "a3.txt"]
    assert reasons(tmp_path / "c*.txt") == ["does not exist."]


def test_a_file_whose_name_is_a_pattern_is_that_file(tmp_path: Path) -> None:
    write(tmp_path / "a[1].txt")
    write(tmp_path / "a1.txt")
    assert [one.name for one in gather([tmp_path / "a[1].txt"])] == [str(tmp_path / "a[1].txt")]


def test_standard_input_is_read_whatever_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(samples()["a.pdf"])))
    (report,) = gather(["-"])
    assert isinstance(report, Report)
    assert (report.name, report.text[:4]) == ("-", "Iran")


def test_an_address_is_fetched_and_named_by_itself() -> None:
    with serving(lambda _: iter([answer(PAGE)])) as server:
        (report,) = gather([server.address("/iran")], web=web())
    assert isinstance(report, Report)
    assert report.url == report.name == server.address("/iran")


def test_a_loopback_address_is_refused_by_default() -> None:
    (refusal,) = gather(["http://127.0.0.1:9/"])
    assert "is no address of the public internet" in str(refusal)


def test_an_address_as_a_path_is_told_of() -> None:
    assert reasons(Path("https://news.example/a")) == ["is an address that was made a path."]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert reasons(tmp_path) == ["is no file."]


def test_a_path_that_no_system_has_is_refused() -> None:
    assert len(reasons(Path("a\0b.txt"))) == 1


@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.md", "a"]))
@example(b"<html>" + b"<div>" * 2_000, "a.html")
@example(b"\xff\xfe<\x00h\x00t\x00m\x00l\x00>\x00\x00\xd8", "a.txt")
@settings(max_examples=150, deadline=None)
def test_no_bytes_raise(data: bytes, name: str) -> None:
    assert isinstance(read_bytes(name, data), Report | ReportError)


def test_a_text_of_which_much_is_lost_says_how_much() -> None:
    report = read_bytes("a.txt", STORY.encode() + "\ufffd".encode() * 9)
    assert isinstance(report, Report)
    assert any("% of its characters could not be read" in note for note in report.notes)


def test_a_page_of_200_megabytes_is_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    with path.open("wb") as file:
        file.write(PAGE)
        file.truncate(200_000_000)
    assert reasons(path) == ["is larger than 20,000,000 bytes."]


def test_a_million_words_without_a_space_are_no_report() -> None:
    refusal = read_bytes("a.txt", b"drone" * 1_000_000)
    assert isinstance(refusal, ReportError)
    assert "without a full stop" in refusal.reason
