from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.archive.markup import is_markup, text_of


def test_blocks_become_paragraphs_and_the_rest_is_left_out() -> None:
    markup = "<p>Iran <b>sold</b>\n no&nbsp;drones.</p><script>x()</script><div>Kyiv &amp; Moscow<br/>met.</div>"
    assert text_of(markup) == "Iran sold no\xa0drones.\n\nKyiv & Moscow\n\nmet."


def test_a_sign_of_less_than_is_no_markup() -> None:
    assert not is_markup("Growth was < 5 % and > 3 %, a <c d> e")
    assert is_markup("Iran sold<br />none")


@given(st.text(max_size=200))
def test_nothing_raises(text: str) -> None:
    assert isinstance(text_of("<p>" + text), str)
