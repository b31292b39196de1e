from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.acts import acts, days, happening
from dragoman.ledger.entry import Entry
from dragoman.relations.relation import pairs, place
from ledger.synthetic import Plain, event, ledger, party, reading, sale, told

TEXT = "Iran shelled Iraq and Turkey on Monday."
CONTRACT = (
    "event_id report_id text_id happening_id source target actor recipient share mutual type mode "
    "score status historical day published outlet confidence claim_id stance speaker kind"
).split()


def side(*codes: str | None) -> list[Plain]:
    return [party(TEXT, "Iran", code) for code in codes]


def joined(actor: list[Plain], recipient: list[Plain], **more: Any) -> list[tuple[str, str, float]]:
    shelling = event(
        TEXT, "Iran shelled Iraq", type="ASSAULT", actor=actor, recipient=recipient, **more
    )
    return [(a["source"], a["target"], a["share"]) for a in acts(told(TEXT, shelling))]


def test_the_view_has_the_columns_of_the_contract(tmp_path: Path) -> None:
    assert ledger(tmp_path, sale()).run("SELECT * FROM acts").columns == CONTRACT


def test_the_view_has_the_columns_of_the_contract_before_anything_is_entered(
    tmp_path: Path,
) -> None:
    assert ledger(tmp_path).run("SELECT * FROM acts").columns == CONTRACT


def test_an_act_goes_from_who_does_it_to_each_who_suffers_it() -> None:
    assert joined(side("IRN"), side("IRQ", "TUR")) == [("IRN", "IRQ", 1.0), ("IRN", "TUR", 1.0)]


def test_two_who_act_on_a_third_are_no_pair() -> None:
    assert joined(side("IRN", "SYR"), side("IRQ")) == [("IRN", "IRQ", 1.0), ("SYR", "IRQ", 1.0)]
    assert joined(side("IRN", "SYR"), []) == []


def test_who_act_on_each_other_are_joined_both_ways_in_shares() -> None:
    found = joined(side("IRN", "SYR", "TUR"), [], reciprocal=True)
    assert len(found) == 6
    assert {share for *_, share in found} == {0.5}


def test_a_place_does_not_act_on_itself_and_counts_once() -> None:
    assert joined(side("IRN-MIL", "IRN"), side("IRN-REB", "IRQ")) == [("IRN", "IRQ", 1.0)]


def test_who_stands_apart_from_a_state_does_not_stand_for_it_beside_it() -> None:
    shelling = event(
        TEXT, "Iran shelled Iraq", actor=side("IRN-REB", "IRN-MIL"), recipient=side("IRQ")
    )
    assert [row["actor"] for row in acts(told(TEXT, shelling))] == ["IRN-MIL"]


def test_who_is_not_known_joins_nobody() -> None:
    assert joined(side("IRN"), side(None)) == []


def test_full_codes_stand_beside_the_places() -> None:
    shelling = event(TEXT, "Iran shelled Iraq", actor=side("IRN-MIL"), recipient=side("IGO-OPEC"))
    (row,) = acts(told(TEXT, shelling))
    assert (row["source"], row["actor"]) == ("IRN", "IRN-MIL")
    assert (row["target"], row["recipient"]) == ("IGO-OPEC", "IGO-OPEC")


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["IRN", "IRN-MIL", "IRQ", "UNO", "IGO-OPEC", "ISM-X", None]),
            st.sampled_from([0, 20]),
        ),
        max_size=4,
    ),
    st.lists(st.sampled_from(["IRN", "IRQ-REB", "IGO-OPEC", "IGO-AU", None]), max_size=3),
    st.booleans(),
)
def test_pairs_are_those_that_relations_count(
    actor: list[tuple[str | None, int]], recipient: list[str | None], reciprocal: bool
) -> None:
    """Also where some of the actors stand before the word and others behind it."""
    other: Any = SimpleNamespace(
        actor=[SimpleNamespace(code=c, span=SimpleNamespace(start=at)) for c, at in actor],
        trigger=SimpleNamespace(start=5),
        recipient=[SimpleNamespace(code=c) for c in recipient],
        reciprocal=reciprocal,
    )
    acting = [party(TEXT, "Iran", code) | {"start": at} for code, at in actor]
    trigger = {"text": "shelled", "start": 5, "end": 12}
    found = joined(acting, side(*recipient), reciprocal=reciprocal, trigger=trigger)
    places = {tuple(sorted(map(place, pair))) for pair in pairs(other)}
    assert {tuple(sorted(pair[:2])) for pair in found} == {p for p in places if p[0] != p[1]}


