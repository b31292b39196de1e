from __future__ import annotations

from datetime import date

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.readers.html import is_page, read

HEAD = '<meta property="article:published_time" content="2022-10-18T10:00:00Z">'


def page(head: str = "", story: str = "", above: str = "", below: str = "") -> bytes:
    return f"""<!DOCTYPE html><html lang="en"><head><title>Iran denies drone sale</title>
<meta property="og:site_name" content="The Courier">{head}
<link rel="canonical" href="https://courier.example/iran"></head>
<body><nav><a href="/">Home</a> <a href="/w">World</a></nav><article>
<h1>Iran denies drone sale</h1>{above}
<p>Iran said on Tuesday that it had sold no drones to Russia, rejecting reports from Kyiv that
its weapons had struck power stations. {story}</p>
<p>Ukraine had shown the wreckage of <a href="/d">five drones</a> to reporters on Monday and asked
the European Union to impose new sanctions on Tehran.</p>
<p>Diplomats in Brussels are to meet on Thursday to discuss the request, one of them said.</p>
</article><footer>The Courier. {below}</footer></body></html>""".encode()


def test_the_story_is_read_with_a_blank_line_between_paragraphs() -> None:
    report = read("a.html", page(HEAD))
    paragraphs = report.text.split("\n\n")
    assert paragraphs[-1].startswith("Diplomats in Brussels")
    assert "Ukraine had shown the wreckage of five drones to reporters" in report.text
    assert "Home" not in report.text


def test_the_head_tells_title_outlet_address_and_day() -> None:
    report = read("a.html", page(HEAD))
    assert report.title == "Iran denies drone sale"
    assert report.outlet == "The Courier"
    assert report.url == "https://courier.example/iran"
    assert report.published == date(2022, 10, 18)


@pytest.mark.parametrize(
    "above",
    ['<time datetime="2022-10-18">today</time>', '<p class="post-date">October 18, 2022</p>'],
)
def test_a_dated_element_tells_the_day(above: str) -> None:
    assert read("a.html", page(above=above)).published == date(2022, 10, 18)


def test_a_day_in_the_story_is_no_day_of_publication() -> None:
    report = read("a.html", page(story="The pact was signed on July 14, 2015."))
    assert report.published is None
    assert "July 14, 2015" in report.text


def test_a_day_below_the_story_is_no_day_of_publication() -> None:
    assert read("a.html", page(below="Founded on March 4, 2015.")).published is None


def test_without_a_day_of_its_own_the_file_name_counts() -> None:
    assert read("2022-10-18-a.html", page()).published == date(2022, 10, 18)


@pytest.mark.parametrize("data", [b"<html><body></body></html>", b"<html>", b"\x00\x01\x02" * 50])
def test_a_page_without_a_story_is_refused(data: bytes) -> None:
    with pytest.raises(ReportError, match="has no story"):
        read("a.html", data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_page_is_known_by_its_beginning(encoding: str) -> None:
    assert is_page("\n <!doctype HTML><p>".encode(encoding))
    assert not is_page("Iran <html>".encode(encoding))
