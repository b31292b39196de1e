from __future__ import annotations

import pytest

from dragoman.clauses.clause import Sentence
from dragoman.clauses.grammar import clauses
from dragoman.clauses.hyphens import backing, lead
from trees import joined, tree

WAR = tree(
    "the/DET/5/det Iran/PROPN/4/compound -/PUNCT/2/punct Iraq/PROPN/5/compound talks/NOUN/0/root"
)
MADE = tree(
    "Turkish/ADJ/3/obl:unmarked -/PUNCT/1/punct backed/back/VERB/4/amod;Tense=Past|VerbForm=Part "
    "fighters/fighter/NOUN/5/nsubj left/leave/VERB/0/root"
)


def slots(sentence: Sentence, word: str) -> dict[str, list[str]]:
    clause = next(c for c in clauses(sentence) if c.token.text == word)
    return {k: [sentence.tokens[i].text for i in v] for k, v in clause.slots.items()}


@pytest.mark.parametrize("slot", ["between", "subject"])
def test_two_names_with_a_hyphen_do_it_with_each_other(slot: str) -> None:
    assert slots(joined(WAR, 2), "talks")[slot] == ["Iran", "Iraq"]


def test_a_dash_with_spaces_joins_nobody() -> None:
    assert "between" not in slots(WAR, "talks")


def test_who_stands_before_a_participle_does_what_it_says() -> None:
    found = slots(joined(MADE, 1), "backed")
    assert (found["subject"], found["object"]) == (["Turkish"], ["fighters"])


def test_a_participle_without_a_hyphen_has_no_doer() -> None:
    assert "subject" not in slots(MADE, "backed")


def test_who_backs_fighters_does_not_own_them() -> None:
    assert [t.text for t in backing(joined(MADE, 1))] == ["Turkish"]


@pytest.mark.parametrize(("word", "head"), [("led", "coalition"), ("backed", "backed")])
def test_whoever_leads_a_group_stands_before_it(word: str, head: str) -> None:
    sentence = tree(
        f"Saudi/ADJ/3/obl:unmarked -/PUNCT/1/punct {word}/VERB/4/amod coalition/NOUN/0/root"
    )
    tokens = lead(joined(sentence, 1).tokens)
    assert tokens[tokens[0].head].text == head
