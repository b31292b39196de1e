# Distrusts, angered, are united: what a verb or a predicate says of its own sides.
"""The parties of "Iran distrusts the United States", "A and B are united"."""

from __future__ import annotations

from dragoman.relations.bearers import Parties, aiming, subjects
from dragoman.relations.found import Found, across, mutual
from dragoman.relations.spot import Spot

#: Those whom others move about: it is not they who anger a third.
_MOVED = ("-REF", "-CVL")


def verb(spot: Spot) -> Found | None:
    """ "Iran distrusts the United States", "angering Washington", "fought against Iran"."""
    clause = spot.clauses.get(spot.last)
    if clause is None or clause.kind != "verb" or not spot.is_described:
        return None
    doers = spot.nearby.actors(clause.slots.get("subject", ()))
    slots = sorted(spot.rule.prepositions) or ["object"]
    heads = [h for slot in slots for h in clause.slots.get(slot, ())]
    if not heads and spot.rule.prepositions:  # "owes its throne [to Russia]": hung on the throne
        heads = [h for k in clause.slots.get("object", ()) for h in _beside_object(spot, k)]
    objects = spot.nearby.actors(heads) or tuple(p for h in heads for p in spot.against(h))
    if all(p.code.endswith(_MOVED) for p in doers if p.code):  # "expelled refugees, which angered"
        doers = _of_the_whole(spot) or doers
    doers = doers or (aiming(spot, spot.last) if spot.rule.aim else ())
    return across(doers, objects, spot.last) if doers and objects else None


def together(spot: Spot) -> Found | None:
    """ "A and B are united", "brought A and B closer", "fought side by side with B"."""
    nearby, sentence = spot.nearby, spot.sentence
    if spot.first == spot.last and spot.token.pos == "NOUN":
        return None  # "patched up their quarrel": a bond, with what is said of it
    found = _predicate(spot)
    if found is None or spot.resolver.mention_at(spot.token) is not None:
        return None  # "the United States"
    ones = subjects(spot, found)
    if spot.marked(found, "bringing"):
        heads = [t.i for t in sentence.children(found, "obj")]
        ones = nearby.actors(h for head in heads for h in nearby.coordinated(head)) or ones
    k = spot.preposition(*spot.rule.prepositions)
    if k is None:
        return mutual(spot, ones, found) if len(ones) == 2 else None
    others = nearby.group(nearby.led(k))
    if spot.tokens[k].text.lower() == "to":  # troops who come closer to a town are no friends
        ones, others = (tuple(p for p in side if not p.sector) for side in (ones, others))
    return across(ones, others, found)


def _predicate(spot: Spot) -> int | None:
    """The word with a subject of which it is said, if that is described as the rule asks."""
    rule = spot.rule
    ways = (spot.token, *spot.sentence.path_up(spot.last))
    found = next((t.i for t in ways if spot.sentence.child(t.i, "nsubj") is not None), None)
    if found is None or rule.undescribed & spot.said:
        return None
    if rule.described and not rule.described & (spot.forms(found) | spot.said):
        return None
    return found


def _beside_object(spot: Spot, k: int) -> list[int]:
    """The phrases that one of the rule's prepositions joins to an object."""
    found: list[int] = []
    for phrase in spot.sentence.children(k, "nmod"):
        case = spot.sentence.child(phrase.i, "case")
        if case is not None and case.text.lower() in spot.rule.prepositions:
            found += spot.nearby.coordinated(phrase.i)
    return found


def _of_the_whole(spot: Spot) -> Parties:
    """Who did what "which" takes up: "Chad received the rebels, which angered Sudan"."""
    k = spot.last
    which = spot.sentence.child(k, "nsubj")
    if which is None or which.text.lower() != "which" or spot.tokens[which.i - 1].text != ",":
        return ()
    for above in spot.sentence.path_up(k):
        if above.pos == "VERB":
            done = spot.clauses.get(above.i)
            return spot.nearby.actors(done.slots.get("subject", ())) if done is not None else ()
    return ()
