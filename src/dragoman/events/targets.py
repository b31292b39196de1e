# On whom an act falls that names nobody, where the act beside it does.
# Rule 1: a participle goes on about whoever the verb above it falls on: "recalled its envoy to Mali,
#   [condemning the attack]".
# Rule 2: whoever breaks with somebody unnamed breaks with whom the others just broke with: "Bolivia cut
#   its ties with Israel, and Chile recalled its ambassador".
# Rule 3: this comes last; it changes no party that has been found.
"""Share the recipient of one act with an act told beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from dragoman.clauses.clause import Sentence
from dragoman.entities.parties import Resolver
from dragoman.events.concerned import concerned
from dragoman.events.draft import Draft, Parties
from dragoman.events.senses import Lexicon

#: Acts that break with a state: who does so without naming it follows others.
_PARTINGS = frozenset(
    f"sanction.{sense}"
    for sense in "break-relations close-embassy cut-ties-short expel-envoy freeze-relations recall-envoy "
    "send-envoy-home withdraw-mission".split()
)
#: Types of what a participle adds to an act, and of acts that it adds to.
_ADDED, _MAIN = frozenset({"ACCUSE"}), frozenset({"SANCTION", "ACCUSE", "REJECT"})


def shared_targets(
    sentence: Sentence,
    resolver: Resolver,
    lexicon: Lexicon,
    drafts: Mapping[int, Draft],
    before: Sequence[Draft],
) -> Iterator[tuple[int, Draft]]:
    """Yield the acts whose recipient the acts beside them tell, by head.

    Args:
        drafts: the acts of this sentence, by head.
        before: acts of earlier sentences, in order.
    """
    for head, made in drafts.items():
        adds, parts = made.sense.type in _ADDED, made.sense.id in _PARTINGS
        if not (adds or parts) or _known(made.recipient) or not _known(made.actor):
            continue
        if _known(concerned(sentence, resolver, lexicon, made)):
            continue
        found = _of_main(sentence, made, drafts) if adds else _of_others(made, drafts, before)
        if found:
            own = {p.span for d in drafts.values() for p in d.recipient}
            at = made.frame.clause.head
            named = (p if p.span in own else resolver.renamed(sentence, at, p) for p in found)
            yield head, replace(made, recipient=tuple(named))


def _of_main(sentence: Sentence, made: Draft, drafts: Mapping[int, Draft]) -> Parties:
    """Whom the act above a participle falls on."""
    verb = made.frame.light or made.frame.clause
    if verb.kind != "verb" or verb.relation != "advcl" or verb.finite:
        return ()
    if sentence.children(verb.head, "mark", "nsubj"):
        return ()
    carried = {d.frame.light.head: d for d in drafts.values() if d.frame.light is not None}
    above = sentence.tokens[verb.head].head
    main = drafts.get(above) or carried.get(above)
    if main is None or main.sense.type not in _MAIN or main.reciprocal:
        return ()
    return _known(main.recipient) if _sides(main.actor) == _sides(made.actor) else ()


def _of_others(made: Draft, drafts: Mapping[int, Draft], before: Sequence[Draft]) -> Parties:
    """With whom others have just broken: in this sentence, or else in the one before."""
    here = [d for head, d in sorted(drafts.items()) if head < made.head]
    last = before[-1].frame.clause.sentence if before else None
    there = [d for d in before if d.frame.clause.sentence is last]
    for acts in (here, there):
        if partner := _partners(made, acts):
            return partner
        found = [d for d in acts if d.sense.type == "SANCTION" and _known(d.recipient)]
        if not found:
            continue
        whom = {p.country or p.code: p for d in found for p in d.recipient if p.known}
        if len(whom) == 1 and not _sides(made.actor) & whom.keys():
            return tuple(whom.values())
        return ()
    return ()


def _partners(made: Draft, acts: Sequence[Draft]) -> Parties:
    """The other of two who do something together: "A and B made peace, years after B severed ties"."""
    own = _sides(made.actor)
    for act in reversed(acts):
        if len(_sides(act.actor)) == 2 and not act.recipient and own < _sides(act.actor):
            return tuple(p for p in _known(act.actor) if (p.country or p.code) not in own)
    return ()


def _known(parties: Parties) -> Parties:
    return tuple(p for p in parties if p.known)


def _sides(parties: Parties) -> set[str | None]:
    return {p.country or p.code for p in parties if p.known}
