# Names that a hyphen joins: "the UK-France summit", "the Saudi-led coalition".
# Rule 1: two names before a noun both belong to the noun, whichever of them the parser
#   hung on the other.
# Rule 2: whoever leads a group acts for it. Whoever backs, arms or funds one does not.
"""Hang names that a hyphen joins on the noun that they stand before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token

HYPHENS = frozenset({"-", "‑", "–"})
_LEADING = frozenset({"led", "commanded", "dominated"})
_BEFORE = ("compound", "amod", "flat", "nmod", "obl", "advmod", "dep", "nummod")
# Words that begin names of two words: "the US-South Korean drills".
_BEGINNING = frozenset("east new north northern saudi south southern sri united west".split())


def unhyphen(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with the names that a hyphen joins hung on their noun."""
    made = list(tokens)
    for left, right in joints(tokens):
        if tokens[right].text.lower() in _LEADING:
            _leader(made, left, right)
        elif _is_name(tokens[right]):
            _pair(made, left, right)
    return tuple(made)


def joints(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The words on both sides of each hyphen that stands behind a name, without spaces."""
    for k in range(1, len(tokens) - 1):
        left, hyphen, right = tokens[k - 1 : k + 2]
        touching = left.span.end == hyphen.span.start and hyphen.span.end == right.span.start
        if hyphen.text in HYPHENS and touching and _is_name(left):
            yield k - 1, k + 1


def _is_name(token: Token) -> bool:
    return token.pos in ("PROPN", "ADJ", "NOUN") and token.text[:1].isupper()


def _whole(made: Sequence[Token], right: int) -> int:
    """The head of the name that begins after the hyphen: "Korean" in "South Korean"."""
    after = right + 1
    begins = made[right].text.lower() in _BEGINNING and after < len(made)
    return after if begins and _is_name(made[after]) else right


def _leader(made: list[Token], left: int, led: int) -> None:
    noun = made[led].head
    if made[led].dep != "amod" or noun <= led or made[noun].pos not in ("NOUN", "PROPN"):
        return
    if made[left].head == led:
        made[left] = replace(made[left], head=noun, dep="amod")


def _pair(made: list[Token], left: int, right: int) -> None:
    """Hang both names on the noun after them; the one that the parser hung right tells which."""
    whole = _whole(made, right)
    for one, other in ((left, whole), (whole, left)):
        noun = made[other].head
        within = (left,) if other == left else (right, whole)
        joined = made[one].head in within and made[one].relation in _BEFORE
        before = noun > whole and made[other].relation in _BEFORE
        if joined and before and made[noun].pos in ("NOUN", "PROPN"):
            dep = "compound" if made[one].pos == "PROPN" else "amod"
            made[one] = replace(made[one], head=noun, dep=dep)
            return
