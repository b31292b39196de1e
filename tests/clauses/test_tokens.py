from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clauses.tokens import token_spans


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in token_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They don't", ["They", "do", "n't"]),
        ("They can’t", ["They", "ca", "n’t"]),
        ("He cannot stay", ["He", "can", "not", "stay"]),
        ("Iran’s drones", ["Iran", "’s", "drones"]),
        ("the states' envoys", ["the", "states", "'", "envoys"]),
        ("the U.S.-led talks", ["the", "U.S.", "-", "led", "talks"]),
        ("an anti-government rally", ["an", "anti-government", "rally"]),
        ("a UN-backed truce", ["a", "UN", "-", "backed", "truce"]),
        ("a 35-year-old man", ["a", "35", "-", "year", "-", "old", "man"]),
        ("$5.5bn at 7:30pm", ["$", "5.5", "bn", "at", "7:30", "pm"]),
        ("the 1990s and the 20th", ["the", "1990s", "and", "the", "20th"]),
        ("on 2022-10-18", ["on", "2022-10-18"]),
        ("Gen. A. B. Khan spoke", ["Gen.", "A.", "B.", "Khan", "spoke"]),
        ("He said no.", ["He", "said", "no", "."]),
        ("No. 5 and No.", ["No.", "5", "and", "No", "."]),
        ("see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1", "."]),
        ("O'Brien met Shi'ites", ["O'Brien", "met", "Shi'ites"]),
        ("Wait... what?!", ["Wait", "...", "what", "?!"]),
    ],
)
def test_words_are_those_of_the_treebanks(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text())
def test_only_white_space_is_left_out(text: str) -> None:
    at = 0
    for start, end in token_spans(text):
        assert at <= start < end
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()


@pytest.mark.parametrize("shape", ['"', "(", "a", "a.", "1.", "a@", "http://", "a-", "'", '"('])
def test_the_number_of_words_grows_with_the_text(shape: str) -> None:
    short = len(list(token_spans(shape * 1_000)))
    assert len(list(token_spans(shape * 10_000))) <= 11 * short + 1


def test_a_run_of_marks_is_one_word() -> None:
    assert words('"' * 10_000) == ['"' * 10_000]
