from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from rich.console import Console

from dragoman.views.tables import draw, warning_rows

Plain = dict[str, Any]


def shown(question: str, *rows: Plain, width: int = 80) -> list[str]:
    """The lines of a table's rows."""
    out = Console(file=io.StringIO(), width=width, color_system=None)
    draw(out, question, rows)
    assert isinstance(out.file, io.StringIO)
    return out.file.getvalue().splitlines()[2:]


def event(**other: Any) -> Plain:
    return {
        "happened": date(2006, 1, 1), "date": "2006", "actors": ["RUS"], "recipients": ["PRK"],
        "type": "SANCTION", "status": "actual", "evidence": "Russia backed the embargo",
        "outlet": None, "report": "archive/of/2023/shells.txt", **other,
    }  # fmt: skip


def relation(**other: Any) -> Plain:
    return {
        "a": "IGO-ECOWAS", "b": "IGO-WORLDBANK", "alignment": -0.68, "low": -1.0, "high": 0.75,
        "events": 12345, "texts": 1234, "a_to_b": -0.63, "b_to_a": 0.49, **other,
    }  # fmt: skip


@pytest.mark.parametrize("width", [72, 80, 120])
def test_figures_are_whole_however_narrow_the_terminal_is(width: int) -> None:
    (line,) = shown("relations", relation(), width=width)
    for figure in ("-0.68", "-1.00 to +0.75", "12345", "1234", "-0.63", "+0.49"):
        assert figure in line
    assert len(line) <= width


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2006", "2006 "), ("2006-05", "2006-05 "), ("2007/..", "2007 "), ("../2009-02", "2009-02 "),
        ("2020-09/2020-11", "2020-09 "), (None, "2006-01-01 "),
    ],
)  # fmt: skip
def test_an_event_is_dated_no_more_exactly_than_it_is_told(told: str | None, expected: str) -> None:
    assert shown("events", event(date=told))[0].startswith(expected)


def test_a_timeline_tells_both_ends_of_a_date() -> None:
    dates = ("2007/..", "../2009-02", "2020-09/2020-11")
    lines = shown("timeline", *(event(date=one) for one in dates), width=120)
    for line, words in zip(
        lines, ("since 2007", "until 2009-02", "2020-09 to 2020-11"), strict=True
    ):
        assert line.startswith(words)


def test_a_file_is_named_without_its_folders() -> None:
    (line,) = shown("events", event())
    assert line.rstrip().endswith("shells.txt")
    assert "archive/of" not in line


def test_words_have_room_at_eighty_columns() -> None:
    (line,) = shown("events", event(actors=["IGO-ECOWAS", "IGO-AU"], recipients=["IGO-WORLDBANK"]))
    assert "SANCTION: Russia" in line
    assert len(line) <= 80


def test_a_condition_that_the_words_tell_is_not_told_twice() -> None:
    warning = {"condition": "if talks fail", "sentence": "War if talks fail.", "evidence": "War"}
    inside, outside = warning_rows([warning, warning | {"sentence": None}])
    assert inside["words"] == "War if talks fail."
    assert outside["words"] == "if talks fail: War"
