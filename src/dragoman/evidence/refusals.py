# What is not said: "did not respond to a request for comment", "would not say when".
# Rule 1: the words that were asked for are the content.
# Rule 2: that somebody did not say a thing is news only as a refusal: "did not say
#   whether" is one, "did not say that talks had failed" is nothing.
# Rule 3: so is silence on a thing: "has not acknowledged the strike", "did not mention Iran".
"""Claims of those who decline to speak."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause
from dragoman.evidence.page import Page
from dragoman.evidence.wording import cue_span

#: Verbs of answering, with the nouns that say what went unanswered.
_ANSWERING = frozenset({"respond", "reply", "answer", "return", "reach"})
_ASKED = frozenset(
    {"request", "comment", "call", "question", "email", "e-mail", "message", "query"}
)
_TELLING = frozenset(
    "say comment elaborate disclose identify specify reveal confirm discuss give provide".split()
)
#: Verbs of which the denial tells that somebody keeps silent on their object.
_SILENT = frozenset(
    {"rule out", "mention", "acknowledge", "confirm", "discuss", "explain", "identify"}
    | {"specify", "disclose", "reveal", "address", "cite", "describe", "detail", "outline"}
)
_OPEN = frozenset({"whether", "if", "when", "who", "what", "how", "where", "why", "which"})


def unanswered(page: Page, clause: Clause) -> None:
    """Add the claim of a negated verb of answering, if it says what went unanswered."""
    sentence = clause.sentence
    lemmas = set(clause.lemmas)
    subject = clause.slots.get("object" if clause.passive else "subject", ())
    content: Span | None = None
    if lemmas & _ANSWERING:
        for child in sentence.children(clause.head, "obl", "obj"):
            below = [sentence.tokens[k] for k in sentence.subtree(child.i)]
            if child.i > clause.head and any(t.lemma in _ASKED for t in below):
                content = sentence.reach(child.i)
    elif lemmas & _TELLING:
        for child in sentence.children(clause.head, "ccomp", "advcl", "obl"):
            first = sentence.tokens[sentence.subtree(child.i)[0]]
            asked = first.text.lower() in _OPEN or "comment" in lemmas
            if child.i > clause.head and asked:
                content = sentence.reach(child.i)
                break
    if content is None and lemmas & _SILENT and not clause.passive:
        content = next(
            (
                sentence.reach(t.i)
                for t in sentence.children(clause.head, "obj")
                if t.i > clause.head
            ),
            None,
        )
    if content is None or not subject:
        return
    speaker = page.speakers.of(sentence, subject[0], clause.head)
    if speaker is None:
        return
    start = min(
        [cue_span(clause).start]
        + [t.span.start for t in sentence.children(clause.head, "aux") if t.i < clause.head]
    )
    page.claim(speaker, Span(start, clause.token.span.end), content, "declines", False)
