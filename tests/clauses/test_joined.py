from __future__ import annotations

from functools import partial

import trees
from dragoman.clauses.mend import mend
from trees import tree

mended = partial(trees.hung, mend)


def test_behind_and_a_name_and_a_time_the_verb_begins_anew() -> None:
    found = mended(
        "Oman/PROPN/2/nsubj sent/send/VERB/0/root ships/ship/NOUN/2/obj since/ADP/5/case May/PROPN/10/obl "
        ",/PUNCT/8/punct and/CCONJ/8/cc Qatar/PROPN/5/conj yesterday/NOUN/10/obl:unmarked "
        "accused/accuse/VERB/2/advcl;Tense=Past|VerbForm=Fin Muscat/PROPN/10/obj"
    )
    assert found["Qatar"] == ("accused", "nsubj")
    assert found["accused"] == ("sent", "conj")
    assert found["May"] == ("sent", "obl")


def test_the_comma_before_and_is_no_part_of_the_subject() -> None:
    found = mended(
        "Oman/PROPN/2/nsubj left/leave/VERB/0/root ,/PUNCT/5/punct and/CCONJ/6/cc Qatar/PROPN/6/nsubj "
        "stayed/stay/VERB/2/conj;Tense=Past|VerbForm=Fin"
    )
    assert found[","] == ("stayed", "punct")


def test_of_two_subjects_that_and_joins_the_first_has_its_own_verb() -> None:
    found = mended(
        "Crowds/crowd/NOUN/8/nsubj marched/march/VERB/1/acl;Tense=Past in/ADP/4/case Lagos/PROPN/2/obl "
        ",/PUNCT/7/punct and/CCONJ/7/cc police/NOUN/8/nsubj fired/fire/VERB/0/root;Tense=Past|VerbForm=Fin "
        "gas/NOUN/8/obj"
    )
    assert found["Crowds"] == ("marched", "nsubj")
    assert found["marched"] == ("marched", "root")
    assert found["fired"] == ("marched", "conj")


def test_fighters_trained_abroad_attack_with_the_others() -> None:
    notation = (
        "Fighters/fighter/NOUN/8/nsubj trained/train/VERB/1/acl;Tense=Past|VerbForm=Part in/ADP/4/case "
        "Chad/PROPN/2/obl ,/PUNCT/7/punct and/CCONJ/7/cc militias/militia/NOUN/8/nsubj "
        "fired/fire/VERB/0/root;Tense=Past|VerbForm=Fin"
    )
    assert mend(tree(notation).tokens) == tree(notation).tokens
