"""What is told by nobody: "it was reported that"."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "speaker", "stance", "content"),
    [
        (
            "It was reported that the president had fled to Oman.",
            "",
            "asserts",
            "that the president had fled to Oman",
        ),
        (
            "It is widely expected that Chad will close the border.",
            "",
            "predicts",
            "that Chad will close the border",
        ),
        (
            "It is not believed that the rebels hold the dam.",
            "",
            "denies",
            "that the rebels hold the dam",
        ),
        (
            "Though the war is over, it was reported on Monday that rebels hold the dam.",
            "",
            "asserts",
            "that rebels hold the dam",
        ),
        (
            "It was reported by Reuters that the president had fled to Oman.",
            "Reuters",
            "asserts",
            "that the president had fled to Oman",
        ),
    ],
)
def test_it_is_said_that(text: str, speaker: str, stance: str, content: str) -> None:
    claim = read(text).claims[0]
    assert (claim.speaker.text, claim.stance, claim.content.of(text)) == (speaker, stance, content)


@pytest.mark.parametrize(
    "text",
    [
        "It was reported to the police.",
        "It was expected in the port by noon.",
        "The town that was thought lost was held.",
    ],
)
def test_without_a_clause_nothing_is_told(text: str) -> None:
    assert not read(text).claims


def test_a_noun_taken_for_a_verb_is_its_owners_claim() -> None:
    text = "The rebels' claim that the army used gas was rejected by Chad."
    found = {(c.speaker.text, c.stance, c.content.of(text)) for c in read(text).claims}
    assert found == {
        ("Chad", "denies", "The rebels' claim that the army used gas"),
        ("The rebels", "asserts", "that the army used gas"),
    }


def test_a_verb_behind_an_owner_and_its_noun_stays_a_verb() -> None:
    text = "The rebels' leader claims that Togo used gas."
    claims = read(text).claims
    assert [(c.speaker.text, c.content.of(text)) for c in claims] == [
        ("The rebels' leader", "that Togo used gas")
    ]
