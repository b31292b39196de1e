# The whole system of states, month by month: alignments in one statement, then for each month the
# signed network, its balance (triads, walks, exact frustration) and its blocs. One core.
"""Seconds for 200 states over 240 months.

python benchmarks/states.py
python benchmarks/states.py --acts 10000000 --threads 2 --only-alignments
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import defaultdict
from collections.abc import Sequence

import duckdb

from dragoman.relations.weigh import Alignment, alignments, statement
from dragoman.structure.balance import triads, walk_balance
from dragoman.structure.blocs import find_blocs
from dragoman.structure.frustration import Frustration, frustration
from dragoman.structure.graph import graph_from

#: Two camps with noise and neutrals, a few busy states; each happening in three texts, each text twice.
ACTS = """
CREATE TABLE acts AS
WITH drawn AS (
    SELECT i, i // 6 AS h,
        ($states * pow(hash(i // 6 * 7 + 1) % 1000003 / 1000003.0, 2))::INTEGER AS s,
        ($states * pow(hash(i // 6 * 11 + 5) % 1000003 / 1000003.0, 2))::INTEGER AS t,
        hash(i // 6 * 13) % ($months * 30) AS d,
        hash(i // 6 * 17) % 100 < 80 AS as_planted, (hash(i // 6 * 19) % 4)::INTEGER AS which
    FROM range($acts) r(i)
)
SELECT 'event-' || i AS event_id, 'report-' || i AS report_id, 'text-' || i // 2 AS text_id,
    'happening-' || h AS happening_id,
    chr(65 + s // 26) || chr(65 + s % 26) || 'A' AS source,
    chr(65 + t // 26) || chr(65 + t % 26) || 'A' AS target,
    source AS actor, target AS recipient, 1.0::DOUBLE AS share, false AS mutual,
    CASE WHEN (s % 2 = t % 2) = as_planted THEN (['AID', 'SUPPORT', 'CONSULT', 'COOPERATE'])[which + 1]
         ELSE (['ASSAULT', 'ACCUSE', 'SANCTION', 'REJECT'])[which + 1] END AS type,
    NULL::VARCHAR AS mode,
    CASE type WHEN 'AID' THEN 10 WHEN 'SUPPORT' THEN 5 WHEN 'CONSULT' THEN 2.5 WHEN 'COOPERATE' THEN 9.5
        WHEN 'ASSAULT' THEN -9 WHEN 'ACCUSE' THEN -3 WHEN 'SANCTION' THEN -6 ELSE -2 END::DOUBLE AS score,
    'actual' AS status, false AS historical, DATE '2004-01-01' + d::INTEGER AS day, day AS published,
    'Wire' AS outlet, 0.8::DOUBLE AS confidence,
    CASE WHEN i % 3 = 0 THEN 'claim-' || i END AS claim_id,
    CASE WHEN i % 3 = 0 THEN 'asserts' END AS stance, NULL::VARCHAR AS speaker, 'act' AS kind
FROM drawn WHERE s <> t
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the seconds of each part."""
    for library in ("OMP", "OPENBLAS"):  # one core, for the linear algebra as well
        os.environ[f"{library}_NUM_THREADS"] = "1"
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--states", type=int, default=200)
    parser.add_argument("--months", type=int, default=240)
    parser.add_argument("--acts", type=int, default=2_000_000)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--only-alignments", action="store_true")
    chosen = parser.parse_args(arguments)
    connection = duckdb.connect(config={"threads": chosen.threads})
    sizes = {"states": chosen.states, "months": chosen.months, "acts": chosen.acts}
    connection.execute(ACTS, sizes)
    sql, parameters = statement(every="month")
    for turn in ("first", "warm"):
        start, busy = time.perf_counter(), time.process_time()
        connection.execute(f"CREATE OR REPLACE TEMP TABLE made AS {sql}", parameters)
        wall, busy = time.perf_counter() - start, time.process_time() - busy
        print(f"alignments of all pairs and months, {turn}: {wall:.2f} s, {busy:.2f} s of CPU")
    (count,) = connection.execute("SELECT count(*) FROM made").fetchone() or (0,)
    print(f"  {chosen.acts:,} acts, {count:,} rows, {chosen.threads} threads")
    if not chosen.only_alignments:
        structure(connection)
    return 0 if count else 1


def structure(connection: duckdb.DuckDBPyConnection) -> None:
    """Time the balance and blocs of every month."""
    seconds: dict[str, float] = defaultdict(float)
    ties = 0
    gaps = []
    start = time.perf_counter()
    months: dict[object, list[Alignment]] = defaultdict(list)
    for row in alignments(connection, every="month"):
        months[row.start].append(row)
    seconds["alignments as objects"] = time.perf_counter() - start
    for rows in months.values():
        at = time.perf_counter()
        graph = graph_from(rows)
        seconds["network"] += time.perf_counter() - at
        ties += len(graph.ties)
        for name, part in (
            ("triads", triads), ("walks", walk_balance), ("frustration", frustration), ("blocs", find_blocs),
        ):  # fmt: skip
            now = time.perf_counter()
            made = part(graph)
            if isinstance(made, Frustration):
                gaps.append((made.index, made.gap))
            seconds[name] += time.perf_counter() - now
    for name, spent in seconds.items():
        print(f"  {name:<22}{spent:7.2f} s")
    print(f"  all                   {sum(seconds.values()):7.2f} s for {len(months)} months")
    index = sum(index for index, _ in gaps) / len(gaps)
    solved = sum(not gap for _, gap in gaps)
    print(
        f"  {ties / len(months):.0f} ties a month, {index:.0f} frustrated; proven in {solved} months, "
        f"in the others at most {max(gap for _, gap in gaps):.0f} too many"
    )


if __name__ == "__main__":
    sys.exit(main())
