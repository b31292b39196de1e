# Who else takes part in an exercise that one state leads: "will host an exercise [with Kenyan ships]".
# Rule: only forces and actors that the same sentence brings in behind "with", or says to take part; with how many
#   soldiers or what aim it is held makes nobody a partner.
"""Read the partners of exercises that one state calls together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, apart
from dragoman.events.frames import Frame
from dragoman.events.senses import Lexicon

_LED = frozenset({"mobilize.lead-exercise", "mobilize.exercise-noun", "mobilize.exercise-verb"})
_JOINT = "cooperate.exercise-with"
_FORCES = frozenset(
    "aircraft army asset battalion contingent crew destroyer fighter fleet force frigate helicopter jet marine military "
    "navy participant partner personnel plane sailor ship soldier submarine troop unit vessel warship".split()
)
_PARTAKING = frozenset({"participate", "partake"})


def shared_exercises(
    sentence: Sentence, resolver: Resolver, lexicon: Lexicon, drafts: Mapping[int, Draft]
) -> Iterator[Draft]:
    """Yield what several do together in the exercises that *drafts* tell one of them to lead, and that all muster."""
    for made in drafts.values():
        if made.sense.id not in _LED or not any(p.known for p in made.actor):
            continue
        if any(i in drafts for i in made.frame.slots.get("object", ())):
            continue  # the exercise says itself with whom
        own = {p.country or p.code for p in made.actor}
        for k, partners in _partners(sentence, resolver, made):
            others = tuple(p for p in partners if p.known and (p.country or p.code) not in own)
            if not others or k in drafts:
                continue
            clause = replace(made.frame.light or made.frame.clause, head=k)
            sense = next(s for s in lexicon.senses if s.id == _JOINT)
            frame = Frame(clause, made.frame.lemma, {"with": (k,)})
            actor = apart((*made.actor, *others))
            yield Draft(sense, frame, actor, (), reciprocal=True)
            yield replace(made, actor=actor)
            break


def with_partakers(drafts: Mapping[int, Draft]) -> Iterator[Draft]:
    """Yield the exercises that one state leads, with all who hold them: they all muster forces."""
    for made in drafts.values():
        if made.sense.id not in _LED:
            continue
        for i in made.frame.slots.get("object", ()):
            held = drafts.get(i)
            if held is None or not held.reciprocal or held.sense.type != "COOPERATE":
                continue
            actor = apart((*made.actor, *(p for p in held.actor if p.known)))
            if len(actor) > len(made.actor):
                yield replace(made, actor=actor)


def _partners(
    sentence: Sentence, resolver: Resolver, made: Draft
) -> Iterator[tuple[int, tuple[Party, ...]]]:
    """The phrases behind an exercise that may name partners, and whom they name."""
    for token in sentence.tokens[made.head + 1 :]:
        with_it = any(t.text.lower() == "with" for t in sentence.children(token.i, "case"))
        if not with_it and token.i not in _partaking(sentence):
            continue
        heads = sentence.conjuncts(token.i)
        found = [p for i in heads if _may_join(sentence, i) for p in resolver.parties(sentence, i)]
        named = any(p.kind == "actor" for p in found if p.known)
        if found and (named or token.lemma.lower() in _FORCES):
            yield token.i, tuple(found)


def _may_join(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return token.pos == "PROPN" or token.lemma.lower() in _FORCES


def _partaking(sentence: Sentence) -> frozenset[int]:
    """Who is said to take part."""
    found = set()
    for clause in sentence.clauses:
        part = any(sentence.tokens[i].lemma == "part" for i in clause.slots.get("object", ()))
        if _PARTAKING & set(clause.lemmas) or (part and "take" in clause.lemmas):
            found |= set(clause.slots.get("subject", ()))
    return frozenset(found)
