"""Which state "the government" and "police" belong to where several are spoken of."""

from __future__ import annotations

import pytest

from reports import Report

SENT = "Chad/PROPN/2/nsubj sent/send/VERB/0/root food/NOUN/2/obj to/ADP/5/case Mali/PROPN/2/obl"
AND = "Chad/PROPN/4/nsubj and/CCONJ/3/cc Mali/PROPN/1/conj met/meet/VERB/0/root"


@pytest.mark.parametrize(
    ("first", "second", "noun", "code"),
    [
        pytest.param(
            SENT,
            "The/DET/2/det army/NOUN/3/nsubj fired/fire/VERB/0/root",
            "army",
            "TCD-MIL",
            id="the-subject-leads",
        ),
        pytest.param(
            AND,
            "The/DET/2/det army/NOUN/3/nsubj fired/fire/VERB/0/root",
            "army",
            None,
            id="two-side-by-side",
        ),
        pytest.param(
            AND,
            "The/DET/2/det army/NOUN/3/nsubj attacked/attack/VERB/0/root Chad/PROPN/3/obj",
            "army",
            "MLI-MIL",
            id="not-the-one-attacked",
        ),
        pytest.param(
            SENT,
            "An/DET/2/det army/NOUN/3/nsubj fired/fire/VERB/0/root",
            "army",
            None,
            id="an-army-is-any",
        ),
        pytest.param(
            SENT,
            "Police/NOUN/2/nsubj;Number=Plur fired/fire/VERB/0/root in/ADP/4/case Bamako/PROPN/2/obl",
            "Police",
            "MLI-COP",
            id="police-act-where-the-clause-is-set",
        ),
    ],
)
def test_an_institution_is_that_of_the_state_spoken_of_most(
    first: str, second: str, noun: str, code: str | None
) -> None:
    assert Report(first, second).codes(noun) == {code}
