"""One event, and the facts of PLOVER 2.0 that go with its type."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.alphabet.span import Span
from dragoman.entities.actor import Party

#: Type → quad class (1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict).
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
TYPES = tuple(QUADS)
COOPERATIVE = frozenset(t for t, quad in QUADS.items() if quad <= 2)
STATUSES = ("actual", "negated", "possible", "requested")


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that somebody is said to have done, perhaps to another.

    Events are not edges: a protest may name no recipient, and two reports of
    one raid are two events. Who says it happened is in the claims.
    """

    id: str
    type: str  #: PLOVER type, upper case
    mode: str | None
    contexts: tuple[str, ...] = ()
    quad: int
    score: float  #: PLOVER's expert scale, -10 (war) to 10 (aid)
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]  #: empty where all parties act on each other
    status: str  #: one of STATUSES
    historical: bool
    date: str | None  #: ISO day, month, year or interval
    date_precision: str | None
    location: str | None
    trigger: Span  #: the words that say it
    span: Span  #: the evidence: trigger and parties, inside one sentence
    rule: str  #: the sense that made it
    confidence: float  #: 0 to 1: how often such events have type and parties right
    claim_id: str | None = None
    reciprocal: bool = False  #: the actors do it to each other: "met", "signed a pact"
    counts: bool = (
        True  #: False where it says nothing of how two stand: told under "if", or long over
    )
