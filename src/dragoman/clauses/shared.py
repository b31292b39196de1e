# What one of two verbs has for both: "rammed and boarded [two boats]", "armed and hosted [by Chad]".
# Rule 1: the two stand right beside "and", the other has nothing of the kind itself, and both are active or both
#   passive. Of first verbs only those borrow an object that never stand without one.
# Rule 2: what stands behind both is of both, whichever of them the parser hangs it on.
"""Objects and agents that two verbs share."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas

_TRANSITIVE = frozenset(
    "abduct accuse annex arm arrest attack back besiege blockade board bomb bombard burn capture condemn criticise "
    "criticize damage denounce deport destroy detain endorse equip expel finance fund harass harbor harbour hit host "
    "intercept invade jail kidnap kill loot occupy raid ram recognise recognize sanction seize shell shelter sink "
    "sponsor storm strike support target threaten torture train wound".split()
)
_OWN = ("obj", "iobj", "ccomp", "xcomp", "obl")


def partner(sentence: Sentence, token: Token) -> Token | None:
    """The verb that "and" joins right behind *token*, which has no object or agent of its own."""
    behind = sentence.tokens[token.i + 1 : token.i + 3]
    if len(behind) < 2 or behind[0].text.lower() != "and" or behind[1].pos != "VERB":
        return None
    second = behind[1]
    if second.head != token.i or second.relation != "conj":
        return None
    if sentence.child(token.i, *_OWN) is not None or sentence.child(second.i, "nsubj") is not None:
        return None
    return second


def shared_objects(sentence: Sentence, token: Token) -> list[int]:
    """The objects of the verb behind, where *token* needs one and has none; or of the one before it."""
    if held := _held_by_first(sentence, token):
        return held
    second = partner(sentence, token)
    if second is None or _TRANSITIVE.isdisjoint(lemmas(token.text, token.lemma)):
        return []
    return [t.i for t in sentence.children(second.i, "obj")]


def _held_by_first(sentence: Sentence, token: Token) -> list[int]:
    """ "arrested and jailed [two men]": what follows both may hang on the first."""
    first = sentence.tokens[token.head]
    if token.relation != "conj" or first.pos != "VERB" or sentence.child(token.i, *_OWN):
        return []
    if token.i != first.i + 2 or sentence.tokens[first.i + 1].text.lower() != "and":
        return []
    return [t.i for t in sentence.children(first.i, "obj") if t.i > token.i]


def shared_agent(sentence: Sentence, token: Token) -> list[int]:
    """By whom two things were done, said behind the second."""
    second = partner(sentence, token)
    if second is None or sentence.child(second.i, "aux:pass", "obj") is not None:
        return []
    return [t.i for t in sentence.children(second.i, "obl") if t.dep == "obl:agent"]
