# Clauses without a pronoun that describe the noun right before them: "traders [selling oil] to Mali".
# Rule 1: a noun has no object: a word in -ing behind a plural and before an object of its own is a verb, and
#   describes the plural.
# Rule 2: of two subjects of one verb, the second is the object of a participle that stands between them.
# Rule 3: a name behind a noun without a comma, and before a verb that describes the noun, is its subject.
"""Hang participles and short relative clauses below the noun that they describe."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

_GERUND = frozenset({"VerbForm=Ger"})
_LOOSE = ("advcl", "ccomp", "parataxis", "xcomp")
#: Verbs whose object is what people are for or against: "those [protesting] curbs".
_TAKING = frozenset(
    "backing condemning criticising criticizing defending defying demanding denouncing opposing organising organizing "
    "protesting resisting supporting".split()
)
_TO_WHOM = frozenset({"for", "to", "with"})


def describing(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with what describes a noun right behind it hung below that noun."""
    made = list(tokens)
    for token in tokens[1:]:
        if token.text.endswith("ing") and token.text.islower():
            if token.pos == "NOUN":
                _with_object(made, token.i)
            elif token.dep == "acl":
                _second_subject(made, token.i)
            elif token.dep == "amod" and token.text in _TAKING:
                _those(made, token.i)
        elif token.pos == "PROPN" and token.dep == "appos":
            _short_relative(made, token.i)
    return tuple(made)


def _with_object(made: list[Token], i: int) -> None:
    """ "Blacklisted traders [selling] oil": the word with an object describes the traders."""
    token, noun = made[i], made[i - 1]
    named = noun.head == i and noun.dep in ("compound", "nsubj") and noun.pos == "NOUN"
    # Tagged by its form, "businessmen" is often taken for one.
    several = "Number=Plur" in noun.feats or noun.text.endswith(("men", "people"))
    if not named or not several:
        return
    if not any(t.i > i for t in below(made, i, "obj")) or below(made, i, "case", "det", "amod"):
        return
    above = made[token.head]
    dep = token.dep
    if above.pos == "VERB" and above.i < i and dep in _LOOSE:
        dep = "obl" if below(made, above.i, "obj") else "obj"
    made[noun.i] = replace(noun, head=noun.i if token.dep == "root" else token.head, dep=dep)
    for child in below(made, i):
        if child.i < noun.i:
            made[child.i] = replace(child, head=noun.i)
    lemma = bases(token.text)[0]
    made[i] = replace(token, pos="VERB", lemma=lemma, head=noun.i, dep="acl", feats=_GERUND)
    last = max(t.i for t in below(made, i, "obj"))
    for phrase in below(made, above.i, "obl"):
        case = next(iter(below(made, phrase.i, "case")), None)
        if case is not None and case.i == last + 1 and case.text.lower() in _TO_WHOM:
            made[phrase.i] = replace(phrase, head=i)


def _second_subject(made: list[Token], i: int) -> None:
    """ "Firms in Chad [backing] the rebels were named": the rebels were not."""
    noun = made[made[i].head]
    if noun.relation != "nsubj" or below(made, i, "obj", "ccomp", "xcomp"):
        return
    for other in below(made, noun.head, noun.dep):
        before = [t.i for t in below(made, other.i) if t.i < other.i]
        if other.i > i and min((*before, other.i)) == i + 1:
            made[other.i] = replace(other, head=i, dep="obj")
            return


def _those(made: list[Token], i: int) -> None:
    """ "Beat those [protesting] curbs": people who protest, not curbs that do."""
    those, noun = made[i - 1], made[made[i].head]
    if those.text.lower() != "those" or those.head != noun.i or noun.i != i + 1:
        return
    made[those.i] = replace(
        those, pos="PRON", dep=noun.dep, head=those.i if noun.dep == "root" else noun.head
    )
    for child in below(made, noun.i):
        if child.i < those.i:
            made[child.i] = replace(child, head=those.i)
    lemma = bases(made[i].text)[0]
    made[i] = replace(made[i], pos="VERB", lemma=lemma, head=those.i, dep="acl", feats=_GERUND)
    made[noun.i] = replace(noun, head=i, dep="obj")


def _short_relative(made: list[Token], i: int) -> None:
    """ "The jets [Mali bought] from Chad": the name is the subject of the verb behind it."""
    noun, verb = made[made[i].head], made[i + 1] if i + 1 < len(made) else made[i]
    if noun.i != i - 1 or verb.pos != "VERB" or verb.dep != "acl" or verb.head != noun.i:
        return
    if below(made, verb.i, "nsubj", "aux") or not verb.text.islower():
        return
    made[i] = replace(made[i], head=verb.i, dep="nsubj")
    feats = frozenset({"Mood=Ind", "Tense=Past", "VerbForm=Fin"})
    made[verb.i] = replace(verb, dep="acl:relcl", feats=feats)
