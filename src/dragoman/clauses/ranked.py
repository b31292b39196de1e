# "The first country to recognise it": what an infinitive tells of one of a kind has been done.
# Rule 1: the noun stands for who acts, or the rank alone does ("were the first to arrive"): nobody
#   is "the first step" or "the only way".
# Rule 2: "the next" and "the best" have done nothing yet.
"""Deeds told by rank: who was the first, the only or the latest to do something."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.clauses.phrases import spread

_RANKS = frozenset(
    "first second third fourth fifth sixth seventh eighth ninth tenth last latest only sole few youngest oldest "
    "biggest largest highest-ranking".split()
)
_SUPERLATIVE = frozenset({"most"})
_WHO = frozenset(
    "ally army body chancellor chief city commander commission company congressman country court crew democracy "
    "diplomat economy envoy executive firm force government governor group individual judge king lawmaker leader "
    "man mayor member militia minister monarch movement nation official ones organisation organization parliament "
    "party people person politician pope power premier president regime region republic republican democrat senator "
    "society state statesman union unit woman".split()
)
_BECOMING = frozenset({"become", "remain"})


def ranked(sentence: Sentence, token: Token) -> Token | None:
    """The word for who did by rank what the infinitive *token* tells: "was the first [state] to leave"."""
    if sentence.words.isdisjoint(_RANKS | _SUPERLATIVE):
        return None
    if not any(m.lemma == "to" for m in sentence.children(token.i, "mark")):
        return None
    head = sentence.tokens[token.head]
    if token.relation in ("xcomp", "advcl") and head.lemma in _BECOMING:
        before = [t for t in sentence.children(head.i, "xcomp", "obj") if t.i < token.i]
        return next((t for t in before if _is_ranked(sentence, t)), None)
    return head if head.i < token.i and _is_ranked(sentence, head) else None


def holders(sentence: Sentence, noun: Token) -> tuple[int, ...]:
    """Who holds the rank: "[Chad] was the first state", "[Chad], the first state to leave", or the noun."""
    above = sentence.tokens[noun.head]
    told = noun if sentence.child(noun.i, "cop") is not None else above
    if told is noun or (noun.dep in ("xcomp", "obj") and above.lemma in _BECOMING):
        return spread(sentence, [t.i for t in sentence.children(told.i, "nsubj")])
    return spread(sentence, [above.i if noun.dep == "appos" else noun.i])


def _is_ranked(sentence: Sentence, word: Token) -> bool:
    if word.pos == "ADJ" and word.text.lower() in _RANKS:
        return sentence.child(word.i, "cop") is not None or word.dep in ("xcomp", "obj")
    if word.pos not in ("NOUN", "NUM") or _WHO.isdisjoint(lemmas(word.text, word.lemma)):
        return False
    before = sentence.children(word.i, "amod", "nummod", "advmod")
    return any(
        t.text.lower() in _RANKS
        or any(m.text.lower() in _SUPERLATIVE for m in sentence.children(t.i, "advmod"))
        for t in before
    )