def test_an_act_without_a_date_has_the_day_of_publication() -> None:
    (row,) = acts(
        told(TEXT, event(TEXT, "Iran shelled Iraq", actor=side("IRN"), recipient=side("IRQ")))
    )
    assert row["day"] == row["published"] == date(2022, 10, 18)


def test_an_act_has_the_first_day_of_its_own_date() -> None:
    dated = event(
        TEXT, "Iran shelled Iraq", actor=side("IRN"), recipient=side("IRQ"), date="2021/2022-03"
    )
    assert [row["day"] for row in acts(told(TEXT, dated))] == [date(2021, 1, 1)]


def test_the_claim_that_carries_an_act_stands_beside_it() -> None:
    stances = [(row["stance"], row["speaker"]) for row in acts(sale())]
    assert stances == [("asserts", "UKR"), ("denies", "IRN"), (None, None), (None, None)]


def test_statements_of_relation_are_acts_of_their_own_kind() -> None:
    statements = [
        {"text": "its ally", "start": 0, "end": 8, "sign": 1},
        {"text": "foe", "start": 9, "end": 12, "sign": -1, "strength": 8.0, "status": "actual"},
        {"text": "former ally", "start": 9, "end": 12, "sign": 1, "status": "former"},
    ]
    relation = {
        "a": "IRN",
        "b": "SYR",
        "sign": 1,
        "score": 0.5,
        "event_ids": [],
        "statements": statements,
    }
    entry = Entry(name="a", text=TEXT, reading=reading(relations=[relation]))
    found = [(r["source"], r["target"], r["score"], r["kind"], r["mutual"]) for r in acts(entry)]
    assert found == [
        ("IRN", "SYR", 5.0, "stated", True), ("SYR", "IRN", 5.0, "stated", True),
        ("IRN", "SYR", -8.0, "stated", True), ("SYR", "IRN", -8.0, "stated", True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("more", "kinds"),
    [
        pytest.param({}, ["act"], id="the-same-word"),
        pytest.param({"status": "negated"}, ["act", "stated", "stated"], id="an-act-that-was-not"),
        pytest.param({"recipient": side("TUR")}, ["act", "stated", "stated"], id="another-pair"),
        pytest.param({"word": "on Monday"}, ["act", "stated", "stated"], id="other-words"),
    ],
)
def test_words_that_are_coded_as_an_act_are_not_counted_as_a_statement_too(
    more: Plain, kinds: list[str]
) -> None:
    word = more.pop("word", "shelled")
    given: Plain = {"type": "ASSAULT", "actor": side("IRN-MIL"), "recipient": side("IRQ")}
    one = event(TEXT, "Iran shelled Iraq", **(given | more))
    one["trigger"] = {"text": word, "start": TEXT.index(word), "end": TEXT.index(word) + len(word)}
    said = {"text": "shelled", "start": 5, "end": 12, "sign": -1, "status": "actual"}
    said["trigger"] = {"text": "shelled", "start": 5, "end": 12}
    relation = {"a": "IRN", "b": "IRQ", "sign": -1, "score": -0.7, "event_ids": []}
    entry = told(TEXT, one)
    entry.reading["relations"] = [relation | {"statements": [said]}]
    assert [a["kind"] for a in acts(entry)] == kinds


def shelling(text: str, **more: Any) -> tuple[Entry, Plain]:
    given = {"type": "ASSAULT", "actor": side("IRN"), "recipient": side("IRQ")} | more
    one = event(text, text[:-1], **given)
    return told(text, one), one


@pytest.mark.parametrize(
    ("more", "same"),
    [
        ({"date": "2022-10-17"}, True),
        ({"date": "2022-10-16"}, False),
        ({"date": "2022-10-17", "status": "negated"}, False),
        ({"date": "2022-10-17", "type": "COERCE"}, False),
    ],
)
def test_the_same_parties_type_status_and_day_are_one_happening(more: Plain, same: bool) -> None:
    first = happening(*shelling("Iran shelled Iraq.", date="2022-10-17"))
    second = happening(*shelling("Iranian guns pounded Iraq.", **more))
    assert (first == second) is same


def test_without_any_date_only_copies_tell_of_one_happening() -> None:
    found = []
    for text in ("Iran shelled Iraq.", "Iran  shelled Iraq.", "Iran has shelled Iraq."):
        entry, one = shelling(text)
        entry.reading["published"] = None
        found.append(happening(entry, one | {"id": "event-1"}))
    assert found[0] == found[1] != found[2]


def test_dates_of_events_are_days() -> None:
    assert days("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))
    assert days("../2020") == (None, date(2020, 12, 31))
    assert days("someday") == days(None) == (None, None)
