from __future__ import annotations

import pytest

from dragoman.clauses.clause import Sentence
from dragoman.clauses.grammar import clauses
from dragoman.events.governed import with_governor
from trees import tree


def lent(notation: str, noun: str) -> dict[str, list[str]]:
    """What the verb above *noun* lends it, as words."""
    sentence: Sentence = tree(notation)
    by_head = {c.head: c for c in clauses(sentence)}
    clause = next(c for c in by_head.values() if c.token.text == noun)
    slots = with_governor({}, clause, None, by_head)
    return {k: [sentence.tokens[i].text for i in v] for k, v in slots.items()}


@pytest.mark.parametrize(
    ("notation", "noun", "expected"),
    [
        (
            "Minister/NOUN/2/nsubj spoke/speak/VERB/0/root during/ADP/5/case a/DET/5/det visit/NOUN/2/obl",
            "visit",
            {"present": ["Minister"]},
        ),
        (
            "Minister/NOUN/3/nsubj:pass was/be/AUX/3/aux:pass held/hold/VERB/0/root on/ADP/6/case a/DET/6/det visit/NOUN/3/obl",
            "visit",
            {"present": ["Minister"]},
        ),
        (
            "Sanctions/sanction/NOUN/2/nsubj hit/VERB/0/root Chad/PROPN/2/obj",
            "Sanctions",
            {"does": ["hit"], "affected": ["Chad"]},
        ),
        (
            "Chad/PROPN/2/nsubj acted/act/VERB/0/root under/ADP/4/case pressure/NOUN/2/obl",
            "pressure",
            {"burdened": ["Chad"]},
        ),
        (
            "Japan/PROPN/4/nsubj under/ADP/3/case pressure/NOUN/1/nmod left/leave/VERB/0/root",
            "pressure",
            {"burdened": ["Japan"]},
        ),
        (
            "Chad/PROPN/2/nsubj won/win/VERB/0/root with/ADP/4/case support/NOUN/2/obl",
            "support",
            {"helped": ["Chad"]},
        ),
        ("Chad/PROPN/2/nsubj paid/pay/VERB/0/root for/ADP/4/case arms/NOUN/2/obl", "arms", {}),
    ],
)
def test_a_noun_takes_from_its_verb_who_else_is_in_it(
    notation: str, noun: str, expected: dict[str, list[str]]
) -> None:
    assert lent(notation, noun) == expected
