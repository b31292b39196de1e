from __future__ import annotations

import pytest

from dragoman.clauses.clause import Sentence
from dragoman.clauses.hyphens import unhyphen
from trees import tree


def hung(notation: str) -> dict[str, tuple[str, str]]:
    """Word → (its governor's word, relation)."""
    tokens = unhyphen(tree(notation).tokens)
    return {t.text: (tokens[t.head].text, t.dep) for t in tokens}


PAIRS = {
    "first-on-second": "US/PROPN/3/compound -/PUNCT/1/punct Iran/PROPN/4/compound talks/talk/NOUN/0/root",
    "second-on-first": "US/PROPN/4/compound -/PUNCT/3/punct Iran/PROPN/1/flat talks/talk/NOUN/0/root",
    "each-on-the-noun": "US/PROPN/4/compound -/PUNCT/3/punct Iran/PROPN/4/compound talks/talk/NOUN/0/root",
}


@pytest.mark.parametrize("notation", [pytest.param(v, id=k) for k, v in PAIRS.items()])
def test_both_names_of_a_pair_belong_to_the_noun(notation: str) -> None:
    found = hung(notation)
    assert found["US"][0] == found["Iran"][0] == "talks"


@pytest.mark.parametrize("notation", [pytest.param(v, id=k) for k, v in PAIRS.items()])
def test_what_two_joined_names_have_is_between_them(notation: str) -> None:
    sentence = Sentence(unhyphen(tree(notation).tokens))
    (talks,) = sentence.clauses
    assert [sentence.tokens[i].text for i in talks.slots["between"]] == ["US", "Iran"]


def test_a_second_name_may_have_two_words() -> None:
    found = hung(
        "U.S./PROPN/3/compound -/PUNCT/3/punct South/PROPN/4/compound Korean/ADJ/5/amod "
        "drills/drill/NOUN/0/root"
    )
    assert (found["U.S."], found["South"]) == (("drills", "compound"), ("Korean", "compound"))


def test_whoever_leads_a_group_stands_before_it() -> None:
    found = hung(
        "Saudi/ADJ/3/obl:unmarked -/PUNCT/1/punct led/lead/VERB/4/amod coalition/NOUN/0/root"
    )
    assert found["Saudi"] == ("coalition", "amod")


@pytest.mark.parametrize("word", ["backed", "funded", "armed"])
def test_whoever_helps_a_group_stays_with_the_help(word: str) -> None:
    found = hung(f"Saudi/ADJ/3/obl:unmarked -/PUNCT/1/punct {word}/VERB/4/amod militia/NOUN/0/root")
    assert found["Saudi"] == (word, "obl:unmarked")


def test_words_in_small_letters_make_no_pair() -> None:
    found = hung(
        "anti/NOUN/3/compound -/PUNCT/1/punct Iran/PROPN/4/compound talks/talk/NOUN/0/root"
    )
    assert found["anti"] == ("Iran", "compound")
