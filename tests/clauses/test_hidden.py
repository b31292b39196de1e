from __future__ import annotations

from dragoman.clauses.clause import Token
from dragoman.clauses.hidden import hidden
from trees import tree


def shown(notation: str) -> dict[str, Token]:
    """Word → its token after the repair."""
    return {t.text: t for t in hidden(tree(notation).tokens)}


def test_an_adjective_with_an_agent_is_a_participle() -> None:
    found = shown(
        "Militia/NOUN/6/nsubj ,/PUNCT/3/punct armed/ADJ/1/amod by/ADP/5/case Iran/PROPN/3/obl:agent "
        "fired/fire/VERB/0/root"
    )
    assert (found["armed"].pos, found["armed"].dep, found["armed"].lemma) == ("VERB", "acl", "arm")


def test_an_adjective_without_an_agent_stays_one() -> None:
    found = shown("Two/NUM/3/nummod armed/ADJ/3/amod men/man/NOUN/4/nsubj fled/flee/VERB/0/root")
    assert found["armed"].pos == "ADJ"


def test_did_behind_as_stands_for_the_verb_before() -> None:
    found = shown(
        "Chad/PROPN/2/nsubj voted/vote/VERB/0/root as/SCONJ/5/mark did/do/AUX/3/fixed Mali/PROPN/2/obl"
    )
    assert (found["did"].pos, found["did"].dep, found["did"].head) == ("VERB", "advcl", 1)
    assert (found["Mali"].dep, found["Mali"].head) == ("nsubj", 3)


def test_a_form_that_no_noun_has_is_the_verb() -> None:
    found = shown(
        "Egypt/PROPN/2/compound denies/NOUN/0/root arming/arm/VERB/2/acl rebels/rebel/NOUN/3/obj"
    )
    assert (found["denies"].pos, found["denies"].lemma) == ("VERB", "deny")
    assert (found["Egypt"].dep, found["arming"].dep) == ("nsubj", "xcomp")


def test_a_verb_taken_for_the_subject_is_the_root() -> None:
    found = shown(
        "Abu/PROPN/3/nsubj Dhabi/PROPN/1/flat denies/NOUN/5/nsubj having/AUX/5/aux armed/arm/VERB/0/root "
        "rebels/rebel/NOUN/5/obj"
    )
    assert (found["denies"].dep, found["denies"].head) == ("root", 2)
    assert (found["armed"].dep, found["armed"].head) == ("xcomp", 2)
    assert (found["Abu"].dep, found["Abu"].head) == ("nsubj", 2)


def test_a_form_without_a_subject_is_left_alone() -> None:
    assert shown("He/PRON/2/nsubj saw/see/VERB/0/root denies/NOUN/2/obj")["denies"].pos == "NOUN"
