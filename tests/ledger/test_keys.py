from __future__ import annotations

import pytest

from dragoman.entities.register import load_register
from dragoman.ledger import keys
from dragoman.relations import relation

HERE = {"url": "https://courier.example/1", "outlet": "The Courier"}


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(("Iran met.", HERE | {"url": "https://courier.example/2"}), id="address"),
        pytest.param(("Iran met.", HERE | {"outlet": "The Meridian"}), id="outlet"),
        pytest.param(("Iran left.", HERE), id="words"),
    ],
)
def test_words_address_and_outlet_make_a_report(other: tuple[str, dict[str, str]]) -> None:
    assert keys.report_id(other[0], **other[1]) != keys.report_id("Iran met.", **HERE)


def test_the_same_report_has_the_same_id() -> None:
    assert keys.report_id("Iran met.", **HERE) == keys.report_id("Iran met.", **HERE)


def test_parts_of_an_id_do_not_run_together() -> None:
    assert keys.report_id("a", url="b", outlet="") != keys.report_id("a", url="", outlet="b")


def test_copies_of_a_text_share_their_words_whatever_stands_between() -> None:
    assert keys.text_id("Iran denies it.") == keys.text_id("“Iran”\n DENIES it")
    assert keys.text_id("Iran denies it.") != keys.text_id("It denies Iran.")


def test_a_second_reading_of_a_report_has_another_number() -> None:
    first, second = keys.reading_id("report-1", "a"), keys.reading_id("report-1", "b")
    assert first != second
    assert all(0 <= number < 2**63 for number in (first, second))


def test_places_are_those_that_relations_count() -> None:
    entries = load_register().entries.values()
    codes = {entry.code for several in entries for entry in several if entry.code}
    codes |= {"IRN-MIL", "IGO-OPEC", "NGO-MSF", "UNK-REB", "IMG-X", "ISM-Y", "MARK-1"}
    assert {code: keys.place(code) for code in codes} == {c: relation.place(c) for c in codes}
