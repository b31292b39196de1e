from __future__ import annotations

from typing import Any

import pytest

from dragoman.relations.acts import acts_of, first_day


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
            event("e", ["IRN", "RUS"], "CONSULT", []),
            [("IRN", "RUS", 1), ("RUS", "IRN", 1)], id="they-met",
        ),
        pytest.param(
            event("e", ["IRN", "RUS"], "ASSAULT", [], mutual=True),
            [("IRN", "RUS", 1), ("RUS", "IRN", 1)], id="they-fought",
        ),
    ],
)  # fmt: skip
def test_which_pairs_an_event_joins(
    made: dict[str, Any], wanted: list[tuple[str, str, float]]
) -> None:
    assert pairs(made) == wanted


def test_a_pact_of_many_is_shared_out() -> None:
    found = pairs(event("e", ["IRN", "RUS", "TUR"], "AGREE", []))
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
    assert (act["day"], act["text_id"]) == ("2022-10-18", "r2")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-10-17", "2022-10-17"),
        ("2022-10", "2022-10-01"),
        ("2015/..", "2015-01-01"),
        ("../2015", None),
        ("", None),
    ],
)
def test_a_date_counts_from_its_first_day(value: str, day: str | None) -> None:
    assert first_day(value) == day
