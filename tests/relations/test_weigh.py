from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.alphabet.errors import AlmanacError, DateError, WindowError
from dragoman.events.event import STATUSES, TYPES
from dragoman.events.senses import score_of
from dragoman.relations import credence
from dragoman.relations.credence import MOST, belief, load_half_lives
from dragoman.relations.weigh import (
    SHRINK,
    Alignment,
    alignments,
    interval,
    weigh,
    weigh_all,
)

COLUMNS = {
    "event_id": "VARCHAR", "report_id": "VARCHAR", "text_id": "VARCHAR", "happening_id": "VARCHAR",
    "source": "VARCHAR", "target": "VARCHAR", "actor": "VARCHAR", "recipient": "VARCHAR",
    "share": "DOUBLE", "mutual": "BOOLEAN", "type": "VARCHAR", "mode": "VARCHAR",
    "score": "DOUBLE", "status": "VARCHAR", "historical": "BOOLEAN", "day": "DATE",
    "published": "DATE", "outlet": "VARCHAR", "confidence": "DOUBLE", "claim_id": "VARCHAR",
    "stance": "VARCHAR", "speaker": "VARCHAR", "kind": "VARCHAR",
}  # fmt: skip
DAY = date(2022, 10, 31)
numbers = iter(range(10**9))


def act(source: str, type_: str, target: str, **given: Any) -> dict[str, Any]:
    """One act of a report of its own, told in the report's own voice, certain, on the last day."""
    number = next(numbers)
    made = dict.fromkeys(COLUMNS) | {
        "event_id": f"event-{number}", "report_id": f"report-{number}", "text_id": f"text-{number}",
        "happening_id": f"happening-{number}", "source": source, "target": target,
        "actor": source, "recipient": target, "share": 1.0, "mutual": False, "type": type_,
        "score": score_of(type_, None), "status": "actual", "historical": False, "day": DAY,
        "confidence": 1.0, "kind": "act",
    }  # fmt: skip
    assert not given.keys() - COLUMNS.keys()
    return made | given


def one(acts: list[dict[str, Any]], **given: Any) -> Alignment:
    (row,) = weigh(acts, "IRN", "RUS", **given)
    return row


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as made:
        columns = ", ".join(f"{name} {kind}" for name, kind in COLUMNS.items())
        made.execute(f"CREATE TABLE acts ({columns})")
        yield made


def fill(connection: duckdb.DuckDBPyConnection, acts: list[dict[str, Any]]) -> None:
    connection.execute("DELETE FROM acts")
    if acts:
        marks = ", ".join("?" for _ in COLUMNS)
        rows = [[a[name] for name in COLUMNS] for a in acts]
        connection.executemany(f"INSERT INTO acts VALUES ({marks})", rows)


def worked_example() -> list[dict[str, Any]]:
    """The example of docs/reference/alignment.md."""
    drones = {"happening_id": "drones", "day": date(2022, 10, 17)}
    return [
        act("IRN", "AID", "RUS", confidence=0.8, text_id="wire", **drones),
        act("IRN", "AID", "RUS", confidence=0.8, text_id="wire", **drones),  # a copy
        act("IRN", "AID", "RUS", confidence=0.5, text_id="paper", claim_id="c", speaker="USA",
            stance="asserts", **drones),
        act("RUS", "ACCUSE", "IRN", confidence=0.6, text_id="late"),
        act("IRN", "AID", "RUS", status="negated", text_id="denial"),
    ]  # fmt: skip


def test_the_worked_example_by_hand() -> None:
    row = one(worked_example(), every="month")
    drones = 1.0 * 2 ** (-14 / 540) * (1 - (1 - 0.8) * (1 - 0.5 * 0.8))
    accused = 0.3 * 0.6
    assert drones == pytest.approx(0.8643, abs=5e-5)
    assert row.friendly == pytest.approx(drones)
    assert row.hostile == pytest.approx(accused)
    assert row.alignment == pytest.approx((drones - accused) / (drones + accused + 0.4))
    assert row.alignment == pytest.approx(0.4738, abs=5e-5)
    assert (row.events, row.texts) == (2, 3)
    assert row.a_to_b == pytest.approx(0.6836, abs=5e-5)
    assert row.b_to_a == pytest.approx(-0.3103, abs=5e-5)
    assert (row.low, row.high) == pytest.approx((-0.6573, 1.0), abs=5e-5)
    assert (row.start, row.end) == (date(2022, 10, 1), date(2022, 11, 1))


def test_the_sql_agrees_with_the_worked_example(connection: duckdb.DuckDBPyConnection) -> None:
    fill(connection, worked_example())
    (found,) = alignments(connection, every="month")
    same(found, one(worked_example(), every="month"))


