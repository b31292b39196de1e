"""Who "it" is behind "until"."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("The European Union will keep pressing Myanmar until it stops the bombing.", "MMR"),
        ("Norway will keep up the pressure on Belarus until it frees the prisoners.", "BLR"),
        ("Japan will not lift its sanctions on Syria until it frees the prisoners.", "SYR"),
        ("Sanctions on Sudan will stay until it frees the prisoners.", "SDN"),
        ("Peru will stay in Lima until it frees the prisoners.", "PER"),
    ],
)
def test_it_is_whoever_is_pressed(text: str, doer: str) -> None:
    freed = [e for e in read(text).events if e.type == "RETREAT"]
    assert [p.code for e in freed for p in e.actor] == [doer]


def test_refugees_told_of_together_are_of_both_nations() -> None:
    text = "Fishermen rescued 60 migrants from Mali and Guinea. The Tunisian navy saved 20 more."
    (saved,) = (e for e in read(text).events if [p.code for p in e.actor] == ["TUN-MIL"])
    assert [p.code for p in saved.recipient] == ["MLI-REF", "GIN-REF"]


def test_whoever_presses_an_unknown_junta_does_not_yield() -> None:
    text = "Canada will keep up the pressure on the junta until it frees the prisoners."
    assert not [p for e in read(text).events if e.type == "RETREAT" for p in e.actor if p.known]


def test_peacekeepers_are_not_of_the_state_where_they_stand() -> None:
    text = "Gunmen attacked a convoy of peacekeepers in South Sudan."
    assert "SSD-MIL" not in [p.code for e in read(text).events for p in e.recipient]
