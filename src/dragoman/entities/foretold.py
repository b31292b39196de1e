# Whom a pronoun means that stands before the name: "Under the pressure [it] faces, Chad has agreed".
# Rule: only the subject of a relative clause in a phrase that opens the sentence, and only the subject of the verb
#   behind that phrase; "when it left, Chad …" may go on about somebody named before.
"""Pronouns in a phrase that opens a sentence, for the subject that follows."""

from __future__ import annotations

from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.phrases import is_plural

_WORDS = frozenset({"it", "they"})


def subject_foretold(sentence: Sentence, token: Token) -> int | None:
    """The subject that a pronoun before it stands for, or None."""
    word = token.text.lower()
    if word not in _WORDS or token.relation != "nsubj":
        return None
    clause = sentence.tokens[token.head]
    if clause.dep != "acl:relcl":
        return None
    for above in sentence.path_up(clause.i):
        if above.relation == "obl":
            verb = sentence.tokens[above.head]
            subject = sentence.child(verb.i, "nsubj")
            if subject is None or subject.i < token.i or above.i > verb.i:
                return None
            owners = (t for t in sentence.children(subject.i, "nmod"))
            if any(len(sentence.conjuncts(t.i)) > 1 for t in owners):
                return None  # "the leaders of Chad and Mali" are of two
            several = is_plural(subject) or len(sentence.conjuncts(subject.i)) > 1
            return subject.i if several == (word == "they") else None
        if above.relation not in ("nmod", "obj"):
            return None
    return None
