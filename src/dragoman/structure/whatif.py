# What if: a made-up event enters a copy of the network, and balance pushes at the ties around it.
# Rule 1: this is a consequence of the model and no forecast, and every text form says so.
# Rule 2: the event's own pair moves first, by the same formula as for an act that took place.
# Rule 3: then each tie of one side to a third place c is pushed by the triad that the pair closes
#   with c. In the continuous model of balance a tie changes at the rate of the sum over triads of
#   the products of the two other ties, dX/dt = X² (Kułakowski; Marvel et al.). When tie(x, y) moves by d,
#   that sum moves by d·tie(y, c) for the tie x-c. One step of RATE is made, damped by 1 - tie²,
#   so that no tie leaves -1 to 1. Ties that touch neither side move only in second order: not shown.
"""Consequences of a hypothetical event in the model of structural balance."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.alphabet.errors import WhatIfError
from dragoman.entities.actor import APART, PRIVATE
from dragoman.events.event import TYPES
from dragoman.events.senses import load_scores, score_of
from dragoman.relations.credence import MOST
from dragoman.relations.relation import place
from dragoman.relations.weigh import SHRINK, aligned
from dragoman.structure.graph import SignedGraph

#: How far one step of balance goes: half of what the triad would ask for.
RATE = 0.5
#: Changes below this are not shown.
LEAST = 0.005
_CODE = r"[A-Z]{3,4}(?:-[A-Z0-9][A-Z0-9_.-]*)?"
_QUESTION = re.compile(rf"({_CODE})\s+([A-Z]+)(?:/([A-Z-]+))?\s+({_CODE})", re.IGNORECASE)
NO_FORECAST = "A consequence of the model (structural balance), and no forecast."


@dataclass(frozen=True, slots=True)
class Question:
    """A hypothetical event: who does what to whom."""

    actor: str
    type: str  #: PLOVER type
    mode: str | None
    recipient: str
    score: float  #: -10 to 10

    def __str__(self) -> str:
        mode = f"/{self.mode}" if self.mode else ""
        return f"{self.actor} {self.type}{mode} {self.recipient}"


@dataclass(frozen=True, slots=True)
class Shift:
    """How one tie would move."""

    a: str  #: a side of the event
    b: str  #: the other side, or a third place
    before: float  #: -1 to 1; 0 where there is no tie
    change: float
    because: tuple[Mapping[str, Any], ...]  #: the event, or the triads that push

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "a": self.a,
            "b": self.b,
            "change": self.change,
            "because": [dict(b) for b in self.because],
            "before": self.before,
            "after": self.before + self.change,
        }


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What a hypothetical event would do to the network, in the model."""

    question: Question
    ties: tuple[Shift, ...]  #: the event's own pair first, then the largest change first
    warnings: tuple[Mapping[str, Any], ...]  #: threats told in reports that bear on it

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values."""
        return {
            "event": str(self.question),
            "ties": [tie.to_dict() for tie in self.ties],
            "warnings": [dict(w) for w in self.warnings],
            "note": NO_FORECAST,
        }

    def to_text(self) -> str:
        """Lines for a person, the first of which says what this is."""
        lines = [f"If {self.question}: {NO_FORECAST}"]
        for tie in self.ties:
            moved = f"{tie.before:+.2f} → {tie.before + tie.change:+.2f}"
            lines.append(f"{tie.a}-{tie.b}  {moved}  {'; '.join(b['text'] for b in tie.because)}")
        lines += [f"warning  {w['text']}" for w in self.warnings]
        return "\n".join(lines)


def parse_question(text: str) -> Question:
    """Read ``"A TYPE B"`` or ``"A TYPE/mode B"``; upper and lower case alike.

    Raises: WhatIfError if it is not of that form, the type or mode is none of PLOVER's, or both
        sides are one place.

    >>> str(parse_question("isr aid UKR"))
    'ISR AID UKR'
    """
    found = _QUESTION.fullmatch(text.strip())
    if found is None:
        raise WhatIfError(f'{text!r} is no event. Write "A TYPE B", such as "ISR AID UKR".')
    actor, type_, mode, recipient = found.groups()
    actor, type_, recipient = actor.upper(), type_.upper(), recipient.upper()
    if type_ not in TYPES:
        raise WhatIfError(f"{type_} is no type of PLOVER. Write one of {', '.join(TYPES)}.")
    mode = mode.lower() if mode else None
    if mode is not None and (type_, mode) not in load_scores():
        modes = ", ".join(m for t, m in load_scores() if t == type_ and m) or "none"
        raise WhatIfError(f"{mode} is no mode of {type_}. Its modes: {modes}.")
    for code in (actor, recipient):
        if code.endswith(APART + PRIVATE):
            raise WhatIfError(
                f"{code} stands apart from its state and has no ties here. Name states."
            )
    if place(actor) == place(recipient):
        raise WhatIfError(f"{actor} and {recipient} are one place. Name two.")
    return Question(actor, type_, mode, recipient, score_of(type_, mode))


def what_if(
    network: SignedGraph | Iterable[Any],
    question: str,
    *,
    warnings: Iterable[Mapping[str, Any]] = (),
) -> WhatIf:
    """Return what a hypothetical event would do to the ties around it, in the model.

    Args:
        network: alignments of one window (rows with ``a``, ``b``, ``alignment``, ``friendly``,
            ``hostile``; :func:`dragoman.relations.weigh.weigh_all` makes them of acts), or a
            signed graph, whose ties are taken to rest on as much mass as their size shows.
        question: ``"ISR AID UKR"``: actor, type of PLOVER, recipient.
        warnings: THREATEN events (reference/schema) with the words of their condition under
            ``condition``; those between a side of the event and a place around it are linked.
    Returns: ties with their change, the event's own pair first. No forecast.
    Raises: WhatIfError if the question cannot be read.
    Source: K. Kułakowski, P. Gawroński and P. Gronek, "The Heider balance: a continuous approach",
    International Journal of Modern Physics C 16 (2005), 707-716; S. A. Marvel, J. Kleinberg, R. D.
    Kleinberg and S. H. Strogatz, "Continuous-time model of structural balance", PNAS 108 (2011),
    1771-1776.
    """
    asked = parse_question(question)
    x, y = place(asked.actor), place(asked.recipient)
    ties = _ties(network)
    before, friendly, hostile = ties.get(_pair(x, y), (0.0, 0.0, 0.0))
    mass = MOST * min(abs(asked.score) / 10, 1)
    after = aligned(friendly + mass * (asked.score > 0), hostile + mass * (asked.score < 0))
    change = after - before if asked.score else 0.0
    own = Shift(x, y, before, change, ({"event": str(asked), "score": asked.score,
                "text": f"the event itself, {asked.score:+g} on PLOVER's scale"},))  # fmt: skip
    thirds = sorted({p for pair in ties for p in pair} - {x, y})
    pushed = [
        shift
        for side, through in ((x, y), (y, x))
        for c in thirds
        if (shift := _pushed(ties, side, through, c, change)) is not None
    ]
    pushed.sort(key=lambda s: (-abs(s.change), s.a, s.b))
    linked, seen = _linked(warnings, x, y)
    shown = [_warned(shift, linked) for shift in (own, *pushed)]
    return WhatIf(asked, tuple(shown), tuple(seen))


def push_text(side: str, through: str, third: str, moved: float, held: float) -> str:
    """Why the tie of *side* and *third* moves by *moved*, where through and third stand at *held*.

    >>> push_text("ISR", "UKR", "RUS", -0.3, -0.9)
    'ISR moves nearer to UKR, and UKR and RUS are foes (-0.90)'
    """
    nearer = "nearer to" if moved * held > 0 else "away from"
    stand = "friends" if held > 0 else "foes"
    return f"{side} moves {nearer} {through}, and {through} and {third} are {stand} ({held:+.2f})"


def _pushed(
    ties: Mapping[tuple[str, str], tuple[float, float, float]],
    side: str,
    through: str,
    third: str,
    change: float,
) -> Shift | None:
    """How the tie of *side* and *third* moves when side-through moves by *change*."""
    held = ties.get(_pair(through, third), (0.0,))[0]
    before = ties.get(_pair(side, third), (0.0,))[0]
    moved = RATE * change * held * (1 - before * before)
    if abs(moved) < LEAST:
        return None
    text = push_text(side, through, third, moved, held)
    because = {
        "triad": sorted((side, through, third)),
        "through": through,
        "tie": {"a": through, "b": third, "alignment": held},
        "text": text,
    }
    return Shift(side, third, before, moved, (because,))


def _ties(
    network: SignedGraph | Iterable[Any],
) -> dict[tuple[str, str], tuple[float, float, float]]:
    """Pair → alignment, friendly and hostile mass."""
    if isinstance(network, SignedGraph):
        made = {}
        for pair, tie in network.ties.items():
            size = min(abs(tie), 0.99)
            mass = SHRINK * size / (1 - size)  # the mass of one sign that shows just this tie
            made[pair] = (tie, mass * (tie > 0), mass * (tie < 0))
        return made
    rows = (
        row if isinstance(row, Mapping) else {n: getattr(row, n) for n in _FIELDS}
        for row in network
    )
    return {_pair(r["a"], r["b"]): (r["alignment"], r["friendly"], r["hostile"]) for r in rows}


_FIELDS = ("a", "b", "alignment", "friendly", "hostile")


def _pair(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


def _linked(
    warnings: Iterable[Mapping[str, Any]], x: str, y: str
) -> tuple[dict[tuple[str, str], list[Mapping[str, Any]]], list[Mapping[str, Any]]]:
    """The threats that bear on the two, by pair, and in the order given."""
    by_pair: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    seen: list[Mapping[str, Any]] = []
    for event in warnings:
        if event.get("type") != "THREATEN" or event.get("status") == "negated":
            continue
        actors, recipients = (
            sorted({place(p["code"]) for p in event[side] if p.get("code")})
            for side in ("actor", "recipient")
        )
        for actor in actors:
            for recipient in recipients:
                if actor == recipient or not {actor, recipient} & {x, y}:
                    continue
                condition = event.get("condition")
                told = f": {condition}" if condition else ""
                made: Mapping[str, Any] = {
                    "warning": event.get("id"),
                    "report_id": event.get("report_id"),
                    "actor": actor,
                    "recipient": recipient,
                    "condition": condition,
                    "evidence": event.get("evidence"),
                    "text": f"{actor} warned {recipient}{told}",
                    "sentence": event.get("sentence"),
                    "outlet": event.get("outlet"),
                    "published": event.get("published"),
                }
                by_pair.setdefault(_pair(actor, recipient), []).append(made)
                seen.append(made)
    return by_pair, seen


def _warned(shift: Shift, linked: Mapping[tuple[str, str], list[Mapping[str, Any]]]) -> Shift:
    """The shift with the threats that were told between its two."""
    told = linked.get(_pair(shift.a, shift.b), [])
    return Shift(shift.a, shift.b, shift.before, shift.change, (*shift.because, *told))
