# Goods that pass without a verb of giving, read with the parser.
from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def passed(sentence: str) -> list[tuple[str | None, str | None, str, str]]:
    """Supplier, recipient, class and status of each transfer."""
    found = dragoman.read(sentence, published="2024-06-01").transfers
    return [(t.supplier, t.recipient, t.kind, t.status) for t in found]


@pytest.mark.parametrize(
    ("sentence", "transfer"),
    [
        (
            "Haiti got 200 tons of American food aid on Monday.",
            ("USA", "HTI", "humanitarian", "actual"),
        ),
        (
            "A ship with 23,000 tonnes of Ukrainian wheat arrived in Somalia.",
            ("UKR", "SOM", "humanitarian", "actual"),
        ),
        (
            "Hungary signed a contract with Azerbaijan to buy a billion cubic metres of gas a year.",
            ("AZE", "HUN", "energy", "planned"),
        ),
        (
            "The US Navy seized a shipment of Iranian rifles that was bound for Yemen.",
            ("IRN", "YEM", "arms", "planned"),
        ),
        (
            "The drones that Russia has fired at Odesa are made in Iran.",
            ("IRN", "RUS", "arms", "actual"),
        ),
        ("Most of Israel's bombs are American.", ("USA", "ISR", "arms", "actual")),
        (
            "Poland intends to hand its MiG-29 fighters to Ukraine.",
            ("POL", "UKR", "arms", "planned"),
        ),
        (
            "Bern blocked the re-export of Swiss-made shells to Ukraine.",
            ("CHE", "UKR", "arms", "refused"),
        ),
        (
            "Hezbollah said a ship with Iranian fuel would sail to Lebanon.",
            ("IRN", "LBN", "energy", "planned"),
        ),
        ("Turkey's Bayraktar drones have served Ukraine well.", ("TUR", "UKR", "arms", "actual")),
    ],
)
def test_who_gives_and_who_takes_is_told_by_the_phrase(
    sentence: str, transfer: tuple[str, str, str, str]
) -> None:
    assert passed(sentence) == [transfer]


@pytest.mark.parametrize(
    "sentence",
    [
        "Turkey's drones are made by Turkish engineers.",
        "Chad's arms are not French.",
        "Kenya's president is American.",
        "Workers from Nepal bound for Qatar were stopped at the airport.",
        "Chad signed a deal with Turkey to sell its gold.",
        "Chad sent fighters to Libya.",
        "The American weapons did not help Kenya.",
        "The ships sailed to Kenya.",
    ],
)
def test_what_only_looks_like_a_transfer_is_none(sentence: str) -> None:
    assert passed(sentence) == []


@pytest.mark.parametrize(
    ("text", "transfers"),
    [
        (
            "The time has come for Moldova to receive missiles, such as are provided by Norway and Spain.",
            [("NOR", "MDA", "arms", "actual"), ("ESP", "MDA", "arms", "actual")],
        ),
        (
            "Denmark bought gas from Russia. Liquefied gas now arrives from Norway and Qatar.",
            [
                ("RUS", "DNK", "energy", "actual"),
                ("NOR", "DNK", "energy", "actual"),
                ("QAT", "DNK", "energy", "actual"),
            ],
        ),
        (
            "Poland bought tanks from South Korea. Warsaw has also ordered 200 howitzers.",
            [("KOR", "POL", "arms", "actual"), ("KOR", "POL", "arms", "planned")],
        ),
        (
            "Laos, to which Beijing has approved the sale of rockets, thanked China.",
            [("CHN", "LAO", "arms", "planned")],
        ),
        (
            "Laos, which Beijing has promised doses of vaccine, waited.",
            [("CHN", "LAO", "humanitarian", "planned")],
        ),
        (
            "Kenya has received Israeli and Turkish drones.",
            [("ISR", "KEN", "arms", "actual"), ("TUR", "KEN", "arms", "actual")],
        ),
        ("Manila bought missiles built in India.", [("IND", "PHL", "arms", "actual")]),
        ("Serbia still pumps Russian oil.", [("RUS", "SRB", "energy", "actual")]),
        ("Qatar has bankrolled the Sudanese army.", [("QAT", "SDN-MIL", "money", "actual")]),
        (
            "Canada has sent Ukraine 300 million dollars in military aid.",
            [("CAN", "UKR", "arms", "actual")],
        ),
        (
            "Canada has given Ukraine 300 million dollars.",
            [("CAN", "UKR", "money", "actual")],
        ),
        ("China built a railway in Kenya.", []),
        (
            "India has doubled its imports of Russian oil, to the annoyance of Kyiv.",
            [("RUS", "IND", "energy", "actual")],
        ),
        # To whom the gas goes may be one of two.
        (
            "Denmark bought gas from Russia. Gas from Norway has arrived, Sweden and Finland said.",
            [("RUS", "DNK", "energy", "actual")],
        ),
    ],
)
def test_sides_that_stand_in_another_clause_or_in_the_words_before(
    text: str, transfers: list[tuple[str, str, str, str]]
) -> None:
    assert passed(text) == transfers
