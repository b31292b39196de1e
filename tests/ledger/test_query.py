from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dragoman.alphabet.errors import DateError, LedgerError
from dragoman.ledger import filters
from dragoman.ledger.enter import Writer
from dragoman.ledger.query import Reader
from ledger.synthetic import VERSIONS, event, ledger, party, sale, told

ARMS = "Iran armed Iraq on Monday."
RAID = "Turkey bombed Syria in 2021."


def arms(**more: Any) -> Any:
    sides = {"actor": [party(ARMS, "Iran", "IRN-MIL")], "recipient": [party(ARMS, "Iraq", "IRQ")]}
    return told(ARMS, event(ARMS, "Iran armed Iraq", **(sides | more)), published="2023-05-01")


def raid() -> Any:
    one = event(
        RAID, "Turkey bombed Syria", type="ASSAULT", actor=[party(RAID, "Turkey", "TUR")],
        recipient=[party(RAID, "Syria", "SYR")], date="2021", status="negated",
    )  # fmt: skip
    return told(RAID, one, published="2023-06-01", outlet="Le Témoin")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return ledger(tmp_path_factory.mktemp("asked"), arms(), raid(), sale())


def found(reader: Reader, **wanted: Any) -> list[str]:
    rows = reader.ask("events", wanted)
    return [dict(zip(rows.columns, row, strict=True))["evidence"] for row in rows.fetchall()]


# --- filters --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("wanted", "evidence"),
    [
        ({"actor": "IRN", "recipient": "IRQ"}, ["Iran armed Iraq"]),
        ({"actor": "irn-mil"}, ["Iran armed Iraq"]),
        ({"actor": "IRN-GOV"}, []),
        ({"actor": "IR"}, []),
        ({"actor": "SYR"}, []),
        ({"recipient": "SYR"}, ["Turkey bombed Syria"]),
        ({"pair": ("SYR", "TUR")}, ["Turkey bombed Syria"]),
        ({"pair": ("RUS", "TUR")}, ["Turkey and Russia met"]),
        ({"actor": "RUS", "recipient": "TUR"}, ["Turkey and Russia met"]),
        ({"pair": ("IRN", "TUR")}, []),
        ({"type": "assault"}, ["Turkey bombed Syria"]),
        ({"type": ["ASSAULT", "CONSULT"]}, ["Turkey bombed Syria", "Turkey and Russia met"]),
        ({"status": "negated"}, ["Turkey bombed Syria"]),
        ({"outlet": "le témoin"}, ["Turkey bombed Syria"]),
        ({"since": "2023"}, ["Iran armed Iraq"]),
        ({"until": "2021-06"}, ["Turkey bombed Syria"]),
        ({"since": "2021-12-31", "until": date(2021, 12, 31)}, ["Turkey bombed Syria"]),
        ({"since": "2023-05-02"}, []),
        ({"since": "2023-05-01", "until": "2023-05-01"}, ["Iran armed Iraq"]),
    ],
)  # fmt: skip
def test_filters_let_through_what_fits(
    reader: Reader, wanted: Mapping[str, Any], evidence: list[str]
) -> None:
    assert found(reader, **wanted) == evidence


def test_events_come_in_order_of_their_dates(reader: Reader) -> None:
    assert found(reader)[0] == "Turkey bombed Syria"
    assert found(reader)[-1] == "Iran armed Iraq"


def test_a_day_without_its_own_date_is_that_of_publication(reader: Reader) -> None:
    rows = reader.rows_of("SELECT happened FROM events_told WHERE evidence = 'Iran armed Iraq'")
    assert rows == [(date(2023, 5, 1),)]


def test_no_more_rows_come_than_are_wanted(reader: Reader) -> None:
    assert len(reader.ask("events", {}, limit=2).fetchall()) == 2


@pytest.mark.parametrize(
    ("question", "wanted", "count"),
    [
        ("claims", {"speaker": "IRN"}, 1),
        ("claims", {"stance": "denies"}, 1),
        ("claims", {"pair": ("IRN", "RUS"), "type": "AID"}, 2),
        ("claims", {"actor": "TUR"}, 0),
        ("transfers", {"actor": "IRN", "recipient": "RUS"}, 1),
        ("transfers", {"pair": ("RUS", "IRN"), "type": "arms", "status": "alleged"}, 1),
        ("transfers", {"type": "money"}, 0),
        ("agreements", {"actor": "TUR"}, 1),
        ("agreements", {"actor": "UKR"}, 1),
        ("agreements", {"actor": "USA"}, 0),
        ("claims", {"since": "2022-10-19"}, 0),
    ],
)
def test_other_questions_have_filters_of_their_own(
    reader: Reader, question: str, wanted: Mapping[str, Any], count: int
) -> None:
    assert len(reader.ask(question, wanted).fetchall()) == count


