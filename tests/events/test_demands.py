"""What senses ask of complements: whether they promise or refuse, and the act they tell of."""

from __future__ import annotations

import pytest

import dragoman


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
