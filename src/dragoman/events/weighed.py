# Of whom somebody asks sanctions while a body weighs them: "The Union is weighing sanctions on Chad. Mali called for tougher ones".
# Rule 1: whoever weighs or has imposed them is asked; of those that have imposed them only a body is, whose members
#   may ask for more.
# Rule 2: on whom they are is whom they are weighed against, if the asking names nobody.
"""Whom a call for sanctions is addressed to, by the sanctions told of before."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Sentence
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties

_CALLS = frozenset(
    {"request.call-for-anything", "request.call-for-measure", "request.press-for-anything"}
)
_MEASURES = frozenset("embargo measure penalty restriction sanction sanctions".split())
#: Who weighs measures: consider is what the verb above them says.
_WEIGHING = frozenset(
    "consider contemplate debate discuss examine mull plan prepare ponder study threaten weigh".split()
)
_REMEMBERED = 8  #: acts back
_NEAR = 2  #: sentences back


def with_addressees(
    sentence: Sentence,
    resolver: Resolver,
    drafts: Mapping[int, Draft],
    before: Sequence[Draft],
    act_at: Callable[[int], Draft | None],
) -> dict[int, Draft]:
    """Return the *drafts* with calls for sanctions addressed to whoever weighs them.

    Args:
        before: acts of earlier sentences, in order.
        act_at: what the act at a head would be if it lacked nothing.
    """
    made = dict(drafts)
    for head, call in drafts.items():
        if call.sense.id not in _CALLS or _known(call.recipient) or not _known(call.actor):
            continue
        asked = [i for i in call.frame.slots.get("for", ()) if _is_measure(sentence, i)]
        model = _weighed(sentence, resolver, call, before) if asked else None
        if model is None:
            continue
        body = tuple(resolver.renamed(sentence, head, p) for p in _known(model.actor))
        made[head] = replace(call, recipient=body)
        inner = made.get(asked[0]) or act_at(asked[0])
        if inner is None or inner.sense.type != "SANCTION" or _known(inner.actor):
            continue
        hit = _known(inner.recipient) or tuple(
            resolver.renamed(sentence, asked[0], p) for p in _known(model.recipient)
        )
        made[asked[0]] = replace(inner, actor=body, recipient=hit)
    return made


def _weighed(
    sentence: Sentence, resolver: Resolver, call: Draft, before: Sequence[Draft]
) -> Draft | None:
    """The last sanctions told of, if whoever may still impose them is known."""
    own = {p.country or p.code for p in _known(call.actor)}
    for act in reversed(before[-_REMEMBERED:]):
        if act.sense.type != "SANCTION" or not _known(act.actor) or not _known(act.recipient):
            continue
        if not resolver.near(act.frame.clause.sentence, sentence, _NEAR):
            return None
        sides = {p.country or p.code for p in (*_known(act.actor), *_known(act.recipient))}
        verbs = {act.frame.clause.lemma, *(_verbs(act))}
        bodies = all(p.country is None for p in _known(act.actor))
        weighs = bool(verbs & _WEIGHING)
        return act if not own & sides and (weighs or bodies) else None
    return None


def _verbs(act: Draft) -> list[str]:
    """The lemmas of an act's own verb and of the one above it."""
    clause = act.frame.light or act.frame.clause
    tokens = clause.sentence.tokens
    return [tokens[clause.head].lemma.lower(), tokens[tokens[clause.head].head].lemma.lower()]


def _is_measure(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].lemma.lower() in _MEASURES


def _known(parties: Parties) -> Parties:
    return tuple(p for p in parties if p.known)
