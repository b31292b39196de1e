"""Fighting that a report tells by the way: who uses which arms, whose war it is, who fights for a town."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str, str]  # type, actors, recipients, status

CASES: list[tuple[str, list[Told]]] = [
    # arms are used by whoever uses them, on whom he fights
    (
        "Ethiopian troops shelled Eritrean posts. The drones used by the Ethiopian army flew at night.",
        [("ASSAULT", "ETH-MIL", "ERI", "actual"), ("ASSAULT", "ETH-MIL", "ERI", "actual")],
    ),
    ("The drones used by the Chilean army flew at night.", []),
    (
        "Azerbaijan bombed Armenian villages. Azerbaijan's use of missiles from Israel was decisive.",
        [("ASSAULT", "AZE", "ARM", "actual"), ("ASSAULT", "AZE", "ARM", "actual")],
    ),
    (
        "Sudan bombed Chadian towns. Sudan can launch the cheap aircraft in swarms.",
        [("ASSAULT", "SDN", "TCD", "actual"), ("ASSAULT", "SDN", "TCD", "possible")],
    ),
    ("Farmers in Kenya use drones to spray maize.", []),
    # whoever shoots a drone down, and whose it was
    (
        "Ethiopian troops shelled Eritrean posts. A drone of Turkish make was shot down over Asmara.",
        [("ASSAULT", "ETH-MIL", "ERI", "actual"), ("ASSAULT", "ERI", "ETH-MIL", "actual")],
    ),
    ("A passenger jet was brought down near Donetsk.", []),
    # the war
    (
        "Ethiopia invaded Eritrea in May and shelled Asmara. Prices have risen since the war began.",
        [
            ("ASSAULT", "ETH", "ERI", "actual"),
            ("ASSAULT", "ETH", "ERI", "actual"),
            ("ASSAULT", "ETH", "ERI", "actual"),
        ],
    ),
    ("Prices have risen since the start of the war.", []),
    (
        "Moscow's faltering war effort in Ukraine needs shells.",
        [("ASSAULT", "RUS", "UKR", "actual")],
    ),
    # what is fought for, and who fights for it
    (
        "The campaign to liberate Mosul from Islamic State would take months.",
        [("ASSAULT", "", "ISIL", "actual")],
    ),
    (
        "Chad's operation to recapture the town from Libyan troops failed.",
        [("ASSAULT", "TCD", "LBY-MIL", "actual")],
    ),
    (
        "Mali's army suffered losses in the battle for Gao.",
        [("ASSAULT", "MLI-MIL", "", "actual")],
    ),
    ("The campaign to win back tourists cost Egypt millions.", []),
    # whoever is an outcast for a deed did it, and not to himself
    (
        "Russia became an outcast for attacking a neighbouring country.",
        [("SANCTION", "", "RUS", "actual"), ("ASSAULT", "RUS", "", "actual")],
    ),
    # who condemns an attack has nothing against the place where it was
    (
        "Norway condemned the attack in Mogadishu.",
        [("ACCUSE", "NOR", "", "actual"), ("ASSAULT", "", "SOM", "actual")],
    ),
    (
        "Kenya condemned a suicide bombing at a market in Kabul.",
        [("ACCUSE", "KEN", "", "actual"), ("ASSAULT", "", "AFG", "actual")],
    ),
    # a blast has no doer by the place where it was, nor has whoever "they" are
    (
        "Twin blasts in Peshawar killed eighteen worshippers, and nobody said that they carried out the bombings.",
        [("ASSAULT", "", "PAK", "actual")],
    ),
    (
        "At least thirty civilians died in the attacks in Mogadishu and Baidoa.",
        [("ASSAULT", "", "SOM", "actual")],
    ),
    ("A Sudanese army plane crashed near Omdurman, killing forty people.", []),
    (
        "Explosions in Mogadishu and Kismayo killed nine people on Sunday.",
        [("ASSAULT", "", "SOM-CVL", "actual")],
    ),
    # nor is a state's whoever is killed in what it deplores
    (
        "Norway deplored the drone strike that killed four aid workers.",
        [("ACCUSE", "NOR", "", "actual")],
    ),
    ("Thousands of Eritreans have crossed into Sudan.", []),
    ("Efforts to defeat Islamic State have stalled.", [("ASSAULT", "", "ISIL", "actual")]),
    # deeds that somebody is accused of, and the neighbour of whoever is spoken of
    (
        "Chad accused Libya of attacks on its villages.",
        [("ACCUSE", "TCD", "LBY", "actual"), ("ASSAULT", "LBY", "TCD", "actual")],
    ),
    (
        "Russia shelled Kharkiv in May. Britain said that Moscow had invaded its neighbour.",
        [("ASSAULT", "RUS", "UKR", "actual"), ("ASSAULT", "RUS", "UKR", "actual")],
    ),
    # forces that keep a ruler in power
    (
        "Rwanda sent a thousand soldiers to Mozambique to shore up the government.",
        [("AID", "RWA", "MOZ", "actual"), ("MOBILIZE", "RWA", "MOZ", "actual")],
    ),
    # who flees a draft
    ("Thousands fled Russia's mobilisation in September.", [("MOBILIZE", "RUS", "", "actual")]),
]


@pytest.mark.parametrize(
    ("text", "told"), [pytest.param(text, told, id=text) for text, told in CASES]
)
def test_fighting_told_by_the_way_names_both_sides_or_is_left_out(
    text: str, told: list[Told]
) -> None:
    found = [
        (
            e.type,
            "+".join(p.code for p in e.actor if p.code),
            "+".join(p.code for p in e.recipient if p.code),
            e.status,
        )
        for e in read(text).events
    ]
    assert found == told
