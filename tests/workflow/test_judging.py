"""Judgements through the front door."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import dragoman
from dragoman.alphabet.errors import LedgerError
from dragoman.ledger.enter import Writer
from dragoman.workflow.ledger import Ledger
from ledger.judging import as_read, on
from ledger.network import denial, network
from ledger.synthetic import VERSIONS, sale

SOLD = f"{sale().id}/{as_read(sale(), 0)['id']}"
MET = f"{sale().id}/{as_read(sale(), 2)['id']}"


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = dragoman.open(tmp_path / "crisis")
    writer = Writer(opened.folder)
    writer.enter([sale(0), sale(1)], writer.start_run(VERSIONS))
    return opened


def types(ledger: Ledger) -> list[str]:
    return [row["type"] for row in ledger.rows(ledger.events()) if row["report_id"] == sale().id]


def test_a_verdict_gives_back_its_line_and_is_seen_at_once(ledger: Ledger) -> None:
    line = ledger.judge(SOLD, "reject", why="a film", by="anna")
    assert line == on("reject", sale(), 0).line() | {
        "id": line["id"], "made": line["made"], "why": "a film",
    }  # fmt: skip
    assert types(ledger) == ["AID", "CONSULT"]
    assert len(ledger.as_read().events()) == 6


def test_a_row_of_events_may_be_judged_as_it_is(ledger: Ledger) -> None:
    row = ledger.rows(ledger.events())[0]
    assert ledger.judge(row, "reject")["event"]["evidence"] == row["evidence"]
    listed = ledger.unjudged()[0]
    ledger.judge(listed, "accept")
    assert [r["event_id"] for r in ledger.rows(ledger.judgements())] == [
        listed["event_id"],
        row["id"],
    ]


def test_rejected_events_are_found_among_the_judgements(ledger: Ledger) -> None:
    ledger.judge(SOLD, "reject", by="anna")
    ledger.judge(MET, "accept", by="ben")
    (row,) = ledger.rows(ledger.judgements(verdict="reject"))
    assert (row["event_id"], row["words"], row["holds"]) == (SOLD, "Iran sold drones to Russia", True)  # fmt: skip
    assert [r["by"] for r in ledger.rows(ledger.judgements())] == ["ben", "anna"]
    assert len(ledger.judgements(SOLD)) == len(ledger.judgements(by="ben")) == 1
    with pytest.raises(LedgerError, match="'maybe' is not known"):
        ledger.judgements(verdict="maybe")


def test_a_correction_takes_words_and_codes_in_any_case(ledger: Ledger) -> None:
    ledger.judge(MET, "correct", type="agree", status="possible", actor="tur", recipient=["rus"])
    (row,) = [r for r in ledger.rows(ledger.events(type="AGREE")) if r["id"] == MET]
    assert (row["actors"], row["recipients"], row["status"]) == (["TUR"], ["RUS"], "possible")
    line = ledger.judge(MET, "correct", mode="visit")
    assert line["change"] == {"mode": "visit"}
    assert ledger.judge(MET, "correct", mode="")["change"] == {"mode": None}
    assert ledger.judge(SOLD, "correct", recipient=[])["change"] == {"recipient": []}


def test_undo_takes_back_the_newest_that_holds_and_then_the_one_before(ledger: Ledger) -> None:
    ledger.judge(SOLD, "reject")
    ledger.judge(SOLD, "correct", status="possible")
    ledger.judge(SOLD, "undo")
    assert types(ledger) == ["AID", "CONSULT"]
    ledger.judge(SOLD, "undo")
    assert types(ledger) == ["AID", "AID", "CONSULT"]
    with pytest.raises(LedgerError, match="has no judgement that could be undone"):
        ledger.judge(SOLD, "undo")


def test_an_undo_can_be_undone_by_its_id(ledger: Ledger) -> None:
    ledger.judge(SOLD, "reject")
    line = ledger.judge(SOLD, "undo")
    dragoman.open(ledger.folder).judge(line["id"], "undo")
    assert types(ledger) == ["AID", "CONSULT"]


def test_actors_are_merged_and_mentions_split(ledger: Ledger) -> None:
    ledger.judge("tur", "merge", into="aze")
    assert ledger.rows(ledger.events(actor="TUR")) == []
    assert len(ledger.events(actor="AZE")) == 2
    ledger.judge("TUR", "undo")
    assert len(ledger.events(actor="TUR")) == 2
    place = sale().text.index("Moscow")
    line = ledger.judge(f"{sale().id}/{place}-{place + 6}", "split", into="blr")
    assert (line["mention"]["text"], line["code"], line["into"]) == ("Moscow", "RUS", "BLR")
    assert len(ledger.events(recipient="BLR")) == 1
    ledger.judge(f"{sale().id}/{place}-{place + 6}", "undo")
    assert len(ledger.events(recipient="BLR")) == 0


@pytest.mark.parametrize(
    ("subject", "verdict", "more", "told"),
    [
        (SOLD, "maybe", {}, "cannot be judged so: verdict is 'maybe'. Known: accept"),
        (SOLD, "accept", {"type": "AGREE"}, "type says nothing beside accept."),
        (SOLD, "merge", {"into": "IRN"}, "is no actor of this ledger."),
        (SOLD, "correct", {}, "change is {}. Say what is right."),
        (SOLD, "correct", {"type": "BOMB"}, "type is 'BOMB'. Known: AGREE"),
        (SOLD, "correct", {"actor": "Iran!"}, "actor is 'IRAN!'. Write a code"),
        (SOLD, "reject", {"why": " "}, "why is ' '."),
        ("report-0000000000000000/event-000000000000", "reject", {}, "is no event of this ledger. Take an id"),
        ("nonsense", "accept", {}, "nonsense: is no event of this ledger."),
        (f"{sale().id}/statement-0.0", "reject", {}, "is no event of this ledger."),
        ("IRN", "merge", {}, "Write one such as IRN"),
        ("IRN", "merge", {"into": "IRN"}, "IRN and IRN: are one already."),
        ("XXX", "merge", {"into": "IRN"}, "XXX: is no actor of this ledger."),
        ("IRN", "split", {}, "names no characters of a report."),
        (f"{sale().id}/0-3", "split", {}, "is read as nobody."),
        (f"{sale().id}/0-4", "split", {"into": "IRN"}, "'IRN' is what it was already."),
        ("judgement-0000000000000000", "undo", {}, "has no judgement that could be undone."),
    ],
)  # fmt: skip
def test_what_cannot_be_judged_so_is_told_and_nothing_is_kept(
    ledger: Ledger, subject: str, verdict: str, more: dict[str, str], told: str
) -> None:
    with pytest.raises(LedgerError) as caught:
        ledger.judge(subject, verdict, **more)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(ledger.judgements()) == 0


def test_a_circle_of_merges_is_refused(ledger: Ledger) -> None:
    ledger.judge("TUR", "merge", into="RUS")
    with pytest.raises(LedgerError, match="are one already"):
        ledger.judge("RUS", "merge", into="TUR")


def test_who_was_merged_may_be_merged_into_another(ledger: Ledger) -> None:
    ledger.judge("TUR", "merge", into="AZE")
    ledger.judge("TUR", "merge", into="KAZ")
    assert len(ledger.events(actor="KAZ")) == 2


def test_an_older_state_is_not_judged(ledger: Ledger) -> None:
    with pytest.raises(LedgerError, match="is an older state"):
        ledger.at("2999").judge(SOLD, "reject")


def test_an_older_state_is_asked_as_it_was_read_too(ledger: Ledger) -> None:
    ledger.judge(SOLD, "reject")
    assert len(ledger.at("2999").events()) == 5
    assert len(ledger.at("2999").as_read().events()) == 6
    assert len(ledger.as_read().at("2999").events()) == 6


# --- what follows from acts ---------------------------------------------------------------
def test_why_alignment_disputes_and_exports_see_what_is_corrected(tmp_path: Path) -> None:
    network(tmp_path / "a")
    ledger = dragoman.open(tmp_path / "a")
    before = ledger.rows(ledger.alignment("IRN", "RUS"))[0]["alignment"]
    report = denial().id
    for row in ledger.rows(ledger.events(pair=("IRN", "RUS"), type="AID")):
        ledger.judge(row["id"], "correct", type="ASSAULT")
    assert ledger.rows(ledger.alignment("IRN", "RUS"))[0]["alignment"] < before
    found = ledger.why("IRN", "RUS").to_dict()
    assert "AID" not in {event["type"] for event in found["events"]}
    (dispute,) = ledger.disputes(pair=("IRN", "RUS"))
    assert {claim["type"] for claim in dispute.to_dict()["claims"]} == {"ASSAULT"}
    ledger.export("jsonl", tmp_path / "events.jsonl")
    lines = (tmp_path / "events.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pairs = {(row["event"][0], row["id"].startswith(report)) for row in rows}
    assert ("ASSAULT", True) in pairs
    assert ("AID", True) not in pairs


# --- the least certain first ----------------------------------------------------------------
def test_what_is_unjudged_comes_the_least_certain_first(tmp_path: Path) -> None:
    entry = sale()
    for one, sure in zip(entry.reading["events"], (0.5, 0.2, 0.9), strict=True):
        one["confidence"] = sure
    ledger = dragoman.open(tmp_path / "a")
    writer = Writer(ledger.folder)
    writer.enter([entry], writer.start_run(VERSIONS))
    found = ledger.unjudged()
    assert [one["confidence"] for one in found] == [0.2, 0.5, 0.9]
    assert (found[0]["stance"], found[0]["speaker_code"]) == ("denies", "IRN")
    first = found[1]["sentence_start"]
    assert entry.text[first:].startswith(found[1]["sentence"])
    ledger.judge(found[0]["event_id"], "accept")
    assert [one["confidence"] for one in ledger.unjudged(limit=1)] == [0.5]
    assert [one["confidence"] for one in ledger.unjudged(type="CONSULT")] == [0.9]


def test_what_copies_say_in_the_same_words_is_asked_once(ledger: Ledger) -> None:
    again = replace(sale(0), reading=sale(0).reading | {"outlet": "The Gazette"})
    Writer(ledger.folder).enter([again], "run-2")
    assert len(ledger.events()) == 9
    assert len(ledger.unjudged()) == 6
    for event in ledger.unjudged():
        ledger.judge(event, "reject")
    assert len(ledger.events()) == 0
    assert ledger.unjudged() == []


def test_judging_what_was_listed_opens_the_ledger_no_more(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = ledger.unjudged()
    ledger.judge(found[0]["event_id"], "accept")
    monkeypatch.setattr(ledger._reader, "connection", lambda: pytest.fail("opened"))
    line = ledger.judge(found[1]["event_id"], "reject")
    ledger.judge(line["id"], "undo")


def test_a_clock_that_was_set_back_judges_later_all_the_same(ledger: Ledger) -> None:
    ledger.judge(SOLD, "reject")
    ahead = [replace(on("accept", sale(), 0), made=on("accept", sale(), 0).made.replace(year=2999))]
    Writer(ledger.folder).judge(ahead)
    line = dragoman.open(ledger.folder).judge(SOLD, "reject")
    assert line["made"] > "2999"
    assert types(ledger) == ["AID", "CONSULT"]


# --- from ledger to ledger --------------------------------------------------------------------
@pytest.fixture
def file(ledger: Ledger, tmp_path: Path) -> Path:
    ledger.judge(SOLD, "reject", by="anna", why="a \u2028 film\n")
    ledger.judge(MET, "correct", by="anna", recipient=["RUS"], actor=["TUR"])
    ledger.judge("IRN", "merge", into="IRQ")
    ledger.judge("IRN", "undo")
    assert ledger.export("judgements", tmp_path / "judgements.jsonl") == 4
    return tmp_path / "judgements.jsonl"


def test_judgements_are_replayed_in_another_ledger(
    ledger: Ledger, file: Path, tmp_path: Path
) -> None:
    other = dragoman.open(tmp_path / "other")
    writer = Writer(other.folder)
    writer.enter([sale(1), sale(0)], writer.start_run(VERSIONS))
    assert other.replay(file).to_dict() == {"seen": 4, "added": 4, "already": 0, "refused": []}
    assert other.rows(other.events()) == ledger.rows(ledger.events())
    assert other.rows(other.judgements()) == ledger.rows(ledger.judgements())
    other.export("judgements", tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == file.read_bytes()


def test_replayed_twice_nothing_is_added(ledger: Ledger, file: Path) -> None:
    file.write_text(file.read_text(encoding="utf-8") * 2, encoding="utf-8")
    for _ in range(2):
        done = ledger.replay(file)
        assert (done.seen, done.added, done.already, done.refused) == (8, 0, 8, [])
    assert len(ledger.judgements()) == 4


def test_bad_lines_are_refused_one_by_one_and_the_rest_is_added(
    ledger: Ledger, file: Path, tmp_path: Path
) -> None:
    first, second, *_ = file.read_bytes().splitlines()
    late = json.loads(first) | {"made": "2999-01-01T00:00:00Z"}
    del late["id"]
    lines = [
        b"\xef\xbb\xbf" + first, b"", b"nonsense", second.replace(b"anna", b"ben"), b"\xff\xfe",
        b"x" * 1_000_000, json.dumps(late).encode(), b"\x1b[2J", second,
    ]  # fmt: skip
    file.write_bytes(b"\r\n".join(lines))
    other = dragoman.open(tmp_path / "other")
    done = other.replay(file)
    assert (done.seen, done.added) == (8, 2)
    assert [(line, reason[:24]) for line, reason in done.refused] == [
        (3, "is no JSON."), (4, "id is 'judgement-" + json.loads(second)["id"][10:17]),
        (5, "is no UTF-8."), (6, "is longer than 100,000 c"), (7, "made is 2999-01-01T00:00"),
        (8, "is no JSON."),
    ]  # fmt: skip
    assert len(other.judgements()) == 2


def test_many_lines_are_written_in_few_commits(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.workflow import judging

    monkeypatch.setattr(judging, "BATCH", 10)
    made = [on("accept", sale(0), 0, minutes).line() for minutes in range(25)]
    file = tmp_path / "many.jsonl"
    file.write_text("".join(json.dumps(line) + "\n" for line in made), encoding="utf-8")
    assert ledger.replay(file).added == 25
    assert len(list((ledger.folder / "judgements").glob("*.parquet"))) == 3


def test_a_file_that_is_not_there_is_told(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"none\.jsonl: cannot be read: No such file"):
        ledger.replay(tmp_path / "none.jsonl")
    with pytest.raises(LedgerError, match="cannot be read: Is a directory"):
        ledger.replay(tmp_path)


@pytest.mark.model
def test_judgements_survive_a_new_reading(tmp_path: Path) -> None:
    text = "Ukraine accused Iran of arming Russia. Iran denied on Tuesday that it armed Russia.\n"
    (tmp_path / "a.txt").write_text(text)
    ledger = dragoman.open(tmp_path / "crisis")
    ledger.add(tmp_path / "a.txt", published="2022-10-18")
    first, *rest = ledger.unjudged()
    ledger.judge(first["event_id"], "reject")
    ledger.judge(rest[0]["event_id"], "accept")
    seen = ledger.rows(ledger.events())
    assert len(seen) == len(rest)
    assert ledger.reread(everything=True).read == 1
    assert ledger.rows(ledger.events()) == seen
    assert [row["holds"] for row in ledger.rows(ledger.judgements())] == [True, True]
    assert len(ledger.as_read().events()) == len(seen) + 1
