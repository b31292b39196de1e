# Acts that stand inside another act's complement: what is asked for, and by whom it would be done.
# Rule 1: an act asked for is done by whoever is asked, and where somebody asks for himself he receives it.
# Rule 2: it fills sides that the words leave open, and changes none that they name.
# Rule 3: a deal that may come is one between the two who last talked to each other.
# Rule 4: what nobody known would do or receive makes no act, unless its sense asks for nobody.
"""Sides of acts that somebody asks for: "asked Chad for [troops]", "called on Mali to [hold talks]"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Clause
from dragoman.entities.actor import Party
from dragoman.events.draft import Draft, Parties, apart
from dragoman.events.status import traded

#: Acts that are done for somebody, who may be whoever asks.
_FOR_SOMEBODY = frozenset({"AID", "COOPERATE"})
#: Acts that whoever is ready for them does, alone or with others.
_OF_BOTH = frozenset({"AID", "CONSULT", "COOPERATE", "RETREAT"})
#: Words by which one asks for oneself; one urges others for others as well.
_FOR_ONESELF = frozenset(
    "appeal apply ask beg bid demand plea plead request seek solicit turn want".split()
)


def with_asked(
    drafts: Mapping[int, Draft], act_at: Callable[[int], Draft | None]
) -> dict[int, Draft]:
    """Return the *drafts* with the acts asked for in them, whose sides the asking tells.

    Args:
        act_at: what the act at a head would be if it lacked nothing.
    """
    made = dict(drafts)
    for outer in drafts.values():
        if outer.sense.type == "AGREE" and outer.frame.clause.kind != "noun":
            made |= _promised(outer, made, act_at)
        if outer.sense.type != "REQUEST" or outer.reciprocal:
            continue
        inside = [a for h in _asked_for(outer) if (a := made.get(h) or act_at(h)) is not None]
        asked = _known(outer.recipient) or _punished(inside)
        told: set[str] = set()
        for inner in inside:
            if inner.head == outer.head or inner.sense.type == "REQUEST":
                continue
            whole = _completed(made.get(inner.head, inner), outer, asked)
            if whole is not None and (whole.head in made or whole.sense.id not in told):
                made[whole.head] = whole  # "missiles and jets" are asked for once
                told.add(whole.sense.id)
    return made


def _promised(
    outer: Draft, made: Mapping[int, Draft], act_at: Callable[[int], Draft | None]
) -> dict[int, Draft]:
    """What a noun says that somebody is ready for: "open to a [meeting] with Chad" is his own."""
    found: dict[int, Draft] = {}
    for slot, status in outer.sense.inner:
        for head in outer.frame.slots.get(slot, ()) if status == "possible" else ():
            inner = act_at(head)
            if inner is None or inner.head in made or inner.frame.clause.kind != "noun":
                continue
            if inner.sense.type not in _OF_BOTH:
                continue
            if not inner.reciprocal and _known(inner.actor):
                continue
            doers = _known(outer.actor)
            if inner.reciprocal:
                others = (*_known(inner.actor), *_known(outer.recipient))
                whole = replace(inner, actor=apart((*doers, *others)))
            else:
                whole = replace(inner, actor=doers)
            if whole.has_needed and whole.sides == 2:
                found[whole.head] = whole
    return found


def _asked_for(outer: Draft) -> Iterator[int]:
    """Heads of what the slots of a request hold that it makes requested."""
    for slot, status in outer.sense.inner:
        if status == "requested":
            yield from outer.frame.slots.get(slot, ())


def _punished(inside: Sequence[Draft]) -> Parties:
    """Whom others are to punish: "called for sanctions on [Chad] and for the release of two men"."""
    return tuple(p for a in inside if a.sense.type == "SANCTION" for p in _known(a.recipient))


def _completed(inner: Draft, outer: Draft, asked: Parties) -> Draft | None:
    """The act with its open sides filled; None if that leaves one open that it needs."""
    asking = _known(outer.actor)
    for_oneself = bool(_FOR_ONESELF & set(outer.frame.clause.lemmas))
    for_oneself = for_oneself or inner.sense.id == "cooperate.asked-extradition"
    if inner.reciprocal:
        parties = apart((*_known(inner.actor), *asked))
        if len(parties) < 2 and (for_oneself or outer.sense.mode == "meet"):
            parties = apart((*parties, *asking))
        whole = replace(inner, actor=parties) if len(parties) > 1 else inner
        return whole if whole.has_needed and whole.has_known_party else None
    actor, recipient = inner.actor, inner.recipient
    if inner.sense.type in ("SANCTION", "ASSAULT", "COERCE"):
        return None  # "called for sanctions on Chad": not by Chad
    if inner.frame.clause.passive and inner.frame.clause.kind == "verb":
        return None  # "called for Chad to be given tanks": whoever is asked does not do it
    if not _known(actor) and not _codes(asked) & _codes(recipient):
        actor = asked or actor
    if not _known(recipient) and inner.sense.type in _FOR_SOMEBODY:
        if for_oneself and not _codes(asking) & _codes(actor):
            recipient = asking or recipient
    whole = replace(inner, actor=actor, recipient=recipient)
    return whole if whole.has_needed and whole.has_known_party else None


#: Acts that show who deals with whom, and how many acts back they still do.
_DEALING = frozenset({"AGREE", "CONSULT"})
_REMEMBERED = 8
#: Measures of whose aim only earlier ones tell.
_FURTHER = frozenset({"sanction.further-measures"})


def with_partners(
    drafts: Mapping[int, Draft], seen: Mapping[int, Draft], before: Sequence[Draft]
) -> dict[int, Draft]:
    """Return the *drafts* with the deals hoped for whose partners only the talks tell.

    Args:
        seen: what the acts would be if they lacked nothing.
        before: acts of earlier sentences, in order.
    """
    made = dict(drafts)
    for head, hoped in seen.items():
        if head in drafts:
            continue
        if hoped.sense.id in _FURTHER:
            again = replace(hoped, recipient=_struck_before(before, _codes(hoped.actor)))
            made |= {head: again} if again.has_needed else {}
        if "hoped" not in hoped.frame.slots or hoped.sense.type not in _DEALING:
            continue
        here = [d for h, d in sorted(drafts.items()) if h < head]
        pair = hoped.reciprocal and _partners([*before[-_REMEMBERED:], *here], _codes(hoped.actor))
        if pair:
            made[head] = replace(hoped, actor=pair)
    return made


def with_exchanged(drafts: Mapping[int, Draft], by_head: dict[int, Clause]) -> dict[int, Draft]:
    """Return the *drafts* with what is done in exchange for each other done to each other."""
    made = dict(drafts)
    for head, inner in drafts.items():
        above = by_head.get(inner.frame.clause.governor or 0)
        deed = traded(inner.frame.clause, above, by_head) if above is not None else None
        outer = drafts.get(deed.head) if deed is not None else None
        if outer is None or inner.reciprocal or outer.reciprocal:
            continue
        one, other = _known(outer.actor), _known(inner.actor)
        if _codes(one) & _codes(other):
            continue
        if not other and (other := _giver_back(inner, outer)):
            made[head] = replace(inner, actor=other)
        if one and not _known(inner.recipient):
            made[head] = replace(made[head], recipient=one)
        if other and not _known(outer.recipient):
            made[outer.head] = replace(outer, recipient=other)
    return made


def _giver_back(inner: Draft, outer: Draft) -> Parties:
    """Who does for somebody what his own act is the price of: the state on which that act falls.

    "Chad freed two Malian envoys in exchange for the release of four Chadians": Mali freed them, if nobody
    else is named there.
    """
    whom, own = _known(outer.recipient), _codes(outer.actor)
    on = _known(inner.recipient)
    if len(_codes(whom)) != 1 or not _codes(on) <= own or _codes(whom) & own:
        return ()
    sentence = inner.frame.clause.sentence
    names = (sentence.tokens[i] for i in sentence.subtree(inner.head))
    if any(t.pos == "PROPN" and not any(p.span.holds(t.span) for p in on) for t in names):
        return ()
    state = whom[0]
    if state.country is None:
        return (state,)
    return (replace(state, code=state.country, sector=None, kind="actor"),)


def _struck_before(before: Sequence[Draft], by: set[str | None]) -> Parties:
    """Whom the same side's last measures hit: "further measures" are against the same."""
    for act in reversed(before[-_REMEMBERED:]):
        if act.sense.type == "SANCTION" and by & _codes(act.actor) and _known(act.recipient):
            return _known(act.recipient)
    return ()


def _partners(earlier: Sequence[Draft], named: set[str | None]) -> Parties:
    """The two who last talked to each other, those *named* among them."""
    for act in reversed(earlier):
        if act.sense.type not in _DEALING:
            continue
        pair = apart((*_known(act.actor), *_known(act.recipient)))
        if len(pair) == 2 and named <= _codes(pair):
            return pair
    return ()


def _known(parties: Parties) -> Parties:
    return tuple(p for p in parties if p.known)


def _codes(parties: tuple[Party, ...]) -> set[str | None]:
    return {p.country or p.code for p in parties if p.known}
