"""Reports of several hand-written sentences, and the resolver that has read them.

``Report("Iran/PROPN/2/nsubj fell/fall/VERB/0/root", "It/PRON/2/nsubj …")``: the sentences of
:func:`trees.tree`, one after the other in one text.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from trees import text_of, tree


class Report:
    """Sentences in a row, and whom their phrases mean."""

    def __init__(self, *notations: str, on: date | None = None) -> None:
        self.text = ""
        self.sentences: list[Sentence] = []
        for notation in notations:
            sentence = tree(notation)
            at = len(self.text) + bool(self.text)
            self.text = f"{self.text} {text_of(sentence)}".strip()
            moved = tuple(
                replace(t, span=Span(t.span.start + at, t.span.end + at)) for t in sentence.tokens
            )
            self.sentences.append(Sentence(moved))
        self.resolver = Resolver(self.text, find_mentions(self.text, on))
        self.resolver.learn(self.sentences)

    def parties(self, word: str, nth: int = 1) -> tuple[Party, ...]:
        """Whom the phrase headed by the *nth* such word stands for."""
        found = [(s, t.i) for s in self.sentences for t in s.tokens if t.text == word]
        return self.resolver.parties(*found[nth - 1])

    def codes(self, word: str, nth: int = 1) -> set[str | None]:
        """Their codes; empty where the phrase is nobody, {None} where nobody is known."""
        return {party.code for party in self.parties(word, nth)}
