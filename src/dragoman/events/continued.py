# Talks that a sentence goes on about: "The ministers met in Oslo. [Their talks centred on gas]."
# Rule 1: "the talks" are the last that the report has told of, if they had two sides and were told just before.
# Rule 2: talks that name their own sides are no others', and talks that did not happen are none.
"""Read what talks were about as the talks of those who have been told to hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft
from dragoman.events.frames import Frame

_TALKS = frozenset(
    "call consultation conversation dialogue discussion encounter meeting negotiation session talk talks".split()
)
_FORMS = _TALKS | frozenset(f"{noun}s" for noun in _TALKS)
_POINTING = frozenset({"both", "our", "the", "their", "these", "this", "those"})
#: What is said of talks that take place.
_ABOUT = frozenset(
    "address centre center come concentrate concern cover deal discuss dwell explore focus follow include last review "
    "revolve tackle take touch turn".split()
)
_REMEMBERED = 6  #: acts back
_SENTENCES = 2  #: sentences back


def continued_talks(
    sentence: Sentence, resolver: Resolver, drafts: Mapping[int, Draft], before: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the talks that *sentence* says more of.

    Args:
        drafts: the acts of this sentence, by head.
        before: acts of earlier sentences, in order.
    """
    if not before or sentence.words.isdisjoint(_FORMS):
        return
    for clause in sentence.clauses:
        if clause.kind != "verb" or clause.head in drafts or clause.negated:
            continue
        if not _ABOUT.intersection(clause.lemmas):
            continue
        noun = _talks_of(sentence, clause, drafts)
        model = _told_last(sentence, resolver, before) if noun is not None else None
        if noun is None or model is None:
            continue
        frame = Frame(clause, clause.lemma, {"subject": (noun.i,)})
        actor, recipient = (
            tuple(resolver.renamed(sentence, noun.i, p) for p in side if p.known)
            for side in (model.actor, model.recipient)
        )
        yield Draft(model.sense, frame, actor, recipient, model.reciprocal)


def _talks_of(sentence: Sentence, clause: Clause, drafts: Mapping[int, Draft]) -> Token | None:
    """The talks of no named sides that are the subject of a clause."""
    heads = clause.slots.get("object" if clause.passive else "subject", ())
    if clause.relation == "acl" and clause.governor == clause.head - 1:
        heads = (clause.governor,)  # "The talks focused on gas", taken for "the talks that were"
    for i in heads:
        token = sentence.tokens[i]
        if token.lemma.lower() not in _TALKS or token.pos != "NOUN" or i in drafts:
            continue
        if token.relation not in ("nsubj", "root"):
            continue
        below = sentence.children(i, "det", "nmod:poss")
        if any(t.text.lower() in _POINTING for t in below) and not _names_sides(sentence, i):
            return token
    return None


def _names_sides(sentence: Sentence, i: int) -> bool:
    """Whether a phrase says itself whose the talks were: "with Chad", "between the two", "the Geneva talks"."""
    return any(
        t.text[:1].isupper() or t.dep == "nmod"
        for t in sentence.children(i, "nmod", "amod", "compound")
        if t.dep != "nmod:poss"
    )


def _told_last(sentence: Sentence, resolver: Resolver, before: Sequence[Draft]) -> Draft | None:
    """The last talks of two known sides, if they were told right before."""
    for model in reversed(before[-_REMEMBERED:]):
        if model.sense.type != "CONSULT":
            continue
        sides = {p.country or p.code for p in (*model.actor, *model.recipient) if p.known}
        if len(sides) < 2 or (not model.reciprocal and model.sides < 2):
            return None
        near = resolver.near(model.frame.clause.sentence, sentence, _SENTENCES)
        return model if near else None
    return None
