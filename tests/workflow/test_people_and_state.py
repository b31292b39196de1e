"""Short news of people and states: rescues and boats turned back, protests, bans, resignations."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str, str]  # type, actors, recipients, status

CASES: list[tuple[str, Told]] = [
    # whose people the refugees are
    (
        "Libya rescued 40 Eritrean migrants. Italy took in the refugees.",
        ("AID", "ITA", "ERI-REF", "actual"),
    ),
    (
        "Libya rescued 40 Eritrean migrants. Italy saved 60 more after they were found.",
        ("AID", "ITA", "ERI-REF", "actual"),
    ),
    (
        "Libya rescued 40 Eritrean migrants. Italy rescued refugees from Chad. Malta saved the refugees.",
        ("AID", "MLT", "", "actual"),
    ),
    (
        "Thai fishermen rescued 300 Rohingya asylum seekers. Malaysia took in the migrants.",
        ("AID", "MYS", "MMR-REF", "actual"),
    ),
    (
        "Libya rescued 370 migrants. Most of the migrants are Syrians. Malta turned away the migrants.",
        ("COERCE", "MLT", "SYR-REF", "actual"),
    ),
    (
        "Chad rescued 40 Malian migrants. Niger sent a warship to retrieve them.",
        ("AID", "NER", "MLI-REF", "actual"),
    ),
    ("Fishermen in Iceland have rescued 300 migrants.", ("AID", "ISL-CVL", "", "actual")),
    # rescued, whoever did it
    (
        "Over 900 rescued off Sicily's coast. Italy criticised Malta. Malta rejected France's plan.",
        ("AID", "", "", "actual"),
    ),
    ("Two Malaysian warships were sent to pick up the migrants.", ("AID", "MYS-MIL", "", "actual")),
    (
        "A second vessel, a patrol ship of the Maltese navy, was sent to pick up Iraqi migrants.",
        ("AID", "MLT-MIL", "IRQ-REF", "actual"),
    ),
    # turned back, by one and by another
    (
        "The boat was turned back twice, once by Greece and once by Turkey.",
        ("COERCE", "TUR", "", "actual"),
    ),
    (
        "The boat was turned around twice, towards Cyprus by the Lebanese navy, then towards Lebanon by the Cypriot navy.",
        ("COERCE", "CYP-MIL", "", "actual"),
    ),
    (
        "The captain cut the engine to avoid being sent away from Cypriot waters.",
        ("COERCE", "CYP", "", "possible"),
    ),
    # a people and its state
    ("Kenyans marched through Nairobi on Friday.", ("PROTEST", "KEN-CVL", "KEN", "actual")),
    (
        "Students marched in Dhaka in solidarity with the Palestinians.",
        ("PROTEST", "BGD-CVL", "", "actual"),
    ),
    ("Kenyans marched against rising prices in Nairobi.", ("PROTEST", "KEN-CVL", "", "actual")),
    ("Iran has changed little since its 1979 revolution.", ("PROTEST", "IRN-CVL", "IRN", "actual")),
    (
        "Before the 2014 protests, Ukraine's ruling party had made many promises.",
        ("PROTEST", "UKR-CVL", "UKR", "actual"),
    ),
    (
        "Residents have been protesting curbs on free speech in Chad for weeks.",
        ("COERCE", "TCD", "TCD-CVL", "actual"),
    ),
    (
        "Lawmakers in Georgia approved limits on free speech.",
        ("COERCE", "GEO-LEG", "GEO-CVL", "actual"),
    ),
    (
        "Montenegro voted in May. A minister who had lost his seat resigned on Tuesday.",
        ("RETREAT", "MNE", "", "actual"),
    ),
]


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


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_it_is_told_who_did_what_to_whom(text: str, expected: Told) -> None:
    assert expected in _told(text)


def test_a_revolution_in_tactics_is_nobody_s_rising() -> None:
    assert not _told("The Danish coach left after a revolution in tactics.")


def test_a_second_participle_of_the_perfect_is_active() -> None:
    told = _told(
        "Pakistan has deported hundreds of Afghan refugees and cracked down on human smuggling."
    )
    assert ("COERCE", "PAK", "", "actual") in told


def test_one_phrase_with_by_is_one_act() -> None:
    told = _told("The boat was turned back by Greece and Turkey.")
    assert [t[0] for t in told] == ["COERCE"]


def test_what_is_denied_of_an_industry_is_no_revolution() -> None:
    assert not _told("China's solar revolution has cut the price of power.")


def test_a_company_s_head_resigns_from_no_state() -> None:
    assert not _told(
        "The French retailer's chief executive stepped down after a dispute over his pay."
    )
