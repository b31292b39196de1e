# Who gives another arms, money or food stands well with him: transfers as statements of relation.
# Rule 1: only where no event is coded from the same words between the same two: words count once.
# Rule 2: what is denied, refused or only asked for says nothing here; captives and the deported
#   are no gift.
"""What the transfers of a report say of how two actors stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Party
from dragoman.events.event import Event
from dragoman.evidence.transfers import Transfer
from dragoman.relations.relation import pairs, side
from dragoman.relations.statement import Statement

#: On the scale of the events' scores; sales of oil and coffee are made by rivals too.
_STRENGTH = {
    "arms": 7.0, "humanitarian": 6.0, "money": 6.0, "technology": 5.0, "other": 4.0, "energy": 4.0,
}  # fmt: skip
#: What was so once says nothing of today.
_FORMER = re.compile(r"\b(?:once|formerly|previously|used to)\b")
#: What each counts by how far it went. A promise is an event of its own, AGREE.
_STATUS = {"actual": 1.0, "alleged": 0.7}


def gifts(text: str, transfers: Sequence[Transfer], events: Sequence[Event]) -> Iterator[Statement]:
    """Yield one friendly statement for each transfer that no event tells of, in their order."""
    for transfer in transfers:
        giver, taker = transfer.supplier, transfer.recipient
        if _FORMER.search(transfer.span.of(text)):
            continue
        share = _STATUS.get(transfer.status, 0.0) * _STRENGTH.get(transfer.kind, 0.0)
        if not (giver and taker and share):
            continue
        one, other = side(giver), side(taker)
        between = (min(one, other), max(one, other))
        coded = (e for e in events if e.span.touches(transfer.span) and e.status != "negated")
        if one == other or any(between in pairs(e) for e in coded):
            continue
        span = transfer.span
        yield Statement(
            _party(text, span, giver), _party(text, span, taker), 1, round(share, 1), "actual",
            span, span, f"passed.{transfer.kind}",
        )  # fmt: skip


def _party(text: str, span: Span, code: str) -> Party:
    return Party(span, span.of(text), code=code)
