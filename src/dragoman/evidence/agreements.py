# Pacts that a report names, and who stands how to them in its sentences.
# Rule 1: a pact is named by the almanac or by its own words ("the 2015 pact").
# Rule 2: who joined, left or negotiates is read from the events of the report,
#   never from what is known of the pact.
"""Agreements: name, parties, who withdrew, who negotiates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, many, rows
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.events.event import Event

_UNNAMED = re.compile(
    r"\b(?:the|a|an|its|their|new|original)\s+(?:[\w-]+\s){0,2}?(?P<year>(?:19|20)\d\d)?\s?"
    r"(?:[\w-]+\s){0,2}?(?:pact|accord|treaty|truce|ceasefire|cease-fire|agreement|nuclear deal|peace deal)\b",
    re.IGNORECASE,
)
_JOINING = frozenset({"SUPPORT", "COOPERATE"})
_TALKING = frozenset({"AGREE", "CONSULT"})


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement as one report speaks of it."""

    name: str
    parties: tuple[str, ...]
    withdrawn: tuple[str, ...]
    negotiating: tuple[str, ...]
    date: str | None
    span: Span


@cache
def load_pacts() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A pattern of all names, and name → (usual name, date)."""
    known = {}
    for _, row in rows(ALMANAC / "evidence" / "pacts.csv", ("name", "names", "date")):
        for name in (row["name"], *many(row["names"])):
            known[name] = (row["name"], row["date"])
    longest = sorted(known, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b"), known


def find_agreements(
    text: str, sentences: Sequence[Sentence], events: Sequence[Event]
) -> tuple[Agreement, ...]:
    """Return the agreements of a report, one for each name, in the order of first mention."""
    pattern, known = load_pacts()
    found: dict[str, Agreement] = {}
    ordered = sorted(events, key=lambda e: e.trigger)
    starts = [e.trigger.start for e in ordered]
    for sentence in sentences:
        part = sentence.span.of(text)
        match = pattern.search(part)
        if match is not None:
            name, day = known[match.group(0)]
        else:
            match = _UNNAMED.search(part)
            if match is None:
                continue
            name, day = match.group(0), match.group("year") or ""
        low = bisect_left(starts, sentence.span.start)
        high = bisect_left(starts, sentence.span.end)
        here = [e for e in ordered[low:high] if e.status in ("actual", "possible")]
        roles = _roles(here)
        before = found.get(name)
        found[name] = Agreement(
            name,
            _joined(before.parties if before else (), roles["parties"]),
            _joined(before.withdrawn if before else (), roles["withdrawn"]),
            _joined(before.negotiating if before else (), roles["negotiating"]),
            day or (before.date if before else None) or None,
            before.span if before else sentence.span,
        )
    return tuple(a for a in found.values() if a.parties or a.withdrawn or a.negotiating)


def _joined(first: tuple[str, ...], second: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))


def _roles(events: Sequence[Event]) -> dict[str, list[str]]:
    roles: dict[str, list[str]] = {"parties": [], "withdrawn": [], "negotiating": []}
    for event in events:
        codes = [p.code for p in event.actor if p.code]
        if event.type == "REJECT" and "withdraw" in event.rule:
            roles["withdrawn"] += codes
        elif event.type in _JOINING and event.status == "actual" and not event.recipient:
            roles["parties"] += codes
        elif event.type in _TALKING:
            roles["negotiating"] += codes
    return roles
