from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import dragoman
from dragoman.alphabet.errors import DateError, LedgerError
from dragoman.ledger.enter import Writer
from dragoman.workflow.ledger import Ledger
from ledger.synthetic import VERSIONS, sale

STORY = """Iran denies drone sale

TEHRAN, Oct. 18, 2022 (Courier) — Iran denied on Tuesday that it had sold drones to Russia.

On Monday, Ukraine expelled two Iranian diplomats. Ukraine accused Iran of arming Russia.
"""


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = dragoman.open(tmp_path / "crisis")
    writer = Writer(opened.folder)
    writer.enter([sale(0), sale(1)], writer.start_run(VERSIONS))
    return opened


def test_the_front_door_opens_a_ledger_and_makes_its_folder(tmp_path: Path) -> None:
    opened = dragoman.open(str(tmp_path / "crisis"))
    assert isinstance(opened, dragoman.Ledger)
    assert (tmp_path / "crisis").is_dir()


def test_questions_take_codes_first(ledger: Ledger) -> None:
    assert len(ledger.events("IRN", "RUS")) == 4
    assert len(ledger.events(pair=("IRN", "RUS"), since="2022-08", limit=9)) == 2
    assert len(ledger.claims("IRN", "denies")) == 2
    assert len(ledger.transfers("IRN", type="arms")) == 2
    assert len(ledger.agreements("TUR")) == 2
    assert len(ledger.timeline()) == 2
    assert len(ledger.actors(limit=2)) == 2
    assert len(ledger.search("sochi", limit=1)) == 1


def test_copies_are_listed_once(ledger: Ledger) -> None:
    again = [replace(sale(0), reading=sale(0).reading | {"outlet": name}) for name in ("A", "B")]
    Writer(ledger.folder).enter(again, "run-2")
    (row,) = ledger.rows(ledger.copies())
    assert (row["reports"], row["outlets"]) == (3, ["A", "B", "The Courier"])
    assert len(ledger.copies(outlet="Herald")) == 0
    assert len(ledger.copies(outlet="a", limit=1)) == 1


def test_disputes_are_objects_with_their_claims(ledger: Ledger) -> None:
    (dispute,) = ledger.disputes("IRN", "RUS")
    values = dispute.to_dict()
    assert len(values["for"]) == len(values["against"]) == 2
    assert ledger.disputes(pair=("RUS", "TUR")) == []


def test_results_are_rows_arrow_and_more_sql(ledger: Ledger) -> None:
    events = ledger.events("IRN")
    assert events.arrow().read_all().num_rows == 4
    assert events.filter("status = 'actual'").aggregate("count(*)").fetchall() == [(4,)]
    assert ledger.rows(events)[0]["type"] == "AID"


def test_an_id_leads_back_to_its_report(ledger: Ledger) -> None:
    identity = ledger.rows(ledger.events("IRN"))[0]["id"]
    assert ledger.trace(identity).sound


def test_a_reading_comes_back(ledger: Ledger) -> None:
    assert ledger.reading(sale(1).id) == sale(1).reading


def test_acts_are_there_for_who_weighs_them(ledger: Ledger) -> None:
    query = "SELECT DISTINCT source, target FROM acts ORDER BY ALL"
    rows = ledger.connection().sql(query).fetchall()
    assert rows == [("IRN", "RUS"), ("RUS", "TUR"), ("TUR", "RUS")]


def test_an_older_state_is_read_and_not_written(ledger: Ledger) -> None:
    Writer(ledger.folder).enter([replace(sale(0), edition=2), sale(2)], "run-2")
    assert len(ledger.at(1).events()) == 6
    assert len(ledger.at("2022-05-03").events()) == 0
    assert len(ledger.at("2999").events()) == 9
    with pytest.raises(LedgerError, match="is an older state, which stays as it is"):
        ledger.at("2022-05-03").add("a.txt")


@pytest.mark.parametrize("when", ["soon", "2022-13-01T00:00"])
def test_a_day_that_is_none_is_told(ledger: Ledger, when: str) -> None:
    with pytest.raises(DateError):
        ledger.at(when)


def test_small_files_are_put_together(ledger: Ledger) -> None:
    Writer(ledger.folder).enter([sale(3)], "run-3")
    before = len(ledger.events())
    assert ledger.compact() > 0
    assert len(dragoman.open(ledger.folder).events()) == before


@pytest.mark.model
def test_files_are_added_read_and_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    ledger = dragoman.open(tmp_path / "crisis")
    summary = ledger.add(tmp_path / "a.txt", outlet="The Courier")
    assert (summary.read, summary.already, summary.refused) == (1, 0, [])
    assert ledger.add([str(tmp_path / "a.txt")], outlet="The Courier").already == 1
    events = ledger.rows(ledger.events())
    assert events
    assert all(STORY[e["start"] : e["end"]] == e["evidence"] for e in events)
    assert {e["outlet"] for e in events} == {"The Courier"}
    expected = dragoman.read(STORY, published="2022-10-18", outlet="The Courier").to_dict()
    (report_id,) = {e["report_id"] for e in events}
    found = ledger.reading(report_id)
    for event in (*found["events"], *expected["events"]):
        event.pop("reciprocal", None)
    assert found["events"] == expected["events"]
    assert found["claims"] == expected["claims"]


@pytest.mark.model
def test_reading_again_keeps_one_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    ledger = dragoman.open(tmp_path / "crisis")
    ledger.add(tmp_path / "a.txt")
    assert ledger.reread().read == 0
    assert ledger.reread(everything=True).read == 1
    assert ledger.connection().sql("SELECT count(*) FROM reports").fetchall() == [(1,)]
