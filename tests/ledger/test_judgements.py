from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ledger.judgements import (
    LONGEST,
    BadJudgementError,
    Judgement,
    checked,
    of_row,
    parsed,
    standing,
)
from dragoman.ledger.verdicts import merges
from ledger.judging import as_read, on, verdict
from ledger.synthetic import Plain, sale

SALE = sale()
MERGE = {"verdict": "merge", "by": "anna", "made": "2024-05-03T12:00:00+00:00", "why": None}
MERGE |= {"code": "IMG-WAGNER", "into": "RUS-MIL"}
MENTION = {"report_id": SALE.id, "start": 20, "end": 26, "text": "Russia"}


def every() -> list[Judgement]:
    """One of each verdict."""
    reject = on("reject", SALE, 0)
    return [
        on("accept", SALE, 0), reject, verdict("undo", of=reject.id),
        on("correct", SALE, 2, type="AGREE", mode=None, actor=["TUR"], recipient=["RUS-MIL"]),
        verdict("merge", code="IMG-WAGNER", into="RUS-MIL"),
        verdict("split", mention=MENTION, code="RUS", into=None),
    ]  # fmt: skip


# --- lines -----------------------------------------------------------------------------
@pytest.mark.parametrize("one", every(), ids=lambda one: one.verdict)
def test_a_line_and_a_row_give_back_what_went_in(one: Judgement) -> None:
    assert parsed(json.dumps(one.line())) == one
    assert of_row(one.row(one.made)) == one


def test_an_id_is_that_of_all_that_is_said_and_of_nothing_else() -> None:
    first = checked(MERGE)
    assert checked(MERGE | {"made": "2024-05-03T14:00:00+02:00"}).id == first.id
    assert first.id == "judgement-69479a42a92e0b04"  # the same on any machine, for ever
    changed = [{"by": "ben"}, {"why": "x"}, {"into": "RUS"}, {"made": "2024-05-03T12:00:01Z"}]
    assert len({first.id, *(checked(MERGE | more).id for more in changed)}) == 5


def test_an_id_that_is_left_out_is_worked_out() -> None:
    line = on("reject", SALE, 0).line()
    assert checked({k: v for k, v in line.items() if k != "id"}).line() == line


def test_a_line_that_was_changed_by_hand_cannot_pass_for_the_old_one() -> None:
    line = on("reject", SALE, 0).line() | {"verdict": "accept"}
    with pytest.raises(BadJudgementError, match=r"Leave the id out of a changed line\.$"):
        checked(line)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("", "is no JSON."),
        ("{", "is no JSON."),
        ("[" * 50_000, "is no JSON."),
        ("[]", "is no object."),
        ('"' + "x" * LONGEST + '"', "is longer than 100,000 characters."),
        ("{}", "verdict is None. Known: accept, reject, correct, merge, split, undo."),
        ('{"verdict": ["accept"]}', "verdict is ['accept']. Known"),
        ('{"verdict": "undo", "x\\u001b[2J": 1}', "'x\\x1b[2J' is no key of undo."),
    ],
)
def test_what_is_no_judgement_is_one_line(line: str, told: str) -> None:
    with pytest.raises(BadJudgementError) as caught:
        parsed(line)
    assert str(caught.value).startswith(told)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"by": " "}, "by is ' '. Write words."),
        ({"by": None}, "by is None. Write words."),
        ({"by": "\ud800"}, "by holds half a character."),
        ({"why": 3}, "why is 3. Write words."),
        ({"why": "x" * 10_001}, "why is longer than 10,000 characters."),
        ({"made": "2024-05-03T12:00:00"}, "made is '2024-05-03T12:00:00'. Write a time with its zone"),
        ({"made": "yesterday"}, "made is 'yesterday'."),
        ({"made": 1714737600}, "made is 1714737600."),
        ({"made": "0001-01-01T00:00:00+10:00"}, "made is '0001-01-01T00:00:00+10:00'."),
        ({"code": "iran"}, "code is 'iran'. Write a code such as IRN"),
        ({"code": "IRN'; DROP"}, "code is \"IRN'; DROP\"."),
        ({"into": None}, "into is None. Write a code"),
        ({"into": "IMG-WAGNER"}, "'IMG-WAGNER' is what it was already."),
        ({"event": {}}, "'event' is no key of merge."),
    ],
)  # fmt: skip
def test_a_bad_value_is_told_with_what_would_be_right(change: Plain, told: str) -> None:
    with pytest.raises(BadJudgementError) as caught:
        checked(MERGE | change)
    assert str(caught.value).startswith(told)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"report_id": "../reports"}, "report_id is '../reports', which is none."),
        ({"id": "event-1' OR 1=1"}, 'id is "event-1\' OR 1=1", which is none.'),
        ({"start": -1}, "event: start is -1."),
        ({"start": True}, "event: start is True."),
        ({"start": 2**31}, "event: start is 2147483648."),
        ({"start": 26}, "event ends at or before its start."),
        ({"trigger_end": 5}, "event: its trigger is empty."),
        ({"type": "BOMB"}, "type is 'BOMB'. Known: AGREE"),
        ({"status": "perhaps"}, "status is 'perhaps'."),
        ({"actor": "IRN"}, "event: actor is 'IRN'."),
        ({"actor": ["Iran"]}, "actor is 'Iran'. Write a code"),
        ({"actor": ["IRN"] * 101}, "actor has more than 100 codes."),
        ({"evidence": ""}, "evidence is ''."),
        ({"colour": "red"}, "'colour' is no key of event."),
    ],
)
def test_an_event_is_named_whole_or_not_at_all(change: Plain, told: str) -> None:
    line = {**MERGE, "verdict": "reject", "event": as_read(SALE, 0) | change}
    del line["code"], line["into"]
    with pytest.raises(BadJudgementError) as caught:
        checked(line)
    assert str(caught.value).startswith(told)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({}, "change is {}. Say what is right."),
        ({"score": 3}, "'score' cannot be corrected. Known: type, mode, status, actor, recipient."),
        ({"type": "agree"}, "type is 'agree'."),
        ({"mode": "visit"}, "mode of AID is 'visit'."),
        ({"type": "CONSULT", "mode": "expel"}, "mode of CONSULT is 'expel'. Known: visit"),
        ({"actor": [], "recipient": []}, "change leaves nobody"),
        ({"recipient": None}, "recipient is None. Write a list of codes."),
    ],
)
def test_a_correction_says_what_an_event_can_be(change: Plain, told: str) -> None:
    with pytest.raises(BadJudgementError) as caught:
        verdict("correct", event=as_read(SALE, 0), change=change)
    assert str(caught.value).startswith(told)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.sampled_from(every()), st.data())
