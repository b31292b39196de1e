from __future__ import annotations

import pytest

from dragoman import read
from reports import Report


@pytest.mark.parametrize(
    ("notation", "word", "code"),
    [
        pytest.param(
            "Iran/PROPN/3/nmod:poss 's/PART/1/case attorney/NOUN/5/nsubj general/ADJ/3/amod resigned/resign/VERB/0/root",
            "attorney",
            "IRN-JUD",
            id="adjective-after-the-noun",
        ),
        pytest.param(
            "NATO/PROPN/4/nmod:poss 's/PART/1/case secretary/NOUN/4/compound general/ADJ/5/nsubj spoke/speak/VERB/0/root",
            "general",
            "NATO",
            id="adjective-as-the-head",
        ),
        pytest.param(
            "British/ADJ/2/amod members/member/NOUN/5/nsubj of/ADP/4/case parliament/NOUN/2/nmod voted/vote/VERB/0/root",
            "members",
            "GBR-LEG",
            id="members-of-a-body",
        ),
        pytest.param(
            "Hamas/PROPN/2/compound members/member/NOUN/3/nsubj;Number=Plur met/meet/VERB/0/root",
            "members",
            "PSE-REB",
            id="members-of-a-group",
        ),
        pytest.param(
            "Displaced/displace/VERB/2/amod people/people/NOUN/5/nsubj from/ADP/4/case Iraq/PROPN/2/nmod fled/flee/VERB/0/root",
            "people",
            "IRQ-REF",
            id="form-not-lemma",
        ),
    ],
)
def test_a_role_of_two_words_is_one(notation: str, word: str, code: str) -> None:
    assert Report(notation).codes(word) == {code}


def test_members_of_no_body_are_no_role() -> None:
    report = Report(
        "Members/member/NOUN/4/nsubj of/ADP/3/case clubs/club/NOUN/1/nmod sang/sing/VERB/0/root"
    )
    assert report.codes("Members") == set()


@pytest.mark.parametrize(
    ("notation", "person"),
    [
        pytest.param("Petrov/PROPN/2/nsubj left/leave/VERB/0/root", True, id="unknown-name"),
        pytest.param("Iran/PROPN/2/nsubj left/leave/VERB/0/root", False, id="state"),
        pytest.param("soldier/NOUN/2/nsubj left/leave/VERB/0/root", True, id="one"),
        pytest.param(
            "soldiers/soldier/NOUN/2/nsubj;Number=Plur left/leave/VERB/0/root", False, id="several"
        ),
        pytest.param("army/NOUN/2/nsubj left/leave/VERB/0/root", False, id="body"),
    ],
)
def test_he_can_mean_one_human(notation: str, person: bool) -> None:
    report = Report(notation)
    assert report.resolver.is_person(report.sentences[0], 0) is person


@pytest.mark.parametrize(
    ("word", "human"),
    [
        pytest.param("followers/follower/NOUN", True, id="of-no-role"),
        pytest.param("officials/official/NOUN", True, id="of-a-role"),
        pytest.param("papers/paper/NOUN", False, id="things"),
        pytest.param("partners/partner/NOUN", False, id="states-too"),
    ],
)
def test_nouns_for_humans_are_known_one_or_many(word: str, human: bool) -> None:
    report = Report(f"Peru/PROPN/2/nsubj freed/free/VERB/0/root {word}/2/obj")
    assert report.resolver.is_human(report.sentences[0], 2) is human


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Israeli prime minister's office condemned Turkey.", "ISR"),
        ("The Ankara prosecutor's office condemned Sweden.", "TUR-JUD"),
        ("The office of the supreme leader of Iran condemned Israel.", "IRN"),
        ("Netanyahu's office condemned Turkey.", "ISR"),
        ("The post office condemned Turkey.", None),
    ],
)
def test_an_office_speaks_as_whoever_sits_there(text: str, code: str | None) -> None:
    actors = [party.code for event in read(text).events for party in event.actor]
    assert actors == ([code] if code else [])
