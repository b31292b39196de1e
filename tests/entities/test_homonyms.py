from __future__ import annotations

import pytest

from dragoman.entities.find import find_mentions
from dragoman.entities.homonyms import load_homonyms


def code(text: str, surface: str) -> str | None:
    return next((m.code for m in find_mentions(text) if m.text == surface), None)


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        pytest.param("Ministers met in Tbilisi, Georgia said.", "Georgia", "GEO", id="capital"),
        pytest.param("Georgia said nothing.", "Georgia", "GEO", id="usual-bearer"),
        pytest.param(
            "Georgia counts again, judges in Atlanta said.", "Georgia", None, id="us-state"
        ),
        pytest.param(
            "Georgia and Russia met in Atlanta.", "Georgia", "GEO", id="both-kinds-of-sign"
        ),
        pytest.param("In Brazzaville Congo voted.", "Congo", "COG", id="other-capital"),
        pytest.param("Congo voted in Kinshasa.", "Congo", "COD", id="own-capital"),
        pytest.param("Korea sold ships, Seoul said.", "Korea", "KOR", id="divided-nation"),
        pytest.param("Korea is a peninsula.", "Korea", None, id="divided-nation-without-sign"),
        pytest.param(
            "Korea is divided, Seoul and Pyongyang agree.", "Korea", None, id="both-halves"
        ),
        pytest.param("A fire burned in Moscow, Idaho, today.", "Moscow", None, id="in-the-usa"),
        pytest.param("Moscow, Idaho said.", "Idaho", None, id="us-states-are-no-actors"),
        pytest.param("Moscow, Kyiv and Minsk agreed.", "Moscow", "RUS", id="list"),
    ],
)
def test_what_stands_nearby_decides(text: str, surface: str, expected: str | None) -> None:
    assert code(text, surface) == expected


def test_a_sign_nearby_outweighs_one_far_off() -> None:
    gap = "Nothing happened for a while. " * 20
    text = f"In Brazzaville Congo voted. {gap} In Kinshasa Congo did not."
    assert [m.code for m in find_mentions(text) if m.text == "Congo"] == ["COG", "COD"]


def test_each_homonym_has_signs() -> None:
    assert all(h.signs.pattern != "(?!)" for h in load_homonyms().values())
