"""What somebody is asked to do he has not said; who "he" is behind a passive; gunboats are no gifts."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


def test_whoever_is_asked_to_protest_has_said_nothing() -> None:
    text = (
        'The Kenyan bar called the move "a slap in the face" and asked President William Ruto '
        "to protest."
    )
    assert not any("Ruto" in c.speaker.text for c in read(text).claims)


def test_he_is_the_one_who_is_accused() -> None:
    text = (
        "Diego Lissu leads the opposition. President William Ruto kept silent. "
        "Lissu, who was shot in 2017, is accused of inciting riots. He denies the charge."
    )
    assert read(text).claims[-1].speaker.name == "Diego Lissu"


def test_a_gunboat_in_foreign_waters_is_not_given_to_anybody() -> None:
    reading = read("A Venezuelan gunboat entered Guyana's waters.")
    assert reading.transfers == ()
    assert [e.type for e in reading.events] == ["MOBILIZE"]


def test_forces_moved_at_home_move_against_nobody() -> None:
    (event,) = read("Brazil moved armoured vehicles to Boa Vista.").events
    assert (event.type, event.recipient) == ("MOBILIZE", ())
