"""Where speech begins and ends: quotations with their speaker behind them, tails, turns."""

from __future__ import annotations

import pytest

import dragoman


def said(text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of the claims of *text*."""
    claims = dragoman.read(text, published="2025-11-20").claims
    return [(c.speaker.text, c.stance, c.content.of(text)) for c in claims]


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            '"They hope that we will tire. We will not," Sandu told reporters in Balti.',
            "Sandu",
            "They hope that we will tire. We will not",
        ),
        (
            "“It is a desert,” wrote Hala Karib, who heads a charity, on a message board.",
            "Hala Karib",
            "It is a desert",
        ),
        (
            '"They know that it is a lie," an officer who served in Gao said.',
            "an officer who served in Gao",
            "They know that it is a lie",
        ),
    ],
)
def test_whoever_stands_behind_a_quotation_speaks_all_of_it(
    text: str, speaker: str, content: str
) -> None:
    assert any(s.startswith(speaker) and c == content for s, _, c in said(text))


def test_speech_that_turns_to_a_demand_is_two_claims() -> None:
    text = '"We have lost two villages," the Kenyan president said. "Somalia must pay for them."'
    assert [(stance, content) for _, stance, content in said(text)] == [
        ("asserts", "We have lost two villages"),
        ("demands", "Somalia must pay for them"),
    ]


def test_speech_that_turns_within_a_quotation_is_two_claims() -> None:
    text = 'The Kenyan president said: "We have lost two villages. Somalia must pay for them."'
    assert [(stance, content) for _, stance, content in said(text)] == [
        ("asserts", "We have lost two villages"),
        ("demands", "Somalia must pay for them"),
    ]


def test_each_sentence_of_speech_that_tells_an_act_is_a_claim() -> None:
    text = (
        '"Ethiopian troops shelled our villages. It was a terrible night," the Eritrean minister said. '
        '"Ethiopia also expelled our ambassador."'
    )
    assert [content for _, _, content in said(text)] == [
        "Ethiopian troops shelled our villages. It was a terrible night",
        "Ethiopia also expelled our ambassador",
    ]


def test_speech_that_goes_on_alike_is_one_claim() -> None:
    text = '"We have lost two villages," the Kenyan president said. "We found nobody there."'
    assert len(said(text)) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "The ministry said Chad had closed the camp, which lies near the border.",
            "Chad had closed the camp",
        ),
        (
            "The minister said the army had left the town, though residents saw its tanks.",
            "the army had left the town",
        ),
        (
            "The minister said the army had left, insisting that nobody had been hurt.",
            "the army had left",
        ),
    ],
)
def test_what_the_reporter_adds_behind_a_comma_is_not_said(text: str, content: str) -> None:
    assert content in [c for _, _, c in said(text)]


def test_when_it_was_said_is_no_part_of_what_was_said() -> None:
    text = "Senators said this week that the sale would stay blocked."
    assert said(text) == [("Senators", "predicts", "that the sale would stay blocked")]


def test_speech_that_turns_where_no_act_is_told_is_one_claim() -> None:
    found = said('"It hurts," Sow said. "And this country must learn to listen to its own people."')
    assert len(found) == 1


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '"Go. Give back the gold," Sow told the minister, after he admitted a mistake.',
            ("Sow", "demands", "Go. Give back the gold"),
        ),
        (
            'The film ends with "We kept our word," when Chad blasted him for breaking the truce.',
            ("Chad", "accuses", "him for breaking the truce"),
        ),
    ],
)
def test_a_clause_that_says_when_has_no_part_in_the_quotation_before_it(
    text: str, found: tuple[str, str, str]
) -> None:
    assert found in said(text)
    assert len({c for *_, c in said(text)}) == len(said(text))


def test_the_name_of_a_series_is_not_what_is_agreed() -> None:
    assert not said(
        'The minister agreed to an interview for the newspaper\'s series "Voices of War."'
    )
