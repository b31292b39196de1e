from __future__ import annotations

from dragoman.clauses.clause import Token
from dragoman.clauses.verbal_nouns import verbal_nouns
from trees import tree


def read(notation: str) -> dict[str, Token]:
    """Word → its token, nouns of acts set right."""
    return {t.text: t for t in verbal_nouns(tree(notation).tokens)}


def test_a_subject_in_ing_without_an_object_names_an_act() -> None:
    found = read(
        "US/PROPN/2/amod intelligence/NOUN/3/nsubj sharing/share/VERB/6/csubj with/ADP/5/case "
        "Chad/PROPN/3/obl resumed/resume/VERB/0/root"
    )
    assert (found["sharing"].pos, found["sharing"].lemma) == ("NOUN", "sharing")
    assert found["sharing"].dep == "nsubj"
    assert (found["intelligence"].dep, found["Chad"].dep) == ("compound", "nmod")
    assert found["US"].head == 2


def test_a_subject_in_ing_with_an_object_stays_a_clause() -> None:
    found = read(
        "Arming/arm/VERB/4/csubj rebels/NOUN/1/obj is/be/AUX/4/cop wrong/ADJ/0/root ./PUNCT/4/punct"
    )
    assert (found["Arming"].pos, found["Arming"].dep) == ("VERB", "csubj")


def test_what_opens_a_sentence_in_s_commands_nobody() -> None:
    found = read(
        "Clashes/clash/VERB/0/root between/ADP/3/case miners/NOUN/1/obl "
        "continued/continue/VERB/1/advcl"
    )
    assert found["Clashes"].pos == "NOUN"
    assert found["miners"].dep == "nmod"


def test_a_command_stays_a_verb() -> None:
    found = read("Speak/VERB/0/root with/ADP/3/case miners/NOUN/1/obl")
    assert found["Speak"].pos == "VERB"


def test_no_verb_ends_in_ings() -> None:
    found = read(
        "Emirati/PROPN/2/nsubj dealings/VERB/0/root with/ADP/4/case Chad/PROPN/2/obl "
        "grew/grow/VERB/2/advcl"
    )
    assert (found["dealings"].pos, found["dealings"].lemma) == ("NOUN", "dealing")
    assert found["Emirati"].dep == "compound"


def test_what_a_preposition_governs_with_an_adjective_is_a_noun() -> None:
    found = read(
        "Chad/PROPN/2/nsubj began/begin/VERB/0/root naval/ADJ/4/amod exercises/exercise/VERB/2/obl"
    )
    assert found["exercises"].pos == "NOUN"


def test_a_bare_form_behind_a_verb_is_its_object() -> None:
    found = read(
        "Chad/PROPN/2/nsubj laid/lay/VERB/0/root claim/VERB/2/xcomp to/ADP/5/case Aouzou/PROPN/3/obl"
    )
    assert (found["claim"].pos, found["claim"].dep) == ("NOUN", "obj")
    assert found["Aouzou"].dep == "nmod"


def test_a_bare_form_behind_help_stays_a_verb() -> None:
    found = read(
        "Chad/PROPN/2/nsubj helped/help/VERB/0/root mediate/VERB/2/xcomp in/ADP/5/case Mali/PROPN/3/obl"
    )
    assert found["mediate"].pos == "VERB"


def test_the_first_words_capital_makes_no_name_of_a_noun_of_an_act() -> None:
    found = read(
        "Recognition/PROPN/6/nsubj:pass of/ADP/3/case Palestine/PROPN/1/nmod by/ADP/5/case "
        "Ireland/PROPN/3/nmod came/come/VERB/0/root"
    )
    assert (found["Recognition"].pos, found["Recognition"].lemma) == ("NOUN", "recognition")
