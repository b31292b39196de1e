"""Whom a call for sanctions is addressed to."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read

_WEIGHS = "The European Union is considering sanctions against Georgia."


def _told(text: str) -> list[tuple[str, list[str | None], list[str | None], str]]:
    return [
        (e.type, [p.code for p in e.actor], [p.code for p in e.recipient], e.status)
        for e in read(text).events
    ]


def test_whoever_weighs_sanctions_is_asked_for_them() -> None:
    found = _told(f"{_WEIGHS} Lithuania called for sanctions on Monday.")
    assert ("REQUEST", ["LTU"], ["EUR"], "actual") in found
    assert ("SANCTION", ["EUR"], ["GEO"], "requested") in found


@pytest.mark.parametrize(
    "text",
    [
        f"{_WEIGHS} Lithuania called for calm on Monday.",
        f"{_WEIGHS} Georgia called for sanctions on Monday.",
        "Norway imposed sanctions on Mali. Lithuania called for sanctions on Monday.",
    ],
)
def test_other_calls_are_addressed_to_nobody(text: str) -> None:
    (call,) = (e for e in read(text).events if e.type == "REQUEST")
    assert not any(p.known for p in call.recipient)


def test_who_does_the_like_beside_an_act_does_not_suffer_it() -> None:
    found = _told("Lithuania called for sanctions, and Estonia has barred eleven officials.")
    assert ("SANCTION", ["EST"], ["LTU"], "actual") not in found
