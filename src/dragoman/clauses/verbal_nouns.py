# Nouns whose form a parser takes for a verb's.
# Rule 1: no verb ends in "-ings": "dealings with Sudan".
# Rule 2: a form in -s at the head of a sentence that nothing governs commands nobody: "[Clashes]
#   between police and miners continued."
# Rule 3: a form in -ing that is a subject or a root, and has neither object, complement nor
#   auxiliary, names an act: "[Fighting] between A and B broke out", "Intelligence [sharing] resumed".
# Rule 4: what is an object or stands behind a preposition, and has nothing that verbs have, is a noun:
#   "began naval [exercises]"; so is a bare form right behind a verb: "laid [claim] to the island".
# Rule 5: the capital of a sentence's first word makes no name of a noun of an act: "[Recognition] of
#   Palestine by Ireland".
"""Set right nouns of acts that were parsed as verbs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below

_COMPLEMENTS = ("obj", "iobj", "ccomp", "xcomp", "aux", "aux:pass", "cop", "mark", "expl")
_MODIFIERS = {"obl": "nmod", "obl:agent": "nmod", "obl:unmarked": "nmod:unmarked"}
_ENDINGS = ("tion", "sion", "ment", "ance", "ence")
_AFTER = frozenset({"against", "between", "by", "of", "over", "with"})
_BEFORE_INFINITIVES = frozenset("come dare go have hear help let make need see watch".split())
_BEFORE = ("amod", "nmod:poss", "det", "nummod")


def verbal_nouns(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, nouns of acts that look like verbs made nouns again."""
    made = list(tokens)
    if _is_capital_only(tokens):
        made[0] = replace(tokens[0], pos="NOUN", lemma=tokens[0].text.lower())
    for token in tokens:
        if token.pos == "VERB" and _is_noun(tokens, token):
            _to_noun(made, token.i)
    return tuple(made)


def _is_capital_only(tokens: Sequence[Token]) -> bool:
    first = tokens[0]
    if first.pos != "PROPN" or not first.text.endswith(_ENDINGS) or len(tokens) < 2:
        return False
    return tokens[1].text in _AFTER and not below(tokens, 0, "flat", "compound")


def _is_noun(tokens: Sequence[Token], token: Token) -> bool:
    word = token.text.lower()
    if _is_bare_object(tokens, token):
        return True
    if not word.endswith(("s", "ing")) or below(tokens, token.i, *_COMPLEMENTS):
        return False
    if word.endswith("ings") and len(word) > 6:
        return True
    if word.endswith("s") and token.dep in ("obj", "obl") and below(tokens, token.i, "amod"):
        return True
    subjects = below(tokens, token.i, "nsubj", "nsubj:pass", "csubj")
    if word.endswith("ing"):
        bare = all(s.i == token.i - 1 and s.pos in ("NOUN", "PROPN") for s in subjects)
        opens = token.dep == "root" and token.i == 0 and _has_phrase(tokens, token)
        alone = not below(tokens, token.head, "nsubj", "nsubj:pass")
        return opens or (token.dep == "csubj" and bare and alone)
    opens = all(t.pos in ("ADJ", "NUM", "DET") for t in tokens[: token.i])
    return token.dep == "root" and not subjects and opens and _has_phrase(tokens, token)


def _is_bare_object(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a form without "to" stands where only some verbs have an infinitive, and "to" follows."""
    verb = tokens[token.head]
    if token.dep != "xcomp" or verb.i != token.i - 1 or verb.lemma in _BEFORE_INFINITIVES:
        return False
    if verb.pos != "VERB" or below(tokens, token.i, "obj", "mark", "aux", "xcomp", "ccomp"):
        return False
    bare = token.text.lower() == token.lemma
    return bare and token.i + 1 < len(tokens) and tokens[token.i + 1].pos in ("ADP", "PUNCT")


def _has_phrase(tokens: Sequence[Token], token: Token) -> bool:
    after = tokens[token.i + 1 : token.i + 2]
    return bool(after) and after[0].text in _AFTER


def _to_noun(made: list[Token], i: int) -> None:
    token = made[i]
    word = token.text.lower()
    plural = word.endswith("s")
    lemma = word if not plural else word[:-1] if word.endswith("ings") else token.lemma
    feats = frozenset({"Number=Plur" if plural else "Number=Sing"})
    dep = "nsubj" if token.dep == "csubj" else "nsubj:pass" if token.dep == "csubj:pass" else None
    dep = "obj" if token.dep == "xcomp" else dep
    made[i] = replace(token, pos="NOUN", lemma=lemma, feats=feats, dep=dep or token.dep)
    for child in below(made, i):
        if child.dep in _MODIFIERS:
            made[child.i] = replace(child, dep=_MODIFIERS[child.dep])
        elif child.dep.startswith("nsubj") and child.i < i:
            made[child.i] = replace(child, dep="compound")
            for word_before in below(made, child.i, *_BEFORE):
                made[word_before.i] = replace(word_before, head=i)
        elif child.dep == "advmod" and child.i < i and child.pos == "ADJ":
            made[child.i] = replace(child, dep="amod")
