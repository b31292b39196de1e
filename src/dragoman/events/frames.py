# What stands in which slot of a clause, once light verbs and prepositions are seen through.
# Rule 1: a frame looks at one sentence, at no register and no date.
# Rule 2: a slot that cannot be read is empty. A wrong doer turns an ally into an
#   attacker; a missing event costs one row.
"""Fill the slots of verb and noun senses from clauses."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.alphabet.calendar import MONTHS, WEEKDAYS
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.events.borrowed import NO_PREPOSITIONS, with_borrowed
from dragoman.events.governed import Slots, with_governor

# Names need their capital: "in March" is a time, "in a march" is none.
_NAMES_OF_TIMES = frozenset(
    {*WEEKDAYS, *MONTHS, "Sept", *(name[:3] for name in (*WEEKDAYS, *MONTHS))}
)
_TIMES = frozenset(
    "day week month year decade hour minute morning afternoon evening night weekend spring summer autumn winter "
    "1960s 1970s 1980s 1990s 2000s 2010s".split()
)


@dataclass(frozen=True)
class Frame:
    """A clause with the lemma it is looked up by, and its slots completed."""

    clause: Clause
    lemma: str
    slots: Slots
    light: Clause | None = None  #: the light verb that carries this noun


def frames(
    clause: Clause,
    by_head: dict[int, Clause],
    light: frozenset[str],
    listed: Callable[[str], bool] = bool,
) -> Iterator[Frame]:
    """Yield the ways to look a clause up, by lemmas that are *listed*, the most specific first.

    "pull out of" before "pull out" before "pull"; for verbs with a preposition
    in their lemma, the preposition's phrase also counts as the object.
    """
    slots = _without_times(with_borrowed(clause, by_head), clause.sentence)
    carrier = None
    if clause.kind == "noun":
        carrier = _light_verb(clause, by_head, light)
        if carrier is not None:
            slots = _carried(slots, carrier, clause.head)
        slots = with_governor(slots, clause, carrier, by_head)
    if clause.kind == "noun":
        for i in clause.slots.get("modifier", ()):
            before = clause.sentence.tokens[i]
            for first in lemmas(before.text, before.lemma):
                for lemma in clause.lemmas:
                    if listed(double := f"{first} {lemma}"):
                        yield Frame(clause, double, slots, carrier)
    for preposition in clause.slots:
        if preposition in NO_PREPOSITIONS or preposition not in slots:
            continue
        for lemma in clause.lemmas:
            if listed(double := f"{lemma} {preposition}"):
                own = bool(clause.slots.get("object"))
                joined = slots if own else {**slots, "object": slots[preposition]}
                yield Frame(clause, double, joined, carrier)
    for lemma in clause.lemmas:
        if listed(lemma):
            yield Frame(clause, lemma, slots, carrier)


def names(clause: Clause) -> Iterator[str]:
    """Every lemma by which a frame of a clause may be looked up; most clauses are on no list."""
    yield from clause.lemmas
    if clause.kind == "noun":
        for i in clause.slots.get("modifier", ()):
            before = clause.sentence.tokens[i]
            for first in lemmas(before.text, before.lemma):
                yield from (f"{first} {lemma}" for lemma in clause.lemmas)
    for slot in clause.slots:
        if slot not in NO_PREPOSITIONS:
            yield from (f"{lemma} {slot}" for lemma in clause.lemmas)


def _without_times(slots: Slots, sentence: Sentence) -> Slots:
    """The slots without phrases that only say when: "gave in 1970" is not to give in."""
    kept: Slots = {}
    for slot, heads in slots.items():
        free = slot in NO_PREPOSITIONS
        if left := tuple(i for i in heads if free or not _is_time(sentence.tokens[i])):
            kept[slot] = left
    return kept


def _is_time(token: Token) -> bool:
    year = token.pos == "NUM" and len(token.text) == 4 and token.text.startswith(("19", "20"))
    return year or token.lemma.lower() in _TIMES or token.text.rstrip(".") in _NAMES_OF_TIMES


def _light_verb(clause: Clause, by_head: dict[int, Clause], light: frozenset[str]) -> Clause | None:
    """The light verb whose object this noun is: "launched an attack", "the attack it launched"."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is not None and above.kind == "verb":
        if _is_object(clause, above, light):
            return above
        for preposition, heads in above.slots.items():
            if clause.head in heads and any(f"{m} {preposition}" in light for m in above.lemmas):
                return above
    below = (by_head.get(t.i) for t in clause.sentence.children(clause.head, "acl"))
    return next((v for v in below if v is not None and _is_object(clause, v, light)), None)


def _is_object(noun: Clause, verb: Clause, light: frozenset[str]) -> bool:
    # "Resumed shelling the town" and "resumed shelling of the town": a gerund may be a noun.
    carried = (*verb.slots.get("object", ()), *verb.slots.get("clause", ()))
    return noun.head in carried and _carries(verb, light)


def _carries(verb: Clause, light: frozenset[str]) -> bool:
    """Whether a verb is light; "hold up" is not because "hold" is."""
    if verb.sentence.child(verb.head, "compound:prt") is not None:
        return verb.lemmas[0] in light
    return any(m in light for m in verb.lemmas)


def _carried(slots: Slots, verb: Clause, noun: int) -> Slots:
    """The noun's slots under its light verb: the verb's subject does it."""
    merged = dict(slots)
    # "Egypt's curbs were raised by Oman": whose they are, he does them.
    possessors = verb.sentence.children(noun, "nmod:poss")
    named = verb.passive or any(t.pos == "PROPN" for t in possessors)
    owned = "subject" in slots and bool(possessors) and named
    for slot, heads in verb.slots.items():
        others = tuple(h for h in heads if h != noun)
        if slot == "object" or not others or (slot == "subject" and owned):
            continue
        if slot == "subject":
            merged["subject"] = others
        else:
            merged.setdefault(slot, others)
    return merged
