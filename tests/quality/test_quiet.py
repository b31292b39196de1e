"""Where nothing political happens, next to nothing is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from quality.proofs import read_events

QUIET = Path(__file__).parent / "quiet.txt"
MOST_PER_HUNDRED = 3


def sentences() -> list[str]:
    lines = QUIET.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@pytest.mark.model
def test_quiet_news_makes_next_to_no_events() -> None:
    quiet = sentences()
    made = [
        f"{event['type']} by {event['rule']}: {text}"
        for text, events in read_events(quiet).items()
        for event in events
    ]
    rate = 100 * len(made) / len(quiet)
    told = "\n".join(made)
    if rate > MOST_PER_HUNDRED:
        pytest.fail(f"{rate:.1f} events per 100 sentences:\n{told}", pytrace=False)


def test_the_quiet_sentences_are_many_and_each_stands_once() -> None:
    quiet = sentences()
    assert len(quiet) >= 220
    assert len(set(quiet)) == len(quiet)
