# "Reportedly", "it was reported that": it is said, and nobody says it.
# Rule 1: the adverb speaks for the whole of its main clause, where no other claim holds it.
# Rule 2: behind "it is believed", what follows "that" is the content, whatever a tree hangs it on;
#   only by words of rumour and expectation: "it was agreed that" is an act.
"""Claims of hearsay, by adverbs and by "it"."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence
from dragoman.evidence.cues import Cue
from dragoman.evidence.order import FEWEST
from dragoman.evidence.page import Page
from dragoman.evidence.speakers import NOBODY

_RUMOUR = frozenset(
    "allege assume believe claim estimate expect fear hope report rumor rumour say suggest suspect "
    "think understand".split()
)
_FARTHEST = 5  #: words from the word of saying to its "that"


def impersonal(clause: Clause) -> Span | None:
    """What "it is believed that" leads in; None for anything else."""
    if not clause.passive or _RUMOUR.isdisjoint(clause.lemmas):
        return None
    sentence = clause.sentence
    it = sentence.child(clause.head, "expl", "nsubj", "nsubj:pass")
    if it is None or it.text.lower() != "it" or it.i > clause.head:
        return None
    for tie in sentence.tokens[clause.head + 1 : clause.head + 1 + _FARTHEST]:
        if tie.pos in ("VERB", "PUNCT"):
            return None
        verb = sentence.tokens[tie.head]
        if tie.text.lower() == "that" and tie.relation == "mark" and verb.i > tie.i:
            return Span(tie.span.start, sentence.reach(verb.i).end)
    return None


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
