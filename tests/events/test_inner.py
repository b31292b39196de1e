"""Acts asked for: who would do them, and for whom."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def told(text: str, type_: str) -> list[tuple[str, str, str]]:
    """Actors, recipients and status of the acts of one type."""
    return [
        (
            "+".join(p.code or "" for p in e.actor),
            "+".join(p.code or "" for p in e.recipient),
            e.status,
        )
        for e in read(text).events
        if e.type == type_
    ]


@pytest.mark.parametrize(
    ("text", "type_", "expected"),
    [
        ("Estonia asked Britain for missiles.", "AID", ("GBR", "EST", "requested")),
        (
            "Peru asked Spain for the extradition of a general.",
            "COOPERATE",
            ("ESP", "PER", "requested"),
        ),
        ("Jordan asked Israel for a truce.", "RETREAT", ("ISR", "", "requested")),
        ("Qatar called on Sudan and Chad for talks.", "CONSULT", ("SDN+TCD", "", "requested")),
    ],
)
def test_whoever_is_asked_does_what_is_asked_for(
    text: str, type_: str, expected: tuple[str, str, str]
) -> None:
    assert told(text, type_) == [expected]


def test_sanctions_that_somebody_calls_for_are_not_imposed_by_whom_they_hit() -> None:
    assert told("US senators called for new sanctions on Venezuela.", "SANCTION") == [
        ("", "VEN", "requested")
    ]


def test_what_somebody_waits_for_is_asked_of_whoever_would_do_it() -> None:
    text = "France will keep its sanctions on Mali in place until Mali frees the officers."
    assert ("MLI", "", "requested") in [(a, "", s) for a, _, s in told(text, "RETREAT")]


def test_what_had_to_happen_first_has_happened() -> None:
    text = "France kept its sanctions on Mali in place until Mali freed the officers."
    assert "requested" not in [s for _, _, s in told(text, "RETREAT")]


def test_what_is_done_in_exchange_is_done_to_each_other_and_as_likely() -> None:
    text = "US sanctions would be lifted in exchange for Venezuela releasing the prisoners."
    assert told(text, "CONCEDE") == [("USA", "VEN", "possible")]
    assert told(text, "RETREAT") == [("VEN", "USA", "possible")]


def test_what_was_done_in_exchange_has_happened() -> None:
    text = "Chad opened its border in return for the lifting of sanctions by Nigeria."
    assert [status for _, _, status in told(text, "CONCEDE")] == ["actual"]


def test_a_deal_hoped_for_is_one_between_those_who_talk() -> None:
    text = "Kenya met Sudan in Juba. Prospects for an agreement were slim."
    assert told(text, "AGREE") == [("KEN+SDN", "", "possible")]


def test_a_deal_hoped_for_by_nobody_known_is_none() -> None:
    assert told("Kenya closed a road. Prospects for an agreement were slim.", "AGREE") == []


def test_further_measures_are_against_whom_the_first_ones_hit() -> None:
    text = "Norway imposed sanctions on Mali. Norway is considering further measures."
    assert told(text, "SANCTION") == [("NOR", "MLI", "actual"), ("NOR", "MLI", "possible")]


def test_a_meeting_that_somebody_is_open_to_is_his_own() -> None:
    text = "North Korea is open to a meeting with Japan."
    assert told(text, "CONSULT") == [("PRK+JPN", "", "possible")]


def test_what_a_deal_would_see_happen_has_not_happened() -> None:
    text = "The deal would see Israel withdraw its troops from Lebanon."
    assert [s for _, _, s in told(text, "RETREAT")] == ["possible"]


def test_whoever_is_pressed_does_what_ends_the_pressure() -> None:
    text = (
        "Canada will keep up the pressure on Belarus until it frees the prisoners, ends the war "
        "and enters into talks with the opposition."
    )
    assert told(text, "REQUEST") == [("CAN", "BLR", "actual")]
    assert ("BLR", "", "requested") in [(a, "", s) for a, _, s in told(text, "RETREAT")]
    assert told(text, "CONSULT") == [("BLR+BLR-OPP", "", "requested")]
