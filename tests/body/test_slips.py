from __future__ import annotations

import pytest

from dragoman.alphabet.span import Span
from dragoman.body.slips import slips

NAMES = frozenset(
    "Kyiv Iran Israel Turkey China Chad Jordan Oman Kremlin Cambodia Colombia".split()
)
LONG = " The delegations will meet again in the autumn."


def told(text: str) -> list[tuple[str, str | None]]:
    noise = slips(text, Span(0, len(text)), NAMES)
    return [(n.text, n.fixed) for n in sorted(noise, key=lambda one: one.span)]


@pytest.mark.parametrize(
    ("text", "found", "fixed"),
    [
        ("Envoys of the the bloc left.", "the the", "the"),
        ("The gunners were hopelesss.", "hopelesss", "hopeless"),
        ("He told a meeting. reporters on Friday of it.", "meeting. reporters", None),
        ("He works at the College. in Oslo on it.", "College. in", "College in"),
        ("A soldier of teh army left.", "teh", "the"),
        ("The Goverment left.", "Goverment", "Government"),
        ("The Untied States left.", "Untied States", "United States"),
        ("The Security Coucil met.", "Security Coucil", "Security Council"),
        ("Talks on Monday on Monday failed.", "on Monday on Monday", "on Monday"),
        ("The ceasefire ceasefire holds.", "ceasefire ceasefire", "ceasefire"),
        ("They met the. Envoy in Oslo.", "the. Envoy", "the Envoy"),
        ("So Prime. Minister Lee left.", "Prime. Minister", "Prime Minister"),
        ("They left. Which. Nobody knew of it.", "Which.", None),
        ("Envoys of Combodia left.", "Combodia", "Cambodia"),
        ("They signed an treaty.", "an treaty", "a treaty"),
        ("They fear a attack.", "a attack", "an attack"),
        ("Envoys from kyiv left." + LONG, "kyiv", "Kyiv"),
        ("The russian army left." + LONG, "russian", "Russian"),
        ("So president vladimir putin left." + LONG, "vladimir", "Vladimir"),
    ],
)
def test_what_no_careful_writer_leaves_so_is_garbled(
    text: str, found: str, fixed: str | None
) -> None:
    assert told(text) == [(found, fixed)]


@pytest.mark.parametrize(
    "text",
    [
        "He said that that had had no effect." + LONG,
        "Dr. al-Masri of Acme Inc. in Oman vs. the rest, etc. and so on." + LONG,
        "Buy turkey and china from the jersey shop." + LONG,
        "An hour, an honest man, an heir, an MP, a European, a one-off, a unit." + LONG,
        "Vitamin a intake and plan a is fine." + LONG,
        "The site kyiv.example and @kyiv and #iran" + LONG,
        "The prime ministers met in the white house of the village." + LONG,
        "The Washington Post reported it. A Washington Post report said so." + LONG,
        "He heard a hmmm, and sooo much." + LONG,
        "White Horse, North Korean, United Nations, Prime Ministers." + LONG,
        "They left in May. Israel, a foe of Iran, to this day opposes the deal.",
        "we left. they stayed. all went. so it was. nobody came.",
        "Step by step by step, day after day after day; it was a long long way to Bora Bora."
        + LONG,
        "He went from time to time to Columbia. We are going to have to have a vote." + LONG,
        "He met Ann Sargent and Dr. Teh. Who knew? The End. A new day began." + LONG,
        "He is of the view that it was well known as such." + LONG,
        "The king’s son Adam Lee and the president’s ally Ann Ray left." + LONG,
    ],
)
def test_good_words_are_let_be(text: str) -> None:
    assert told(text) == []


def test_a_passage_without_capitals_has_no_names_without_them() -> None:
    assert told("envoys from kyiv and iran met the russian army in the autumn.") == []
