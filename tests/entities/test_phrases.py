from __future__ import annotations

import pytest

from dragoman.entities.phrases import core, describing, name_parts, phrase_span
from trees import text_of, tree


@pytest.mark.parametrize(
    ("notation", "word"),
    [
        pytest.param(
            "thousands/thousand/NOUN/4/nsubj of/ADP/3/case soldiers/soldier/NOUN/1/nmod fell/fall/VERB/0/root",
            "soldiers",
            id="number",
        ),
        pytest.param(
            "most/ADJ/4/nsubj of/ADP/3/case tanks/tank/NOUN/1/obl burned/burn/VERB/0/root",
            "tanks",
            id="hung-as-oblique",
        ),
        pytest.param(
            "group/NOUN/2/nsubj fell/fall/VERB/0/root", "group", id="nothing-is-portioned"
        ),
    ],
)
def test_a_portion_is_looked_through(notation: str, word: str) -> None:
    sentence = tree(notation)
    assert sentence.tokens[core(sentence, 0)].text == word


def test_a_name_of_nested_words_is_whole() -> None:
    sentence = tree("Omar/PROPN/4/nsubj al/PROPN/1/flat Tikriti/PROPN/2/flat fled/flee/VERB/0/root")
    assert [t.text for t in name_parts(sentence, sentence.tokens[0])] == ["Omar", "al", "Tikriti"]


def test_the_phrase_is_without_its_article_and_apposition() -> None:
    sentence = tree(
        "the/DET/3/det Iraqi/ADJ/3/amod minister/NOUN/6/nsubj ,/PUNCT/5/punct Rostami/PROPN/3/appos left/leave/VERB/0/root"
    )
    span = phrase_span(sentence, sentence.tokens[2])
    assert span.of(text_of(sentence)) == "Iraqi minister"


class TestWhatDescribesAName:
    @pytest.mark.parametrize("relation", ["list", "dep", "parataxis", "conj"])
    def test_a_single_noun_after_the_comma_does_however_it_hangs(self, relation: str) -> None:
        sentence = tree(
            f"Karl/PROPN/6/nsubj Weber/PROPN/1/flat ,/PUNCT/4/punct minister/NOUN/1/{relation} ,/PUNCT/1/punct left/leave/VERB/0/root"
        )
        assert "minister" in [t.text for t in describing(sentence, sentence.tokens[0])]

    def test_an_apposition_of_the_second_word_does(self) -> None:
        sentence = tree(
            "Karl/PROPN/6/nsubj Weber/PROPN/1/flat ,/PUNCT/4/punct minister/NOUN/2/appos ,/PUNCT/1/punct left/leave/VERB/0/root"
        )
        assert "minister" in [t.text for t in describing(sentence, sentence.tokens[0])]

    def test_a_list_does_not(self) -> None:
        sentence = tree(
            "Weber/PROPN/6/nsubj ,/PUNCT/3/punct soldier/NOUN/1/conj and/CCONJ/5/cc priest/NOUN/1/conj left/leave/VERB/0/root"
        )
        assert [t.text for t in describing(sentence, sentence.tokens[0])] == ["Weber"]

    def test_a_coordinate_with_and_does_not(self) -> None:
        sentence = tree(
            "Weber/PROPN/4/nsubj and/CCONJ/3/cc soldier/NOUN/1/conj left/leave/VERB/0/root"
        )
        assert [t.text for t in describing(sentence, sentence.tokens[0])] == ["Weber"]
