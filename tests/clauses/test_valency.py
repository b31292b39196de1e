from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.valency import valency

hung = partial(trees.hung, valency)


def test_whom_sanctions_are_on_belongs_to_the_sanctions() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root for/ADP/4/case sanctions/sanction/NOUN/2/obl "
        "on/ADP/6/case Chad/PROPN/2/obl"
    )
    assert found["Chad"] == ("sanctions", "nmod")


def test_what_prospects_are_for_belongs_to_the_prospects() -> None:
    found = hung(
        "It/PRON/2/nsubj dimmed/dim/VERB/0/root prospects/prospect/NOUN/2/obj for/ADP/6/case "
        "a/DET/6/det deal/NOUN/2/obl"
    )
    assert found["deal"] == ("prospects", "nmod")


def test_a_phrase_with_words_between_stays_with_the_verb() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj called/call/VERB/0/root for/ADP/4/case sanctions/sanction/NOUN/2/obl "
        "again/ADV/2/advmod on/ADP/7/case Monday/PROPN/2/obl"
    )
    assert found["Monday"] == ("called", "obl")


def test_talks_on_a_deal_are_about_it() -> None:
    found = hung(
        "Chad/PROPN/2/nsubj opened/open/VERB/0/root talks/talk/NOUN/2/obj on/ADP/6/case a/DET/6/det "
        "truce/NOUN/2/obl"
    )
    assert found["truce"] == ("talks", "nmod")


def test_talks_on_a_day_are_held_then() -> None:
    found = hung(
        "Chad/PROPN/2/nsubj opened/open/VERB/0/root talks/talk/NOUN/2/obj on/ADP/5/case Friday/PROPN/2/obl"
    )
    assert found["Friday"] == ("opened", "obl")
