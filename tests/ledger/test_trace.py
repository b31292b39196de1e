from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.query import Reader
from dragoman.ledger.trace import Trace, trace
from ledger.synthetic import ledger, sale


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return ledger(tmp_path, replace(sale(), source_sha256="ab"))


def of(reader: Reader, view: str, where: str = "true") -> Trace:
    ((identity,),) = reader.rows_of(f"SELECT id FROM {view} WHERE {where} LIMIT 1")
    return trace(reader, identity)


@pytest.mark.parametrize("view", ["events", "claims", "transfers", "agreements"])
def test_everything_leads_back_to_the_characters_that_show_it(reader: Reader, view: str) -> None:
    found = of(reader, view)
    assert found.kind == view.removesuffix("s")
    assert sale().text[found.start : found.end] == found.evidence
    assert found.sound
    assert found.evidence in found.sentence


def test_the_report_is_named_with_its_hashes_and_without_its_text(reader: Reader) -> None:
    report = of(reader, "events").report
    assert (report["id"], report["name"], report["source_sha256"]) == (
        sale().id,
        "wire/0.txt",
        "ab",
    )
    assert report["sha256"] == sale().sha256
    assert "text" not in report


def test_an_event_names_who_says_it(reader: Reader) -> None:
    assert [c["speaker"] for c in of(reader, "events", "start = 0").claims] == ["Ukraine"]
    assert of(reader, "events", "type = 'CONSULT'").claims == ()


def test_claims_lead_outwards(tmp_path: Path) -> None:
    entry = sale()
    inner, outer = entry.reading["claims"]
    inner["parent_id"] = outer["id"]
    found = of(ledger(tmp_path, entry), "events", "type = 'AID'")
    assert [c["speaker"] for c in found.claims] == ["Ukraine", "Tehran"]


def test_claims_that_run_in_a_circle_come_to_an_end(tmp_path: Path) -> None:
    entry = sale()
    inner, outer = entry.reading["claims"]
    inner["parent_id"], outer["parent_id"] = outer["id"], inner["id"]
    assert len(of(ledger(tmp_path, entry), "events", "type = 'AID'").claims) == 2


def test_characters_that_are_not_the_evidence_are_told(tmp_path: Path) -> None:
    entry = sale()
    entry.reading["events"][0]["start"] = 1
    assert not of(ledger(tmp_path, entry), "events", "start = 1").sound


def test_the_sentence_stands_around_the_evidence(reader: Reader) -> None:
    sentence = "Iran sold drones to Russia in July, Ukraine said on Monday."
    assert of(reader, "events", "start = 0").sentence == sentence


def test_it_is_plain_json(reader: Reader) -> None:
    values = json.loads(json.dumps(of(reader, "events").to_dict()))
    assert list(values) == [
        "id", "kind", "event", "claims", "evidence", "start", "end", "sound", "sentence", "report",
            "judgements",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("identity", "told"),
    [
        (
            "event-1",
            "is no id of an event, claim, transfer or agreement. Take one from the column id",
        ),
        ("report-1/sentence-2", "is no id of an event"),
        ("", "is no id of an event"),
        ("report-0000000000000000/event-000000000000", "is not in this ledger"),
        ("report-'/event-'", "is not in this ledger"),
    ],
)
def test_an_id_that_leads_nowhere_is_told(reader: Reader, identity: str, told: str) -> None:
    with pytest.raises(LedgerError) as caught:
        trace(reader, identity)
    assert told in str(caught.value)
