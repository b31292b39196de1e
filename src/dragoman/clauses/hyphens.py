# Names before a hyphen: "Iran-Iraq war", "Turkish-backed fighters".
# Rule 1: the three words touch, and a name has a capital: "U.S.-made", but no "well-armed".
# Rule 2: where the tree hangs the name does not matter: treebanks and parsers hang it anyhow.
# Rule 3: two names before a noun both belong to it, and whoever leads a group acts for it; who
#   backs, arms or funds one does not.
"""What a hyphen joins: names on their noun, and who does what a participle says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Sentence, Token

_HYPHENS = ("-", "‑", "–")
_LEADING = frozenset({"led", "commanded", "dominated"})
_BEFORE = ("compound", "amod", "flat", "nmod", "obl", "advmod", "dep", "nummod")
# Words that begin names of two words: "the US-South Korean drills".
_BEGINNING = frozenset("east new north northern saudi south southern sri united west".split())


def touch(first: Token, hyphen: Token, second: Token) -> bool:
    """Whether three tokens are one word with a hyphen in the middle."""
    joined = first.span.end == hyphen.span.start and hyphen.span.end == second.span.start
    return joined and hyphen.text in _HYPHENS


def partners(sentence: Sentence, modifiers: Iterable[int]) -> tuple[int, ...]:
    """The names that hyphens join before a noun, in order: Iran, Iraq of "Iran-Iraq war"."""
    for i in modifiers:
        chain = [i]
        while (before := _joined(sentence, chain[0], -1)) is not None:
            chain.insert(0, before)
        while (after := _joined(sentence, chain[-1], 1)) is not None:
            chain.append(after)
        if len(chain) > 1 and all(_is_name(sentence.tokens[k]) for k in chain):
            return tuple(chain)
    return ()


def doer_before(sentence: Sentence, token: Token) -> int | None:
    """Who does what a participle says: Turkey in "Turkish-backed fighters"; nobody in "war-torn"."""
    if token.relation != "amod" or token.pos not in ("VERB", "ADJ") or token.head < token.i:
        return None
    name = _joined(sentence, token.i, -1)
    return name if name is not None and _is_name(sentence.tokens[name]) else None


def backing(sentence: Sentence) -> Iterable[Token]:
    """The names that only say who backs or leads a phrase: they do not say whose it is."""
    for token in sentence.tokens:
        behind = _joined(sentence, token.i, 1)
        if behind is not None and _is_name(token) and sentence.tokens[behind].text.islower():
            yield token


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
        if touch(*tokens[k - 1 : k + 2]) and _is_name(tokens[k - 1]):
            yield k - 1, k + 1


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


def _joined(sentence: Sentence, i: int, step: int) -> int | None:
    """The word on the other side of a hyphen that touches word *i*."""
    other = i + 2 * step
    if not 0 <= other < len(sentence.tokens):
        return None
    return other if touch(*sentence.tokens[min(i, other) : max(i, other) + 1]) else None


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN", "X")
