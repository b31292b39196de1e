"""What the first, the only or the latest of a kind is said to have done."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chile was the first state to recognise Palestine.", ("SUPPORT", ["CHL"], "actual")),
        ("Peru was not the first state to recognise Palestine.", ("SUPPORT", ["PER"], "actual")),
        ("Ghana would be the only country to send troops to Haiti.", ("MOBILIZE", ["GHA"], "possible")),
        ("Nepal became the latest country to expel the Iranian envoy.", ("SANCTION", ["NPL"], "actual")),
        ("Benin, the third nation to recall its envoy to Mali, was silent.", ("SANCTION", ["BEN"], "actual")),
        ("The most senior Thai official to visit Laos in years met workers.", ("CONSULT", ["THA"], "actual")),
    ],
)  # fmt: skip
def test_who_is_ranked_has_done_it(text: str, expected: tuple[str, list[str], str]) -> None:
    found = [(e.type, [p.code for p in e.actor], e.status) for e in read(text).events]
    assert expected in found


@pytest.mark.parametrize(
    "text",
    [
        "The first step to recognise Palestine was a speech by the Chilean president.",
        "Ghana is the next country to send troops to Haiti.",
        "The only way to attack Mali is by air.",
    ],
)
def test_a_first_step_has_done_nothing(text: str) -> None:
    acts = ("MOBILIZE", "ASSAULT", "SUPPORT")
    assert not any(e.type in acts and e.status == "actual" for e in read(text).events)
