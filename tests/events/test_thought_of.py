"""Attacks that may come, threats to a state at home, and who is sent to advise."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("An attack on Kenya would be a mistake.", "possible"),
        ("Togo said an invasion of Ghana would ruin the region.", "possible"),
        ("The attack on Kenya will be investigated.", "actual"),
        ("An attack on Kenya was a mistake.", "actual"),
    ],
)
def test_an_attack_under_would_has_not_come(text: str, status: str) -> None:
    assert {e.status for e in read(text).events if e.type == "ASSAULT"} == {status}


def test_a_threat_that_names_nobody_is_for_the_state_the_report_is_set_in() -> None:
    text = (
        "LIMA, July 30 - Peru's electoral council declared the president of Peru the winner on "
        "Sunday. Peru closed its airports, and Peruvian police cleared the streets of Lima. Colombian officials offered to mediate. "
        "The United States threatened to tighten sanctions."
    )
    threats = [e for e in read(text).events if e.type == "THREATEN"]
    assert [[p.code for p in e.recipient] for e in threats] == [["PER"]]


def test_military_advisers_are_no_arms() -> None:
    reading = read("Russia sent Mali military advisers.")
    assert [e.type for e in reading.events] == ["AID"]
    assert reading.transfers == ()
