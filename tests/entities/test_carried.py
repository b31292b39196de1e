"""Whom a sentence goes on about."""

from __future__ import annotations

import pytest

from reports import Report

CLOSED = "Chad/PROPN/2/nsubj closed/close/VERB/0/root roads/road/NOUN/2/obj"
HANDED = f"{CLOSED} to/ADP/5/case Mali/PROPN/2/obl"
BOTH = "Chad/PROPN/4/nsubj and/CCONJ/3/cc Mali/PROPN/1/conj left/leave/VERB/0/root"


@pytest.mark.parametrize(
    ("first", "second", "word", "codes"),
    [
        pytest.param(
            CLOSED, "It/PRON/2/nsubj arrested/arrest/VERB/0/root", "It", {"TCD"}, id="subject"
        ),
        pytest.param(
            CLOSED, "It/PRON/2/nsubj includes/include/VERB/0/root", "It", set(), id="no-deed"
        ),
        pytest.param(
            HANDED, "It/PRON/2/nsubj arrested/arrest/VERB/0/root", "It", set(), id="another-is-acted-on"
        ),
        pytest.param(
            HANDED,
            "It/PRON/3/nsubj also/ADV/3/advmod arrested/arrest/VERB/0/root",
            "It",
            {"TCD"},
            id="but-also-goes-on",
        ),
        pytest.param(
            BOTH,
            "They/PRON/2/nsubj arrested/arrest/VERB/0/root",
            "They",
            {"TCD", "MLI"},
            id="several",
        ),
        pytest.param(
            CLOSED,
            "On/ADP/2/case Monday/PROPN/4/obl it/PRON/4/nsubj arrested/arrest/VERB/0/root",
            "it",
            {"TCD"},
            id="behind-a-day",
        ),
        pytest.param(
            CLOSED,
            "Niger/PROPN/4/obl ,/PUNCT/1/punct it/PRON/4/nsubj arrested/arrest/VERB/0/root",
            "it",
            set(),
            id="somebody-is-named-first",
        ),
        pytest.param(
            CLOSED,
            "Its/PRON/2/nmod:poss army/NOUN/3/nsubj fired/fire/VERB/0/root",
            "army",
            {"TCD-MIL"},
            id="owner-of-the-subject",
        ),
    ],
)  # fmt: skip
def test_a_pronoun_that_opens_goes_on_about_the_subject(
    first: str, second: str, word: str, codes: set[str]
) -> None:
    assert Report(first, second).codes(word) == codes
