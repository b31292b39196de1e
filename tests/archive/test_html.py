from __future__ import annotations

import time
from datetime import date

import pytest

from dragoman.alphabet.errors import ReportError
from dragoman.archive.readers.html import is_page, read

from .layouts import LAYOUTS, made

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


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    data = page('<meta charset="windows-1251">', "Москва").decode().encode("cp1251")
    assert "Москва" in read("a.html", data).text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le"])
def test_a_page_in_unicode_is_read_whatever_it_declares(encoding: str) -> None:
    data = page('<meta charset="iso-8859-1">', "Chișinău").decode().encode(encoding)
    assert "Chișinău" in read("a.html", data).text


def test_a_declaration_of_xml_does_no_harm() -> None:
    data = b'<?xml version="1.0" encoding="utf-8"?>' + page(HEAD)
    assert read("a.html", data).published == date(2022, 10, 18)


def test_a_dateline_of_its_own_opens_the_story() -> None:
    report = read("a.html", page(above='<div class="dateline">TEHRAN, Iran (NW)</div>'))
    assert "TEHRAN, Iran (NW) — Iran said on Tuesday" in report.text
    assert report.text.count("TEHRAN") == 1


def test_a_dateline_in_the_story_is_not_doubled() -> None:
    data = page().replace(
        b"<p>Iran said",
        b'<p><span class="dateline">TEHRAN, Iran (NW) \xe2\x80\x94 </span>Iran said',
    )
    assert read("a.html", data).text.count("TEHRAN") == 1


@pytest.mark.parametrize(
    ("head", "above"),
    [
        ('<meta name="author" content="Ann Lee">', ""),
        ("", '<p class="byline">By Ann Lee</p>'),
        ("", '<span class="article-Byline">by Ann Lee | Tehran</span>'),
    ],
)
def test_the_author_is_found_in_head_or_byline(head: str, above: str) -> None:
    assert read("a.html", page(head, above=above)).author == "Ann Lee"


def test_where_the_day_stands_is_told() -> None:
    assert read("a.html", page(HEAD)).dated_by == "metadata"
    assert read("2022-10-18.html", page()).dated_by == "file name"
    assert read("a.html", page()).dated_by is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"<html>" + b"<div>" * 400_000, "more than 150,000 tags"),
        (b"<html><p " + b" ".join(b"a%d=1" % n for n in range(100_000)) + b">x", "500 attributes"),
    ],
)
def test_a_page_that_is_made_to_choke_on_is_refused_at_once(data: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason):
        read("a.html", data)


def test_a_crowd_of_words_in_a_script_or_a_value_is_no_crowd_of_attributes() -> None:
    words = " ".join(f"w{n}" for n in range(2_000))
    data = page(
        f'<meta name="keywords" content="{words}"><script>if (a<b && "{words}") c = d>e;</script>'
    )
    assert read("a.html", data).title == "Iran denies drone sale"


def test_a_tag_that_never_ends_is_read_in_time() -> None:
    start = time.monotonic()
    with pytest.raises(ReportError):
        read("a.html", b"<html>" + b"<a " * 200_000)
    assert time.monotonic() - start < 5


def test_what_leaves_a_doubt_is_read_all_the_same() -> None:
    data = page(HEAD, "</p><div>Talks are to go on in Vienna on Friday, he said.</div><p>")
    report = read("a.html", data)
    assert "Talks are to go on in Vienna" in report.text
    assert (report.title, report.published) == ("Iran denies drone sale", date(2022, 10, 18))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_page_of_any_layout_tells_title_author_address_and_day(layout: str) -> None:
    for seed in range(2):
        made_ = made(layout, seed)
        if made_.lines:
            report = read("a.html", made_.data)
            assert (report.title, report.author) == (made_.title, made_.author)
            assert report.url == made_.url
            assert report.published == made_.published or layout == "live"
