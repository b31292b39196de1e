from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.events.code import code_events
from dragoman.events.event import Event
from trees import text_of, tree


def read(notation: str) -> list[Event]:
    sentence = tree(notation)
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    return list(code_events([sentence], resolver)[0])


def said(event: Event) -> tuple[str, list[str | None], list[str | None], str]:
    return (
        event.type,
        [p.code for p in event.actor],
        [p.code for p in event.recipient],
        event.status,
    )


ACCUSED = "Ukraine/PROPN/2/nsubj accused/accuse/VERB/0/root Russia/PROPN/2/obj"


@pytest.mark.parametrize(
    ("notation", "expected"),
    [
        pytest.param(ACCUSED, ("ACCUSE", ["UKR"], ["RUS"], "actual"), id="active"),
        pytest.param(
            "Russia/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass accused/accuse/VERB/0/root by/ADP/5/case Ukraine/PROPN/3/obl:agent",
            ("ACCUSE", ["UKR"], ["RUS"], "actual"),
            id="passive",
        ),
        pytest.param(
            "Russia/PROPN/3/nsubj:pass was/be/AUX/3/aux:pass accused/accuse/VERB/0/root",
            ("ACCUSE", [], ["RUS"], "actual"),
            id="passive-without-agent-names-nobody",
        ),
        pytest.param(
            "Israel/PROPN/4/nsubj has/have/AUX/4/aux not/PART/4/advmod accused/accuse/VERB/0/root Russia/PROPN/4/obj",
            ("ACCUSE", ["ISR"], ["RUS"], "negated"),
            id="negated",
        ),
        pytest.param(
            "Israel/PROPN/3/nsubj could/AUX/3/aux accuse/VERB/0/root Russia/PROPN/3/obj",
            ("ACCUSE", ["ISR"], ["RUS"], "possible"),
            id="modal",
        ),
        pytest.param(
            "Israel/PROPN/2/nsubj plans/plan/VERB/0/root to/PART/4/mark accuse/VERB/2/xcomp;VerbForm=Inf Russia/PROPN/4/obj",
            ("ACCUSE", ["ISR"], ["RUS"], "possible"),
            id="planned",
        ),
        pytest.param(
            "Israel/PROPN/2/nsubj failed/fail/VERB/0/root to/PART/4/mark accuse/VERB/2/xcomp;VerbForm=Inf Russia/PROPN/4/obj",
            ("ACCUSE", ["ISR"], ["RUS"], "negated"),
            id="failed-to",
        ),
        pytest.param(
            "Israel/PROPN/2/nsubj began/begin/VERB/0/root to/PART/4/mark accuse/VERB/2/xcomp;VerbForm=Inf Russia/PROPN/4/obj",
            ("ACCUSE", ["ISR"], ["RUS"], "actual"),
            id="began-to",
        ),
    ],
)
def test_who_did_it_to_whom_and_whether(
    notation: str, expected: tuple[str, list[str], list[str], str]
) -> None:
    assert expected in [said(e) for e in read(notation)]


def test_a_light_verb_lends_its_subject() -> None:
    events = read(
        "Israel/PROPN/2/nsubj launched/launch/VERB/0/root an/DET/4/det attack/NOUN/2/obj on/ADP/6/case Syria/PROPN/4/nmod"
    )
    assert ("ASSAULT", ["ISR"], ["SYR"], "actual") in [said(e) for e in events]


def test_the_noun_of_a_verb_sense_makes_no_second_event() -> None:
    events = read(
        "Washington/PROPN/2/nsubj imposed/impose/VERB/0/root sanctions/sanction/NOUN/2/obj on/ADP/5/case Iran/PROPN/3/nmod"
    )
    assert [e.type for e in events] == ["SANCTION"]


def test_whoever_is_urged_acts_inside_and_has_not_yet() -> None:
    events = read(
        "Kyiv/PROPN/2/nsubj urged/urge/VERB/0/root Israel/PROPN/2/obj to/PART/5/mark attack/VERB/2/xcomp;VerbForm=Inf Syria/PROPN/5/obj"
    )
    assert ("ASSAULT", ["ISR"], ["SYR"], "requested") in [said(e) for e in events]
    assert any(e.type == "REQUEST" for e in events)


def test_no_event_without_a_known_actor() -> None:
    sentence = tree(
        "Rebels/rebel/NOUN/2/nsubj attacked/attack/VERB/0/root villagers/villager/NOUN/2/obj"
    )
    text = text_of(sentence)
    resolver = Resolver(text, find_mentions(text))
    resolver.learn([sentence])
    events, skipped = code_events([sentence], resolver)
    assert not events
    assert any("no known actor" in s.reason for s in skipped)


def test_the_evidence_holds_the_trigger_and_both_parties() -> None:
    event = read(ACCUSED)[0]
    assert event.span.holds(event.trigger)
    assert all(event.span.holds(p.span) for p in (*event.actor, *event.recipient))


def test_ids_depend_on_content_alone() -> None:
    assert [e.id for e in read(ACCUSED)] == [e.id for e in read(ACCUSED)]


def test_a_city_before_an_attack_is_where_it_was() -> None:
    events = read(
        "The/DET/3/det Kabul/PROPN/3/compound attack/NOUN/4/nsubj failed/fail/VERB/0/root"
    )
    assert [said(e) for e in events] == [("ASSAULT", [], ["AFG"], "actual")]


def test_a_state_before_an_attack_attacks() -> None:
    events = read("The/DET/3/det Israeli/ADJ/3/amod attack/NOUN/4/nsubj failed/fail/VERB/0/root")
    assert [said(e) for e in events] == [("ASSAULT", ["ISR"], [], "actual")]
