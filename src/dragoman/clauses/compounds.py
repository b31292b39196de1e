# "Iran-[backed] fighters": a name, a hyphen and a participle before a noun.
# Rule 1: the word before the hyphen does it, the noun behind undergoes it. Only a name can do it:
#   in "war-torn Syria" and "oil-rich Chad" nobody acts.
# Rule 2: two names with a hyphen before a noun are two sides: "US-China talks".
"""What a hyphen before a noun says: who acts on it, or between whom it is."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token

_BEFORE = ("amod", "compound", "nmod")


def doer_and_noun(sentence: Sentence, token: Token) -> tuple[int, int] | None:
    """The indices of "Iran" and "fighters" for "backed" in "Iran-backed fighters"; None elsewhere."""
    first = token.i - 2
    if first < 0 or token.relation != "amod" or token.pos not in ("VERB", "ADJ"):
        return None
    doer, hyphen = sentence.tokens[first], sentence.tokens[first + 1]
    if not joined(doer, hyphen, token):
        return None
    return (first, token.head) if _is_name(doer) and token.head > token.i else None


def joined(first: Token, hyphen: Token, second: Token) -> bool:
    """Whether three tokens are one word with a hyphen in the middle."""
    touching = first.span.end == hyphen.span.start and hyphen.span.end == second.span.start
    return touching and hyphen.text in ("-", "‑", "–")


def sides(sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """The names that hyphens join before *noun*: 0 and 2 in "US-China talks"; none elsewhere."""
    found: list[int] = []
    for i in range(noun.i - 2):
        first, hyphen, second = sentence.tokens[i : i + 3]
        if not joined(first, hyphen, second) or not (_is_name(first) and _is_name(second)):
            continue
        if any(t.head == noun.i and t.relation in _BEFORE for t in (first, second)):
            found += (first.i, second.i)
        elif found and first.i == found[-1]:
            found.append(second.i)
    return tuple(dict.fromkeys(found))


def _is_name(token: Token) -> bool:
    return token.pos in ("PROPN", "ADJ") and token.text[:1].isupper()
