# Towards whom a promise, a refusal or a threat is that names nobody.
# Rule: towards whom the act is of which it speaks, once that act has all its sides: "Chad offered to send
#   engineers" is to those who get them. Who asks somebody else to act asks him, and is left as he is.
"""Recipients of acts that are done by speaking of another act."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.events.draft import Draft, Parties, is_one_of
from dragoman.events.event import COOPERATIVE

_SPEAKING = frozenset({"AGREE", "REJECT", "THREATEN"})


def towards_inner(made: Draft, acts: Mapping[int, Draft]) -> Draft:
    """The act, towards the recipients of the act in its clause where it has none.

    Args:
        acts: those of its sentence, by the head of their predicate.
    """
    speaks = made.sense.type in _SPEAKING and "clause" in made.sense.recipient
    if not speaks or made.reciprocal or any(p.known for p in made.recipient):
        return made
    for head in made.frame.slots.get("clause", ()):
        inner = acts.get(head) or _carried(acts, head)
        if inner is None or not _same(inner.actor, made.actor):
            continue
        if (inner.sense.type in COOPERATIVE) == (made.sense.type == "THREATEN"):
            continue  # "threatened to arm Chad if …" is a threat to another
        found = tuple(p for p in inner.recipient if p.known and not is_one_of(p, made.actor))
        if found:
            return made.towards(found)
    return made


def _carried(acts: Mapping[int, Draft], head: int) -> Draft | None:
    """The act of the noun that a light verb carries."""
    carried = (d for d in acts.values() if d.frame.light and d.frame.light.head == head)
    return next(carried, None)


def _same(inner: Parties, outer: Parties) -> bool:
    """Whether those who speak are those who act."""
    sides = {p.country or p.code for p in outer if p.known}
    return bool(sides) and {p.country or p.code for p in inner if p.known} == sides
