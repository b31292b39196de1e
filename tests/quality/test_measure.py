"""The scorer counts what it says, by rows made by hand."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.events.senses import Sense
from quality.matching import Tally, match, tally
from quality.measure import (
    Row,
    comparable,
    compare,
    parties_agree,
    prepared,
    same_claim,
    same_relation,
    same_speaker,
    same_time,
    same_transfer,
    split_share,
    standing,
    word_f1,
)
from quality.proofs import proves

TEXT = "Peru expelled\n two envoys of Chile. Peru said so."
EMPTY: Row = {part: [] for part in ("events", "claims", "relations", "transfers", "times", "noise")}


def event(actor: str, recipient: str, status: str, evidence: str) -> Row:
    return {
        "type": "SANCTION",
        "actor": actor.split(),
        "recipient": recipient.split(),
        "status": status,
        "evidence": evidence,
    }


def found(actor: list[str | None], recipient: list[str | None], **more: Any) -> Row:
    sides = {"actor": actor, "recipient": recipient}
    made: Row = {side: [{"code": code} for code in codes] for side, codes in sides.items()}
    return {"type": "SANCTION", "status": "actual", "start": 5, "end": 13, **made, **more}


def counted(gold: Row, reading: Row) -> dict[str, int]:
    gold = prepared({**EMPTY, "events": [gold]}, TEXT)
    made = compare(gold, {**EMPTY, "events": [reading]})
    return {name: t.hits for name, t in made.items() if name.startswith("events")}


def test_a_row_is_matched_once() -> None:
    matched = match("aa", "aba", lambda e, f: e == f)
    assert sorted(matched) == [0, 1]
    assert sorted(matched.values()) == [0, 2]
    assert tally("ab", "aa", lambda e, f: e == f) == Tally(1, 2, 2)


def test_a_row_gives_way_if_it_fits_another() -> None:
    fits = {(0, 0), (0, 1), (1, 0), (2, 1), (2, 2)}
    assert len(match(range(3), range(3), lambda e, f: (e, f) in fits)) == 3


def test_figures_of_nothing_are_zero() -> None:
    assert (Tally().precision, Tally().recall, Tally().f1) == (0, 0, 0)


def test_figures_are_those_of_the_sum() -> None:
    total = Tally(1, 1, 4) + Tally(2, 5, 2)
    assert (total.precision, total.recall, total.f1) == (3 / 6, 3 / 6, 0.5)


def test_a_quote_stands_wherever_its_words_do() -> None:
    assert standing("Peru expelled two", TEXT) == [(0, 18)]
    assert len(standing("Peru", TEXT)) == 2
    assert standing("Peru expelled three", TEXT) == []


def test_an_event_counts_by_type_parties_and_status() -> None:
    gold = event("PER", "CHL", "actual", "Peru expelled two envoys")
    assert counted(gold, found(["PER"], ["CHL-MIL"])) == {
        "events.type": 1,
        "events.parties": 1,
        "events.status": 1,
    }
    assert counted(gold, found(["PER"], []))["events.parties"] == 0
    assert counted(gold, found(["PER"], ["CHL"], status="negated"))["events.status"] == 0
    assert counted(gold, found(["PER"], ["CHL"], type="COERCE"))["events.type"] == 0


def test_an_event_counts_only_where_its_evidence_stands() -> None:
    gold = event("PER", "CHL", "actual", "Peru expelled")
    assert counted(gold, found(["PER"], ["CHL"], start=13, end=20))["events.type"] == 0
    gone = event("PER", "CHL", "actual", "Peru recalled")
    assert counted(gone, found(["PER"], ["CHL"]))["events.type"] == 0


@pytest.mark.parametrize(
    ("gold", "reading", "same"),
    [
        ((["IRN"], ["IRQ"]), (["IRQ"], ["IRN"]), False),
        ((["IRN", "IRQ"], []), (["IRQ", "IRN"], []), True),
        ((["IRN"], ["IRQ"]), (["IRN", "IRQ"], []), True),
        ((["IRN"], []), (["IRN", None], []), True),
        ((["IGO-OPEC"], []), (["IGO-IMF"], []), False),
        ((["USA"], ["IRN", "RUS"]), (["USA"], ["RUS"]), False),
    ],
)
def test_parties_agree_by_place_and_side(
    gold: tuple[list[str], list[str]],
    reading: tuple[list[str | None], list[str | None]],
    same: bool,
) -> None:
    assert parties_agree(*gold, *reading) is same


def test_noise_that_the_page_was_read_without_is_not_expected() -> None:
    noise = [{"text": "Share this"}, {"text": "Peru said so."}]
    assert [n["text"] for n in prepared({**EMPTY, "noise": noise}, TEXT)["noise"]] == [
        "Peru said so."
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ri", "Ri Myong-su, a spokesman", True),
        ("the ministry", "Kyrgyzstan’s Foreign Ministry", True),
        ("Gen. Souleymane Kassi", "General Souleymane Kassi", True),
        ("the army of Chile", "the army", True),
        ("an officer", "an army", False),
        ("Iran", "", False),
        ("the", "The Hague", False),
    ],
)
def test_speakers_are_the_same_by_their_words(one: str, other: str, same: bool) -> None:
    assert same_speaker(one, other) is same
    assert same_speaker(other, one) is same


def test_contents_are_compared_by_words() -> None:
    assert word_f1("we won, we won", "We won") == pytest.approx(2 / 3)
    assert word_f1("", "") == 0


def test_a_claim_is_found_by_most_of_its_words() -> None:
    gold = {"speaker": "Lima", "content": "two envoys of Chile must leave"}
    reading = {"speaker": {"text": "Lima"}, "content": {"text": "two envoys must leave now"}}
    assert same_claim(gold, reading)
    assert not same_claim(gold, {**reading, "content": {"text": "envoys leave"}})
    assert not same_claim(gold, {**reading, "speaker": {"text": "Chile"}})


def test_a_relation_has_no_direction() -> None:
    gold = {"a": "PER", "b": "CHL", "sign": -1}
    assert same_relation(gold, {"a": "CHL", "b": "PER", "sign": -1})
    assert not same_relation(gold, {"a": "CHL", "b": "PER", "sign": 0})


def test_a_transfer_has_a_direction_and_a_class() -> None:
    gold = {"supplier": "PER", "recipient": "CHL-MIL", "class": "arms"}
    assert same_transfer(gold, {**gold, "recipient": "CHL"})
    assert not same_transfer(gold, {**gold, "supplier": "CHL", "recipient": "PER"})
    assert not same_transfer(gold, {**gold, "class": "money"})
    assert not same_transfer(gold, {**gold, "supplier": None})


def test_a_time_needs_its_value_and_its_words() -> None:
    gold = {"text": "Monday", "value": "2024-02-12"}
    assert same_time(gold, {"text": "late on Monday", "value": "2024-02-12"})
    assert not same_time(gold, {"text": "Monday", "value": "2024-02-19"})
    assert not same_time(gold, {"text": "Feb. 12", "value": "2024-02-12"})


def test_a_time_without_a_value_is_not_counted() -> None:
    times = [{"text": "for years", "value": None}, {"text": "2012", "value": "2012"}]
    assert comparable({**EMPTY, "times": times})["times"] == times[1:]


def test_most_sentences_are_split_right() -> None:
    assert 0.9 < split_share() <= 1


def test_a_proof_needs_type_and_parties() -> None:
    sense = _sense(reciprocal=False)
    assert proves(sense, "PER", "CHL", [found(["PER"], ["CHL"])])
    assert not proves(sense, "PER", "CHL", [found(["CHL"], ["PER"])])
    assert not proves(sense, "PER", "CHL", [found(["PER"], ["CHL"], type="AID")])
    assert not proves(sense, "PER", "CHL", [])


def test_a_reciprocal_proof_takes_its_parties_together() -> None:
    assert proves(_sense(reciprocal=True), "PER", "CHL", [found(["CHL", "PER"], [])])
    assert proves(_sense(reciprocal=True), "PER+CHL", "", [found(["CHL"], ["PER"])])


def _sense(reciprocal: bool) -> Sense:
    return Sense(
        id="sanction.expel",
        kind="verb",
        lemmas=("expel",),
        type="SANCTION",
        mode=None,
        actor=("subject",),
        recipient=("object",),
        reciprocal=reciprocal,
        where=(),
        inner=(),
        needs=None,
        yes=(),
        no=(),
    )
