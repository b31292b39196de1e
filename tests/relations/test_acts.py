from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dragoman.ledger import keys
from dragoman.ledger.acts import acts, happening
from dragoman.relations.acts import acts_of
from ledger.synthetic import sale


def event(
    id_: str, actors: list[str | None], type_: str, recipients: list[str | None], **more: Any
) -> dict[str, Any]:
    return {
        "id": id_, "type": type_, "mode": None, "score": 1.0, "status": "actual",
        "historical": False, "date": None, "confidence": 0.8, "claim_id": None,
        "actor": [{"code": c} for c in actors], "recipient": [{"code": c} for c in recipients],
    } | more  # fmt: skip


def pairs(*events: dict[str, Any]) -> list[tuple[str, str, float]]:
    return [(a["source"], a["target"], a["share"]) for a in acts_of(events)]


@pytest.mark.parametrize(
    ("made", "wanted"),
    [
        pytest.param(event("e", ["IRN"], "AID", ["RUS-MIL"]), [("IRN", "RUS", 1)], id="sector-to-state"),
        pytest.param(event("e", ["IRN-COP"], "COERCE", ["IRN-CVL"]), [], id="inside-one-state"),
        pytest.param(event("e", [None], "AID", ["RUS"]), [], id="no-code"),
        pytest.param(event("e", ["IRN"], "PROTEST", []), [], id="nobody-acted-on"),
        pytest.param(event("e", ["IRN", "RUS"], "ACCUSE", []), [], id="two-who-accuse-are-no-pair"),
        pytest.param(
            event("e", ["IRN", "RUS"], "AID", ["SYR"]),
            [("IRN", "SYR", 1), ("RUS", "SYR", 1)], id="two-who-help-a-third",
        ),
        pytest.param(
            event("e", ["IRN", "RUS"], "CONSULT", [], reciprocal=True),
            [("IRN", "RUS", 1), ("RUS", "IRN", 1)], id="they-met",
        ),
        pytest.param(
            event("e", ["IRN", "RUS"], "ASSAULT", [], reciprocal=True),
            [("IRN", "RUS", 1), ("RUS", "IRN", 1)], id="they-fought",
        ),
        pytest.param(event("e", ["IRN", "RUS"], "CONSULT", []), [], id="two-who-met-somebody"),
    ],
)  # fmt: skip
def test_which_pairs_an_event_joins(
    made: dict[str, Any], wanted: list[tuple[str, str, float]]
) -> None:
    assert pairs(made) == wanted


def test_a_pact_of_many_is_shared_out() -> None:
    found = pairs(event("e", ["IRN", "RUS", "TUR"], "AGREE", [], reciprocal=True))
    assert len(found) == 6
    assert {share for _, _, share in found} == {0.5}


def test_the_claim_gives_speaker_and_stance_inside_its_own_report() -> None:
    claims = [
        {"id": "c", "report_id": r, "stance": s, "speaker": {"code": code}}
        for r, s, code in (("r1", "asserts", "USA"), ("r2", "denies", "IRN"))
    ]
    told = event("e", ["IRN"], "AID", ["RUS"], claim_id="c", report_id="r2", published="2022-10-18")
    (act,) = acts_of([told], claims)
    assert (act["stance"], act["speaker"], act["event_id"]) == ("denies", "IRN", "r2/e")
    assert (act["day"], act["text_id"]) == (date(2022, 10, 18), "r2")


def test_outright_statements_are_acts_of_their_own_kind_inside_their_own_report() -> None:
    said = {"sign": -1, "strength": 7.0, "status": "actual"}
    relation = {"a": "IRN", "b": "ISR", "sign": -1, "score": -0.7, "statements": [said, said]}
    found = acts_of([], relations=[relation | {"report_id": r} for r in ("r1", "r2")])
    assert [a["event_id"] for a in found[::2]] == [
        "r1/statement-0.0", "r1/statement-0.1", "r2/statement-0.0", "r2/statement-0.1",
    ]  # fmt: skip
    ends = {(a["source"], a["target"], a["kind"], a["score"]) for a in found}
    assert ends == {("IRN", "ISR", "stated", -7.0), ("ISR", "IRN", "stated", -7.0)}


def test_words_coded_as_an_act_are_counted_once_inside_their_own_report() -> None:
    word = {"text": "at war", "start": 20, "end": 26}
    said = {"sign": -1, "strength": 9.0, "status": "actual", "trigger": word}
    relation = {"a": "IRN", "b": "ISR", "sign": -1, "score": -0.7, "statements": [said]}
    act = event("e", ["IRN"], "ASSAULT", ["ISR"], report_id="r1", trigger=word, score=-9.0)
    found = acts_of([act], relations=[relation | {"report_id": r} for r in ("r1", "r2")])
    assert {a["event_id"] for a in found} == {"r1/e", "r2/statement-0.0"}


def test_the_rows_are_those_that_a_ledger_keeps() -> None:
    entry = sale()
    own = {"text_id": keys.text_id(entry.text), "published": entry.reading["published"]}
    own |= {"outlet": entry.reading["outlet"], "report_id": entry.id}
    reading = entry.reading
    made = acts_of(
        [e | own | {"happening_id": happening(entry, e)} for e in reading["events"]],
        [c | own for c in reading["claims"]],
        [r | own for r in reading["relations"]],
    )
    kept = list(acts(entry))
    for act in kept:
        act |= {"report_id": entry.id, "event_id": f"{entry.id}/{act['event_id']}"}
    assert made == kept


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-10-17", "2022-10-17"),
        ("2022-10", "2022-10-01"),
        ("2015/..", "2015-01-01"),
        ("../2015", "2015-12-31"),
        (None, None),
    ],
)
def test_a_date_counts_from_its_first_day(value: str | None, day: str | None) -> None:
    (act,) = acts_of([event("e", ["IRN"], "AID", ["RUS"], date=value)])
    assert act["day"] == (date.fromisoformat(day) if day else None)


def test_what_is_only_supposed_is_no_act() -> None:
    assert pairs(event("e", ["IRN"], "ASSAULT", ["USA"], counts=False)) == []
