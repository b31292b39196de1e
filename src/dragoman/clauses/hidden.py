# Verbs that a tree takes for an adjective, a noun or a part of a conjunction.
# Rule 1: what was done "by" somebody was done: "a militia [armed] by Iran".
# Rule 2: in "as did Mali", "did" stands for the verb before, and Mali is who did it.
# Rule 3: forms in -s that no noun has are verbs: "Egypt [denies] arming the rebels".
"""Bring out verbs that their own tree hides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.clauses.clause import Token, below
from dragoman.clauses.inflection import bases

#: Verbs of saying whose form in -s is no noun's.
_NO_NOUNS = frozenset(
    "accuses admits alleges condemns denies insists threatens urges warns".split()
)
_DID = frozenset({"did", "do", "does", "had", "has", "have"})
_PASSIVE = frozenset({"Tense=Past", "VerbForm=Part", "Voice=Pass"})
_FINITE = frozenset({"Mood=Ind", "VerbForm=Fin"})
_PRESENT = frozenset({"Mood=Ind", "Number=Sing", "Person=3", "Tense=Pres", "VerbForm=Fin"})


def hidden(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens, hidden verbs brought out."""
    made = list(tokens)
    for token in tokens:
        if token.pos == "ADJ" and token.dep == "amod" and token.text.endswith("ed"):
            _done_by(made, token)
        elif token.dep == "fixed" and token.text.lower() in _DID:
            _as_did(made, token)
        elif token.pos in ("NOUN", "PROPN") and token.text in _NO_NOUNS:
            _no_noun(made, token)
    return tuple(made)


def _done_by(made: list[Token], word: Token) -> None:
    """ "Hezbollah, [armed] by Iran, fired": an adjective has no agent."""
    if word.head >= word.i or not below(made, word.i, "obl:agent"):
        return
    lemma = bases(word.text)[0]
    made[word.i] = replace(word, pos="VERB", dep="acl", lemma=lemma, feats=_PASSIVE)


def _no_noun(made: list[Token], word: Token) -> None:
    """ "Egypt [denies] arming the rebels", taken for denies of Egypt's, or for who arms them."""
    above = made[word.head]
    names = [t for t in below(made, word.i, "compound", "nmod:poss", "nsubj") if t.i < word.i]
    if not names:
        names = [t for t in below(made, above.i, "nsubj") if t.i < word.i and t.i != above.i]
    if not names:
        return
    verb = replace(word, pos="VERB", lemma=bases(word.text)[0], feats=_PRESENT)
    done = below(made, word.i, "acl")
    if word.dep == "root":
        for one in done:
            made[one.i] = replace(one, dep="xcomp")
    elif word.relation == "nsubj" and above.dep == "root" and above.i > word.i:
        verb = replace(verb, head=word.i, dep="root")
        for one in done:  # "Chad [denies] letting its territory be used"
            made[one.i] = replace(one, dep="xcomp")
        made[above.i] = replace(above, head=done[0].i if done else word.i, dep="xcomp")
        for joined in below(made, above.i, "conj", "punct"):
            if joined.dep == "punct" or "VerbForm=Fin" in joined.feats:
                made[joined.i] = replace(joined, head=word.i)
    elif word.dep == "appos":  # "a charge Iran [denies]"
        verb = replace(verb, dep="acl:relcl")
    else:
        return
    made[word.i] = verb
    made[names[-1].i] = replace(made[names[-1].i], head=word.i, dep="nsubj")
    for name in names[:-1]:
        made[name.i] = replace(made[name.i], head=names[-1].i)


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
