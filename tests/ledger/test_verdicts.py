"""What is seen of a ledger in which people judged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from dragoman.body.twins import fingerprint
from dragoman.events.event import QUADS
from dragoman.events.senses import score_of
from dragoman.ledger.disputes import find_disputes
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.judgements import Judgement
from dragoman.ledger.pieces import events_of
from dragoman.ledger.query import Reader
from dragoman.ledger.verdicts import described
from dragoman.relations.weigh import alignments
from ledger.judging import as_read, judge, on, verdict
from ledger.network import ACTS, told
from ledger.synthetic import VERSIONS, Plain, event, ledger, party, reading, sale, span

SOLD, NOT_SOLD, MET = 0, 1, 2


def events(reader: Reader) -> list[Plain]:
    return reader.dicts("SELECT * FROM events ORDER BY report_id, position")


def acts(reader: Reader) -> list[Plain]:
    query = "SELECT * FROM acts ORDER BY report_id, event_id, source, target"
    return reader.dicts(query)


def parties(reader: Reader) -> list[Plain]:
    return reader.dicts("SELECT * FROM parties ORDER BY report_id, event_id, role, position")


def judged(folder: Path, entry: Entry, *judgements: Judgement) -> Reader:
    """A ledger of one report and these judgements."""
    reader = ledger(folder, entry)
    judge(folder, *judgements)
    return reader


def otherwise(entry: Entry, number: int, **change: Any) -> Entry:
    """The report as if one event of it had been read otherwise."""
    made = [
        one | (change if place == number else {})
        for place, one in enumerate(entry.reading["events"])
    ]
    return replace(entry, reading=entry.reading | {"events": made})


# --- rejected and accepted ---------------------------------------------------------------
def test_what_is_rejected_is_gone_from_every_answer(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD), on("reject", sale(), NOT_SOLD))
    assert [e["type"] for e in events(reader)] == ["CONSULT"]
    assert {a["type"] for a in acts(reader)} == {"CONSULT"}
    assert {p["code"] for p in parties(reader)} == {"TUR", "RUS"}
    assert reader.rows_of("SELECT event_ids FROM claims") == [([],), ([],)]
    assert reader.rows_of("SELECT count(*) FROM transfers") == [(0,)]
    assert find_disputes(reader, {}) == []
    assert alignments(reader.connection(), pair=("IRN", "RUS")) == []
    assert events_of(reader, [f"{sale().id}/{as_read(sale(), SOLD)['id']}"]) == []


def test_what_is_not_rejected_stays_as_it_was(tmp_path: Path) -> None:
    reader = judged(tmp_path / "a", sale(), on("reject", sale(), SOLD))
    plain = ledger(tmp_path / "b", sale())
    assert events(reader) == events(plain)[1:]
    assert parties(reader) == [p for p in parties(plain) if p["event_id"] != events(plain)[0]["id"]]
    assert acts(reader) == [a for a in acts(plain) if a["event_id"] != events(plain)[0]["id"]]
    claims = "SELECT content, event_ids FROM claims ORDER BY position"
    first, second = reader.rows_of(claims)
    assert (first[1], second) == ([], plain.rows_of(claims)[1])


def test_what_is_rejected_can_be_asked_for(tmp_path: Path) -> None:
    judged(tmp_path / "a", sale(), on("reject", sale(), SOLD))
    plain = ledger(tmp_path / "b", sale())
    as_it_was = Reader(tmp_path / "a", judged=False)
    assert events(as_it_was) == events(plain)
    assert acts(as_it_was) == acts(plain)


def test_a_reading_is_given_as_it_was_entered(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD))
    assert reader.reading(sale().id) == sale().reading


def test_what_is_accepted_is_certain_and_nothing_else_changes(tmp_path: Path) -> None:
    reader = judged(tmp_path / "a", sale(), on("accept", sale(), SOLD))
    plain = ledger(tmp_path / "b", sale())
    first, *rest = events(reader)
    assert first == events(plain)[0] | {"verdict": "accept", "confidence": 1.0}
    assert rest == events(plain)[1:]
    assert [a["confidence"] for a in acts(reader) if a["event_id"] == first["id"]] == [1.0]
    assert parties(reader) == parties(plain)


# --- corrected ---------------------------------------------------------------------------
def coded(text: str, words: str, code: str, nth: int = 0) -> Plain:
    return span(text, words, nth) | {"code": code, **described(code)}


TEXT = sale().text


@pytest.mark.parametrize(
    ("number", "change", "read"),
    [
        pytest.param(
            SOLD, {"type": "COOPERATE"},
            {"type": "COOPERATE", "quad": 2, "score": score_of("COOPERATE", None)}, id="type",
        ),
        pytest.param(
            MET, {"type": "CONSULT", "mode": "visit"},
            {"mode": "visit", "score": score_of("CONSULT", "visit"), "quad": 1}, id="mode",
        ),
        pytest.param(SOLD, {"status": "possible"}, {"status": "possible"}, id="status"),
        pytest.param(
            SOLD, {"actor": ["IRN-MIL"]}, {"actor": [coded(TEXT, "Iran", "IRN-MIL")]}, id="one-side",
        ),
        pytest.param(
            SOLD, {"actor": ["RUS"], "recipient": ["IRN"]},
            {"actor": [coded(TEXT, "Iran", "RUS")], "recipient": [coded(TEXT, "Russia", "IRN")]},
            id="sides-turned",
        ),
        pytest.param(
            MET, {"type": "AGREE", "actor": ["TUR"], "recipient": ["RUS"]},
            {
                "type": "AGREE", "score": score_of("AGREE", None), "reciprocal": False,
                "actor": [party(TEXT, "Turkey", "TUR")], "recipient": [party(TEXT, "Russia", "RUS", 1)],
            },
            id="no-longer-each-other",
        ),
        pytest.param(
            SOLD, {"recipient": []}, {"recipient": []}, id="nobody-on-one-side",
        ),
        pytest.param(
            SOLD, {"recipient": ["RUS", "BLR"]},
            {
                "recipient": [
                    party(TEXT, "Russia", "RUS"),
                    {"text": None, "start": None, "end": None, "code": "BLR", **described("BLR")},
                ]
            },
            id="one-more",
        ),
    ],
)  # fmt: skip
def test_what_is_corrected_is_as_if_it_had_been_read_so(
    tmp_path: Path, number: int, change: Plain, read: Plain
) -> None:
    reader = judged(tmp_path / "a", sale(), on("correct", sale(), number, **change))
    so = ledger(tmp_path / "b", otherwise(sale(), number, **read, confidence=1.0))
    expected = events(so)
    expected[number]["verdict"] = "correct"
    assert events(reader) == expected
    assert parties(reader) == parties(so)
    assert acts(reader) == acts(so)
    assert alignments(reader.connection()) == alignments(so.connection())


def test_another_type_has_its_quad_and_no_mode_of_the_old_one(tmp_path: Path) -> None:
    entry = otherwise(sale(), MET, mode="visit")
    reader = judged(tmp_path, entry, on("correct", entry, MET, type="ASSAULT"))
    found = events(reader)[MET]
    assert (found["mode"], found["quad"]) == (None, QUADS["ASSAULT"])


def test_keys_that_no_table_knows_survive_a_correction(tmp_path: Path) -> None:
    entry = otherwise(sale(), SOLD, row={"line": 7})
    reader = judged(tmp_path, entry, on("correct", entry, SOLD, status="possible"))
    (found,) = events_of(reader, [f"{entry.id}/{as_read(entry, SOLD)['id']}"])
    assert (found["status"], found["row"]) == ("possible", {"line": 7})


@pytest.mark.parametrize(
    ("number", "change", "left"),
    [
        (SOLD, {"recipient": ["BLR"]}, 0),
        (SOLD, {"status": "possible"}, 0),
        (SOLD, {"type": "ACCUSE"}, 0),
        (SOLD, {"mode": None}, 1),
        (NOT_SOLD, {"recipient": ["BLR"]}, 1),
    ],
)
def test_what_passed_by_an_event_that_is_another_does_not_pass_so(
    tmp_path: Path, number: int, change: Plain, left: int
) -> None:
    reader = judged(tmp_path, sale(), on("correct", sale(), number, **change))
    assert reader.rows_of("SELECT count(*) FROM transfers") == [(left,)]


def test_what_passes_between_others_in_the_same_words_stays(tmp_path: Path) -> None:
    entry = sale()
    entry.reading["transfers"][0]["recipient"] = "SYR"
    reader = judged(tmp_path, entry, on("reject", entry, SOLD))
    assert reader.rows_of("SELECT count(*) FROM transfers") == [(1,)]


# --- which judgement holds -----------------------------------------------------------------
def statuses(reader: Reader) -> list[Any]:
    return [(e["verdict"], e["status"]) for e in events(reader)[:1]]


def test_the_newest_judgement_of_an_event_holds_in_whatever_order_they_came(tmp_path: Path) -> None:
    first = on("reject", sale(), SOLD)
    second = on("correct", sale(), SOLD, minutes=1, status="possible")
    reader = judged(tmp_path, sale(), second)
    judge(tmp_path, first)
    assert statuses(reader) == [("correct", "possible")]
    judge(tmp_path, verdict("undo", minutes=2, of=second.id))
    assert len(events(reader)) == 2
    judge(tmp_path, verdict("undo", minutes=3, of=first.id))
    assert statuses(reader) == [(None, "actual")]


def test_a_row_that_was_written_twice_counts_once(tmp_path: Path) -> None:
    one = on("reject", sale(), SOLD)
    reader = judged(tmp_path, sale(), one, one)
    judge(tmp_path, one)
    assert reader.rows_of("SELECT count(*), bool_and(holds) FROM judgements") == [(1, True)]


def test_judgements_say_which_of_them_hold_and_of_what(tmp_path: Path) -> None:
    first, second = on("reject", sale(), SOLD), on("accept", sale(), SOLD, minutes=1)
    stray = on("reject", sale(7), SOLD)
    reader = judged(tmp_path, sale(), first, second, stray)
    rows = reader.rows_of("SELECT id, holds, event_id FROM judgements")
    now = f"{sale().id}/{as_read(sale(), SOLD)['id']}"
    assert {*rows} == {(first.id, False, None), (second.id, True, now), (stray.id, False, None)}


def test_a_judgement_waits_for_its_report(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(0), on("reject", sale(1), SOLD))
    assert len(events(reader)) == 3
    writer = Writer(tmp_path)
    writer.enter([sale(1)], writer.start_run(VERSIONS))
    assert len(events(reader)) == 5


def test_an_older_state_has_the_judgements_of_its_day(tmp_path: Path) -> None:
    judged(tmp_path, sale(), on("reject", sale(), SOLD))
    now = datetime.now(UTC)
    assert len(events(Reader(tmp_path, now))) == 2
    Writer(tmp_path).judge([on("reject", sale(), NOT_SOLD)])
    assert len(events(Reader(tmp_path, now))) == 2
    assert len(events(Reader(tmp_path))) == 1


def test_a_version_has_the_judgements_that_came_before_the_next_one(tmp_path: Path) -> None:
    judged(tmp_path, sale(), on("reject", sale(), SOLD))
    version = Reader(tmp_path).version()
    writer = Writer(tmp_path)
    writer.enter([sale(1)], writer.start_run(VERSIONS))
    judge(tmp_path, on("reject", sale(), NOT_SOLD, minutes=1))
    assert len(events(Reader(tmp_path, version))) == 2
    assert len(events(Reader(tmp_path, version + 1))) == 4


# --- after a new reading ---------------------------------------------------------------------
def reread(folder: Path, entry: Entry) -> None:
    writer = Writer(folder)
    writer.enter([replace(entry, edition=2)], writer.start_run(VERSIONS))


def renamed(entry: Entry, number: int, **change: Any) -> Entry:
    """The report as another almanac reads it: that event has another id and sense."""
    return otherwise(entry, number, id="event-ffffffffffff", rule="aid.other", **change)


def test_a_judgement_finds_its_event_under_another_id(tmp_path: Path) -> None:
    one = on("reject", sale(), SOLD)
    reader = judged(tmp_path, sale(), one)
    reread(tmp_path, renamed(sale(), SOLD))
    assert len(events(reader)) == 2
    assert reader.rows_of("SELECT holds FROM judgements") == [(True,)]


def test_a_judgement_finds_its_event_with_a_longer_evidence(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD))
    longer = span(TEXT, "Iran sold drones to Russia in July")
    reread(
        tmp_path,
        renamed(sale(), SOLD, evidence=longer["text"], start=longer["start"], end=longer["end"]),
    )
    assert len(events(reader)) == 2


def test_a_judgement_finds_its_event_with_another_trigger_and_the_same_evidence(
    tmp_path: Path,
) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD))
    reread(tmp_path, renamed(sale(), SOLD, trigger=span(TEXT, "sold drones")))
    assert len(events(reader)) == 2


@pytest.mark.parametrize(
    "change",
    [
        {"type": "ACCUSE"},
        {"trigger": span(TEXT, "drones"), "start": 5, "evidence": TEXT[5:26]},
    ],
)
def test_a_judgement_says_nothing_of_another_event(tmp_path: Path, change: Plain) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD))
    reread(tmp_path, renamed(sale(), SOLD, **change))
    assert len(events(reader)) == 3
    assert reader.rows_of("SELECT holds, event_id FROM judgements") == [(False, None)]


def test_of_two_events_that_may_be_meant_none_is(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD))
    twice = renamed(sale(), SOLD)
    first = twice.reading["events"][SOLD]
    both = [*twice.reading["events"], first | {"id": "event-eeeeeeeeeeee", "rule": "aid.third"}]
    reread(tmp_path, replace(twice, reading=twice.reading | {"events": both}))
    assert len(events(reader)) == 4


def test_a_correction_that_a_new_reading_follows_stays(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("correct", sale(), MET, type="AGREE", status="possible"))
    reread(tmp_path, renamed(sale(), MET, type="AGREE", score=2.5))
    found = events(reader)[MET]
    assert (found["type"], found["status"], found["verdict"]) == ("AGREE", "possible", "correct")


def test_what_was_accepted_is_judged_again_where_it_is_read_otherwise(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("accept", sale(), SOLD))
    reread(tmp_path, renamed(sale(), SOLD))
    assert events(reader)[SOLD]["verdict"] == "accept"
    writer = Writer(tmp_path)
    other = renamed(sale(), SOLD, actor=[party(TEXT, "Ukraine", "UKR")])
    writer.enter([replace(other, edition=3)], writer.start_run(VERSIONS))
    assert events(reader)[SOLD]["verdict"] is None
    assert events(reader)[SOLD]["confidence"] == 0.8


def test_what_was_rejected_stays_rejected_whoever_acts_in_a_new_reading(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("reject", sale(), SOLD))
    reread(tmp_path, renamed(sale(), SOLD, actor=[party(TEXT, "Ukraine", "UKR")]))
    assert len(events(reader)) == 2


# --- copies ------------------------------------------------------------------------------------
def copy_of(entry: Entry, outlet: str, ahead: str = "") -> Entry:
    """The same text from another outlet, with words in front."""
    values = dict(entry.reading)
    values["outlet"] = outlet
    moved = []
    for one in values["events"]:
        change: Plain = {key: one[key] + len(ahead) for key in ("start", "end")}
        for side in ("actor", "recipient"):
            change[side] = [
                p | {key: p[key] + len(ahead) for key in ("start", "end")} for p in one[side]
            ]
        change["trigger"] = one["trigger"] | {
            key: one["trigger"][key] + len(ahead) for key in ("start", "end")
        }
        moved.append(one | change | {"id": f"event-{one['start'] + len(ahead):012x}"})
    values |= {"events": moved, "claims": [], "transfers": [], "agreements": [], "relations": []}
    values |= {part: [] for part in ("times", "mentions", "noise", "skipped")}
    made = replace(entry, text=ahead + entry.text, reading=values)
    found = fingerprint(made.text, None)
    return replace(made, minhash=found.packed() if found else None)


def test_what_is_said_of_one_copy_holds_for_all_in_the_same_words(tmp_path: Path) -> None:
    first = copy_of(sale(), "The Courier")
    second = copy_of(sale(), "The Gazette", "(Courier) - ")
    reader = ledger(tmp_path, first, second)
    assert reader.rows_of("SELECT count(DISTINCT text_id) FROM reports") == [(1,)]
    judge(tmp_path, on("reject", first, SOLD))
    assert [e["type"] for e in events(reader)] == ["AID", "CONSULT"] * 2
    assert reader.rows_of("SELECT count(*) FROM judgements WHERE holds") == [(1,)]
    judge(tmp_path, on("accept", second, SOLD, minutes=-5))  # older, and of this very report
    assert len(events(reader)) == 5


def test_what_is_said_of_one_copy_says_nothing_of_another_reading_of_a_copy(tmp_path: Path) -> None:
    first = copy_of(sale(), "The Courier")
    second = otherwise(copy_of(sale(), "The Gazette"), SOLD, status="possible")
    reader = ledger(tmp_path, first, second)
    judge(tmp_path, on("reject", first, SOLD))
    assert len(events(reader)) == 5


def test_what_is_said_of_a_report_says_nothing_of_others(tmp_path: Path) -> None:
    reader = ledger(tmp_path, sale(0), sale(1))
    judge(tmp_path, on("reject", sale(0), SOLD))
    assert len(events(reader)) == 5


# --- actors ------------------------------------------------------------------------------------
def of_code(entry: Entry, code: str, other: str) -> Entry:
    """The report as if *code* had been read as *other* everywhere."""

    def swapped(value: Any) -> Any:
        if isinstance(value, list):
            return [swapped(one) for one in value]
        if not isinstance(value, dict):
            return other if value == code else value
        made = {key: swapped(one) for key, one in value.items()}
        if value.get("code") == code:
            known = {k: v for k, v in described(other).items() if k in value}
            made |= known
        return made

    return replace(entry, reading=swapped(entry.reading))


@pytest.mark.parametrize(("code", "other"), [("TUR", "AZE"), ("RUS", "BLR-MIL"), ("IRN", "IRQ")])
def test_actors_that_are_one_are_as_if_they_had_been_read_so(
    tmp_path: Path, code: str, other: str
) -> None:
    reader = judged(tmp_path / "a", sale(), verdict("merge", code=code, into=other))
    so = ledger(tmp_path / "b", of_code(sale(), code, other))

    def without(rows: list[Plain]) -> list[Plain]:
        return [{k: v for k, v in row.items() if k != "happening_id"} for row in rows]

    assert without(events(reader)) == without(events(so))
    assert parties(reader) == parties(so)
    assert without(acts(reader)) == without(acts(so))
    for table in ("claims", "transfers", "agreements", "mentions"):
        own = "* EXCLUDE (id)" if table == "transfers" else "*"  # their ids are made of codes
        query = f"SELECT {own} FROM {table} ORDER BY position"
        assert reader.dicts(query) == so.dicts(query)
    assert alignments(reader.connection()) == alignments(so.connection())


def test_who_becomes_one_does_nothing_to_itself(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), verdict("merge", code="TUR", into="RUS"))
    assert {(a["source"], a["target"]) for a in acts(reader)} == {("IRN", "RUS")}
    assert events(reader)[MET]["actors"] == ["RUS"]


def test_of_three_that_meet_two_of_which_are_one_two_are_left(tmp_path: Path) -> None:
    text = "Turkey, Ankara and Iran met."
    sides = [party(text, n, c) for n, c in (("Turkey", "TUR"), ("Ankara", "IGO-ANK"), ("Iran", "IRN"))]  # fmt: skip
    one = event(text, "Turkey, Ankara and Iran met", type="CONSULT", actor=sides, reciprocal=True)
    entry = Entry(name="a", text=text, reading=reading(events=[one]))
    reader = judged(tmp_path, entry, verdict("merge", code="IGO-ANK", into="TUR"))
    found = {(a["source"], a["target"], a["share"]) for a in acts(reader)}
    assert found == {("TUR", "IRN", 1.0), ("IRN", "TUR", 1.0)}


def test_a_merge_says_nothing_of_the_parts_of_a_code(tmp_path: Path) -> None:
    entry = otherwise(sale(), SOLD, actor=[party(TEXT, "Iran", "IRN-MIL")])
    reader = judged(tmp_path, entry, verdict("merge", code="IRN", into="IRQ"))
    assert events(reader)[SOLD]["actors"] == ["IRN-MIL"]


def test_events_of_actors_that_are_one_are_one_happening(tmp_path: Path) -> None:
    entries = [told(0, *ACTS[0]), told(1, "Israel", *ACTS[0][1:])]
    reader = ledger(tmp_path, *entries)
    count = "SELECT count(DISTINCT happening_id) FROM acts"
    assert reader.rows_of(count) == [(2,)]
    judge(tmp_path, verdict("merge", code="ISR", into="IRN"))
    assert reader.rows_of(count) == [(1,)]


def test_what_was_accepted_under_an_old_code_stays_accepted(tmp_path: Path) -> None:
    merge = verdict("merge", code="IRN", into="IRQ")
    reader = judged(tmp_path, sale(), merge, on("accept", sale(), SOLD, minutes=1))
    assert (events(reader)[SOLD]["verdict"], events(reader)[SOLD]["actors"]) == ("accept", ["IRQ"])


MOSCOW = span(TEXT, "Moscow") | {"report_id": sale().id}


def split(code: str, into: str | None, where: Plain = MOSCOW, minutes: int = 0) -> Judgement:
    return verdict("split", minutes=minutes, mention=where, code=code, into=into)


@pytest.mark.parametrize(("into", "recipients"), [(None, []), ("BLR", ["BLR"])])
def test_a_mention_that_is_not_an_actor_is_another_or_nobody(
    tmp_path: Path, into: str | None, recipients: list[str]
) -> None:
    reader = judged(tmp_path, sale(), split("RUS", into))
    sold, not_sold, met = events(reader)
    assert (sold["recipients"], not_sold["recipients"]) == (["RUS"], recipients)
    assert not_sold["verdict"] is None
    assert not_sold["confidence"] == 0.8
    assert met["actors"] == ["TUR", "RUS"]
    pairs = [(a["source"], a["target"]) for a in acts(reader) if a["event_id"] == not_sold["id"]]
    assert pairs == [("IRN", code) for code in recipients]


def test_a_mention_inside_a_party_takes_its_code_from_it(tmp_path: Path) -> None:
    text = "Georgian police seized a ferry of Iran."
    one = event(
        text, "Georgian police seized a ferry of Iran", type="COERCE",
        actor=[party(text, "Georgian police", "GEO-COP")], recipient=[party(text, "Iran", "IRN")],
    )  # fmt: skip
    entry = Entry(name="a", text=text, reading=reading(events=[one]))
    where = span(text, "Georgian") | {"report_id": entry.id}
    reader = judged(tmp_path, entry, split("GEO", "USA", where))
    assert events(reader)[0]["actors"] == ["USA-COP"]
    judge(tmp_path, split("GEO", None, where, 1))
    assert events(reader)[0]["actors"] == []


@pytest.mark.parametrize(("words", "left"), [("Russia", 0), ("Moscow", 1), ("Ukraine", 1)])
def test_what_passes_to_a_mention_that_is_another_does_not_pass_so(
    tmp_path: Path, words: str, left: int
) -> None:
    where = span(TEXT, words) | {"report_id": sale().id}
    code = "UKR" if words == "Ukraine" else "RUS"
    reader = judged(tmp_path, sale(), split(code, None, where))
    assert reader.rows_of("SELECT count(*) FROM transfers") == [(left,)]


def test_a_speaker_that_is_not_the_actor_is_not_in_its_acts(tmp_path: Path) -> None:
    where = span(TEXT, "Ukraine") | {"report_id": sale().id}
    reader = judged(tmp_path, sale(), split("UKR", None, where))
    assert reader.rows_of("SELECT speaker_code FROM claims ORDER BY position") == [
        (None,),
        ("IRN",),
    ]
    sold = events(reader)[SOLD]["id"]
    assert [a["speaker"] for a in acts(reader) if a["event_id"] == sold] == [None]


def test_a_mention_stays_in_its_report(tmp_path: Path) -> None:
    reader = ledger(tmp_path, sale(0), sale(1))
    judge(tmp_path, split("RUS", None))
    found = [e["recipients"] for e in events(reader) if e["evidence"].startswith("it had")]
    assert sorted(found) == [[], ["RUS"]]


def test_a_correction_goes_before_a_mention(tmp_path: Path) -> None:
    fixed = on("correct", sale(), NOT_SOLD, recipient=["UKR"])
    reader = judged(tmp_path, sale(), fixed, split("RUS", "BLR", minutes=1))
    assert events(reader)[NOT_SOLD]["recipients"] == ["UKR"]


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("IRN", {"name": "Iran", "country": "IRN", "sector": None}),
        ("UNO", {"country": None, "sector": None}),
        ("XQX-MIL", {"name": None, "country": None, "sector": None}),
        (None, {"name": None, "country": None, "sector": None}),
    ],
)
def test_of_a_code_only_that_is_told_which_is_known(code: str | None, told: Plain) -> None:
    assert {key: described(code)[key] for key in told} == told


# --- no other answer is touched ------------------------------------------------------------------
Ask = Callable[[Reader], Any]


@pytest.mark.parametrize(
    "ask",
    [
        lambda reader: reader.ask("claims", {}).fetchall(),
        lambda reader: reader.ask("agreements", {}).fetchall(),
        lambda reader: reader.search("sochi", {}).fetchall(),
        lambda reader: reader.dicts("SELECT * EXCLUDE (entered) FROM reports"),
    ],
)
def test_what_nobody_judged_is_the_same_with_judgements_and_without(
    tmp_path: Path, ask: Ask
) -> None:
    reader = ledger(tmp_path, sale())
    before = ask(reader)
    judge(tmp_path, on("accept", sale(), SOLD), on("correct", sale(), MET, status="possible"))
    assert ask(reader) == before


def test_days_of_a_corrected_event_stay(tmp_path: Path) -> None:
    reader = judged(tmp_path, sale(), on("correct", sale(), SOLD, status="possible"))
    assert (events(reader)[SOLD]["day"], events(reader)[SOLD]["last_day"]) == (
        date(2022, 7, 1), date(2022, 7, 31),
    )  # fmt: skip
