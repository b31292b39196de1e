from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.structure.turns import _cost, best_cuts, turning_points
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


def test_other_pairs_and_undated_acts_are_passed_over() -> None:
    told = acts("+" * 12 + "-" * 12)
    other = [a | {"target": "USA"} for a in acts("-" * 20)]
    undated = [a | {"day": None, "event_id": "u" + a["event_id"]} for a in acts("+" * 5)]
    assert turning_points(told + other + undated, "IRN", "RUS") == turning_points(
        told, "IRN", "RUS"
    )


def test_a_long_history_is_cut_on_its_day() -> None:
    (turn,) = turning_points(acts("+" * 1500 + "-" * 1500, step=1), "IRN", "RUS")
    assert turn.day == (START + timedelta(1500)).isoformat()


def test_a_long_and_noisy_history_is_cut_by_weeks() -> None:
    (turn,) = turning_points(acts("++-+" * 1200 + "--+-" * 1200, step=1), "IRN", "RUS")
    assert abs(date.fromisoformat(turn.day) - (START + timedelta(4800))) <= timedelta(7)


def test_nine_of_ten_planted_breaks_are_found_within_a_month() -> None:
    hits = []
    for seed in range(6):
        world = history(seed, places=6, rate=6.0, noise=0.1, broken=1.0)
        for pair, wanted in world.breaks.items():
            found = [date.fromisoformat(t.day) for t in turning_points(world.acts, *pair)]
            hits.append(any(abs(day - wanted) <= timedelta(31) for day in found))
    assert len(hits) > 40
    assert sum(hits) / len(hits) >= 0.9


MASSES = st.lists(
    st.tuples(st.sampled_from([0.0, 0.4, 1.0, 2.5]), st.sampled_from([0.0, 0.3, 1.0])), max_size=9
)


@settings(deadline=None)
@given(MASSES, st.sampled_from([0.1, 0.5, 1.5]))
def test_pruning_misses_no_better_cut(masses: list[tuple[float, float]], penalty: float) -> None:
    friendly, hostile = [f for f, _ in masses], [h for _, h in masses]

    def total(cuts: tuple[int, ...]) -> float:
        edges = [0, *cuts, len(masses)]
        parts = pairwise(edges)
        return sum(_cost(sum(friendly[i:j]), sum(hostile[i:j])) for i, j in parts) + penalty * len(
            cuts
        )

    every = (c for n in range(len(masses)) for c in combinations(range(1, len(masses)), n))
    best = min((total(c) for c in every), default=0.0)
    assert total(tuple(best_cuts(friendly, hostile, penalty))) == pytest.approx(best, abs=1e-9)
