from __future__ import annotations

import csv
import hashlib
import json
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pyarrow.parquet as pq
import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.entities.register import load_register
from dragoman.events.event import QUADS
from dragoman.ledger import outgoing
from dragoman.ledger.enter import Writer
from dragoman.ledger.folder import open_folder
from dragoman.ledger.outgoing import TABLES, columns, rows, select
from dragoman.ledger.query import Reader
from dragoman.views.exchange.commas import FORMULA, cell, guarded, unguarded
from dragoman.views.exchange.export import FORMATS, export
from dragoman.views.exchange.money import PROPERTIES, load_countries
from dragoman.views.exchange.statements import COLUMNS
from ledger.judging import judge, verdict
from ledger.synthetic import VERSIONS, ledger, sale
from views.exchange.nasty import WORDS, nasty

Plain = dict[str, Any]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    folder = tmp_path_factory.mktemp("exchange") / "l"
    made = nasty(folder)
    judge(folder, verdict("merge", code="IMG-NOBODY", into="IMG-NOBODYELSE", by="\x1b[2J =1+1"))
    return made


def lines(reader: Reader, format_: str, folder: Path) -> list[Plain]:
    path = folder / "out"
    count = export(reader, format_, path)
    made = [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]
    assert len(made) == count
    return made


# --- all formats ----------------------------------------------------------------------
@pytest.mark.parametrize("format_", FORMATS)
def test_one_file_is_written_and_nothing_else(reader: Reader, tmp_path: Path, format_: str) -> None:
    assert export(reader, format_, tmp_path / "out") > 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("format_", FORMATS)
def test_an_empty_ledger_gives_an_empty_export(tmp_path: Path, format_: str) -> None:
    empty = Reader(open_folder(tmp_path / "l"))
    assert export(empty, format_, tmp_path / "out") == 0
    assert (tmp_path / "out").is_file()


@pytest.mark.parametrize("format_", sorted(FORMATS.keys() - {"duckdb"}))
def test_the_same_ledger_gives_the_same_bytes(reader: Reader, tmp_path: Path, format_: str) -> None:
    made = []
    for name in ("a", "b"):
        export(reader, format_, tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


def test_what_is_not_known_is_told(reader: Reader, tmp_path: Path) -> None:
    for words, match in (
        (("xml",), "is no format"), (("csv", "peers"), "is no table"), (("gexf", "events"), "not of one table"),
    ):  # fmt: skip
        table = words[1] if len(words) > 1 else None
        with pytest.raises(LedgerError, match=match):
            export(reader, words[0], tmp_path / "out", table=table)
    assert not list(tmp_path.iterdir())


def test_an_export_is_of_one_state_however_much_is_entered_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outgoing, "PAGE", 1)
    ledger(tmp_path / "l", *(sale(n) for n in range(5)))
    still = outgoing.StillReader(tmp_path / "l")
    found = rows(still, select("reports"))
    names = [next(found)["name"]]
    writer = Writer(tmp_path / "l")
    writer.enter([sale(n) for n in range(5, 40)], writer.start_run(VERSIONS))
    names += [row["name"] for row in found]
    assert sorted(names) == [f"wire/{n}.txt" for n in range(5)]
    assert len(list(rows(Reader(tmp_path / "l"), select("reports")))) == 40


# --- JSON lines -----------------------------------------------------------------------
def test_events_have_the_names_of_plover(reader: Reader, tmp_path: Path) -> None:
    names = {
        "id", "date", "enddate", "actor", "recipient", "event", "mode", "context", "quad_code",
        "event_scale", "event_loc", "event_text", "text", "text_info", "link", "cite_info",
        "coder", "dragoman",
    }  # fmt: skip
    entity = {"code", "sector", "entity_text", "identifier_text"}
    made = lines(reader, "jsonl", tmp_path)
    assert len(made) == 6 + 4 * (len(WORDS) + 1)
    for one in made:
        assert one.keys() <= names
        assert one.keys() >= {"id", "date", "actor", "event", "dragoman"}
        assert one["quad_code"] == QUADS[one["event"][0]]
        for party in (*one["actor"], *one.get("recipient", [])):
            assert party.keys() <= entity


