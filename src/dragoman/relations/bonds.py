# Ties, war, a common enemy: a noun for what is between two.
# Rule: who is named in its own phrase ("between A and B", "A's ties with B") comes before
#   whoever only has it ("A and B have close ties").
"""The parties of "ties between A and B", "the A-B war", "A has close ties with B"."""

from __future__ import annotations

from dragoman.clauses.clause import Token
from dragoman.relations.bearers import Parties, aiming, apposed, subjects
from dragoman.relations.found import Found, across, mutual
from dragoman.relations.spot import Spot

#: What stands before the name of what is shared: "a common enemy, Iran", "in Iran".
_NAMING = frozenset({",", ":", "in", "—", "–"})
#: What each of two may be in by himself: "both countries are mired in crisis".
_EACH_HIS_OWN = frozenset({"crisis", "strife"})
_TOWARDS = ("with", "to", "toward", "towards", "against")
_REACH = 8  #: words after it among which "between" is sought


def bond(spot: Spot) -> Found | None:
    """ "Ties between A and B", "the A-B war", "A's friendship with B", "A has close ties with B"."""
    if not spot.is_described:
        return None
    before, nearby = spot.before, spot.nearby
    if before.joined is not None:
        one, other = (nearby.named(k) for k in before.joined)
        return across(one, other)
    for preposition in ("between", "among", "of") if spot.rule.pair else ():
        parties = nearby.group(_led(spot, (preposition,)))
        if len(parties) > 1:
            return mutual(spot, parties)
    owners = nearby.owners(before) or _leaders(spot)
    towards = _led(spot, tuple(spot.rule.prepositions) or _TOWARDS)
    if towards is not None:
        its_own = bool(before.owners) and spot.tokens[before.owners[0]].pos == "PRON"
        others = nearby.group(towards) or spot.against(towards)
        doers = _helpers(spot) or owners or (_holders(spot) if its_own or not before.owners else ())
        return across(doers, others)
    if not spot.rule.pair:
        return None
    if len(owners) == 2:
        return mutual(spot, owners)
    holders = _holders(spot) if _is_held(spot) else ()
    return mutual(spot, holders) if len(holders) == 2 else None


def common(spot: Spot) -> Found | None:
    """ "A and B share a common enemy, C": of those who share, or of each with whom they share it."""
    if not spot.is_described or spot.tokens[spot.anchor].relation == "nsubj":
        return None  # "the rivals share a border"
    holders = _holders(spot) or subjects(spot, spot.carrier or spot.anchor)
    if len(holders) < 2:
        return None
    if spot.rule.sign > 0:
        return mutual(spot, holders)
    k = spot.last + 1
    if k + 1 >= len(spot.tokens) or spot.tokens[k].text.lower() not in _NAMING:
        return None
    head = spot.nearby.opening(k + 1)
    shared = spot.nearby.actors([head]) if head is not None else ()
    return across(holders, shared)


def _is_held(spot: Spot) -> bool:
    """Whether two who "have" it have it with each other: its phrase names nobody else's."""
    if spot.before.owners or spot.before.modifiers:
        return False
    case = spot.sentence.child(spot.last, "case")
    if case is not None and case.text.lower() == "with":
        return False  # "A and B are viewed with suspicion"
    return spot.token.lemma.lower() not in _EACH_HIS_OWN


def _led(spot: Spot, prepositions: tuple[str, ...]) -> int | None:
    """The head of the phrase that one of *prepositions* joins to the word, near or by the tree."""
    k = spot.preposition(*prepositions)
    if k is None and "between" in prepositions:
        k = _between(spot)
    if k is not None:
        return spot.nearby.led(k)
    for phrase in _phrases(spot):
        case = spot.sentence.child(phrase.i, "case")
        if case is None or case.i < spot.last:
            continue
        word = case.text.lower()
        if word in prepositions and word != "of":
            return phrase.i
    return None


def _between(spot: Spot) -> int | None:
    """ "The war in Gaza between Israel and Hamas": nearer than any verb."""
    for token in spot.tokens[spot.last + 1 : spot.last + _REACH]:
        if token.pos in ("VERB", "AUX", "PUNCT"):
            return None
        if token.text.lower() == "between":
            return token.i
    return None


def _phrases(spot: Spot) -> list[Token]:
    """The phrases that hang on the word, and those after it on what it is said of."""
    near = list(spot.sentence.children(spot.last, "nmod", "obl", "acl"))
    if spot.carrier is not None:
        # "Ties have grown between A and B", "has had close ties since 1979 with B".
        near += [t for t in spot.sentence.children(spot.carrier, "obl") if t.i > spot.last]
    return near


def _helpers(spot: Spot) -> Parties:
    """Who helps and is helped "in the war against Ukraine": both are in it."""
    k = spot.carrier
    if k is None or spot.token.relation != "obl" or not spot.marked(k, "helping"):
        return ()
    helped = [t.i for t in spot.sentence.children(k, "obj")]
    return (*(subjects(spot, k) or aiming(spot, k)), *spot.nearby.actors(helped))


def _holders(spot: Spot) -> Parties:
    """Whoever "has" a bond: the subject of "has close ties", of "is at odds", of "locked in a row"."""
    if spot.is_predicate:
        return subjects(spot, spot.anchor)
    k = spot.carrier
    if k is not None:
        above = spot.tokens[k]
        if spot.token.relation == "obl" and spot.marked(k, "viewing"):
            return subjects(spot, k)  # "sees Armenia as a bulwark"
        if spot.tokens[spot.anchor].relation == "nsubj" or not spot.marked(k, "holding"):
            return ()
        found = subjects(spot, k)
        if found or above.relation != "xcomp":
            return found
        return subjects(spot, above.head)
    case = spot.sentence.child(spot.last, "case")
    if spot.first < spot.last or (case is not None and case.text.lower() in ("at", "in")):
        return apposed(spot, spot.last)
    return ()


def _leaders(spot: Spot) -> Parties:
    """Who leads it: "the US-led coalition"."""
    tokens = spot.tokens
    for k in range(max(spot.before.start - 2, 0), spot.first - 2):
        if tokens[k + 1].text in ("-", "–") and tokens[k + 2].text.lower() == "led":
            return spot.nearby.named(k)
    return ()
