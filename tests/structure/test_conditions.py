from __future__ import annotations

from typing import Any

import pytest

from dragoman.structure.conditions import condition_in, spoken_threats

Plain = dict[str, Any]


@pytest.mark.parametrize(
    ("sentence", "condition"),
    [
        ("Hanoi warned of reprisals if the drilling rig stayed.", "if the drilling rig stayed"),
        (
            "If the blockade goes on, Doha said, it will leave the talks.",
            "If the blockade goes on",
        ),
        (
            "Baku threatened an offensive unless its prisoners were freed.",
            "unless its prisoners were freed",
        ),
        ("Chad warned Sudan against raids.", None),
        ("Asked if the army would march, the minister warned Eritrea.", None),
        ("Manila will resist even if it must stand alone.", None),
        ("Kinshasa vowed to answer, if necessary.", None),
        ("If they come and if they shoot, Lima warned, it will shoot back.", None),
        ("Gifts will be returned.", None),
        ("", None),
        (None, None),
    ],
)
def test_one_if_clause_is_the_condition_and_anything_else_is_none(
    sentence: str | None, condition: str | None
) -> None:
    assert condition_in(sentence) == condition


def threat(text: str, who: str, act: str, doer: str, **more: Any) -> tuple[Plain, Plain]:
    """A claim that threatens, and the event that it carries."""
    words = {"text": text, "start": 100, "end": 100 + len(text)}
    at = 100 + text.index(act)
    event = {"id": "e", "start": at, "end": at + len(act), "actor": [{"code": doer}]}
    claim = {
        "id": "c", "stance": "threatens", "speaker": {"code": who}, "content": words,
        "cue": {"text": "warned", "start": 80, "end": 86}, "event_ids": ["e"],
    }  # fmt: skip
    return claim | more, event


WARNED = "Ethiopia would respond if Egyptian troops were deployed near its border"


def test_who_threatens_on_a_condition_warns_whoevers_act_it_is() -> None:
    claim, event = threat(WARNED, "ETH", "Egyptian troops were deployed", "EGY-MIL")
    (made,) = spoken_threats([claim], [event])
    assert made["condition"] == "if Egyptian troops were deployed near its border"
    assert [p["code"] for p in made["recipient"]] == ["EGY-MIL"]
    assert (made["type"], made["actor"][0]["code"], made["id"]) == ("THREATEN", "ETH", "c")


@pytest.mark.parametrize(
    ("given", "act", "doer"),
    [
        pytest.param(
            {"stance": "predicts"}, "Egyptian troops were deployed", "EGY", id="no-threat"
        ),
        pytest.param({}, "Ethiopia would respond", "EGY", id="act-outside-the-condition"),
        pytest.param({}, "Egyptian troops were deployed", "ETH-MIL", id="its-own-act"),
        pytest.param({}, "Egyptian troops were deployed", None, id="nobody-known"),
        pytest.param({"speaker": {"code": None}}, "Egyptian troops", "EGY", id="speaker-unknown"),
    ],
)
def test_nobody_is_warned_where_it_is_not_said(given: Plain, act: str, doer: str) -> None:
    claim, event = threat(WARNED, "ETH", act, doer, **given)
    assert spoken_threats([claim], [event]) == []


def test_a_threat_that_is_an_event_is_not_told_twice() -> None:
    claim, event = threat(WARNED, "ETH", "Egyptian troops were deployed", "EGY")
    coded = {"trigger": {"text": "warned", "start": 80, "end": 86}}
    assert spoken_threats([claim], [event], [coded]) == []


def test_where_the_condition_names_nobody_whoever_would_be_harmed_is_warned() -> None:
    claim, event = threat(WARNED, "ETH", "Ethiopia would respond", "ETH")
    event |= {"type": "SANCTION", "recipient": [{"code": "EGY"}]}
    (made,) = spoken_threats([claim], [event])
    assert [p["code"] for p in made["recipient"]] == ["EGY"]
