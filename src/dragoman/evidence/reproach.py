# When a plain "said" accuses: somebody else is said to have done wrong.
# Rule 1: what is his own nobody accuses; what is negated, or still to come, is no deed.
# Rule 2: a word that only names a wrong ("a raid", "terrorists") accuses nobody; it must be what
#   somebody is said to be or to do.
"""Reproaches in plain words."""

from __future__ import annotations

import re

from dragoman.evidence.said import HIS, MINE, SELF, Said

_NOT_YET = frozenset("will would shall 'll ’ll wo may might could can".split())
#: What shows something, by verb and by noun.
_SHOWING = frozenset(
    "show prove demonstrate confirm mean indicate reveal indication proof evidence sign demonstration".split()
)
_REGARDED = frozenset({"see", "regard", "treat", "view", "consider", "recognise", "recognize"})
_DANGERS = frozenset({"threat", "danger", "menace", "enemy"})
_AT_FAULT = re.compile(r"\bb(?:ear|ears|ore) (?:\w+ )?responsibility\b", re.I)
_BEHIND = re.compile(
    r"\b(?:is|are|was|were|been)(?: not|n[’']t| also)? behind (?:the|this|that|these|those|both|all) "
    r"(?:\w+ ){0,2}?(?:attack|raid|strike|bombing|blast|explosion|killing|murder|plot|coup|ambush"
    r"|assassination|massacre|poisoning|sabotage|hack|leak|shelling|shooting|abduction)s?\b",
    re.I,
)
#: Verbs by which something is said to be a wrong: "this amounts to a war crime".
_BEING = frozenset({"amount", "constitute", "represent", "commit", "become", "remain"})
#: Those who can do wrong by what is otherwise an everyday verb: "inflation threatens growth".
_DOERS = frozenset(
    "government regime army military rebel force militia police authority opposition party "
    "commission side group minister president state country power occupier enemy junta ally "
    "terrorist militant gang faction company leader politician neighbour neighbor".split()
)


def wrongs(clause: Said) -> bool:
    """Whether somebody else is said to have done wrong: "they murdered", "rammed our boats"."""
    top = clause.top
    if clause.negated or clause.passive or clause.aux & _NOT_YET or clause.himself or clause.owned:
        return False
    if not clause.subject or clause.subject in SELF:
        return False
    of = clause.of
    if clause.has("condemning", [top]):
        return True
    things = list(of.children(top.i, "obj", "obl", "xcomp"))
    if top.lemma in _BEING and clause.has("condemning", things):
        return True
    adverbs = list(of.children(top.i, "advmod"))
    if clause.has("unjust", adverbs) or _AT_FAULT.search(clause.text):
        return True
    if clause.has("wronging", [top]) and _can_do_wrong(clause):
        return True
    mine = MINE if clause.direct else HIS
    return clause.has("harming", [top]) and any(t.text.lower() in mine for t in clause.after)


def _can_do_wrong(clause: Said) -> bool:
    seat = clause.seat
    if seat is None or clause.top.pos != "VERB":
        return False
    if seat.pos == "PROPN" or clause.subject in ("they", "he", "she"):
        return True
    return seat.pos == "NOUN" and seat.lemma.lower() in _DOERS


def shown(clause: Said) -> bool:
    """Whether something is said to show a wrong: "this proves that their war is a sham"."""
    if clause.negated or clause.himself or clause.aux & _NOT_YET:
        return False
    of, top = clause.of, clause.top
    if not _SHOWING & {top.lemma, *(t.lemma for t in of.children(top.i, "obj"))}:
        return False
    tops = [t for t in (top, *of.children(top.i, "obj")) if t.lemma in _SHOWING]
    below = [k for t in tops for k in of.children(t.i, "ccomp", "acl")]
    return clause.has("condemning", [k for k in below if of.child(k.i, "cop") is not None])


def seen_as(clause: Said) -> bool:
    """Whether something is said to have to be seen as a wrong or a danger: "must be seen as a threat"."""
    if clause.negated or not clause.passive or clause.top.lemma not in _REGARDED:
        return False
    of = clause.of
    named = [
        t
        for t in of.children(clause.top.i, "obl", "advcl", "xcomp")
        if any(c.text.lower() == "as" for c in of.children(t.i, "case", "mark"))
    ]
    return clause.has("condemning", named) or any(t.lemma in _DANGERS for t in named)


def blamed(clause: Said, negated: bool = False) -> bool:
    """Whether somebody is said to be behind a wrong; *negated*: not to be."""
    if clause.negated != negated or not clause.subject:
        return False
    if not negated and (clause.himself or clause.owned or clause.aux & _NOT_YET):
        return False
    if not negated and clause.top.lemma in ("complicit", "responsible", "implicated"):
        return True
    return _BEHIND.search(clause.text) is not None
