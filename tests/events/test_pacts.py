"""Towards whom somebody leaves, breaks or returns to "the pact"."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("told", "then", "expected"),
    [
        (
            "Washington and Moscow signed a treaty in 1987.",
            "The United States pulled out of the pact in 2019.",
            ("REJECT", ["USA"], ["RUS"], "actual"),
        ),
        (
            "North Korea froze its reactor under a deal with the United States.",
            "It violated the agreement by enriching uranium in secret.",
            ("REJECT", ["PRK"], ["USA"], "actual"),
        ),
        (
            "The nuclear deal limits Iran's enrichment of uranium.",
            "President Biden wants to return to the pact.",
            ("SUPPORT", ["USA"], ["IRN"], "possible"),
        ),
        (
            "Ecuador and Peru ended their last war with a peace treaty.",
            "Peru has never broken the treaty.",
            ("REJECT", ["PER"], ["ECU"], "negated"),
        ),
        (
            "Two rivers are shared under the Indus Waters Treaty.",
            "India tore up the treaty on Monday.",
            ("REJECT", ["IND"], ["PAK"], "actual"),
        ),
    ],
)
def test_a_pact_is_left_towards_its_other_sides(
    told: str, then: str, expected: tuple[str, list[str], list[str], str]
) -> None:
    found = [
        (e.type, [p.code for p in e.actor], [p.code for p in e.recipient], e.status)
        for e in read(f"{told} {then}").events
    ]
    assert expected in found


@pytest.mark.parametrize(
    ("told", "then"),
    [
        ("Canada and Chile are renewing a trade pact.", "Peru left the climate agreement."),
        ("Canada, Chile, Peru, Cuba and Haiti signed a treaty.", "Cuba left the treaty on Monday."),
        ("Canada and Chile signed a treaty.", "Peru left a treaty on Monday."),
    ],
)
def test_another_pact_or_one_of_many_has_no_other_side(told: str, then: str) -> None:
    (left,) = (e for e in read(f"{told} {then}").events if e.type == "REJECT")
    assert not any(p.known for p in left.recipient)
