"""Ten whole reports, and how a careful reader would say that their actors stand (reports/ties.toml)."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import dragoman

pytestmark = pytest.mark.model

REPORTS = Path(__file__).parent / "reports"
WANTED: dict[str, dict[str, Any]] = tomllib.loads((REPORTS / "ties.toml").read_text("utf-8"))
#: Raised when more is found or less is wrong; never lowered without a reason.
RECALL, PRECISION = 0.55, 0.90


def key(pair: str) -> tuple[str, str]:
    first, second = sorted(pair.split())
    return first, second


def test_most_ties_that_a_reader_sees_are_found_and_few_others() -> None:
    right = told = wanted = 0
    for name, answer in WANTED.items():
        text = (REPORTS / f"{name}.txt").read_text(encoding="utf-8")
        relations = dragoman.read(text, published=str(answer["published"])).relations
        gold = {key(p): 1 for p in answer["friends"]} | {key(p): -1 for p in answer["foes"]}
        left_open = {key(p) for p in answer["open"]}
        found = {(r.a, r.b): r.sign for r in relations if r.sign and (r.a, r.b) not in left_open}
        right += sum(gold.get(pair) == sign for pair, sign in found.items())
        told += len(found)
        wanted += len(gold)
    assert right / wanted >= RECALL
    assert right / told >= PRECISION
