from __future__ import annotations

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.errors import ReportError
from dragoman.archive.report import Custody, Report
from dragoman.archive.wire import (
    Answer,
    BrokenWireError,
    answers_in,
    bundle,
    item_of,
    packed,
    receive,
    values_of,
)

REPORT = Report(
    "a.txt", "Iran \ud800 “no”", date(2022, 10, 18), "C", "https://c.example/", "T", "en", ("n",),
    "Ann Lee", "metadata", Custody("0" * 64, 3, 90),
)  # fmt: skip


def through(data: bytes) -> tuple[dict[str, object], bytes | bytearray]:
    stream = io.BytesIO(data)

    def read(size: int) -> bytes:
        piece = stream.read(size)
        if len(piece) != size:
            raise BrokenWireError
        return piece

    return receive(read)


def test_a_report_arrives_as_it_was_sent() -> None:
    values, data = through(packed(values_of(REPORT), b"\0bytes"))
    assert item_of(values) == REPORT
    assert data == b"\0bytes"


def test_answers_arrive_together_and_in_order() -> None:
    answers: list[Answer] = [(0, REPORT), (0, None), (1, 7), (1, REPORT), (1, None)]
    values, _ = through(packed(bundle(answers)))
    assert list(answers_in(values)) == answers


@pytest.mark.parametrize(
    "values",
    [{}, {"answers": 1}, {"answers": [1]}, {"answers": [["a", None]]}, {"answers": [[0, "a"]]}],
)
def test_answers_of_other_kinds_are_not_taken(values: dict[str, object]) -> None:
    with pytest.raises(BrokenWireError):
        list(answers_in(values))


def test_a_refusal_arrives_with_its_way_out() -> None:
    refusal = ReportError("a: b", "is empty.", "Pass another.")
    arrived = item_of(values_of(refusal))
    assert isinstance(arrived, ReportError)
    assert (str(arrived), arrived.name, arrived.reason) == (str(refusal), "a: b", "is empty.")


@pytest.mark.parametrize(
    "change",
    [
        {"text": 1}, {"name": None}, {"published": "yesterday"}, {"published": 5}, {"notes": [1]},
        {"custody": [1]}, {"custody": ["a", "b", "c"]}, {"url": {}}, {"refused": ["a"]}, {"refused": 3},
    ],
)  # fmt: skip
def test_values_of_other_kinds_are_not_taken(change: dict[str, object]) -> None:
    with pytest.raises(BrokenWireError):
        item_of({**values_of(REPORT), **change})


@given(st.binary(max_size=60))
def test_noise_is_a_broken_wire(data: bytes) -> None:
    try:
        values, _ = through(data)
        item_of(values)
    except BrokenWireError:
        return
    raise AssertionError
