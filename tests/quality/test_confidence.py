"""The reliability table and its fit, on numbers made by hand."""

from __future__ import annotations

import numpy as np
import pytest

from quality.confidence import BINS, CHOSEN, FEATURES, Judged, crossed, design, fit, reliability


def test_a_bin_shows_its_events_and_how_many_are_right() -> None:
    table = reliability([0.85, 0.81, 0.2], [(True, True), (True, False), (False, False)])
    _, low, high = table.splitlines()
    assert low.split() == ["0.0", "to", "0.3", "1", "0.20", "0.00", "0.00"]
    assert high.split() == ["0.8", "to", "0.9", "2", "0.83", "1.00", "0.50"]


def test_every_confidence_falls_into_one_bin() -> None:
    values = [k / 100 for k in range(101)]
    table = reliability(values, [(True, True)] * 101)
    assert sum(int(line.split()[3]) for line in table.splitlines()[1:]) == 101
    assert list(BINS) == sorted(BINS)


def test_the_fit_finds_the_chances_that_made_the_marks() -> None:
    """Nine of ten right with a feature, one of ten without: ±2.2 about the middle."""
    rows = np.array([[1.0, float(k % 2)] for k in range(4000)])
    right = np.array([float((k // 2 % 10 == 0) != (k % 2 == 1)) for k in range(4000)])
    weights = fit(rows, right, 1)
    assert weights == pytest.approx([-np.log(9), 2 * np.log(9)], abs=0.05)


def test_no_text_judges_itself() -> None:
    """A text whose events alone are right gets no credit from them."""
    rows = np.ones((50, 1))
    texts = [k // 10 for k in range(50)]
    right = np.array([float(text == 0) for text in texts])
    chances = crossed(rows, right, texts)
    assert max(chances[:10].tolist()) < 0.01
    assert chances[10:] == pytest.approx(0.25, abs=0.01)


def test_the_design_has_an_intercept_a_source_and_the_features_named() -> None:
    features = tuple(float(k) for k in range(len(FEATURES)))
    rows = design([Judged("proof", 0, 0.9, features, True, True)], CHOSEN)
    chosen = [float(list(FEATURES).index(name)) for name in CHOSEN]
    assert rows.tolist() == [[0.0, 1.0, 0.0, *chosen]]
