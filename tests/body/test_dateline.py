from __future__ import annotations

import pytest

from dragoman.alphabet.span import Span
from dragoman.body.clean import clean
from dragoman.body.dateline import after_dateline


def rest(text: str) -> str:
    return after_dateline(text, Span(0, len(text))).of(text)


@pytest.mark.parametrize(
    "line",
    [
        "QUITO —",
        "WASHINGTON, D.C. (AP) —",
        "TEL AVIV, Israel (Reuters) -",
        "BOGOTA, Colombia, 9 October 2024 (Northern Wire) -",
        "SEOUL, Sept. 14 –",
        "UNITED NATIONS, Feb. 3, 2021 (Courier) --",
        "PORT-AU-PRINCE (AFP) —",
        "BRUSSELS/PARIS (Reuters) -",
    ],
)
def test_a_dateline_is_left_out(line: str) -> None:
    assert rest(f"{line} Peru left the pact.") == "Peru left the pact."


def test_a_quotation_may_follow_a_dateline() -> None:
    assert rest("QUITO (AP) — “We left,” Peru said.") == "“We left,” Peru said."


@pytest.mark.parametrize(
    "sentence",
    [
        "Quito — Peru left the pact.",
        "PERU said on Monday - Reuters reports - that it left.",
        "U.S.-led troops left.",
        "MIG-29 jets from Peru — old ones — crossed it.",
        "QUITO —",
        "Troops left. QUITO (AP) — Peru stayed.",
        "",
    ],
)
def test_other_capitals_and_dashes_are_no_dateline(sentence: str) -> None:
    assert rest(sentence) == sentence


def test_a_dateline_is_noted_and_its_sentence_stays() -> None:
    body = clean("Power fails\n\nKYIV, Ukraine (AP) — Russian rockets hit a power station.")
    assert [(n.kind, n.text) for n in body.noise] == [("byline", "KYIV, Ukraine (AP) —")]
    assert body.passages[1].span.of(body.text).endswith("hit a power station.")
