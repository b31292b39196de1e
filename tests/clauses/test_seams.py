from __future__ import annotations

import pytest

from dragoman.clauses.seams import seams, sewn
from trees import tree


def test_a_clause_begins_behind_a_semicolon() -> None:
    assert seams("Chad left the pact ; Mali stayed in .".split()) == {5}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("the envoys of Chad ; the head of Mali ; and the king met", id="a-list"),
        pytest.param('" we shall go ; we shall not come back , " he said', id="a-quotation"),
        pytest.param("Chad ( which left the pact ; it had signed it ) is ill", id="a-bracket"),
        pytest.param("Chad left the pact ; Mali too", id="too-short"),
    ],
)
def test_a_semicolon_inside_something_parts_nothing(words: str) -> None:
    assert seams(words.split()) == frozenset()


def test_of_two_roots_the_second_stands_beside_the_first() -> None:
    apart = tree("Chad/PROPN/2/nsubj left/VERB/0/root Mali/PROPN/4/nsubj stayed/VERB/0/root")
    found = sewn(apart.tokens)
    assert (found[3].head, found[3].dep) == (1, "parataxis")
    assert found[1].dep == "root"
