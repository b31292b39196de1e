from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.evidence.spoken import spoken_stance
from trees import text_of, tree

DEMAND = tree(
    "Chad/PROPN/3/nsubj must/AUX/3/aux go/VERB/0/root ./PUNCT/3/punct",
)


def test_a_sentence_of_speech_is_read_as_after_said() -> None:
    text = text_of(DEMAND)
    assert spoken_stance(text, [DEMAND], Span(0, len(text))) == "demands"


def test_speech_outside_of_all_sentences_asserts() -> None:
    assert spoken_stance(text_of(DEMAND), [], Span(0, 4)) == "asserts"
