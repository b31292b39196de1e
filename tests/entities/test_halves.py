"""Which Korea "the North" and "the South" are, and where they are none."""

from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("North Korea fired first. The North's troops fled the South.", ["PRK", "PRK", "KOR"]),
        ("Seoul spoke of the North Sea and the south.", ["KOR"]),
        ("South Korea met envoys of the South of France.", ["KOR", "FRA"]),
        ("Kenya sent troops to the North.", ["KEN"]),
        ("South Sudan and North Korea met. The South left.", ["SSD", "PRK"]),
    ],
)
def test_a_half_is_a_state_only_where_korea_is_named(text: str, codes: list[str]) -> None:
    assert [m.country for m in find_mentions(text) if m.country] == codes
