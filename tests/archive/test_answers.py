from __future__ import annotations

import io
import zlib

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.answers import answer_in, body_of
from dragoman.archive.formats import reports_in
from dragoman.archive.limits import Budget
from dragoman.archive.report import Report

from .making import PAGE, answer, packed

HTML = "Content-Type: text/html"


def told(data: bytes) -> list[str]:
    """What is said of each record: its title, or the refusal."""
    found = reports_in("a.warc", io.BytesIO(data))
    return [str(one.title if isinstance(one, Report) else one) for one in found]


@pytest.mark.parametrize("pieces", [False, True])
@pytest.mark.parametrize("packing", ["gzip", "br", "zstd"])
def test_a_packed_answer_is_unpacked_and_the_next_is_read(packing: str, pieces: bool) -> None:
    data = packed(packing, pieces=pieces) + answer()
    assert told(data) == ["Iran denies drone sale"] * 2


@pytest.mark.parametrize("packing", ["gzip", "br", "zstd", "deflate"])
def test_a_packed_answer_that_is_damaged_costs_itself_only(packing: str) -> None:
    damaged = answer(
        b"\x1f\x8b\x28\xb5\x2f\xfd" + b"noise" * 99, f"{HTML}\r\nContent-Encoding: {packing}"
    )
    first, second = told(damaged + answer())
    assert first.startswith("a.warc#1: is packed by ")
    assert second == "Iran denies drone sale"


@pytest.mark.parametrize("packing", ["br", "zstd", "gzip"])
def test_a_packed_answer_of_nothing_but_zeros_stops_and_costs_itself_only(packing: str) -> None:
    first, second = told(packed(packing, bytes(100_000_000)) + answer())
    assert "unpacks to more than 200 times its size" in first
    assert second == "Iran denies drone sale"


@pytest.mark.parametrize("packing", ["gzip", "br", "x-other", "gzip, br"])
def test_what_a_crawler_has_unpacked_is_read_as_it_is(packing: str) -> None:
    head = f"{HTML}\r\nContent-Encoding: {packing}\r\nTransfer-Encoding: chunked"
    assert told(answer(PAGE, head)) == ["Iran denies drone sale"]


def test_a_packing_that_is_not_known_is_named() -> None:
    data = answer(b"\x00\x01" + PAGE, f"{HTML}\r\nContent-Encoding: x-other")
    assert told(data + answer())[0].startswith("a.warc#1: is packed in an unknown way (x-other).")


def test_a_body_packed_again_and_again_is_refused() -> None:
    data = answer(b"\x1f\x8b", f"{HTML}\r\nContent-Encoding: {', '.join(['gzip'] * 9)}")
    assert "packed again and again" in told(data + answer())[0]


@pytest.mark.parametrize(
    "body",
    [
        b"5\r\nIran \r\n3;a=b\r\nand\r\n0\r\n\r\n",
        b"5\nIran \n3\nand\n0\n\n",
        b"8\r\nIran and\r\n",
        b"8\r\nIran and\r\nffffffffffff\r\n",
    ],
)
def test_pieces_are_put_together(body: bytes) -> None:
    found = answer_in(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + body)
    assert found is not None
    assert body_of("a", found, Budget("a")) == b"Iran and"


def test_deflate_is_unpacked_with_its_wrapping_and_without() -> None:
    bare = zlib.compress(PAGE)[2:-4]
    for data in (zlib.compress(PAGE), bare):
        found = answer_in(b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + data)
        assert found is not None
        assert body_of("a", found, Budget("a")) == PAGE


def test_the_head_tells_status_type_and_letters() -> None:
    found = answer_in(b"HTTP/2 404\r\ncontent-type: Text/HTML; Charset='utf-8'\r\n\r\nx")
    assert found is not None
    assert (found.status, found.media, found.charset, found.body) == (
        404,
        "text/html",
        "utf-8",
        b"x",
    )


@pytest.mark.parametrize(
    "data", [b"", b"HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"a: b\r\n" * 99_999]
)  # fmt: skip
def test_what_is_no_answer_is_none(data: bytes) -> None:
    assert answer_in(data) is None


def test_a_body_has_a_limit() -> None:
    found = answer_in(b"HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + zlib.compress(PAGE))
    assert found is not None
    with pytest.raises(ReportError, match="unpacks to more than"):
        body_of("a", found, Budget("a", left=100))
