"""Claims of sentences by hand, for the tests of attribution."""

from __future__ import annotations

from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.evidence.attribute import attribute
from dragoman.evidence.claim import Claim
from trees import text_of, tree


def read(notation: str) -> tuple[str, list[Claim]]:
    """Return the text of :func:`trees.tree` and the claims in it."""
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    passages = [Passage(Span(0, len(text)), "paragraph")]
    return text, list(attribute([sentence], passages, resolver, [])[0])
