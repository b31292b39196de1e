# Passages that are laid out as speech: "MINISTER: We will not go.", "Q. … A. …",
# and titles: "Minister: Talks have failed".
# Rule 1: in a transcript the name stands at the head of its passage in capitals.
# Rule 2: a title's first words speak only if they name somebody who can.
"""Transcripts and titles: the speaker before a colon."""

from __future__ import annotations

import re

from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.page import Page

_NAMED = re.compile(r"((?:[A-Z][A-Z'’.-]+|[A-Z]\.)(?: (?:[A-Z][A-Z'’.-]+|[A-Z]\.)){0,4}) ?:\s+(?=\S)")
_ASKED = re.compile(r"([QA])(?:\.|:)\s+(?=\S)")
#: Headings that look like names in capitals.
_HEADINGS = frozenset({"UPDATE", "NOTE", "WATCH", "READ", "BREAKING", "EXCLUSIVE", "VIDEO", "PHOTOS", "RELATED", "CORRECTION", "MORE", "FACTBOX", "ANALYSIS", "TIMELINE", "LIVE", "OPINION", "CHICAGO", "WASHINGTON"})
_SHORT = 3  #: turns of speech from which passages are a transcript


def transcript(page: Page) -> None:
    """Add a claim for each turn of speech, if the report has enough of them."""
    turns = []
    for passage in page.passages:
        text = passage.span.of(page.text)
        found = _NAMED.match(text) or _ASKED.match(text)
        if found is not None and found[1] not in _HEADINGS:
            turns.append((passage, found))
    if len(turns) < _SHORT or len({found[1] for _, found in turns}) == len(turns):
        return
    for passage, found in turns:
        start = passage.span.start
        name = Span(start + found.start(1), start + found.end(1))
        colon = Span(name.end, name.end + 1)
        words = name.of(page.text)
        known = len(words) > 1
        speaker = Speaker(words, name, words.title() if known else None, None)
        page.claim(speaker, colon, Span(start + found.end(), passage.span.end), "asserts", True)
