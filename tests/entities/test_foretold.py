"""Pronouns that stand before whom they mean, and neighbours who have just acted."""

from __future__ import annotations

from dragoman.workflow.reading import read


def _told(text: str, kind: str) -> list[tuple[list[str | None], list[str | None]]]:
    events = read(text).events
    return [
        ([p.code for p in e.actor], [p.code for p in e.recipient]) for e in events if e.type == kind
    ]


def test_it_in_a_phrase_that_opens_a_sentence_is_the_subject_that_follows() -> None:
    text = "Because of the pressure that it faces from the United States, Panama closed two ports."
    assert (["USA"], ["PAN"]) in _told(text, "REQUEST")


def test_they_are_no_single_state() -> None:
    text = "Because of the pressure that they face from the United States, Panama closed two ports."
    assert (["USA"], ["PAN"]) not in _told(text, "REQUEST")


def test_its_neighbours_are_those_who_have_just_acted_together() -> None:
    text = (
        "Saudi Arabia, the United Arab Emirates and Bahrain recalled their ambassadors. "
        "Qatar accused its Gulf neighbours of a smear campaign."
    )
    assert (["QAT"], ["SAU", "ARE", "BHR"]) in _told(text, "ACCUSE")


def test_its_neighbours_are_not_itself() -> None:
    text = (
        "Saudi Arabia, Qatar and Bahrain recalled their ambassadors. "
        "Qatar accused its neighbours of a smear campaign."
    )
    assert _told(text, "ACCUSE")[0][1] != ["SAU", "QAT", "BHR"]


def test_allies_of_two_nations_are_both_allies() -> None:
    text = (
        "“We are in close contact with our Japanese and South Korean allies,” "
        "the American foreign minister said."
    )
    ((parties, _),) = _told(text, "CONSULT")
    assert sorted(filter(None, parties)) == ["JPN", "KOR", "USA"]
