from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend

mended = partial(trees.hung, mend)


def test_the_subject_of_an_auxiliary_is_the_verbs() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj has/have/VERB/5/aux for/ADP/4/case years/year/NOUN/5/obl "
        "shipped/ship/VERB/0/root oil/NOUN/5/obj"
    )
    assert found["Chad"] == ("shipped", "nsubj")


def test_a_verb_with_a_subject_of_its_own_takes_no_other_from_its_auxiliary() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj has/have/VERB/4/aux Mali/PROPN/4/nsubj shipped/ship/VERB/0/root"
    )
    assert found["Chad"] == ("has", "nsubj")


def test_a_participle_with_a_hyphen_describes_the_name_behind_it() -> None:
    found = mended(
        "sent/send/VERB/0/root rice/NOUN/1/obj to/ADP/6/mark crisis/NOUN/6/compound -/PUNCT/4/punct "
        "hit/VERB/1/obl Chad/PROPN/6/obj"
    )
    assert (found["Chad"], found["to"]) == (("sent", "obl"), ("Chad", "case"))


def test_a_verb_behind_a_hyphen_that_is_no_oblique_keeps_its_object() -> None:
    found = mended(
        "Jets/jet/NOUN/4/nsubj dive/NOUN/4/compound -/PUNCT/2/punct bombed/bomb/VERB/0/root Chad/PROPN/4/obj"
    )
    assert found["Chad"] == ("bombed", "obj")


def test_what_was_refused_for_years_is_the_verbs() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj refused/refuse/VERB/0/root for/ADP/4/case years/year/NOUN/2/obl to/PART/6/mark "
        "deliver/VERB/4/acl tanks/tank/NOUN/6/obj"
    )
    assert found["deliver"] == ("refused", "xcomp")


def test_a_plan_to_deliver_stays_a_plan() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj praised/praise/VERB/0/root plans/plan/NOUN/2/obj to/PART/5/mark deliver/VERB/3/acl"
    )
    assert found["deliver"] == ("plans", "acl")


def test_a_name_before_a_noun_is_no_second_subject() -> None:
    found = mended(
        "Shabab/PROPN/3/nsubj militants/militant/NOUN/3/nsubj attacked/attack/VERB/0/root "
        "troops/troop/NOUN/3/obj"
    )
    assert found["Shabab"] == ("militants", "compound")


def test_nobody_is_bombed_into_a_name() -> None:
    found = mended("Chad/PROPN/2/nsubj bombed/bomb/VERB/0/root Misrata/PROPN/2/xcomp")
    assert found["Misrata"] == ("bombed", "obj")


def test_a_name_that_one_becomes_is_no_object() -> None:
    found = mended("Zaire/PROPN/2/nsubj became/become/VERB/0/root Congo/PROPN/2/xcomp")
    assert found["Congo"] == ("became", "xcomp")


def test_who_protested_against_something_did_it() -> None:
    found = mended(
        "farmers/farmer/NOUN/0/root protested/protest/VERB/1/acl;Tense=Past against/ADP/4/case "
        "Spain/PROPN/2/obl"
    )
    assert found["farmers"] == ("protested", "nsubj")


def test_what_somebody_protested_did_nothing() -> None:
    found = mended(
        "decision/NOUN/0/root protested/protest/VERB/1/acl;Tense=Past by/ADP/4/case Spain/PROPN/2/obl"
    )
    assert found["protested"] == ("decision", "acl")


def test_a_noun_behind_said_is_the_subject_that_its_phrase_was_taken_for() -> None:
    found = mended(
        "Chad/PROPN/2/nsubj said/say/VERB/0/root sanctions/sanction/NOUN/2/obj on/ADP/5/case "
        "Mali/PROPN/7/nsubj would/AUX/7/aux stay/VERB/2/ccomp"
    )
    assert found["sanctions"] == ("stay", "nsubj")
    assert found["Mali"] == ("sanctions", "nmod")


def test_a_finite_verb_behind_a_comma_goes_on_with_the_clause_before() -> None:
    form = "Tense=Pres|VerbForm=Fin"
    found = mended(
        "Chad/PROPN/2/nsubj waits/wait/VERB/0/root until/SCONJ/5/mark it/PRON/5/nsubj "
        f"yields/yield/VERB/2/advcl;{form} ,/PUNCT/2/punct frees/free/VERB/2/xcomp;{form} men/man/NOUN/7/obj"
    )
    assert found["frees"] == ("yields", "conj")