def test_whatever_stands_in_a_line_it_is_a_judgement_or_refused(
    one: Judgement, data: st.DataObject
) -> None:
    line: Any = json.loads(json.dumps(one.line()))
    where: Any = line
    key = data.draw(st.sampled_from(sorted(line)))
    if isinstance(line[key], dict) and data.draw(st.booleans()):
        where, key = line[key], data.draw(st.sampled_from(sorted(line[key])))
    where[key] = data.draw(json_values)
    told = None
    try:
        made = parsed(json.dumps(line))
    except BadJudgementError as error:
        told = str(error)
    assert made.id == one.id if told is None else told.isprintable()


# --- the page that describes them --------------------------------------------------------
PAGE = Path(__file__).parents[2] / "docs" / "reference" / "judgements.md"


def test_the_line_that_the_page_shows_is_a_judgement() -> None:
    (line,) = re.findall(r"```json\n(.*)\n```", PAGE.read_text(encoding="utf-8"))
    assert parsed(line) == checked(MERGE)


def test_the_page_names_every_verdict_and_every_key() -> None:
    page = PAGE.read_text(encoding="utf-8")
    keys = {key for one in every() for key in (one.verdict, *one.line(), *(one.event or {}))}
    assert [key for key in sorted(keys) if f"`{key}`" not in page] == []


# --- which hold ------------------------------------------------------------------------
def test_what_is_undone_does_not_hold_and_what_it_followed_holds_again() -> None:
    first, second = on("accept", SALE, 0), on("reject", SALE, 0, minutes=1)
    back = verdict("undo", minutes=2, of=second.id)
    assert standing([back, first, second]) == [first]


def test_what_undoes_can_be_undone() -> None:
    first = on("accept", SALE, 0)
    back = verdict("undo", minutes=1, of=first.id)
    again = verdict("undo", minutes=2, of=back.id)
    assert standing([first, back, again]) == [first]


def test_an_undo_of_nothing_that_is_known_undoes_nothing() -> None:
    first = on("accept", SALE, 0)
    assert standing([first, verdict("undo", minutes=1, of="judgement-" + "0" * 16)]) == [first]


def merge(code: str, into: str, minutes: int = 0) -> Judgement:
    return verdict("merge", minutes=minutes, code=code, into=into)


def test_merges_lead_to_the_end_of_their_chain() -> None:
    assert merges([merge("A", "B"), merge("B", "C")]) == {"A": "C", "B": "C"}


def test_of_two_merges_of_a_code_the_newer_counts() -> None:
    assert merges(standing([merge("A", "B"), merge("A", "C", 1)])) == {"A": "C"}


def test_a_merge_that_would_close_a_circle_does_not_count() -> None:
    assert merges(standing([merge("A", "B"), merge("B", "A", 1)])) == {"B": "A"}


@given(st.lists(st.tuples(st.sampled_from("ABCDE"), st.sampled_from("ABCDE")), max_size=8))
def test_nobody_is_in_the_end_somebody_who_is_another(pairs: list[tuple[str, str]]) -> None:
    made = [merge(a, b, minute) for minute, (a, b) in enumerate(pairs) if a != b]
    found = merges(standing(made))
    assert not {*found} & {*found.values()}


def test_a_time_is_the_same_in_every_zone() -> None:
    assert checked(MERGE | {"made": "2024-05-03T14:00:00+02:00"}).made == datetime(
        2024, 5, 3, 12, tzinfo=UTC
    )
