"""Whom marked phrases are taken to mean is at least as good as it has been."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from dragoman.alphabet.span import Span
from quality import actors, floors
from quality.actors import (
    COMMAND,
    FLOORS,
    KINDS,
    Answer,
    Case,
    answers,
    corpus_hash,
    head_of,
    load,
    main,
    shares,
    table,
    told,
)
from trees import tree

CASES = load()


def answer(meant: set[str], taken: set[str], kind: str = "role") -> Answer:
    case = Case(kind, date(2020, 5, 1), "Iran spoke.", Span(0, 4), frozenset(meant))
    return Answer(case, frozenset(taken))


@pytest.fixture(scope="module")
def found() -> list[Answer]:
    return answers(CASES)


@pytest.mark.model
def test_no_share_is_below_its_floor(found: list[Answer]) -> None:
    measured = shares(found)
    pinned = floors.load(FLOORS).figures
    sunk = floors.falls(pinned, measured)
    assert set(measured) == set(pinned), f"Pin them: {COMMAND}"
    if sunk:
        pytest.fail(f"These read worse than pinned:\n{floors.told(sunk, pinned, measured)}", False)


def test_floors_do_not_sink_without_a_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    high = tmp_path / "floors.json"
    floors.save(floors.Floors("", {"role.right": 1.0}), high)
    monkeypatch.setattr(actors, "FLOORS", high)
    monkeypatch.setattr(actors, "answers", lambda cases: [answer({"IRN"}, set())])
    assert main(["--pin"]) == 1
    assert COMMAND in capsys.readouterr().err
    assert floors.load(high).figures == {"role.right": 1.0}
    assert main(["--pin", "--allow-regression", "a label was corrected"]) == 0
    assert floors.load(high).figures["role.right"] == 0.0


def test_the_floors_were_measured_on_these_cases() -> None:
    assert floors.load(FLOORS).corpus == corpus_hash(), f"Pin them on purpose: {COMMAND}"


def test_there_are_enough_cases_of_each_kind() -> None:
    kinds = Counter(case.kind for case in CASES)
    assert set(kinds) == set(KINDS)
    assert {k: n for k, n in kinds.items() if n < (30 if k == "spelling" else 50)} == {}
    assert kinds.total() >= 480


def test_a_text_stands_once() -> None:
    assert [t for t, n in Counter(case.text for case in CASES).items() if n > 1] == []


def test_a_text_is_short_and_no_fragment() -> None:
    lengths = {case.text: len(case.text.split()) for case in CASES}
    assert {text: n for text, n in lengths.items() if not 10 <= n <= 40} == {}


def test_a_third_of_the_pronouns_and_bare_phrases_mean_nobody() -> None:
    bare = [case for case in CASES if case.kind == "pronoun"]
    assert sum(not case.codes for case in bare) >= len(bare) / 3


def test_the_cases_cover_most_of_the_world() -> None:
    assert len({code[:3] for case in CASES for code in case.codes}) >= 120


def test_a_code_with_another_sector_is_the_right_country_and_wrong() -> None:
    found = answer({"IRN-MIL"}, {"IRN-COP"})
    assert (found.right, found.right_country, found.wrong) == (False, True, True)


def test_silence_is_not_wrong() -> None:
    found = answer({"IRN"}, set())
    assert (found.right, found.right_country, found.wrong) == (False, False, False)


def test_somebody_where_nobody_is_meant_is_wrong() -> None:
    assert answer(set(), {"IRN"}).wrong


def test_one_of_two_is_wrong() -> None:
    assert answer({"IRN", "RUS"}, {"IRN"}).wrong


def test_shares_are_counted_by_kind_and_for_all() -> None:
    measured = shares([answer({"IRN"}, {"IRN"}), answer({"IRN"}, set(), "name")])
    assert measured["role.right"] == 1.0
    assert measured["name.right"] == 0.0
    assert (measured["all.right"], measured["all.not_wrong"]) == (0.5, 1.0)


def test_the_table_shows_the_wrong_ones_as_a_share() -> None:
    found = [answer(set(), {"IRN"}), answer({"IRN"}, {"IRN"})]
    lines = table(shares(found), [a.case for a in found]).splitlines()
    assert lines[1].split() == ["role", "2", "0.5000", "0.5000", "0.5000"]


def test_a_miss_is_told_with_who_was_meant() -> None:
    assert "“Iran”: IRN-MIL, not nobody (2020-05-01)" in told(answer({"IRN-MIL"}, set()))


def test_the_head_of_a_phrase_is_the_token_nearest_to_the_root() -> None:
    sentence = tree(
        "Iranian/ADJ/2/amod soldiers/soldier/NOUN/3/nsubj fell/fall/VERB/0/root",
    )
    assert head_of(sentence, Span(0, 16)) == 1
    assert head_of(sentence, Span(100, 104)) is None
