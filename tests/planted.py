"""Generated histories in which alliances, breaks and noise are known, because they were planted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp, prod
from random import Random
from typing import Any

from dragoman.events.event import COOPERATIVE, TYPES
from dragoman.events.senses import score_of
from dragoman.relations.credence import belief, load_half_lives

START = date(2020, 1, 1)
FRIENDLY = tuple(t for t in TYPES if t in COOPERATIVE)
HOSTILE = tuple(t for t in TYPES if score_of(t, None) < 0)


@dataclass(frozen=True, slots=True)
class History:
    """Acts as rows of the view ``acts``, and what was planted."""

    acts: list[dict[str, Any]]
    blocs: list[set[str]]
    friendly: Mapping[tuple[str, str], float]  #: chance of a friendly act before a break
    breaks: Mapping[tuple[str, str], date]  #: day from which it is one less that chance
    end: date  #: first day after

    def truth(self, pair: tuple[str, str], start: date, end: date) -> float:
        """The alignment that endless reporting of the same kind would show from *start* to *end*."""
        lives = load_half_lives()
        sums = [0.0, 0.0]
        for k in range((end - start).days):
            day = start + timedelta(k)
            chance = self.friendly[pair]
            if pair in self.breaks and day >= self.breaks[pair]:
                chance = 1 - chance
            age = (end - day).days - 1
            for side, (types, part) in enumerate(((FRIENDLY, chance), (HOSTILE, 1 - chance))):
                for type_ in types:
                    sums[side] += (
                        part * abs(score_of(type_, None)) * 2 ** (-age / lives[type_]) / len(types)
                    )
        return (sums[0] - sums[1]) / (sums[0] + sums[1])


def history(
    seed: int,
    *,
    places: int = 12,
    blocs: int = 2,
    months: int = 24,
    rate: float = 2.0,
    noise: float = 0.2,
    density: float = 0.6,
    broken: float = 0.0,
    misread: bool = False,
    margin: float = 0.25,
) -> History:
    """Plant *blocs* of *places*, and let them act on each other.

    Args:
        rate: happenings a month of each pair that has any.
        noise: chance that an act has the other sign than the pair's.
        density: share of pairs that have any; *broken*: share of these that turn round once.
        misread: acts err as their texts are believed: beside the noise, one that is believed with
            chance q has a random sign with chance 1 - q.
        margin: share of the time, at its beginning and at its end, in which nobody turns round.
    """
    chance = Random(seed)
    codes = [f"{chr(65 + k // 26)}{chr(65 + k % 26)}A" for k in range(places)]
    of = {code: k % blocs for k, code in enumerate(codes)}
    end = START
    for _ in range(months):
        end = (end + timedelta(31)).replace(day=1)
    acts: list[dict[str, Any]] = []
    friendly: dict[tuple[str, str], float] = {}
    breaks: dict[tuple[str, str], date] = {}
    days = (end - START).days
    for k, a in enumerate(codes):
        for b in codes[k + 1 :]:
            if chance.random() > density:
                continue
            friendly[a, b] = 1 - noise if of[a] == of[b] else noise
            if chance.random() < broken:
                first, last = int(days * margin), int(days * (1 - margin))
                breaks[a, b] = START + timedelta(chance.randrange(first, last))
            for day in range(days):
                if chance.random() < 1 - exp(-rate / 30.4):
                    told = _happening(chance, (a, b), START + timedelta(day), friendly, breaks)
                    acts += _misread(chance, told) if misread else told
    chance.shuffle(acts)
    planted = [{c for c in codes if of[c] == k} for k in range(blocs)]
    return History(acts, planted, friendly, breaks, end)


def _happening(
    chance: Random,
    pair: tuple[str, str],
    day: date,
    friendly: Mapping[tuple[str, str], float],
    breaks: Mapping[tuple[str, str], date],
) -> list[dict[str, Any]]:
    """One happening, as one to three texts tell it, each with up to four copies."""
    share = friendly[pair]
    if pair in breaks and day >= breaks[pair]:
        share = 1 - share
    type_ = chance.choice(FRIENDLY if chance.random() < share else HOSTILE)
    a, b = pair if chance.random() < 0.5 else pair[::-1]
    told = []
    name = f"{chance.getrandbits(60):015x}"
    status = chance.choices(("actual", "possible", "requested"), (8, 1, 1))[0]
    for text in range(chance.choices((1, 2, 3), (6, 3, 1))[0]):
        claimed = chance.random() < 0.4
        row = {
            "text_id": f"text-{name}-{text}", "happening_id": f"happening-{name}",
            "source": a, "target": b, "actor": a, "recipient": b, "share": 1.0, "mutual": False,
            "type": type_, "mode": None, "score": score_of(type_, None), "status": status,
            "historical": False, "day": day, "published": day, "outlet": "Wire",
            "confidence": chance.uniform(0.5, 0.95), "claim_id": "c" if claimed else None,
            "stance": "asserts" if claimed else None,
            "speaker": chance.choice((a, b, None, "ZZZ")) if claimed else None, "kind": "act",
        }  # fmt: skip
        for copy in range(1 + (chance.random() < 0.3) * chance.randrange(1, 5)):
            here = f"{name}-{text}-{copy}"
            told.append(row | {"event_id": f"event-{here}", "report_id": f"report-{here}"})
    return told


def _misread(chance: Random, told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The happening as it is told, or with a random type if none of its texts is right."""
    texts = {row["text_id"]: belief(row) for row in told}
    if chance.random() < 1 - prod(1 - x for x in texts.values()):
        return told
    type_ = chance.choice(FRIENDLY if chance.random() < 0.5 else HOSTILE)
    return [row | {"type": type_, "score": score_of(type_, None)} for row in told]


def adjusted_rand(first: list[set[str]], second: list[set[str]]) -> float:
    """Agreement of two partitions of the same things, 1 for equal ones, 0 as by chance.

    Source: L. Hubert and P. Arabie, "Comparing partitions", Journal of Classification 2 (1985).
    """

    def pairs(n: int) -> float:
        return n * (n - 1) / 2

    both = sum(pairs(len(x & y)) for x in first for y in second)
    one, two = (sum(pairs(len(x)) for x in part) for part in (first, second))
    total = pairs(sum(len(x) for x in first))
    expected = one * two / total
    most = (one + two) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)
