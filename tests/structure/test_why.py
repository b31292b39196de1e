from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from dragoman.events.senses import score_of
from dragoman.relations.acts import acts_of
from dragoman.relations.weigh import weigh_all
from dragoman.structure.why import Why, why


def event(id_: str, actor: str, type_: str, recipient: str, **more: Any) -> dict[str, Any]:
    return {
        "id": id_, "type": type_, "mode": None, "score": score_of(type_, None), "status": "actual",
        "historical": False, "date": "2022-10-17", "confidence": 0.9, "claim_id": None,
        "actor": [{"code": actor}], "recipient": [{"code": recipient}],
    } | more  # fmt: skip


REPORT = [
    event("arms", "IRN", "AID", "RUS", claim_id="told"),
    event("late", "RUS", "ACCUSE", "IRN-BUS"),
    event("us-iran", "USA", "SANCTION", "IRN"),
    event("iran-us", "IRN", "THREATEN", "USA"),
    event("us-russia", "USA", "SANCTION", "RUS"),
    event("ukraine-iran", "UKR", "ACCUSE", "IRN"),
    event("russia-ukraine", "RUS-MIL", "ASSAULT", "UKR"),
    event("iran-syria", "IRN", "AID", "SYR"),
    event("russia-syria", "RUS", "AID", "SYR"),
    event("iran-israel", "IRN", "ASSAULT", "ISR"),
    event("russia-israel", "RUS", "CONSULT", "ISR"),
    event("not-done", "IRN", "ASSAULT", "RUS", status="negated"),
]
CLAIMS = [
    {"id": "told", "stance": "asserts", "speaker": {"code": "USA"}, "event_ids": ["arms"]},
    {"id": "no", "stance": "denies", "speaker": {"code": "IRN"}, "event_ids": ["arms"]},
    {"id": "else", "stance": "asserts", "speaker": {"code": "USA"}, "event_ids": ["us-iran"]},
]


@pytest.fixture
def one_report() -> Why:
    return why(acts_of(REPORT, CLAIMS), "IRN", "RUS", events=REPORT, claims=CLAIMS)


def test_the_tie_and_what_speaks_against_it(one_report: Why) -> None:
    assert one_report.alignment > 0.2
    assert [e["id"] for e in one_report.events] == ["arms"]
    assert [e["id"] for e in one_report.frictions] == ["late"]
    assert one_report.events[0]["direction"] == ["IRN", "RUS"]


def test_shared_adversaries_by_the_weight_of_both_ties(one_report: Why) -> None:
    """Ukraine is attacked, but only accuses Iran; the United States threatens and sanctions both."""
    codes = [s.code for s in one_report.shared_adversaries]
    assert codes == ["USA", "UKR"]
    first = one_report.shared_adversaries[0]
    assert first.weight == pytest.approx((first.ties[0] * first.ties[1]) ** 0.5)
    assert {e["id"] for e in first.events} == {"us-iran", "iran-us", "us-russia"}


def test_shared_friends_and_contested_places(one_report: Why) -> None:
    assert [s.code for s in one_report.shared_friends] == ["SYR"]
    assert [s.code for s in one_report.contested] == ["ISR"]


def test_the_parts_of_the_explanation_leave_the_tie_itself(one_report: Why) -> None:
    parts = one_report.to_dict()["explained"]
    assert 0 < sum(parts.values()) < 1
    assert parts["shared_adversaries"] > parts["contested"] > 0


def test_claims_and_disputes_of_the_pair_alone(one_report: Why) -> None:
    assert [c["id"] for c in one_report.claims] == ["told", "no"]
    (dispute,) = one_report.disputes
    assert dispute["event"]["id"] == "arms"
    assert [c["id"] for c in dispute["for"]] == ["told"]
    assert [c["id"] for c in dispute["against"]] == ["no"]


def test_the_dict_is_plain_and_keeps_its_keys(one_report: Why) -> None:
    made = one_report.to_dict()
    assert json.loads(json.dumps(made)) == made
    assert list(made)[:9] == [
        "pair", "alignment", "low", "high", "events", "claims", "disputes", "shared_adversaries",
        "shared_friends",
    ]  # fmt: skip
    assert set(made["shared_adversaries"][0]) >= {"code", "weight", "events"}


