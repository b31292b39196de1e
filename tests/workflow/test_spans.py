from __future__ import annotations

import pytest

import dragoman
from pressroom import DAY, FORMATS, Compared, published


@pytest.mark.model
@pytest.mark.parametrize("name", FORMATS)
def test_what_is_shown_of_a_report_in_any_format_stands_at_its_place(name: str) -> None:
    compared = Compared()
    for report in published(1, name):
        values = dragoman.read(report.text, published=report.published or DAY).to_dict()
        compared.add(report.text, values)
    assert compared.shown > 10
    assert not compared.wrong


def test_a_span_that_has_slipped_is_seen() -> None:
    text = "Iran denied it."
    compared = Compared()
    compared.add(text, {"events": [{"text": "ran ", "start": 1, "end": 5}]})
    compared.add(text, {"events": [{"text": "Iran", "start": 0, "end": 3}]})
    compared.add(text, {"events": [{"evidence": "x", "start": 9, "end": 99}]})
    compared.add(text, {"events": [{"text": "Iran", "start": 0, "end": 4}]})
    assert compared.shown == 4
    assert len(compared.wrong or []) == 3


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_its_report_back(name: str) -> None:
    for seed in range(3):
        (report,) = published(seed, name)
        assert len(report.text) > 200
