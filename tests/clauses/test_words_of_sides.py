"""Who sides with whom, what somebody calls that, and what is lent to whom."""

from __future__ import annotations

import pytest

from dragoman.clauses.tokens import token_spans
from dragoman.workflow.reading import read


def acts(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    """Type, actors and recipients of the events of *text*."""
    return [
        (e.type, [p.code for p in e.actor], [p.code for p in e.recipient])
        for e in read(text).events
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Egypt sides with Sudan in the dispute over the dam.", ("SUPPORT", ["EGY"], ["SDN"])),
        ("Norway, a close ally of Togo, lent Mali 5 million dollars.", ("AID", ["NOR"], ["MLI"])),
        (
            "Kenya cut ties with Chad, and Mali, a poor country, recalled its envoy.",
            ("SANCTION", ["MLI"], ["TCD"]),
        ),
        (
            "Eritrea is expected to free about 90 Ethiopian soldiers.",
            ("RETREAT", ["ERI"], ["ETH-MIL"]),
        ),
        (
            "Kenya sold arms to Chad, and Togo, Ghana and Mali protested.",
            ("AID", ["KEN"], ["TCD"]),
        ),
        (
            "Kenya praised Chad, and Mali, its old rival, condemned the raid.",
            ("SUPPORT", ["KEN"], ["TCD"]),
        ),
    ],
)
def test_a_sentence_ends_where_the_next_begins(
    text: str, act: tuple[str, list[str | None], list[str | None]]
) -> None:
    assert act in acts(text)


@pytest.mark.model
def test_sides_with_an_article_are_no_verb() -> None:
    assert acts("Both Egypt sides with talks failed.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("analyst Park Won-gon said", ["analyst", "Park", "Won-gon", "said"]),
        ("the Hun-led raid", ["the", "Hun", "-", "led", "raid"]),
        ("the EU-run mission", ["the", "EU", "-", "run", "mission"]),
        ("near Tel-Aviv", ["near", "Tel", "-", "Aviv"]),
    ],
)
def test_a_given_name_of_two_syllables_is_one_word(text: str, words: list[str]) -> None:
    assert [text[a:b] for a, b in token_spans(text)] == words
