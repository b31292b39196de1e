from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.alphabet import settings as limits
from dragoman.alphabet.errors import ReportError
from dragoman.archive.gather import gather, read_bytes
from dragoman.archive.report import Report

STORY = "Iran denied on Monday that it had sold drones to Russia."
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
    write(tmp_path / "data.csv")
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
    write(tmp_path / "data.csv")
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