def test_the_pair_may_be_asked_for_either_way(one_report: Why) -> None:
    other = why(acts_of(REPORT, CLAIMS), "RUS", "IRN", events=REPORT, claims=CLAIMS)
    assert other.alignment == one_report.alignment
    assert other.to_dict()["a_to_b"] == one_report.to_dict()["b_to_a"]
    assert other.to_dict()["a_to_b"] < 0


def test_of_a_hostile_pair_the_hostile_acts_show_the_tie() -> None:
    found = why(acts_of(REPORT), "USA", "IRN", events=REPORT)
    assert found.alignment < 0
    assert [e["id"] for e in found.events] == ["us-iran", "iran-us"]
    assert found.frictions == ()


def test_a_pair_without_acts_still_has_shared_adversaries() -> None:
    events = [event("a", "USA", "SANCTION", "IRN"), event("b", "USA", "SANCTION", "RUS")]
    found = why(acts_of(events), "IRN", "RUS", events=events).to_dict()
    assert (found["alignment"], found["low"], found["high"]) == (0.0, -1.0, 1.0)
    assert [s["code"] for s in found["shared_adversaries"]] == ["USA"]
    assert found["explained"]["shared_adversaries"] == 1.0


def test_without_any_acts_nothing_is_claimed() -> None:
    found = why([], "IRN", "RUS").to_dict()
    assert found["events"] == found["shared_adversaries"] == found["turns"] == []


def test_ids_of_two_reports_are_kept_apart() -> None:
    events = [
        event("e", "IRN", "AID", "RUS", report_id="r1"),
        event("e", "RUS", "ACCUSE", "IRN", report_id="r2"),
    ]
    found = why(acts_of(events), "IRN", "RUS", events=events)
    assert [e["report_id"] for e in found.events] == ["r1"]
    assert [e["report_id"] for e in found.frictions] == ["r2"]


def test_copies_are_shown_once() -> None:
    events = [
        event("e", "IRN", "AID", "RUS", report_id=f"r{k}", text_id="t", happening_id="h")
        for k in range(3)
    ]
    assert len(why(acts_of(events), "IRN", "RUS", events=events).events) == 1


def test_undated_acts_beside_dated_ones_still_count() -> None:
    events = [event("a", "IRN", "AID", "RUS"), event("b", "IRN", "AID", "RUS", date=None)]
    found = why(acts_of(events), "IRN", "RUS", events=events)
    assert found.row is not None
    assert found.row.events == 2


def test_where_alignments_are_known_the_acts_are_only_shown() -> None:
    acts = acts_of(REPORT, CLAIMS)
    rows = weigh_all(acts)
    few = [a for a in acts if a["event_id"] in ("arms", "late", "iran-us", "us-russia")]
    found = why(few, "IRN", "RUS", rows=rows, last=date(2022, 10, 17)).to_dict()
    whole = why(acts, "IRN", "RUS", events=REPORT, claims=CLAIMS).to_dict()
    for key in ("alignment", "low", "high", "explained", "a_to_b", "acts", "texts"):
        assert found[key] == whole[key], key
    ties = [(s["code"], s["ties"]) for s in found["shared_adversaries"]]
    assert ties == [(s["code"], s["ties"]) for s in whole["shared_adversaries"]]
    assert [e["event_id"] for e in found["shared_adversaries"][0]["events"]] == [
        "us-russia", "iran-us",
    ]  # fmt: skip


def test_beyond_ten_shared_places_of_a_kind_no_acts_are_shown() -> None:
    events = [
        event(f"{side}{k}", side, "ASSAULT", f"A{chr(65 + k)}A")
        for k in range(12)
        for side in ("IRN", "RUS")
    ]
    shared = why(acts_of(events), "IRN", "RUS", events=events).shared_adversaries
    assert len(shared) == 12
    assert [len(s.events) for s in shared] == [2] * 10 + [0] * 2
