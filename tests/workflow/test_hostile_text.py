"""Text that was made to be slow to read, or to be taken for something else."""

from __future__ import annotations

import time

import pytest

from dragoman.entities.find import find_mentions
from dragoman.entities.register import load_register
from dragoman.workflow.reading import prepare

LONG = 60_000
SHAPES = (
    " ", "a", "A ", '"', "“", '("', "x\n", "\n", ".", "Iran said it. ", "- ", "By Ann Lee, ", "KYIV (NW) - ",
    "(Photo: Ann Lee) ", "www.a.com/", "a@", "<b>", "&amp;", "1,", "A and ", "March 4, ", "Share this\n", "saidIran",
    "a-", "a\u200b", "e\u0301", "\u202ea", "Iran said.\r\n\r\n", "• a\n", "READ MORE: ", "Aa Bb ", "'", "it's ",
)  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_no_shape_of_text_is_slow_to_prepare(shape: str) -> None:
    load_register()
    start = time.process_time()
    prepare((shape * LONG)[:LONG], [])
    assert time.process_time() - start < 10


@pytest.mark.parametrize("name", ["Ru\u0455sia", "Ir\u0430n", "\u0406ran", "Chin\u0430"])
def test_letters_of_another_alphabet_stay_visible_as_what_they_are(name: str) -> None:
    (found,) = find_mentions(f"Troops of {name} crossed the river.", None)
    assert found.text == name
    assert not found.text.isascii()
