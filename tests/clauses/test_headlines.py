from __future__ import annotations

import pytest

from dragoman.clauses.headlines import headline
from trees import tree


def hung(notation: str) -> dict[str, tuple[str, str, str]]:
    """Word → (part of speech, its governor's word, relation)."""
    tokens = headline(tree(notation).tokens)
    return {t.text: (t.pos, tokens[t.head].text, t.dep) for t in tokens}


def test_the_verb_of_a_headline_without_one_is_found() -> None:
    found = hung(
        "Mali/PROPN/2/compound expels/NOUN/5/compound UN/PROPN/5/compound mission/NOUN/5/compound "
        "envoy/NOUN/0/root"
    )
    assert found["expels"] == ("VERB", "expels", "root")
    assert found["Mali"][1:] == ("expels", "nsubj")
    assert found["envoy"][1:] == ("expels", "obj")
    assert found["UN"][1:] == ("envoy", "compound")


def test_a_base_form_follows_several() -> None:
    found = hung(
        "Chad/PROPN/2/compound police/NOUN/4/compound arrest/NOUN/4/compound envoy/NOUN/0/root"
    )
    assert found["arrest"] == ("VERB", "arrest", "root")
    assert (
        hung("Chad/PROPN/2/compound arrest/NOUN/3/compound warrant/NOUN/0/root")["arrest"][0]
        == "NOUN"
    )


def test_of_two_the_second_is_the_verb() -> None:
    found = hung(
        "Chadian/ADJ/2/amod strikes/NOUN/4/compound kill/NOUN/4/compound rebels/NOUN/0/root"
    )
    assert found["kill"] == ("VERB", "kill", "root")
    assert found["strikes"] == ("NOUN", "kill", "nsubj")


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "Mali/PROPN/2/nsubj expelled/expel/VERB/0/root;VerbForm=Fin strikes/NOUN/2/obj",
            id="a-sentence-with-a-verb",
        ),
        pytest.param(
            "Talks/NOUN/0/root in/ADP/3/case Chad/PROPN/1/nmod strikes/NOUN/5/compound row/NOUN/3/nmod",
            id="behind-a-preposition",
        ),
        pytest.param("Fears/NOUN/0/root", id="one-word"),
    ],
)
def test_other_phrases_stay(notation: str) -> None:
    assert headline(tree(notation).tokens) == tree(notation).tokens


def test_two_names_with_a_comma_are_one_subject() -> None:
    found = hung(
        "Biden/PROPN/0/root ,/PUNCT/4/punct Xi/PROPN/4/nsubj hold/VERB/1/parataxis;VerbForm=Fin "
        "talks/NOUN/4/obj"
    )
    assert found["hold"][1:] == ("hold", "root")
    assert found["Biden"][1:] == ("hold", "nsubj")
    assert found["Xi"][1:] == ("Biden", "conj")


def test_one_who_acts_alone_joins_nobody() -> None:
    found = hung(
        "Biden/PROPN/0/root ,/PUNCT/4/punct Xi/PROPN/4/nsubj says/VERB/1/parataxis;VerbForm=Fin"
    )
    assert found["says"][2] == "parataxis"


def test_a_second_name_before_a_verb_in_the_plural_acts_too() -> None:
    notation = (
        "China/PROPN/4/nsubj ,/PUNCT/3/punct Russia/PROPN/1/{} hold/VERB/0/root;Tense=Pres|VerbForm=Fin "
        "drills/drill/NOUN/4/obj"
    )
    assert hung(notation.format("nmod:unmarked"))["Russia"][1:] == ("China", "conj")
    alone = notation.replace("hold/VERB", "holds/hold/VERB").format("nmod:unmarked")
    assert hung(alone)["Russia"][2] == "nmod:unmarked"
