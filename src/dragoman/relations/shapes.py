# Where the two parties of a statement stand, one function a shape of the almanac.
# Rule 1: a shape that cannot name both sides says how far it came, and no pair.
# Rule 2: the nearest place that grammar offers is asked first; the first that names
#   somebody is believed, and the others are not asked.
"""The parties of a statement, by the shape of its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.entities.actor import Party
from dragoman.relations.bearers import (
    Parties,
    apposed,
    bearers,
    meant,
    modified,
    owners_of_subject,
    said_of,
    subject_of_bare,
    subjects,
)
from dragoman.relations.spot import Spot

#: What stands before the name of what is shared: "a common enemy, Iran", "in Iran".
_NAMING = frozenset({",", ":", "in", "—", "–"})
#: Those whom others move about: it is not they who anger a third.
_MOVED = ("-REF", "-CVL")
#: What each of two may be in by himself: "both countries are mired in crisis".
_EACH_HIS_OWN = frozenset({"crisis", "strife"})
_TOWARDS = ("with", "to", "toward", "towards", "against")


@dataclass(frozen=True, slots=True)
class Found:
    """What a shape found: pairs of parties, and the predicate that says it of them."""

    pairs: tuple[tuple[Party, Party], ...]
    predicate: int | None = None
    flipped: bool = False  #: it says the opposite: "the sponsor of its foes"


def role(spot: Spot) -> Found | None:
    """ "Its ally Syria", "Chad, an ally of France", "sees Chad as an ally", "the rivals A and B"."""
    if not _described(spot):
        return None
    before, nearby = spot.before, spot.nearby
    of = spot.preposition("of", "to", *(("with",) if spot.plural else ()))
    others: Parties = ()
    if of is not None:
        head = nearby.led(of)
        others = nearby.actors(nearby.coordinated(head)) if head is not None else ()
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
        return Found(tuple((a, b) for a in borne for b in others), predicate)
    if not borne:
        borne = spot.resolver.parties(spot.sentence, spot.last) if spot.plural else ()
        borne = tuple(p for p in borne if p.known) if len(borne) == 2 else ()
    if len(borne) > 1:
        several = spot.plural and spot.rule.pair and not before.modifiers
        return Found(_mutual(spot, borne), predicate) if several else Found(())
    owner = viewer or (subject_of_bare(spot) if borne else ())
    return Found(tuple((a, b) for a in borne for b in owner[:1]), predicate) if borne else None


def _flipped(spot: Spot, of: int, foes: int) -> Found:
    """ "The main sponsor of Kenya's foes" is none of Kenya's friends."""
    whose = spot.nearby.actors(spot.nearby.before(foes).owners)
    borne, predicate, _ = bearers(spot, of)
    return Found(tuple((a, b) for a in borne for b in whose), predicate, flipped=True)


def bond(spot: Spot) -> Found | None:
    """ "Ties between A and B", "the A-B war", "A's friendship with B", "A has close ties with B"."""
    if not _described(spot):
        return None
    before, nearby = spot.before, spot.nearby
    if before.joined is not None:
        one, other = (nearby.named(k) for k in before.joined)
        return Found(tuple((a, b) for a in one for b in other))
    for preposition in ("between", "among", "of") if spot.rule.pair else ():
        head = _led(spot, (preposition,))
        parties = nearby.actors(nearby.coordinated(head)) if head is not None else ()
        if len(parties) > 1:
            return Found(_mutual(spot, parties))
    owners = nearby.actors(before.owners)
    if not before.owners and before.modifiers:
        owners = nearby.named(before.modifiers[0])
    owners = owners or _leaders(spot)
    its_own = bool(before.owners) and spot.tokens[before.owners[0]].pos == "PRON"
    towards = _led(spot, tuple(spot.rule.prepositions) or _TOWARDS)
    if towards is not None:
        others = nearby.actors(nearby.coordinated(towards)) or _wielders(spot, towards)
        doers = _helpers(spot) or owners or (_holders(spot) if its_own or not before.owners else ())
        return Found(tuple((a, b) for a in doers for b in others))
    if not spot.rule.pair:
        return None
    if len(owners) == 2:
        return Found(_mutual(spot, owners))
    case = spot.sentence.child(spot.last, "case")
    seen = case is not None and case.text.lower() == "with"  # "A and B are viewed with suspicion"
    own = spot.token.lemma.lower() in _EACH_HIS_OWN
    if not before.owners and not before.modifiers and not seen and not own:
        holders = _holders(spot)
        if len(holders) == 2:
            return Found(_mutual(spot, holders))
    return None


