from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.titles import entitle

hung = partial(trees.hung, entitle)


def test_a_name_is_no_part_of_the_field_before_it() -> None:
    found = hung(
        "Minister/PROPN/8/nsubj for/ADP/6/case the/DET/6/det Middle/ADJ/5/amod East/PROPN/6/compound "
        "Ann/PROPN/1/nmod Hale/PROPN/6/flat spoke/speak/VERB/0/root"
    )
    assert found["Ann"] == ("spoke", "nsubj")
    assert found["Minister"] == ("Ann", "nmod:desc")
    assert found["East"] == ("Minister", "nmod")
    assert found["for"] == ("East", "case")


def test_a_field_of_two_words_stays_whole() -> None:
    found = hung(
        "Director/PROPN/6/nsubj of/ADP/4/case Central/ADJ/4/amod Bank/PROPN/1/nmod Supervision/PROPN/4/flat "
        "spoke/speak/VERB/0/root"
    )
    assert found["Bank"] == ("Director", "nmod")


def test_what_is_no_title_opens_none() -> None:
    found = hung(
        "Bank/PROPN/6/nsubj of/ADP/4/case America/PROPN/4/compound Merrill/PROPN/1/nmod Lynch/PROPN/4/flat "
        "fell/fall/VERB/0/root"
    )
    assert found["Merrill"] == ("Bank", "nmod")
