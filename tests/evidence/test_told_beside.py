"""What is judged, claimed or rumoured beside the main verb of a sentence, and by whom."""

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
            "Senegal has adopted a visa policy which Mali and Guinea have criticised.",
            ("Mali and Guinea", "accuses", "a visa policy"),
        ),
        (
            "Kenya defended the dam that Sudan has denounced as a danger to its farmers.",
            ("Sudan", "accuses", "the dam"),
        ),
        (
            "Norway, which criticised the strikes on Gaza, recalled its envoy.",
            ("Norway", "accuses", "the strikes on Gaza"),
        ),
        (
            "Benin freed a journalist accused by Togo of inciting a riot.",
            ("Togo", "accuses", "inciting a riot"),
        ),
        (
            "Georgia, which Russia accuses of hiding militants, closed the border.",
            ("Russia", "accuses", "hiding militants"),
        ),
    ],
)
def test_what_a_relative_clause_judges_is_the_noun_before_it(
    text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The man whom police accused fled.",
        "He opened a hospital praised for its care.",
        "Angola built a dam which Zambia has visited.",
    ],
)
def test_whom_one_accuses_of_nothing_and_what_nobody_praises_is_no_claim(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "An allegation by Uganda that Rwanda had armed the rebels was dismissed in Kigali.",
            ("Uganda", "accuses", "that Rwanda had armed the rebels"),
        ),
        (
            "A warning by the UN that Sudan faces famine went unheard.",
            ("the UN", "asserts", "that Sudan faces famine"),
        ),
        (
            "The announcement that Fiji would host the talks surprised Samoa.",
            ("", "asserts", "that Fiji would host the talks"),
        ),
    ],
)
def test_a_noun_of_saying_has_its_clause_though_it_opens_the_sentence(
    text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The report that Chad published in May was ignored.",
        "The pledge that Ghana broke angered Togo.",
        "The statement that was read in Oman angered Qatar.",
    ],
)
def test_what_is_done_with_a_statement_is_not_what_it_says(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The colonel is alleged to have ordered the killings in Darfur.",
            ("", "accuses", "to have ordered the killings in Darfur"),
        ),
        (
            "Eritrea is said to have sent troops into Tigray.",
            ("", "asserts", "to have sent troops into Tigray"),
        ),
    ],
)
def test_what_is_told_of_somebody_by_nobody_has_no_speaker(
    text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in said(text)


def test_whoever_adds_is_whoever_said_the_first() -> None:
    text = "Tunisia said Libya had asked for help, adding that it would send doctors."
    assert said(text)[-1] == ("Tunisia", "promises", "that it would send doctors")


def test_whom_others_quote_speaks() -> None:
    text = "State radio quoted the general as saying that forty rebels had been killed."
    assert said(text) == [("the general", "asserts", "that forty rebels had been killed")]


def test_a_minister_does_not_go_by_the_name_of_his_state() -> None:
    text = "Asked whether Norway would send jets, the defence minister said none was ready."
    assert said(text)[-1][0] == "the defence minister"


def test_the_minister_is_who_was_just_called_one() -> None:
    text = "Foreign Minister Luka Beran visited Oslo on Monday. The minister said talks had failed."
    assert said(text) == [("Luka Beran", "asserts", "talks had failed")]


def test_his_own_insistence_is_by_the_man_before() -> None:
    text = (
        "Opposition leader Pedro Sanz fled to Lima. "
        "His insistence that the vote was stolen has angered the army."
    )
    assert said(text) == [("Opposition leader Pedro Sanz", "asserts", "that the vote was stolen")]
