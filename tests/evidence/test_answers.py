# Denials that only point back, read with the parser.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model

SHELLING = "Ukraine accused Russia of shelling a hospital in Kherson. "


def denied(text: str) -> list[str]:
    """Words of the acts that the denials of *text* are about."""
    reading = dragoman.read(text, published="2024-05-10")
    acts = {event.id: event.trigger.of(text) for event in reading.events}
    return [acts[i] for c in reading.claims if c.stance == "denies" for i in c.event_ids]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (SHELLING + "Moscow denied the accusation.", "shelling"),
        (SHELLING + "“This is a lie,” the Russian foreign minister said.", "shelling"),
        (
            "Kenya said that Somali troops had attacked a police post in Mandera. Somalia rejected the claim.",
            "attacked",
        ),
        (
            "The Washington Post reported that Iran had sent drones to Russia. Iran's foreign ministry dismissed the report as fiction.",
            "sent",
        ),
        (
            "Chad has shelled the port of Cotonou in Benin. N'Djamena denies it.",
            "shelled",
        ),
        ("Britain accused Iran of arming rebels in Sudan. Iran has denied this.", "arming"),
        ("Britain accused Iran of arming rebels in Sudan, a charge Iran denies.", "arming"),
        (
            "Chad accused Sudan of arming the rebels. Khartoum called the accusation baseless.",
            "arming",
        ),
        (
            "Rwanda has sent troops to Congo, UN experts said. Kigali denies the allegations.",
            "sent",
        ),
        (
            "Reuters reported that Ukraine accused Russia of shelling a hospital. The Kremlin denied the charge.",
            "shelling",
        ),
    ],
)
def test_a_denial_that_points_back_denies_what_the_denier_is_said_to_have_done(
    text: str, act: str
) -> None:
    assert denied(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        SHELLING + "Poland said Russia had bombed a bridge. Moscow denied the accusation.",
        SHELLING + "China denied the accusation.",
        SHELLING + "Moscow denied that Belarus had sent it drones. Russia was at the talks.",
        "Moscow denied the accusation. " + SHELLING,
        "Russia said it had shelled a hospital. Moscow denied the report.",
    ],
)
def test_where_none_or_two_fit_nothing_is_denied_by_pointing_back(text: str) -> None:
    assert not {"shelling", "shelled", "bombed"} & set(denied(text))


def test_a_denial_of_it_that_answers_nothing_is_no_claim() -> None:
    assert dragoman.read("Rain fell on the port. Iran denies it.").claims == ()


def test_having_done_something_can_be_denied() -> None:
    text = "Egypt denied having armed the rebels in Sudan."
    (claim,) = dragoman.read(text).claims
    assert (claim.stance, claim.content.of(text)) == ("denies", "having armed the rebels in Sudan")
