from __future__ import annotations

from itertools import combinations, pairwise
from math import exp, log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.structure.levels import LEVELS
from dragoman.structure.stretches import NAMED, Series, cuts, evidence, placed, series, turned

DAYS = st.lists(
    st.lists(st.tuples(st.booleans(), st.sampled_from([0.2, 0.6, 1.0])), min_size=1, max_size=3),
    min_size=1, max_size=7,
)  # fmt: skip


def every_cut(of: Series) -> list[tuple[int, ...]]:
    inner = range(1, len(of.days))
    return [c for n in range(len(of.days)) for c in combinations(inner, n)]


def prior(of: Series, found: tuple[int, ...]) -> float:
    """Log of the chance of these cuts; each stretch draws its level afresh, so may keep it."""
    inner = range(1, len(of.days))
    turning = sum(of.turning[k] if k in found else log(1 - exp(of.turning[k])) for k in inner)
    return turning - (len(found) + 1) * log(len(LEVELS))


def stretches(of: Series, found: tuple[int, ...]) -> list[list[float]]:
    """For each stretch the log-likelihood of its signs by level."""
    edges = [0, *found, len(of.days)]
    return [
        [sum(row[level] for row in of.likely[i:j]) for level in range(len(LEVELS))]
        for i, j in pairwise(edges)
    ]


@settings(deadline=None, max_examples=60)
@given(DAYS, st.sampled_from([0.1, 1.0, 5.0]))
def test_no_other_cut_is_likelier(signs: list[list[tuple[bool, float]]], expected: float) -> None:
    of = series([3 * k for k in range(len(signs))], signs, expected)

    def value(found: tuple[int, ...]) -> float:
        return prior(of, found) + sum(map(max, stretches(of, found)))

    assert value(tuple(cuts(of))) == pytest.approx(max(map(value, every_cut(of))), abs=1e-9)


@settings(deadline=None, max_examples=30)
@given(DAYS)
def test_the_evidence_is_the_sum_over_all_cuts_and_levels(
    signs: list[list[tuple[bool, float]]],
) -> None:
    of = series([2 * k for k in range(len(signs))], signs)
    total = 0.0
    for found in every_cut(of):
        made = exp(prior(of, found))
        for by_level in stretches(of, found):
            made *= sum(map(exp, by_level))
        total += made
    assert evidence(of) == pytest.approx(log(total), abs=1e-9)


def test_a_turn_between_two_days_is_as_likely_on_each() -> None:
    signs = [[(True, 1.0)]] * 20 + [[(False, 1.0)]] * 20
    days = [*range(20), *range(219, 239)]
    (place,) = placed(series(days, signs), [20], within=10)
    assert place.chance == pytest.approx(21 / 200, rel=0.05)
    assert place.last - place.first == pytest.approx(190, abs=3)


def test_signs_that_are_a_coins_toss_tell_nothing() -> None:
    signs = [[(k < 20, 1e-9)] for k in range(40)]
    of = series(range(40), signs)
    assert cuts(of) == []
    (place,) = placed(of, [20], within=3)
    assert place.gain == pytest.approx(log(38 / 39), abs=0.05)  # the chance of a turn alone


def test_an_empty_series_has_no_turn() -> None:
    of = series([], [])
    assert (cuts(of), placed(of, [], 31), evidence(of)) == ([], [], 0.0)


def test_no_turn_is_named_at_odds_below_ten_to_one() -> None:
    for flips in range(4, 9):
        signs = [[(True, 1.0)]] * flips + [[(False, 1.0)]] * flips
        of = series([3 * k for k in range(len(signs))], signs)
        (place,) = placed(of, [flips], 31)
        assert len(turned(of, 31)) == (place.gain >= NAMED)


def test_usual_levels_are_preferred() -> None:
    signs = [[(k % 4 > 0, 1.0)] for k in range(16)] + [[(k % 4 == 0, 1.0)] for k in range(16)]
    usual = [0.4 if k in (4, 14) else 0.2 / 17 for k in range(len(LEVELS))]
    (even,) = placed(series(range(32), signs), [16], 3)
    (known,) = placed(series(range(32), signs, usual=usual), [16], 3)
    assert known.gain > even.gain
    assert known.chance > even.chance
