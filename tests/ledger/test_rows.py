from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.ledger.entry import Entry
from dragoman.ledger.rows import rows_of
from dragoman.ledger.tables import FIELDS, SCHEMAS
from ledger.synthetic import Plain, ledger, reading, sale

SCHEMA = Path(__file__).parents[2] / "docs" / "reference" / "schema.md"
#: Keys whose value is an object: they lie in columns of their own, or in another table; and such as
#: few objects have: they lie in "more".
NESTED = {
    "counts",
    "actor",
    "recipient",
    "trigger",
    "speaker",
    "cue",
    "content",
    "statements",
    "more",
    "topic",
}


def columns(entry: Entry) -> dict[str, list[Plain]]:
    return rows_of(entry, batch="b", run_id="r", entered=datetime.now(UTC))


def keys_of(section: str) -> set[str]:
    """First column of the table in a section of the schema's page."""
    text = (
        SCHEMA.read_text(encoding="utf-8").partition(f"\n## {section}\n")[2].partition("\n## ")[0]
    )
    return set(re.findall(r"^\| `(\w+)` \|", text, re.M))


@pytest.mark.parametrize("table", [t for t in FIELDS if t != "parties"])
def test_every_key_of_the_schema_has_a_column(table: str) -> None:
    kept = {path[0] for path in FIELDS[table].values()}
    assert keys_of(table) - NESTED <= kept


def test_rows_have_the_columns_of_their_table_and_no_others() -> None:
    for table, rows in columns(sale()).items():
        assert all(set(row) == set(SCHEMAS[table].names) for row in rows), table


def test_what_was_entered_comes_back(tmp_path: Path) -> None:
    entry = sale()
    assert ledger(tmp_path, entry, sale(1)).reading(entry.id) == entry.reading


def test_keys_keep_their_order(tmp_path: Path) -> None:
    entry = sale()
    assert list(ledger(tmp_path, entry).reading(entry.id)) == list(entry.reading)


def test_keys_that_are_not_known_yet_come_back(tmp_path: Path) -> None:
    entry = sale(mood=["grave"])
    event = entry.reading["events"][0]
    event["certainty"] = {"words": ["ä"]}
    event["trigger"]["lemma"] = "sell"
    entry.reading["claims"][0]["speaker"]["gender"] = None
    assert ledger(tmp_path, entry).reading(entry.id) == entry.reading


def test_an_event_whose_actors_are_not_said_to_act_on_each_other_comes_back_so(
    tmp_path: Path,
) -> None:
    entry = sale()
    for event in entry.reading["events"]:
        del event["reciprocal"]
    assert ledger(tmp_path, entry).reading(entry.id) == entry.reading


def test_an_empty_reading_comes_back(tmp_path: Path) -> None:
    entry = Entry(name="a", text="Nothing.", reading=reading(published=None, outlet=None))
    assert ledger(tmp_path, entry).reading(entry.id) == entry.reading


@pytest.mark.parametrize("words", ["a\x00b", "\u202e", "😀", "a" * 70_000, "'; DROP TABLE x; --"])
def test_foreign_words_are_kept_as_they_are(tmp_path: Path, words: str) -> None:
    skipped = {"stage": "body", "reason": words, "text": words, "start": None, "end": None}
    entry = Entry(name=words, text=words, reading=reading(skipped=[skipped], outlet=words))
    reader = ledger(tmp_path, entry)
    assert reader.reading(entry.id) == entry.reading
    assert reader.rows_of("SELECT text, outlet FROM reports") == [(words, words)]


def test_what_no_file_can_hold_is_marked(tmp_path: Path) -> None:
    entry = Entry(name="a\ud800.txt", text="x", reading=reading())
    assert ledger(tmp_path, entry).rows_of("SELECT name FROM reports") == [("a\ufffd.txt",)]


def test_transfers_and_agreements_get_ids_of_their_content() -> None:
    first, again = (columns(sale()) for _ in range(2))
    for table in ("transfers", "agreements"):
        assert [row["id"] for row in first[table]] == [row["id"] for row in again[table]]


def test_custody_is_kept(tmp_path: Path) -> None:
    taken = datetime(2024, 3, 5, 12, 30, tzinfo=UTC)
    facts: dict[str, Any] = {"source_sha256": "ab", "record": 3, "record_offset": 2**40}
    entry = Entry(
        name="a", text="x", reading=reading(), taken=taken, minhash=(1, 2**32 - 1), **facts
    )
    query = "SELECT source_sha256, record, record_offset, taken, minhash, sha256 FROM reports"
    (row,) = ledger(tmp_path, entry).rows_of(query)
    assert row == ("ab", 3, 2**40, taken.replace(tzinfo=None), [1, 2**32 - 1], entry.sha256)
