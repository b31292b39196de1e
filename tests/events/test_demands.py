"""What senses ask of complements: whether they promise or refuse, and the act they tell of."""

from __future__ import annotations

import pytest

import dragoman

pytestmark = pytest.mark.model


def _types(text: str) -> list[tuple[str, str]]:
    return [(e["type"], e["status"]) for e in dragoman.read(text).to_dict()["events"]]


@pytest.mark.parametrize(
    ("text", "outer"),
    [
        ("Serbia said it would send tents to Albania.", ("AGREE", "actual")),
        ("Serbia said it would not release the Albanian fishermen.", ("REJECT", "actual")),
        ("Serbia announced it would expel the Albanian ambassador.", ("THREATEN", "actual")),
    ],
)
def test_whoever_says_what_they_will_do_promises_refuses_or_threatens_it(
    text: str, outer: tuple[str, str]
) -> None:
    assert outer in _types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Serbia said it could release the Albanian fishermen.",
        "Serbia said that Greece would release the Albanian fishermen.",
        "Serbia said it had released the Albanian fishermen.",
    ],
)
def test_what_may_be_or_others_do_or_has_been_is_no_promise(text: str) -> None:
    assert "AGREE" not in {kind for kind, _ in _types(text)}


def test_a_pronoun_is_what_the_subject_above_is_that_it_stands_for() -> None:
    assert ("PROTEST", "actual") in _types(
        "Togo's opposition leaders have announced they are boycotting the election."
    )


def test_what_a_king_is_called_by_is_nobody_who_is_given_something() -> None:
    text = "U.S. President Joe Biden called Jordan's King Abdullah on Sunday, discussing a truce."
    assert ("CONSULT", "actual") in _types(text)


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The UN chief condemned Serbia.", "UNO"),
        ("The AU chief praised Serbia.", "IGO-AU"),
        ("The chief condemned Serbia.", None),
    ],
)
def test_a_chief_acts_for_the_body_that_is_named_before(text: str, actor: str | None) -> None:
    (event,) = dragoman.read(text).to_dict()["events"]
    assert [p["code"] for p in event["actor"]] == [actor]


def _recipients(text: str) -> list[list[str | None]]:
    return [[p["code"] for p in e["recipient"]] for e in dragoman.read(text).to_dict()["events"]]


def test_where_detained_people_came_from_is_not_who_is_detained() -> None:
    text = "Laotian authorities detained three activists who had been deported from Thailand."
    assert _recipients(text) == [[None]]


def test_whoever_joins_sanctions_does_not_impose_them_on_those_who_began() -> None:
    assert _recipients("Laos has not joined Western sanctions.") == [[]]