def test_negated_acts_and_requests_of_no_score_make_no_row() -> None:
    acts = [act("IRN", "AID", "RUS", status="negated"), act("IRN", "REQUEST", "RUS")]
    assert weigh(acts, "IRN", "RUS") == []


@pytest.mark.parametrize(
    ("less", "more"),
    [
        pytest.param({"status": "possible"}, {}, id="possible-less-than-actual"),
        pytest.param({"status": "requested"}, {"status": "possible"}, id="requested-least"),
        pytest.param({"claim_id": "c", "speaker": "USA"}, {}, id="claimed-less-than-own-voice"),
        pytest.param(
            {"claim_id": "c", "speaker": "RUS-MIL"},
            {"claim_id": "c", "speaker": "USA"},
            id="the-other-side-less-than-a-third",
        ),
        pytest.param(
            {"claim_id": "c", "speaker": "USA", "stance": "denies"},
            {"claim_id": "c", "speaker": "USA", "stance": "asserts"},
            id="denied-less-than-asserted",
        ),
        pytest.param({"day": date(2022, 1, 1)}, {"day": DAY}, id="old-less-than-new"),
        pytest.param({"day": None}, {"day": DAY}, id="undated-less-than-new"),
        pytest.param({"share": 0.2}, {}, id="one-of-many-less-than-one-of-two"),
        pytest.param({"confidence": 0.3}, {"confidence": None}, id="unsure-less-than-sure"),
    ],
)
def test_what_makes_an_act_count_less(less: dict[str, Any], more: dict[str, Any]) -> None:
    marker = act("USA", "AID", "RUS")  # holds the end of all time in place
    weak = one([act("IRN", "ASSAULT", "RUS", **less), marker])
    strong = one([act("IRN", "ASSAULT", "RUS", **more), marker])
    assert strong.alignment < weak.alignment < 0


def test_the_half_life_halves_an_act() -> None:
    acts = [act("IRN", "AID", "RUS", day=DAY - timedelta(540)), act("USA", "AID", "RUS")]
    assert one(acts).friendly == pytest.approx(MOST / 2)


def test_a_second_text_adds_less_than_the_first_and_no_event() -> None:
    def told(times: int) -> Alignment:
        return one(
            [act("IRN", "AID", "RUS", happening_id="h", confidence=0.5) for _ in range(times)]
        )

    first, second, third = (told(k).friendly for k in (1, 2, 3))
    assert first > second - first > third - second > 0
    assert (told(3).events, told(3).texts) == (1, 3)


def test_statements_of_all_reports_are_one_piece_of_evidence() -> None:
    stated = [act("IRN", "SUPPORT", "RUS", kind="stated", score=8.0) for _ in range(50)]
    row = one(stated)
    assert row.events == 1
    assert 0.79 < row.friendly <= 0.8


def test_rebels_of_a_state_are_not_the_state() -> None:
    helped = act("USA", "AID", "SYR", recipient="SYR-REB")
    assert weigh([helped], "SYR", "USA") == []
    assert weigh([helped | {"recipient": "SYR-MIL"}], "SYR", "USA")


@pytest.mark.parametrize("sector", ["CVL", "JRN", "EDU", "LAB"])
def test_what_private_people_do_is_no_act_of_their_state_and_what_they_suffer_is(
    sector: str,
) -> None:
    done = act("IRQ", "ASSAULT", "TUR", actor=f"IRQ-{sector}")
    assert weigh([done], "IRQ", "TUR") == []
    assert weigh([act("TUR", "ASSAULT", "IRQ", recipient=f"IRQ-{sector}")], "IRQ", "TUR")
    met = act("TUR", "CONSULT", "IRQ", recipient=f"IRQ-{sector}", mutual=True)
    assert weigh([met], "IRQ", "TUR") == []


@pytest.mark.parametrize("sector", ["CRM", "REF"])
def test_refugees_and_gangs_are_not_their_state(sector: str) -> None:
    assert weigh([act("DEU", "AID", "SYR", recipient=f"SYR-{sector}")], "DEU", "SYR") == []


def test_what_a_threat_hangs_on_says_nothing_of_who_stands_with_whom() -> None:
    told = {"status": "possible", "claim_id": "c", "stance": "threatens", "speaker": "DZA"}
    assert weigh([act("ESP", "COOPERATE", "MAR", **told)], "ESP", "MAR") == []
    assert weigh([act("DZA", "SANCTION", "ESP", **told)], "DZA", "ESP")


