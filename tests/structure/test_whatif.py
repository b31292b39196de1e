from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.alphabet.errors import WhatIfError
from dragoman.relations.weigh import weigh_all
from dragoman.structure.graph import graph_of
from dragoman.structure.whatif import NO_FORECAST, parse_question, what_if
from planted import history

TIES = {("RUS", "UKR"): -0.9, ("ISR", "RUS"): 0.2, ("UKR", "USA"): 0.8, ("IRN", "ISR"): -0.8}


def warned(actor: str, recipient: str, condition: str) -> dict[str, Any]:
    return {
        "id": "event-1", "type": "THREATEN", "status": "actual", "condition": condition,
        "evidence": "warned", "actor": [{"code": actor}], "recipient": [{"code": recipient}],
    }  # fmt: skip


def test_the_own_pair_moves_first_and_balance_pushes_the_rest() -> None:
    made = what_if(graph_of(TIES), "ISR AID UKR").to_dict()
    first, *others = made["ties"]
    assert (first["a"], first["b"]) == ("ISR", "UKR")
    assert first["change"] > 0
    changes = {(t["a"], t["b"]): t["change"] for t in others}
    assert changes["ISR", "RUS"] < 0  # its foe
    assert changes["ISR", "USA"] > 0  # its friend
    assert changes["UKR", "IRN"] < 0  # the giver's foe
    assert [abs(t["change"]) for t in others] == sorted(
        (abs(c) for c in changes.values()), reverse=True
    )


def test_each_push_names_its_triad_and_the_size_by_hand() -> None:
    made = what_if(graph_of({("RUS", "UKR"): -0.9}), "ISR AID UKR").to_dict()
    own, push = made["ties"]
    assert own["change"] == pytest.approx(0.95 / (0.95 + 0.4))
    assert push["change"] == pytest.approx(0.5 * own["change"] * -0.9)
    (because,) = push["because"]
    assert because["triad"] == ["ISR", "RUS", "UKR"]
    assert because["through"] == "UKR"
    assert because["tie"] == {"a": "UKR", "b": "RUS", "alignment": -0.9}
    assert "UKR and RUS are foes" in because["text"]


def test_a_hostile_event_pushes_the_other_way() -> None:
    made = what_if(graph_of(TIES), "ISR ASSAULT UKR")
    changes = {(t.a, t.b): t.change for t in made.ties}
    assert changes["ISR", "UKR"] < 0 < changes["ISR", "RUS"]


def test_an_event_without_a_score_moves_nothing() -> None:
    (only,) = what_if(graph_of(TIES), "ISR REQUEST UKR").ties
    assert only.change == 0


def test_every_form_says_that_it_is_no_forecast() -> None:
    made = what_if(graph_of(TIES), "ISR AID UKR")
    assert made.to_text().splitlines()[0].endswith(NO_FORECAST)
    assert made.to_dict()["note"] == NO_FORECAST
    assert "no forecast" in NO_FORECAST


def test_warnings_are_linked_to_the_tie_they_bear_on() -> None:
    told = [warned("RUS", "ISR", "if it arms Ukraine"), warned("CHN", "TWN", "if it secedes")]
    made = what_if(graph_of(TIES), "ISR AID UKR", warnings=told).to_dict()
    assert [w["condition"] for w in made["warnings"]] == ["if it arms Ukraine"]
    (tie,) = (t for t in made["ties"] if (t["a"], t["b"]) == ("ISR", "RUS"))
    assert tie["because"][-1]["text"] == "RUS warned ISR: if it arms Ukraine"


def test_alignments_of_acts_will_do_as_a_network() -> None:
    world = history(1, places=6, months=6)
    a, b = next(iter(world.friendly))
    made = what_if(weigh_all(world.acts), f"{a} AID {b}")
    assert made.ties[0].change > 0


def test_the_network_itself_is_left_alone() -> None:
    graph = graph_of(TIES)
    what_if(graph, "ISR AID UKR")
    assert dict(graph.ties) == {tuple(sorted(pair)): tie for pair, tie in TIES.items()}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("ISR UKR", 'Write "A TYPE B"', id="no-type"),
        pytest.param("Israel helps Ukraine", 'Write "A TYPE B"', id="words"),
        pytest.param("", 'Write "A TYPE B"', id="empty"),
        pytest.param("ISR HELP UKR", "HELP is no type of PLOVER", id="no-such-type"),
        pytest.param("ISR ASSAULT/kick UKR", "kick is no mode of ASSAULT", id="no-such-mode"),
        pytest.param("ISR AID ISR-MIL", "are one place", id="one-place"),
        pytest.param("USA AID SYR-REB", "stands apart from its state", id="rebels"),
    ],
)
def test_what_is_no_event_is_refused_with_the_way_out(text: str, message: str) -> None:
    with pytest.raises(WhatIfError, match=message):
        parse_question(text)


def test_modes_and_lower_case_are_read() -> None:
    asked = parse_question(" rus assault/aerial ukr ")
    assert (str(asked), asked.score) == ("RUS ASSAULT/aerial UKR", -9.5)


TIE = st.floats(-1, 1)


@given(TIE, TIE, TIE, st.sampled_from(["AID", "ASSAULT", "ACCUSE", "CONSULT"]))
def test_no_tie_leaves_its_scale(own: float, side: float, other: float, type_: str) -> None:
    graph = graph_of({("A" * 3, "B" * 3): own, ("A" * 3, "C" * 3): side, ("B" * 3, "C" * 3): other})
    for tie in what_if(graph, f"AAA {type_} BBB").to_dict()["ties"]:
        assert -1 <= tie["after"] <= 1
