"""Statements taken up beside another, and words of saying that say nothing."""

from __future__ import annotations

import pytest

import dragoman


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of the claims of *text*."""
    claims = dragoman.read(text, published="2025-11-20").claims
    return [(c.speaker.text, c.stance, c.content.of(text)) for c in claims]


def test_a_charge_that_somebody_denied_is_denied_in_the_words_of_the_charge() -> None:
    assert said("Armenia said Azerbaijan had shelled a village, a charge Baku denied.") == [
        ("Armenia", "asserts", "Azerbaijan had shelled a village"),
        ("Baku", "denies", "Azerbaijan had shelled a village"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Troops were raised to defend the Philippines against an invasion.",
        "Ukraine's soldiers defend the country with few shells.",
        "Washington punished Tehran for its alleged support for the rebels.",
    ],
)
def test_who_defends_a_country_or_is_only_alleged_to_back_somebody_says_nothing(
    text: str,
) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The minister told his officers to prepare for a long war.",
            ("The minister", "demands", "his officers to prepare for a long war"),
        ),
        (
            "Mr. Sharif told the assembly his army was ready.",
            ("Mr. Sharif", "asserts", "his army was ready"),
        ),
        (
            "The group insisted its fighters still held three bridges.",
            ("The group", "asserts", "its fighters still held three bridges"),
        ),
        (
            "Germany fears a closed crossing would hurt trade with China.",
            ("Germany", "predicts", "a closed crossing would hurt trade with China"),
        ),
        (
            "India said on Saturday it had proof that gunmen came from Pakistan.",
            ("India", "asserts", "it had proof that gunmen came from Pakistan"),
        ),
        (
            "Her remarks were condemned by Turkey as reckless.",
            ("Turkey", "accuses", "Her remarks"),
        ),
        (
            "The president does not believe that the talks have failed.",
            ("The president", "denies", "that the talks have failed"),
        ),
    ],
)
def test_the_content_is_all_that_is_said_and_no_more(
    text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in said(text)


def test_a_name_a_colon_and_a_quotation_within_a_paragraph_are_a_claim() -> None:
    text = (
        'Berlin was furious. Green lawmaker Ann Weber: "Whoever sells jets sells his principles."'
    )
    assert [(s, c) for s, _, c in said(text)] == [
        ("Green lawmaker Ann Weber", "Whoever sells jets sells his principles")
    ]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ('"Our units did not open fire," the Kenyan spokesman said.', "denies"),
        ("The ministry said its aircraft had not crossed the border.", "denies"),
        ("China's coast guard said the boat had entered its waters illegally.", "accuses"),
        ("The spokesman said that Manila bore full responsibility for the clash.", "accuses"),
        ('"This is state terrorism," the president said.', "accuses"),
        ('"No comment," the spokesman said.', "declines"),
        ("The ministry said its troops had left the town.", "asserts"),
        ("The general said his men had crossed the river deliberately.", "asserts"),
    ],
)
def test_what_is_said_of_ones_own_and_of_others_wrongs_has_its_stance(
    text: str, stance: str
) -> None:
    assert [s for _, s, _ in said(text)] == [stance]
