from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.errors import ReportError
from dragoman.archive.decoding import declared_in, decode, likely

RUSSIAN = "Правительство объявило в понедельник, что выведет войска с границы. " * 3


@pytest.mark.parametrize(
    "declared", ["utf-8", "UTF8", "iso-8859-1", "shift_jis", "x-none", "", None, "\0", "hex"]
)
def test_flawless_utf_8_is_utf_8_whatever_is_declared(declared: str | None) -> None:
    assert decode("a", "Chișinău “no”".encode(), declared) == ("Chișinău “no”", None)


@pytest.mark.parametrize(
    ("declared", "codec"),
    [("windows-1251", "cp1251"), ("koi8-r", "koi8_r"), ("iso-8859-5", "iso8859_5")],
)
def test_a_declared_encoding_that_fits_is_taken_without_a_note(declared: str, codec: str) -> None:
    assert decode("a", RUSSIAN.encode(codec), declared) == (RUSSIAN, None)


def test_latin_1_that_is_declared_is_windows_1252_as_in_browsers() -> None:
    assert decode("a", "“No”, he said".encode("cp1252"), "iso-8859-1") == ("“No”, he said", None)


def test_another_alphabet_is_known_by_its_letters() -> None:
    text, note = decode("a", RUSSIAN.encode("cp1251"))
    assert text == RUSSIAN
    assert note == "no UTF-8: read as cp1251"


@pytest.mark.parametrize(
    "declared", ["utf-7", "unicode_escape", "rot13", "utf-16", "base64", "idna", "undefined"]
)
def test_encodings_that_hide_things_are_not_taken(declared: str) -> None:
    assert decode("a", b"+ADw-script+AD4- caf\xe9", declared)[0].startswith("+ADw-script")


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b'<html><meta charset="windows-1252">', "windows-1252"),
        (b"<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><rss>', "iso-8859-2"),
        (b"<html>charset=no", None),
    ],
)
def test_what_a_page_declares_is_found(head: bytes, declared: str | None) -> None:
    assert declared_in(head) == declared


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_of_a_stream_is_told_by_its_beginning(codec: str) -> None:
    data = ("text,title\n" + "“Never”, he said. " * 9).encode(codec)
    cut = data[:-1]
    assert cut.decode(likely(cut), "replace").startswith("text,title")


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=12)))
def test_no_bytes_raise_anything_else(data: bytes, declared: str | None) -> None:
    try:
        text, _ = decode("a", data, declared)
    except ReportError:
        return
    assert isinstance(text, str)
