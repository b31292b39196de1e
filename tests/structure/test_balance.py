from __future__ import annotations

from itertools import combinations, product
from math import e, exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.structure.balance import algebraic_conflict, frustration, triads, walk_balance
from dragoman.structure.graph import SignedGraph, graph_of

PETERSEN = [(k, (k + 1) % 5) for k in range(5)] + [(k, k + 5) for k in range(5)]
PETERSEN += [(5 + k, 5 + (k + 2) % 5) for k in range(5)]
#: The great powers in the spring of 1907: Entente and Triple Alliance, as in T. Antal, P. L. Krapivsky and
#: S. Redner, "Social balance on networks: the dynamics of friendship and enmity", Physica D 224 (2006).
ENTENTE, ALLIANCE = ("FRA", "GBR", "RUS"), ("AUH", "DEU", "ITA")


def foes(pairs: list[tuple[int, int]]) -> SignedGraph:
    return graph_of({(f"P{a:02}", f"P{b:02}"): -1.0 for a, b in pairs})


def powers() -> SignedGraph:
    pairs = combinations((*ENTENTE, *ALLIANCE), 2)
    return graph_of({(a, b): 1.0 if (a in ENTENTE) == (b in ENTENTE) else -1.0 for a, b in pairs})


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


def test_weighted_frustration_gives_up_the_faintest_tie() -> None:
    graph = graph_of({("A", "B"): 0.9, ("B", "C"): 0.8, ("A", "C"): -0.3})
    found = frustration(graph, weighted=True)
    assert found.index == pytest.approx(0.3)
    assert found.frustrated == (("A", "C"),)


def test_nothing_is_in_full_balance_without_a_share() -> None:
    found = frustration(graph_of({}, ["A"]))
    assert (found.index, found.exact, found.normalised) == (0, True, None)


def test_without_time_the_index_is_a_bound_and_says_so() -> None:
    pairs = [(a, b) for a, b in combinations(range(40), 2) if (a * b + a + b) % 3]
    found = frustration(foes(pairs), seconds=0.01)
    assert not found.exact
    assert found.bound <= found.index
    assert found.gap == found.index - found.bound
    assert len(found.frustrated) == found.index


def test_a_search_without_solving_brackets_the_index() -> None:
    graph = foes([*PETERSEN, (0, 2), (1, 3)])
    quick = frustration(graph, seconds=0)
    assert not quick.exact
    assert quick.bound <= frustration(graph).index <= quick.index


@st.composite
def graphs(draw: st.DrawFn, most: int = 12) -> SignedGraph:
    n = draw(st.integers(2, most))
    names = [f"P{k:02}" for k in range(n)]
    tie = st.sampled_from([-1.0, 1.0, 0.0, -0.4, 0.6])
    return graph_of({pair: draw(tie) for pair in combinations(names, 2)}, names)


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
