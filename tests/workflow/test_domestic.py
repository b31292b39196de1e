"""Whose the police, the protesters and the courts are in a report that is set in one state."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str, str]  # type, actors, recipients, status

OPENING = (
    "Protests broke out in Peru on Sunday after Peruvian lawmakers delayed an election. "
    "Peru's president, who was in Lima, cut short a trip. "
)

CASES: list[tuple[str, Told]] = [
    # guests are named beside, and act on nobody there
    ("Chile and Brazil closed their borders, and police arrested ten protesters.", ("COERCE", "PER-COP", "PER-CVL", "actual")),
    ("She had fled to Bolivia. Police arrested ten protesters.", ("COERCE", "PER-COP", "PER-CVL", "actual")),
    ("Canada praised the courts. Norway urged the government to hold an election.", ("REQUEST", "NOR", "PER", "actual")),
    ("Spain and Italy denounced the army.", ("ACCUSE", "ESP+ITA", "PER-MIL", "actual")),
    # who is sent from elsewhere is no Peruvian
    ("Japan and Brazil were worried. Japan sent 50 doctors.", ("AID", "JPN", "", "actual")),
    # what is set elsewhere is set there
    ("In Bolivia, police arrested ten protesters.", ("COERCE", "BOL-COP", "BOL-CVL", "actual")),
]  # fmt: skip


def _told(text: str) -> list[Told]:
    return [
        (
            e.type,
            "+".join(filter(None, (p.code for p in e.actor))),
            "+".join(filter(None, (p.code for p in e.recipient))),
            e.status,
        )
        for e in read(text).events
    ]


@pytest.mark.parametrize(("sentences", "expected"), CASES, ids=[c[0] for c in CASES])
def test_a_report_is_set_in_one_state(sentences: str, expected: Told) -> None:
    assert expected in _told(OPENING + sentences)


def test_a_report_of_two_states_is_set_in_neither() -> None:
    text = "Peru and Chile met in Lima. Peru and Chile closed a border. Canada and Norway urged the government to talk."
    assert ("REQUEST", "CAN+NOR", "PER", "actual") not in _told(text)
