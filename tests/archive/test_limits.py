from __future__ import annotations

import gzip
import io
import random

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive import limits
from dragoman.archive.limits import Budget, Counted, Inflated, whole

NOISE = random.Random(0).randbytes(300_000)


def unpacked(data: bytes, left: int = limits.FILE) -> tuple[bytes, Inflated]:
    raw = Inflated("a", io.BytesIO(data), Budget("a", left))
    return whole("a", io.BufferedReader(raw), limits.RECORD), raw


def test_a_stream_of_several_parts_is_one_and_knows_where_they_begin() -> None:
    first, second = gzip.compress(NOISE), gzip.compress(b"end")
    data, raw = unpacked(first + second)
    assert data == NOISE + b"end"
    assert raw.parts[len(NOISE)] == len(first)
    assert not raw.damaged


@pytest.mark.parametrize("data", [gzip.compress(NOISE)[:-9], gzip.compress(NOISE) + b"noise"])
def test_damage_ends_the_stream_and_is_told(data: bytes) -> None:
    found, raw = unpacked(data)
    assert NOISE.startswith(found)
    assert raw.damaged


def test_a_bomb_stops_after_a_megabyte() -> None:
    data = gzip.compress(bytes(40_000_000))
    raw = Inflated("a", io.BytesIO(data), budget := Budget("a"))
    with pytest.raises(ReportError, match="200 times its size"):
        whole("a", io.BufferedReader(raw), limits.RECORD)
    assert limits.FILE - budget.left < 9_000_000


def test_thousands_of_empty_parts_are_refused() -> None:
    with pytest.raises(ReportError, match="parts"):
        unpacked(gzip.compress(b"") * 20_000)


def test_all_records_together_have_a_limit() -> None:
    with pytest.raises(ReportError, match="unpacks to more than"):
        unpacked(gzip.compress(NOISE), left=100_000)


def test_a_record_has_a_limit() -> None:
    with pytest.raises(ReportError, match="larger than 1,000 bytes"):
        whole("a", io.BytesIO(NOISE), 1_000)


def test_what_an_archive_says_of_a_member_is_not_believed() -> None:
    stream = Counted("a", io.BytesIO(bytes(3_000_000)), 100, Budget("a"))
    with pytest.raises(ReportError, match="200 times its size"):
        whole("a", stream, limits.RECORD)


def test_members_are_counted() -> None:
    budget = Budget("a", members=2)
    budget.enter()
    budget.enter()
    with pytest.raises(ReportError, match="members"):
        budget.enter()
