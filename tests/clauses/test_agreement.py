"""Verbs that agree with no other subject, objects of relative clauses, and who has come to see."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

pytestmark = pytest.mark.model


def test_behind_will_no_form_in_s_can_follow() -> None:
    text = (
        '"We will keep applying pressure to the regime until it reassesses its position, ends the '
        'violence and engages in talks with the Syrian opposition," the British minister said.'
    )
    assert not any(p.code == "GBR" for e in read(text).events for p in e.actor)


def test_a_form_in_s_with_a_subject_of_its_own_stays() -> None:
    text = "Kenya will send envoys, says Chad, and Mali hosts the talks."
    assert {p.code for e in read(text).events for p in e.actor} <= {"KEN", "MLI"}


@pytest.mark.parametrize(
    ("text", "actor", "recipient"),
    [
        ("Mali adopted a policy of turning away refugees which Chad has criticised.", "TCD", "MLI"),
        ("Senegal has a visa rule which, according to a paper, Mali has criticised.", "MLI", "SEN"),
    ],
)
def test_a_policy_is_judged_and_not_whom_it_is_about(text: str, actor: str, recipient: str) -> None:
    (accused,) = (e for e in read(text).events if e.type == "ACCUSE")
    assert [p.code for p in accused.actor] == [actor]
    assert [p.code for p in accused.recipient] == [recipient]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The defence secretary of Kenya flew to Somalia to visit Kenyan troops.", "actual"),
        ("The president of Kenya will fly to Mali to visit Malian troops.", "possible"),
    ],
)
def test_whoever_has_flown_to_visit_has_visited(text: str, status: str) -> None:
    assert {e.status for e in read(text).events if e.type == "CONSULT"} == {status}
