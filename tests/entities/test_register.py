from __future__ import annotations

from datetime import date

import pytest

from dragoman.alphabet.lexfile import many, rows
from dragoman.entities.register import FOLDER, Entry, load_register

FIGURES = tuple(rows(FOLDER / "figures.csv", ("name", "names", "code", "from", "until")))


def entry(surface: str, day: str) -> Entry | None:
    return load_register().entry(surface, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("name", "day", "code"),
    [
        pytest.param("Nelson Mandela", "1985-02-11", "ZAF-REB", id="banned"),
        pytest.param("Nelson Mandela", "1992-02-11", "ZAF-PTY", id="party-leader"),
        pytest.param("Nelson Mandela", "1996-02-11", "ZAF", id="president"),
        pytest.param("Nelson Mandela", "2003-02-11", "ZAF-ELI", id="retired"),
        pytest.param("Yevgeny Prigozhin", "2023-08-24", "RUS-PRM", id="dead-man-keeps-his-code"),
        pytest.param("Osama bin Laden", "2001-09-12", "IMG-ALQAEDA", id="of-no-country"),
        pytest.param("John Garang", "2005-07-30", None, id="what-a-former-rebel-is-stays-open"),
    ],
)
def test_a_figure_is_what_it_is_on_the_day(name: str, day: str, code: str | None) -> None:
    found = entry(name, day)
    assert found is not None
    assert found.code == code


def test_an_office_of_state_outranks_a_row_of_figures() -> None:
    found = entry("Anwar Ibrahim", "2023-01-01")
    assert found is not None
    assert (found.code, found.office) == ("MYS", "prime minister")


def test_nobody_holds_an_office_after_it() -> None:
    found = entry("Angela Merkel", "2023-05-01")
    assert found is not None
    assert found.office == ""


def test_a_name_with_an_arabic_article_is_read_in_both_spellings() -> None:
    entries = load_register().entries
    assert entries["al-Sukhna"] == entries["Al-Sukhna"] or "Al-Sukhna" not in entries
    assert {e.code for e in entries["al-Bireh"]} == {e.code for e in entries["Al-Bireh"]}


def test_figures_have_codes_of_known_states_and_ordered_dates() -> None:
    states = load_register().names
    wrong = [
        line
        for line, row in FIGURES
        if row["code"].partition("-")[0] not in {*states, "IMG", "ISIL", "NATO"}
        or not row["from"]
        or (row["until"] and row["from"] > row["until"])
    ]
    assert wrong == []


def test_no_figure_has_two_codes_on_one_day() -> None:
    terms: dict[str, list[tuple[str, str]]] = {}
    clashes = []
    for line, row in FIGURES:
        until = row["until"] or "9999"
        for surface in dict.fromkeys((row["name"], *many(row["names"]))):
            for since, end in terms.get(surface, []):
                if row["from"] <= end and since <= until:
                    clashes.append((line, surface))
            terms.setdefault(surface, []).append((row["from"], until))
    assert clashes == []
