from __future__ import annotations

from datetime import timedelta

import duckdb
import pytest

from dragoman.relations.strongest import strongest
from dragoman.structure.ranking import last_day, ranked
from planted import history
from relations.test_weigh import COLUMNS

PLANTED = history(3, places=5, months=6)
PAIR = ("AAA", "ACA")


@pytest.fixture(scope="module")
def connection() -> duckdb.DuckDBPyConnection:
    made = duckdb.connect()
    made.execute(f"CREATE TABLE acts ({', '.join(f'{k} {v}' for k, v in COLUMNS.items())})")
    rows = [[act[name] for name in COLUMNS] for act in PLANTED.acts]
    made.executemany(f"INSERT INTO acts VALUES ({', '.join('?' * len(COLUMNS))})", rows)
    return made


@pytest.mark.parametrize("sign", [1, -1])
def test_the_database_chooses_as_ranking_does(
    connection: duckdb.DuckDBPyConnection, sign: int
) -> None:
    sql, values = strongest(PAIR, ["ADA"], most=7, most_others=2)
    found = connection.execute(sql, values).fetchall()
    last = last_day(PLANTED.acts)
    for pair, most in ((PAIR, 7), (("AAA", "ADA"), 2), (("ACA", "ADA"), 2)):
        acts = [a for a in PLANTED.acts if {a["source"], a["target"]} == {*pair}]
        wanted = [(a["event_id"], w) for w, a in ranked(acts, last=last, sign=sign)[:most]]
        chosen = [(e, w) for a, b, e, w, f in found if (a, b) == pair and f == (sign > 0)]
        assert [e for e, _ in chosen] == [e for e, _ in wanted]
        assert [w for _, w in chosen] == pytest.approx([w for _, w in wanted])


def test_only_the_pair_and_the_others_named_are_looked_at(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    sql, values = strongest(PAIR[::-1], ["ADA"], most=3, most_others=1)
    pairs = {(a, b) for a, b, *_ in connection.execute(sql, values).fetchall()}
    assert pairs <= {PAIR, ("AAA", "ADA"), ("ACA", "ADA")}
    assert PAIR in pairs


def test_what_lies_outside_the_window_is_not_chosen(connection: duckdb.DuckDBPyConnection) -> None:
    days = {a["event_id"]: a["day"] for a in PLANTED.acts}
    start = PLANTED.end - timedelta(40)
    sql, values = strongest(PAIR, most=50, most_others=0, since=start, until=PLANTED.end)
    found = [days[e] for _, _, e, *_ in connection.execute(sql, values).fetchall()]
    assert found
    assert min(found) >= start
