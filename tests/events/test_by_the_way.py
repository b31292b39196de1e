"""Words that tell how something is done, or what it is called, and name no act or party."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Pyongyang called the drills a rehearsal for invasion.", []),
        ("Qatar boycotted the meeting in protest at EU rules.", ["REJECT"]),
        ("Chad halted its military operations in Libya.", ["RETREAT"]),
        ("Angola asked for more time to repay the debt.", ["REQUEST"]),
    ],
)
def test_what_tells_how_is_no_act(text: str, types: list[str]) -> None:
    assert [e.type for e in read(text).events] == types


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ('France criticised Mali\'s "war" on journalists.', ["ACCUSE"]),
        ("Egypt denounced Israel's “attack” on the convoy.", ["ACCUSE"]),
        ("The rebels' attack on Goma was repelled.", ["ASSAULT"]),
    ],
)
def test_a_word_in_quotation_marks_is_no_act_of_the_reports(text: str, types: list[str]) -> None:
    report = read(text)
    assert [e.type for e in report.events] == types
    assert any("quotation marks" in s.reason for s in report.skipped) == (types == ["ACCUSE"])


def test_where_a_truce_is_agreed_is_nobody() -> None:
    (event,) = (e for e in read("Mali agreed to a truce in Pretoria.").events if e.type == "AGREE")
    assert event.recipient == ()


def test_who_fights_beside_an_army_is_its_partner() -> None:
    text = "Zambian soldiers are fighting beside the Malian army as part of a regional force."
    (event,) = read(text).events
    assert {p.code for p in event.actor} >= {"ZMB-MIL", "MLI-MIL"}


def test_troops_sent_to_help_are_one_transfer() -> None:
    assert len(read("Burundi has also sent troops to help Congo.").transfers) == 1
