"""Towards whom somebody acts who waits for another's act."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The West will not lift the price cap unless Russia pulls its troops out of Ukraine.",
            ("CONCEDE", ["WST"], ["RUS"], "negated"),
        ),
        (
            "Ethiopia will not sign the agreement until Egypt recognises the dam.",
            ("SUPPORT", ["ETH"], ["EGY"], "negated"),
        ),
    ],
)
def test_what_waits_for_somebody_is_towards_him(
    text: str, expected: tuple[str, list[str], list[str], str]
) -> None:
    found = [
        (e.type, [p.code for p in e.actor], [p.code for p in e.recipient], e.status)
        for e in read(text).events
    ]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "Norway will send aid if Russia attacks the port.",
        "Norway will sign the treaty if the storm hits Russia.",
    ],
)
def test_help_against_somebody_is_not_for_him(text: str) -> None:
    assert not any(
        "RUS" in [p.code for p in e.recipient]
        for e in read(text).events
        if e.type in ("AID", "SUPPORT")
    )


def test_what_is_kept_until_somebody_acts_is_no_opinion() -> None:
    text = "We will maintain our aid to Chad until it frees them, the Lithuanian foreign minister said."
    assert [c.speaker.code for c in read(text).claims] == ["LTU"]
