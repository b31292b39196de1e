"""Acts by and on those without a name or a state: kept in a political story, left out elsewhere."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

Told = tuple[str, str, str]  # type, actors, recipients

STORY = "Kenya expelled a Somali diplomat on Monday. Ethiopia condemned the expulsion by Kenya. "


def told(text: str) -> set[Told]:
    return {
        (e.type, "+".join(p.code or p.text for p in e.actor), "+".join(p.code or p.text for p in e.recipient))
        for e in read(text, published="2023-05-10").events
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Gunmen killed twelve worshippers.", ("ASSAULT", "Gunmen", "twelve worshippers")),
        ("Masked men abducted the governor.", ("ASSAULT", "Masked men", "governor")),
        ("Two aid workers were shot dead.", ("ASSAULT", "", "Two aid workers")),
    ],
)
def test_force_without_names_is_part_of_a_political_story(sentence: str, expected: Told) -> None:
    assert expected in told(STORY + sentence)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed twelve worshippers.",
        "Two men were arrested over a burglary. A shopkeeper was stabbed.",
        "A driver was killed when his lorry overturned. Police closed the road.",
        "Fans stormed the pitch after the final whistle. Stewards beat a boy.",
        "In 1812 soldiers burned the city. Thousands died of cold.",
    ],
)
def test_alone_they_are_no_event(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Italian navy saved 200 more.", ("AID", "ITA-MIL", "200 more")),
        ("Greek coast guards rescued 61 migrants.", ("AID", "GRC-MIL", "61 migrants")),
        ("Malta turned away fifty asylum seekers.", ("COERCE", "MLT", "fifty asylum seekers")),
    ],
)
def test_people_without_a_state_receive_what_a_known_actor_does(
    sentence: str, expected: Told
) -> None:
    assert expected in told(sentence)


@pytest.mark.parametrize(
    "text",
    ["The Spanish goalkeeper saved two more.", "Norway saved 200 million on heating."],
)
def test_not_everything_saved_is_people(text: str) -> None:
    assert told(text) == set()


def test_where_no_state_is_near_a_role_is_of_the_state_that_the_report_is_about() -> None:
    text = (
        "Peru swore in a president. Peruvian markets fell. Lima was calm. Rain fell. Buses ran late. "
        "Shops shut. The army beat students."
    )
    assert ("ASSAULT", "PER-MIL", "PER-CVL") in told(text)


def test_of_several_states_near_a_court_is_of_the_one_that_the_report_is_about() -> None:
    text = (
        "Peru swore in a president. Peruvian markets fell. Lima was calm. Peru is hot. "
        "Chile and Peru share a border. Judges jailed three activists."
    )
    assert ("COERCE", "PER-JUD") in {t[:2] for t in told(text)}


def test_since_somebody_acted_tells_of_the_act() -> None:
    assert ("ASSAULT", "IRQ", "KWT") in told(
        "Since Iraq invaded Kuwait in August, oil has been dear."
    )


def test_a_passive_without_a_doer_is_kept_in_a_story() -> None:
    assert ("RETREAT", "", "village chief") in told(STORY + "A village chief was freed on Sunday.")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Iranian commandos boarded the tanker St Nikolas.", ("COERCE", "IRN-MIL", "")),
        ("Turkish artillery meanwhile pounded Afrin.", ("ASSAULT", "TUR-MIL", "SYR")),
    ],
)
def test_words_between_hide_no_act(sentence: str, expected: Told) -> None:
    assert expected in {(t, a, r if r == "SYR" else "") for t, a, r in told(sentence)}
