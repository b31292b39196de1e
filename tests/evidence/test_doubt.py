# Doubt and its absence, and quotations that go on, read with the parser.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def claims(text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of each claim."""
    return [(c.speaker.text, c.stance, c.content.of(text)) for c in dragoman.read(text).claims]


def test_whoever_has_no_doubt_asserts_it() -> None:
    assert claims("Egypt had little doubt that the talks had failed.") == [
        ("Egypt", "asserts", "that the talks had failed")
    ]


def test_whoever_has_no_doubt_of_what_will_come_predicts_it() -> None:
    assert claims("The minister has no doubt that Kenya will win.") == [
        ("The minister", "predicts", "that Kenya will win")
    ]


def test_doubts_are_still_questions() -> None:
    assert claims("Diplomats have doubts about the truce.") == [
        ("Diplomats", "questions", "the truce")
    ]


def test_nobody_says_that_there_is_no_doubt() -> None:
    assert claims("There was no doubt that the army had entered the town.") == []


def test_whoever_is_committed_promises() -> None:
    assert claims("Finland is committed to defending its border.") == [
        ("Finland", "promises", "to defending its border")
    ]


def test_a_short_sentence_in_marks_goes_on_with_its_speaker() -> None:
    text = "“Nobody wanted a deal,” the minister said. “Everybody lost.”"
    (claim,) = dragoman.read(text).claims
    assert [p.of(text) for p in claim.pieces] == ["Nobody wanted a deal", "Everybody lost"]


def test_a_few_words_in_marks_are_no_speech() -> None:
    text = "“Nobody wanted a deal,” the minister said. He came from the “New Dawn” party."
    (claim,) = dragoman.read(text).claims
    assert claim.more == ()


def test_a_sentence_without_a_cue_or_marks_belongs_to_nobody() -> None:
    text = "The president said he was tired. He would leave in May."
    assert claims(text) == [("The president", "asserts", "he was tired")]
