from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

import duckdb
import pytest

from dragoman.relations.signs import Tally, signs_of, tallied, tally
from planted import history
from relations.test_weigh import COLUMNS, DAY, act, fill


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as made:
        columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        made.execute(f"CREATE TABLE acts ({columns})")
        yield made


def dated(*acts: dict[str, Any]) -> list[tuple[date, dict[str, Any]]]:
    return [(a["day"], a) for a in acts]


def test_a_happening_is_one_sign_on_its_first_day() -> None:
    first = act("IRN", "AID", "RUS", happening_id="x", confidence=0.5)
    later = first | {"text_id": "other", "day": DAY + timedelta(3)}
    (sign,) = signs_of(dated(later, first))
    assert (sign.day, sign.friendly, sign.belief) == (DAY, True, 0.75)


def test_what_is_told_both_ways_alike_is_no_sign() -> None:
    friendly = act("IRN", "AID", "RUS", happening_id="x")
    assert signs_of(dated(friendly, act("IRN", "ACCUSE", "RUS", happening_id="x"))) == []


def test_statements_count_on_their_own_days() -> None:
    said = act("IRN", "AID", "RUS", kind="stated", happening_id=None)
    again = said | {"event_id": "again", "text_id": "again"}
    later = again | {"day": DAY + timedelta(1)}
    assert [sign.day for sign in signs_of(dated(said, again, later))] == [DAY, later["day"]]


def test_signs_are_counted_by_pair_and_half_year() -> None:
    told = [
        act("RUS", "AID", "IRN", day=date(2022, 6, 30)),
        act("IRN", "ACCUSE", "RUS", day=date(2022, 7, 1)),
        act("IRN", "AID", "RUS", day=date(2022, 12, 31), share=0.5),
        act("MLI", "AID", "TCD"),
        act("MLI", "AID", "RUS", day=None),
    ]
    first, second = tally(told, ["RUS"])
    assert first == Tally("IRN", "RUS", 4044, 1, 0, 1.0, first.reliability)
    assert second == Tally("IRN", "RUS", 4045, 1, 1, 0.75, second.reliability)
    assert (first.reliability, second.reliability) == pytest.approx((0.95, 0.7125))


@pytest.mark.parametrize("seed", range(3))
def test_plain_rows_and_sql_count_alike(connection: duckdb.DuckDBPyConnection, seed: int) -> None:
    chance = Random(seed)
    told = history(seed, places=4, rate=4.0, misread=True).acts
    for row in told:
        if chance.random() < 0.1:
            row |= {"share": 0.25, "mutual": True}
        if chance.random() < 0.1:
            row |= {"kind": "stated", "happening_id": None}
        if chance.random() < 0.1:
            row |= {"day": None}
    fill(connection, told)
    sql, values = tallied(["ABA", "AAA"])
    rows = [Tally(*row) for row in connection.execute(sql, values).fetchall()]
    for ours, theirs in zip(tally(told, ["AAA", "ABA"]), rows, strict=True):
        assert (ours.a, ours.b, ours.half) == (theirs.a, theirs.b, theirs.half)
        assert (ours.friendly, ours.hostile) == (theirs.friendly, theirs.hostile)
        assert ours.share == pytest.approx(theirs.share)
        assert ours.reliability == pytest.approx(theirs.reliability)
