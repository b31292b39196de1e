from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.structure.frustration import frustration
from dragoman.structure.graph import SignedGraph, graph_of
from structure.networks import PETERSEN, foes, graphs, highland_peoples, noisy


@pytest.mark.parametrize("n", [3, 4, 5, 6, 9, 12])
def test_all_foes_frustrate_what_the_largest_cut_leaves(n: int) -> None:
    """The largest cut of a complete graph holds floor(n²/4) ties."""
    found = frustration(foes(list(combinations(range(n), 2))))
    assert found.index == n * (n - 1) // 2 - n * n // 4
    assert found.exact


def test_the_petersen_graph_of_foes_has_three_frustrated_ties() -> None:
    """Its largest cut holds 12 of its 15 edges, a textbook value."""
    found = frustration(foes(PETERSEN))
    assert (found.index, found.bound, found.gap, found.exact) == (3, 3, 0, True)
    assert len(found.frustrated) == 3
    assert found.normalised == pytest.approx(1 - 6 / 15)


def test_the_highland_peoples_of_new_guinea_have_the_published_index() -> None:
    """0.7586207 = 1 - 2·7/58, as printed in the documentation of signnet (D. Schoch)."""
    found = frustration(highland_peoples())
    assert (found.index, found.exact, found.ties) == (7, True, 58)
    assert found.normalised == pytest.approx(0.7586207, abs=1e-7)


def test_weighted_frustration_gives_up_the_faintest_tie() -> None:
    graph = graph_of({("A", "B"): 0.9, ("B", "C"): 0.8, ("A", "C"): -0.3})
    found = frustration(graph, weighted=True)
    assert found.index == pytest.approx(0.3)
    assert found.frustrated == (("A", "C"),)


def test_nothing_is_in_full_balance_without_a_share() -> None:
    found = frustration(graph_of({}, ["A"]))
    assert (found.index, found.exact, found.normalised) == (0, True, None)


def test_without_time_the_index_is_a_bound_and_says_so() -> None:
    found = frustration(noisy(80, 400, 0.5), seconds=0.05)
    assert not found.exact
    assert found.bound <= found.index
    assert found.gap == found.index - found.bound
    assert len(found.frustrated) == found.index


def test_two_hundred_states_with_noise_are_solved_exactly() -> None:
    found = frustration(noisy(200, 1000, 0.15), seconds=60)
    assert found.exact
    assert found.gap == 0
    assert 120 < found.index <= 160
    assert len(found.frustrated) == found.index


def test_a_place_with_one_tie_is_never_frustrated() -> None:
    pairs = {(f"P{a:02}", f"P{b:02}"): -1.0 for a, b in [*PETERSEN, (0, 20), (3, 21), (21, 22)]}
    found = frustration(graph_of(pairs))
    assert (found.index, found.exact) == (3, True)


def test_a_search_without_solving_brackets_the_index() -> None:
    graph = noisy(30, 120, 0.5)
    quick = frustration(graph, seconds=0)
    assert not quick.exact
    assert quick.bound <= frustration(graph).index <= quick.index


def brute_force(graph: SignedGraph, weighted: bool) -> float:
    number = {place: k for k, place in enumerate(graph.places)}
    ties = [(number[a], number[b], tie) for (a, b), tie in graph.ties.items()]
    return min(
        sum((abs(t) if weighted else 1) for a, b, t in ties if (t > 0) != (side[a] == side[b]))
        for side in product((False, True), repeat=len(number))
        if not side[0]
    )


@settings(max_examples=40, deadline=None)
@given(graphs(most=9), st.booleans())
def test_frustration_is_what_brute_force_finds(graph: SignedGraph, weighted: bool) -> None:
    found = frustration(graph, weighted=weighted)
    assert found.exact
    assert found.index == pytest.approx(brute_force(graph, weighted))


@settings(max_examples=4, deadline=None)
@given(graphs(most=12))
def test_frustration_is_exact_up_to_twelve_places(graph: SignedGraph) -> None:
    assert frustration(graph).index == brute_force(graph, weighted=False)


@settings(max_examples=20, deadline=None)
@given(graphs(most=9))
def test_no_proof_goes_beyond_what_brute_force_finds(graph: SignedGraph) -> None:
    for seconds in (0.0, 1e-4):
        quick = frustration(graph, weighted=True, seconds=seconds)
        assert quick.bound <= brute_force(graph, weighted=True) + 1e-6
        assert quick.index >= brute_force(graph, weighted=True) - 1e-6
