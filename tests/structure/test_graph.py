from __future__ import annotations

import pytest

from dragoman.relations.weigh import weigh_all
from dragoman.structure.graph import graph_from, graph_of
from planted import history


def row(a: str, b: str, alignment: float, reach: float = 0.1) -> dict[str, object]:
    return {
        "a": a,
        "b": b,
        "alignment": alignment,
        "low": alignment - reach,
        "high": alignment + reach,
    }


def test_a_faint_alignment_is_no_tie_but_keeps_its_places() -> None:
    graph = graph_from([row("IRN", "RUS", 0.1), row("IRN", "USA", -0.6)])
    assert graph.places == ("IRN", "RUS", "USA")
    assert dict(graph.ties) == {("IRN", "USA"): -0.6}
    assert graph.tie("USA", "IRN") == -0.6
    assert graph.tie("RUS", "USA") == 0.0


def test_only_sure_ties_on_request() -> None:
    rows = [row("IRN", "RUS", 0.5, 0.7), row("IRN", "USA", -0.6)]
    assert set(graph_from(rows, sure=True).ties) == {("IRN", "USA")}


def test_rows_of_two_windows_are_refused() -> None:
    with pytest.raises(ValueError, match="two rows"):
        graph_from([row("IRN", "RUS", 0.5), row("RUS", "IRN", 0.4)])


def test_a_place_is_not_tied_to_itself() -> None:
    with pytest.raises(ValueError, match="itself"):
        graph_of({("IRN", "IRN"): 1.0})


def test_a_pair_has_one_tie() -> None:
    with pytest.raises(ValueError, match="two ties"):
        graph_of({("IRN", "RUS"): 1.0, ("RUS", "IRN"): -1.0})


def test_triads_and_components() -> None:
    ties = {("A", "B"): 1.0, ("B", "C"): 1.0, ("A", "C"): -1.0, ("D", "E"): -1.0}
    graph = graph_of(ties, ["Z"])
    assert graph.triads() == [("A", "B", "C")]
    assert [part.places for part in graph.components()] == [("A", "B", "C"), ("D", "E")]


def test_alignments_of_acts_make_a_network() -> None:
    world = history(3, places=6, months=6)
    graph = graph_from(weigh_all(world.acts))
    assert set(graph.places) <= {p for bloc in world.blocs for p in bloc}
    assert all(abs(tie) >= 0.2 for tie in graph.ties.values())
