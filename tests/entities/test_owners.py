from __future__ import annotations

import pytest

import dragoman
from reports import Report


@pytest.mark.parametrize(
    ("notation", "word", "code"),
    [
        pytest.param(
            "Turkey/PROPN/3/nmod:poss 's/PART/1/case minister/NOUN/4/nsubj met/meet/VERB/0/root "
            "his/PRON/7/nmod:poss Greek/ADJ/7/amod counterpart/NOUN/4/obj",
            "counterpart",
            "GRC",
            id="a-nation-outranks-a-pronoun",
        ),
        pytest.param(
            "an/DET/3/det Iran/PROPN/3/compound expert/NOUN/4/nsubj spoke/speak/VERB/0/root",
            "expert",
            None,
            id="field-of-study",
        ),
        pytest.param(
            "an/DET/3/det Iranian/ADJ/3/amod expert/NOUN/4/nsubj spoke/speak/VERB/0/root",
            "expert",
            "IRN-EDU",
            id="nationality",
        ),
        pytest.param(
            "a/DET/3/det US/PROPN/3/compound expert/NOUN/4/nsubj spoke/speak/VERB/0/root",
            "expert",
            "USA-EDU",
            id="a-name-that-serves-as-adjective",
        ),
        pytest.param(
            "the/DET/2/det envoy/NOUN/5/nsubj for/ADP/4/case Syria/PROPN/2/nmod spoke/speak/VERB/0/root",
            "envoy",
            None,
            id="posting",
        ),
        pytest.param(
            "Iranian/ADJ/2/amod envoy/NOUN/5/nsubj to/ADP/4/case Syria/PROPN/2/nmod spoke/speak/VERB/0/root",
            "envoy",
            "IRN",
            id="sender",
        ),
        pytest.param(
            "European/ADJ/2/amod ministers/minister/NOUN/3/nsubj met/meet/VERB/0/root",
            "ministers",
            "EUR",
            id="european-ministers",
        ),
        pytest.param(
            "Iran/PROPN/5/dep 's/PART/1/case economy/NOUN/4/compound minister/NOUN/5/nsubj left/leave/VERB/0/root",
            "minister",
            "IRN",
            id="possessor-hung-elsewhere",
        ),
    ],
)
def test_whose_a_role_is(notation: str, word: str, code: str | None) -> None:
    assert Report(notation).codes(word) == {code}


def test_european_things_are_nobodys() -> None:
    assert Report("European/ADJ/2/amod banks/bank/NOUN/3/nsubj fell/fall/VERB/0/root").codes(
        "banks"
    ) <= {None}


LEADER = (
    "The/DET/2/det {}/NOUN/4/nmod:poss 's/PART/2/case leader/NOUN/5/nsubj spoke/speak/VERB/0/root"
)


@pytest.mark.parametrize(
    ("first", "noun", "code"),
    [
        pytest.param(
            "Hezbollah/PROPN/2/nsubj fell/fall/VERB/0/root", "group", "LBN-REB", id="sort"
        ),
        pytest.param(
            "The/DET/3/det European/ADJ/3/amod Commission/PROPN/4/nsubj met/meet/VERB/0/root",
            "commission",
            "EUR",
            id="last-word-of-the-name",
        ),
        pytest.param(
            "Hezbollah/PROPN/3/nsubj Hamas/PROPN/3/obj met/meet/VERB/0/root",
            "group",
            None,
            id="two",
        ),
    ],
)
def test_an_owner_may_be_taken_up(first: str, noun: str, code: str | None) -> None:
    assert Report(first, LEADER.format(noun)).codes("leader") == {code}


@pytest.mark.parametrize("noun", ["neighbours", "supporters", "critics", "allies"])
def test_who_stands_beside_or_against_a_state_is_another(noun: str) -> None:
    lemma = {"allies": "ally"}.get(noun, noun[:-1])
    report = Report(
        f"Iran/PROPN/3/nmod:poss 's/PART/1/case {noun}/{lemma}/NOUN/4/nsubj;Number=Plur spoke/speak/VERB/0/root"
    )
    assert report.codes(noun) <= {None}


def test_what_stands_between_a_subject_and_its_verb_is_the_subjects() -> None:
    report = Report(
        "a/DET/2/det spokesman/NOUN/5/nsubj in/ADP/4/case Warsaw/PROPN/5/obl denied/deny/VERB/0/root it/PRON/5/obj"
    )
    assert report.codes("spokesman") == {"POL"}


def test_a_coalition_is_whoevers_it_is_led_by() -> None:
    report = Report(
        "A/DET/2/det coalition/NOUN/6/nsubj led/lead/VERB/2/acl by/ADP/5/case Egypt/PROPN/3/obl:agent "
        "left/leave/VERB/0/root"
    )
    assert report.codes("coalition") == {"EGY"}


def test_a_coalition_in_a_state_is_not_the_states() -> None:
    report = Report(
        "The/DET/2/det coalition/NOUN/5/nsubj in/ADP/4/case Iraq/PROPN/2/nmod left/leave/VERB/0/root"
    )
    assert report.codes("coalition") == {None}


def test_the_coalition_is_the_one_that_the_report_has_named() -> None:
    report = Report(
        "An/DET/3/det Egyptian/ADJ/3/amod coalition/NOUN/4/nsubj left/leave/VERB/0/root",
        "Coalition/NOUN/2/compound jets/jet/NOUN/3/nsubj;Number=Plur struck/strike/VERB/0/root "
        "Libya/PROPN/3/obj",
        "The/DET/2/det coalition/NOUN/3/nsubj stayed/stay/VERB/0/root",
    )
    assert report.codes("jets") == {"EGY-MIL"}
    assert report.codes("coalition", nth=2) == {"EGY"}


@pytest.mark.parametrize(
    ("word", "code"),
    [("allies/ally", "NATO"), ("members/member", "NATO"), ("critics/critic", None)],
)
def test_the_allies_of_an_alliance_are_the_alliance(word: str, code: str | None) -> None:
    report = Report(f"NATO/PROPN/2/compound {word}/NOUN/3/nsubj;Number=Plur met/meet/VERB/0/root")
    found = report.codes(word.partition("/")[0])
    assert found - {None} == ({code} if code else set())


def test_whose_is_the_name_before() -> None:
    report = Report(
        "Chad/PROPN/6/nsubj ,/PUNCT/5/punct whose/PRON/4/nmod:poss army/NOUN/5/nsubj fled/flee/VERB/1/acl:relcl "
        "wept/weep/VERB/0/root"
    )
    assert report.codes("army") == {"TCD-MIL"}


@pytest.mark.parametrize(
    "text",
    [
        "French police came. Citizens in many countries became more vocal, perhaps during a march.",
        "France signed the accord. Citizens in many countries became more vocal during a march.",
    ],
)
def test_whose_somebody_is_who_acts_in_a_place_without_a_name_is_not_asked_for_ever(
    text: str,
) -> None:
    assert dragoman.read(text).text == text
