# "Reportedly", "allegedly": it is said, and nobody says it.
# Rule: the adverb speaks for the whole of its main clause, where no other claim holds it.
"""Claims by adverbs."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.evidence.cues import Cue
from dragoman.evidence.order import FEWEST
from dragoman.evidence.page import Page
from dragoman.evidence.speakers import NOBODY


def hearsay(page: Page, sentence: Sentence, cues: dict[tuple[str, str], Cue]) -> None:
    """Add the claims of "reportedly" and its like: the clause is said, nobody says it."""
    for token in sentence.tokens:
        if token.relation != "advmod":
            continue
        cue = cues.get(("adverb", token.text.lower()))
        if cue is None:
            continue
        head = sentence.tokens[token.head]
        if head.pos not in ("VERB", "ADJ", "NOUN") or sentence.child(head.i, "nsubj") is None:
            continue
        below = sentence.subtree(head.i)
        if head.relation not in ("root", "conj", "parataxis") or len(below) < FEWEST:
            continue
        if any(c.content.holds(token.span) for c in page.made):
            continue
        whole = Span(sentence.tokens[below[0]].span.start, sentence.tokens[below[-1]].span.end)
        page.claim(NOBODY, token.span, whole, cue.stance, False)
