# The words of a cue, and the words between the speaker and the cue.
# Rule 1: a cue is the word of saying with its auxiliaries and adverbs before it,
#   its particle and the preposition of its content after it: "has long called for".
# Rule 2: a verb that only says how far the saying went belongs to it: "went on to say".
"""Spans of cues."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence

#: Verbs that take a word of saying along: "continued to insist", "appeared to suggest".
_CARRIERS = frozenset({"continue", "appear", "seem", "begin", "start", "go"})


def cue_span(clause: Clause, more: Span | None = None) -> Span:
    """The cue's words: "has said", "pointed out", with *more* of its own ("called [for]")."""
    sentence = clause.sentence
    start, end = _with_auxiliaries(sentence, clause.head), clause.token.span.end
    particle = sentence.child(clause.head, "compound:prt")
    if particle is not None and particle.i == clause.head + 1:
        end = particle.span.end
    carrier = sentence.tokens[clause.token.head]
    if clause.token.dep == "xcomp" and carrier.lemma in _CARRIERS and carrier.i < clause.head:
        start = min(start, _with_auxiliaries(sentence, carrier.i))
    if more is not None and end <= more.start <= end + 2:
        end = more.end
    return Span(start, end)


def _with_auxiliaries(sentence: Sentence, head: int) -> int:
    """The offset of the first of the auxiliaries and adverbs that stand right before *head*."""
    at = head
    for child in reversed(list(sentence.children(head, "aux", "advmod", "cop"))):
        if child.i == at - 1:
            at = child.i
    return sentence.tokens[at].span.start


def own_words(sentence: Sentence, clause: Clause) -> Span:
    """From the speaker to the cue: what cannot be content."""
    spans = [clause.token.span]
    spans += [
        sentence.tokens[i].span
        for i in clause.slots.get("subject", ())[:1]
        if not _apart(sentence, i, clause.head)
    ]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _apart(sentence: Sentence, i: int, head: int) -> bool:
    """Whether another verb's words stand between: a subject borrowed from further up."""
    return sentence.tokens[i].head != head
