# "Iran-[backed] fighters": a name, a hyphen and a participle before a noun.
# Rule: the word before the hyphen does it, the noun behind undergoes it. Only a name can do it:
#   in "war-torn Syria" and "oil-rich Chad" nobody acts.
"""Participles that stand before their noun, with their doer before a hyphen."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token


def doer_and_noun(sentence: Sentence, token: Token) -> tuple[int, int] | None:
    """The indices of "Iran" and "fighters" for "backed" in "Iran-backed fighters"; None elsewhere."""
    first = token.i - 2
    if first < 0 or token.relation != "amod" or token.pos not in ("VERB", "ADJ"):
        return None
    doer, hyphen = sentence.tokens[first], sentence.tokens[first + 1]
    if not joined(doer, hyphen, token):
        return None
    named = doer.pos in ("PROPN", "ADJ") and doer.text[:1].isupper()
    return (first, token.head) if named and token.head > token.i else None


def joined(first: Token, hyphen: Token, second: Token) -> bool:
    """Whether three tokens are one word with a hyphen in the middle."""
    touching = first.span.end == hyphen.span.start and hyphen.span.end == second.span.start
    return touching and hyphen.text in ("-", "‑", "–")
