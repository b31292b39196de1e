from __future__ import annotations

import pytest

from dragoman.events.event import QUADS
from dragoman.events.senses import load_scores
from dragoman.ledger.imports.cameo import load_meanings, meaning, whole


def test_every_code_means_a_type_and_mode_of_plover() -> None:
    assert len(load_meanings()) == 285
    for code, found in load_meanings().items():
        assert whole(code) == code
        assert (found.type, found.mode or "") in load_scores()
        assert found.type in QUADS


@pytest.mark.parametrize(
    ("code", "type_", "mode"),
    [
        ("030", "AGREE", None), ("0356", "CONCEDE", None), ("042", "CONSULT", "visit"),
        ("057", "SUPPORT", None), ("055", "CONCEDE", None), ("072", "AID", None),
        ("0831", "CONCEDE", None), ("0841", "RETREAT", "release"), ("094", "ACCUSE", "investigate"),
        ("1012", "REQUEST", "assist"), ("0231", "REQUEST", "assist"), ("1123", "ACCUSE", "allege"),
        ("116", "SANCTION", "convict"), ("128", "REJECT", "yield"), ("138", "THREATEN", "violence"),
        ("143", "PROTEST", None), ("154", "MOBILIZE", "troops"), ("163", "SANCTION", "discontinue"),
        ("166", "SANCTION", None), ("173", "COERCE", "arrest"), ("1712", "ASSAULT", "destroy"),
        ("186", "ASSAULT", "targeted"), ("191", "COERCE", "restrict"), ("192", "COERCE", "seize"),
        ("195", "ASSAULT", "aerial"), ("1952", "ASSAULT", "drone"), ("203", "ASSAULT", None),
    ],
)  # fmt: skip
def test_codes_mean_what_plover_two_says(code: str, type_: str, mode: str | None) -> None:
    found = meaning(code)
    assert found is not None
    assert (found.type, found.mode) == (type_, mode)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("42", "042"), ("841", "0841"), ("0841", "0841"), ("256", "0256"), ("190", "190"),
        ("112", "112"), ("1121", "1121"), ("20", "020"), ("---", None), ("", None), ("7", None),
        ("0", None), ("9999999", None), ("٤٢", None), ("000", None),
    ],
)  # fmt: skip
def test_lost_zeros_come_back_where_there_is_one_reading(written: str, code: str | None) -> None:
    assert whole(written) == code


def test_a_finer_code_means_its_parent_and_an_unknown_one_nothing() -> None:
    parent, finer = meaning("195"), meaning("1959")
    assert parent is not None
    assert finer is not None
    assert (finer.type, finer.mode) == (parent.type, None)
    assert meaning("199") is None
    assert meaning("010") is None
