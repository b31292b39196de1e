# What is left of a story when a hundred sites have carried it: cut, under another headline, in
# another page, with up to every seventh word replaced by a machine. Two things outlast that:
# 1. runs of words. A MinHash over runs of WORDS words says how many of them two texts share;
# 2. its names and figures. Who swaps "border" for "frontier" leaves "Kharkiv" and "46" alone;
#    and it is these in which Tuesday's report of losses differs from Monday's, whose words it
#    repeats. They are few, so they are kept themselves: the MARKS smallest of their hashes.
# Rule 1: the same words give the same numbers for ever, on every machine and Python. Who
#   changes how words are found or hashed raises RULES: prints of other rules are never compared.
# Rule 2: pure. Which reports are copies of which is the ledger's affair (ledger/copies.py).
"""A fingerprint of each report, by which near-copies are found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b

from rensa import RMinHash

from dragoman.alphabet.span import Span
from dragoman.body.clean import clean

#: Raised when the same words would give other numbers.
RULES = 1
#: Words of a run: what two texts share of them falls with the share of replaced words.
WORDS = 3
#: Numbers of the MinHash. Two texts' share of equal ones is off by 0.04 at most times.
NUMBERS = 128
#: Hashes of names and figures that are kept; most stories have fewer.
MARKS = 64
_SEED = 1815
#: Kinds of noise that are part of the story they stand in.
INSIDE = frozenset({"glued", "garbled"})
_WORD = re.compile(r"[^\W_]+")
# A capital letter begins a name where it does not begin a sentence: after a word and one space.
_MARK = re.compile(r"\d+(?:[.,]\d+)*|(?<=[\w,;’'] )[A-Z\u00c0-\u00de\u0100-\u017f][^\W\d_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is kept of a story to know its copies by."""

    runs: int  #: different runs of words
    words: tuple[int, ...]  #: MinHash of the runs: NUMBERS numbers of 32 bits
    marks: tuple[int, ...]  #: smallest hashes of names and figures, rising, at most MARKS

    def packed(self) -> tuple[int, ...]:
        """All of it as one row of numbers: rules, runs, words, marks."""
        return (_RULES, self.runs, *self.words, *self.marks)


#: Ours and those of the library, in one number.
_RULES = 1000 * RMinHash.ALGORITHM_VERSION + RULES


def fingerprint(
    text: str, title: str | None = None, *, outside: Iterable[Span] | None = None
) -> Fingerprint | None:
    """Return the fingerprint of the story in *text*; None if it has no two words.

    Args:
        text: a report, with or without the page around it.
        title: its headline. A first line that is no more than this does not count: copies
            go under other headlines.
        outside: characters of *text* that are no story, where that is known; otherwise the
            text is cleaned to find out, which takes far longer than the rest.

    >>> one = fingerprint("Iran shelled the port of Basra. At least 46 people were hurt.")
    >>> two = fingerprint("IRAN shelled the port of Basra! At least 46 people were hurt…")
    >>> one.runs, one.words == two.words
    (10, True)
    """
    if outside is None:
        body = clean(text)
        story = "\n".join(passage.span.of(body.text) for passage in body.passages)
        story = _without_title(story, title)
    else:
        story = _without_title(_story(text, outside), title)
    words = _WORD.findall(story.casefold())
    runs = {" ".join(words[k : k + WORDS]) for k in range(len(words) - WORDS + 1)}
    if not runs:
        return None
    made = RMinHash(num_perm=NUMBERS, seed=_SEED)
    made.update(sorted(runs))
    marks = {_hash(mark.casefold()) for mark in _MARK.findall(story)}
    return Fingerprint(
        runs=len(runs), words=tuple(made.digest()), marks=tuple(sorted(marks)[:MARKS])
    )


def _story(text: str, outside: Iterable[Span]) -> str:
    """*text* without the spans *outside*, each a line's end."""
    kept, end = [], 0
    for span in sorted(outside):
        if span.start > end:
            kept.append(text[end : span.start])
        end = max(end, span.end)
    kept.append(text[end:])
    return "\n".join(kept)


def _without_title(story: str, title: str | None) -> str:
    """*story* without a first line that says what *title* says."""
    if not title:
        return story
    first, line, rest = story.lstrip().partition("\n")
    same = _WORD.findall(first.casefold()) == _WORD.findall(title.casefold())
    return rest if line and same else story


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=4).digest(), "big")