def side(spot: Spot) -> Found | None:
    """ "Hostile to Israel": said of a subject, or beside a noun."""
    k = spot.preposition(*spot.rule.prepositions)
    if k is None or not _described(spot):
        return None
    head = spot.nearby.led(k)
    others = spot.nearby.actors(spot.nearby.coordinated(head)) if head is not None else ()
    if not others:
        return None
    return Found(tuple((a, b) for a in said_of(spot) for b in others))


def made(spot: Spot) -> Found | None:
    """ "Iran-backed", "backed by Iran", "pro-Western"."""
    others: Parties = ()
    if spot.key in ("pro", "anti"):
        others = _prefixed(spot)
    else:
        by = spot.preposition("by")
        if by is not None:
            head = spot.nearby.led(by)
            others = spot.nearby.actors(spot.nearby.coordinated(head)) if head is not None else ()
            return Found(tuple((a, b) for a in said_of(spot) for b in others)) if others else None
        if spot.first > 1 and spot.tokens[spot.first - 1].text in ("-", "–"):
            others = spot.nearby.named(spot.first - 2)
    if not others:
        return None
    noun = modified(spot)
    if noun is None:
        return None
    # "The Iranian-backed militia" is not Iran's own, whoever's it is.
    own = {b.country or b.code for b in others}
    other = tuple(a for a in meant(spot, noun) if (a.country or a.code) not in own)
    return Found(tuple((a, b) for a in other or apposed(spot, noun) for b in others))


def under(spot: Spot) -> Found | None:
    """ "Russia, facing Western sanctions", "Iran is under US pressure"."""
    before, nearby = spot.before, spot.nearby
    owners = nearby.actors(before.owners)
    if not before.owners and before.modifiers:
        owners = nearby.named(before.modifiers[0])
    if not owners or not _described(spot):
        return None
    case = spot.sentence.child(spot.last, "case")
    beneath = case is not None and case.text.lower() in ("under", "despite")
    if spot.is_predicate and beneath:
        return Found(tuple((a, b) for a in owners for b in subjects(spot, spot.anchor)))
    k = spot.carrier
    if k is not None and spot.token.relation == "nsubj" and spot.marked(k, "suffering"):
        return Found(tuple((a, b) for a in owners for b in _harmed(spot, k)))
    if k is None or spot.token.relation == "nsubj":
        return None
    if not beneath and not spot.marked(k, "suffering"):
        return None
    borne = subjects(spot, k) if not beneath or spot.token.relation == "obl" else ()
    return Found(tuple((a, b) for a in owners for b in borne))


def inside(spot: Spot) -> Found | None:
    """ "Belarus is in Moscow's camp", "has drifted into the Chinese orbit", "in the pocket of France"."""
    sentence, nearby = spot.sentence, spot.nearby
    case = sentence.child(spot.anchor, "case")
    joined = spot.carrier is not None and spot.marked(spot.carrier, "entering")
    into = case is not None and case.text.lower() in spot.rule.prepositions
    if not _described(spot) or not (into or (joined and case is None)):
        return None
    of = spot.preposition("of")
    whose = (
        nearby.actors(nearby.coordinated(head)) if (head := _after(spot, of)) is not None else ()
    )
    whose = whose or nearby.wielders(spot.first)
    k = (
        spot.anchor
        if spot.is_predicate
        else next((t.i for t in sentence.path_up(spot.last) if t.pos == "VERB"), None)
    )
    if k is None:
        return None
    pulled = [t.i for t in sentence.children(k, "obj")] if spot.marked(k, "bringing") else []
    borne = nearby.actors(pulled) or subjects(spot, k)
    return Found(tuple((a, b) for a in borne for b in whose), k)


