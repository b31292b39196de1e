"""Who "she" is behind a surname, and who claims responsibility."""

from __future__ import annotations

from dragoman.workflow.reading import read


def test_she_is_the_one_of_whom_the_sentence_before_tells_by_surname() -> None:
    text = (
        "The deal, signed by Mining Minister Elisa Fuentes, sets a price. "
        "The American envoy, Carla Jensen, said no. Fuentes denied that Peru was hostile. "
        '"America remains our friend," she said.'
    )
    assert read(text).claims[-1].speaker.text == "Fuentes"


def test_what_is_claimed_is_no_speaker() -> None:
    text = "The Pakistani Taliban, known as the TTP, claimed responsibility in a message."
    (claim,) = read(text).claims
    assert claim.content.of(text).startswith("responsibility")
    assert claim.speaker.code == "PAK-REB"
