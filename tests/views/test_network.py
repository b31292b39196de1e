from __future__ import annotations

from typing import Any

from dragoman.views.network import (
    balance_rows,
    bloc_line,
    bloc_rows,
    no_turn,
    relation_rows,
    tension_rows,
    turn_rows,
)

NAMES = {"IRN": "Iran", "SAU": "Saudi Arabia", "USA": "United States", "ARE": "Emirates"}


def partition(*unexplained: tuple[str, str, float], exact: bool = True) -> dict[str, Any]:
    return {
        "blocs": [["ARE", "SAU", "USA"], ["IRN"], ["XYZ"]],
        "exact": exact,
        "unexplained": [{"a": a, "b": b, "alignment": tie} for a, b, tie in unexplained],
    }


def balance(ties: int = 4, index: float = 1.0, bound: float = 1.0) -> dict[str, Any]:
    triads = {
        "friends": 1, "one_hostile": 1, "two_hostile": 0, "foes": 0, "balanced": 0.5,
        "weighted": 0.5,
    }  # fmt: skip
    left = {
        "index": index, "bound": bound, "exact": index == bound, "normalised": 0.5,
        "frustrated": [["IRN", "SAU"]],
    }  # fmt: skip
    return {"places": 4, "ties": ties, "triads": triads, "frustration": left, "walks": 0.9}


def test_who_stands_alone_shares_a_row() -> None:
    assert bloc_rows(partition(), NAMES) == [
        {"places": 3, "members": "Emirates, Saudi Arabia, United States"},
        {"places": 2, "members": "each alone: Iran, XYZ"},
    ]


def test_the_ties_against_a_partition_are_named() -> None:
    ties = [("IRN", "SAU", 0.5), ("ARE", "USA", -0.4), ("IRN", "USA", 0.3), ("ARE", "IRN", 0.2)]
    assert bloc_line(partition(*ties), NAMES) == (
        "No partition explains more; against it: Iran – Saudi Arabia +0.50, "
        "Emirates – United States -0.40, Iran – United States +0.30 and 1 more"
    )
    assert bloc_line(partition(exact=False), NAMES).startswith("The best partition that was found:")


def test_a_share_of_ties_is_what_two_camps_explain() -> None:
    rows = {row["measure"]: row for row in balance_rows(balance(), NAMES)}
    assert rows["two camps"]["value"] == "75%"
    assert rows["frustration"]["what"].endswith("stand against that: Iran – Saudi Arabia")


def test_a_frustration_that_is_not_proven_says_so() -> None:
    rows = {row["measure"]: row for row in balance_rows(balance(index=3, bound=2), NAMES)}
    assert "at least 2" in rows["frustration"]["what"]


def test_nothing_is_no_share() -> None:
    rows = balance_rows(balance(ties=0, index=0, bound=0), NAMES)
    assert next(row["value"] for row in rows if row["measure"] == "two camps") is None


def test_a_tension_names_who_is_pulled_and_the_quarrel_first() -> None:
    ties = [("IRN", "SAU", -0.4), ("IRN", "USA", 0.6), ("SAU", "USA", 0.5)]
    one = {
        "weight": 0.4, "pulled": "USA", "between": ["IRN", "SAU"],
        "ties": [{"a": a, "b": b, "alignment": tie} for a, b, tie in ties],
    }  # fmt: skip
    (row,) = tension_rows([one], NAMES)
    assert row["who"] == "United States between Iran and Saudi Arabia"
    assert row["ties"].startswith("Iran – Saudi Arabia -0.40, ")
    (foes,) = tension_rows([one | {"pulled": None, "between": ["ARE", "IRN", "SAU"]}], NAMES)
    assert foes["who"] == "nobody: Emirates, Iran, Saudi Arabia are all foes"


def test_what_made_a_turn_goes_by_name() -> None:
    act = {"source": "SAU", "type": "REJECT", "target": "IRN"}
    (row,) = turn_rows([{"events": [act, act | {"type": "ACCUSE"}, act]}], NAMES)
    assert row["made_by"] == "Saudi Arabia REJECT Iran (2); Saudi Arabia ACCUSE Iran"
    assert no_turn("SAU", "XYZ", NAMES).startswith("No turn shows between Saudi Arabia and XYZ.")


def test_codes_stand_where_names_find_no_room() -> None:
    row = {"a": "IRN", "b": "SAU", "alignment": 0.1}
    assert relation_rows([row], NAMES, 80) == [row]
    assert relation_rows([row], NAMES, 110) == [row | {"a": "Iran", "b": "Saudi Arabia"}]
