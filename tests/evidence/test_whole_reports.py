"""Claims of whole reports, as the shipped model reads them."""

from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model

WIRE = """\
NAIROBI, March 4 (Reuters) - Kenya accused Somalia on Tuesday of letting gunmen cross its border.

"We have asked them again and again to close this road," Interior Minister Kithure Kindiki told reporters \
in Nairobi. "They have done nothing."

Somalia's foreign ministry rejected the charge. "There is no evidence whatsoever that the attackers came \
from our territory," it said in a statement.

Residents said the gunmen arrived on motorcycles shortly before dawn. They set fire to two vehicles, they said.

Kenya would send more soldiers to the area, Kindiki added. He declined to say how many.
"""

RELEASE = """\
Statement on the situation in the Strait

Foreign Minister Penny Wong said:

Australia is deeply concerned by the actions of Chinese vessels near Second Thomas Shoal on Sunday.

We call on China to respect the 2016 award. We stand with the Philippines.

These actions were dangerous and unlawful. Collisions at sea cost lives, and nobody gains from them.

Background

The Philippine coast guard says one of its boats was rammed.
"""

AGENCY = """\
TEHRAN (IRNA) -- The commander of the Guards Corps, Major General Hossein Salami, said on Sunday that any \
aggression will be met with a crushing response.

Salami dismissed as baseless the claims that Iran had sent missiles to Russia. "Those who arm the Zionist \
regime are in no position to lecture others," he said.
"""

LEAK = """\
A secret memo shows that Italy's economy ministry approved the sale of spyware to Ethiopia in 2021.

The document, seen by the newspaper Domani, says the software "may be used against journalists". It warns \
that a scandal would damage the government.

Opposition leader Elly Schlein demanded an inquiry. "The government lied to parliament," she said, "and it \
will have to explain why."
"""


def claims(text: str) -> list[tuple[str, str, str]]:
    """Speaker, stance and content of each claim."""
    found = dragoman.read(text, published="2024-06-01").to_dict()["claims"]
    return [(c["speaker"]["text"], c["stance"], c["content"]["text"]) for c in found]


def test_it_is_the_ministry_that_spoke_before() -> None:
    said = "There is no evidence whatsoever that the attackers came from our territory"
    assert ("Somalia's foreign ministry", "denies", said) in claims(WIRE)


def test_he_is_the_minister_who_spoke_before() -> None:
    assert ("Kindiki", "declines", "to say how many") in claims(WIRE)


def test_they_are_the_residents_who_spoke_before() -> None:
    assert ("Residents", "asserts", "They set fire to two vehicles") in claims(WIRE)


def test_a_statement_is_its_speakers_to_the_last_paragraph() -> None:
    of_hers = [text for who, _, text in claims(RELEASE) if who == "Foreign Minister Penny Wong"]
    assert list(dict.fromkeys(text.split()[0] for text in of_hers)) == ["Australia", "We", "These"]


def test_a_statement_ends_at_a_heading() -> None:
    assert ("The Philippine coast guard", "asserts", "one of its boats was rammed") in claims(
        RELEASE
    )


def test_what_somebody_dismisses_he_denies() -> None:
    assert ("Salami", "denies", "the claims that Iran had sent missiles to Russia") in claims(
        AGENCY
    )


def test_documents_speak_and_it_is_the_document() -> None:
    found = [(who.split(",")[0], text) for who, _, text in claims(LEAK)]
    assert ("The document", "that a scandal would damage the government") in found


def test_it_in_a_quotation_speaks_for_nobody() -> None:
    assert [who for who, _, text in claims(LEAK) if "lied" in text] == [
        "Opposition leader Elly Schlein"
    ]
