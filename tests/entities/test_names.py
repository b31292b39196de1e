from __future__ import annotations

from datetime import date

from reports import Report

IN_OFFICE = date(2022, 5, 3)
BAKER = "Rosa/PROPN/3/nsubj Macron/PROPN/1/flat baked/bake/VERB/0/root ./PUNCT/3/punct"
SURNAME = "Macron/PROPN/2/nsubj left/leave/VERB/0/root ./PUNCT/2/punct"


def test_a_surname_alone_is_the_office_holders() -> None:
    assert Report(SURNAME, on=IN_OFFICE).codes("Macron") == {"FRA"}


def test_a_surname_beside_a_foreign_given_name_is_not() -> None:
    assert Report(BAKER, on=IN_OFFICE).codes("Rosa") == {None}


def test_from_there_on_the_surname_is_the_other_persons() -> None:
    report = Report(BAKER, SURNAME, on=IN_OFFICE)
    assert not report.codes("Macron", nth=2) - {None}


def test_the_office_holder_named_in_full_keeps_his_surname() -> None:
    full = "Emmanuel/PROPN/3/nsubj Macron/PROPN/1/flat spoke/speak/VERB/0/root ./PUNCT/3/punct"
    assert Report(full, BAKER, SURNAME, on=IN_OFFICE).codes("Macron", nth=3) == {"FRA"}


def test_a_title_or_a_month_is_no_given_name() -> None:
    for word in ("President", "March"):
        notation = f"{word}/PROPN/2/compound Macron/PROPN/3/nsubj left/leave/VERB/0/root"
        assert Report(notation, on=IN_OFFICE).codes("Macron") == {"FRA"}


def test_a_name_broken_at_its_hyphen_does_not_head_the_phrase_before_it() -> None:
    report = Report(
        "Soldiers/soldier/NOUN/4/dep in/ADP/3/case Guinea-Bissau/PROPN/1/nmod fled/flee/VERB/0/root"
    )
    assert report.codes("Soldiers") == {"GNB-MIL"}


def test_the_union_acts_from_brussels_where_the_report_names_it() -> None:
    acts = "Brussels/PROPN/2/nsubj replied/reply/VERB/0/root"
    union = "The/DET/3/det European/ADJ/3/amod Union/PROPN/4/nsubj met/meet/VERB/0/root"
    assert Report(union, acts).codes("Brussels") == {"EUR"}
    assert [p.kind for p in Report(acts).parties("Brussels")] == ["place"]
