from __future__ import annotations

import pytest

from reports import Report


def told(verb: str) -> Report:
    return Report(
        f"India/PROPN/2/nsubj {verb}/VERB/0/root Pakistan/PROPN/2/iobj that/SCONJ/6/mark it/PRON/6/nsubj "
        "acted/act/VERB/2/ccomp"
    )


def test_it_is_nobody_where_the_one_told_could_be_meant() -> None:
    assert told("told/tell").codes("it") == set()


def test_who_assures_another_speaks_of_himself() -> None:
    assert told("assured/assure").codes("it") == {"IND"}


def test_its_under_an_infinitive_may_be_the_objects() -> None:
    report = Report(
        "Turkey/PROPN/2/nsubj urged/urge/VERB/0/root Greece/PROPN/2/obj to/PART/5/mark withdraw/VERB/2/xcomp "
        "its/PRON/7/nmod:poss ships/ship/NOUN/5/obj"
    )
    assert report.codes("its") == set()


def test_several_officials_may_be_they() -> None:
    report = Report(
        "Iranian/ADJ/2/amod officials/official/NOUN/3/nsubj;Number=Plur said/say/VERB/0/root they/PRON/5/nsubj "
        "left/leave/VERB/3/ccomp"
    )
    assert report.codes("they") == {"IRN"}


@pytest.mark.parametrize("word", ["it", "they"])
def test_a_plural_name_may_be_one_or_several(word: str) -> None:
    report = Report(
        f"the/DET/2/det Houthis/PROPN/3/nsubj;Number=Plur said/say/VERB/0/root {word}/PRON/5/nsubj left/leave/VERB/3/ccomp"
    )
    assert report.codes(word) == {"YEM-REB"}


IRAN = "Iran/PROPN/2/nsubj fell/fall/VERB/0/root"
PRESIDENT = "The/DET/3/det Iranian/ADJ/3/amod president/NOUN/4/nsubj left/leave/VERB/0/root"


@pytest.mark.parametrize(
    ("first", "second", "word", "codes"),
    [
        pytest.param(
            PRESIDENT, "He/PRON/2/nsubj smiled/smile/VERB/0/root", "He", {"IRN"}, id="person"
        ),
        pytest.param(IRAN, "He/PRON/2/nsubj smiled/smile/VERB/0/root", "He", set(), id="no-person"),
        pytest.param(
            f"{PRESIDENT} Karimi/PROPN/4/obj",
            "He/PRON/2/nsubj smiled/smile/VERB/0/root",
            "He",
            set(),
            id="two-persons",
        ),
        pytest.param(IRAN, "It/PRON/2/nsubj denied/deny/VERB/0/root", "It", {"IRN"}, id="says"),
        pytest.param(
            IRAN, "It/PRON/2/nsubj landed/land/VERB/0/root", "It", set(), id="things-land-too"
        ),
        pytest.param(
            f"{IRAN} Iraq/PROPN/2/obj",
            "It/PRON/2/nsubj denied/deny/VERB/0/root",
            "It",
            set(),
            id="two-states",
        ),
        pytest.param(
            IRAN,
            "In/ADP/2/case Iraq/PROPN/4/obl it/PRON/4/nsubj denied/deny/VERB/0/root",
            "it",
            set(),
            id="somebody-named-before",
        ),
        pytest.param(
            IRAN,
            "In/ADP/2/case May/PROPN/4/obl it/PRON/4/nsubj sold/sell/VERB/0/root oil/NOUN/4/obj",
            "it",
            {"IRN"},
            id="a-date-before",
        ),
        pytest.param(
            "Iran/PROPN/5/nsubj is/AUX/5/cop Iraq/PROPN/5/nmod:poss main/ADJ/5/amod supplier/NOUN/0/root",
            "It/PRON/2/nsubj sold/sell/VERB/0/root oil/NOUN/2/obj",
            "It",
            {"IRN"},
            id="whose-supplier",
        ),
        pytest.param(
            "Iran/PROPN/2/nsubj sold/sell/VERB/0/root oil/NOUN/2/obj to/ADP/5/case Iraq/PROPN/3/nmod",
            "It/PRON/2/nsubj bought/buy/VERB/0/root tanks/tank/NOUN/2/obj",
            "It",
            set(),
            id="the-buyer-may-be-meant",
        ),
    ],
)
def test_a_pronoun_that_opens_a_sentence(
    first: str, second: str, word: str, codes: set[str]
) -> None:
    assert Report(first, second).codes(word) == codes


