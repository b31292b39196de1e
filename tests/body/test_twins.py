from __future__ import annotations

from operator import eq
from random import Random

import pytest

from dragoman.alphabet.span import Span
from dragoman.body.twins import MARKS, NUMBERS, Fingerprint, fingerprint
from newsdesk import altered, story

STORY = (
    "The ferry Halcyon left the port of Varna on Tuesday with 214 people aboard, and nobody was "
    "told that Bulgaria had closed the strait. Captain Ilia Petkov turned back after 3 hours. "
    "A spokesman for the coast guard in Burgas said that mines had drifted south from Odesa."
)

PINNED = (2001, 46, 2627998371, 3268384334, 3222555964, 1500688945)
PINNED_MARKS = (3413977006, 3447812718, 4226182167)


def of(text: str, title: str | None = None) -> Fingerprint:
    made = fingerprint(text, title)
    assert made is not None
    return made


def alike(one: Fingerprint, other: Fingerprint) -> float:
    equal: int = sum(map(eq, one.words, other.words))
    return equal / NUMBERS


def test_the_same_words_give_these_numbers_for_ever() -> None:
    """Ledgers hold such numbers: if this fails, raise RULES in body/twins.py."""
    packed = of(STORY).packed()
    assert packed[:6] == PINNED
    assert packed[-3:] == PINNED_MARKS
    assert len(packed) == 2 + NUMBERS + len(of(STORY).marks)


def test_case_signs_and_lines_count_for_nothing() -> None:
    other = STORY.replace(". ", "!\n").replace("ferry", "FERRY").replace(",", " –")
    assert of(other).words == of(STORY).words


def test_the_page_around_a_story_counts_for_nothing() -> None:
    page = f"Subscribe to our newsletter\n\n{STORY}\n\nRead more\n\n© 2022 All rights reserved."
    assert of(page) == of(STORY)


def test_what_is_known_to_be_no_story_counts_for_nothing() -> None:
    page = f"Weather: 14 degrees.\n{STORY}"
    outside = [Span(0, len("Weather: 14 degrees."))]
    assert fingerprint(page, outside=outside) == fingerprint(STORY, outside=[])


@pytest.mark.parametrize("title", ["Ferry turns back off Varna", "FERRY TURNS BACK OFF VARNA!"])
def test_a_headline_over_the_story_counts_for_nothing(title: str) -> None:
    assert of(f"Ferry turns back off Varna\n\n{STORY}", title) == of(STORY)


def test_another_first_line_is_no_headline() -> None:
    assert of(f"Seven hurt\n\n{STORY}", "Ferry turns back off Varna") != of(STORY)


def test_names_and_figures_are_marks_and_first_words_of_sentences_are_not() -> None:
    names = "Halcyon Varna Tuesday 214 Bulgaria Ilia Petkov 3 Burgas Odesa"
    assert len(of(STORY).marks) == len(names.split())
    assert of(STORY.replace("Captain", "Skipper")).marks == of(STORY).marks
    assert of(STORY.replace("Burgas", "Constanta")).marks != of(STORY).marks


def test_marks_are_few_and_rise() -> None:
    text = " ".join(f"and Name{chr(65 + k // 26)}{chr(97 + k % 26)}" for k in range(300))
    marks = fingerprint(text.replace("Name", "N"), outside=[])
    assert marks is not None
    assert len(marks.marks) == MARKS
    assert list(marks.marks) == sorted(marks.marks)


def test_alike_is_the_share_of_common_runs() -> None:
    random = Random(1)
    one, two = (" ".join(story(random, 40)[1:]) for _ in range(2))
    half = one[: len(one) // 2].rpartition(" ")[0]
    assert alike(of(one), of(one)) == 1
    assert alike(of(one), of(half)) == pytest.approx(0.5, abs=0.15)
    assert alike(of(one), of(two)) < 0.1


def test_more_words_replaced_leave_less_in_common() -> None:
    random = Random(2)
    text = " ".join(story(random, 40)[1:])
    shares = [alike(of(text), of(altered(text, share, random))) for share in (0.0, 0.05, 0.15, 0.4)]
    assert shares == sorted(shares, reverse=True)
    assert shares[2] > 0.25


@pytest.mark.parametrize("text", ["", " \n", "Iran", "Iran denies", "…?!", "\x00", "\ud800"])
def test_what_has_no_run_of_words_has_no_fingerprint(text: str) -> None:
    assert fingerprint(text) is None
    assert fingerprint(text, outside=[]) is None


@pytest.mark.parametrize("text", ["a\ud800b c d e", "😀 one two three", "ﬁ ǅ ß x y", "1 2 3 4"])
def test_any_characters_have_one(text: str) -> None:
    assert fingerprint(text, outside=[]) is not None
