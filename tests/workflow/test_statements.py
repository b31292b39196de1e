"""Releases of ministries and statements of spokespersons: whose "we", "I" and "the Minister" are."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str]  # type, actors, recipients


def told(text: str) -> list[Told]:
    """The events of *text*: types and the states on their sides."""
    return [
        (
            e.type,
            "+".join(p.code or p.text for p in e.actor),
            "+".join(p.code or p.text for p in e.recipient),
        )
        for e in read(text, published="2021-05-10").events
    ]


def test_a_letterhead_says_whose_we_is() -> None:
    text = (
        "Regarding the remarks of the Greek foreign minister\n\n"
        "Statement of the Spokesperson of the Ministry of Foreign Affairs of Turkey\n\n"
        "We reject the remarks of the Greek Foreign Minister. We call on Greece to end its provocations."
    )
    assert told(text) == [("ACCUSE", "TUR", "GRC"), ("REQUEST", "TUR", "GRC")]


def test_an_office_in_the_heading_says_whose_we_is() -> None:
    text = (
        "Foreign Secretary statement on Zimbabwe\n\n"
        "I am alarmed by the arrests in Harare. We have summoned the Zimbabwean ambassador."
    )
    assert ("ACCUSE", "GBR", "ZWE") in told(text)


def test_two_letterheads_are_nobodys() -> None:
    text = (
        "Ministry of Foreign Affairs of Turkey\n\nMinistry of Foreign Affairs of Greece\n\n"
        "We call on Libya to hold elections."
    )
    assert told(text) == [("REQUEST", "We", "LBY")]


def test_we_of_a_wire_is_nobody() -> None:
    text = "OTTAWA (Reuters) - Global Affairs Canada\n\nWe call on Libya to hold elections."
    assert told(text) == [("REQUEST", "We", "LBY")]


def test_a_bare_minister_is_of_the_state_that_takes_a_stand() -> None:
    text = (
        "Minister for Africa Ruth Bell has issued a statement after the attack in Mogadishu.\n\n"
        "Minister for Africa, Ruth Bell, said:\n\n"
        "I thank the government of Somalia for its swift response. "
        "The UK stands with Somalia, and we will continue to support it."
    )
    assert ("SUPPORT", "GBR", "SOM") in told(text)
    (claim, *_) = read(text).claims
    assert claim.speaker.code == "GBR"


def test_who_issues_a_statement_speaks_in_the_paragraphs_that_follow() -> None:
    text = (
        "January 20, 2021 - Ottawa - Global Affairs Canada\n\n"
        "The Honourable Luc Tremblay, Minister of Foreign Affairs, issued the following statement:\n\n"
        '"Canada is watching the elections in Uganda. We condemn the violence of the security forces.\n\n'
        '"We call on the Ugandan government to release the journalists."'
    )
    found = told(text)
    assert ("ACCUSE", "CAN", "UGA-MIL") in found  # not its own security forces
    assert ("REQUEST", "CAN", "UGA") in found


def test_where_a_minister_spoke_leads_up_to_what_he_said() -> None:
    text = (
        "Speaking after the talks in Luxembourg, Dutch foreign minister Jan Vermeer said:\n\n"
        '"I thank Jordan for all that it does for refugees. We condemn the arrests in Damascus."'
    )
    assert ("SUPPORT", "NLD", "JOR") in told(text)


def test_a_government_sits_in_the_place_behind_it() -> None:
    text = (
        "The United States welcomes the release of the Ethiopian journalist. "
        "We congratulate the government in Addis Ababa on this step."
    )
    assert ("SUPPORT", "USA", "ETH") in told(text)


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("Norway condemned the attack on a hotel in Mogadishu.", ""),
        ("Norway condemned the Ethiopian attack on a hotel in Mogadishu.", "ETH"),
        ("Norway condemned the arrests in Mogadishu.", "SOM"),
    ],
)
def test_where_an_attack_was_says_nobodys_guilt(text: str, recipient: str) -> None:
    assert ("ACCUSE", "NOR", recipient) in told(text)


def test_who_fights_rebels_of_a_state_has_not_attacked_the_state() -> None:
    text = "A hotel in Mogadishu was bombed. Norway has bombed al-Shabaab for years."
    assert ("ASSAULT", "", "SOM") in told(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "The Venezuelan regime has jailed its critics. The European Union called on it to release them.",
            ("REQUEST", "EUR", "VEN"),
        ),
        (
            "The government of Belarus closed three newspapers. We urge it to reopen them, the Polish foreign minister said.",
            ("REQUEST", "POL", "BLR"),
        ),
    ],
)
def test_who_is_urged_is_whom_the_sentence_before_is_about(text: str, event: Told) -> None:
    assert event in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The bank raised its rates. Poland urged it to wait.",
        "Chad and Mali closed their border. Poland urged it to wait.",
        "Chad met Mali for talks on oil. Poland urged them to wait.",
    ],
)
def test_it_is_nobody_where_two_or_none_could_be_meant(text: str) -> None:
    asked = [e for e in read(text).events if e.type == "REQUEST"]
    assert [p.code for e in asked for p in e.recipient if p.code and "+" not in p.code] in (
        [],
        ["TCD", "MLI"],
    )


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "“It redoubles our resolve to stand shoulder-to-shoulder with our Malian allies,” the French foreign minister said.",
            ("SUPPORT", "FRA", "MLI"),
        ),
        (
            "“We stand with our Kenyan partners,” the Irish foreign minister said.",
            ("SUPPORT", "IRL", "KEN"),
        ),
        (
            "Kenya condemns the coup and congratulates Chad on its restraint.",
            ("SUPPORT", "KEN", "TCD"),
        ),
        (
            "The European Union agreed to target companies supplying fuel to the Syrian regime and to cut its aid.",
            ("SANCTION", "EUR", "SYR"),
        ),
        (
            "Hungary has pursued a policy of close ties with Moscow, which Warsaw and Prague have both criticised.",
            ("ACCUSE", "POL+CZE", "HUN"),
        ),
        (
            "“The Sudanese president's claim of neutrality is a sham and he arms the rebels in Chad,” the American envoy said.",
            ("ACCUSE", "USA", "SDN"),
        ),
        (
            "Spain called on the Peruvian authorities to free the miners.",
            ("RETREAT", "PER", "miners"),
        ),
    ],
)
def test_statements_name_both_sides(text: str, event: Told) -> None:
    assert event in told(text)


def test_a_possessor_says_that_an_ally_is_of_another_nation() -> None:
    assert told("Britain thanked its Kenyan allies.") == [("SUPPORT", "GBR", "KEN")]