BARE = "The/DET/2/det {}/NOUN/3/nsubj spoke/speak/VERB/0/root"


@pytest.mark.parametrize(
    ("first", "noun", "code"),
    [
        pytest.param(IRAN, "president", "IRN", id="highest-office"),
        pytest.param(IRAN, "minister", None, id="one-of-many"),
        pytest.param(f"{IRAN} Iraq/PROPN/2/obj", "president", None, id="two-states"),
        pytest.param(f"{IRAN} Hezbollah/PROPN/2/obj", "president", None, id="another-body"),
    ],
)
def test_the_president_is_that_of_the_one_state_spoken_of(
    first: str, noun: str, code: str | None
) -> None:
    assert Report(first, BARE.format(noun)).codes(noun) == {code}


def test_its_proxies_beside_a_state_are_its() -> None:
    report = Report(
        "Iran/PROPN/5/nsubj or/CCONJ/4/cc its/PRON/4/nmod:poss proxies/proxy/NOUN/1/conj;Number=Plur "
        "attacked/attack/VERB/0/root Erbil/PROPN/5/obj"
    )
    assert report.codes("proxies") == {"IRN-UAF"}


def test_their_allies_beside_two_states_are_nobodys() -> None:
    report = Report(
        "Iran/PROPN/7/nsubj ,/PUNCT/3/punct Iraq/PROPN/1/conj and/CCONJ/6/cc their/PRON/6/nmod:poss "
        "proxies/proxy/NOUN/1/conj;Number=Plur attacked/attack/VERB/0/root"
    )
    assert report.codes("proxies") <= {None}


def test_its_may_be_whoever_is_helped() -> None:
    report = Report(
        "Chad/PROPN/2/nsubj vowed/vow/VERB/0/root to/PART/4/mark help/help/VERB/2/xcomp Mali/PROPN/4/obj "
        "in/ADP/8/case its/PRON/8/nmod:poss fight/NOUN/4/obl"
    )
    assert report.codes("its") == set()


def test_whoever_accuses_accuses_another() -> None:
    report = Report(
        "Chad/PROPN/2/nsubj punished/punish/VERB/0/root Mali/PROPN/2/obj accusing/accuse/VERB/2/advcl it/PRON/4/obj "
        "of/SCONJ/7/mark theft/NOUN/4/obl"
    )
    assert report.codes("it") == {"MLI"}


def test_of_two_others_none_is_meant() -> None:
    report = Report(
        "Chad/PROPN/2/nsubj punished/punish/VERB/0/root Mali/PROPN/2/obj over/ADP/5/case Niger/PROPN/2/obl "
        "accusing/accuse/VERB/2/advcl it/PRON/6/obj"
    )
    assert report.codes("it") == set()


OBAMA = "Mr./PROPN/2/nmod:desc Obama/PROPN/3/nsubj left/leave/VERB/0/root"