def test_what_plover_lacks_stands_under_one_key(reader: Reader, tmp_path: Path) -> None:
    hit = next(one for one in lines(reader, "jsonl", tmp_path) if one["event"] == ["ASSAULT"])
    assert hit["actor"] == [
        {"code": "IRN", "sector": "MIL", "entity_text": "Iran", "identifier_text": "Iran"}
    ]
    assert hit["event_loc"] == {"extracted_place": "Aleppo, <Syria>"}
    own = hit["dragoman"]
    assert (own["status"], own["actor"][0]["code"]) == ("possible", "IRN-MIL")
    assert (own["claim"]["stance"], own["claim"]["speaker"]["code"]) == ("asserts", "RUS")


def test_a_day_that_nobody_knows_is_null(reader: Reader, tmp_path: Path) -> None:
    days = [one["date"] for one in lines(reader, "jsonl", tmp_path) if not one["dragoman"]["published"]]  # fmt: skip
    assert sorted(days, key=str) == ["2022-02-01", None, None, None]


# --- CSV and columns ------------------------------------------------------------------
@pytest.mark.parametrize("words", [*WORDS, "plain", "it's", "''", "=", "'=1", "\n", "\r"])
def test_a_guarded_text_is_no_formula_and_comes_back(words: str) -> None:
    assert not guarded(words).startswith(FORMULA)
    assert guarded(words) != ""
    assert unguarded(guarded(words)) == words


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (-7.5, "-7.5"), (-3, "-3"), (None, ""), (True, "true"), (1e-9, "1e-09"),
        (["-1", "é"], '["-1", "é"]'), (date(2022, 10, 18), "2022-10-18"), ("-7.5", "'-7.5"),
    ],
)  # fmt: skip
def test_numbers_are_as_they_are_and_texts_guarded(value: Any, shown: str) -> None:
    assert cell(value) == shown


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_lost_in_csv(reader: Reader, tmp_path: Path, table: str) -> None:
    count = export(reader, "csv", tmp_path / "out", table=table)
    kinds = dict(columns(reader, table))
    with (tmp_path / "out").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    assert len(found) == count
    for made, row in zip(found, rows(reader, select(table)), strict=True):
        for name, kind in kinds.items():
            if kind == "VARCHAR":
                assert unguarded(made[name]) == row[name]
            elif kind.endswith("[]"):
                assert (json.loads(made[name]) if made[name] else None) == row[name]
            elif kind in ("DOUBLE", "INTEGER", "BIGINT"):
                assert (float(made[name]) if made[name] else None) == row[name]


@pytest.mark.parametrize("table", TABLES)
def test_nothing_is_lost_in_parquet(reader: Reader, tmp_path: Path, table: str) -> None:
    count = export(reader, "parquet", tmp_path / "out", table=table)
    found = pq.read_table(tmp_path / "out").to_pylist()
    assert found == list(rows(reader, select(table)))
    assert len(found) == count


def test_nothing_is_lost_in_duckdb(reader: Reader, tmp_path: Path) -> None:
    export(reader, "duckdb", tmp_path / "out")
    with duckdb.connect(str(tmp_path / "out"), read_only=True) as database:
        for table in TABLES:
            found = database.sql(f"FROM {table}").fetchall()
            assert found == [tuple(row.values()) for row in rows(reader, select(table))]


