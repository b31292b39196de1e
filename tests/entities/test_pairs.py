from __future__ import annotations

import pytest

from reports import Report

THE_TWO = "The/DET/3/det two/NUM/3/nummod countries/country/NOUN/4/nsubj agreed/agree/VERB/0/root"


@pytest.mark.parametrize(
    ("first", "codes"),
    [
        pytest.param(
            "Iran/PROPN/4/nsubj and/CCONJ/3/cc Iraq/PROPN/1/conj met/meet/VERB/0/root",
            {"IRN", "IRQ"},
            id="coordinates",
        ),
        pytest.param(
            "Iran/PROPN/0/root and/CCONJ/4/cc Iraq/PROPN/4/nsubj met/meet/VERB/1/conj",
            {"IRN", "IRQ"},
            id="coordinates-in-an-odd-tree",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj spoke/speak/VERB/0/root with/ADP/4/case Iraq/PROPN/2/obl",
            {"IRN", "IRQ"},
            id="subject-and-partner",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj signed/sign/VERB/0/root deals/deal/NOUN/2/obj with/ADP/5/case Iraq/PROPN/3/nmod",
            {"IRN", "IRQ"},
            id="partner-of-the-object",
        ),
        pytest.param(
            "Iranian/ADJ/2/amod ministers/minister/NOUN/6/nsubj and/CCONJ/5/cc Iraqi/ADJ/5/amod "
            "soldiers/soldier/NOUN/2/conj met/meet/VERB/0/root",
            {"IRN", "IRQ"},
            id="states-of-two-roles",
        ),
        pytest.param(
            "Iran/PROPN/6/nsubj ,/PUNCT/3/punct Oman/PROPN/1/conj and/CCONJ/5/cc Iraq/PROPN/1/conj met/meet/VERB/0/root",
            set(),
            id="three",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj spoke/speak/VERB/0/root after/ADP/4/case talks/talk/NOUN/2/obl with/ADP/6/case "
            "Iraq/PROPN/4/nmod",
            {"IRN", "IRQ"},
            id="partner-in-talks",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj attacked/attack/VERB/0/root Iraq/PROPN/2/obj",
            {"IRN", "IRQ"},
            id="one-against-the-other",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj attacked/attack/VERB/0/root Iraq/PROPN/2/obj from/ADP/5/case Oman/PROPN/2/obl",
            set(),
            id="a-third-beside",
        ),
    ],
)
def test_the_two_countries(first: str, codes: set[str]) -> None:
    assert Report(first, THE_TWO).codes("countries") - {None} == codes


def test_two_leaders_keep_what_they_are() -> None:
    first = "Iranian/ADJ/2/amod rebels/rebel/NOUN/5/nsubj and/CCONJ/4/cc Iraq/PROPN/2/conj met/meet/VERB/0/root"
    leaders = "both/DET/2/det leaders/leader/NOUN/3/nsubj agreed/agree/VERB/0/root"
    assert Report(first, leaders).codes("leaders") == {"IRN-REB", "IRQ"}


def test_a_phrase_with_a_state_of_its_own_takes_up_nobody() -> None:
    first = "Iran/PROPN/4/nsubj and/CCONJ/3/cc Iraq/PROPN/1/conj met/meet/VERB/0/root"
    own = "the/DET/4/det two/NUM/4/nummod Russian/ADJ/4/amod ministers/minister/NOUN/5/nsubj left/leave/VERB/0/root"
    assert Report(first, own).codes("ministers") == {"RUS"}


def test_a_divided_nation_is_two_states() -> None:
    report = Report("The/DET/3/det two/NUM/3/nummod Koreas/PROPN/4/nsubj agreed/agree/VERB/0/root")
    assert report.codes("Koreas") == {"KOR", "PRK"}


def test_three_governments_are_those_three() -> None:
    first = (
        "Mali/PROPN/6/nsubj ,/PUNCT/3/punct Chad/PROPN/1/conj and/CCONJ/5/cc Niger/PROPN/1/conj "
        "met/meet/VERB/0/root"
    )
    three = "The/DET/3/det three/NUM/3/nummod governments/government/NOUN/4/nsubj agreed/agree/VERB/0/root"
    assert Report(first, three).codes("governments") == {"MLI", "TCD", "NER"}


def test_both_may_stand_behind_a_preposition() -> None:
    first = "Iran/PROPN/4/nsubj and/CCONJ/3/cc Iraq/PROPN/1/conj met/meet/VERB/0/root"
    both = "Oman/PROPN/2/nsubj buys/buy/VERB/0/root oil/NOUN/2/obj from/ADP/5/case both/PRON/2/obl"
    assert Report(first, both).codes("both") == {"IRN", "IRQ"}
