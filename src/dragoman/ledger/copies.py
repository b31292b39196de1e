# The same story on a hundred sites is one text with a hundred copies.
# Rule 1: a link is a fact about two texts: how much of the shorter one stands in the other. It
#   is found once, when the later of the two is in the ledger, and kept in the table "copies",
#   to which rows are only added. Groups are worked out from the links when a ledger is opened,
#   among the reports that are seen: so an older state has its own groups.
# Rule 2: what no run has linked yet is linked in memory when a ledger is opened. Whether links
#   are kept changes how long that takes, never what is seen.
# Rule 3: of two runs at the same time each compares what has no rows here with all that it
#   sees. The states that they see lie one within the other, so that every pair is met by one.
# How the limits were chosen is in docs/reference/copies.md, and benchmarks/twins.py measures them.
"""Near-copies, grouped over the whole ledger as it grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from dragoman.body import twins
from dragoman.ledger.tables import SCHEMAS

Plain = dict[str, Any]
#: What decides that two texts are copies; all shares are of the shorter text.
LIMITS: Mapping[str, float] = {
    "numbers": twins.NUMBERS,
    "marks": twins.MARKS,
    "length": twins.WORDS,
    "heads": 3,  # texts of a band that all others are compared with
    "least_runs": 16,  # shorter texts are copies only of the very same words
    "least_part": 0.25,  # of a longer text than four times as many: a digest of many stories
    "least_words": 0.45,  # share of common runs of words, at least
    "least_marks": 0.72,  # share of common names and figures, at least
    "doubt": 2.0,  # standard errors by which they may fall short of what the words promise
    "few_marks": 5,  # with fewer names and figures the words alone decide
    "sure_words": 0.7,
}
#: Two texts of which the shorter is at least this part of the longer are linked whatever others
#: they are linked to.
WHOLE = 0.95
_FRESH = """
    SELECT reading_id FROM raw_reports SEMI JOIN current_readings USING (reading_id)
    WHERE minhash IS NOT NULL
        AND reading_id NOT IN (SELECT reading_id FROM raw_copies WHERE reading_id IS NOT NULL)
    ORDER BY reading_id
"""
#: Links that count, each with what says how old its two texts are. A text that is much shorter
#: than others goes with the one that holds most of it: what two stories have in common does
#: not make them one.
_COUNTED = """
    WITH seen AS (
        SELECT text_id, min((entered, report_id)) AS first
        FROM raw_reports SEMI JOIN current_readings USING (reading_id) GROUP BY text_id
    )
    SELECT l.text_id, l.other, a.first, b.first
    FROM links l JOIN seen a ON a.text_id = l.text_id JOIN seen b ON b.text_id = l.other
    QUALIFY part >= $whole OR row_number() OVER (
        PARTITION BY l.text_id, part >= $whole ORDER BY words + coalesce(marks, 0) DESC, b.first
    ) = 1
"""
_KEPT = """
    INSERT INTO links
    SELECT DISTINCT text_id, other, part, words, marks, true FROM raw_copies WHERE other IS NOT NULL
"""
_FOUND = "INSERT INTO links SELECT text_id, other, part, words, marks, false FROM ({find})"
_GROUPS = pa.schema([("text_id", pa.string()), ("group_id", pa.string())])


def settle(connection: duckdb.DuckDBPyConnection, find: str) -> None:
    """Fill the tables "links" and "text_groups" of a connection (``views.sql``).

    Args:
        connection: sees one state of a ledger.
        find: the text of ``copies.sql``.
    """
    connection.execute(_KEPT)
    if connection.execute(f"{_FRESH} LIMIT 1").fetchall():
        connection.execute(_FOUND.format(find=find), dict(LIMITS))
    groups = grouped(connection.execute(_COUNTED, {"whole": WHOLE}).fetchall())
    if groups:
        columns = [list(groups), list(groups.values())]
        connection.register("found_groups", pa.table(columns, schema=_GROUPS))
        connection.execute("INSERT INTO text_groups SELECT * FROM found_groups")
        connection.unregister("found_groups")


def fresh(connection: duckdb.DuckDBPyConnection) -> list[Plain]:
    """Return the rows of the table "copies" that are still to be kept.

    One for each reading that was not compared when this connection was opened, and one for
    each link that was found then.
    """
    nothing = dict.fromkeys(SCHEMAS["copies"].names)
    compared = [nothing | {"reading_id": one} for (one,) in connection.execute(_FRESH).fetchall()]
    named = ("text_id", "other", "part", "words", "marks")
    query = f"SELECT {', '.join(named)} FROM links WHERE NOT kept ORDER BY ALL"  # noqa: S608
    links = [dict(zip(named, row, strict=True)) for row in connection.execute(query).fetchall()]
    return compared + [nothing | link for link in links]


def grouped(links: Iterable[tuple[str, str, Any, Any]]) -> dict[str, str]:
    """Return for each text of a link the oldest text of its group.

    Args:
        links: two texts, and for each what says how old it is: the smaller, the older.

    >>> grouped([("b", "a", 2, 1), ("c", "b", 3, 2), ("e", "d", 5, 4)])
    {'b': 'a', 'a': 'a', 'c': 'a', 'e': 'd', 'd': 'd'}
    """
    leader: dict[str, str] = {}
    age: dict[str, Any] = {}

    def lead(text: str) -> str:
        while leader[text] != text:
            leader[text] = leader[leader[text]]
            text = leader[text]
        return text

    for one, other, age_of_one, age_of_other in links:
        age[one], age[other] = age_of_one, age_of_other
        first, second = (lead(leader.setdefault(text, text)) for text in (one, other))
        young, old = (first, second) if age[second] < age[first] else (second, first)
        leader[young] = old
    return {text: lead(text) for text in leader}
