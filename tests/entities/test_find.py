from __future__ import annotations

from datetime import date

import pytest

from dragoman.entities.find import find_mentions


def codes(text: str, on: date | None = None) -> list[str | None]:
    return [m.code for m in find_mentions(text, on)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("South Sudan and Sudan", ["SSD", "SDN"]),
        ("Nigeria, not Niger", ["NGA", "NER"]),
        ("Romania", ["ROU"]),
        ("the Kremlin and the White House", ["RUS", "USA"]),
        ("IRAN STRIKES", ["IRN"]),
        ("a chadwick of Omanis", ["OMN"]),
        ("the U.S. and the UK", ["USA", "GBR"]),
    ],
)
def test_the_longest_whole_name_counts(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_a_name_changes_hands_with_the_date() -> None:
    assert codes("the Kremlin", date(1985, 5, 1)) == ["SUN"]
    assert codes("the Kremlin", date(2022, 5, 1)) == ["RUS"]


def test_what_has_ended_keeps_its_name() -> None:
    assert codes("the Soviet Union", date(2022, 5, 1)) == ["SUN"]


def test_spans_are_characters_of_the_text() -> None:
    text = "In Tehran, Iran’s ministry"
    assert [m.span.of(text) for m in find_mentions(text)] == [m.text for m in find_mentions(text)]
    assert [m.text for m in find_mentions(text)] == ["Tehran", "Iran"]


def test_a_name_is_not_hidden_by_a_longer_one_that_begins_another_word() -> None:
    assert codes("A Norwegian Seahawk landed in Papua New Guinea") == ["NOR", "PNG"]
    assert codes("Papua New Guineans") == ["PNG"]


def test_a_cut_inside_a_glued_word_is_a_boundary() -> None:
    assert codes("Saudi ArabiaIran") == []
    text = "Saudi ArabiaIran"
    assert [m.code for m in find_mentions(text, None, [12])] == ["SAU", "IRN"]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("\u0421hina said so.", ["CHN"], id="cyrillic-capital"),
        pytest.param("Ukr\u0430ine said so.", ["UKR"], id="cyrillic-letter"),
        pytest.param("R\u03bfme and Ir\u0430n spoke.", ["ITA", "IRN"], id="greek-letter"),
        pytest.param("\u0421\u0428\u0410 said so.", [], id="another-script"),
    ],
)
def test_letters_that_look_latin_are_read_so_in_mixed_words(text: str, codes: list[str]) -> None:
    found = find_mentions(text)
    assert [m.code for m in found] == codes
    assert all(m.text == m.span.of(text) for m in found)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        pytest.param("after saudi arabia spoke, kyiv replied.", ["SAU", "UKR"], id="names"),
        pytest.param("they ate turkey from china in jordan.", [], id="words-of-english"),
        pytest.param("see www.ukraine.example or #ukraine or @iran", [], id="addresses-and-tags"),
    ],
)
def test_small_letters_make_no_other_name(text: str, codes: list[str]) -> None:
    assert [m.code for m in find_mentions(text)] == codes


def test_a_longer_name_that_ends_within_a_word_hides_no_shorter_one() -> None:
    assert codes("President Macron left", date(2022, 5, 3)) == ["FRA"]
