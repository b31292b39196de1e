from __future__ import annotations

from typing import Any

import pytest

from dragoman.views.judging import facts, marked

Plain = dict[str, Any]
SENTENCE = "Iran sold drones to Russia."


def party(start: int, end: int, code: str | None = "IRN", name: str | None = "Iran") -> Plain:
    return {"start": start, "end": end, "code": code, "name": name, "text": "x"}


def event(**more: Any) -> Plain:
    return {
        "sentence": SENTENCE, "sentence_start": 100, "evidence": "sold", "type": "AID",
        "mode": None, "status": "actual", "date": None, "reciprocal": False,
        "actor": [party(100, 104)], "recipient": [party(120, 126, "RUS", "Russia")],
        "trigger": {"start": 105, "end": 109}, "claim_id": None, "stance": None, "speaker": None,
        "speaker_code": None, "title": "Drones", "outlet": None, "published": None, "url": None,
        "report": "a.txt", "rule": "aid.sell", "event_id": "report-1/event-1", "confidence": 0.5,
    } | more  # fmt: skip


def test_trigger_and_parties_are_marked_in_the_sentence() -> None:
    assert marked(event()).plain == "[Iran→] *sold* drones to [→Russia]."


def test_who_act_on_each_other_are_marked_so() -> None:
    sides = {"actor": [party(100, 104), party(120, 126)], "recipient": [], "reciprocal": True}
    assert marked(event(**sides)).plain == "[Iran↔] *sold* drones to [Russia↔]."


@pytest.mark.parametrize(
    ("more", "plain"),
    [
        ({"actor": [party(0, 4)]}, "Iran *sold* drones to [→Russia]."),
        ({"actor": [{"start": None, "end": None, "code": "IRN", "name": None, "text": None}]}, "Iran *sold* drones to [→Russia]."),
        ({"actor": [party(107, 116)]}, "Iran *sold* drones to [→Russia]."),
        ({"actor": [party(100, 109)]}, "[Iran *sold*→] drones to [→Russia]."),
        ({"sentence": None, "sentence_start": None}, "sold"),
        ({"actor": [party(105, 109)]}, "Iran [*sold*→] drones to [→Russia]."),
    ],
)  # fmt: skip
def test_what_stands_elsewhere_or_across_is_not_marked(more: Plain, plain: str) -> None:
    assert marked(event(**more)).plain == plain


@pytest.mark.parametrize(
    ("odd", "shown"),
    [
        ("\x1b", "<U+001B>"), ("\u202e", "<U+202E>"), ("\n", " "), ("\u2028", " "),
        ("\x9b", "<U+009B>"), ("\ud800", "<U+D800>"), ("[red]", "[red]"),
    ],
)  # fmt: skip
def test_what_could_move_a_terminal_is_spelled_out_and_moves_no_mark(odd: str, shown: str) -> None:
    sentence = f"{odd}an sold drones to Russia."
    moved = len(odd) - 2
    more = {
        "sentence": sentence, "actor": [party(100, 104 + moved)],
        "trigger": {"start": 105 + moved, "end": 109 + moved},
        "recipient": [party(120 + moved, 126 + moved)],
    }  # fmt: skip
    assert marked(event(**more)).plain == f"[{shown}an→] *sold* drones to [→Russia]."


def test_facts_say_what_who_and_by_whom() -> None:
    assert facts(event(date="2022-07", mode="x", status="possible")) == [
        "AID / x · possible · 2022-07",
        "Iran (IRN) → Russia (RUS)",
        "said by: the report itself",
        "in: Drones · a.txt",
        "by the rule aid.sell: report-1/event-1",
    ]


def test_facts_say_who_is_not_known() -> None:
    nobody = {"actor": [], "recipient": [party(1, 2, None, None)]}
    voice = {"claim_id": "claim-1", "stance": "denies", "speaker": "\x1b[2J", "speaker_code": None}
    _, sides, said, *_ = facts(event(**nobody, **voice))
    assert sides == "nobody → x (no code)"
    assert said == "said by: <U+001B>[2J, who denies it"
