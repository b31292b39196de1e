"""Which state a whole report is set in."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

_COUP = (
    "The Gabonese army seized power on Monday. France and Spain condemned the coup. Soldiers patrolled Port-Gentil. "
    "French troops stayed in their camp. Gabon's neighbours were silent. In Libreville, shops stayed closed. "
    "Belgium suspended its aid to the country."
)


@pytest.mark.parametrize(
    "report",
    [
        f"LIBREVILLE, May 4 (Wire) — {_COUP}",
        f"Army takes over in Gabon\n\n{_COUP}",
    ],
)
def test_a_dateline_or_a_headline_tells_where_a_report_is_set(report: str) -> None:
    (cut,) = (e for e in read(report, published="2024-05-04").events if e.type == "SANCTION")
    assert [p.code for p in cut.actor] == ["BEL"]
    assert [p.code for p in cut.recipient] == ["GAB"]