def _after(spot: Spot, preposition: int | None) -> int | None:
    return spot.nearby.led(preposition) if preposition is not None else None


def verb(spot: Spot) -> Found | None:
    """ "Iran distrusts the United States", "angering Washington", "fought against Iran"."""
    clause = spot.clauses.get(spot.last)
    if clause is None or clause.kind != "verb" or not _described(spot):
        return None
    doers = spot.nearby.actors(clause.slots.get("subject", ()))
    slots = sorted(spot.rule.prepositions) or ["object"]
    heads = [h for slot in slots for h in clause.slots.get(slot, ())]
    if not heads and spot.rule.prepositions:  # "owes its throne [to Russia]": hung on the throne
        heads = [h for k in clause.slots.get("object", ()) for h in _beside_object(spot, k)]
    objects = spot.nearby.actors(heads) or tuple(p for h in heads for p in _wielders(spot, h))
    if all(p.code.endswith(_MOVED) for p in doers if p.code):  # "expelled refugees, which angered"
        doers = _of_the_whole(spot) or doers
    doers = doers or (_aiming(spot, spot.last) if spot.rule.aim else ())
    if not doers or not objects:
        return None
    return Found(tuple((a, b) for a in doers for b in objects), spot.last)


def _beside_object(spot: Spot, k: int) -> list[int]:
    """The phrases that one of the rule's prepositions joins to an object."""
    found: list[int] = []
    for phrase in spot.sentence.children(k, "nmod"):
        case = spot.sentence.child(phrase.i, "case")
        if case is not None and case.text.lower() in spot.rule.prepositions:
            found += spot.nearby.coordinated(phrase.i)
    return found


def _aiming(spot: Spot, k: int) -> Parties:
    """Who acts in order to do *k*: "Japan and India drew closer to counter China"."""
    token = spot.tokens[k]
    if token.relation not in ("advcl", "acl"):
        return ()
    above = spot.tokens[token.head]
    way = (above, *spot.sentence.path_up(above.i))
    return subjects(spot, next((t.i for t in way if t.pos == "VERB"), above.i))


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


def together(spot: Spot) -> Found | None:
    """ "A and B are united", "brought A and B closer", "fought side by side with B"."""
    rule, nearby, sentence = spot.rule, spot.nearby, spot.sentence
    if spot.first == spot.last and spot.token.pos == "NOUN":
        return None  # "patched up their quarrel": a bond, with what is said of it
    ways = (spot.token, *sentence.path_up(spot.last))
    found = next((t.i for t in ways if sentence.child(t.i, "nsubj") is not None), None)
    if found is None or (rule.described and not rule.described & (spot.forms(found) | spot.said)):
        return None
    if rule.undescribed & spot.said or spot.resolver.mention_at(spot.token) is not None:
        return None  # "the United States"
    ones = subjects(spot, found)
    if spot.marked(found, "bringing"):
        heads = [t.i for t in sentence.children(found, "obj")]
        ones = nearby.actors(h for head in heads for h in nearby.coordinated(head)) or ones
    k = spot.preposition(*rule.prepositions)
    if k is not None:
        head = nearby.led(k)
        others = nearby.actors(nearby.coordinated(head)) if head is not None else ()
        if spot.tokens[k].text.lower() == "to":  # troops who come closer to a town are no friends
            ones, others = (tuple(p for p in side if not p.sector) for side in (ones, others))
        return Found(tuple((a, b) for a in ones for b in others), found)
    return Found(_mutual(spot, ones), found) if len(ones) == 2 else None


