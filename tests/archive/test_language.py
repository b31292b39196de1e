from __future__ import annotations

import pytest

from dragoman.archive.language import language_of

ENGLISH = "The minister said that troops of both states would leave the border by the end of May. "


def test_english_is_english() -> None:
    assert language_of(ENGLISH * 4) == "en"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Le gouvernement a annoncé lundi qu'il retirerait ses troupes de la frontière. ", "fr"),
        ("Die Regierung kündigte am Montag an, ihre Truppen von der Grenze abzuziehen. ", "de"),
        ("Правительство объявило в понедельник, что выведет войска с границы. ", "ru"),
    ],
)
def test_other_languages_are_named(text: str, code: str) -> None:
    assert language_of(text * 5) == code


@pytest.mark.parametrize("text", ["", "Le roi est mort.", "12 45 67 " * 200, "a " * 900])
def test_what_is_too_short_or_no_language_is_left_open(text: str) -> None:
    assert language_of(text) is None


def test_lone_surrogates_are_no_fault() -> None:
    assert language_of("\ud800 qwfp " * 100) is None
