# How speech is meant that has no verb of its own: a paragraph of a statement, an answer.
# Rule: each of its sentences is read as after "said"; what most of them do, the speech
#   does, and of two that are as many the one that is more than a plain assertion.
"""The stance of several sentences of direct speech."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.evidence.stance import stance_of

_PLAIN = "asserts"


def spoken_stance(text: str, sentences: Sequence[Sentence], speech: Span) -> str:
    """The stance of *speech*, direct speech of one or more of *sentences*, in their order."""
    first = bisect_left(sentences, speech.start, key=lambda s: s.span.end - 1)
    found: Counter[str] = Counter()
    for sentence in sentences[first:]:
        start, end = max(sentence.span.start, speech.start), min(sentence.span.end, speech.end)
        if start >= end:
            break
        found[stance_of(text, sentence, _PLAIN, "say", Span(start, end), True)] += 1
    return max(found, key=lambda s: (found[s], s != _PLAIN), default=_PLAIN)
