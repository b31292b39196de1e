"""Judgements of "the deal", "the flights" or "the move": whom they are about."""

from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def judged(text: str, *types: str) -> list[str]:
    return [
        f"{' '.join(p.code or '?' for p in e.actor)} > {' '.join(p.code or '?' for p in e.recipient)}"
        for e in dragoman.read(text, published="2024-05-10").events
        if e.type in types
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("India sold Armenia howitzers. Azerbaijan criticised the deal.", "AZE > IND"),
        ("Russia and China sent bombers over the sea. Japan condemned the flights.", "JPN > RUS CHN"),
        ("The Israeli minister visited Morocco. Algeria condemned the visit.", "DZA > ISR"),
        ("North Korea has sent soldiers to Russia. The United States condemned the move.", "USA > PRK"),
        ("Kenya arrested a Somali envoy. Somalia condemned the arrest.", "SOM > KEN"),
    ],
)  # fmt: skip
def test_whoever_made_the_deal_is_judged(text: str, wanted: str) -> None:
    assert wanted in judged(text, "ACCUSE")


def test_whoever_took_a_step_is_praised() -> None:
    assert judged("Belarus released prisoners. Poland welcomed the step.", "SUPPORT") == [
        "POL > BLR"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Mali attacked a town in Niger. Niger bombed a camp in Mali. France condemned the strikes.",
        "Chad and Libya signed a deal. Chad criticised the deal.",
        "India accused Pakistan of an attack. China criticised the move.",
        "Turkey opened a school. France criticised the deal.",
    ],
)
def test_where_it_is_not_clear_whose_it_was_nobody_is(text: str) -> None:
    assert all(told.endswith("> ") or "?" in told for told in judged(text, "ACCUSE")[-1:])
