# What has been asked of a report's words, answered once.
# Rule 1: kept only when nothing can change it any more: the report is read to its end for whom
#   it introduces, and no pronoun is being looked up (two of them may look for each other, and the
#   second finds nobody). Whoever is asked about while he is being looked up is nobody either.
# Rule 2: a word is known by the character at which it begins.
"""Answers of one report, each found once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.actor import Party

Question = tuple[str, int, int]  #: what is asked, where the word begins, how deep


@dataclass
class Answers:
    """Whom words stand for, by question; senses ask for the same word again and again."""

    open: set[Span] = field(default_factory=set)  #: pronouns that are being looked up
    _kept: dict[Question, Party | None] | None = field(default=None, init=False)
    _asked: set[tuple[Question, int]] = field(default_factory=set, init=False)
    _several: dict[int, tuple[Party, ...]] = field(default_factory=dict, init=False)

    def keep(self) -> None:
        """From now on an answer holds for the rest of the report."""
        self._kept = {}

    def once(
        self,
        question: Question,
        find: Callable[[Sentence, Token, int], Party | None],
        sentence: Sentence,
        token: Token,
    ) -> Party | None:
        """The answer to a question; *find* is asked for it the first time."""
        kept = self._kept if not self.open else None
        if kept is not None and question in kept:
            return kept[question]
        asked = question, len(self.open)
        if asked in self._asked:
            return None  # "thousands of people": whose they are hangs on who acts on them
        self._asked.add(asked)
        try:
            answer = find(sentence, token, question[2])
        finally:
            self._asked.discard(asked)
        if kept is not None:
            kept[question] = answer
        return answer

    def several(
        self,
        find: Callable[[Sentence, int], tuple[Party, ...]],
        sentence: Sentence,
        token: Token,
    ) -> tuple[Party, ...]:
        """All whom a phrase stands for; as :meth:`once`."""
        if self._kept is None or self.open:
            return find(sentence, token.i)
        at = token.span.start
        if at not in self._several:
            self._several[at] = find(sentence, token.i)
        return self._several[at]
