"""What nobody says: names, measures, plans without an owner; and who speaks in a sentence taken for a noun."""

from __future__ import annotations

import pytest

from dragoman.workflow.reading import read


@pytest.mark.parametrize(
    "text",
    [
        "The militia lost 40 men in May, compared to 11 in April.",
        "A plan to bundle the two loans failed.",
        "The army lost a base, called Camp Nord.",
        "There are plans to cut the army by half.",
    ],
)
def test_what_nobody_says_is_no_claim(text: str) -> None:
    assert not read(text).claims


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        (
            "The Okello campaign plans to release more records soon.",
            "Okello campaign",
            "to release more records soon",
        ),
        (
            "The envoy compared the raid to a massacre.",
            "The envoy",
            "the raid to a massacre",
        ),
        (
            "Sow made plans to build bunkers.",
            "Sow",
            "to build bunkers",
        ),
        (
            "Kenya denounced what Quito called Lima's “reckless, dangerous” moves.",
            "Kenya",
            "what Quito called Lima's “reckless, dangerous” moves",
        ),
    ],
)
def test_whoever_plans_or_compares_says_so(text: str, speaker: str, content: str) -> None:
    found = {(c.speaker.text, c.content.of(text)) for c in read(text).claims}
    assert (speaker, content) in found
