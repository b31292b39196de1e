# "Russia denied the accusation": which of the claims before it a denial answers.
# Rule 1: the denial says nothing itself but points back: "the charge", "these reports", "this".
# Rule 2: it answers the one claim before it by somebody else that tells an act of the denier;
#   an accusation only answers to "the accusation". Where two fit, none is meant.
# Rule 3: if no claim does, "it" answers what the report itself has just told of the denier: "Chad has shelled
#   the port. N'Djamena denies it". A denial of "it" that answers nothing says nothing, and is no claim.
"""Tie denials to the claims that they deny."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.events.event import Event
from dragoman.evidence.claim import Claim
from dragoman.evidence.page import POINTING

_CHARGE = "accusation|allegation|charge|criticism|insinuation"
_STATEMENT = "claim|report|assertion|statement|suggestion|story|account|version"
_POINTING = re.compile(
    rf"(?:(?:the|that|this|these|those|such|any|all|both|its|his|their|\w+['’]s?)\s+)?(?:[\w-]+\s+)?"
    rf"(?:(?P<charge>{_CHARGE})|(?P<told>{_STATEMENT}))(?:s|ies)?\b(?!\s+(?:that|of|about|by|from)\b)",
    re.IGNORECASE,
)
_THIS = re.compile(r"(?:this|that|it|these|those|they)\b", re.IGNORECASE)
_BACK = 1500  #: characters back in which the claim that is denied must stand
_MOST = 14  #: words of a denial that says nothing itself
_JUST = 260  #: characters back of what the report itself has just told


def answering(text: str, claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Claim, ...]:
    """Return *claims*; a denial that points back has the events of the claim that it denies."""
    by_id = {event.id: event for event in events}
    made = (_answered(text, claim, claims, by_id) for claim in claims)
    return tuple(c for c in made if c.event_ids or c.content.of(text).lower() not in POINTING)


def _answered(
    text: str, claim: Claim, claims: Sequence[Claim], by_id: Mapping[str, Event]
) -> Claim:
    charge = _points_back(text, claim)
    if charge is None or claim.speaker.code is None:
        return claim
    told = {c.id: (c, acts) for c in claims if (acts := _against(c, claim, by_id, charge))}
    passed_on = {c.parent_id for c, _ in told.values()}  # by whom the charge is reported
    meant = [acts for key, (_, acts) in told.items() if key not in passed_on]
    if not told and claim.content.of(text).lower() in POINTING:
        meant = [_just_told(claim, by_id)]
    return replace(claim, event_ids=meant[0]) if len(meant) == 1 else claim


def _just_told(denial: Claim, by_id: Mapping[str, Event]) -> tuple[str, ...]:
    """The acts of whoever denies that the report has told in its own words right before."""
    code = denial.speaker.code or ""
    return tuple(
        e.id
        for e in by_id.values()
        if e.claim_id is None
        and e.status == "actual"
        and 0 < denial.cue.start - e.trigger.start <= _JUST
        and any(_place(p.code or "") == _place(code) for p in e.actor)
    )


def _points_back(text: str, claim: Claim) -> bool | None:
    """Whether a denial denies a charge (True), or anything said (False); None if it is its own."""
    if claim.stance != "denies" or claim.event_ids:
        return None
    words = claim.content.of(text)
    if len(words.split()) > _MOST:
        return None
    if (found := _POINTING.search(words)) is not None:
        return found["charge"] is not None
    bare = words.lower() in POINTING
    return False if bare or (_THIS.match(words) and claim.quoted) else None


def _against(
    earlier: Claim, denial: Claim, by_id: Mapping[str, Event], charge: bool
) -> tuple[str, ...]:
    """The acts of whoever denies that *earlier* tells; none where it cannot be meant."""
    if not 0 < denial.cue.start - earlier.content.start <= _BACK or earlier.stance == "denies":
        return ()
    code = denial.speaker.code or ""
    if earlier.speaker.code is not None and _place(earlier.speaker.code) == _place(code):
        return ()
    if charge and earlier.stance not in ("accuses", "asserts"):
        return ()
    acts = (by_id[i] for i in earlier.event_ids if i in by_id)
    return tuple(
        e.id
        for e in acts
        if e.status == "actual" and any(_place(p.code or "") == _place(code) for p in e.actor)
    )


def _place(code: str) -> str:
    return code.partition("-")[0]
