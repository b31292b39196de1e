# Phrases that belong to a noun by what it means. Rules of English nouns, by word: mend.py knows no words.
# Rule: a phrase right behind such a noun, with its preposition, is the noun's and not the verb's:
#   "called for sanctions [on Chad]", "dimmed prospects [for a deal]", "opened talks [on a truce]".
"""Hang phrases on the nouns that ask for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.clause import Token, below

_HOPES = frozenset({"chance", "hope", "possibility", "prospect"})
_TALKS = frozenset({"discussion", "negotiation", "talk", "talks"})
_CURBS = frozenset({"ban", "curb", "embargo", "penalty", "restriction", "sanction", "tariff"})


def valency(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with such phrases hung on their noun."""
    made = list(tokens)
    for token in tokens[1:]:
        if token.dep != "case" or token.head <= token.i:
            continue
        noun, phrase = tokens[token.i - 1], tokens[token.head]
        if not _asks(noun, token.text.lower()):
            continue
        same = phrase.dep == "obl" and phrase.head == noun.head and not _is_day(phrase)
        if same and len(below(tokens, phrase.i, "case")) == 1:
            made[phrase.i] = replace(phrase, head=noun.i, dep="nmod")
    return tuple(made)


def _is_day(phrase: Token) -> bool:
    return phrase.text in WEEKDAYS or phrase.text in MONTHS


def _asks(noun: Token, preposition: str) -> bool:
    """Whether a noun has a place for such a phrase.

    Of curbs as an object the phrase is read on the verb as well: "imposed sanctions on Chad".
    """
    if noun.lemma in _HOPES:
        return preposition in ("for", "of") and noun.dep in ("obj", "obl")
    if noun.lemma in _TALKS and preposition in ("on", "over"):
        return noun.dep in ("obj", "obl")
    return noun.lemma in _CURBS and preposition in ("on", "against") and noun.dep == "obl"
