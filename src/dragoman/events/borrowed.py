# What a clause takes from the phrases of its own phrases: "imposed sanctions [on Iran]".
# Rule: a slot that the clause fills itself is never overwritten, but for the name in a compound that
#   parsers read before what is given: "sent Ukraine food".
"""Slots that a clause borrows from its subject, its objects and its prepositions' phrases."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.phrases import PORTIONS
from dragoman.events.governed import Slots

#: Slots that no preposition names.
NO_PREPOSITIONS = frozenset({"subject", "object", "iobj", "clause", "topic", "modifier"})
#: Whose it is has helped, and is no side of what was done with it.
_HELP = frozenset(
    "aid approval assistance backing blessing consent endorsement help support".split()
)
#: Nor is whose shadow it was done in: "under pressure from Washington".
_SHADOWS = frozenset("auspices concern fear pressure pretext supervision threat urging".split())
#: Signs of currencies, and words of money.
CURRENCIES = frozenset("$€£¥₽")
_MONEY = frozenset({*CURRENCIES, "dollar", "euro", "pound", "rouble", "ruble", "yen", "yuan"})


def with_borrowed(clause: Clause, by_head: dict[int, Clause]) -> Slots:
    """The slots of a clause with those that its phrases lend it: "imposed sanctions [on Iran]"."""
    slots = dict(clause.slots)
    objects = clause.slots.get("object", ())
    if clause.kind == "noun":
        # "a pledge of support to Kenya", "the signing of a pact between Oman and India"
        _borrow(slots, objects, by_head)
        return slots
    for i in (*clause.slots.get("subject", ()), *objects):
        # "ties between Iran and Russia deepened", "a truce with the rebels took effect"
        if i in by_head:
            _lend(slots, by_head[i].slots, ("between", "with", "in"))
    for i in objects:
        # "300 tons of wheat to Ethiopia": the phrase may hang on what is portioned.
        # "a loan of $3 billion for Ghana": or on the sum.
        _borrow(slots, (i, *_portioned(clause.sentence, i), *_sums(i, by_head)), by_head)
        if i in by_head and "to" not in slots:
            # "the export of machines to China": or on what is exported.
            for k in by_head[i].slots.get("object", ()):
                if k in by_head:
                    _lend(slots, by_head[k].slots, ("to",))
                else:
                    _lend_name(slots, clause.sentence, k, only=("to",))
    for i in objects:
        # "eased the sanctions it had imposed on Oman": the phrase stands with the first verb.
        for below in clause.sentence.children(i, "acl:relcl"):
            if below.i in by_head and not _is_of_people(clause.sentence, below):
                _lend(slots, by_head[below.i].slots, ("on", "against", "from"))
    for i in objects:
        if i not in by_head:
            _lend_name(slots, clause.sentence, i)
            # "pledged $1 billion to rebuild the port"
            inside = (t.i for t in clause.sentence.children(i, "acl") if t.i in by_head)
            if uses := tuple(k for k in inside if k != clause.head):
                slots.setdefault("clause", uses)
        else:
            # "reserved the right to retaliate": told of the noun, meant of the verb.
            inner = by_head[i].slots.get("clause", ())
            _lend(slots, {"clause": tuple(k for k in inner if k != clause.head)}, ("clause",))
    if "iobj" not in slots:
        _receiver_in_compound(slots, clause.sentence, objects)
    elif "object" not in slots:
        # "asked Moscow for help": treebanks call whoever is asked an indirect object.
        slots["object"] = slots["iobj"]
    for slot, heads in clause.slots.items():
        # "pulled out of the talks with Turkey": the phrase of a phrase.
        if slot not in NO_PREPOSITIONS:
            # Not from one that opens the sentence: "With aid from Chad, Mali drove the rebels back".
            behind = tuple(i for i in heads if i > clause.head)
            # "Bombed Homs with the help of Chad": the help is Chad's, not what was bombed.
            tokens = clause.sentence.tokens
            _borrow(slots, [i for i in behind if not _is_setting(tokens[i])], by_head)
            for i in behind:
                if i not in by_head:
                    # "held talks in Jerusalem with Turkey"
                    _lend_name(slots, clause.sentence, i)
    return slots


def _is_of_people(sentence: Sentence, verb: Token) -> bool:
    """ "Held activists *who* had been deported from Chad": where they came from is told of them."""
    return any(t.text.lower() == "who" for t in sentence.children(verb.i, "nsubj"))


def _is_setting(token: Token) -> bool:
    """Whether what stands behind a noun is no side of what was done with its help or in its shadow."""
    lemma = token.lemma.lower()
    return lemma in _HELP or lemma in _SHADOWS


def _lend(slots: Slots, given: Slots, only: Iterable[str]) -> None:
    """Add those of the slots *only* that are given and not there yet."""
    for slot in only:
        if given.get(slot):
            slots.setdefault(slot, given[slot])


def _borrow(slots: Slots, heads: Iterable[int], by_head: dict[int, Clause]) -> None:
    """Add the prepositions of the nouns at *heads* that are not there yet."""
    for i in heads:
        noun = by_head.get(i)
        if noun is None or noun.kind != "noun":
            continue
        if "object" in noun.slots:
            # A noun's own "of" phrase is its object: "lifted its blockade of Qatar".
            slots.setdefault("of", noun.slots["object"])
        _lend(slots, noun.slots, (slot for slot in noun.slots if slot not in NO_PREPOSITIONS))


def _lend_name(slots: Slots, sentence: Sentence, i: int, only: tuple[str, ...] = ()) -> None:
    """ "warned Spain of consequences", "$5 million for Mali": names and sums make no clause."""
    for phrase in sentence.children(i, "nmod"):
        case = sentence.child(phrase.i, "case")
        word = case.text.lower() if case is not None else ""
        if word and phrase.dep != "nmod:poss" and (not only or word in only):
            slots.setdefault(word, (phrase.i,))


def _receiver_in_compound(slots: Slots, sentence: Sentence, objects: Iterable[int]) -> None:
    """ "sent Ukraine food": parsers take the receiver for part of a compound."""
    names = tuple(
        t.i
        for i in objects
        for t in sentence.children(i, "compound")
        # "called Jordan's King Abdullah": behind an owner stands what the name is, and no receiver.
        if t.pos == "PROPN" and not any(o.i < t.i for o in sentence.children(i, "nmod:poss"))
    )
    if names:
        slots["iobj"] = names


def _portioned(sentence: Sentence, i: int) -> list[int]:
    token = sentence.tokens[i]
    if token.lemma.lower() not in PORTIONS and token.text.lower() not in PORTIONS:
        return []
    return [t.i for t in sentence.children(i, "nmod", "obl")]


def _sums(i: int, by_head: dict[int, Clause]) -> list[int]:
    """The sums of money that a noun's "of" phrase gives."""
    noun = by_head.get(i)
    heads = noun.slots.get("object", ()) if noun is not None and noun.kind == "noun" else ()
    return [k for k in heads if noun and noun.sentence.tokens[k].lemma.lower() in _MONEY]
