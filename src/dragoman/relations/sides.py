# Hostile to, backed by, under sanctions, in the camp of: what is said of one towards another.
# Rule: of whom it is said is asked of grammar; towards whom, of the words beside it.
"""The parties of "hostile to Israel", "pro-Western", "under US pressure", "in Moscow's camp"."""

from __future__ import annotations

from dragoman.entities.actor import Party
from dragoman.relations.bearers import Parties, apposed, meant, modified, said_of, subjects
from dragoman.relations.found import Found, across
from dragoman.relations.spot import Spot


def side(spot: Spot) -> Found | None:
    """ "Hostile to Israel": said of a subject, or beside a noun."""
    if not spot.is_described:
        return None
    others = spot.joined_by(*spot.rule.prepositions)
    return across(said_of(spot), others) if others else None


def made(spot: Spot) -> Found | None:
    """ "Iran-backed", "backed by Iran", "pro-Western"."""
    others: Parties = ()
    if spot.key in ("pro", "anti"):
        others = _prefixed(spot)
    elif spot.preposition("by") is not None:
        others = spot.joined_by("by")
        return across(said_of(spot), others) if others else None
    elif spot.first > 1 and spot.tokens[spot.first - 1].text in ("-", "–"):
        others = spot.nearby.named(spot.first - 2)
    noun = modified(spot) if others else None
    if noun is None:
        return None
    # "The Iranian-backed militia" is not Iran's own, whoever's it is.
    own = {b.country or b.code for b in others}
    other = tuple(a for a in meant(spot, noun) if (a.country or a.code) not in own)
    return across(other or apposed(spot, noun), others)


def under(spot: Spot) -> Found | None:
    """ "Russia, facing Western sanctions", "Iran is under US pressure"."""
    owners = spot.nearby.owners(spot.before)
    if not owners or not spot.is_described:
        return None
    case = spot.sentence.child(spot.last, "case")
    beneath = case is not None and case.text.lower() in ("under", "despite")
    if spot.is_predicate and beneath:
        return across(owners, subjects(spot, spot.anchor))
    k = spot.carrier
    if k is None:
        return None
    suffering = spot.marked(k, "suffering")
    if spot.token.relation == "nsubj":
        return across(owners, _harmed(spot, k)) if suffering else None
    if not beneath and not suffering:
        return None
    borne = subjects(spot, k) if not beneath or spot.token.relation == "obl" else ()
    return across(owners, borne)


def inside(spot: Spot) -> Found | None:
    """ "Belarus is in Moscow's camp", "has drifted into the Chinese orbit", "in the pocket of France"."""
    sentence, nearby = spot.sentence, spot.nearby
    case = sentence.child(spot.anchor, "case")
    joined = spot.carrier is not None and spot.marked(spot.carrier, "entering")
    into = case is not None and case.text.lower() in spot.rule.prepositions
    if not spot.is_described or not (into or (joined and case is None)):
        return None
    whose = spot.joined_by("of") or nearby.owners(spot.before)
    above = (t.i for t in sentence.path_up(spot.last) if t.pos == "VERB")
    k = spot.anchor if spot.is_predicate else next(above, None)
    if k is None:
        return None
    pulled = [t.i for t in sentence.children(k, "obj")] if spot.marked(k, "bringing") else []
    borne = nearby.actors(pulled) or subjects(spot, k)
    return across(borne, whose, k)


def _prefixed(spot: Spot) -> Parties:
    """The actor behind the prefix: "Western" of "pro-Western"."""
    token = spot.token
    tail = token.text.partition("-")[2]
    if tail:
        entry = spot.resolver.register.entry(tail, None)
        if entry is None or entry.code is None or entry.kind in ("person", "outlet", "company"):
            return ()
        return (Party(token.span, token.text, entry.name, entry.code, entry.country, entry.sector),)
    if spot.last + 2 < len(spot.tokens) and spot.tokens[spot.last + 1].text == "-":
        return spot.nearby.named(spot.last + 2)
    return ()


def _harmed(spot: Spot, k: int) -> Parties:
    """Whom the verb *k* hits: "crippled Iran", "crippled Iran's economy"."""
    nearby = spot.nearby
    found: Parties = ()
    for child in spot.sentence.children(k, "obj"):
        found += nearby.actors([child.i]) or nearby.actors(nearby.before(child.i).owners)
    return found
