# Whose hands a thing is in, and who lacks it, as the clause that describes it tells.
# Rule: only a clause that hangs on the thing itself counts: "the drones [that Chad flies]", "drones
#   [used by Chad]"; who else stands in the sentence has nothing to do with it.
"""Who uses or lacks a thing: "drones used by Chad", "weapons that Mali lacks"."""

from __future__ import annotations

from collections.abc import Mapping

from dragoman.clauses.clause import Clause, Sentence

_USING = frozenset(
    "brandish carry deploy employ field fire fly have operate possess use wield".split()
)
_LACKING = frozenset("covet crave lack miss need require want".split())
#: What somebody gives, offers or sells may be what another lacks.
GIVING = frozenset({"AGREE", "AID", "COOPERATE"})


def users_of(sentence: Sentence, i: int, by_head: Mapping[int, Clause]) -> tuple[int, ...]:
    """Heads of those who use the thing at token *i*: "the drones [used by Chad] are Turkish"."""
    return _subjects(sentence, i, by_head, _USING)


def lackers_of(sentence: Sentence, i: int, by_head: Mapping[int, Clause]) -> tuple[int, ...]:
    """Heads of those who lack the thing at token *i*: "offers weapons that [Mali] lacks"."""
    return _subjects(sentence, i, by_head, _LACKING)


def _subjects(
    sentence: Sentence, i: int, by_head: Mapping[int, Clause], verbs: frozenset[str]
) -> tuple[int, ...]:
    for below in sentence.children(i, "acl"):
        clause = by_head.get(below.i)
        if clause is None or clause.negated or not verbs & set(clause.lemmas):
            continue
        if i in clause.slots.get("object", ()):
            return clause.slots.get("subject", ())
    return ()
