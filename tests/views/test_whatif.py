from __future__ import annotations

from typing import Any

from dragoman.structure.graph import graph_of
from dragoman.structure.whatif import what_if
from dragoman.views.whatif import by_name, headline, whatif_rows

NAMES = {"ISR": "Israel", "UKR": "Ukraine", "RUS": "Russia"}
WARNED: dict[str, Any] = {
    "id": "event-1", "type": "THREATEN", "status": "actual", "condition": "if RUS is told",
    "evidence": "warned", "actor": [{"code": "RUS"}], "recipient": [{"code": "ISR"}],
}  # fmt: skip


def asked(**more: Any) -> dict[str, Any]:
    ties = {("RUS", "UKR"): -0.9, ("UKR", "USA"): 0.8}
    return what_if(graph_of(ties), "ISR AID UKR", **more).to_dict()


def test_what_is_supposed_goes_by_name() -> None:
    assert headline(asked(), NAMES) == "If Israel → Ukraine: AID"


def test_ties_and_their_reasons_go_by_name() -> None:
    rows = {(row["a"], row["b"]): row["because"][0]["text"] for row in whatif_rows(asked(), NAMES)}
    assert rows["Israel", "Russia"] == (
        "Israel moves nearer to Ukraine, and Ukraine and Russia are foes (-0.90)"
    )


def test_a_place_without_a_name_goes_by_its_code() -> None:
    assert any(row["b"] == "USA" for row in whatif_rows(asked(), NAMES))


def test_a_condition_keeps_its_words() -> None:
    found = asked(warnings=[WARNED])
    (pushed,) = (row for row in whatif_rows(found, NAMES) if row["b"] == "Russia")
    assert pushed["because"][-1]["text"] == "Russia warned Israel: if RUS is told"
    (warning,) = by_name(found["warnings"], NAMES)
    assert (warning["actor"], warning["condition"]) == ("Russia", "if RUS is told")
