"""What a report takes up again: sides and classes that a sentence leaves out."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence
from dragoman.evidence.passing import Passing
from dragoman.evidence.resumed import Memory
from dragoman.evidence.transfers import load_items
from trees import tree

PLAIN = tree("Talks/talk/NOUN/2/nsubj ended/end/VERB/0/root")
GAS = tree("Gas/gas/NOUN/2/nsubj flows/flow/VERB/0/root")


def passing(
    supplier: str | None,
    recipient: str | None,
    item: str,
    kind: str,
    taken_up: bool = False,
    at: int = 0,
) -> Passing:
    span = Span(at, at + 5)
    return Passing(
        supplier, recipient, item, kind, "actual", span, span, Span(at, at + 1), taken_up=taken_up
    )


def whole(*told: tuple[Sentence, Sequence[Passing]]) -> list[tuple[str | None, str | None, str]]:
    memory = Memory(load_items())
    found = [list(memory.whole(sentence, passings)) for sentence, passings in told]
    return [(p.supplier, p.recipient, p.kind) for p in found[-1]]


SOLD = (PLAIN, [passing("IRN", "RUS", "drones", "arms")])


def test_the_drones_are_those_told_of() -> None:
    denied = passing("IRN", None, "drones", "arms", taken_up=True)
    assert whole(SOLD, (PLAIN, [denied])) == [("IRN", "RUS", "arms")]


def test_the_drones_of_another_giver_are_others() -> None:
    denied = passing("TUR", None, "drones", "arms", taken_up=True)
    assert whole(SOLD, (PLAIN, [denied])) == []


def test_the_jets_are_no_drones() -> None:
    assert whole(SOLD, (PLAIN, [passing("IRN", None, "jets", "arms", taken_up=True)])) == []


def test_such_weapons_are_drones_too() -> None:
    used = passing(None, "RUS", "weapons", "arms", taken_up=True)
    assert whole(SOLD, (PLAIN, [used])) == [("IRN", "RUS", "arms")]


def test_the_equipment_was_arms() -> None:
    given = passing("IRN", "RUS", "equipment", "other", taken_up=True)
    assert whole(SOLD, (PLAIN, [given])) == [("IRN", "RUS", "arms")]


def test_who_gives_more_gives_it_to_the_one_recipient_of_late() -> None:
    assert whole(SOLD, (PLAIN, [passing("BLR", None, "tanks", "arms")])) == [("BLR", "RUS", "arms")]


@pytest.mark.parametrize(
    "before",
    [
        pytest.param([SOLD, (PLAIN, ()), (PLAIN, ())], id="long-ago"),
        pytest.param(
            [SOLD, (PLAIN, [passing("USA", "UKR", "tanks", "arms")])], id="two-recipients"
        ),
        pytest.param([(PLAIN, [passing("IRN", "RUS", "oil", "energy")])], id="other-goods"),
        pytest.param([(PLAIN, [passing("IRN", "BLR", "drones", "arms")])], id="to-itself"),
    ],
)
def test_where_the_recipient_is_unclear_nothing_passes(
    before: list[tuple[Sentence, Sequence[Passing]]],
) -> None:
    assert whole(*before, (PLAIN, [passing("BLR", None, "tanks", "arms")])) == []


def test_deliveries_are_of_the_one_good_spoken_of() -> None:
    flow = passing("RUS", "IND", "deliveries", "")
    assert whole((GAS, ()), (PLAIN, [flow])) == [("RUS", "IND", "energy")]
    assert whole((PLAIN, ()), (PLAIN, [flow])) == []


def test_two_halves_told_of_one_good_are_one() -> None:
    halves = [passing("IRN", None, "missiles", "arms"), passing(None, "SYR", "missiles", "arms")]
    assert whole((PLAIN, halves)) == [("IRN", "SYR", "arms")]


def test_halves_told_of_two_goods_stay_apart() -> None:
    halves = [passing("IRN", None, "missiles", "arms"), passing(None, "SYR", "jets", "arms", at=20)]
    assert whole((PLAIN, halves)) == []