def test_pages_change_nothing(
    reader: Reader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for format_ in FORMATS.keys() - {"duckdb", "parquet", "sqlite"}:
        export(reader, format_, tmp_path / format_)
    whole = {table: list(rows(reader, select(table))) for table in TABLES}
    monkeypatch.setattr(outgoing, "PAGE", 3)
    assert {table: list(rows(reader, select(table))) for table in TABLES} == whole
    for format_ in FORMATS.keys() - {"duckdb", "parquet", "sqlite"}:
        export(reader, format_, tmp_path / "again", force=True)
        assert (tmp_path / "again").read_bytes() == (tmp_path / format_).read_bytes()
    assert export(reader, "parquet", tmp_path / "p") == len(whole["events"])
    assert pq.read_table(tmp_path / "p").to_pylist() == whole["events"]
    export(reader, "duckdb", tmp_path / "d")
    with duckdb.connect(str(tmp_path / "d"), read_only=True) as database:
        assert database.sql("SELECT count(*) FROM parties").fetchall() == [(len(whole["parties"]),)]


# --- SQLite ---------------------------------------------------------------------------
@pytest.fixture(scope="module")
def database(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sqlite") / "out.db"
    export(reader, "sqlite", path)
    return path


def asked(path: Path, query: str, *values: Any) -> list[Any]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def test_keys_hold_and_have_an_index(database: Path) -> None:
    assert asked(database, "PRAGMA integrity_check") == [("ok",)]
    assert asked(database, "PRAGMA foreign_key_check") == []
    keys = asked(database, "SELECT m.name, k.\"from\" FROM sqlite_master m, pragma_foreign_key_list(m.name) k")  # fmt: skip
    assert ("events", "report_id") in keys
    assert ("parties", "event_id") in keys
    indexed = asked(database, "SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'")
    for table, column in keys:
        assert (table, f"{table}_{column}") in indexed


@pytest.mark.parametrize("table", ["reports", "events", "claims"])
def test_texts_are_searched_as_datasette_does(database: Path, table: str) -> None:
    (found,) = asked(database, "SELECT sql FROM sqlite_master WHERE name = ?", f"{table}_fts")[0]
    assert "VIRTUAL TABLE" in found
    assert "USING FTS5" in found
    assert f'content="{table}"' in found  # with a blank it would not be found


def test_a_search_finds_the_row_also_after_vacuum(database: Path) -> None:
    query = "SELECT count(*) FROM events WHERE rowid IN (SELECT rowid FROM events_fts WHERE events_fts MATCH 'armed') AND evidence LIKE '%armed%'"  # fmt: skip
    before = asked(database, query)
    assert before == [(len(WORDS) + 1,)]
    asked(database, "VACUUM")
    assert asked(database, query) == before
    assert asked(database, "SELECT count(*) FROM reports_fts WHERE reports_fts MATCH 'drones'") == [(2,)]  # fmt: skip


def test_values_reach_sqlite_unchanged(reader: Reader, database: Path) -> None:
    kept = asked(database, "SELECT outlet FROM reports ORDER BY report_id")
    assert kept == reader.rows_of("SELECT outlet FROM reports ORDER BY report_id")
    lists = asked(database, "SELECT actors FROM events WHERE type = 'CONSULT'")
    assert {tuple(json.loads(found)) for (found,) in lists} == {("TUR", "RUS"), ("IRN", "TUR")}


# --- FollowTheMoney -------------------------------------------------------------------
#: Which schemata have a property, after the model's own files.
_PARENTS = {
    "Article": ("Document", "Thing"), "PublicBody": ("LegalEntity", "Thing"),
    "Organization": ("LegalEntity", "Thing"), "LegalEntity": ("LegalEntity", "Thing"),
    "Event": ("Event", "Interval", "Thing"), "UnknownLink": ("UnknownLink", "Interest", "Interval"),
}  # fmt: skip
_MODEL = {
    "Thing": {"name": "name", "summary": "text", "country": "country", "publisher": "string",
              "sourceUrl": "url", "keywords": "string", "notes": "text", "proof": "entity"},
    "Document": {"title": "string", "fileName": "string", "author": "string",
                 "publishedAt": "date", "language": "language"},
    "LegalEntity": {"classification": "string"},
    "Interval": {"startDate": "date", "endDate": "date", "date": "date", "summary": "text",
                 "recordId": "string", "sourceUrl": "url", "proof": "entity"},
    "Event": {"location": "address", "involved": "entity"},
    "Interest": {"role": "string"},
    "UnknownLink": {"subject": "entity", "object": "entity"},
}  # fmt: skip


def test_properties_are_those_of_the_model() -> None:
    for schema, properties in PROPERTIES.items():
        known: dict[str, str] = {}
        for parent in _PARENTS[schema]:
            known |= _MODEL[parent]
        assert properties.items() <= known.items(), schema


def test_entities_are_whole_and_lead_to_their_report(reader: Reader, tmp_path: Path) -> None:
    made = {one["id"]: one for one in lines(reader, "ftm", tmp_path)}
    kinds = {one["schema"] for one in made.values()}
    assert kinds == {"PublicBody", "Article", "Event", "UnknownLink"}
    for one in made.values():
        for name, values in one["properties"].items():
            assert values
            assert all(isinstance(value, str) and value for value in values)
            if PROPERTIES[one["schema"]][name] == "entity":
                assert all(value in made for value in values)
        if one["schema"] in ("Event", "UnknownLink"):
            assert made[one["properties"]["proof"][0]]["schema"] == "Article"


def test_a_link_says_what_was_done_and_who_says_it(reader: Reader, tmp_path: Path) -> None:
    links = [one["properties"] for one in lines(reader, "ftm", tmp_path) if one["schema"] == "UnknownLink"]  # fmt: skip
    told = {(p["subject"][0], p["object"][0], p["role"][0]) for p in links}
    assert told == {
        ("actor-IRN", "actor-RUS", "AID; UKR asserts"),
        ("actor-IRN", "actor-RUS", "AID; IRN denies"),
        ("actor-TUR", "actor-RUS", "CONSULT"),
        ("actor-IRN-MIL", "actor-ISR", "ASSAULT (possible); RUS asserts"),
        ("actor-TUR", "actor-ISR", "AID"),
        ("actor-IRN", "actor-TUR", "CONSULT"),
    }
    assert {tuple(p.get("startDate", ())) for p in links} == {(), ("2022-02",)}


def test_every_state_has_a_code_or_is_gone() -> None:
    gone = {"DDR", "SCG", "RVN", "YMD"}
    assert load_register().names.keys() - load_countries().keys() == gone


def test_statements_are_the_entities_taken_apart(reader: Reader, tmp_path: Path) -> None:
    entities = lines(reader, "ftm", tmp_path)
    export(reader, "statements", tmp_path / "s")
    with (tmp_path / "s").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, dialect=csv.unix_dialect))
    assert tuple(found[0]) == COLUMNS
    together: dict[str, dict[str, list[str]]] = {}
    for row in found:
        assert row["id"] == hashlib.sha1(f"dragoman.{row['entity_id']}.{row['prop']}.{row['value']}".encode()).hexdigest()  # fmt: skip
        if row["prop"] != "id":
            together.setdefault(row["entity_id"], {}).setdefault(row["prop"], []).append(row["value"])  # fmt: skip
    assert together == {one["id"]: one["properties"] for one in entities}
    origins = {row["origin"] for row in found if row["schema"] == "Event"}
    assert origins == {one["id"] for one in entities if one["schema"] == "Article"}


# --- Web Annotation -------------------------------------------------------------------
def test_both_selectors_of_every_annotation_find_its_words(reader: Reader, tmp_path: Path) -> None:
    total = export(reader, "webannotation", tmp_path / "out")
    made = json.loads((tmp_path / "out").read_text(encoding="utf-8"))
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], made["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert made["total"] == total == len(made["first"]["items"])
    texts = dict(reader.rows_of("SELECT report_id, text FROM reports"))
    ids = {f"urn:dragoman:{i}" for (i,) in reader.rows_of("SELECT id FROM events UNION ALL SELECT id FROM claims")}  # fmt: skip
    assert {one["id"] for one in made["first"]["items"]} == ids
    for one in made["first"]["items"]:
        text = texts[one["target"]["source"]["id"].removeprefix("urn:dragoman:")]
        quote, place = one["target"]["selector"]
        assert (quote["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        start, end = place["start"], place["end"]
        assert text[start:end] == quote["exact"]
        assert quote.get("prefix", "") == text[max(start - 32, 0) : start]
        assert quote.get("suffix", "") == text[end : end + 32]
        json.loads(one["body"][-1]["value"])
