"""Whom offers, refusals, threats and answers are for that name nobody."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

_FLOOD = "Bolivia's floods have drowned the fields around La Paz. Bolivia has no pumps. "


def _sides(text: str) -> list[tuple[str, list[str | None], list[str | None]]]:
    return [
        (e.type, [p.code for p in e.actor], [p.code for p in e.recipient])
        for e in read(text).events
    ]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("Chile offered to send engineers.", ("AGREE", ["CHL"], ["BOL"])),
        ("Argentina refused to lend pumps.", ("REJECT", ["ARG"], ["BOL"])),
        ("Chile has sent forty tents.", ("AID", ["CHL"], ["BOL"])),
    ],
)
def test_help_is_for_the_state_that_a_report_is_set_in(
    told: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in _sides(_FLOOD + told)


@pytest.mark.parametrize(
    "told",
    [
        "Chile has sent forty tents to Haiti.",
        "Chile has sent Peru forty tents.",
    ],
)
def test_help_is_not_for_it_where_another_is_named(told: str) -> None:
    assert ("AID", ["CHL"], ["BOL"]) not in _sides(_FLOOD + told)


@pytest.mark.parametrize(
    "told",
    [
        "Chad closed its border with Niger on Monday. Niamey vowed to retaliate.",
        "Chad expelled two envoys of Niger. The ministry in Niamey threatened a response.",
        "Chad accused Niger of arming bandits. Niamey threatened retaliation.",
    ],
)
def test_an_answer_is_for_whoever_struck(told: str) -> None:
    assert ("THREATEN", ["NER"], ["TCD"]) in _sides(told)


@pytest.mark.parametrize(
    "told",
    [
        "Chad praised Niger. Niamey promised an answer.",
        "Chad closed its border with Niger. Egypt vowed to retaliate.",
        "Chad closed its border with Niger. Rain fell. Snow fell. Hail fell. Niamey promised an answer.",
    ],
)
def test_an_answer_to_nobody_who_struck_is_for_nobody(told: str) -> None:
    threats = [found for found in _sides(told) if found[0] == "THREATEN"]
    assert not any(code for _, _, recipients in threats for code in recipients)
