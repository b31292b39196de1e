from __future__ import annotations

from datetime import date

import pytest

from reports import Report

AGAIN = "Rostami/PROPN/2/nsubj returned/return/VERB/0/root ./PUNCT/2/punct"


@pytest.mark.parametrize(
    "notation",
    [
        pytest.param(
            "The/DET/3/det Iranian/ADJ/3/amod minister/NOUN/8/dep ,/PUNCT/3/punct Leila/PROPN/8/nsubj "
            "Rostami/PROPN/5/flat ,/PUNCT/5/punct left/leave/VERB/0/root",
            id="title-and-name-apart",
        ),
        pytest.param(
            "Leila/PROPN/8/nsubj Rostami/PROPN/1/flat ,/PUNCT/6/punct Iran/PROPN/6/nmod:poss 's/PART/4/case "
            "minister/NOUN/1/parataxis ,/PUNCT/8/punct left/leave/VERB/0/root",
            id="parataxis",
        ),
        pytest.param(
            "Leila/PROPN/2/compound Rostami/PROPN/8/nsubj ,/PUNCT/4/punct spokesman/NOUN/2/conj for/ADP/6/case "
            "Iran/PROPN/4/nmod ,/PUNCT/8/punct left/leave/VERB/0/root",
            id="coordinate-without-and",
        ),
    ],
)
def test_the_surname_is_learnt_though_the_tree_is_odd(notation: str) -> None:
    assert Report(notation, AGAIN).codes("Rostami", nth=2) == {"IRN"}


def test_a_learnt_surname_holds_though_it_is_taken_for_another_word() -> None:
    first = (
        "The/DET/3/det Iranian/ADJ/3/amod minister/NOUN/6/nsubj ,/PUNCT/5/punct Rostami/PROPN/3/appos "
        "left/leave/VERB/0/root"
    )
    again = "Rostami/rostami/NOUN/2/nsubj returned/return/VERB/0/root"
    assert Report(first, again).codes("Rostami", nth=2) == {"IRN"}


def test_the_short_form_of_an_arabic_surname_is_learnt() -> None:
    first = (
        "Omar/PROPN/8/nsubj al/PROPN/1/flat Tikriti/PROPN/2/flat ,/PUNCT/7/punct an/DET/7/det Iraqi/ADJ/7/amod "
        "general/NOUN/1/appos fled/flee/VERB/0/root"
    )
    again = "Al/PROPN/3/nsubj Tikriti/PROPN/1/flat returned/return/VERB/0/root"
    assert Report(first, again).codes("Al") == {"IRQ-MIL"}


def test_a_state_on_the_last_word_of_a_name_counts() -> None:
    report = Report(
        "Colonel/PROPN/6/nsubj Ulrich/PROPN/1/flat Mba/PROPN/1/list of/ADP/5/case Gabon/PROPN/3/nmod "
        "spoke/speak/VERB/0/root"
    )
    assert report.codes("Colonel") == {"GAB-MIL"}


class TestOfficesThatHaveEnded:
    KERRY = (
        "John/PROPN/9/nsubj Kerry/PROPN/1/flat ,/PUNCT/6/punct the/DET/6/det {}American/ADJ/6/amod "
        "secretary/NOUN/1/appos ,/PUNCT/1/punct soon/ADV/9/advmod left/leave/VERB/0/root"
    )

    def test_the_reports_own_introduction_outranks_the_register(self) -> None:
        report = Report(self.KERRY.format(""), on=date(2019, 3, 1))
        assert report.codes("John") == {"USA"}

    def test_who_is_called_former_is_former(self) -> None:
        notation = (
            "John/PROPN/9/nsubj Kerry/PROPN/1/flat ,/PUNCT/7/punct the/DET/7/det former/ADJ/7/amod "
            "American/ADJ/7/amod secretary/NOUN/1/appos ,/PUNCT/1/punct left/leave/VERB/0/root"
        )
        assert Report(notation, on=date(2019, 3, 1)).codes("John") == {"USA-ELI"}


def test_a_title_that_somebody_else_was_given_is_not_the_states() -> None:
    club = "The/DET/2/det president/NOUN/5/nsubj of/ADP/4/case clubs/club/NOUN/2/nmod left/leave/VERB/0/root"
    peru = "Peru/PROPN/2/nsubj won/win/VERB/0/root"
    bare = "The/DET/2/det president/NOUN/3/nsubj smiled/smile/VERB/0/root"
    assert Report(club, peru, bare).codes("president", nth=2) == {None}
    assert Report(peru, bare).codes("president") == {"PER"}


def test_a_word_before_a_hyphen_is_no_title() -> None:
    report = Report(
        "Chad/PROPN/4/nsubj and/CCONJ/3/cc Mali/PROPN/1/conj bombed/bomb/VERB/0/root rebel/NOUN/7/compound "
        "-/PUNCT/5/punct cities/city/NOUN/4/obj",
        "Oman/PROPN/2/nsubj armed/arm/VERB/0/root the/DET/4/det rebel/NOUN/2/obj",
    )
    assert report.codes("rebel", 2) <= {None}


FIRST = (
    "Luo/PROPN/8/nsubj Jianhua/PROPN/1/flat ,/PUNCT/4/punct spokesman/NOUN/1/appos for/ADP/6/case "
    "China/PROPN/4/nmod ,/PUNCT/4/punct left/leave/VERB/0/root"
)


def test_the_first_word_of_a_name_can_be_the_surname() -> None:
    again = "Luo/PROPN/2/nsubj returned/return/VERB/0/root"
    assert Report(FIRST, again).codes("Luo", nth=2) == {"CHN"}


def test_a_first_word_that_two_carry_means_neither() -> None:
    second = (
        "Luo/PROPN/8/nsubj Eriksen/PROPN/1/flat ,/PUNCT/4/punct spokesman/NOUN/1/appos for/ADP/6/case "
        "Norway/PROPN/4/nmod ,/PUNCT/4/punct left/leave/VERB/0/root"
    )
    again = "Luo/PROPN/2/nsubj returned/return/VERB/0/root"
    assert Report(FIRST, second, again).codes("Luo", nth=3) == set()