def common(spot: Spot) -> Found | None:
    """ "A and B share a common enemy, C": of those who share, or of each with whom they share it."""
    if not _described(spot) or spot.tokens[spot.anchor].relation == "nsubj":
        return None  # "the rivals share a border"
    holders = _holders(spot) or subjects(spot, spot.carrier or spot.anchor)
    if len(holders) < 2:
        return None
    if spot.rule.sign > 0:
        return Found(_mutual(spot, holders))
    k = spot.last + 1
    if k + 1 >= len(spot.tokens) or spot.tokens[k].text.lower() not in _NAMING:
        return None
    head = spot.nearby.opening(k + 1)
    shared = spot.nearby.actors([head]) if head is not None else ()
    return Found(tuple((a, b) for a in holders for b in shared))


SHAPES: dict[str, Callable[[Spot], Found | None]] = {
    "role": role, "bond": bond, "side": side, "made": made, "under": under, "verb": verb,
    "together": together, "common": common, "inside": inside,
}  # fmt: skip


def _described(spot: Spot) -> bool:
    rule = spot.rule
    if rule.undescribed and spot.said & rule.undescribed:
        return False
    return not rule.described or bool(spot.said & rule.described)


def _mutual(spot: Spot, parties: Sequence[Party]) -> tuple[tuple[Party, Party], ...]:
    """Each with each; of three who fight it is not said who fights whom."""
    if spot.rule.sign < 0 and len(parties) > 2:
        return ()
    return tuple(combinations(parties, 2))


def _led(spot: Spot, prepositions: tuple[str, ...]) -> int | None:
    """The head of the phrase that one of *prepositions* joins to the word, near or by the tree."""
    k = spot.preposition(*prepositions)
    if k is not None:
        return spot.nearby.led(k)
    sentence = spot.sentence
    for token in spot.tokens[spot.last + 1 : spot.last + 8] if "between" in prepositions else ():
        # "The war in Gaza between Israel and Hamas": nearer than any verb.
        if token.pos in ("VERB", "AUX", "PUNCT"):
            break
        if token.text.lower() == "between":
            return spot.nearby.led(token.i)
    near = list(sentence.children(spot.last, "nmod", "obl", "acl"))
    if spot.carrier is not None:
        # "Ties have grown between A and B", "has had close ties since 1979 with B".
        near += [t for t in sentence.children(spot.carrier, "obl") if t.i > spot.last]
    for phrase in near:
        case = sentence.child(phrase.i, "case")
        if case is not None and case.i > spot.last and case.text.lower() in prepositions:
            if case.text.lower() != "of":
                return phrase.i
    return None


def _wielders(spot: Spot, head: int) -> Parties:
    """Against whom it is: "a bulwark against Turkish influence"."""
    powers = spot.rule.sign < 0 and spot.marked(head, "powers")
    return spot.nearby.wielders(head) if powers else ()


def _helpers(spot: Spot) -> Parties:
    """Who helps and is helped "in the war against Ukraine": both are in it."""
    k = spot.carrier
    if k is None or spot.token.relation != "obl" or not spot.marked(k, "helping"):
        return ()
    helped = [t.i for t in spot.sentence.children(k, "obj")]
    return (*(subjects(spot, k) or _aiming(spot, k)), *spot.nearby.actors(helped))


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


def _leaders(spot: Spot) -> Parties:
    """Who leads it: "the US-led coalition"."""
    tokens = spot.tokens
    for k in range(max(spot.before.start - 2, 0), spot.first - 2):
        if tokens[k + 1].text in ("-", "–") and tokens[k + 2].text.lower() == "led":
            return spot.nearby.named(k)
    return ()


def _harmed(spot: Spot, k: int) -> Parties:
    """Whom the verb *k* hits: "crippled Iran", "crippled Iran's economy"."""
    found: Parties = ()
    for child in spot.sentence.children(k, "obj"):
        found += spot.nearby.actors([child.i]) or spot.nearby.actors(
            spot.nearby.before(child.i).owners
        )
    return found
