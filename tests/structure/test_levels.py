from __future__ import annotations

import pytest

from dragoman.relations.signs import Tally
from dragoman.structure.levels import EVEN, LEVELS, usual_levels


def pairs(number: int, friendly: int, hostile: int, reliability: float = 1.0) -> list[Tally]:
    """So many pairs of two half-years each."""
    return [
        Tally(f"A{k}", f"B{friendly}", half, friendly, hostile, 1.0, reliability)
        for k in range(number)
        for half in (4040, 4041)
    ]


def at(levels: tuple[float, ...], *wanted: float) -> float:
    return sum(x for level, x in zip(LEVELS, levels, strict=True) if round(level, 2) in wanted)


def test_where_no_other_pair_is_known_every_level_is_as_usual() -> None:
    assert usual_levels([], believed=True) == EVEN


def test_friends_and_foes_make_their_two_levels_usual() -> None:
    made = usual_levels(pairs(20, 80, 20) + pairs(20, 20, 80), believed=True)
    assert sum(made) == pytest.approx(1)
    assert at(made, 0.2, 0.8) > 0.9
    assert min(made) > 0


def test_a_single_pair_moves_little() -> None:
    made = usual_levels(pairs(1, 80, 20), believed=True)
    assert at(made, 0.8) < 0.7
    assert min(made) > 0.015


def test_a_pair_of_long_standing_counts_once() -> None:
    long = [Tally("IRN", "RUS", half, 80, 20, 1.0, 1.0) for half in range(4000, 4040)]
    made = usual_levels([*long, *pairs(1, 20, 80)], believed=True)
    assert at(made, 0.8) == pytest.approx(at(made, 0.2), abs=1e-6)


def test_doubtful_signs_show_the_level_behind_them() -> None:
    told = pairs(30, 70, 30, reliability=0.5)
    assert at(usual_levels(told, believed=True), 0.9) > 0.8
    assert at(usual_levels(told, believed=False), 0.7) > 0.8


def test_friendly_and_hostile_mirror_each_other() -> None:
    one = usual_levels(pairs(5, 9, 3) + pairs(3, 2, 2), believed=True)
    other = usual_levels(pairs(5, 3, 9) + pairs(3, 2, 2), believed=True)
    assert one == pytest.approx(other[::-1])