def test_an_organisation_that_ends_like_a_sector_counts() -> None:
    acts = [act("IGO-OPP", "AID", "USA")]
    assert weigh(acts, "IGO-OPP", "USA")


def test_direction_is_kept() -> None:
    row = one([act("IRN", "AID", "RUS"), act("RUS", "ASSAULT", "IRN")])
    assert row.a_to_b is not None
    assert row.b_to_a is not None
    assert row.a_to_b > 0 > row.b_to_a
    assert one([act("IRN", "AID", "RUS")]).b_to_a is None


def test_a_mutual_act_is_one_event() -> None:
    both = {"happening_id": "h", "text_id": "t", "mutual": True}
    row = one([act("IRN", "COOPERATE", "RUS", **both), act("RUS", "COOPERATE", "IRN", **both)])
    assert row.events == 1
    assert row.a_to_b == row.b_to_a == row.alignment


@pytest.mark.parametrize(
    ("every", "starts"),
    [
        ("month", ["2022-03-01", "2022-04-01", "2023-01-01"]),
        ("quarter", ["2022-01-01", "2022-04-01", "2023-01-01"]),
        ("year", ["2022-01-01", "2023-01-01"]),
        (None, ["2022-03-31"]),
    ],
)
def test_windows_begin_on_the_calendar(every: str | None, starts: list[str]) -> None:
    days = ("2022-03-31", "2022-04-01", "2023-01-15")
    rows = weigh([act("IRN", "AID", "RUS", day=d) for d in days], "RUS", "IRN", every=every)
    assert [r.to_dict()["start"] for r in rows] == starts


def test_a_single_text_is_less_sure_than_many() -> None:
    many = one([act("IRN", "AID", "RUS") for _ in range(6)])
    single = one([act("IRN", "AID", "RUS", text_id="t") for _ in range(6)])
    assert single.alignment == many.alignment
    assert single.low < many.low


def test_the_interval_narrows_with_evidence() -> None:
    widths = []
    for n in (1, 4, 16, 64):
        low, high = interval([0.5] * n, [0.0] * n, n)
        widths.append(high - low)
    assert widths == sorted(widths, reverse=True)


def test_unknown_windows_and_days_are_refused() -> None:
    with pytest.raises(WindowError, match="fortnight"):
        weigh([], "IRN", "RUS", every="fortnight")
    with pytest.raises(DateError, match="no date"):
        weigh([], "IRN", "RUS", since="2022-02-30")


def test_every_type_has_a_half_life() -> None:
    assert set(load_half_lives()) == {*TYPES, "STATED"}


def test_a_half_life_that_is_none_names_its_line(tmp_path: Any, monkeypatch: Any) -> None:
    folder = tmp_path / "relations"
    folder.mkdir()
    (folder / "half_lives.csv").write_text("type,half_life_days,source\nAID,0,x\n", "utf-8")
    monkeypatch.setattr(credence, "ALMANAC", tmp_path)
    load_half_lives.cache_clear()
    with pytest.raises(AlmanacError, match=r"half_lives.csv:2: half-life is '0'"):
        load_half_lives()
    load_half_lives.cache_clear()


# Properties: truths about the world, held by both forms of the formula.

PLACES = ("IRN", "RUS", "USA", "IGO-OPEC")


@st.composite
def told(draw: st.DrawFn) -> dict[str, Any]:
    source, target = draw(st.permutations(PLACES))[:2]
    type_ = draw(st.sampled_from(TYPES))
    claimed = draw(st.booleans())
    return act(
        source,
        type_,
        target,
        report_id=f"r{draw(st.integers(0, 5))}",
        text_id=draw(st.sampled_from([None, "t0", "t1", "t2", "t3"])),
        happening_id=draw(st.sampled_from([None, "h0", "h1", "h2", "h3"])),
        actor=draw(
            st.sampled_from([source, source + "-MIL", source + "-REB", source + "-CVL", None])
        ),
        recipient=draw(st.sampled_from([target, target + "-CVL", target + "-REF"])),
        mutual=draw(st.booleans()),
        share=draw(st.sampled_from([1.0, 0.5, 0.25])),
        status=draw(st.sampled_from([*STATUSES, "former"])),
        day=draw(st.none() | st.dates(date(2020, 11, 20), date(2022, 10, 31))),
        confidence=draw(st.none() | st.floats(0, 1)),
        claim_id="c" if claimed else None,
        stance=draw(st.sampled_from(["asserts", "denies", "questions", "declines", "threatens"]))
        if claimed
        else None,
        speaker=draw(st.sampled_from([None, source, target + "-MIL", "FRA"])) if claimed else None,
        kind=draw(st.sampled_from(["act", "act", "act", "stated"])),
    )


