# Infinitives that a parser took for nouns.
# Rule 1: the particle "to" leads an infinitive: "tried to [quell] protests"; so does the
#   preposition before a word that is a verb and nothing else: "offered to [mediate]".
# Rule 2: behind a verb of will even a word that may be a noun is one: "agreed to [blacklist] firms".
"""Set right infinitives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below

# Verbs of news whose base form is no noun.
VERBS = frozenset(
    "accuse annex assassinate avenge bombard commend condemn confiscate congratulate cooperate criticise criticize denounce deploy deport "
    "destabilise destabilize disarm dismantle dissuade evacuate expel extradite impose imprison intensify intervene "
    "invade join liberate mediate negotiate normalise normalize oust overthrow pacify persuade prosecute quell reaffirm "
    "recapture recognise recognize reconcile reject repatriate repel retaliate retake send seize sever suspend topple "
    "withdraw".split()
)
# Verbs of news whose base form is a noun as well, as they stand behind a plural: "agents face charges".
PRESENT = frozenset(
    "aid arm attack back ban blacklist blame bomb boycott clash demand face fight fire flee fund halt help host join leave march "
    "oppose patrol plan protest raid refuse reject sanction seek seize shell stage strike sue support target threaten "
    "visit vote".split()
)
# Verbs whose "to" opens an infinitive.
_WILLING = frozenset(
    "agree decide hope intend offer plan pledge prepare promise refuse seek threaten try vow want".split()
)

# Those who are held, so that they are freed and not free.
_HELD = frozenset("captive detainee hostage inmate prisoner".split())


def bare_infinitive(made: list[Token], particle: Token) -> None:
    """ "offered to [mediate] between them", "threat to [sanction] Chad": no noun stands there."""
    at = particle.i + 1
    if at >= len(made) or made[at].pos == "VERB" or not made[at].text.islower():
        return
    verb = made[at]
    surely = verb.text in VERBS or (particle.pos == "PART" and verb.pos == "NOUN")
    surely = surely or (verb.text in PRESENT and bool(below(made, at, "flat")))
    # "Agreed to blacklist firms": what somebody is willing to do is a verb.
    willing = verb.head > at and made[made[verb.head].head].lemma in _WILLING
    surely = surely or (verb.text in PRESENT and willing)
    # "To free two workers": an adjective stands behind the number.
    surely = surely or (verb.text == "free" and _is_freed(made, verb))
    # "Expected to free about 90 men": no adjective has an object.
    surely = surely or (verb.pos == "ADJ" and bool(below(made, at, "obj")))
    if not surely or below(made, at, "det", "nmod:poss", "nsubj", "cop", "amod", "compound"):
        return
    if particle.head == at:
        _to_infinitive(made, verb, verb.head, verb.dep)
    elif particle.head == verb.head > at and verb.dep in ("amod", "compound", "nmod:desc"):
        noun = made[verb.head]
        above, dep = noun.head, noun.dep
        if dep == "conj" and _is_after_infinitive(made, above):
            above = made[above].head  # "to respect rights and to [free] two men"
        _to_infinitive(made, verb, above, dep)
        if dep == "conj":
            made[verb.i] = replace(made[verb.i], dep="conj")
        made[noun.i] = replace(noun, head=at, dep="obj")
        for child in below(made, above, "xcomp", "advcl"):
            if child.i == noun.i + 1 and child.text.endswith("ing"):
                made[child.i] = replace(child, head=noun.i, dep="acl")  # "firms [supplying] fuel"
    else:
        return
    made[particle.i] = replace(particle, head=at, pos="PART", dep="mark")


def _is_freed(made: Sequence[Token], free: Token) -> bool:
    """Whether the word behind "free" begins a phrase, or it stands before those who are held."""
    behind = made[free.i + 1]
    return behind.pos in ("NUM", "DET", "PRON") or made[free.head].lemma in _HELD


def _is_after_infinitive(made: Sequence[Token], noun: int) -> bool:
    """Whether a noun is the object of an infinitive."""
    verb = made[noun].head
    infinitive = any(t.text.lower() == "to" for t in below(made, verb, "mark"))
    return made[noun].dep == "obj" and infinitive


def _to_infinitive(made: list[Token], verb: Token, above: int, dep: str) -> None:
    if dep != "root":
        dep = "xcomp" if made[above].pos in ("VERB", "ADJ") else "acl"
    head = verb.i if dep == "root" else above
    infinitive = frozenset({"VerbForm=Inf"})
    made[verb.i] = replace(verb, pos="VERB", head=head, dep=dep, feats=infinitive)
    for child in below(made, verb.i):
        bare = not below(made, child.i, "case") and child.i == verb.i + 1
        if child.dep == "flat" and bare:
            made[child.i] = replace(child, dep="obj")
        elif child.dep == "nmod":
            made[child.i] = replace(child, dep="obl")


def after_help(made: list[Token], verb: Token) -> None:
    """ "helped [broker] a truce": of two objects of "help" the first, a bare noun, is a verb."""
    objects = below(made, verb.i, "obj")
    if len(objects) != 2 or objects[0].i != verb.i + 1 or objects[0].pos != "NOUN":
        return
    inner, noun = objects
    if inner.text.lower().endswith("s") or not inner.text.islower() or below(made, inner.i):
        return
    infinitive = frozenset({"VerbForm=Inf"})
    made[inner.i] = replace(inner, pos="VERB", dep="xcomp", feats=infinitive)
    made[noun.i] = replace(noun, head=inner.i)


def infinitive(made: list[Token], particle: Token) -> None:
    """A particle on a noun phrase: its first word is the verb, and the rest its object."""
    noun = made[particle.head]
    if noun.i < particle.i + 2 or noun.pos not in ("NOUN", "PROPN"):
        return
    verb = made[particle.i + 1]
    hangs = verb.head == noun.i and verb.dep in ("compound", "nmod:desc", "flat")
    bare = verb.pos == "VERB" and verb.dep == "amod" and not verb.text.endswith(("ed", "ing", "en"))
    if not (bare or (hangs and verb.pos in ("NOUN", "PROPN", "X"))) or not verb.text.islower():
        return
    _to_infinitive(made, verb, noun.head, noun.dep)
    made[noun.i] = replace(noun, head=verb.i, dep="obj")
    made[particle.i] = replace(particle, head=verb.i, dep="mark")