def test_ids_lead_from_one_table_to_another(reader: Reader) -> None:
    joined = """
        SELECT count(*) FROM events e JOIN claims c ON c.id = e.claim_id AND list_contains(c.event_ids, e.id)
        JOIN parties p ON p.event_id = e.id WHERE p.role = 'recipient' AND p.code = 'RUS'
    """
    assert reader.rows_of(joined) == [(2,)]


def test_members_stand_in_rows_of_their_own(reader: Reader) -> None:
    rows = reader.rows_of("SELECT code, standing FROM members ORDER BY ALL")
    assert rows == [("RUS", "party"), ("TUR", "party"), ("UKR", "negotiating")]


def test_a_timeline_has_only_what_has_a_date(reader: Reader) -> None:
    rows = reader.timeline({})
    dates = [row[rows.columns.index("date")] for row in rows.fetchall()]
    assert dates == ["2021", "2022-07"]


def test_actors_are_counted_on_both_sides(reader: Reader) -> None:
    rows = {row[0]: row[2:5] for row in reader.actors({}).fetchall()}
    assert rows["RUS"] == (1, 2, 1)
    assert rows["IRN-MIL"] == (1, 0, 1)


# --- what is not understood -------------------------------------------------------------
@pytest.mark.parametrize(
    ("wanted", "told_so"),
    [
        ({"type": "BOMB"}, "type: 'BOMB' is not known. Known: AGREE, CONSULT"),
        ({"status": ["actual", "perhaps"]}, "status: 'perhaps' is not known"),
        ({"actor": " "}, "Write one such as IRN, IRN-MIL or Iran"),
        ({"pair": ("IRN",)}, "Write two codes"),
        ({"pair": "IRN RUS"}, "Write two codes"),
        ({"colour": "red"}, "events: cannot be narrowed by 'colour'. Known: actor, recipient"),
    ],
)
def test_what_is_not_understood_is_told_with_what_would_be(
    reader: Reader, wanted: Mapping[str, Any], told_so: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        reader.ask("events", wanted)
    assert told_so in str(caught.value)


@pytest.mark.parametrize("day", ["soon", "2022-13", "2022-02-30", "18.10.2022", ""])
def test_a_day_that_is_none_is_told(reader: Reader, day: str) -> None:
    with pytest.raises(DateError, match="Write YYYY, YYYY-MM or YYYY-MM-DD"):
        reader.ask("events", {"since": day})


INJECTED = [
    "IRN' OR '1'='1", "IRN'; DROP TABLE current_readings; --", '" OR ""="', "IRN%", "%", "_RN",
    "$a", "\\", "IRN\x00", "') UNION SELECT * FROM reports --", "[IRN]", "read_csv('/etc/passwd')",
]  # fmt: skip


@pytest.mark.parametrize("words", INJECTED)
@pytest.mark.parametrize("name", ["actor", "recipient", "outlet"])
def test_words_of_sql_are_only_words(reader: Reader, name: str, words: str) -> None:
    assert found(reader, **{name: words}) == []
    assert len(found(reader)) == 5


@pytest.mark.parametrize("words", INJECTED)
def test_words_of_sql_are_only_looked_for(reader: Reader, words: str) -> None:
    assert reader.search(words, {}).fetchall() == []


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "SELECT * FROM read_text('/etc/hostname')",
        "COPY (SELECT 1) TO '/tmp/dragoman-out.csv'",
        "ATTACH '/tmp/dragoman-out.db'",
        "INSTALL httpfs",
        "LOAD httpfs",
        "SET enable_external_access = true",
        "SET allowed_directories = ['/']",
        "SELECT * FROM 'https://example.com/a.parquet'",
    ],
)
def test_the_connection_reaches_nothing_but_the_ledger(reader: Reader, query: str) -> None:
    with pytest.raises(duckdb.Error):
        reader.connection().execute(query)


