"""Claims whose content is no clause: praise, silence, what somebody is cast as."""

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
            "Qatar praised Oman's role in the talks.",
            ("Qatar", "asserts", "Oman's role in the talks"),
        ),
        (
            "Serbia's president cast the vote as a plot against his country.",
            ("Serbia's president", "asserts", "the vote as a plot against his country"),
        ),
        (
            "Lawmakers questioned the minister's account of the raid.",
            ("Lawmakers", "questions", "the minister's account of the raid"),
        ),
        (
            "Burundi is confident in the outcome of the vote.",
            ("Burundi", "asserts", "the outcome of the vote"),
        ),
        ("Algeria ruled out talks with Morocco.", ("Algeria", "denies", "talks with Morocco")),
    ],
)
def test_what_somebody_speaks_of_is_a_claim(text: str, claim: tuple[str, str, str]) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Voters in Zambia cast their ballots for the opposition.",
        "Iran supports the Houthis.",
        "The president cast a shadow.",
        "Mali praised the takeover.",
        "Chad welcomed the accord on Friday.",
    ],
)
def test_what_is_done_to_things_is_no_claim(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Israel has not acknowledged the strike on Damascus.", "the strike on Damascus"),
        ("The envoy never mentioned the hostages.", "the hostages"),
        ("Ankara did not rule out an attack.", "an attack"),
    ],
)
def test_silence_on_a_thing_declines(text: str, content: str) -> None:
    assert ("declines", content) in [(stance, told) for _, stance, told in said(text)]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The king praised the calm of the army in a speech in Rabat.", "the calm of the army"),
        ("Gabon announced new tariffs on Thursday night.", "new tariffs"),
        ("The minister defended the arrests during an interview.", "the arrests"),
    ],
)
def test_where_and_when_somebody_speaks_is_not_what_he_speaks_of(text: str, content: str) -> None:
    assert content in [told for *_, told in said(text)]


def test_when_a_thing_is_wanted_for_is_part_of_it() -> None:
    text = "Kenya urged Somalia on Monday to open the border."
    assert "Somalia on Monday to open the border" in [told for *_, told in said(text)]


def test_what_leads_in_a_clause_is_said_with_it() -> None:
    text = "The minister said that by closing the strait, Iran would harm itself."
    assert [told for *_, told in said(text)] == [
        "that by closing the strait, Iran would harm itself"
    ]


def test_a_participle_behind_a_quotation_has_a_content_of_its_own() -> None:
    text = "“We will stay in the town,” the general said, citing the threat of new raids."
    assert [(told) for *_, told in said(text)] == [
        "We will stay in the town",
        "the threat of new raids",
    ]


def test_a_quotation_within_what_is_spoken_of_belongs_to_it() -> None:
    text = "The envoy condemned the “cruel and senseless killing” of aid workers in Goma."
    assert [told for *_, told in said(text)] == [
        "the “cruel and senseless killing” of aid workers in Goma"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            'The senator criticized the cabinet for "selling our ports," and farmers blocked a road.',
            'the cabinet for "selling our ports',
        ),
        (
            "The ministry did not pay the debt, two officials said, and a new loan was put off.",
            "The ministry did not pay the debt",
        ),
        ("The ministry declined to say who had seen the letter.", "to say who had seen the letter"),
    ],
)
def test_the_next_matter_is_no_part_of_what_is_said(text: str, content: str) -> None:
    assert [told for *_, told in said(text)] == [content]


def test_what_is_done_to_a_charge_is_not_the_charge() -> None:
    text = "Mali accused France of theft, a charge that Paris called absurd."
    assert not [told for _, _, told in said(text) if told.startswith("that Paris")]
