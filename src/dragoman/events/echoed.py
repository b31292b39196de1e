# Acts told by pointing at another's: "Canada froze its aid; [so did Italy]", "Kenya followed suit".
# Rule 1: what is pointed at is the act of the clause above, or else the main act of the sentence before.
# Rule 2: who acted first does not act again, and nobody acts on himself.
"""Read elliptic clauses: who did as somebody else had done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dragoman.clauses.clause import Clause, Sentence
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties, distinct
from dragoman.events.frames import Frame

#: Verbs that can stand for another, and the words beside them that make them do so.
_TAKING = frozenset({"adopt", "make", "take"})
_FOR_ANOTHER = frozenset("be do emulate follow has have match mirror replicate".split()) | _TAKING
_SO, _ALIKE = "so", frozenset({"likewise", "similarly"})
_AS = frozenset({"did", "do", "does", "done", "had", "has", "have"})
_SIMILAR = frozenset({"comparable", "identical", "same", "similar"})
_TOO = frozenset({"too", "also", "already", "last", "earlier", "later", "this"})
_EXAMPLES, _REMEMBERED = frozenset({"example", "lead"}), 12
_SAME, _SUIT = frozenset({"same"}), frozenset({"suit"})
#: What can be matched: somebody's deed.
_DEEDS = frozenset(
    "action ban decision embargo example expulsion lead measure move penalty sanction step tariff".split()
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
#: Who else says a thing of somebody has not done it: these acts are repeated by others.
_REPEATED = frozenset(
    "SUPPORT REJECT ACCUSE SANCTION AID AGREE REQUEST CONCEDE RETREAT COERCE MOBILIZE THREATEN".split()
)


def echoes(
    sentence: Sentence, resolver: Resolver, drafts: Mapping[int, Draft], before: Sequence[Draft]
) -> Iterator[Draft]:
    """Yield the acts that elliptic clauses of *sentence* tell of.

    Args:
        drafts: the acts of this sentence, by head.
        before: acts of earlier sentences, in order.
    """
    for clause in sentence.clauses:
        if clause.kind == "noun" and clause.lemma in _DEEDS and _is_similar(sentence, clause):
            model = _beneath(sentence, clause, drafts)
            if model is not None and (made := _again(sentence, resolver, clause, model)):
                yield made
            continue
        if clause.kind != "verb" or not _FOR_ANOTHER.intersection(clause.lemmas):
            continue
        if clause.head in drafts or not clause.finite or not _is_echo(sentence, clause):
            continue
        model = _exemplar(sentence, resolver, clause, (*before, *drafts.values()))
        model = model or _above(sentence, clause, drafts)
        if clause.governor is None:
            model = model or _before(sentence, resolver, before)
        if model is not None and (made := _again(sentence, resolver, clause, model)) is not None:
            yield made


def _is_echo(sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause says no more of its subject than that it did as another."""
    beside = {t.text.lower(): t.i for t in sentence.children(clause.head, "advmod")}
    objects = [sentence.tokens[i] for i in clause.slots.get("object", ())]
    if _TAKING.intersection(clause.lemmas):
        return any(t.lemma in _DEEDS and _has_same(sentence, t.i) for t in objects)
    if "follow" in clause.lemmas:
        return any(t.lemma in _SUIT or t.lemma in _EXAMPLES for t in objects)
    if _is_as_done(sentence, clause):
        return True
    if "do" in clause.lemmas:
        if any(t.text.lower() in _SAME for t in objects) or beside.keys() & _ALIKE:
            return True
        if not objects and _is_so(sentence, clause.head):
            return True
    if not {"be", "do", "has", "have"}.intersection(clause.lemmas):
        return any(
            t.lemma in _DEEDS
            and any(d.text.lower() in _DEFINITE for d in sentence.children(t.i, "det"))
            for t in objects
        )
    # "So did Kenya": the subject stands behind the verb, and nothing else does.
    return beside.get(_SO, clause.head) == clause.head - 1 and bool(clause.slots.get("subject"))


def _has_same(sentence: Sentence, i: int) -> bool:
    return any(t.text.lower() in _SAME for t in sentence.children(i, "amod"))