@pytest.mark.parametrize(
    ("sentences", "word", "codes"),
    [
        pytest.param(
            ["Then/ADV/3/advmod he/PRON/3/nsubj spoke/speak/VERB/0/root"],
            "he",
            {"USA"},
            id="not-the-first-word",
        ),
        pytest.param(
            [
                "It/PRON/2/nsubj rained/rain/VERB/0/root",
                "Then/ADV/3/advmod he/PRON/3/nsubj spoke/speak/VERB/0/root",
            ],
            "he",
            {"USA"},
            id="two-sentences-back",
        ),
        pytest.param(
            [
                "Mr./PROPN/2/nmod:desc Bell/PROPN/3/nsubj wept/weep/VERB/0/root",
                "Then/ADV/3/advmod he/PRON/3/nsubj spoke/speak/VERB/0/root",
            ],
            "he",
            set(),
            id="somebody-else-since",
        ),
        pytest.param(
            ["Then/ADV/3/advmod she/PRON/3/nsubj spoke/speak/VERB/0/root"],
            "she",
            set(),
            id="no-woman",
        ),
        pytest.param(
            ["Then/ADV/3/advmod Putin/PROPN/3/nsubj met/meet/VERB/0/root him/PRON/3/obj"],
            "him",
            {"USA"},
            id="whoever-meets-him-is-another",
        ),
    ],
)
def test_the_one_person_spoken_of_is_he(sentences: list[str], word: str, codes: set[str]) -> None:
    assert Report(OBAMA, *sentences).codes(word) == codes


def test_she_bears_the_name_of_a_woman() -> None:
    report = Report(
        "Angela/PROPN/3/nsubj Merkel/PROPN/1/flat left/leave/VERB/0/root",
        "Then/ADV/3/advmod she/PRON/3/nsubj spoke/speak/VERB/0/root",
    )
    assert report.codes("she") == {"DEU"}


def test_a_pronoun_that_opens_a_clause_is_whom_the_clause_is_about() -> None:
    report = Report(
        OBAMA,
        "In/ADP/3/case his/PRON/3/nmod:poss speech/NOUN/5/obl Putin/PROPN/5/nsubj wept/weep/VERB/0/root",
    )
    assert report.codes("his") == {"RUS"}


def test_he_said_a_ministry_is_no_ministry() -> None:
    report = Report(
        OBAMA,
        "The/DET/2/det ministry/NOUN/3/nsubj said/say/VERB/0/root he/PRON/5/nsubj fell/fall/VERB/3/ccomp",
    )
    assert report.codes("he") == {"USA"}


def test_they_are_all_whom_the_subject_names() -> None:
    report = Report(
        "Iran/PROPN/4/nsubj and/CCONJ/3/cc Oman/PROPN/1/conj said/say/VERB/0/root they/PRON/6/nsubj "
        "left/leave/VERB/4/ccomp"
    )
    assert report.codes("they") == {"IRN", "OMN"}


def test_they_are_nobody_where_one_of_those_named_is_unknown() -> None:
    report = Report(
        "Iran/PROPN/5/nsubj and/CCONJ/4/cc its/PRON/4/nmod:poss friends/friend/NOUN/1/conj;Number=Plur "
        "said/say/VERB/0/root they/PRON/7/nsubj left/leave/VERB/5/ccomp"
    )
    assert report.codes("they") <= {None}


def test_its_minister_is_of_the_state_before() -> None:
    report = Report(
        IRAN,
        "Its/PRON/2/nmod:poss minister/NOUN/3/nsubj resigned/resign/VERB/0/root in/ADP/5/case Iraq/PROPN/2/nmod",
    )
    assert report.codes("minister") == {"IRN"}


def test_whose_minister_is_unknown_is_not_of_where_he_is() -> None:
    report = Report(
        "Its/PRON/2/nmod:poss minister/NOUN/3/nsubj resigned/resign/VERB/0/root in/ADP/5/case Iraq/PROPN/2/nmod"
    )
    assert report.codes("minister") <= {None}


def test_whoever_is_thanked_owns_what_it_is_for() -> None:
    report = Report(
        "Oman/PROPN/2/nsubj thanked/thank/VERB/0/root Chad/PROPN/2/obj for/ADP/6/case its/PRON/6/nmod:poss "
        "help/NOUN/2/obl"
    )
    assert report.codes("its") == {"TCD"}
