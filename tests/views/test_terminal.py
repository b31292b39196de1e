from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from dragoman.views.terminal import Names, Places, brief, visible

STATES = {"IRN": "Iran", "RUS": "Russia", "LBN": "Lebanon"}
TEXT = "Iran armed Russia.\nIran accused Russia.\n"
Plain = dict[str, Any]


def party(code: str | None, name: str | None, start: int = 0) -> Plain:
    return {"text": name, "start": start, "end": start + 4, "name": name, "code": code}


def event(number: int, **other: Any) -> Plain:
    start = other.pop("start", 0)
    return {
        "id": f"event-{number}", "type": "AID", "score": 10.0, "status": "actual", "date": None,
        "actor": [party("IRN", "Iran", start)], "recipient": [party("RUS", "Russia", start)],
        "evidence": "Iran armed Russia", "start": start, **other,
    }  # fmt: skip


def reading(**parts: Any) -> Plain:
    lists = (
        "events",
        "claims",
        "transfers",
        "agreements",
        "relations",
        "times",
        "noise",
        "skipped",
    )
    return {"published": None, "outlet": None, **{key: [] for key in lists}, **parts}


def printed(values: Plain, width: int = 80, title: str | None = "Title", **options: Any) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, **options)
    brief(console, TEXT, values, title=title, source="wire/a.txt", names=STATES)
    return out.getvalue()


def relation(sign: int, *ids: str) -> Plain:
    return {"a": "IRN", "b": "RUS", "sign": sign, "score": 0.5 * sign, "event_ids": list(ids)}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("two\n lines\tof it", "two lines of it"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("\u202ea\u2066b\u200bc", "<U+202E>a<U+2066>b<U+200B>c"),
        ("é伊朗🚀", "é伊朗🚀"),
    ],
)
def test_what_is_shown_is_one_line_without_marks_that_act(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_what_is_cut_ends_in_an_ellipsis_and_fits() -> None:
    assert visible("Iran accused Russia", 8) == "Iran ac…"
    assert visible("Iran", 4) == "Iran"


def test_places_count_lines_and_columns_from_one() -> None:
    places = Places("ab\n\ncd")
    assert [places.at(offset) for offset in (0, 1, 3, 5)] == ["1:1", "1:2", "2:1", "3:2"]


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("IRN", "Iran"),
        ("IRN-MIL", "Iran, military"),
        ("LBN-REB", "Hezbollah"),
        ("UNO", "UN Security Council"),
        ("IGO-OPEC", "IGO-OPEC"),
        (None, "?"),
    ],
)
def test_a_code_is_called_by_register_sector_or_report(code: str | None, name: str) -> None:
    parties = [party("IRN-MIL", "Iran"), party("LBN-REB", "Hezbollah")]
    parties += [party("UNO", "UN Security Council")] * 2 + [party("UNO", "United Nations")]
    assert Names(reading(events=[event(1, actor=parties)]), STATES).of(code) == name


def test_a_code_of_several_groups_is_called_by_its_sector() -> None:
    parties = [party("LBN-REB", "Hezbollah"), party("LBN-REB", "Amal")]
    assert (
        Names(reading(events=[event(1, actor=parties)]), STATES).of("LBN-REB") == "Lebanon, rebels"
    )


def test_reasons_of_a_relations_own_sign_come_first() -> None:
    events = [event(1), event(2, type="ACCUSE", score=-3.0, start=19)]
    values = reading(events=events, relations=[relation(-1, "event-1", "event-2")])
    shown = printed(values)
    assert shown.index("ACCUSE:") < shown.index("AID:")
    assert "2:1" in shown


def test_what_did_not_happen_is_no_reason() -> None:
    events = [event(1), event(2, type="ACCUSE", status="negated", start=19)]
    values = reading(events=events, relations=[relation(1, "event-2", "event-1")])
    assert "ACCUSE" not in printed(values)


@pytest.mark.parametrize(("width", "pair"), [(80, "IRN – RUS"), (120, "Iran – Russia")])
def test_a_narrow_terminal_gets_codes_and_a_wide_one_names(width: int, pair: str) -> None:
    values = reading(events=[event(1)], relations=[relation(1, "event-1")])
    assert pair in printed(values, width)


@pytest.mark.parametrize("width", [60, 80, 120])
def test_long_evidence_is_cut_to_one_line(width: int) -> None:
    long = event(1, evidence="Iran armed " + "and armed " * 50 + "Russia", date="2022-10-17")
    lines = printed(reading(events=[long], relations=[relation(1, "event-1")]), width).splitlines()
    assert max(map(len, lines)) <= width
    assert sum("Iran armed" in line for line in lines) == 2
    assert all("…" in line for line in lines if "Iran armed" in line)


def test_markup_in_any_part_stays_text() -> None:
    evil = "[red]x[/red] [/] :bomb:"
    claim = {
        "speaker": {"text": evil, "name": None, "code": None}, "stance": "denies",
        "content": {"text": evil, "start": 0},
    }  # fmt: skip
    values = reading(
        events=[event(1, evidence=evil, date="2022", actor=[party(None, evil), party("IRN", evil)])],
        claims=[claim], relations=[relation(1, "event-1")], outlet=evil,
    )  # fmt: skip
    shown = printed(values, 200, title=evil, force_terminal=True, color_system=None)
    assert shown.count("[red]x[/red]") >= 6
    assert "💣" not in shown


def test_a_report_without_a_title_goes_by_its_file() -> None:
    assert printed(reading(), title=None).startswith("wire/a.txt ─")


def test_a_report_of_nothing_says_so() -> None:
    shown = printed(reading())
    assert "No event between known actors and no claim was found." in shown
    assert "no date of publication" in shown
    assert "events" not in shown
