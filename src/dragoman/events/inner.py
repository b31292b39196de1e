# Acts that stand inside another act's complement: what is asked for, and by whom it would be done.
# Rule 1: an act asked for is done by whoever is asked, and where somebody asks for himself he receives it.
# Rule 2: it fills sides that the words leave open, and changes none that they name.
# Rule 3: what nobody known would do or receive makes no act, unless its sense asks for nobody.
"""Sides of acts that somebody asks for: "asked Chad for [troops]", "called on Mali to [hold talks]"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from dragoman.entities.actor import Party
from dragoman.events.draft import Draft, Parties, apart

#: Acts that are done for somebody, who may be whoever asks.
_FOR_SOMEBODY = frozenset({"AID", "COOPERATE"})
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
        if outer.sense.type != "REQUEST" or outer.reciprocal:
            continue
        for head in _asked_for(outer):
            inner = made.get(head) or act_at(head)
            if inner is None or inner.head == outer.head or inner.sense.type == "REQUEST":
                continue
            whole = _completed(made.get(inner.head, inner), outer)
            if whole is not None:
                made[whole.head] = whole
    return made


def _asked_for(outer: Draft) -> Iterator[int]:
    """Heads of what the slots of a request hold that it makes requested."""
    for slot, status in outer.sense.inner:
        if status == "requested":
            yield from outer.frame.slots.get(slot, ())


def _completed(inner: Draft, outer: Draft) -> Draft | None:
    """The act with its open sides filled; None if that leaves one open that it needs."""
    asking, asked = _known(outer.actor), _known(outer.recipient)
    if inner.reciprocal:
        parties = apart((*_known(inner.actor), *asked))
        if len(parties) < 2 and outer.sense.mode == "meet":
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
        for_oneself = _FOR_ONESELF & set(outer.frame.clause.lemmas)
        if for_oneself and not _codes(asking) & _codes(actor):
            recipient = asking or recipient
    whole = replace(inner, actor=actor, recipient=recipient)
    return whole if whole.has_needed and whole.has_known_party else None


def _known(parties: Parties) -> Parties:
    return tuple(p for p in parties if p.known)


def _codes(parties: tuple[Party, ...]) -> set[str | None]:
    return {p.country or p.code for p in parties if p.known}
