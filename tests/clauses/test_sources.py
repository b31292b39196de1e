"""Who acts in a clause that names its source by the way."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


def _accused(text: str) -> list[tuple[list[str | None], list[str | None]]]:
    """Who accuses whom, an entry an event."""
    return [
        ([p.code for p in e.actor], [p.code for p in e.recipient])
        for e in read(text).events
        if e.type == "ACCUSE"
    ]


@pytest.mark.parametrize(
    ("text", "actors", "recipient"),
    [
        (
            "Egypt made a move which, according to Reuters, Ethiopia and Sudan have criticised.",
            ["ETH", "SDN"],
            "EGY",
        ),
        (
            (
                "Peru has a policy of expelling Venezuelans, which, according to local media, Chile and Brazil "
                "have both criticised."
            ),
            ["CHL", "BRA"],
            "PER",
        ),
        (
            (
                "Hungary adopted a practice of pushing people into Serbia that, according to Amnesty International, "
                "the European Union and Germany have condemned."
            ),
            ["EUR", "DEU"],
            "HUN",
        ),
    ],
)
def test_behind_a_source_stands_who_judges(text: str, actors: list[str], recipient: str) -> None:
    assert _accused(text) == [(actors, [recipient])]


def test_a_pronoun_that_is_the_subject_stays_it() -> None:
    text = "Kenya backed the rebels, who, according to Reuters, have condemned Chad and Niger."
    assert [p.code for e in read(text).events if e.type == "ACCUSE" for p in e.recipient] == [
        "TCD",
        "NER",
    ]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Mali launched a campaign in Niger that Chad has condemned.", "MLI"),
        ("Mali armed rebels that Chad has condemned.", "MLI-REB"),
    ],
)
def test_that_describes_a_deed_and_no_name(text: str, recipient: str) -> None:
    assert _accused(text) == [(["TCD"], [recipient])]
