from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.span import Span
from dragoman.body.split import abbreviations, sentence_spans


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Gen. Mark Ray met U.S. troops at 5 p.m. Monday in St. Petersburg.",
        "It was No. 5 on Sen. Ann Lee's list of Jan. 6.",
        "Inflation rose to 3.5 percent vs. 2.1 percent before the war.",
        "J. R. Lee and George W. Ray of Iron Inc. Europe left.",
        "“Who fired?” he asked.",
        "“...?” he asked.",
        "“Who fired first?” Prime Minister Lee asked.",
        "“We left. it was late,” he said.",
        "at a briefing. press on Monday was told nothing.",
        "WASHINGTON, D.C. (AP) — The envoy left.",
        "MOSCOW, Oct. 18 — Russia left the pact; it gave no reason: none.",
        "Sen. Tom Ray (R-Ark.) voted no.",
        "Maj.-Gen. Ray and Lt. Col. Lee were killed.",
        "He was … Putin's man.",
        "1. Russia must withdraw its army.",
        "The army of al. al-Assad fled.",
    ],
)
def test_a_sentence_is_not_cut_in_two(sentence: str) -> None:
    assert split(sentence) == [sentence]


@pytest.mark.parametrize(
    "sentences",
    [
        pytest.param(["They met in the U.S.", "The visit ended."], id="acronym-starter"),
        pytest.param(["They met in the U.S.", "“No,” he said."], id="acronym-quote"),
        pytest.param(["The ship sailed at 4 a.m.", "Rescuers followed."], id="time-of-day"),
        pytest.param(["“We left.", "We will not return.”", "He smiled."], id="inner-stop"),
        pytest.param(["(The embassy closed in May.)", "The envoy left."], id="bracket"),
        pytest.param(["They left!", "Why?", "Nobody knows."], id="marks"),
        pytest.param(["He waited...", "Then he left."], id="ellipsis"),
        pytest.param(["They chose plan B.", "The army refused."], id="letter"),
        pytest.param(["It fell in Sept.", "Russia lost."], id="month"),
        pytest.param(["It hit No. 5.", "Prices rose."], id="number"),
        pytest.param(["He said no.", "Iran agreed."], id="the-word-no"),
        pytest.param(["He said “no.”", "“Yes,” she said."], id="quotes-meet"),
        pytest.param(['He said "go. "', "The deal is dead."], id="loose-closing-quote"),
        pytest.param(["He left.", '" The deal is dead," he said.'], id="loose-opening-quote"),
        pytest.param(["Troops fell.", "5 died."], id="digit"),
    ],
)
def test_sentences_are_parted(sentences: list[str]) -> None:
    assert split(" ".join(sentences)) == sentences


def test_a_lost_space_parts_sentences_before_a_sure_start() -> None:
    assert split("Troops quit.The next day it rained.") == [
        "Troops quit.",
        "The next day it rained.",
    ]
    assert split("The site news.Com of Iran closed.") == ["The site news.Com of Iran closed."]


def test_line_breaks_inside_a_passage_are_white_space() -> None:
    assert split("Iran denied\nit. Russia\ntoo.") == ["Iran denied\nit.", "Russia\ntoo."]


def test_only_the_passage_is_split() -> None:
    text = "One left. Two stayed. Three fell."
    assert sentence_spans(text, Span(10, 21)) == [Span(10, 21)]


@given(st.text(alphabet='aA.?! "”(“)…’5\n', max_size=60))
def test_sentences_hold_all_that_is_no_white_space(text: str) -> None:
    spans = sentence_spans(text, Span(0, len(text)))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(span.of(text).strip() == span.of(text) != "" for span in spans)


def test_every_abbreviation_has_a_known_meaning() -> None:
    assert set(abbreviations().values()) == {"name", "word", "number", "any", "clock"}
    assert not any(form.endswith(".") for form in abbreviations())
