from __future__ import annotations

from dragoman.structure.graph import graph_of
from dragoman.structure.tensions import tensions


def test_a_friend_of_two_foes_is_pulled_between_them() -> None:
    graph = graph_of({("ISR", "TUR"): -0.7, ("TUR", "USA"): 0.4, ("ISR", "USA"): 0.9})
    (found,) = tensions(graph)
    assert (found.kind, found.pulled, found.between, found.weight) == (
        "pulled",
        "USA",
        ("ISR", "TUR"),
        0.4,
    )
    assert found.to_dict()["ties"][0] == {"a": "ISR", "b": "TUR", "alignment": -0.7}


def test_three_foes_pull_at_nobody() -> None:
    graph = graph_of({("A", "B"): -0.7, ("B", "C"): -0.4, ("A", "C"): -0.9})
    (found,) = tensions(graph)
    assert (found.kind, found.pulled, found.between) == ("foes", None, ("A", "B", "C"))


def test_balanced_triads_are_no_tension() -> None:
    assert tensions(graph_of({("A", "B"): 1.0, ("B", "C"): -1.0, ("A", "C"): -1.0})) == []


def test_the_strongest_comes_first_and_faint_ones_can_be_left_out() -> None:
    ties = {("A", "B"): 0.9, ("A", "C"): 0.8, ("B", "C"): -0.2, ("A", "D"): 0.6, ("B", "D"): -0.7}
    graph = graph_of(ties)
    assert [t.weight for t in tensions(graph)] == [0.6, 0.2]
    assert [t.weight for t in tensions(graph, least=0.5)] == [0.6]
    assert [t.weight for t in tensions(graph, places=["C"])] == [0.2]
