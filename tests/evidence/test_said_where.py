# Whole sentences, read with the parser: what is said, whichever side of the cue it stands on.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def said(sentence: str) -> list[tuple[str, str]]:
    """Speaker and content of each claim of *sentence*."""
    claims = dragoman.read(sentence).claims
    return [(c.speaker.text, c.content.of(sentence)) for c in claims]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "Wanjiku Otieno, the head of the port authority in Mombasa, said every ship would be searched.",
            "Wanjiku Otieno, the head of the port authority in Mombasa",
            "every ship would be searched",
        ),
        (
            "Amina Diallo, 40, of Mopti, says her main fear is a new war.",
            "Amina Diallo, 40",
            "her main fear is a new war",
        ),
        (
            (
                "Appearing before his supporters on Monday evening, Kwame Mensah, 70, said it was too "
                "early to talk of peace."
            ),
            "Kwame Mensah, 70",
            "it was too early to talk of peace",
        ),
        (
            (
                "Friday morning, as the convoy rolled through Aleppo, state television reported at "
                "least six planes filled the sky."
            ),
            "state television",
            "at least six planes filled the sky",
        ),
    ],
)
def test_what_follows_the_cue_is_said_and_not_what_introduces_the_speaker(
    sentence: str, speaker: str, content: str
) -> None:
    assert said(sentence) == [(speaker, content)]


@pytest.mark.parametrize(
    ("sentence", "speaker", "content"),
    [
        (
            "The talks had failed, said a diplomat who asked not to be named.",
            "a diplomat who asked not to be named",
            "The talks had failed",
        ),
        (
            "Turkey would send ships, said the minister, as the parliament debated the law.",
            "the minister",
            "Turkey would send ships",
        ),
        (
            (
                "“We will not leave,” said Omar Haddad, who was wounded in the siege and now lives in "
                "Beirut."
            ),
            "Omar Haddad, who was wounded in the siege and now lives in Beirut",
            "We will not leave",
        ),
    ],
)
def test_what_stands_before_the_cue_is_said_where_only_the_speaker_follows(
    sentence: str, speaker: str, content: str
) -> None:
    assert said(sentence) == [(speaker, content)]


def test_a_speaker_between_commas_is_not_what_the_sentence_is_about() -> None:
    sentence = (
        "The contract with Iran, officials said, would be signed in May because it had ended."
    )
    (claim,) = dragoman.read(sentence).claims
    assert (claim.speaker.text, claim.quoted) == ("officials", False)
    assert [p.of(sentence) for p in claim.pieces] == [
        "The contract with Iran",
        "would be signed in May because it had ended",
    ]


def test_a_quotation_that_goes_on_with_the_sentence_is_said_too() -> None:
    sentence = "The minister said she expects the army “to go on holding the northern road.”"
    assert said(sentence) == [
        ("The minister", "she expects the army “to go on holding the northern road")
    ]


def test_speech_between_two_apostrophes_is_one_claim_in_two_pieces() -> None:
    text = "''We stayed for the harvest,'' said Amina Diallo. ''Nobody paid us for it.''"
    (claim,) = dragoman.read(text).claims
    assert [p.of(text) for p in claim.pieces] == [
        "We stayed for the harvest",
        "Nobody paid us for it",
    ]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Sudan denied any part in the attack on the port.", "any part in the attack on the port"),
        ("Chad called for new sanctions on Libya.", "new sanctions on Libya"),
        (
            "The ministry confirmed that the memo was genuine but declined to say more.",
            "that the memo was genuine",
        ),
        ("Yerevan asked for help on Saturday.", "help"),
        ("But the talks have failed, officials said.", "the talks have failed"),
        ("In fact, the talks have failed, officials said.", "the talks have failed"),
    ],
)
def test_what_is_said_goes_on_without_a_mark_and_begins_behind_the_reports_own_words(
    sentence: str, content: str
) -> None:
    assert content in [told for _, told in said(sentence)]
