from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend
from trees import tree

mended = partial(trees.hung, mend)


def test_an_adjective_between_commas_gives_its_subject_to_the_verb() -> None:
    found = mended(
        "Algeria/PROPN/3/nsubj ,/PUNCT/3/punct opposed/ADJ/8/parataxis to/ADP/5/case force/NOUN/3/obl "
        ",/PUNCT/3/punct has/have/AUX/8/aux left/leave/VERB/0/root"
    )
    assert found["Algeria"] == ("left", "nsubj")
    assert found["opposed"] == ("Algeria", "amod")


def test_an_adjective_with_a_verb_of_its_own_keeps_its_subject() -> None:
    notation = (
        "Algeria/PROPN/3/nsubj is/be/AUX/3/cop angry/ADJ/6/parataxis ,/PUNCT/6/punct Rabat/PROPN/6/nsubj "
        "said/say/VERB/0/root"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_an_adjective_behind_a_comma_describes_the_name() -> None:
    found = mended(
        "Moldova/PROPN/6/nsubj ,/PUNCT/3/punct reliant/ADJ/1/conj on/ADP/5/case gas/NOUN/3/obl "
        "fell/fall/VERB/0/root"
    )
    assert found["reliant"] == ("Moldova", "amod")


def test_a_verb_without_and_is_the_verb_of_the_noun_before_it() -> None:
    found = mended(
        "Flights/flight/NOUN/0/root between/ADP/3/case Chad/PROPN/1/nmod and/CCONJ/5/cc Mali/PROPN/6/nsubj "
        "resumed/resume/VERB/1/conj;Tense=Past"
    )
    assert found["Mali"] == ("Chad", "conj")
    assert found["Flights"] == ("resumed", "nsubj")


def test_a_clause_behind_from_which_describes_the_noun_before_it() -> None:
    found = mended(
        "pact/NOUN/9/nsubj ,/PUNCT/6/punct from/ADP/4/case which/PRON/6/obl Chad/PROPN/6/nsubj "
        "withdrew/withdraw/VERB/9/advcl ,/PUNCT/6/punct has/have/AUX/9/aux lapsed/lapse/VERB/0/root"
    )
    assert found["withdrew"] == ("pact", "acl:relcl")
    assert found["pact"] == ("lapsed", "nsubj")


def test_a_title_before_a_possessor_is_his() -> None:
    found = mended(
        "President/PROPN/4/nmod:poss Xi/PROPN/4/nmod:poss 's/PART/2/case visit/NOUN/5/nsubj ended/end/VERB/0/root"
    )
    assert found["President"] == ("Xi", "nmod:desc")


def test_a_clause_with_whose_describes_the_object_before_it() -> None:
    found = mended(
        "It/PRON/2/nsubj angered/anger/VERB/0/root Chad/PROPN/2/obj ,/PUNCT/7/punct whose/PRON/6/nmod:poss "
        "army/NOUN/7/nsubj fled/flee/VERB/2/advcl:relcl"
    )
    assert found["fled"] == ("Chad", "acl:relcl")


def test_a_noun_has_no_subject_but_a_noun_before_it() -> None:
    found = mended(
        "French/ADJ/2/amod troop/NOUN/3/nsubj;Number=Sing withdrawals/withdrawal/NOUN/4/nsubj;Number=Plur "
        "ended/end/VERB/0/root"
    )
    assert found["troop"] == ("withdrawals", "compound")


def test_a_past_inside_a_noun_phrase_is_the_missing_verb() -> None:
    found = mended(
        "The/DET/2/det coup/NOUN/0/root in/ADP/6/case Niger/PROPN/6/compound "
        "drew/draw/VERB/6/compound;Tense=Past condemnation/NOUN/2/nmod from/ADP/8/case Chad/PROPN/6/nmod "
        "and/CCONJ/10/cc Mali/PROPN/2/conj"
    )
    assert found["drew"] == ("drew", "root")
    assert found["coup"] == ("drew", "nsubj")
    assert found["Niger"] == ("coup", "nmod")
    assert found["in"] == ("Niger", "case")
    assert found["condemnation"] == ("drew", "obj")
    assert found["Mali"] == ("Chad", "conj")


def test_a_participle_inside_a_noun_phrase_stays() -> None:
    notation = (
        "coup/NOUN/0/root in/ADP/5/case oil/NOUN/5/compound bloodied/bloody/VERB/5/compound;Tense=Past "
        "Niger/PROPN/1/nmod"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_the_verb_behind_an_apposition_is_the_names() -> None:
    found = mended(
        "Russia/PROPN/0/root ,/PUNCT/6/punct Mali/PROPN/6/nmod:poss 's/PART/3/case new/ADJ/6/amod "
        "ally/NOUN/1/conj ,/PUNCT/8/punct called/call/VERB/1/acl;Tense=Past for/ADP/10/case talks/talk/NOUN/8/obl"
    )
    assert found["called"] == ("called", "root")
    assert found["Russia"] == ("called", "nsubj")
    assert found["ally"] == ("Russia", "appos")


def test_a_caption_told_in_the_passive_stays_one() -> None:
    notation = (
        "Mosul/PROPN/0/root ,/PUNCT/3/punct Iraq/PROPN/1/appos ,/PUNCT/5/punct "
        "shelled/shell/VERB/1/acl;Tense=Past by/ADP/7/case rebels/rebel/NOUN/5/obl:agent"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_name_behind_a_month_is_the_subject() -> None:
    found = mended(
        "In/ADP/3/case May/PROPN/3/compound Chad/PROPN/4/obl left/leave/VERB/0/root;Tense=Past"
    )
    assert found["Chad"] == ("left", "nsubj")
    assert found["In"] == ("May", "case")


def test_a_list_behind_a_day_is_the_subject() -> None:
    found = mended(
        "On/ADP/2/case 20/NUM/7/obl August/PROPN/2/nmod:unmarked Chad/PROPN/3/flat and/CCONJ/6/cc "
        "Mali/PROPN/2/conj left/leave/VERB/0/root;Tense=Past"
    )
    assert found["Chad"] == ("left", "nsubj")
    assert found["Mali"] == ("Chad", "conj")


def test_a_noun_without_and_between_commas_describes_the_name() -> None:
    found = mended(
        "Belarus/PROPN/7/nsubj ,/PUNCT/5/punct Russia/PROPN/5/nmod:poss 's/PART/3/case ally/NOUN/1/conj ,/PUNCT/7/punct "
        "slept/sleep/VERB/0/root"
    )
    assert found["ally"] == ("Belarus", "appos")


def test_a_list_with_and_stays_a_list() -> None:
    notation = (
        "Belarus/PROPN/7/nsubj ,/PUNCT/3/punct police/NOUN/1/conj and/CCONJ/6/cc the/DET/6/det army/NOUN/1/conj "
        "slept/sleep/VERB/0/root"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_day_with_an_article_is_no_part_of_the_name_behind_it() -> None:
    found = mended(
        "In/ADP/4/case the/DET/4/det afternoon/NOUN/4/compound Bell/PROPN/5/nsubj left/leave/VERB/0/root"
    )
    assert found["Bell"] == ("left", "nsubj")
    assert found["afternoon"] == ("left", "obl")
    assert found["In"] == ("afternoon", "case")


def test_a_name_behind_a_preposition_of_its_own_is_no_subject() -> None:
    notation = "In/ADP/3/case the/DET/3/det Bell/PROPN/4/obl slept/sleep/VERB/0/root"
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_name_between_a_noun_and_its_own_verb_is_a_subject() -> None:
    found = mended(
        "on/ADP/4/case the/DET/4/det role/NOUN/4/compound Chad/PROPN/7/obl;Number=Sing can/AUX/6/aux "
        "play/play/VERB/7/advcl spoke/speak/VERB/0/root"
    )
    assert found["Chad"] == ("play", "nsubj")
    assert found["role"] == ("spoke", "obl")
    assert found["play"] == ("role", "acl:relcl")


def test_the_rest_of_a_name_that_was_called_belongs_to_it() -> None:
    found = mended(
        "Ruto/PROPN/2/nsubj called/call/VERB/0/root Yoweri/PROPN/2/obj Museveni/PROPN/2/xcomp "
        "on/ADP/6/case Friday/PROPN/2/obl"
    )
    assert found["Museveni"] == ("Yoweri", "flat")


def test_a_name_with_its_title_is_who_was_called() -> None:
    found = mended(
        "Ruto/PROPN/2/nsubj called/call/VERB/0/root King/PROPN/4/nmod:desc Felipe/PROPN/2/xcomp"
    )
    assert found["Felipe"] == ("called", "obj")


def test_what_somebody_is_called_stays_a_complement() -> None:
    notation = (
        "It/PRON/3/nsubj:pass was/be/AUX/3/aux:pass called/call/VERB/0/root King/PROPN/5/nmod:desc "
        "Felipe/PROPN/3/xcomp"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens
