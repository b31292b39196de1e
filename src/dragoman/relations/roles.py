# Ally, rival, sponsor: a noun that one bears towards another.
# Rule: "of X" names whose it is before all else, then "its" and "Russia's", then "US".
"""The parties of "an ally of France", "its ally Syria", "the rivals Chad and Mali"."""

from __future__ import annotations

from dragoman.relations.bearers import (
    Parties,
    bearers,
    meant,
    owners_of_subject,
    subject_of_bare,
)
from dragoman.relations.found import Found, across, mutual
from dragoman.relations.spot import Spot


def role(spot: Spot) -> Found | None:
    """ "Its ally Syria", "Chad, an ally of France", "sees Chad as an ally", "the rivals A and B"."""
    if not spot.is_described:
        return None
    before, nearby = spot.before, spot.nearby
    of = spot.preposition("of", "to", *(("with",) if spot.plural else ()))
    others: Parties = ()
    if of is not None:
        head = nearby.led(of)
        others = nearby.group(head)
        if head is not None and spot.marked(head, "foes"):
            return _flipped(spot, of, head)
        if head is not None and not others:
            others = meant(spot, head)  # "of Azerbaijan's friend Pakistan"
        if not others:
            return Found(())
    elif before.owners:
        others = nearby.actors(before.owners) or owners_of_subject(spot)
    elif before.modifiers:
        others = nearby.named(before.modifiers[0])
    borne, predicate, viewer = bearers(spot, of)
    if not borne and (before.owners or of is not None) and before.modifiers:
        borne = nearby.several(before.modifiers)  # "Russia's Iranian ally"
    if before.owners and not others:
        return Found(())
    if others:
        return across(borne, others, predicate)
    return _unowned(spot, borne or _both(spot), predicate, viewer)


def _unowned(spot: Spot, borne: Parties, predicate: int | None, viewer: Parties) -> Found | None:
    """Towards whom, where nobody is named: each other, whoever sees it so, the subject."""
    if not borne:
        return None
    if len(borne) > 1:
        several = spot.plural and spot.rule.pair and not spot.before.modifiers
        return mutual(spot, borne, predicate) if several else Found(())
    return across(borne, (viewer or subject_of_bare(spot))[:1], predicate)


def _both(spot: Spot) -> Parties:
    """The two whom the word itself means: "the two rivals"."""
    meant_by_it = spot.resolver.parties(spot.sentence, spot.last) if spot.plural else ()
    return tuple(p for p in meant_by_it if p.known) if len(meant_by_it) == 2 else ()


def _flipped(spot: Spot, of: int, foes: int) -> Found:
    """ "The main sponsor of Kenya's foes" is none of Kenya's friends."""
    whose = spot.nearby.actors(spot.nearby.before(foes).owners)
    borne, predicate, _ = bearers(spot, of)
    return Found(across(borne, whose).pairs, predicate, flipped=True)
