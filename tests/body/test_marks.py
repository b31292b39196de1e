from __future__ import annotations

import pytest

from dragoman.body.marks import unpaired
from dragoman.body.paragraphs import paragraph_spans


def alone(text: str) -> list[str]:
    """Each mark without its pair, with the word before or after it."""
    return [
        text[max(0, n.span.start - 4) : n.span.end + 4]
        for n in unpaired(text, paragraph_spans(text))
    ]


def test_a_closing_mark_that_nothing_opened_has_no_pair() -> None:
    assert alone("“Iran left,” he said.\n\nThe time has come for talks.”") == ["lks.”"]


def test_an_opening_mark_before_a_new_quotation_has_no_pair() -> None:
    text = "He said “no. Then\n\nIran left, and “yes,” she said. “Yes.”"
    assert alone(text) == ["aid “no. "]


def test_a_straight_closing_mark_that_nothing_opened_has_no_pair() -> None:
    assert alone('"We left," he said.\n\nTalks begin in May."') == ['May."']


@pytest.mark.parametrize(
    "text",
    [
        "“We left.\n\n“We will not return,” he said.",
        "“We left.\n\nWe stayed away.\n\nWe will not return,” he said.",
        "He said “no.” She said “yes.”",
        '"We left.\n\n"We will not return," he said.',
        "A 5” gun, and “no” more.",
        "”We left,” he said in Stockholm. ”So did they.”",
        "Nobody said a word.",
        '5" guns and 6" guns',
        "He quoted: “They said “no” and left,” and left.",
    ],
)
def test_quotations_of_many_kinds_are_paired(text: str) -> None:
    assert alone(text) == []


def test_where_marks_are_at_odds_throughout_nothing_is_said() -> None:
    assert alone("a“ b ” c” d” e” f” g” h”") == []
