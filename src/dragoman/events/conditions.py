# Towards whom somebody acts who waits for another's act: "will not lift the cap unless Russia leaves".
# Rule 1: this comes after every slot: it changes no party that has been found.
# Rule 2: what is refused "unless" or "until" somebody acts is refused to him.
# Rule 3: what is done "if" somebody acts is done to him where both acts are friendly, or where it hurts: "if Chad
#   is attacked, Mali will send aid" is towards nobody who attacks.
"""The other side of an act that hangs on what somebody else does."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties
from dragoman.events.event import COOPERATIVE

_AWAITING = frozenset({"unless", "until"})
_OPENING = _AWAITING | {"if"}
#: Acts done to somebody.
_FRIENDLY = frozenset({"AGREE", "AID", "CONCEDE", "COOPERATE", "RETREAT", "SUPPORT"})
_HURTING = frozenset({"COERCE", "REJECT", "SANCTION", "THREATEN"})


def with_conditions(
    sentence: Sentence,
    resolver: Resolver,
    made: Draft,
    drafts: Mapping[int, Draft],
    by_head: Mapping[int, Clause],
) -> Draft:
    """The act, towards whoever must act first, where it names no other itself.

    Args:
        drafts: the acts of this sentence, by head.
    """
    if made.sense.type not in _FRIENDLY | _HURTING or sentence.words.isdisjoint(_OPENING):
        return made
    clause = made.frame.light or made.frame.clause
    own = _sides(made.actor)
    if clause.kind != "verb" or len(own) != 1 or _sides(made.recipient):
        return made
    for below in sentence.children(clause.head, "advcl"):
        inner = by_head.get(below.i)
        mark = {t.text.lower() for t in sentence.children(below.i, "mark")} & _OPENING
        if inner is None or not mark or not _fits(clause, made, drafts.get(below.i), mark):
            continue
        heads = inner.slots.get("subject", ())
        found = tuple(p for i in heads for p in resolver.parties(sentence, i) if p.known)
        acting = all(p.kind == "actor" for p in found)
        if acting and len(_sides(found)) == 1 and not own & _sides(found):
            return Draft(made.sense, made.frame, made.actor, found)
    return made


def _fits(clause: Clause, made: Draft, inner: Draft | None, mark: set[str]) -> bool:
    """Whether an act that hangs on another's is one towards him."""
    hurting = made.sense.type in _HURTING
    if mark & _AWAITING:
        return hurting or clause.negated
    return inner is not None and (hurting or inner.sense.type in COOPERATIVE)


def _sides(parties: Parties) -> set[str]:
    return {side for p in parties if p.known and (side := p.country or p.code)}
