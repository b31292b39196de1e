# Armed men who are somebody's and not his army, and roles that are not the usual one.
# Rule: the words before a role say so. "Turkish-backed rebels" are no Turks, "foreign troops" no
#   state's that is spoken of.
"""Whose proxies a role names, and whether it is another than the one spoken of."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.hyphens import doer_before

# Words before a role by which it is not that of the one state spoken of.
_ELSEWHERE = frozenset(
    "african allied arab asian baloch enemy european foreign fulani international kurdish multinational opposing "
    "pashtun rival tuareg western".split()
)
_SPONSORED = frozenset(
    "aligned allied armed backed controlled directed equipped financed funded paid sponsored supplied supported "
    "trained".split()
)
_SITED = frozenset({"based", "born", "flagged", "owned", "registered", "run"})


def sponsor_of(sentence: Sentence, token: Token) -> Token | None:
    """The name of whoever backs, arms or pays those whom a role names: "[Iran]-backed militias"."""
    for child in sentence.children(token.i, "amod"):
        doer = doer_before(sentence, child)
        if doer is not None and child.text.lower() in _SPONSORED:
            return sentence.tokens[doer]
    return None


def is_told_apart(sentence: Sentence, token: Token) -> bool:
    """Whether a word before a role says that it is not the one of the state spoken of.

    So with "Kurdish fighters", "Turkish-backed rebels" and "foreign troops"; "the Foreign Ministry" is.
    """
    return any(
        (child.text.lower() not in _SITED and doer_before(sentence, child) is not None)
        or (child.text.lower() in _ELSEWHERE and not (child.text == "Foreign" and child.i > 0))
        for child in sentence.children(token.i, "amod", "compound")
    )