# --- search -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("drones", 1),
        ("DRONES moscow", 1),
        ("drones Ankara", 0),
        ('"sold drones to Russia"', 1),
        ('"drones sold"', 0),
        ("Témoin", 0),
    ],
)
def test_all_words_must_be_there(reader: Reader, words: str, count: int) -> None:
    assert len(reader.search(words, {}).fetchall()) == count


def test_accents_and_case_count_for_nothing(tmp_path: Path) -> None:
    text = "São Tomé joined the pact."
    reader = ledger(tmp_path, told(text))
    for words in ("sao tome", "SÃO", '"são tome"'):
        ((_, *_, start, end, passage),) = reader.search(words, {}).fetchall()
        assert text[start:end].lower().startswith("são")
        assert passage == text


def test_a_place_is_not_told_where_letters_have_moved(tmp_path: Path) -> None:
    text = "e\u0301" * 3 + " Iran"
    row = ledger(tmp_path, told(text)).search("iran", {}).fetchall()[0]
    assert row[-3:-1] == (None, None)


def test_titles_are_searched_too(reader: Reader) -> None:
    assert len(reader.search("drones wire", {}).fetchall()) == 1
    rows = reader.search("drones", {"outlet": "The Courier", "until": "2022"})
    assert len(rows.fetchall()) == 1


def test_searching_for_nothing_is_told(reader: Reader) -> None:
    with pytest.raises(LedgerError, match="nothing to look for"):
        reader.search(' "" ', {})


# --- states -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("Iran", "IRN"), ("north korea", "PRK"), ("irn-mil", "IRN-MIL"), ("NATO", "NATO"), ("European Union", "EUR"),
        ("igo-opec", "IGO-OPEC"), ("XYZ-OPP", "XYZ-OPP"),
    ],
)  # fmt: skip
def test_actors_go_by_code_or_by_name(given: str, code: str) -> None:
    assert filters.code(given) == code


@pytest.mark.parametrize("given", ["Irann", "the junta", "atlantis"])
def test_a_name_that_nobody_has_is_told_and_not_looked_for(reader: Reader, given: str) -> None:
    with pytest.raises(LedgerError, match="no code and no name that is known"):
        reader.ask("events", {"actor": given})


def test_a_window_that_ends_before_it_begins_is_told(reader: Reader) -> None:
    with pytest.raises(DateError, match="since 2023-01-01 is after until 2022-12-31"):
        reader.ask("events", {"since": "2023", "until": "2022"})
    assert reader.ask("events", {"since": "2022-10-18", "until": "2022-10"}) is not None


def test_long_questions_draw_no_bar_among_their_rows(reader: Reader) -> None:
    setting = "SELECT current_setting('enable_progress_bar')"
    assert reader.rows_of(setting) == [(False,)]


def test_an_empty_ledger_answers_with_nothing(tmp_path: Path) -> None:
    reader = ledger(tmp_path)
    for question in ("events", "claims", "transfers", "agreements"):
        assert reader.ask(question, {}).fetchall() == []
    assert reader.actors({}).fetchall() == reader.search("x", {}).fetchall() == []


def test_a_question_sees_what_was_entered_before_it(tmp_path: Path) -> None:
    reader = ledger(tmp_path, sale(0))
    assert len(found(reader)) == 3
    Writer(tmp_path).enter([sale(1)], "run-1")
    assert len(found(reader)) == 6


def test_the_connection_is_the_same_while_nothing_is_entered(tmp_path: Path) -> None:
    reader = ledger(tmp_path, sale(0))
    assert reader.connection() is reader.connection()
    before = reader.connection()
    Writer(tmp_path).enter([sale(1)], "run-1")
    assert reader.connection() is not before


def test_an_older_state_is_seen_by_its_moment(tmp_path: Path) -> None:
    ledger(tmp_path, sale(0))
    (entered,) = Reader(tmp_path).rows_of("SELECT max(entered) FROM reports")[0]
    time.sleep(0.01)
    again = replace(sale(0), edition=2)
    again.reading["events"] = []
    Writer(tmp_path).enter([again, sale(1)], "run-2")
    assert len(found(Reader(tmp_path))) == 3
    assert len(found(Reader(tmp_path, at=entered))) == 3
    reports = "SELECT count(*) FROM reports"
    assert Reader(tmp_path, at=entered).rows_of(reports) == [(1,)]
    assert Reader(tmp_path, at=entered.date()).rows_of(reports) == [(2,)]
    assert Reader(tmp_path, at=date(2022, 5, 3)).rows_of(reports) == [(0,)]


