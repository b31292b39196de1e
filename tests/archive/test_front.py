from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from dragoman.alphabet.errors import ReportError
from dragoman.archive.front import is_front
from dragoman.archive.readers import html

from .layouts import LAYOUTS, made

TEASER = (
    "Iran said on Tuesday that it had sold no drones to Russia, rejecting reports from Kyiv {}."
)


def cards(
    count: int, heading: str = '<h3><a href="/{}">Iran denies</a></h3>', more: str = ""
) -> str:
    made_ = (f"<div>{heading.format(n)}<p>{TEASER.format(n)}</p>{more}</div>" for n in range(count))
    return "".join(made_)


def front(body: str, head: str = "") -> bool:
    return is_front(document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>"))


def test_a_page_of_teasers_holds_no_story() -> None:
    assert front(cards(8))
    with pytest.raises(ReportError, match="leads on to stories"):
        html.read("a.html", made("front", 0).data)


@pytest.mark.parametrize("layout", sorted(set(LAYOUTS) - {"front"}))
def test_no_other_layout_is_one(layout: str) -> None:
    assert not any(is_front(document_fromstring(made(layout, n).data.decode())) for n in range(3))


@pytest.mark.parametrize(
    ("body", "head"),
    [
        (cards(3), ""),
        (cards(8, "<h3>Iran denies</h3>"), ""),
        (cards(8, '<h3><a href="#{}">Iran denies</a></h3>'), ""),
        (cards(8, more=f"<p>{TEASER}</p>"), ""),
        (cards(8) + f"<div><p>{TEASER}</p><p>{TEASER}</p><p>{TEASER}</p></div>", ""),
        (cards(8), '<meta property="og:type" content="article">'),
    ],
)
def test_what_may_be_a_story_is_no_front_page(body: str, head: str) -> None:
    assert not front(body, head)
