from __future__ import annotations

import pytest

from dragoman.clauses.clause import Sentence
from dragoman.clauses.grammar import clauses
from dragoman.clauses.hyphens import backing, unhyphen
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


WAR = tree(
    "the/DET/5/det Iran/PROPN/4/compound -/PUNCT/2/punct Iraq/PROPN/5/compound talks/NOUN/0/root"
)
MADE = tree(
    "Turkish/ADJ/3/obl:unmarked -/PUNCT/1/punct backed/back/VERB/4/amod;Tense=Past|VerbForm=Part "
    "fighters/fighter/NOUN/5/nsubj left/leave/VERB/0/root"
)


def slots(sentence: Sentence, word: str) -> dict[str, list[str]]:
    clause = next(c for c in clauses(sentence) if c.token.text == word)
    return {k: [sentence.tokens[i].text for i in v] for k, v in clause.slots.items()}


@pytest.mark.parametrize("slot", ["between", "subject"])
def test_two_names_with_a_hyphen_do_it_with_each_other(slot: str) -> None:
    assert slots(WAR, "talks")[slot] == ["Iran", "Iraq"]


def test_a_dash_with_spaces_joins_nobody() -> None:
    spaced = tree(
        "the/DET/5/det Iran/PROPN/4/compound –/PUNCT/2/punct Iraq/PROPN/5/compound talks/NOUN/0/root"
    )
    assert "between" not in slots(spaced, "talks")


def test_who_stands_before_a_participle_does_what_it_says() -> None:
    found = slots(MADE, "backed")
    assert (found["subject"], found["object"]) == (["Turkish"], ["fighters"])


def test_a_participle_without_a_hyphen_has_no_doer() -> None:
    spaced = tree(
        "Turkish/ADJ/3/obl:unmarked –/PUNCT/1/punct backed/back/VERB/4/amod fighters/NOUN/5/nsubj "
        "left/leave/VERB/0/root"
    )
    assert "subject" not in slots(spaced, "backed")


def test_who_backs_fighters_does_not_own_them() -> None:
    assert [t.text for t in backing(MADE)] == ["Turkish"]
