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
    # people without a name are its people; who arrests and charges them is the state
    ("Some 290 people were detained.", ("COERCE", "PER", "PER-CVL", "actual")),
    ("Forty people were charged with sedition.", ("ACCUSE", "PER", "PER-CVL", "actual")),
    ("Twelve people were beaten by police.", ("ASSAULT", "PER-COP", "PER-CVL", "actual")),
    ("Twelve Bolivians were detained.", ("COERCE", "", "BOL", "actual")),
    # they protest against their state, and demand of it what they demand of nobody else
    ("Thousands took to the streets.", ("PROTEST", "PER-CVL", "PER", "actual")),
    ("The unions demanded higher wages.", ("REQUEST", "PER-LAB", "PER", "actual")),
    ("The opposition rejected the result.", ("REJECT", "PER-OPP", "PER", "actual")),
    # what only a state does is judged as its deed
    ("Spain and Italy voiced concern at the verdicts.", ("ACCUSE", "ESP+ITA", "PER", "actual")),
    ("Spain voiced concern at a verdict in Chile.", ("ACCUSE", "ESP", "CHL", "actual")),
    # a passive that hides whoever bans
    ("A journalist was barred from travelling.", ("COERCE", "PER", "PER-JRN", "actual")),
    ("Access to the internet was restricted.", ("COERCE", "PER", "", "actual")),
    # whom others ask, whom rebels fight, who frees prisoners
    ("Spain called for an inquiry into the violence.", ("REQUEST", "ESP", "PER", "actual")),
    ("Spain called for aid from donors.", ("REQUEST", "ESP", "", "actual")),
    ("Two political prisoners were freed.", ("RETREAT", "PER", "PER-OPP", "actual")),
    ("Two hostages were freed.", ("RETREAT", "", "PER-CVL", "actual")),
    ("The rebels are fighting for independence.", ("ASSAULT", "PER-REB", "PER", "actual")),
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


def test_what_breaks_out_is_one_protest() -> None:
    assert [t[0] for t in _told(OPENING)].count("PROTEST") == 1


def test_a_report_of_two_states_is_set_in_neither() -> None:
    text = "Peru and Chile met in Lima. Peru and Chile closed a border. Canada and Norway urged the government to talk."
    assert ("REQUEST", "CAN+NOR", "PER", "actual") not in _told(text)
