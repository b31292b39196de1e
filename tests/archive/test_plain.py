from __future__ import annotations

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.decoding import decode
from dragoman.archive.readers.plain import read

TEXT = "Iran “denied” it in Chișinău."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_unicode_is_read_without_a_note(encoding: str) -> None:
    text = "Iran denied it. " * 3 + TEXT
    assert decode("a.txt", text.encode(encoding)) == (text, None)


def test_windows_1252_is_read_with_a_note() -> None:
    text, note = decode("a.txt", "The “café” in Kyiv".encode("cp1252"))
    assert text == "The “café” in Kyiv"
    assert note == "no UTF-8: read as Windows-1252"


def test_utf_8_cut_off_in_a_character_stays_utf_8() -> None:
    text, note = decode("a.txt", (TEXT + " ”").encode()[:-1])
    assert text == TEXT + " \ufffd"
    assert note is not None
    assert "damaged" in note


@pytest.mark.parametrize("data", [b"%PDF-1.4 \x00\x01", bytes(range(32)) * 9, b"\x01\x02ab"])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="is no text"):
        read("a.txt", data)


@pytest.mark.parametrize("data", [b"", b" \r\n", b"\xff\xfe"])
def test_nothing_is_refused_as_empty(data: bytes) -> None:
    with pytest.raises(ReportError, match="is empty"):
        read("a.txt", data)


def test_a_first_line_without_a_stop_is_the_title() -> None:
    assert read("a.txt", b"Iran denies it\n\nIran denied it.").title == "Iran denies it"
    assert read("a.txt", b"Iran denied it.\n\nRussia too.").title is None
    assert read("a.txt", b"Iran denies it").title is None


def test_the_name_tells_the_day_before_the_lines_do() -> None:
    report = read("2022-10-18.txt", b"October 20, 2022\nIran denied it.")
    assert str(report.published) == "2022-10-18"


def test_signs_that_cannot_be_seen_survive() -> None:
    text = "Iran\u202e sold\u200b no\u2066 drones\x07 to\x1b[2J Russia."
    assert read("a.txt", text.encode()).text == text


def test_where_the_day_stands_is_told() -> None:
    assert read("2022-10-18.txt", b"Iran denied it.").dated_by == "file name"
    assert read("a.txt", b"October 18, 2022\nIran denied it.").dated_by == "first lines"
