from __future__ import annotations

import pytest

from dragoman.alphabet.span import Span
from dragoman.body.grammar import slips_of_grammar


def told(text: str) -> list[tuple[str, str | None]]:
    return [(n.text, n.fixed) for n in slips_of_grammar(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "found", "fixed"),
    [
        ("Iran has repeatedly warn them.", "has repeatedly warn", "has repeatedly warned"),
        ("The army was deploy there.", "was deploy", "was deployed"),
        ("They have went home.", "have went", None),
        ("They were took to a camp.", "were took", None),
        ("He did not mentioned it.", "did not mentioned", "did not mention"),
        ("He would responded to it.", "would responded", "would respond"),
        ("He will travels there.", "will travels", "will travel"),
        ("It could been avoided.", "could been", "could be"),
        ("It has being decided.", "has being", "has been"),
        ("They were scheduled be heard.", "were scheduled be", "were scheduled to be"),
        ("They are able take part.", "are able take", "are able to take"),
        ("A ban on the of goods.", "the of", None),
        ("It is one of most rare.", "one of most", "one of the most"),
        ("According the ministry it left.", "According", "According to"),
        ("It left despite of the ban.", "despite of", "despite"),
        ("They was told so.", "They was", "They were"),
        ("He have told so.", "He have", "He has"),
        ("The two countries has met.", "The two countries has", "The two countries have"),
        ("It was lead by a general.", "was lead", "was led"),
        ("They would loose control of it.", "would loose", "would lose"),
        ("They hold piece talks.", "piece", "peace"),
        ("He stands trail for treason.", "stands trail", "stands trial"),
        ("The Straight of Hormuz is shut.", "Straight of ", "Strait of "),
        ("The pact is know as a truce.", "is know", "is known"),
        ("It could of been avoided.", "could of", "could have"),
        ("The Overseas Minister left.", "Overseas Minister", "Foreign Minister"),
        ("They fled Gaza Metropolis.", "Gaza Metropolis", "Gaza City"),
        ("A ship in the Crimson Sea.", "Crimson Sea", "Red Sea"),
        ("The Worldwide Prison Court met.", "Worldwide Prison Court", "International Criminal Court"),
        ("The White Home said so.", "White Home", "White House"),
    ],
)  # fmt: skip
def test_what_no_grammar_joins_is_garbled(text: str, found: str, fixed: str | None) -> None:
    assert told(text) == [(found, fixed)]


@pytest.mark.parametrize(
    "text",
    [
        "All he had to do to win was allow them in; what it did was impose a ban.",
        "Had it been, he would need, feed and heed them; it did not succeed or proceed.",
        "The will required to act was there, and the political will needed to win.",
        "Should armed groups attack, could united states prevail?",
        "The man they spoke of is here; whom he referred to was a general.",
        "He asked that it have a vote. Should he have time, he would. As it were, nobody did.",
        "The French Overseas Minister met the Environment Protection Minister.",
        "It was done by he himself, in situ, the be all and end all of it.",
        "The number of officials was small. One of the soldiers was hurt.",
        "The Center East of Main Street and a wide Avenue; the party will get together.",
        "Lead poisoning, a loose cannon, a piece of work, the straight road, a trail of blood.",
    ],
)
def test_what_may_be_right_is_let_be(text: str) -> None:
    assert told(text) == []


def test_of_two_slips_that_overlap_one_is_told() -> None:
    assert told("The talks was took place.") == [("The talks was", "The talks were")]
