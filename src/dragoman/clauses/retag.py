# Parts of speech that the tree around them rules out.
# Rule 1: a noun has no object, so one that has is a verb: "The navy [sank] a ship".
# Rule 2: after "after", "amid" and their like stands a clause with a subject or a noun; a
#   form in -s without a subject is the noun: "after [clashes] in the north".
# Rule 3: the particle "to" leads an infinitive: "tried to [quell] protests"; so does the
#   preposition before a word that is a verb and nothing else: "offered to [mediate]".
"""Set right words whose part of speech their own tree forbids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

# Verbs of news whose base form is no noun.
_VERBS = frozenset(
    "accuse annex assassinate avenge bombard condemn confiscate cooperate criticise criticize denounce deploy deport "
    "destabilise destabilize disarm dismantle dissuade evacuate expel extradite impose imprison intensify intervene "
    "invade join liberate mediate negotiate normalise normalize oust overthrow pacify persuade prosecute quell reaffirm "
    "recapture recognise recognize reconcile reject repatriate repel retaliate retake send seize suspend topple "
    "withdraw".split()
)
_BEFORE_NOUNS = frozenset("after amid before despite during following over since".split())
_OPEN = ("nmod:poss", "compound", "det", "amod", "nummod", "flat", "nmod:desc")
_PAST = frozenset({"Mood=Ind", "Tense=Past", "VerbForm=Fin"})
_OBLIQUE = {"obl": "nmod", "advmod": "advmod", "obl:unmarked": "nmod:unmarked"}


def retag(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, those that cannot be what the parser took them for changed."""
    made = list(tokens)
    for token in tokens:
        if token.pos in ("NOUN", "PROPN") and _has_object(tokens, token.i):
            _to_verb(made, token.i)
        elif token.pos == "VERB" and _is_noun_after_preposition(tokens, token):
            _to_noun(made, token.i)
        elif token.pos == "VERB" and token.dep == "root":
            _verbless(made, token)
        elif token.pos == "PART" and token.text.lower() == "to":
            _infinitive(made, token)
        elif token.pos == "ADP" and token.text.lower() == "to":
            _bare_infinitive(made, token)
    return tuple(made)


def _has_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word in the form of a past has an object behind it and a noun just before it."""
    token = tokens[i]
    past = token.text.lower().endswith("ed") or bases(token.text)[0] != token.text.lower()
    if not past or token.text.lower().endswith(("s", "ing")) or i == 0:
        return False
    before = tokens[i - 1]
    subject = before.head == i and before.dep in ("compound", "nmod:poss", "nmod:desc", "flat")
    if not subject or before.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    return any(t.i > i for t in below(tokens, i, "obj"))


def _to_verb(made: list[Token], i: int) -> None:
    """The word becomes a verb, the noun before it its subject with all that stood before both."""
    subject = i - 1
    lemma = bases(made[i].text)[0]
    made[i] = replace(made[i], pos="VERB", lemma=lemma, feats=_PAST)
    for k, token in enumerate(made):
        if token.head != i or k == i:
            continue
        if k == subject:
            made[k] = replace(token, dep="nsubj")
        elif k < subject and token.dep in _OPEN:
            made[k] = replace(token, head=subject)
        elif token.dep == "nmod":
            made[k] = replace(token, dep="obl")


def _is_noun_after_preposition(tokens: Sequence[Token], token: Token) -> bool:
    if not token.text.lower().endswith("s") or token.dep not in ("advcl", "acl"):
        return False
    inside = below(tokens, token.i)
    marks = [t for t in inside if t.dep == "mark" and t.text.lower() in _BEFORE_NOUNS]
    if len(marks) != 1 or marks[0].i >= token.i:
        return False
    between = tokens[marks[0].i + 1 : token.i]
    if any(t.pos not in ("ADJ", "NOUN", "ADV", "NUM") for t in between):
        return False
    return not any(
        t.dep.startswith(("nsubj", "csubj", "expl", "obj", "aux", "cop", "ccomp")) for t in inside
    )


def _verbless(made: list[Token], root: Token) -> None:
    """ "Army on alert after border clashes": a root behind "after" is a noun, and its subject the root."""
    if not root.text.lower().endswith("s"):
        return
    marks = [t for t in below(made, root.i, "mark") if t.text.lower() in _BEFORE_NOUNS]
    subjects = [t for t in below(made, root.i, "nsubj") if marks and t.i < marks[0].i]
    others = below(made, root.i, "obj", "aux", "ccomp", "nsubj:pass", "aux:pass")
    if len(marks) != 1 or len(subjects) != 1 or others:
        return
    subject = subjects[0]
    made[subject.i] = replace(subject, head=subject.i, dep="root")
    noun = frozenset({"Number=Plur"})
    made[root.i] = replace(root, pos="NOUN", head=subject.i, dep="nmod", feats=noun)
    made[marks[0].i] = replace(marks[0], dep="case", pos="ADP")


def _to_noun(made: list[Token], i: int) -> None:
    token = made[i]
    dep = "obl" if token.dep == "advcl" else "nmod"
    made[i] = replace(token, pos="NOUN", dep=dep, feats=frozenset({"Number=Plur"}))
    for child in below(made, i):
        if child.dep == "mark":
            made[child.i] = replace(child, dep="case", pos="ADP")
        elif child.dep in _OBLIQUE:
            made[child.i] = replace(child, dep=_OBLIQUE[child.dep])


def _bare_infinitive(made: list[Token], preposition: Token) -> None:
    """ "offered to [mediate] between them": no noun has this form."""
    at = preposition.i + 1
    if at >= len(made) or made[at].text.lower() not in _VERBS or made[at].pos == "VERB":
        return
    verb = made[at]
    if preposition.head != verb.i or below(made, verb.i, "det", "nmod:poss", "nsubj", "cop"):
        return
    above = made[verb.head]
    dep = verb.dep if above.i == verb.i else "xcomp" if above.pos in ("VERB", "ADJ") else "acl"
    made[at] = replace(verb, pos="VERB", dep=dep, feats=frozenset({"VerbForm=Inf"}))
    made[preposition.i] = replace(preposition, pos="PART", dep="mark")
    for child in below(made, at, "nmod"):
        made[child.i] = replace(child, dep="obl")


def _infinitive(made: list[Token], particle: Token) -> None:
    """A particle on a noun phrase: its first word is the verb, and the rest its object."""
    noun = made[particle.head]
    if noun.i < particle.i + 2 or noun.pos not in ("NOUN", "PROPN"):
        return
    verb = made[particle.i + 1]
    hangs = verb.head == noun.i and verb.dep in ("compound", "nmod:desc", "flat")
    bare = verb.pos == "VERB" and verb.dep == "amod" and not verb.text.endswith(("ed", "ing", "en"))
    if not (bare or (hangs and verb.pos in ("NOUN", "PROPN", "X"))) or not verb.text.islower():
        return
    above = made[noun.head]
    dep = "root" if above.i == noun.i else "xcomp" if above.pos in ("VERB", "ADJ") else "acl"
    head = verb.i if above.i == noun.i else above.i
    made[verb.i] = replace(verb, pos="VERB", head=head, dep=dep, feats=frozenset({"VerbForm=Inf"}))
    made[noun.i] = replace(noun, head=verb.i, dep="obj")
    made[particle.i] = replace(particle, head=verb.i, dep="mark")
