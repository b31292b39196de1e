from __future__ import annotations

from dataclasses import replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.clauses.compounds import doer_and_noun
from trees import tree


def hyphened(notation: str) -> Sentence:
    """The sentence of *notation* with its first three words written as one."""
    sentence = tree(notation)
    tokens, at = list(sentence.tokens), 0
    for k in range(3):
        end = at + len(tokens[k].text)
        tokens[k] = replace(tokens[k], span=Span(at, end))
        at = end
    return Sentence(tuple(tokens))


def test_the_name_before_the_hyphen_acts_on_the_noun_behind() -> None:
    sentence = hyphened(
        "Iran/PROPN/3/obl:unmarked -/PUNCT/1/punct backed/back/VERB/4/amod rebels/NOUN/0/root"
    )
    assert doer_and_noun(sentence, sentence.tokens[2]) == (0, 3)


def test_a_common_word_before_the_hyphen_does_nothing() -> None:
    sentence = hyphened("war/NOUN/3/obl -/PUNCT/1/punct torn/tear/VERB/4/amod towns/NOUN/0/root")
    assert doer_and_noun(sentence, sentence.tokens[2]) is None


def test_a_dash_between_spaces_joins_nothing() -> None:
    sentence = tree("Iran/PROPN/4/nmod -/PUNCT/1/punct backed/back/VERB/4/amod rebels/NOUN/0/root")
    assert doer_and_noun(sentence, sentence.tokens[2]) is None
