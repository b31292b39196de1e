from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend
from trees import tree

mended = partial(trees.hung, mend)


def test_a_clause_with_which_behind_a_subject_describes_it() -> None:
    found = mended(
        "Turkey/PROPN/7/nsubj ,/PUNCT/4/punct which/PRON/4/nsubj buys/buy/VERB/7/ccomp gold/NOUN/4/obj "
        ",/PUNCT/4/punct refused/refuse/VERB/0/root"
    )
    assert found["buys"] == ("Turkey", "acl:relcl")


def test_whoever_is_asked_which_of_two_is_no_relative_clause() -> None:
    notation = "which/PRON/2/nsubj won/win/VERB/4/ccomp ,/PUNCT/4/punct asked/ask/VERB/0/root Chad/PROPN/4/nsubj"
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_of_two_without_and_the_second_is_the_first() -> None:
    found = mended(
        "Beijing/PROPN/7/nsubj ,/PUNCT/5/punct India/PROPN/5/nmod:poss 's/PART/3/case rival/NOUN/1/conj "
        ",/PUNCT/1/punct helped/help/VERB/0/root"
    )
    assert found["rival"] == ("Beijing", "appos")


def test_of_two_with_and_each_is_somebody() -> None:
    found = mended(
        "Beijing/PROPN/6/nsubj and/CCONJ/5/cc India/PROPN/5/nmod:poss 's/PART/3/case rival/NOUN/1/conj "
        "helped/help/VERB/0/root"
    )
    assert found["rival"] == ("Beijing", "conj")


def test_a_verb_behind_an_object_and_a_comma_goes_on_with_a_list() -> None:
    found = mended(
        "Delhi/PROPN/2/nsubj banned/ban/VERB/0/root apps/app/NOUN/2/obj ,/PUNCT/5/punct "
        "bought/buy/VERB/6/amod;Tense=Past rifles/rifle/NOUN/2/obj and/CCONJ/8/cc asked/ask/VERB/2/conj "
        "Chad/PROPN/8/obj"
    )
    assert found["bought"] == ("banned", "conj")
    assert found["rifles"] == ("bought", "obj")


def test_a_participle_in_a_list_of_objects_describes_one_of_them() -> None:
    found = mended(
        "Delhi/PROPN/2/nsubj expelled/expel/VERB/0/root envoys/envoy/NOUN/2/obj ,/PUNCT/6/punct "
        "armed/arm/VERB/6/amod;Tense=Past rebels/rebel/NOUN/3/conj and/CCONJ/8/cc spies/spy/NOUN/3/conj"
    )
    assert found["armed"] == ("rebels", "amod")


def test_and_joins_what_it_opens_to_the_object_before_it() -> None:
    found = mended(
        "joined/join/VERB/0/root Nimitz/PROPN/1/iobj and/CCONJ/5/cc British/ADJ/5/amod ship/NOUN/6/compound "
        "Kent/PROPN/1/obj"
    )
    assert found["Kent"] == ("Nimitz", "conj")
    assert found["Nimitz"] == ("joined", "obj")


def test_two_objects_without_and_stay_two() -> None:
    notation = "gave/give/VERB/0/root Mali/PROPN/1/iobj French/ADJ/4/amod tanks/NOUN/1/obj"
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_what_stands_between_dashes_joins_nothing_behind_them() -> None:
    found = mended(
        "Chad/PROPN/10/nsubj –/PUNCT/3/punct accused/accuse/VERB/1/acl of/SCONJ/5/mark arming/arm/VERB/3/advcl "
        "rebels/rebel/NOUN/5/obj –/PUNCT/3/punct and/CCONJ/9/cc Mali/PROPN/6/conj left/leave/VERB/0/root"
    )
    assert found["Mali"] == ("Chad", "conj")


def test_one_of_several_is_whoever_is_named_before() -> None:
    found = mended(
        "Eritrea/PROPN/7/nsubj ,/PUNCT/3/punct one/NUM/7/nsubj of/ADP/5/case nations/nation/NOUN/3/nmod "
        ",/PUNCT/3/punct sent/send/VERB/0/root envoys/envoy/NOUN/7/obj"
    )
    assert found["one"] == ("Eritrea", "appos")


def test_one_that_follows_no_name_does_it_itself() -> None:
    found = mended(
        "Yesterday/NOUN/6/obl:unmarked ,/PUNCT/1/punct one/NUM/6/nsubj of/ADP/5/case nations/nation/NOUN/3/nmod "
        "left/leave/VERB/0/root"
    )
    assert found["one"] == ("left", "nsubj")


def test_of_two_with_the_same_preposition_each_has_its_own_noun() -> None:
    found = mended(
        "Attacks/attack/NOUN/8/nsubj:pass on/ADP/3/case Chad/PROPN/1/nmod and/CCONJ/5/cc raids/raid/NOUN/3/conj "
        "on/ADP/7/case Mali/PROPN/3/nmod deplored/deplore/VERB/0/root"
    )
    assert found["raids"] == ("Attacks", "conj")
    assert found["Mali"] == ("raids", "nmod")


def test_of_two_with_different_prepositions_nothing_is_moved() -> None:
    found = mended(
        "Trade/trade/NOUN/8/nsubj with/ADP/3/case Chad/PROPN/1/nmod and/CCONJ/5/cc firms/firm/NOUN/3/conj "
        "in/ADP/7/case Mali/PROPN/3/nmod grew/grow/VERB/0/root"
    )
    assert found["firms"] == ("Chad", "conj")
