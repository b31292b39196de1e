"""What stands before the opening of a clause."""

from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend

mended = partial(trees.hung, mend)


def test_what_stands_before_the_opening_of_a_clause_is_the_object_of_the_verb_above() -> None:
    found = mended(
        "Cuba/PROPN/2/nsubj freed/free/VERB/0/root prisoners/prisoner/NOUN/6/obl:unmarked "
        "after/ADP/6/mark it/PRON/6/nsubj left/leave/VERB/2/advcl"
    )
    assert found["prisoners"] == ("freed", "obj")


def test_a_verb_that_has_its_object_keeps_it_and_gets_a_phrase() -> None:
    found = mended(
        "Cuba/PROPN/2/nsubj freed/free/VERB/0/root prisoners/prisoner/NOUN/2/obj Monday/PROPN/7/obl:unmarked "
        "after/ADP/7/mark it/PRON/7/nsubj left/leave/VERB/2/advcl"
    )
    assert found["Monday"] == ("freed", "obl")
    assert found["prisoners"] == ("freed", "obj")
