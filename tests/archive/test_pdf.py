from __future__ import annotations

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.readers.pdf import read

from .making import STORY, pdf, story_pdf

LEFT = ["Iran said on Tues-", "day that it had sold", "no drones to Russia,", "rejecting reports."]
RIGHT = ["Ukraine had shown", "the wreckage of five", "drones to reporters", "in Kyiv on Monday."]


def column(x: float, lines: list[str], top: float = 700) -> list[tuple[float, float, str]]:
    return [(x, top - 14 * n, line) for n, line in enumerate(lines)]


def text(*pages: list[tuple[float, float, str]]) -> str:
    return read("a.pdf", pdf(pages)).text


def test_lines_are_joined_to_a_paragraph() -> None:
    assert read("a.pdf", story_pdf()).text == STORY


def test_two_columns_are_read_one_after_the_other() -> None:
    # As many programs write them: line by line across the page.
    mixed = [one for pair in zip(column(60, LEFT), column(320, RIGHT), strict=True) for one in pair]
    assert text(mixed) == (
        "Iran said on Tuesday that it had sold no drones to Russia, rejecting reports.\n\n"
        "Ukraine had shown the wreckage of five drones to reporters in Kyiv on Monday."
    )


def test_three_columns_are_read_one_after_the_other() -> None:
    third = ["Diplomats of both", "states are to meet", "in Geneva to talk", "about the request."]
    page = column(40, LEFT) + column(230, RIGHT) + column(420, third)
    page.sort(key=lambda one: -one[1])
    assert [one.split()[0] for one in text(page).split("\n\n")] == ["Iran", "Ukraine", "Diplomats"]


def test_a_heading_over_both_columns_comes_first() -> None:
    title = [
        (
            60.0,
            740.0,
            "Tehran denies that it armed Moscow, and Kyiv shows the wreckage of five drones",
        )
    ]
    paragraphs = text(column(320, RIGHT) + column(60, LEFT) + title).split("\n\n")
    assert [one.split()[0] for one in paragraphs] == ["Tehran", "Iran", "Ukraine"]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    page = column(
        60,
        [
            "Iran said on Monday",
            "that it had sold no",
            "drones to Russia and",
            "that the reports of",
        ],
    )
    page += column(
        320,
        ["its enemies were all", "invented by people", "who wanted sanctions", "against its army."],
    )
    assert "the reports of its enemies were" in text(page)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["The govern-", "ment said no."], "The government said no."),
        (
            ["A cease-fire began. The cease-", "fire held."],
            "A cease-fire began. The cease-fire held.",
        ),
        (
            ["The ceasefire is old. The cease-", "fire held."],
            "The ceasefire is old. The ceasefire held.",
        ),
        (["The Anglo-", "American pact"], "The Anglo-American pact"),
        (["From 2014-", "2015 it fell"], "From 2014-2015 it fell"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_is_the_words_or_the_lines(
    lines: list[str], joined: str
) -> None:
    assert text(column(60, lines)) == joined


def test_running_heads_and_page_numbers_are_no_story() -> None:
    pages = [
        [(60, 780, f"The Courier, 18 October 2022, p. {n}"), (300, 20, str(n)), *column(60, [f"Ukraine shot down {n} drones", "over Kyiv on Monday."])]
        for n in range(3, 8)
    ]  # fmt: skip
    said = text(*pages)
    assert "Courier" not in said
    assert said.split("\n\n") == [
        f"Ukraine shot down {n} drones over Kyiv on Monday." for n in range(3, 8)
    ]


def test_a_paragraph_begins_with_an_indent_or_a_gap() -> None:
    first = column(
        60, ["Iran sold no drones to Russia, it said", "on Monday in a letter to the Council."]
    )
    indented = [
        (75.0, 672.0, "Ukraine showed what it called proof"),
        (60.0, 658.0, "of the sale to reporters in Kyiv."),
    ]
    apart = [(60.0, 620.0, "Russia said nothing.")]
    assert len(text(first + indented + apart).split("\n\n")) == 3


def test_a_sentence_goes_on_over_the_page() -> None:
    pages = [
        column(60, ["Iran said that it had", "sold no drones to"]),
        column(60, ["the army of Russia", "or to anyone else."]),
    ]
    assert (
        text(*pages)
        == "Iran said that it had sold no drones to the army of Russia or to anyone else."
    )


def test_the_day_on_top_counts_and_says_where_it_stands() -> None:
    report = read(
        "a.pdf",
        pdf(
            [
                column(60, ["Iran denies drone sale"])
                + column(60, ["October 18, 2022"], 660)
                + column(60, RIGHT, 600)
            ]
        ),
    )
    assert (str(report.published), report.dated_by) == ("2022-10-18", "first lines")
    assert report.title == "Iran denies drone sale"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (pdf([[]]), "has no text in it: its pages are empty or pictures"),
        (b"%PDF-1.4\n" + bytes(range(256)) * 20, "is a damaged PDF"),
        (story_pdf()[:300], "is a damaged PDF"),
        (story_pdf().replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]"), "PDF|text"),
    ],
)
def test_a_pdf_that_cannot_be_read_says_why(data: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        read("a.pdf", data)


@pytest.mark.parametrize(
    ("right", "wrong"), [(b"/Count 1", b"/Count 99999999"), (b"/Parent 2 0 R", b"/Parent 5 0 R")]
)
def test_a_tree_of_pages_that_lies_is_read_as_far_as_it_goes(right: bytes, wrong: bytes) -> None:
    assert read("a.pdf", story_pdf().replace(right, wrong)).text == STORY


def test_a_table_of_places_that_is_wrong_is_mended() -> None:
    data = story_pdf()
    at = data.rfind(b"xref\n0")
    broken = data[:at] + b"xref\n0 3\n0000000000 65535 f \n9999999999 00000 n \n" + data[at + 90 :]
    assert read("a.pdf", broken).text == STORY
