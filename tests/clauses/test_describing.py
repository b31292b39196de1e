"""Participles and short relative clauses right behind the noun that they describe."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


def told(text: str) -> list[tuple[str, str, str]]:
    """Type, actors and recipients of what *text* tells."""
    return [
        (
            e.type,
            "+".join(p.code or "" for p in e.actor),
            "+".join(p.code or "" for p in e.recipient),
        )
        for e in read(text).events
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Canada blacklisted four Emirati businessmen supplying diesel to the junta in Myanmar.",
            ("COOPERATE", "ARE-BUS", "MMR"),
        ),
        (
            "The helicopters Serbia bought from Moscow will be sold to a third country.",
            ("AID", "RUS", "SRB"),
        ),
    ],
)
def test_what_describes_a_noun_has_it_as_subject_or_object(
    text: str, event: tuple[str, str, str]
) -> None:
    assert event in told(text)


def test_the_second_of_two_subjects_is_the_participles_object() -> None:
    text = "Companies in Turkey supporting the militias in Libya were named in a report."
    assert [(t, r) for t, _, r in told(text)] == [("SUPPORT", "LBY-UAF")]


def test_a_noun_in_ing_stays_one() -> None:
    assert told("Weapons building and shipping in Turkey grew last year.") == []


def test_curbs_that_somebody_raises_are_not_his() -> None:
    text = "Egypt's jailing of bloggers was raised by the German chancellor in Cairo."
    assert ("COERCE", "EGY") in [(t, a) for t, a, _ in told(text)]


def test_a_state_blamed_for_its_crackdown_cracked_down() -> None:
    text = "Rights groups have criticised Tanzania for its violent crackdown ahead of the vote."
    assert ("COERCE", "TZA") in [(t, a) for t, a, _ in told(text)]
    assert all(t != "COERCE" for t, _, _ in told("Ministers blamed Tanzania for the crackdown."))
