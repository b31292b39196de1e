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
