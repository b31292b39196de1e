"""Members of a body that act for it, and those that do not."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Members of Hamas attacked Israel.", "PSE-REB", "ISR"),
        ("A member of Hamas shot an Israeli soldier.", "PSE-REB", "ISR-MIL"),
        ("The members of the Security Council condemned Iran.", "UNO", "IRN"),
        ("Iranian drones crossed Jordanian airspace.", "IRN-MIL", "JOR"),
    ],
)
def test_members_act_for_their_body(text: str, actor: str, recipient: str) -> None:
    (event,) = read(text).events
    assert [p.code for p in event.actor] == [actor]
    assert [p.code for p in event.recipient] == [recipient]


def test_one_member_of_a_union_is_not_the_union() -> None:
    text = "A member of the European Union since 2004, Cyprus closed its port to Russia."
    assert not any(p.code == "EUR" for e in read(text).events for p in e.actor)


def test_partners_in_a_body_are_the_body() -> None:
    text = "Kenya is in close contact with its partners, including those in the African Union."
    (event,) = read(text).events
    assert {p.code for p in event.actor} == {"KEN", "IGO-AU"}


def test_rivals_in_a_state_need_not_be_the_state() -> None:
    text = "Egypt has sanctioned its rivals, including those in Libya."
    assert not any(p.code == "LBY" for e in read(text).events for p in e.recipient)
