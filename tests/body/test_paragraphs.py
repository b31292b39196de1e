from __future__ import annotations

import pytest

from dragoman.body.paragraphs import ends_sentence, paragraph_spans


def paragraphs(text: str) -> list[str]:
    return [span.of(text) for span in paragraph_spans(text)]


@pytest.mark.parametrize("line", ["They left.", "They left.”", 'He asked "why?"', "(They left.)"])
def test_closing_marks_hide_no_stop(line: str) -> None:
    assert ends_sentence(line)


@pytest.mark.parametrize("line", ["Troops leave Kherson", "He said:", "", "”"])
def test_a_line_without_a_stop_ends_no_sentence(line: str) -> None:
    assert not ends_sentence(line)


def test_blank_lines_part_paragraphs_whatever_white_space_they_hold() -> None:
    assert paragraphs(" One left. \n \t \r\n\nTwo stayed.") == ["One left.", "Two stayed."]


def test_short_lines_of_their_own_are_not_joined() -> None:
    assert paragraphs("Home\nWorld\nSport\nWeather") == ["Home", "World", "Sport", "Weather"]


def test_a_paragraph_ends_in_wrapped_text_where_the_next_word_would_have_fitted() -> None:
    text = (
        "Serbia recalled its ambassador from Zagreb after the court had\n"
        "sentenced three of its citizens, and it gave no reason for that.\n"
        "Croatia protested.\n"
        "The two governments have quarrelled over the river border since\n"
        "the war, and no treaty has settled it."
    )
    assert [p.split()[0] for p in paragraphs(text)] == ["Serbia", "The"]


def test_empty_text_has_no_paragraphs() -> None:
    assert paragraphs(" \n\n ") == []
