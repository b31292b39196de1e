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


def test_an_infinitive_with_to_joins_the_infinitive_and_not_its_gerund() -> None:
    found = mended(
        "urged/urge/VERB/0/root Chad/PROPN/1/obj to/PART/4/mark stop/stop/VERB/1/xcomp arming/arm/VERB/4/xcomp "
        "them/PRON/5/obj and/CCONJ/9/cc to/PART/9/mark withdraw/withdraw/VERB/5/conj"
    )
    assert found["withdraw"] == ("stop", "conj")
