"""Frames in which words of saying stand: nouns with "that", two objects, participles as objects."""

from __future__ import annotations

import pytest

import dragoman


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of the claims of *text*."""
    claims = dragoman.read(text, published="2025-11-20").claims
    return [(c.speaker.text, c.stance, c.content.of(text)) for c in claims]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Lawmakers raised concern that groups like ISIS are slipping militants through the border.",
            (
                "Lawmakers",
                "predicts",
                "that groups like ISIS are slipping militants through the border",
            ),
        ),
        (
            "Norway has supported increasing the number of visas.",
            ("Norway", "asserts", "increasing the number of visas"),
        ),
        (
            "That is because Kenya wants to close the camps.",
            ("Kenya", "demands", "to close the camps"),
        ),
        (
            "Japan branded North Korea an “outlaw nation in the neighborhood.”",
            ("Japan", "asserts", "North Korea an “outlaw nation in the neighborhood"),
        ),
        (
            "Farmers worry that the cost of the dam could fall to taxpayers.",
            ("Farmers", "predicts", "that the cost of the dam could fall to taxpayers"),
        ),
    ],
)
def test_a_word_of_saying_is_read_in_its_frame(text: str, claim: tuple[str, str, str]) -> None:
    assert said(text) == [claim]


def test_a_light_verb_and_its_noun_make_one_claim() -> None:
    text = "The envoy expressed deep concern about the policy."
    assert said(text) == [("The envoy", "predicts", "the policy")]


@pytest.mark.parametrize(
    "text",
    [
        "Concern that evening was high in Lagos.",
        "The firm supported itself selling rice.",
        "Japan gave North Korea an ultimatum.",
        "Three ships in the gulf were struck by a storm.",
    ],
)
def test_words_that_only_look_alike_say_nothing(text: str) -> None:
    assert said(text) == []
