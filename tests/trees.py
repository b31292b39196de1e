"""Sentences by hand, so that no test of a later stage needs the model.

``tree("Iran/PROPN/2/nsubj sold/sell/VERB/0/root …")``: words with an optional
lemma, part of speech, the number of the governor (from 1; 0 for the root),
relation, and optional features after ``;``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token

Repair = Callable[[Sequence[Token]], tuple[Token, ...]]


def tree(notation: str, passage: int = 0) -> Sentence:
    """Build a sentence; words are separated by one space in its text."""
    tokens = []
    at = 0
    for i, word in enumerate(notation.split()):
        fields, _, feats = word.partition(";")
        parts = fields.split("/")
        form, pos, head, dep = parts[0], parts[-3], parts[-2], parts[-1]
        lemma = parts[1] if len(parts) == 5 else (form if pos == "PROPN" else form.lower())
        governor = int(head) - 1 if head != "0" else i
        features = frozenset(feats.split("|")) if feats else frozenset()
        tokens.append(Token(i, Span(at, at + len(form)), form, lemma, pos, features, governor, dep))
        at += len(form) + 1
    return Sentence(tuple(tokens), passage)


def joined(sentence: Sentence, first: int) -> Sentence:
    """The same sentence with three words from number *first* on touching: "Iran - backed" as "Iran-backed"."""
    at = sentence.tokens[first - 1].span.end
    tokens = list(sentence.tokens)
    for i in (first, first + 1):
        end = at + len(tokens[i].text)
        tokens[i] = replace(tokens[i], span=Span(at, end))
        at = end
    return Sentence(tuple(tokens), sentence.passage)


def text_of(sentence: Sentence) -> str:
    """The text that the spans of :func:`tree` refer to."""
    return " ".join(t.text for t in sentence.tokens)


def hung(repair: Repair, notation: str) -> dict[str, tuple[str, str]]:
    """Word → (its governor's word, relation), after *repair* has worked on the tree of *notation*."""
    tokens = repair(tree(notation).tokens)
    return {t.text: (tokens[t.head].text, t.dep) for t in tokens}
