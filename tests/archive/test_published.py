from __future__ import annotations

from datetime import date

import pytest

from dragoman.archive.published import first_of, from_first_lines, from_name, named, on_top

DAY = date(2022, 10, 18)


@pytest.mark.parametrize(
    "name", ["2022-10-18-drones.txt", "wire/drones_20221018.html", "a.2022.10.18.txt"]
)
def test_a_file_name_tells_the_day(name: str) -> None:
    assert from_name(name) == DAY


@pytest.mark.parametrize(
    "name", ["2022-13-18.txt", "120221018.txt", "2022-1018.txt", "2022-10-18/drones.txt"]
)
def test_other_digits_in_a_name_are_no_day(name: str) -> None:
    assert from_name(name) is None


@pytest.mark.parametrize(
    "line",
    [
        "October 18, 2022",
        "Tuesday, 18 October 2022 14:05 BST",
        "Published: Oct. 18, 2022",
        "2022-10-18T10:00:00Z",
        "By Ann Lee | 18 October 2022",
        "KYIV, Oct. 18, 2022 (Reuters) — Russia fired rockets at Kyiv.",
        "GOMA, Congo, 18 October 2022 (Reuters) - Rebels took a bridge.",
    ],
)
def test_a_dated_line_on_top_tells_the_day(line: str) -> None:
    assert from_first_lines(f"Iran denies drone sale\n\n{line}\nIran denied it.") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "On October 18, 2022, the pact was signed.",
        "October 18, 2022, was the day of the pact.",
        "The pact that was signed on October 18, 2022",
        "Feb. 30, 2022",
    ],
)
def test_a_date_in_a_sentence_is_no_date_of_publication(line: str) -> None:
    assert from_first_lines(line) is None


def test_the_day_of_an_update_counts_only_without_another() -> None:
    assert from_first_lines("Updated: Oct. 19, 2022\nPublished: Oct. 18, 2022") == DAY
    assert from_first_lines("Updated: Oct. 18, 2022") == DAY


def test_the_sixth_line_is_too_late() -> None:
    assert from_first_lines("a\n" * 5 + "October 18, 2022") is None


@pytest.mark.parametrize(
    ("line", "where"),
    [
        ("October 18, 2022", "first lines"),
        ("KYIV, Oct. 18, 2022 (Reuters) — Russia fired.", "dateline"),
    ],
)
def test_where_the_day_stands_is_told(line: str, where: str) -> None:
    assert on_top(line) == (DAY, where)


def test_the_first_dating_with_a_day_counts() -> None:
    assert first_of((None, "metadata"), named("2022-10-18.txt")) == (DAY, "file name")
    assert first_of((None, "metadata")) == (None, None)
