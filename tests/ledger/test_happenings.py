from __future__ import annotations

from pathlib import Path
from random import Random
from typing import Any

import pytest

from dragoman.body.twins import fingerprint
from dragoman.ledger import keys
from dragoman.ledger.enter import Writer
from dragoman.ledger.entry import Entry
from dragoman.ledger.folder import open_folder
from dragoman.ledger.query import Reader
from ledger.synthetic import VERSIONS, Plain, event, party, reading
from newsdesk import story

#: What one report tells of: keys of an event, or None for none.
Told = Plain


class Press:
    """Reports that each tell of one or more raids, and which of these are one happening."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.number = 0
        self.writer = Writer(open_folder(folder))
        self.run = self.writer.start_run(VERSIONS)

    def tell(self, published: str | None, *raids: Told, story: str = "") -> None:
        """Enter a report; *story* are words that it shares with others."""
        self.number += 1
        text = f"{story}\nWire {self.number}."
        text += "".join(f" Iran shelled Iraq with gun {n}." for n in range(len(raids)))
        events = []
        for number, raid in enumerate(raids):
            sides = {
                "actor": [party(text, "Iran", raid.get("by", "IRN"), number)],
                "recipient": [party(text, "Iraq", raid.get("on", "IRQ"), number)],
            }
            told = {k: v for k, v in raid.items() if k not in ("by", "on")}
            evidence = f"Iran shelled Iraq with gun {number}"
            events.append(event(text, evidence, **({"type": "ASSAULT"} | sides | told)))
        made = fingerprint(text, outside=[])
        entry = Entry(
            name=str(self.number), text=text, minhash=made.packed() if made else None,
            reading=reading(events=events, published=published),
        )  # fmt: skip
        self.writer.enter([entry], self.run)

    def happenings(self) -> list[str]:
        """By report and then by event: a letter for each happening, in order of appearance."""
        query = """
            SELECT a.happening_id FROM acts a JOIN reports r USING (report_id) JOIN events e ON e.id = a.event_id
            ORDER BY r.name, e.start
        """
        letters: dict[str, str] = {}
        rows = Reader(self.folder).rows_of(query)
        return [letters.setdefault(h, chr(65 + len(letters))) for (h,) in rows]


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


def on(date: str | None, **more: Any) -> Told:
    return {"date": date, **more}


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (on("2022-10-17"), on("2022-10-17"), True),
        (on("2022-10-17", by="IRN-MIL"), on("2022-10-17", by="IRN-GOV"), True),
        (on("2022-10-17"), on("2022-10-18"), False),
        (on("2022-10-17"), on("2022-10-17", type="COERCE"), False),
        (on("2022-10-17"), on("2022-10-17", status="negated"), False),
        (on("2022-10-17"), on("2022-10-17", on="SYR"), False),
        (on("2022-10-17"), on("2022-10-17", by="IRQ", on="IRN"), False),
        (on("2022-10"), on("2022-10-17"), True),
        (on("2022"), on("2022-10"), True),
        (on("2022-09"), on("2022-10-17"), False),
        (on("2022-10-10/2022-10-20"), on("2022-10-17"), True),
        (on("2022-10-17/2022-10-20"), on("2022-10-19/2022-10-25"), False),
        (on("../2022-10-17"), on("2022-10-17"), False),
    ],
)
def test_type_status_places_and_dates_say_what_is_one_happening(
    press: Press, first: Told, second: Told, same: bool
) -> None:
    press.tell("2022-11-01", first)
    press.tell("2022-11-05", second)
    assert press.happenings() == ["A", "A" if same else "B"]


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Aleppo", "Aleppo", True),
        ("Aleppo", "the ALEPPO", True),
        ("Aleppo", None, True),
        ("Aleppo", "Syria (SYR)", True),
        ("Aleppo", "Homs", False),
        ("Iraq (IRQ)", "Syria (SYR)", False),
    ],
)
def test_places_of_action_that_contradict_are_two_happenings(
    press: Press, first: str | None, second: str | None, same: bool
) -> None:
    press.tell("2022-11-01", on("2022-10-17", location=first))
    press.tell("2022-11-01", on("2022-10-17", location=second))
    assert press.happenings() == ["A", "A" if same else "B"]


def test_what_names_no_place_stands_alone_where_others_name_several(press: Press) -> None:
    for place in ("Aleppo", "Homs", None, "Homs"):
        press.tell("2022-11-01", on("2022-10-17", location=place))
    assert press.happenings() == ["A", "B", "C", "B"]


# --- days of publication ------------------------------------------------------------------
@pytest.mark.parametrize(
    ("happened", "published", "same"),
    [("17", "17", True), ("17", "18", True), ("17", "19", False), ("17", "16", False)],
)
def test_without_a_date_it_happened_on_the_day_of_publication_or_before(
    press: Press, happened: str, published: str, same: bool
) -> None:
    press.tell("2022-11-01", on(f"2022-10-{happened}"))
    press.tell(f"2022-10-{published}", on(None))
    assert press.happenings() == ["A", "A" if same else "B"]


def test_two_days_that_are_told_are_two_happenings(press: Press) -> None:
    press.tell("2022-11-01", on("2022-10-17"))
    press.tell("2022-11-01", on("2022-10-18"))
    press.tell("2022-10-18", on(None))
    assert press.happenings() == ["A", "B", "B"]


def test_of_many_days_in_a_row_each_is_its_own(press: Press) -> None:
    for day in range(10, 16):
        press.tell(f"2022-10-{day}", on(None))
    assert press.happenings() == list("ABCDEF")


def test_a_month_is_none_of_several_days_in_it(press: Press) -> None:
    for date in ("2022-10-04", "2022-10-17", "2022-10"):
        press.tell("2022-11-01", on(date))
    assert press.happenings() == ["A", "B", "C"]


def test_a_year_is_the_day_of_the_only_month_in_it(press: Press) -> None:
    for date in ("2022-10-17", "2022", "2022-10"):
        press.tell("2023-11-01", on(date))
    assert press.happenings() == ["A", "A", "A"]


# --- one report ---------------------------------------------------------------------------
def test_what_one_report_tells_apart_stays_apart(press: Press) -> None:
    press.tell("2022-10-18", on("2022-10-17"), on(None))
    press.tell("2022-10-18", on("2022-10-17"))
    assert press.happenings() == ["A", "B", "A"]


def test_a_report_of_month_and_day_tells_of_two(press: Press) -> None:
    press.tell("2022-11-18", on("2022-10-17"), on("2022-10"))
    press.tell("2022-11-18", on("2022-10"))
    assert press.happenings() == ["A", "B", "B"]


# --- copies ---------------------------------------------------------------------------------
def words(seed: int) -> str:
    return "\n".join(story(Random(seed), 24)[1:])


def test_a_copy_tells_of_what_its_first_one_told(press: Press) -> None:
    press.tell("2022-10-17", on(None), story=words(1))
    press.tell("2022-10-25", on(None), story=words(1))
    press.tell("2022-10-25", on(None), story=words(2))
    assert press.happenings() == ["A", "A", "B"]


def test_copies_without_any_date_tell_of_one_happening(press: Press) -> None:
    press.tell(None, on(None), story=words(1))
    press.tell(None, on(None), story=words(1))
    press.tell(None, on(None), story=words(2))
    assert press.happenings() == ["A", "A", "B"]


# --- what is seen -----------------------------------------------------------------------------
def test_acts_and_events_have_the_same_happening(press: Press) -> None:
    press.tell("2022-11-01", on("2022-10-17"))
    press.tell("2022-10-18", on(None))
    query = """
        SELECT count(*), count(DISTINCT a.happening_id), bool_and(a.happening_id = e.happening_id)
        FROM acts a JOIN events_told e ON e.id = a.event_id
    """
    assert Reader(press.folder).rows_of(query) == [(2, 1, True)]


def test_nothing_is_deleted(press: Press) -> None:
    press.tell("2022-11-01", on("2022-10-17"))
    press.tell("2022-10-18", on(None))
    query = "SELECT count(*), count(DISTINCT happening_id) FROM raw_events"
    assert Reader(press.folder).rows_of(query) == [(2, 2)]


def test_an_event_belongs_to_one_happening(press: Press) -> None:
    for date in ("2022-10-17", "2022-10-17", "2022", "2022-10", None):
        press.tell("2022-10-18", on(date), on(date, type="COERCE"))
    reader = Reader(press.folder)
    assert reader.rows_of("SELECT count(*), count(DISTINCT id) FROM events") == [(10, 10)]
    assert reader.rows_of("SELECT count(*), count(DISTINCT happening_id) FROM acts") == [(10, 2)]


@pytest.mark.parametrize("code", ["IRN", "IRN-MIL", "UNO", "IGO-OPEC", "NGO-MSF", "UNK-X", "EUR"])
def test_a_place_is_the_same_in_every_language(press: Press, code: str) -> None:
    (found,) = Reader(press.folder).rows_of("SELECT place_of($code)", {"code": code})
    assert found == (keys.place(code),)
