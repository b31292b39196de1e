from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from dragoman.archive.evident import story_in

from .layouts import LAYOUTS, made

#: Layouts in which nothing is in doubt, and those in which something is.
PLAIN = (
    "blog", "wire", "broadsheet", "broadcaster", "schema", "table cells", "encyclopedia", "consent",
    "magazine", "ministry", "mirror", "mobile", "radio", "tabloid", "plain", "div lines", "breaks",
    "live", "endless",
)  # fmt: skip
DOUBTFUL = ("thread", "front", "paywall")
LINES = [
    "Iran said on Tuesday that it had sold no drones to Russia, rejecting reports from Kyiv.",
    "Ukraine had shown the wreckage of five drones to reporters on Monday, and asked for sanctions.",
    "Diplomats in Brussels are to meet on Thursday to discuss the request, one of them said.",
    "Russia denied that it had bought any weapons, and called the wreckage a forgery of the West.",
    "The European Union has imposed sanctions on Iran before, and said that it would do so again.",
]
STORY = "".join(f"<p>{line}</p>" for line in LINES)
OTHER = "".join(
    f"<p>Readers of number {n} wrote that they had never seen such a thing.</p>" for n in range(9)
)


def found(middle: str) -> str | None:
    return story_in(document_fromstring(f"<html><body><h1>Iran denies</h1>{middle}</body></html>"))


def lines(middle: str) -> list[str]:
    text = found(middle)
    assert text is not None
    return text.split("\n\n")


@pytest.mark.parametrize("layout", PLAIN)
def test_the_story_of_a_plain_layout_is_found_word_for_word(layout: str) -> None:
    for seed in range(3):
        page = made(layout, seed)
        text = story_in(document_fromstring(page.data.decode()))
        assert text is not None
        told = [line.removeprefix("- ") for line in text.split("\n\n") if line != page.title]
        assert tuple(told) == page.lines


@pytest.mark.parametrize("layout", DOUBTFUL)
def test_nothing_is_said_of_a_layout_that_leaves_a_doubt(layout: str) -> None:
    for seed in range(3):
        assert story_in(document_fromstring(made(layout, seed).data.decode())) is None


DIVISIONS = "".join(f'<div class="line">{line}</div>' for line in LINES)
BROKEN = "<br><br>".join(LINES)
TALK = "".join(f'<div class="msg">Reader {n} wrote that {LINES[n % 5]}</div>' for n in range(9))


def test_divisions_are_paragraphs_where_a_page_has_none() -> None:
    assert lines(f'<div class="text">{DIVISIONS}</div>') == LINES


def test_breaks_part_paragraphs_where_a_page_has_none() -> None:
    assert lines(f'<div class="text">{BROKEN}</div>') == LINES


@pytest.mark.parametrize(
    "middle",
    [
        f'<div class="text">{DIVISIONS}</div><div class="talk">{TALK}</div>',
        f'<div class="text">{BROKEN}</div><div class="talk">{TALK}</div>',
        f'<div class="comments">{DIVISIONS}</div>',
        f'<div class="comments">{BROKEN}</div>',
        f'<div class="text">{DIVISIONS}{TALK}</div>',
        f'<div class="text">{DIVISIONS}</div><p>{LINES[0]}</p>',
    ],
)
def test_divisions_and_breaks_beside_other_text_are_a_doubt(middle: str) -> None:
    assert found(middle) is None


def test_of_several_articles_the_one_that_the_page_is_called_after_is_the_story() -> None:
    two = f"<article><h1>Iran denies</h1>{STORY}</article><article><h1>Talk</h1>{OTHER}</article>"
    page = "<html><head><title>{}</title></head><body>{}</body></html>"
    told = story_in(document_fromstring(page.format("Iran denies - The Courier", two)))
    assert told is not None and LINES[0] in told and "Readers" not in told  # noqa: PT018
    assert story_in(document_fromstring(page.format("The Courier", two))) is None


def test_every_layout_is_one_or_the_other() -> None:
    assert {*PLAIN, *DOUBTFUL, "hidden"} == set(LAYOUTS)


@pytest.mark.parametrize(
    "between",
    [
        '<div class="ad-slot">Buy now</div>',
        '<figure><img><figcaption>A drone.</figcaption></figure>',
        '<p class="imageCaption">A drone over the city of Kyiv, seen from the river in October.</p>',
        '<div class="related-links"><a href="/a">More</a> on this</div>',
        '<ul><li><a href="/a">Drones over Kyiv</a></li><li><a href="/b">Sanctions</a></li></ul>',
        '<div><a href="/a">What else happened on Tuesday</a></div>',
        '<div style="display: none"><p>What nobody sees is no part of what was published on that day.</p></div>',
        "<div hidden>Nothing</div>",
        '<form><p>Your address</p><input></form>',
        "<script>var a = 1;</script>",
        '<div role="complementary">Most read</div>',
        "<amp-ad></amp-ad>",
    ],
)  # fmt: skip
def test_what_stands_between_paragraphs_and_is_no_story_is_left_out(between: str) -> None:
    half = len(STORY) // 2
    half = STORY.index("<p>", half)
    assert lines(f"<div>{STORY[:half]}{between}{STORY[half:]}</div>") == LINES