def _is_similar(sentence: Sentence, clause: Clause) -> bool:
    """ "Similar moves by Chad": as somebody else's."""
    return any(t.text.lower() in _SIMILAR for t in sentence.children(clause.head, "amod"))


def _beneath(sentence: Sentence, clause: Clause, drafts: Mapping[int, Draft]) -> Draft | None:
    """The act that a similar one is told with."""
    model = _above(sentence, clause, drafts)
    return model if model is not None and not model.reciprocal else None


def _is_so(sentence: Sentence, head: int) -> bool:
    """ "Has done so", "did so too", but not "did so much"."""
    after = [t.text.lower() for t in sentence.tokens[head + 1 : head + 3]]
    follows = sentence.tokens[head + 2 : head + 3]
    ends = not follows or follows[0].pos in ("PUNCT", "ADP", "PROPN") or after[-1] in _TOO
    return after[:1] == [_SO] and ends


def _is_as_done(sentence: Sentence, clause: Clause) -> bool:
    """ "As Kenya had done": nothing is said of what."""
    marks = [t.text.lower() for t in sentence.children(clause.head, "mark", "advmod")]
    said = clause.slots.keys() & {"object", "iobj", "clause"}
    verb = clause.token.text.lower() in _AS
    return verb and "as" in marks and bool(clause.slots.get("subject")) and not said


def _exemplar(
    sentence: Sentence, resolver: Resolver, clause: Clause, told: Sequence[Draft]
) -> Draft | None:
    """The last act of whoever gives the example: "followed Chad's lead"."""
    objects = [i for i in clause.slots.get("object", ()) if sentence.tokens[i].lemma in _EXAMPLES]
    whose = {_side(p) for i in objects for p in resolver.parties(sentence, i) if p.known}
    for act in reversed(told[-_REMEMBERED:]):
        if whose & {_side(p) for p in act.actor} and act.sense.type in _REPEATED:
            return act if any(p.known for p in act.recipient) and not act.reciprocal else None
    return None


def _above(sentence: Sentence, clause: Clause, drafts: Mapping[int, Draft]) -> Draft | None:
    """The act of the clause that an elliptic one hangs on."""
    carried = {d.frame.light.head: d for d in drafts.values() if d.frame.light is not None}
    for above in sentence.path_up(clause.head):
        found = drafts.get(above.i) or carried.get(above.i)
        if found is not None:
            return found if found.sense.type in _REPEATED else None
    return None


def _before(sentence: Sentence, resolver: Resolver, before: Sequence[Draft]) -> Draft | None:
    """The main act of the sentence before."""
    last = before[-1].frame.clause.sentence if before else None
    if last is None or not resolver.follows(last, sentence):
        return None
    acts = [d for d in before if d.frame.clause.sentence is last and any(p.known for p in d.actor)]
    acts = [d for d in acts if d.sense.type in _REPEATED]
    return min(
        acts, key=lambda d: last.depths[(d.frame.light or d.frame.clause).head], default=None
    )


def _again(sentence: Sentence, resolver: Resolver, clause: Clause, model: Draft) -> Draft | None:
    """The *model*'s act as done by the subject of *clause*."""
    doers = [p for i in clause.slots.get("subject", ()) for p in resolver.parties(sentence, i)]
    first = {p.country or p.code for p in model.actor}
    actor = distinct(p for p in doers if p.known and p.kind == "actor" and _side(p) not in first)
    if not actor or not any(p.known for p in model.actor):
        return None
    here = model.frame.clause.sentence is sentence
    own = {_side(a) for a in actor}
    # "Expelled American envoys in answer to similar moves by Washington": back at whoever acts.
    back = bool(own & {_side(p) for p in model.recipient}) and not model.reciprocal
    others: Parties = tuple(
        p if here else resolver.renamed(sentence, clause.head, p)
        for p in (model.actor if back else model.recipient)
        if _side(p) not in own
    )
    frame = Frame(clause, model.frame.lemma, {"subject": clause.slots.get("subject", ())})
    return Draft(model.sense, frame, actor, others)


def _side(party: Party) -> str | None:
    return party.country or party.code
