# Disputes as their definition has them: every position is compared with every other one of its doer, in plain
# Python. What the ledger asks instead (disputes.sql, meets.sql, bridges.sql) must find the same.
from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from dragoman.ledger.disputes import find_disputes
from dragoman.ledger.query import Reader
from ledger.news import make

Position = dict[str, Any]
Sides = tuple[frozenset[str], frozenset[str]]
AWAY = date(1, 1, 1)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return Reader(make(tmp_path_factory.mktemp("opponents") / "ledger", 6_000, states=16))


@pytest.fixture(scope="module")
def kept(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """The same, from what is kept."""
    folder = make(tmp_path_factory.mktemp("kept") / "ledger", 6_000, states=16)
    other = Reader(folder, least=0)
    other.keep()
    assert other.has("positions")
    return other


def same_act(f: Position, a: Position) -> bool:
    if f["source"] != a["source"] or f["family"] != a["family"]:
        return False
    one_report = f["reading_id"] == a["reading_id"]
    if f["target"] and f["target"] == a["target"]:
        return True
    unsaid = f["target"] is None or a["target"] is None
    if one_report and unsaid and f["rule"] is not None and f["rule"] == a["rule"]:
        return True
    accused = a["speaks"] == f["source"] and f["speaks"] is not None and f["speaks"] == f["target"]
    return one_report and a["target"] is None and accused


def at_one_time(f: Position, a: Position, within: int) -> bool:
    if (f["day"] or f["last_day"]) and (a["day"] or a["last_day"]):
        first = [one["day"] or one["last_day"] for one in (f, a)]
        last = [one["last_day"] or one["day"] for one in (f, a)]
        return all((first[k] - last[1 - k]).days <= within for k in (0, 1))
    if f["reading_id"] == a["reading_id"]:
        return True
    days: list[date] = [one["published"] for one in (f, a) if one["published"]]
    return len(days) == 2 and abs((days[0] - days[1]).days) <= within


def wanted_of(f: Position, a: Position, wanted: dict[str, Any]) -> bool:
    target = f["target"] or a["target"]
    ends = {f["source"], target or f["speaks"]}
    days = [one["happened"] or AWAY for one in (f, a)]
    return (
        wanted.get("actor") in (None, f["source"])
        and wanted.get("recipient") in (None, target)
        and ("pair" not in wanted or ends == {*wanted["pair"]})
        and ("type" not in wanted or wanted["type"] in (f["type"], a["type"]))
        and ("since" not in wanted or max(days) >= wanted["since"])
        and ("until" not in wanted or min(days) <= wanted["until"])
    )


def opponents(
    positions: list[Position], wanted: dict[str, Any], within: int
) -> Iterator[tuple[int, int]]:
    denials = defaultdict(list)
    for n, one in enumerate(positions):
        if one["side"] == "against":
            denials[one["source"]].append(n)
    for n, f in enumerate(positions):
        for m in denials[f["source"]] if f["side"] == "for" else ():
            a = positions[m]
            claimed = f["claimed"] or a["claimed"]
            if (
                claimed
                and f["voice"] != a["voice"]
                and same_act(f, a)
                and at_one_time(f, a, within)
                and wanted_of(f, a, wanted)
            ):
                yield n, m


def compared(reader: Reader, wanted: dict[str, Any], within: int) -> Counter[Sides]:
    """The events for and against of each quarrel: what is joined by contradictions.

    An event of many parties may stand in several quarrels, with the same opponents.
    """
    positions = reader.dicts("FROM positions_read")
    met = defaultdict(set)
    for f, a in opponents(positions, wanted, within):
        met[f].add(a)
        met[a].add(f)
    found: Counter[Sides] = Counter()
    left = set(met)
    while left:
        group, new = set(), {left.pop()}
        while new:
            group |= new
            new = {other for one in new for other in met[one]} - group
        left -= group
        sides = [
            frozenset(positions[n]["event_id"] for n in group if positions[n]["side"] == side)
            for side in ("for", "against")
        ]
        found[sides[0], sides[1]] += 1
    return found


@pytest.mark.parametrize(
    ("wanted", "within"),
    [
        ({}, 30),
        ({}, 3),
        ({"since": date(2010, 3, 1), "until": date(2010, 3, 31)}, 30),
        ({"since": date(2010, 1, 1), "until": date(2010, 12, 31)}, 90),
        ({"since": date(2015, 6, 1)}, 30),
        ({"until": date(2008, 2, 29)}, 10),
        ({"pair": ("AAA", "ABA")}, 30),
        ({"actor": "AAA", "type": "ASSAULT", "until": date(2012, 6, 1)}, 30),
        ({"actor": "ABA", "recipient": "AAA"}, 365),
        ({"recipient": "AAA", "since": date(2009, 1, 1), "until": date(2013, 1, 1)}, 30),
    ],
)
def test_disputes_are_what_comparing_all_with_all_finds(
    reader: Reader, kept: Reader, wanted: dict[str, Any], within: int
) -> None:
    expected = compared(reader, wanted, within)
    assert expected
    for asked in (reader, kept):
        found = find_disputes(asked, wanted, within)
        sides = [
            tuple(
                frozenset(claim["event_id"] for claim in claims)
                for claims in (one.claims_for, one.claims_against)
            )
            for one in found
        ]
        assert Counter(sides) == expected
