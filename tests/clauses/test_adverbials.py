from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend

mended = partial(trees.hung, mend)


def test_one_acts_in_spite_of_something_and_things_do_not() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj sent/send/VERB/0/root no/DET/4/det tanks/tank/NOUN/2/obj despite/ADP/6/case "
        "requests/request/NOUN/4/nmod"
    )
    assert found["requests"] == ("sent", "obl")


def test_what_is_done_step_by_step_is_not_done_to_a_step() -> None:
    found = mended(
        "curbs/curb/NOUN/3/nsubj:pass were/be/AUX/3/aux:pass lifted/lift/VERB/0/root step/NOUN/3/obj "
        "by/ADP/6/case step/NOUN/4/nmod"
    )
    assert ("lifted", "obj") not in found.values()


def test_a_town_is_taken_from_somebody() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj retook/retake/VERB/0/root the/DET/4/det town/NOUN/2/obj of/ADP/6/case Gao/PROPN/4/nmod "
        "from/ADP/8/case rebels/rebel/NOUN/6/nmod"
    )
    assert found["rebels"] == ("retook", "obl")


def test_a_name_from_a_place_is_not_taken_from_it() -> None:
    found = mended(
        "Mali/PROPN/2/nsubj praised/praise/VERB/0/root the/DET/4/det town/NOUN/2/obj of/ADP/6/case Gao/PROPN/4/nmod "
        "from/ADP/8/case habit/NOUN/6/nmod"
    )
    assert found["habit"] == ("Gao", "nmod")
