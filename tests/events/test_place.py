from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.code import code_events
from trees import text_of, tree


def places(notation: str) -> list[str | None]:
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    return [event.location for event in code_events([sentence], resolver)[0]]


KILLED = (
    "Israel/PROPN/2/nsubj killed/kill/VERB/0/root three/NUM/4/nummod Iranians/Iranian/PROPN/2/obj"
)
MET = "Iran/PROPN/4/nsubj and/CCONJ/3/cc Oman/PROPN/1/conj met/meet/VERB/0/root"


@pytest.mark.parametrize(
    ("phrase", "place"),
    [
        pytest.param("in/ADP/6/case Aleppo/PROPN/2/obl", "Aleppo", id="city"),
        pytest.param("in/ADP/6/case Syria/PROPN/2/obl", "Syria (SYR)", id="state"),
        pytest.param(
            "in/ADP/7/case northern/ADJ/7/amod Syria/PROPN/2/obl", "northern Syria", id="part"
        ),
        pytest.param("off/ADP/6/case Syria/PROPN/2/obl", "off Syria", id="beside-a-state"),
        pytest.param("near/ADP/6/case Aleppo/PROPN/2/obl", "Aleppo", id="near-a-city"),
        pytest.param(
            "on/ADP/7/case the/DET/7/det border/NOUN/2/obl with/ADP/9/case Syria/PROPN/7/nmod",
            "border with Syria",
            id="border",
        ),
        pytest.param(
            "near/ADP/8/case the/DET/8/det Syrian/ADJ/8/amod border/NOUN/2/obl",
            "Syrian border",
            id="a-nations-border",
        ),
        pytest.param(
            "at/ADP/7/case a/DET/7/det base/NOUN/2/obl near/ADP/9/case Aleppo/PROPN/7/nmod",
            "Aleppo",
            id="site",
        ),
        pytest.param(
            "in/ADP/7/case the/DET/7/det village/NOUN/2/obl of/ADP/9/case Qarfa/PROPN/7/nmod",
            "Qarfa",
            id="village-that-only-the-report-knows",
        ),
        pytest.param(
            "in/ADP/8/case the/DET/8/det Aleppo/PROPN/8/compound village/NOUN/2/obl of/ADP/10/case "
            "Qarfa/PROPN/8/nmod",
            "Qarfa",
            id="village-of-a-region",
        ),
        pytest.param(
            "in/ADP/8/case the/DET/8/det Aleppo/PROPN/8/compound region/NOUN/2/obl",
            "Aleppo",
            id="region",
        ),
        pytest.param(
            "in/ADP/6/case Aleppo/PROPN/2/obl in/ADP/8/case Syria/PROPN/2/obl",
            "Aleppo",
            id="the-narrowest",
        ),
        pytest.param("in/ADP/6/case Aleppo/PROPN/4/nmod", "Aleppo", id="hung-on-the-victims"),
        pytest.param("from/ADP/6/case Syria/PROPN/2/obl", None, id="from-is-no-place"),
        pytest.param("in/ADP/6/case March/PROPN/2/obl", None, id="a-month-is-no-place"),
        pytest.param("in/ADP/6/case Qarfa/PROPN/2/obl", None, id="a-name-nobody-knows"),
        pytest.param("in/ADP/7/case a/DET/7/det raid/NOUN/2/obl", None, id="an-act-is-no-place"),
        pytest.param(
            "in/ADP/6/case Aleppo/PROPN/2/obl and/CCONJ/8/cc Damascus/PROPN/6/conj",
            None,
            id="two-places-are-unclear",
        ),
    ],
)
def test_a_locative_phrase_of_the_clause_says_where(phrase: str, place: str | None) -> None:
    assert places(f"{KILLED} {phrase}")[0] == place


def test_people_meet_where_the_clause_says() -> None:
    assert places(f"{MET} in/ADP/6/case Geneva/PROPN/4/obl") == ["Geneva"]


def test_the_owner_of_a_party_is_no_place() -> None:
    notation = (
        "Rebels/rebel/NOUN/4/nsubj in/ADP/3/case Mali/PROPN/1/nmod killed/kill/VERB/0/root "
        "French/ADJ/6/amod soldiers/soldier/NOUN/4/obj"
    )
    assert places(notation) == [None]


def test_words_are_about_a_place_rather_than_there() -> None:
    notation = "France/PROPN/2/nsubj accused/accuse/VERB/0/root Israel/PROPN/2/obj in/ADP/5/case Gaza/PROPN/2/obl"
    assert places(notation) == [None]


def test_words_are_said_where_the_sentence_begins() -> None:
    notation = "In/ADP/2/case Geneva/PROPN/4/obl France/PROPN/4/nsubj accused/accuse/VERB/0/root Israel/PROPN/4/obj"
    assert places(notation) == ["Geneva"]


def test_a_target_is_no_place() -> None:
    notation = "Hamas/PROPN/2/nsubj fired/fire/VERB/0/root rockets/rocket/NOUN/2/obj at/ADP/5/case Israel/PROPN/2/obl"
    assert places(notation) == [None]


def test_a_pact_is_signed_in_a_city() -> None:
    signed = (
        "Iran/PROPN/4/nsubj and/CCONJ/3/cc Oman/PROPN/1/conj signed/sign/VERB/0/root a/DET/6/det "
        "pact/NOUN/4/obj in/ADP/8/case"
    )
    assert places(f"{signed} Geneva/PROPN/6/nmod") == ["Geneva"]
    assert places(f"{signed} Syria/PROPN/6/nmod") == [None]


def test_a_place_in_another_clause_says_nothing() -> None:
    notation = (
        f"{KILLED} after/SCONJ/7/mark rockets/rocket/NOUN/7/nsubj landed/land/VERB/2/advcl "
        "in/ADP/9/case Haifa/PROPN/7/obl"
    )
    assert places(notation)[0] is None


def test_a_person_called_like_a_place_is_none() -> None:
    notation = f"{KILLED} near/ADP/6/case Jordan/PROPN/2/obl Henderson/PROPN/6/flat"
    assert places(notation)[0] is None
