"""Readings are at least as good as they have been."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import dragoman
from quality import floors
from quality.floors import Floors, LowerFloorError
from quality.measure import measure
from quality.pin import table
from quality.proofs import read_events

REASON = "the annotation was corrected"


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    return measure()


@pytest.mark.model
def test_no_figure_is_below_its_floor(measured: dict[str, float]) -> None:
    pinned = floors.load().figures
    sunk = floors.falls(pinned, measured)
    if sunk:
        pytest.fail(f"These read worse than pinned:\n{floors.told(sunk, pinned, measured)}", False)


@pytest.mark.model
def test_every_figure_has_a_floor(measured: dict[str, float]) -> None:
    missing = sorted(set(measured) - set(floors.load().figures))
    assert not missing, f"Pin them: {floors.COMMAND}"


@pytest.mark.model
def test_sentences_parsed_together_read_as_each_alone() -> None:
    texts = [
        "Ukraine accused Russia of shelling a hospital in Kharkiv.",
        "Two Russian envoys were expelled by Estonia on Tuesday.",
        "Kenya.",
        "If Egypt closed the crossing, Israel would have to open another one, diplomats said.",
    ]
    together = read_events(texts)
    assert together == {text: dragoman.read(text).to_dict()["events"] for text in texts}
    assert any(together.values())


def test_the_floors_were_measured_on_this_corpus() -> None:
    message = (
        f"Annotation, examples or sentences have changed. Pin them on purpose: {floors.COMMAND}"
    )
    assert floors.load().corpus == floors.corpus_hash(), message


def test_every_floor_is_a_share_of_four_decimals() -> None:
    figures = floors.load().figures
    assert figures
    assert {n: v for n, v in figures.items() if not 0 <= v <= 1 or v != round(v, 4)} == {}


def test_a_figure_may_fall_by_no_more_than_the_slack() -> None:
    pinned = {"near": 0.5, "far": 0.5, "gone": 0.5, "same": 0.5}
    assert floors.falls(pinned, {"near": 0.4996, "far": 0.4994, "same": 0.5}) == ["far", "gone"]


def test_a_fall_is_told_as_before_and_after() -> None:
    message = floors.told(["f1", "gone"], {"f1": 0.5, "gone": 0.2}, {"f1": 0.45})
    assert message.splitlines() == ["f1    0.5000 → 0.4500  (-0.0500)", "gone  0.2000 → none"]


def test_floors_rise_and_a_fall_within_the_slack_leaves_them() -> None:
    before = Floors("old", {"up": 0.5, "down": 0.5})
    after = floors.raised(before, {"up": 0.6, "down": 0.4998, "new": 0.1}, "now")
    assert after == Floors("now", {"up": 0.6, "down": 0.5, "new": 0.1})


@pytest.mark.parametrize("reason", [None, "", "  "])
def test_floors_do_not_sink_without_a_reason(reason: str | None) -> None:
    with pytest.raises(LowerFloorError, match=r"f1 +0\.5000 → 0\.4000"):
        floors.raised(Floors("", {"f1": 0.5}), {"f1": 0.4}, "", reason)


def test_floors_sink_with_a_reason_that_is_kept(tmp_path: Path) -> None:
    old = {"figure": "f1", "before": 0.6, "after": 0.5, "reason": "earlier"}
    before = Floors("", {"f1": 0.5, "gone": 0.5, "up": 0.5}, (old,))
    floors.save(floors.raised(before, {"f1": 0.4, "up": 0.6}, "now", REASON), tmp_path / "f.json")
    kept = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    assert kept["figures"] == {"f1": 0.4, "up": 0.6}
    assert kept["lowered"] == [
        old,
        {"figure": "f1", "before": 0.5, "after": 0.4, "reason": REASON},
        {"figure": "gone", "before": 0.5, "after": None, "reason": REASON},
    ]


def test_floors_come_back_as_they_were_written(tmp_path: Path) -> None:
    written = Floors("c", {"f1": 0.5}, ({"figure": "f1", "reason": "–"},))
    floors.save(written, tmp_path / "f.json")
    assert floors.load(tmp_path / "f.json") == written


def test_without_a_file_there_are_no_floors(tmp_path: Path) -> None:
    assert floors.load(tmp_path / "none.json").figures == {}


def test_the_table_shows_floor_figure_and_difference() -> None:
    lines = table({"b.f1": 0.5}, {"b.f1": 0.475, "new": 0.1}).splitlines()[1:]
    assert [line.split() for line in lines] == [
        ["b.f1", "0.5000", "0.4750", "-0.0250"],
        ["new", "–", "0.1000", "new"],
    ]
