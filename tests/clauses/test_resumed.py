from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend
from trees import tree

mended = partial(trees.hung, mend)


def test_the_verb_behind_a_clause_inside_the_relative_clause_is_the_names() -> None:
    found = mended(
        "Oman/PROPN/0/root ,/PUNCT/4/punct which/PRON/4/nsubj left/leave/VERB/1/acl:relcl;Tense=Past|VerbForm=Fin "
        "after/SCONJ/7/mark rebels/rebel/NOUN/7/nsubj struck/strike/VERB/4/advcl;Tense=Past|VerbForm=Fin "
        ",/PUNCT/9/punct returned/return/VERB/7/conj;Tense=Past|VerbForm=Fin"
    )
    assert found["returned"] == ("returned", "root")
    assert found["Oman"] == ("returned", "nsubj")


def test_a_verb_that_and_joins_to_the_inner_clause_stays_there() -> None:
    notation = (
        "Oman/PROPN/0/root ,/PUNCT/4/punct which/PRON/4/nsubj left/leave/VERB/1/acl:relcl;Tense=Past|VerbForm=Fin "
        "after/SCONJ/7/mark rebels/rebel/NOUN/7/nsubj struck/strike/VERB/4/advcl;Tense=Past|VerbForm=Fin "
        ",/PUNCT/10/punct and/CCONJ/10/cc fled/flee/VERB/7/conj;Tense=Past|VerbForm=Fin"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens


def test_a_name_with_whose_is_called_by_nobody() -> None:
    found = mended(
        "Oman/PROPN/5/vocative ,/PUNCT/1/punct whose/PRON/4/nmod:poss envoys/envoy/NOUN/5/nsubj "
        "spoke/speak/VERB/0/root;Tense=Past|VerbForm=Fin ,/PUNCT/7/punct hosted/host/VERB/5/conj;Tense=Past|VerbForm=Fin "
        "talks/talk/NOUN/7/obj"
    )
    assert found["hosted"] == ("hosted", "root")
    assert found["spoke"] == ("Oman", "acl:relcl")
    assert found["Oman"] == ("hosted", "nsubj")


def test_who_is_described_behind_a_comma_is_the_subject() -> None:
    found = mended(
        "India/PROPN/6/vocative ,/PUNCT/1/punct the/DET/4/det buyer/NOUN/6/nsubj ,/PUNCT/4/punct "
        "abstained/abstain/VERB/0/root;Tense=Past|VerbForm=Fin"
    )
    assert found["India"] == ("abstained", "nsubj")
    assert found["buyer"] == ("India", "appos")


def test_an_adjective_without_is_describes_the_subject_of_the_verb_behind_it() -> None:
    found = mended(
        "Chad/PROPN/3/nsubj ,/PUNCT/3/punct eager/ADJ/0/root to/PART/5/mark sell/VERB/3/xcomp ,/PUNCT/7/punct "
        "signed/sign/VERB/3/advcl;Tense=Past|VerbForm=Fin pacts/pact/NOUN/7/obj"
    )
    assert found["signed"] == ("signed", "root")
    assert found["Chad"] == ("signed", "nsubj")
    assert found["eager"] == ("Chad", "amod")


def test_a_participle_between_commas_leaves_its_subject_to_the_verb() -> None:
    found = mended(
        "said/say/VERB/9/ccomp;Tense=Past|VerbForm=Fin Chad/PROPN/4/nsubj ,/PUNCT/2/punct "
        "backed/back/VERB/1/ccomp;Tense=Past|VerbForm=Part by/ADP/6/case Mali/PROPN/4/obl:agent ,/PUNCT/1/punct "
        "was/be/AUX/9/aux;VerbForm=Fin arming/arm/VERB/0/root;VerbForm=Part"
    )
    assert found["arming"] == ("said", "ccomp")
    assert found["Chad"] == ("arming", "nsubj")
    assert found["backed"] == ("Chad", "acl")
    assert found["said"] == ("said", "root")


def test_a_participle_with_by_leaves_its_subject_to_the_noun_behind_it() -> None:
    found = mended(
        "pact/NOUN/2/nsubj announced/announce/VERB/0/root;Tense=Past|VerbForm=Fin by/ADP/4/case Chad/PROPN/2/obl "
        "was/be/AUX/7/cop;VerbForm=Fin a/DET/7/det blow/NOUN/2/ccomp"
    )
    assert found["blow"] == ("blow", "root")
    assert found["pact"] == ("blow", "nsubj")
    assert found["announced"] == ("pact", "acl")
