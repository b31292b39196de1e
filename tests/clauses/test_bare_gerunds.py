"""Gerunds that describe a subject and are no main verb."""

from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend

mended = partial(trees.hung, mend)


def test_the_object_of_a_gerund_is_not_the_subject_of_the_verb_behind() -> None:
    found = mended(
        "coalition/NOUN/2/nsubj fighting/fight/VERB/0/root rebels/rebel/NOUN/5/nsubj has/have/AUX/5/aux "
        "declared/declare/VERB/2/ccomp peace/NOUN/5/obj"
    )
    assert found["coalition"] == ("declared", "nsubj")
    assert found["rebels"] == ("fighting", "obj")
    assert found["fighting"] == ("coalition", "acl")


def test_a_verb_behind_a_gerund_takes_the_noun_before_it() -> None:
    found = mended(
        "firm/NOUN/2/nsubj shipping/ship/VERB/5/ccomp arms/arm/NOUN/2/obj had/have/AUX/5/aux "
        "broken/break/VERB/0/root laws/law/NOUN/5/obj"
    )
    assert found["firm"] == ("broken", "nsubj")
    assert found["shipping"] == ("firm", "acl")


def test_a_verb_in_its_progressive_stays() -> None:
    found = mended(
        "Chad/PROPN/3/nsubj is/be/AUX/3/aux saying/say/VERB/0/root rebels/rebel/NOUN/6/nsubj "
        "have/AUX/6/aux attacked/attack/VERB/3/ccomp it/PRON/6/obj"
    )
    assert found["rebels"] == ("attacked", "nsubj")
