"""The figures that the README shows are the pinned ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FIGURES = json.loads((ROOT / "tests/quality/floors.json").read_text(encoding="utf-8"))["figures"]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("events: type", "events.type"),
        ("events: type and both parties", "events.parties"),
        ("claims: speaker and content", "claims.said"),
        ("relations: sign", "relations.sign"),
        ("transfers", "transfers.class"),
        ("dates with their value", "times.value"),
    ],
)
def test_the_table_shows_the_floors(label: str, key: str) -> None:
    cells = (FIGURES[f"{key}.{part}"] for part in ("precision", "recall", "f1"))
    assert f"| {label} | " + " | ".join(f"{value:.2f}" for value in cells) + " |" in README


def test_the_proofs_are_those_of_the_floors() -> None:
    assert f"the senses {100 * FIGURES['proofs.yes']:.0f} in 100 are read" in README
    assert f"in {100 * FIGURES['proofs.no']:.1f} of 100 counter-proofs" in README
