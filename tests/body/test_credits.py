from __future__ import annotations

import pytest

from dragoman.body.credits import credits_only, is_byline, is_caption, is_copyright


def test_a_byline_in_the_middle_of_a_story_needs_a_word_of_credit() -> None:
    assert is_byline("By Ann Lee", near_top=True)
    assert not is_byline("By Ann Lee", near_top=False)
    assert is_byline("Editing by Ann Lee", near_top=False)


@pytest.mark.parametrize("line", ["Editing by Moscow of its doctrine", "Reporting by the army"])
def test_any_other_word_makes_a_credit_a_sentence(line: str) -> None:
    assert not credits_only(line)
    assert not is_byline(line, near_top=True)


def test_an_office_after_a_name_is_no_house() -> None:
    assert not is_byline("Sergei Lavrov, Foreign Minister", near_top=True)


def test_a_long_paragraph_is_no_caption() -> None:
    assert not is_caption("Iran denied it. " * 60 + "(AP Photo/Ann Lee)")


def test_a_story_about_rights_is_no_notice() -> None:
    assert not is_copyright("The deal left all rights reserved for Iran void, Tehran said.")
