# Verbs that a tree takes for an adjective or a part of a conjunction.
# Rule 1: what was done "by" somebody was done: "a militia [armed] by Iran".
# Rule 2: in "as did Mali", "did" stands for the verb before, and Mali is who did it.
"""Bring out verbs that their own tree hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

_DID = frozenset({"did", "do", "does", "had", "has", "have"})
_PASSIVE = frozenset({"Tense=Past", "VerbForm=Part", "Voice=Pass"})
_FINITE = frozenset({"Mood=Ind", "VerbForm=Fin"})


def hidden(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, hidden verbs brought out."""
    made = list(tokens)
    for token in tokens:
        if token.pos == "ADJ" and token.dep == "amod" and token.text.endswith("ed"):
            _done_by(made, token)
        elif token.dep == "fixed" and token.text.lower() in _DID:
            _as_did(made, token)
    return tuple(made)


def _done_by(made: list[Token], word: Token) -> None:
    """ "Hezbollah, [armed] by Iran, fired": an adjective has no agent."""
    if word.head >= word.i or not below(made, word.i, "obl:agent"):
        return
    lemma = bases(word.text)[0]
    made[word.i] = replace(word, pos="VERB", dep="acl", lemma=lemma, feats=_PASSIVE)


def _as_did(made: list[Token], did: Token) -> None:
    """ "Russia vetoed it, as [did] China": China did, and nothing was done to it."""
    mark = made[did.head]
    name = made[mark.head]
    if mark.text.lower() != "as" or name.i <= did.i or name.dep not in ("obl", "nmod"):
        return
    if name.pos not in ("NOUN", "PROPN"):
        return
    made[did.i] = replace(did, pos="VERB", head=name.head, dep="advcl", feats=_FINITE)
    made[name.i] = replace(name, head=did.i, dep="nsubj")
    made[mark.i] = replace(mark, head=did.i, dep="mark")
