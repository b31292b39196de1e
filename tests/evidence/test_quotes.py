from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.span import Span
from dragoman.evidence.quotes import find_quotes


def inner(text: str) -> list[str]:
    return [q.inner.of(text) for q in find_quotes(text, Span(0, len(text)))]


def test_curly_and_straight_marks() -> None:
    assert inner('He said “yes” and "no".') == ["yes", "no"]


def test_a_quotation_may_run_on_to_the_next_paragraph() -> None:
    text = "“We will stay."
    found = find_quotes(text, Span(0, len(text)))
    assert inner(text) == ["We will stay."]
    assert not found[0].closed


def test_a_lone_closing_mark_closes_nothing() -> None:
    assert inner("military aid to Ukraine.”") == []


def test_inches_are_no_quotation() -> None:
    assert inner('a 5" gun and a 6" gun') == []


@given(st.text(alphabet='ab "“”.', max_size=60))
def test_quotations_lie_in_order_inside_the_text(text: str) -> None:
    at = 0
    for quote in find_quotes(text, Span(0, len(text))):
        assert at <= quote.span.start < quote.inner.start <= quote.inner.end <= len(text)
        at = quote.span.end


def test_two_apostrophes_are_marks() -> None:
    text = "He said, ''We will stay,'' and left."
    (quote,) = find_quotes(text, Span(0, len(text)))
    assert quote.inner.of(text).strip("',") == "We will stay"
