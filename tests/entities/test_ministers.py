"""Whose a minister is whom a report introduces without saying so."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model

HOME = (
    "ANKARA, March 12 - Turkey will keep the straits closed, the Turkish navy said. "
    "Turkey is neutral. Turkish ships left. "
)


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Foreign Minister Selin Aksoy condemned Bulgaria.", "TUR"),
        ("In Sofia, Foreign Minister Ivan Petkov condemned Chad.", None),
        ("Foreign Minister Ivan Petkov condemned Turkey.", None),
        ("Singer Selin Aksoy condemned Bulgaria.", None),
    ],
)
def test_a_minister_with_no_state_is_that_of_the_report(sentence: str, code: str | None) -> None:
    accused = [e for e in read(HOME + sentence).events if e.type == "ACCUSE"]
    assert [p.code for e in accused for p in e.actor] == ([code] if accused else [])


def test_whom_one_accuses_in_passing_is_no_clause_of_its_own() -> None:
    text = "Ottawa froze the assets of two Haitian senators it suspects of financing gangs."
    aid = [e for e in read(text).events if e.type == "AID"]
    assert [[p.code for p in e.actor] for e in aid] == [["HTI-LEG"]]


def test_whose_help_one_has_is_no_foe() -> None:
    text = "The president of Mali vowed to retake the town with the help of Russia."
    assert not any(
        p.code == "RUS" for e in read(text).events if e.type == "THREATEN" for p in e.recipient
    )


def test_what_is_dismissed_as_something_stands_behind_it() -> None:
    text = "Togo dismissed as fabricated a Beninese police report."
    (claim,) = read(text).claims
    assert (claim.stance, claim.content.of(text)) == ("denies", "a Beninese police report")
