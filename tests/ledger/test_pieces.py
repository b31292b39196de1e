from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.ledger.pieces import claims_of, events_of
from dragoman.ledger.query import Reader
from ledger.network import denial, network, told
from ledger.synthetic import sale


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return network(tmp_path_factory.mktemp("pieces") / "a")


def test_events_come_back_as_the_reading_has_them_with_their_report(reader: Reader) -> None:
    entry = told(0, "Iran", "AID", "Russia", "2022-07-04")
    (own,) = entry.reading["events"]
    (found,) = events_of(reader, [f"{entry.id}/{own['id']}"])
    assert {key: found[key] for key in own} == own
    assert found["sentence"] == "Iran dealt with Russia again, officials said."
    assert (found["report_id"], found["report"], found["outlet"], found["published"]) == (
        entry.id, "wire/0.txt", "Courier 0", "2022-07-04",
    )  # fmt: skip
    assert (found["event_id"], found["kind"]) == (f"{entry.id}/{own['id']}", "act")


def test_statements_come_back_in_the_form_of_events(reader: Reader) -> None:
    entry = denial()
    (found,) = events_of(reader, [f"{entry.id}/statement-0.0"])
    assert (found["type"], found["kind"], found["score"]) == ("STATED", "stated", 6.0)
    assert found["evidence"] == "Iran and its ally Russia"
    assert entry.text[found["start"] : found["end"]] == found["evidence"]
    assert [p["code"] for p in found["actor"]] == ["IRN", "RUS"]


def test_every_key_of_an_event_is_there_for_a_statement(reader: Reader) -> None:
    entry = denial()
    ids = [f"{entry.id}/statement-0.0", f"{entry.id}/{entry.reading['events'][0]['id']}"]
    event, statement = events_of(reader, ids)
    assert set(event) == set(statement)


def test_what_is_not_there_is_left_out(reader: Reader) -> None:
    entry = denial()
    wanted = ["report-0/event-0", "nothing", f"{entry.id}/event-0", f"{entry.id}/statement-7.0"]
    assert events_of(reader, wanted) == []
    assert claims_of(reader, ["report-0"]) == []
    assert events_of(reader, []) == claims_of(reader, []) == []


def test_claims_are_those_of_their_reports_alone(reader: Reader, tmp_path: Path) -> None:
    entry = denial()
    found = claims_of(reader, [entry.id, entry.id])
    assert [{k: v for k, v in c.items() if k != "report_id"} for c in found] == entry.reading[
        "claims"
    ]
    assert claims_of(reader, [sale(0).id]) == []