@pytest.mark.parametrize(
    "between",
    [
        "<div>A word that no rule knows</div>",
        "loose words",
        "<dl><dt>Iran</dt></dl>",
        "<pre>10 drones</pre>",
        "<strong>Story highlights</strong>",
        '<article><p>Another story, which was published on another day, and is no part of this.</p></article>',
        "<h1>Another headline</h1>",
        '<h3><a href="/a">Another story</a></h3>',
        "<ul><li>one<ul><li>two</li></ul></li></ul>",
        f"<p>{LINES[0]}</p>",
    ],
)  # fmt: skip
def test_a_word_in_no_known_place_is_a_doubt(between: str) -> None:
    assert found(f"<div>{STORY}{between}{STORY.replace('Iran', 'Oman')}</div>") is None


def test_headings_lists_and_quotations_are_part_of_a_story() -> None:
    told = lines(
        f"<div>{STORY}<h2>What next</h2><ul><li>Talks in Brussels</li><li>Talks in <b>Vienna</b></li></ul>"
        "<blockquote><p>We sold nothing to anybody, and never will.</p></blockquote></div>"
    )
    assert told[-4:] == [
        "What next",
        "- Talks in Brussels",
        "- Talks in Vienna",
        "We sold nothing to anybody, and never will.",
    ]


def test_a_heading_that_nothing_follows_is_left_out() -> None:
    assert lines(f"<div>{STORY}<h2>More</h2></div>") == LINES


def test_a_break_parts_lines_and_emphasis_does_not() -> None:
    told = lines(f"<div>{STORY}<p>He <em>never</em> spoke.<br>She\n  did.</p></div>")
    assert told[-2:] == ["He never spoke.", "She did."]


def test_signs_without_width_are_no_letters() -> None:
    assert (
        lines(f"<div>{STORY}<p>Mis\u00adsiles\u202e fell\u200b.</p></div>")[-1] == "Missiles fell."
    )


def test_a_line_that_stands_as_a_paragraph_is_left_to_the_stage_that_cleans() -> None:
    more = "Read more: A winter in the dark"
    told = lines(f'<div>{STORY}<p class="promo"><a href="/a">{more}</a></p></div>')
    assert told == [*LINES, more]


def test_a_dateline_of_its_own_opens_the_first_paragraph() -> None:
    told = lines(f'<div><cite class="source"><b>Tehran</b> NW\u00a0—</cite>{STORY}</div>')
    assert told[0] == f"Tehran NW — {LINES[0]}"


def test_comments_beside_a_story_are_none_of_it() -> None:
    each = OTHER.replace("<p>", '<div class="msg"><p>').replace("</p>", "</p></div>")
    assert lines(f'<div>{STORY}</div><div class="comments">{each}</div>') == LINES


def test_as_much_text_in_another_place_is_a_doubt() -> None:
    assert found(f"<div>{STORY}</div><div class='talk'>{OTHER}</div>") is None


def test_a_first_paragraph_in_another_place_is_a_doubt() -> None:
    lead = "<div><p>Iran has sold nothing to anybody, its foreign minister said.</p></div>"
    assert found(f"{lead}<div>{STORY * 1}{STORY.replace('Iran', 'Oman')}</div>") is None


def test_a_story_outside_of_paragraphs_is_a_doubt() -> None:
    loose = "<br>".join(f"{line} {line}" for line in LINES)
    assert found(f"<div>{loose}</div><div>{STORY}</div>") is None


@pytest.mark.parametrize("name", ["comments", "cookie-consent", "related"])
def test_no_story_stands_among_comments_or_notices(name: str) -> None:
    assert found(f'<div class="{name}"><div>{STORY}</div></div>') is None


def test_a_few_words_are_no_story() -> None:
    assert found(f"<div><p>{LINES[0]}</p></div>") is None


@pytest.mark.parametrize(
    "page", ["<div>" * 5_000 + STORY, "<div><p>" + "<b>" * 20_000 + STORY, "<div><p>x</p></div>" * 3_000]
)  # fmt: skip
def test_a_page_that_is_nothing_but_tags_leaves_a_doubt(page: str) -> None:
    assert found(page) is None
