"""Whom an act falls on that a report names beside it: in the clause before, by a pronoun, by "both"."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str, str]  # type, actors, recipients, status

CASES: list[tuple[str, list[Told]]] = [
    # a semicolon parts the sides
    ("The ruling was hailed by Oman and Jordan; Spain and Ireland condemned Israel.", [("SUPPORT", "OMN+JOR", "", "actual"), ("ACCUSE", "ESP+IRL", "ISR", "actual")]),
    ("Chad recalled its envoy; Mali, Niger and Togo condemned Benin.", [("SANCTION", "TCD", "", "actual"), ("ACCUSE", "MLI+NER+TGO", "BEN", "actual")]),
    # a date before the subject
    ("On 20 August Latvia, Lithuania and Estonia imposed sanctions on Belarus.", [("SANCTION", "LVA+LTU+EST", "BLR", "actual")]),
    ("In March France and Germany accused Iran of theft.", [("ACCUSE", "FRA+DEU", "IRN", "actual")]),
    # what somebody calls something
    ("Canada condemned what it described as an attack on Mali by Chad.", [("ACCUSE", "CAN", "TCD", "actual"), ("ASSAULT", "TCD", "MLI", "actual")]),
    ("Iran denounced what it called Israel's aggression against Lebanon.", [("ACCUSE", "IRN", "ISR", "actual"), ("ASSAULT", "ISR", "LBN", "actual")]),
    # the object of the verb before
    ("China accused Manila of trespassing and urged it to leave.", [("ACCUSE", "CHN", "PHL", "actual"), ("REQUEST", "CHN", "PHL", "actual")]),
    ("Finland and Sweden applied. Turkey condemned the two countries' decision.", [("ACCUSE", "TUR", "FIN+SWE", "actual")]),
    ("Finland and Sweden applied on Monday, but Turkey objects to their accession.", [("ACCUSE", "TUR", "FIN+SWE", "actual")]),
    ("Norway and Denmark closed an embassy. Joe Biden received the leaders of the two countries.", [("SANCTION", "NOR+DNK", "", "actual"), ("CONSULT", "USA", "NOR+DNK", "actual")]),
    # verbs that go on as they began
    ("The Chinese minister denounced the Western measures and called on France to stop.", [("ACCUSE", "CHN", "WST", "actual"), ("REQUEST", "CHN", "FRA", "actual")]),
    ("The minister of Latvia had spoken by telephone with Olaf Scholz.", [("CONSULT", "LVA", "DEU", "actual")]),
    ("Lukashenko charged NATO with massing troops.", [("ACCUSE", "BLR", "NATO", "actual"), ("MOBILIZE", "NATO", "", "actual")]),
    # what is arranged is still to come
    ("The Philippine president is due to travel to Tokyo.", [("CONSULT", "PHL", "JPN", "possible")]),
    ("The Philippine president is to visit Tokyo.", [("CONSULT", "PHL", "JPN", "possible")]),
]  # fmt: skip


@pytest.mark.parametrize(("report", "expected"), CASES, ids=[c[0] for c in CASES])
def test_both_sides_are_found(report: str, expected: list[Told]) -> None:
    made = [
        (e.type, "+".join(filter(None, (p.code for p in e.actor))),
         "+".join(filter(None, (p.code for p in e.recipient))), e.status)
        for e in read(report).events
    ]  # fmt: skip
    assert sorted(made) == sorted(expected)
