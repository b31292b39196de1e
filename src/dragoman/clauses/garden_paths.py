# Past forms that are nouns as well, taken for what a gerund has for its object: "soldiers guarding the border
# [shot] two men".
# Rule: a gerund that describes its noun has one object without "and"; where two follow one another and the first
#   ends in such a form, the form is the sentence's verb, and the second its object.
"""Bring out the verb of a sentence whose subject is described by a gerund."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

_FORMS = frozenset("cut felt found held hit left saw set shot struck".split())
_PAST = frozenset({"Mood=Ind", "Tense=Past", "VerbForm=Fin"})
_NOUNS = ("NOUN", "PROPN")


def garden_paths(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with such forms as the verbs of their sentences."""
    made = list(tokens)
    for token in tokens:
        if token.text in _FORMS and token.dep in ("obj", "iobj"):
            _lead_back(made, token)
    return tuple(made)


def _lead_back(made: list[Token], form: Token) -> None:
    gerund, first = made[form.head], made[form.i - 1]
    subject = made[gerund.i - 1]
    described = subject.head == gerund.i or (gerund.dep == "acl" and gerund.head == subject.i)
    bare = gerund.text.endswith("ing") and not below(made, gerund.i, "aux", "mark", "cop")
    if gerund.i > form.i or not bare or not described or subject.pos not in _NOUNS:
        return
    if first.pos not in _NOUNS or first.head != form.i or first.dep != "compound":
        return
    behind = [t for t in below(made, form.i, "obj") if t.i > form.i]
    behind += [t for t in below(made, gerund.i, "obj") if t.i > form.i]
    if behind:
        _divide(made, form, gerund, subject, behind[0])


def _divide(made: list[Token], form: Token, gerund: Token, subject: Token, thing: Token) -> None:
    """The form takes the place of whatever stood highest, and the word before it is the gerund's object."""
    top = gerund if subject.head == gerund.i else subject
    head, dep = (form.i, "root") if top.head == top.i else (top.head, top.dep)
    for word in below(made, form.i):
        if word.i < form.i - 1:
            made[word.i] = replace(word, head=form.i - 1)
    made[form.i - 1] = replace(made[form.i - 1], head=gerund.i, dep="obj")
    for above in (top, gerund):
        for word in below(made, above.i):
            if word.i > form.i:
                made[word.i] = replace(word, head=form.i)
    made[subject.i] = replace(subject, head=form.i, dep="nsubj")
    made[gerund.i] = replace(gerund, head=subject.i, dep="acl")
    lemma = next(b for b in (*bases(form.text), form.text) if b)
    made[form.i] = replace(form, pos="VERB", lemma=lemma, feats=_PAST, head=head, dep=dep)
    made[thing.i] = replace(made[thing.i], head=form.i, dep="obj")
