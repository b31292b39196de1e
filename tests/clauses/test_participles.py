from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.participles import participles
from dragoman.workflow.reading import read

hung = partial(trees.hung, participles)


def test_a_participle_with_by_leaves_the_sentence_to_the_verb_behind() -> None:
    found = hung(
        "Sanctions/NOUN/2/nsubj imposed/impose/VERB/0/root;Tense=Past by/ADP/4/case Oman/PROPN/2/obl:agent "
        "on/ADP/6/case Chad/PROPN/8/nsubj have/AUX/8/aux hurt/hurt/VERB/2/ccomp trade/NOUN/8/obj"
    )
    assert found["hurt"] == ("hurt", "root")
    assert found["Sanctions"] == ("hurt", "nsubj")
    assert found["imposed"] == ("Sanctions", "acl")
    assert found["Chad"] == ("imposed", "obl")


def test_of_two_finite_verbs_without_a_link_the_first_is_a_participle() -> None:
    found = hung(
        "Deals/NOUN/2/nsubj reached/reach/VERB/0/root;Tense=Past in/ADP/4/case Doha/PROPN/2/obl "
        "collapsed/collapse/VERB/2/advcl;Mood=Ind|Tense=Past"
    )
    assert found["collapsed"] == ("collapsed", "root")
    assert found["reached"] == ("Deals", "acl")


def test_a_verb_with_its_object_stays_the_sentences_verb() -> None:
    found = hung(
        "Oman/PROPN/2/nsubj said/say/VERB/0/root;Tense=Past it/PRON/2/obj "
        "left/leave/VERB/2/advcl;Mood=Ind|Tense=Past"
    )
    assert found["said"] == ("said", "root")


def test_a_comma_parts_two_verbs() -> None:
    found = hung(
        "Troops/NOUN/2/nsubj fled/flee/VERB/0/root;Tense=Past ,/PUNCT/4/punct "
        "said/say/VERB/2/parataxis;Mood=Ind|Tense=Past"
    )
    assert found["fled"] == ("fled", "root")


def test_a_clause_with_its_own_subject_is_another_sentence() -> None:
    found = hung(
        "Troops/NOUN/2/nsubj said/say/VERB/0/root;Tense=Past Chad/PROPN/4/nsubj "
        "fell/fall/VERB/2/ccomp;Mood=Ind|Tense=Past"
    )
    assert found["said"] == ("said", "root")


def test_what_somebody_carried_out_did_not_carry() -> None:
    found = hung(
        "raid/NOUN/2/nsubj staged/stage/VERB/0/root;Tense=Past|Mood=Ind by/ADP/4/case "
        "Chad/PROPN/2/obl:agent killed/kill/VERB/2/advcl;Tense=Past|Mood=Ind|VerbForm=Fin nine/NUM/5/obj ./PUNCT/2/punct"
    )
    assert found["killed"] == ("killed", "root")
    assert found["raid"] == ("killed", "nsubj")
    assert found["staged"] == ("raid", "acl")


def test_a_clause_that_is_no_subject_leaves_its_noun_to_the_predicate() -> None:
    found = hung(
        "raids/NOUN/2/nsubj staged/stage/VERB/6/csubj;Tense=Past by/ADP/4/case Chad/PROPN/2/obl:agent "
        "are/AUX/6/cop illegal/ADJ/0/root"
    )
    assert found["raids"] == ("illegal", "nsubj")
    assert found["staged"] == ("raids", "acl")


def test_a_passive_has_its_own_subject_too() -> None:
    found = hung(
        "Officials/NOUN/2/nsubj said/say/VERB/0/root;Tense=Past troops/NOUN/5/nsubj:pass were/AUX/5/aux:pass "
        "killed/kill/VERB/2/ccomp"
    )
    assert found["said"] == ("said", "root")


def test_whoever_somebody_leads_is_the_subject_of_the_verb_behind() -> None:
    (event,) = read("The alliance led by Morocco bombed Nouakchott.").events
    assert [p.code for p in event.recipient] == ["MRT"]
    assert [p.code for p in event.actor] == ["MAR"]
