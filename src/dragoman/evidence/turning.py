# “We are ready,” he said. “You must leave now.”: speech that turns to something else.
# Rule: a claim has one stance. Where speech goes on behind its "he said" and does another
#   thing than before, as to demand or to deny, it is a claim of its own by the same words.
"""Part direct speech where its stance turns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.span import Span
from dragoman.evidence.claim import Claim
from dragoman.evidence.page import Page
from dragoman.evidence.spoken import spoken_stance


def turned(page: Page) -> None:
    """Part the claims of *page* whose speech turns from one stance to another."""
    page.made = [part for claim in page.made for part in _parts(page, claim)]


def _parts(page: Page, claim: Claim) -> Iterator[Claim]:
    if not claim.quoted or not claim.more:
        yield claim
        return
    told = [(_stance(page, claim, piece), piece) for piece in claim.pieces]
    for stance, run in groupby(told, key=lambda pair: pair[0]):
        longest, *rest = sorted((p for _, p in run), key=lambda p: (p.start - p.end, p.start))
        made = content_id("claim", claim.cue.start, claim.cue.end, longest.start, longest.end)
        yield replace(claim, id=made, content=longest, more=tuple(sorted(rest)), stance=stance)


def _stance(page: Page, claim: Claim, piece: Span) -> str:
    """The stance of a piece; the first, and one that goes on with a sentence, has its claim's."""
    before = page.text[claim.cue.end : piece.start].rstrip(" “\"'‘’”\n")
    begins = page.text[piece.start].isupper() and before[-1:] in (".", "?", "!")
    return spoken_stance(page.text, page.sentences, piece) if begins else claim.stance
