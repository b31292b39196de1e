"""Minds that are told of by a participle, answers of one word, and words put in between commas."""

from __future__ import annotations

import pytest

import dragoman


def said(text: str) -> set[tuple[str, str]]:
    return {(c.speaker.text, c.content.of(text)) for c in dragoman.read(text).claims}


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "Traders were frustrated that the port stayed shut.",
            "Traders",
            "that the port stayed shut",
        ),
        (
            "The envoy was surprised that Chad had not been told.",
            "The envoy",
            "that Chad had not been told",
        ),
        ("Asked about a truce, Mr. Sow shook his head and said, “Never.”", "Mr. Sow", "Never"),
        ("Marchers chanted “What truce?” as the convoy came.", "Marchers", "What truce?"),
        (
            "If the pact fails, Mr. Sow argues, there are other ways to end the war.",
            "Mr. Sow",
            "there are other ways to end the war",
        ),
        (
            "To hold the north, the army needs new tanks, analysts say; in May, it lost ten.",
            "analysts",
            "To hold the north, the army needs new tanks",
        ),
        (
            "As Ms. Okafor put it in a letter, the force has guarded nobody but itself.",
            "Ms. Okafor",
            "the force has guarded nobody but itself",
        ),
        (
            "Mr. Sow described how, growing up, he turned into a rebel.",
            "Mr. Sow",
            "how, growing up, he turned into a rebel",
        ),
        (
            "He rebutted most of the points in Chad's letter.",
            "He",
            "most of the points in Chad's letter",
        ),
        (
            "Polling shows that “the public is tired of the war,” said Ana Tamm, a scholar.",
            "Ana Tamm, a scholar",
            "Polling shows that “the public is tired of the war",
        ),
    ],
)
def test_said(text: str, speaker: str, content: str) -> None:
    assert (speaker, content) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "He was persuaded to leave.",
        "The rebels were encouraged by the vote.",
        "He praised the army in his letter.",
        "The FBI records that were leaked show nothing.",
        "The general put it down.",
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert not said(text)


def test_a_participle_of_saying_has_its_own_quotation() -> None:
    text = "Mr. Sow denied the charge, saying the army might be “gone by the time of the vote.”"
    assert ("Mr. Sow", "the charge") in said(text)
