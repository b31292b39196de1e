"""Clauses with "both" or "each" behind a comma, which describe whom they follow."""

from __future__ import annotations

import pytest

from dragoman.clauses.mend import mend
from dragoman.workflow.reading import read
from trees import tree

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Chad and Mali have grown closer. The two states, both chafing at French sanctions, signed a pact.",
            ("SANCTION", ["FRA"], ["TCD", "MLI"]),
        ),
        (
            "Chad and Mali, each struggling under French sanctions, signed a pact.",
            ("SANCTION", ["FRA"], ["TCD", "MLI"]),
        ),
        (
            "Chad and Mali, each backed by France, signed a pact.",
            ("SUPPORT", ["FRA"], ["TCD", "MLI"]),
        ),
        (
            "Chad and Mali, each accusing France of meddling, signed a pact.",
            ("ACCUSE", ["TCD", "MLI"], ["FRA"]),
        ),
    ],
)
def test_both_describes_the_two_before(text: str, event: tuple[str, list[str], list[str]]) -> None:
    told = [
        (e.type, [p.code for p in e.actor], [p.code for p in e.recipient])
        for e in read(text).events
    ]
    assert event in told
    assert not any(recipient == ["FRA"] and kind != event[0] for kind, _, recipient in told)


def test_what_each_accuses_has_it_for_subject_behind_another_noun() -> None:
    found = tree(
        "They/PRON/2/nsubj signed/sign/VERB/0/root;Tense=Past|VerbForm=Fin pact/pact/NOUN/2/obj;Number=Sing "
        ",/PUNCT/6/punct each/DET/6/nsubj accusing/accuse/VERB/3/acl;VerbForm=Part France/PROPN/6/obj"
    ).tokens
    assert mend(found) == found
