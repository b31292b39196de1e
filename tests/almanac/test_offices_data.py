from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest

from dragoman.alphabet.lexfile import ALMANAC, many, rows
from dragoman.entities.register import load_register

FOLDER = ALMANAC / "entities"
FILES = sorted(FOLDER.glob("offices_*.csv"))
COLUMNS = ("name", "names", "country", "office", "from", "until")
DATE = re.compile(r"(?:\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)?")
BODIES = {"UNO", "EUR", "NATO", "IGO-IMF", "IGO-WORLDBANK", "IGO-IAEA", "IGO-OPEC"}


def holders() -> list[tuple[Path, int, dict[str, str]]]:
    return [(path, line, row) for path in FILES for line, row in rows(path, COLUMNS)]


def first_day(value: str) -> str:
    return value + "0000-00-00"[len(value) :]


def last_day(value: str) -> str:
    return value + "9999-99-99"[len(value) :]


def test_there_are_two_files() -> None:
    assert [p.stem for p in FILES] == ["offices_major", "offices_other"]


def test_dates_have_the_form_and_the_order() -> None:
    bad = [
        (path.name, line)
        for path, line, row in holders()
        if not DATE.fullmatch(row["from"])
        or not DATE.fullmatch(row["until"])
        or not row["from"]
        or (row["until"] and first_day(row["from"]) > last_day(row["until"]))
    ]
    assert not bad


def test_every_office_belongs_to_a_state_or_body() -> None:
    known = set(load_register().names) | BODIES
    assert {row["country"] for _, _, row in holders()} <= known


def test_at_least_120_states_have_holders() -> None:
    assert len({row["country"] for _, _, row in holders()} - BODIES) >= 120


def test_no_name_means_two_states_on_one_day() -> None:
    terms: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for _, _, row in holders():
        span = (first_day(row["from"]), last_day(row["until"]), row["country"])
        for surface in {row["name"], *many(row["names"])}:
            terms[surface].append(span)
    clashes = {
        surface
        for surface, spans in terms.items()
        for k, (start, end, country) in enumerate(spans)
        for other_start, other_end, other in spans[k + 1 :]
        if country != other and start < other_end and other_start < end
    }
    assert not clashes


def test_no_person_bears_the_name_of_a_state() -> None:
    entries = load_register().entries
    taken = {
        surface
        for surface, found in entries.items()
        if any(e.kind == "person" for e in found) and any(e.kind == "state" for e in found)
    }
    assert not taken


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        ("Vladimir Putin", "2022-10-18", "RUS"),
        ("Angela Merkel", "2010-05-01", "DEU"),
        ("Angela Merkel", "2023-05-01", "DEU-ELI"),
        ("Kofi Annan", "2001-01-01", "UNO"),
    ],
)
def test_a_holder_speaks_for_the_state_while_in_office(name: str, day: str, code: str) -> None:
    from datetime import date

    entry = load_register().entry(name, date.fromisoformat(day))
    assert entry is not None
    assert entry.code == code