def test_an_older_state_outlives_compaction_and_what_it_forgets(tmp_path: Path) -> None:
    ledger(tmp_path, sale(0))
    (entered,) = Reader(tmp_path).rows_of("SELECT max(entered) FROM reports")[0]
    writer = Writer(tmp_path)
    writer.enter([replace(sale(0), edition=2)], "run-2")
    writer.compact(least_files=2, forget_days=7)
    assert len(found(Reader(tmp_path, at=entered))) == 3


def test_an_older_state_is_seen_by_its_version(tmp_path: Path) -> None:
    ledger(tmp_path, sale(0))
    Writer(tmp_path).enter([sale(1)], "run-2")
    counts = [
        Reader(tmp_path, at=v).rows_of("SELECT count(*) FROM reports")[0][0] for v in (0, 1, 2)
    ]
    assert counts == [0, 1, 2]


def test_a_version_that_never_was_is_told(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    with pytest.raises(LedgerError, match="has no version 99"):
        Reader(tmp_path, at=99).connection()


def test_times_are_utc(tmp_path: Path) -> None:
    before = datetime.now().astimezone().utctimetuple()
    (entered,) = ledger(tmp_path, sale()).rows_of("SELECT entered FROM reports")[0]
    assert entered.utctimetuple()[:4] in (
        before[:4],
        datetime.now().astimezone().utctimetuple()[:4],
    )


def test_what_is_known_is_told_with_edition_and_day(tmp_path: Path) -> None:
    reader = ledger(tmp_path, sale())
    assert reader.known([sale().id, "report-0"]) == {sale().id: (1, date(2022, 10, 18))}
    Writer(tmp_path).enter([replace(sale(), edition=2)], "run-2")
    assert reader.known([sale().id])[sale().id][0] == 2


# --- damage -----------------------------------------------------------------------------
def parquet(folder: Path, table: str) -> Path:
    (path,) = (folder / table).glob("*.parquet")
    return path


@pytest.mark.parametrize("table", ["reports", "events", "parties"])
def test_a_file_that_was_cut_off_is_named(tmp_path: Path, table: str) -> None:
    ledger(tmp_path, sale())
    path = parquet(tmp_path, table)
    os.truncate(path, 100)
    with pytest.raises(LedgerError) as caught:
        Reader(tmp_path).connection()
    assert str(caught.value).startswith(f"{path}: is damaged: it has 100 bytes of ")
    assert "Restore it from a copy" in str(caught.value)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    path = parquet(tmp_path, "claims")
    path.unlink()
    with pytest.raises(LedgerError, match=r"claims/part.*parquet: is gone. Restore"):
        Reader(tmp_path).connection()


def test_a_file_that_was_overwritten_is_named(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    path = parquet(tmp_path, "events")
    path.write_bytes(b"\0" * path.stat().st_size)
    with pytest.raises(LedgerError) as caught:
        Reader(tmp_path).dicts("SELECT * FROM events")
    assert str(caught.value).startswith(f"{path}: cannot be read: ")
    assert "\n" not in str(caught.value)


def test_a_log_that_was_overwritten_is_one_line(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    for path in (tmp_path / "reports" / "_delta_log").glob("*.json"):
        path.write_text("no log")
    with pytest.raises(LedgerError) as caught:
        Reader(tmp_path).connection()
    assert str(caught.value).startswith(str(tmp_path))
    assert "\n" not in str(caught.value)


def test_a_ledger_that_may_not_be_written_can_be_read(tmp_path: Path) -> None:
    ledger(tmp_path, sale())
    folders = [tmp_path, *(p for p in tmp_path.rglob("*") if p.is_dir())]
    for folder in folders:
        folder.chmod(0o500)
    try:
        assert len(found(Reader(tmp_path))) == 3
        if os.geteuid():
            with pytest.raises(LedgerError, match=r"cannot be written\. Check its permissions"):
                Writer(tmp_path).enter([sale(1)], "run-1")
    finally:
        for folder in folders:
            folder.chmod(0o700)


def test_another_tables_version_does_not_matter(tmp_path: Path) -> None:
    writer = Writer(ledger(tmp_path, sale())._folder)
    writer.start_run(VERSIONS)
    assert len(found(Reader(tmp_path))) == 3
