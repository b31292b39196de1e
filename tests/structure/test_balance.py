from __future__ import annotations

from math import e, exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.structure.balance import algebraic_conflict, triads, walk_balance
from dragoman.structure.frustration import frustration
from dragoman.structure.graph import SignedGraph, graph_of
from structure.networks import ALLIANCE, ENTENTE, foes, graphs, highland_peoples, powers


@pytest.mark.parametrize(
    ("signs", "counts", "degree"),
    [
        pytest.param((1, 1, 1), (1, 0, 0, 0), 1.0, id="three-friends"),
        pytest.param((1, 1, -1), (0, 1, 0, 0), 0.0, id="pulled-between-two"),
        pytest.param((1, -1, -1), (0, 0, 1, 0), 1.0, id="common-foe"),
        pytest.param((-1, -1, -1), (0, 0, 0, 1), 0.0, id="three-foes"),
    ],
)
def test_the_four_triads(signs: tuple[int, ...], counts: tuple[int, ...], degree: float) -> None:
    pairs = (("A", "B"), ("A", "C"), ("B", "C"))
    found = triads(graph_of(dict(zip(pairs, map(float, signs), strict=True))))
    assert (found.friends, found.one_hostile, found.two_hostile, found.foes) == counts
    assert found.degree == degree
    assert found.signed_clustering == 2 * degree - 1


def test_heavier_triads_count_more_when_weighed() -> None:
    ties = {("A", "B"): 1.0, ("A", "C"): 1.0, ("B", "C"): 1.0}
    ties |= {("A", "D"): 0.5, ("B", "D"): -0.5}
    found = triads(graph_of(ties))
    assert found.degree == 0.5
    assert found.weighted == pytest.approx(1 / 1.25)


def test_without_triads_there_is_no_degree() -> None:
    assert triads(graph_of({("A", "B"): 1.0})).degree is None


def test_the_powers_of_1907_are_two_camps_in_full_balance() -> None:
    graph = powers()
    found = frustration(graph)
    assert (found.index, found.exact, found.frustrated) == (0, True, ())
    assert set(found.camps) == {frozenset(ENTENTE), frozenset(ALLIANCE)}
    assert triads(graph).degree == 1.0
    assert walk_balance(graph) == pytest.approx(1.0)
    assert algebraic_conflict(graph) == pytest.approx(0.0, abs=1e-9)


def test_the_highland_peoples_of_new_guinea_have_the_published_measures() -> None:
    """As printed in the documentation of signnet (D. Schoch), "Structural Balance"."""
    graph = highland_peoples()
    assert sum(tie > 0 for tie in graph.ties.values()) == len(graph.ties) / 2 == 29
    assert triads(graph).degree == pytest.approx(0.8676471, abs=1e-7)
    assert walk_balance(graph) == pytest.approx(0.3575761, abs=1e-7)


def test_walk_balance_of_three_foes_by_hand() -> None:
    """Eigenvalues of three foes are 1, 1, -2; of three friends -1, -1, 2."""
    graph = foes([(0, 1), (0, 2), (1, 2)])
    assert walk_balance(graph) == pytest.approx((2 * e + exp(-2)) / (exp(2) + 2 / e))


def test_a_place_alone_does_not_unbalance_walks() -> None:
    assert walk_balance(graph_of({}, ["A"])) == 1.0
    assert walk_balance(graph_of({})) == 1.0


def test_algebraic_conflict_of_three_foes_by_hand() -> None:
    """The signed Laplacian is I plus the matrix of ones: eigenvalues 1, 1, 4."""
    assert algebraic_conflict(foes([(0, 1), (0, 2), (1, 2)])) == pytest.approx(1.0)


@settings(max_examples=40, deadline=None)
@given(graphs(), st.lists(st.booleans(), min_size=12, max_size=12))
def test_turning_a_camp_round_changes_no_measure(graph: SignedGraph, turned: list[bool]) -> None:
    """Switching: turning all ties of some places leaves every closed walk as it was."""
    side = dict(zip(graph.places, turned, strict=False))
    other = graph_of(
        {(a, b): t if side[a] == side[b] else -t for (a, b), t in graph.ties.items()}, graph.places
    )
    assert frustration(other).index == frustration(graph).index
    assert triads(other).degree == triads(graph).degree
    assert walk_balance(other) == pytest.approx(walk_balance(graph))
    assert algebraic_conflict(other) == pytest.approx(algebraic_conflict(graph), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(graphs())
def test_measures_agree_on_full_balance(graph: SignedGraph) -> None:
    balanced = frustration(graph).index == 0
    assert (walk_balance(graph) == pytest.approx(1.0, abs=1e-12)) == balanced
    assert (algebraic_conflict(graph) < 1e-9) == balanced