ACTS = st.lists(told(), max_size=25)
EVERY = st.sampled_from(["month", "quarter", "year", None])


def same(found: Alignment, wanted: Alignment) -> None:
    assert (found.a, found.b, found.start, found.end) == (
        wanted.a,
        wanted.b,
        wanted.start,
        wanted.end,
    )
    assert (found.events, found.texts) == (wanted.events, wanted.texts)
    for name in ("alignment", "low", "high", "a_to_b", "b_to_a", "friendly", "hostile"):
        assert getattr(found, name) == pytest.approx(getattr(wanted, name), abs=1e-9), name


@settings(max_examples=80, deadline=None)
@given(ACTS, EVERY, st.none() | st.dates(date(2021, 1, 1), date(2022, 12, 1)), st.booleans())
def test_sql_and_python_give_the_same_figures(
    connection: duckdb.DuckDBPyConnection,
    acts: list[dict[str, Any]],
    every: str | None,
    day: date | None,
    since: bool,
) -> None:
    fill(connection, acts)
    first, last = (day, None) if since else (None, day)
    found = alignments(connection, every=every, since=first, until=last)
    wanted = [
        row
        for k, a in enumerate(sorted(PLACES))
        for b in sorted(PLACES)[k + 1 :]
        for row in weigh(acts, b, a, every=every, since=first, until=last)
    ]
    assert len(found) == len(wanted)
    for one_found, one_wanted in zip(found, wanted, strict=True):
        same(one_found, one_wanted)
    if every is None and not since:
        assert weigh_all(acts, until=day) == wanted
    only = alignments(connection, pair=("RUS", "IRN"), every=every, since=first, until=last)
    assert [r.alignment for r in only] == pytest.approx(
        [r.alignment for r in wanted if (r.a, r.b) == ("IRN", "RUS")]
    )


@given(ACTS, EVERY, st.randoms())
def test_copies_and_order_change_nothing(
    acts: list[dict[str, Any]], every: str | None, random: Random
) -> None:
    """Telling the same story twice, or in another order, must not move a tie."""
    acts = [a | {"text_id": a["text_id"] or a["report_id"]} for a in acts]
    copies = [
        a | {"happening_id": a["happening_id"] or a["event_id"], "report_id": "copy"} for a in acts
    ]
    retold = acts + copies
    random.shuffle(retold)
    for found, wanted in zip(
        weigh(retold, "IRN", "RUS", every=every),
        weigh(acts, "IRN", "RUS", every=every),
        strict=True,
    ):
        same(found, wanted)


@given(ACTS, EVERY)
def test_swapping_all_signs_mirrors_alignment(
    acts: list[dict[str, Any]], every: str | None
) -> None:
    swapped = [a | {"score": -a["score"]} for a in acts]
    rows = zip(
        weigh(acts, "IRN", "RUS", every=every),
        weigh(swapped, "IRN", "RUS", every=every),
        strict=True,
    )
    for row, mirror in rows:
        turned = replace(
            row,
            alignment=-row.alignment, low=-row.high, high=-row.low,
            a_to_b=None if row.a_to_b is None else -row.a_to_b,
            b_to_a=None if row.b_to_a is None else -row.b_to_a,
            friendly=row.hostile, hostile=row.friendly,
        )  # fmt: skip
        same(mirror, turned)


@given(ACTS, told())
def test_a_friendly_act_never_lowers_alignment(
    acts: list[dict[str, Any]], more: dict[str, Any]
) -> None:
    friendly = more | {
        "source": "RUS",
        "target": "IRN",
        "actor": "RUS",
        "score": abs(more["score"]),
    }
    end = "2022-11-01"  # all time ends where it ended before
    acts = [a for a in acts if a["day"]]
    friendly["day"] = friendly["day"] or DAY
    before = weigh(acts, "IRN", "RUS", until=end)
    after = weigh([*acts, friendly], "IRN", "RUS", until=end)
    was = before[0].alignment if before else 0.0
    now = after[0].alignment if after else 0.0
    assert now >= was - 1e-12


@given(ACTS, EVERY)
def test_an_interval_holds_its_alignment(acts: list[dict[str, Any]], every: str | None) -> None:
    for row in weigh(acts, "IRN", "RUS", every=every):
        assert -1 <= row.low <= row.alignment <= row.high <= 1
        assert abs(row.alignment) <= 1 / (1 + SHRINK / (row.friendly + row.hostile)) + 1e-12


@given(told())
def test_no_text_is_believed_wholly(made: dict[str, Any]) -> None:
    made = made | {"status": "actual"}
    assert 0 <= belief(made) <= MOST
