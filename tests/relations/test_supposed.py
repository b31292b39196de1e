"""Conditions, questions, requests and denials: what ties follow from acts that are only spoken of."""

from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def ties(text: str) -> list[str]:
    return [
        f"{r.a} {r.b} {r.sign:+d}"
        for r in dragoman.read(text, published="2024-05-10").relations
        if r.sign
    ]


@pytest.mark.parametrize(
    "text",
    [
        "If Armenia attacked Georgia, everybody would lose, an analyst said.",
        "Should Belarus attack Poland, the world would change.",
        "In case Russia attacks Latvia, the port will be closed.",
        "In the event that China invades Taiwan, prices will rise.",
        "Suppose Iran attacked Iraq.",
        "The minister asked whether Chad had armed the Libyan army.",
        "Even if Serbia invaded Kosovo, NATO would not bomb Serbia.",
        "Unless Iran bombs Iraq again, the talks will go on.",
        "Japan did not attack China.",
        "Iran has denied arming the Houthis.",
        "Turkey never supplied Armenia with weapons.",
        "Cuba was an ally of the Soviet Union.",
        "Armenia, a former ally of Iran, has voted.",
        "For years Turkey was Israel's closest friend in the region.",
        "Egypt is not an enemy of Sudan.",
        "If Kenya were an ally of Uganda, the border would be open.",
    ],
)
def test_what_is_supposed_denied_or_over_ties_nobody(text: str) -> None:
    assert ties(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Jordan said it would cut gas deliveries to Israel if Israel annexed the valley.", "ISR JOR -1"),
        ("If Chad attacked Sudan, Egypt would bomb Chad.", "EGY TCD -1"),
        ("The minister said that Cuba was an ally of Russia.", "CUB RUS +1"),
        ("Ukraine attacked Russia after it had asked whether Belarus would fight.", "RUS UKR -1"),
    ],
)  # fmt: skip
def test_what_is_done_or_said_beside_it_still_counts(text: str, wanted: str) -> None:
    assert ties(text) == [wanted]
