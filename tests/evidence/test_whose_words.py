# Where one statement ends and the next begins, and by what name its speaker goes.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def claims(text: str) -> list[tuple[str, str]]:
    found = dragoman.read(text, published="2023-05-10").claims
    return [(claim.speaker.text, claim.content.of(text)) for claim in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "She criticised limits on the right to assemble and said state media had favoured the mayor.",
            [
                ("She", "limits on the right to assemble"),
                ("She", "state media had favoured the mayor"),
            ],
        ),
        (
            (
                "Its spokesman insisted that the militia had planned the raid for weeks and said the gunmen "
                "wanted to empty the valley of its people."
            ),
            [
                ("Its spokesman", "that the militia had planned the raid for weeks"),
                ("Its spokesman", "the gunmen wanted to empty the valley of its people"),
            ],
        ),
        (
            (
                "Togo has never sold Mali any weapon for use in the war, he said, repeating that a few "
                "trucks had been lent years before."
            ),
            [
                ("he", "Togo has never sold Mali any weapon for use in the war"),
                ("he", "that a few trucks had been lent years before"),
            ],
        ),
    ],
)
def test_the_next_act_of_saying_is_a_claim_of_its_own(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            (
                "She denied that he had damaged the embassy's walls, an allegation first made by Peru's "
                "interior minister."
            ),
            "that he had damaged the embassy's walls",
        ),
        (
            "The envoy has called for an impartial inquiry under the auspices of the African Union.",
            "an impartial inquiry under the auspices of the African Union",
        ),
        (
            (
                "The general said the troops had called home because they were cold, and that several men "
                "had been hurt."
            ),
            "the troops had called home because they were cold, and that several men had been hurt",
        ),
        (
            "Sudan holds the Chadian forces responsible for the death of four fishermen.",
            "the Chadian forces responsible for the death of four fishermen",
        ),
    ],
)
def test_what_is_said_ends_where_its_clause_does(text: str, content: str) -> None:
    assert [said for _, said in claims(text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "A government spokesperson, Dora Lungu, had earlier denied that the police planned to leave.",
        "On Saturday a Greek military spokesman, Colonel Petros Vlahos, had said the bridge was safe.",
    ],
)
def test_a_name_behind_a_comma_belongs_to_the_speaker(text: str) -> None:
    ((speaker, _),) = claims(text)
    assert speaker.endswith(("Dora Lungu", "Petros Vlahos"))


def test_a_title_with_the_is_whoever_was_introduced_with_it() -> None:
    text = (
        "President Hassan Rouhani arrived in Muscat on Monday. The port will stay open, the "
        "president said."
    )
    assert claims(text) == [("Hassan Rouhani", "The port will stay open")]


def test_a_title_of_nobody_named_stays_as_it_is() -> None:
    text = "The port of Muscat will stay open, the president said."
    assert claims(text) == [("the president", "The port of Muscat will stay open")]


def test_who_neither_confirms_nor_denies_declines() -> None:
    text = "The ministry neither confirmed nor denied the report."
    (claim,) = dragoman.read(text).claims
    assert claim.stance == "declines"
