"""Verbs taken for nouns behind a gerund, and base forms behind "demanded that"."""

from __future__ import annotations

import trees
from dragoman.clauses.called import called_thing
from dragoman.clauses.garden_paths import garden_paths
from dragoman.clauses.participles import participles
from dragoman.clauses.subjunctives import subjunctives
from dragoman.clauses.tree import Tree


def test_a_form_between_two_objects_is_the_verb() -> None:
    found = trees.hung(
        garden_paths,
        "guards/guard/NOUN/2/nsubj watching/watch/VERB/0/root the/DET/5/det gate/NOUN/5/compound "
        "shot/NOUN/2/obj two/NUM/7/nummod men/man/NOUN/2/obj",
    )
    assert found["shot"] == ("shot", "root")
    assert found["guards"] == ("shot", "nsubj")
    assert found["gate"] == ("watching", "obj")
    assert found["men"] == ("shot", "obj")


def test_a_base_form_behind_demanded_that_has_the_noun_for_its_object() -> None:
    found = trees.hung(
        subjunctives,
        "Chad/PROPN/2/nsubj demanded/demand/VERB/0/root that/SCONJ/6/mark Mali/PROPN/6/compound "
        "ease/NOUN/6/compound rules/rule/NOUN/2/ccomp",
    )
    assert found["ease"] == ("demanded", "ccomp")
    assert found["Mali"] == ("ease", "nsubj")
    assert found["rules"] == ("ease", "obj")


def test_a_participle_leaves_its_subject_to_the_verb_behind() -> None:
    found = trees.hung(
        participles,
        "gunmen/gunman/NOUN/2/nsubj tied/tie/VERB/5/ccomp;Tense=Past to/ADP/4/case Mali/PROPN/2/obl "
        "shot/shoot/VERB/0/root;Mood=Ind|Tense=Past|VerbForm=Fin nine/NUM/5/obj",
    )
    assert found["gunmen"] == ("shot", "nsubj")
    assert found["tied"] == ("gunmen", "acl")


def test_what_somebody_said_it_was_stands_where_what_stands() -> None:
    tokens = trees.tree(
        "Chad/PROPN/2/nsubj hit/VERB/0/root what/PRON/2/obj it/PRON/5/nsubj said/say/VERB/3/acl:relcl "
        "were/be/AUX/7/cop camps/camp/NOUN/5/ccomp in/ADP/9/case Mali/PROPN/7/obl"
    ).tokens
    tree = Tree(tokens)
    called_thing(tree)
    found = {t.text: (tokens[t.head].text, t.dep) for t in tree.tokens()}
    assert found["camps"] == ("hit", "obj")
    assert found["Mali"] == ("camps", "nmod")
