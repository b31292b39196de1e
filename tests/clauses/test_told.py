"""Who speaks behind a clause, and who is asked."""

from __future__ import annotations

from dragoman.workflow.reading import read


def _types(text: str) -> list[tuple[str, list[str | None], str]]:
    return [(e.type, [p.code for p in e.actor], e.status) for e in read(text).events]


def test_who_speaks_behind_a_comma_is_no_object() -> None:
    text = "Kenya freed 39 of the Ugandan students, the Foreign Ministry in Nairobi said."
    assert ("RETREAT", ["KEN"], "actual") in _types(text)


def test_neighbouring_governments_are_asked() -> None:
    text = "Chad asked neighbouring governments to hand over the men."
    assert ("REQUEST", ["TCD"], "actual") in _types(text)


def test_the_first_of_two_verbs_is_no_participle() -> None:
    text = (
        "The Polish prime minister called for new elections in Hungary and said that Budapest "
        "could not hold twenty-six states to ransom for ever."
    )
    assert ("REQUEST", ["POL"], "actual") in _types(text)


def test_the_second_verb_of_a_condition_is_conditional_too() -> None:
    text = "China will buy coal if Canberra stops the raids and drops the ban on Chinese phones."
    assert ("CONCEDE", ["AUS"], "possible") in _types(text)


def test_what_an_act_is_for_is_not_done_yet() -> None:
    text = "Egypt will mediate so that Israel and Hamas agree on a truce."
    assert ("AGREE", ["ISR", "PSE-REB"], "possible") in _types(text)


def test_it_is_not_whoever_is_to_meet_its_condition() -> None:
    text = "Turkey told Sweden that it would ratify the treaty if Stockholm handed over the men."
    assert any(kind == "SUPPORT" and who == ["TUR"] for kind, who, _ in _types(text))
