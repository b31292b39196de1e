from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from dragoman.relations.signs import tally
from dragoman.structure.turns import turning_points
from planted import START, history


def acts(signs: str, step: int = 7) -> list[dict[str, Any]]:
    """One act a week: + for aid, - for an accusation."""
    return [
        {"event_id": f"e{k}", "text_id": f"t{k}", "happening_id": None, "source": "IRN",
         "target": "RUS", "type": "AID" if sign == "+" else "ACCUSE", "status": "actual",
         "score": 10.0 if sign == "+" else -3.0, "day": START + timedelta(step * k)}
        for k, sign in enumerate(signs)
    ]  # fmt: skip


def test_a_break_is_found_on_its_day_with_what_made_it() -> None:
    (turn,) = turning_points(acts("+" * 12 + "-" * 12), "RUS", "IRN")
    assert turn.day == (START + timedelta(84)).isoformat()
    assert turn.before > 0.9
    assert turn.after < -0.8
    assert [e["type"] for e in turn.events] == ["ACCUSE"] * 5
    assert turn.gain > 0
    assert turn.to_dict()["events"][0]["day"] == turn.day


@pytest.mark.parametrize("signs", ["", "+", "+-", "+" * 30, "+++++-+++++", "+-" * 20])
def test_no_turn_where_one_stretch_explains_all(signs: str) -> None:
    assert turning_points(acts(signs), "IRN", "RUS") == []


def test_there_and_back_are_two_turns() -> None:
    turns = turning_points(acts("+" * 15 + "-" * 15 + "+" * 15), "IRN", "RUS")
    assert [t.after > t.before for t in turns] == [False, True]


def test_copies_make_no_turn() -> None:
    told = acts("+" * 6 + "-" * 2)
    told += [told[-1] | {"event_id": f"copy{k}"} for k in range(50)]
    for k, act in enumerate(told):
        act["happening_id"] = f"h{min(k, 7)}"
        act["text_id"] = f"t{min(k, 7)}"
    assert turning_points(told, "IRN", "RUS") == []


def test_strangers_and_undated_acts_are_passed_over() -> None:
    told = acts("+" * 12 + "-" * 12)
    strangers = [a | {"source": "MLI", "target": "USA"} for a in acts("-" * 20)]
    undated = [a | {"day": None, "event_id": "u" + a["event_id"]} for a in acts("+" * 5)]
    assert turning_points(told + strangers + undated, "IRN", "RUS") == turning_points(
        told, "IRN", "RUS"
    )


def test_a_turn_is_believed_more_readily_between_levels_that_are_usual() -> None:
    told = acts("++-+++-++" + "--+---+--")
    friends = [a | {"target": "SYR"} for a in acts("+++-" * 20)]
    foes = [a | {"target": "USA"} for a in acts("---+" * 20)]
    among = turning_points(told + friends + foes, "IRN", "RUS", expected=5)
    alone = turning_points(told, "IRN", "RUS", expected=5)
    assert [t.gain for t in among] > [t.gain for t in alone]


def test_signs_of_others_count_as_their_acts_do() -> None:
    told = acts("+" * 12 + "-" * 12)
    other = [a | {"target": "USA"} for a in acts("-+-" * 9)]
    counted = tally(told + other, ("IRN",))
    assert turning_points(told + other, "IRN", "RUS") == turning_points(
        told, "IRN", "RUS", others=counted
    )


def test_a_long_history_is_cut_on_its_day() -> None:
    (turn,) = turning_points(acts("+" * 1500 + "-" * 1500, step=1), "IRN", "RUS")
    assert turn.day == (START + timedelta(1500)).isoformat()


def test_a_long_and_noisy_history_is_cut_within_days() -> None:
    (turn,) = turning_points(acts("++-+" * 1200 + "--+-" * 1200, step=1), "IRN", "RUS")
    assert abs(date.fromisoformat(turn.day) - (START + timedelta(4800))) <= timedelta(7)


def test_the_interval_holds_the_day_and_is_wider_where_less_is_told() -> None:
    (often,) = turning_points(acts("+++-++++-+++" * 3 + "---+----+---" * 3, 2), "IRN", "RUS")
    (seldom,) = turning_points(acts("+++-++++-+++" * 3 + "---+----+---" * 3, 9), "IRN", "RUS")

    def width(first: str, last: str) -> timedelta:
        return date.fromisoformat(last) - date.fromisoformat(first)

    assert often.first <= often.day <= often.last
    assert width(often.first, often.last) < width(seldom.first, seldom.last)
    assert seldom.chance < often.chance <= 1


def test_nothing_told_for_a_year_leaves_the_day_of_a_turn_open() -> None:
    told = acts("+" * 12 + "-" * 12)
    for act in told[12:]:
        act["day"] += timedelta(365)
    (turn,) = turning_points(told, "IRN", "RUS")
    assert turn.chance < 0.25
    assert date.fromisoformat(turn.last) - date.fromisoformat(turn.first) > timedelta(300)


def test_acts_hardly_believed_hide_no_turn_that_they_all_show() -> None:
    told = [act | {"confidence": 0.3} for act in acts("+" * 12 + "-" * 12)]
    (turn,) = turning_points(told, "RUS", "IRN")
    assert turn.day == (START + timedelta(84)).isoformat()


def test_believed_acts_outweigh_as_many_doubtful_ones() -> None:
    sure = acts("+" * 20 + "-" * 20)
    noise = [
        a | {"event_id": f"n{k}", "text_id": f"n{k}", "confidence": 0.1}
        for k, a in enumerate(acts("+-" * 20))
    ]
    (turn,) = turning_points(sure + noise, "IRN", "RUS")
    assert turn.day == (START + timedelta(140)).isoformat()


def test_what_is_told_both_ways_alike_is_no_sign() -> None:
    told = [act | {"happening_id": act["event_id"]} for act in acts("+" * 12 + "-" * 12)]
    both = [
        told[5] | {"type": "ACCUSE", "score": -3.0, "event_id": "x", "text_id": "x", "day": day}
        for day in (told[5]["day"],)
    ]
    assert [t.day for t in turning_points(told + both, "IRN", "RUS")] == [
        t.day for t in turning_points(told, "IRN", "RUS")
    ]


def test_nine_of_ten_planted_breaks_are_found_within_a_month() -> None:
    hits = []
    for seed in range(6):
        world = history(seed, places=6, rate=6.0, noise=0.1, broken=1.0)
        for pair, wanted in world.breaks.items():
            found = [date.fromisoformat(t.day) for t in turning_points(world.acts, *pair)]
            hits.append(any(abs(day - wanted) <= timedelta(31) for day in found))
    assert len(hits) > 40
    assert sum(hits) / len(hits) >= 0.9
