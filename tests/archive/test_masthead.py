from __future__ import annotations

import json
from datetime import date

import pytest
from lxml.html import document_fromstring

from dragoman.archive.masthead import Masthead, masthead, plain_names

DAY = date(2022, 10, 18)


def head(*elements: str) -> Masthead:
    return masthead(
        document_fromstring(f"<html><head>{''.join(elements)}</head><body><p>x</p></body></html>")
    )


def meta(name: str, content: str, key: str = "property") -> str:
    return f'<meta {key}="{name}" content="{content}">'


def linked(**fields: object) -> str:
    value = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(value)}</script>'


def test_the_fields_of_a_head_are_told() -> None:
    found = head(
        meta("og:title", "Iran denies drone sale"),
        meta("og:site_name", "The Courier"),
        meta("og:url", "https://courier.example/iran"),
        meta("author", "By Ann Lee", "name"),
        meta("article:published_time", "2022-10-18T23:30:00-05:00"),
    )
    assert found == Masthead(
        "Iran denies drone sale",
        "Ann Lee",
        "The Courier",
        "https://courier.example/iran",
        DAY,
        True,
    )


def test_linked_data_tell_what_the_head_does_not() -> None:
    found = head(
        linked(
            headline="Iran denies",
            datePublished="2022-10-18",
            author=[{"@type": "Person", "name": "Ann Lee"}, {"name": "Bo Ek"}],
            publisher={"name": "The Courier"},
        )
    )
    assert (found.title, found.author) == ("Iran denies", "Ann Lee; Bo Ek")
    assert (found.outlet, found.day) == ("The Courier", DAY)


def test_the_head_comes_before_linked_data() -> None:
    found = head(meta("og:title", "Iran denies"), linked(headline="Another title"))
    assert found.title == "Iran denies"


def test_of_several_stories_in_linked_data_none_is_this_one() -> None:
    assert head(linked(headline="One"), linked(headline="Two")).title is None


@pytest.mark.parametrize("text", ["{", "[" * 50_000, '"NewsArticle"', "{} {}"])
def test_linked_data_that_are_broken_tell_nothing(text: str) -> None:
    assert head(f'<script type="application/ld+json">{text}</script>') == Masthead()


def test_days_that_differ_are_none() -> None:
    first = meta("article:published_time", "2022-10-18")
    assert head(first, meta("article:published_time", "2022-10-18T10:00")).day == DAY
    assert head(first, meta("pubdate", "2022-10-19", "name")).day is None


@pytest.mark.parametrize("value", ["10/11/2022", "yesterday", "20221018", "2022-13-40"])
def test_a_day_in_another_form_is_left_to_others(value: str) -> None:
    assert head(meta("article:published_time", value)).day is None


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Ann Lee"], "Ann Lee"),
        (["By Ann van der Lee and Bo Ek"], "Ann van der Lee; Bo Ek"),
        (["Ann Lee, Bo Ek", "Bo Ek"], "Ann Lee; Bo Ek"),
        (["ANN O’NEILL-LEE"], "ANN O’NEILL-LEE"),
        (["Staff"], None),
        (["admin"], None),
        (["Ann Lee", "courier"], None),
        (["The author writes from Kyiv"], None),
        ([], None),
    ],
)
def test_an_author_is_a_name_or_none(names: list[str], found: str | None) -> None:
    assert plain_names(names) == found


def test_an_author_who_is_not_understood_is_told_of() -> None:
    assert head(meta("author", "news desk", "name")) == Masthead(signed=True)
    assert head(meta("article:author", "https://social.example/ann")) == Masthead()


def test_an_outlet_is_no_author_and_an_address_no_outlet() -> None:
    named = head(meta("og:site_name", "The Courier"), meta("author", "The Courier", "name"))
    assert named.author is None
    assert head(meta("article:publisher", "https://social.example/courier")).outlet is None


@pytest.mark.parametrize("address", ["/iran", "javascript:alert(1)", "https://" + "a" * 900])
def test_only_a_whole_address_of_the_web_is_one(address: str) -> None:
    assert head(f'<link rel="canonical" href="{address}">').url is None
    assert head('<link rel="canonical" href="https://c.example/">').url == "https://c.example/"
