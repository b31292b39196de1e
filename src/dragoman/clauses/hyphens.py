# Names before a hyphen: "Iran-Iraq war", "Turkish-backed fighters".
# Rule 1: the three words touch, and a name has a capital: "U.S.-made", but no "well-armed".
# Rule 2: whoever leads a group acts for it; whoever backs, arms or funds one does not.
# Rule 3: where the tree hangs the name does not matter: treebanks and parsers hang it anyhow.
"""Read what a hyphen joins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.clauses.clause import HYPHENS, Sentence, Token

_LEADING = frozenset({"led", "commanded", "dominated"})


def touch(first: Token, hyphen: Token, second: Token) -> bool:
    """Whether three tokens are one word with a hyphen in the middle."""
    if hyphen.text not in HYPHENS:
        return False
    return first.span.end == hyphen.span.start and hyphen.span.end == second.span.start


def partners(sentence: Sentence, modifiers: Iterable[int]) -> tuple[int, ...]:
    """The names that hyphens join before a noun, in order: Iran, Iraq of "Iran-Iraq war"."""
    if not sentence.hyphens:
        return ()
    # Also from inside a name of two words: "the Japan-South Korea talks".
    for i in (k for m in modifiers for k in (m, *sentence.subtree(m))):
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
    if token.text.lower() in _LEADING:
        return None  # whoever leads stands before the group itself
    name = _joined(sentence, token.i, -1)
    return name if name is not None and _is_name(sentence.tokens[name]) else None


def lead(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with whoever leads a group hung on the group: "the Saudi-led coalition" is Saudi."""
    made = list(tokens)
    for name, hyphen, led in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if led.text.lower() not in _LEADING or not touch(name, hyphen, led) or not _is_name(name):
            continue
        group = tokens[led.head]
        if led.dep == "amod" and led.i < group.i and group.pos in ("NOUN", "PROPN"):
            if name.head == led.i:
                made[name.i] = replace(name, head=group.i, dep="amod")
    return tuple(made)


def backing(sentence: Sentence) -> Iterable[Token]:
    """The names that only say who backs or leads a phrase: they do not say whose it is."""
    for hyphen in sentence.hyphens:
        behind = _joined(sentence, hyphen - 1, 1) if hyphen else None
        token = sentence.tokens[hyphen - 1]
        if behind is not None and _is_name(token) and sentence.tokens[behind].text.islower():
            yield token


def word_before(sentence: Sentence, token: Token) -> str | None:
    """The plain word that a hyphen joins to a word, if one does: "test" of "test-fired"."""
    if (
        not sentence.hyphens
        or token.i < 2
        or not touch(*sentence.tokens[token.i - 2 : token.i + 1])
    ):
        return None
    word = sentence.tokens[token.i - 2].text
    return word if word.islower() else None


def _joined(sentence: Sentence, i: int, step: int) -> int | None:
    """The word on the other side of a hyphen that touches word *i*."""
    other = i + 2 * step
    if not 0 <= other < len(sentence.tokens):
        return None
    return other if touch(*sentence.tokens[min(i, other) : max(i, other) + 1]) else None


def _is_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.pos in ("PROPN", "ADJ", "NOUN", "X")
