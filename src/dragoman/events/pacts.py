# Towards whom somebody leaves, breaks or returns to "the pact".
# Rule 1: the others of it are those that the report has named as its sides; the last pact decides, and one that
#   is described otherwise ("the trade deal" after a nuclear one) is another.
# Rule 2: of a pact with a name, and two sides, the almanac knows these.
# Rule 3: a nuclear pact limits somebody's programme; where the report tells of one state's, it is his.
"""The other sides of pacts that somebody leaves, breaks or takes up again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, many, rows
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import lemmas
from dragoman.entities.actor import Party
from dragoman.entities.parties import Resolver
from dragoman.events.draft import Draft, Parties, apart

PACTS = frozenset("accord agreement armistice ceasefire deal pact treaty truce".split())
#: Acts on a pact, which are acts towards its other sides.
_TYPES = frozenset({"AGREE", "REJECT", "SUPPORT"})
_SLOTS = ("object", "from", "of", "to", "in", "with")
#: Acts on a pact that only all of its sides do together.
_TOGETHER = frozenset({"clinch", "conclude", "finalise", "finalize", "reach", "sign", "strike"})
_MAKING = _TOGETHER | frozenset({"agree", "initial", "make", "negotiate", "ratify", "renew"})
_POINTING = frozenset({"the", "this", "that"})
_WITH = frozenset({"among", "between", "with"})
_BY, _TO = frozenset({"by", "through", "under", "with"}), frozenset({"on", "to"})
#: Words that do not tell one pact from another.
_PLAIN = frozenset(
    "comprehensive existing final fragile historic international key landmark last major new old original own same "
    "second separate so-called".split()
)
#: What a nuclear pact limits.
_LIMITED = frozenset(
    "arsenal centrifuge enrichment facility programme program reactor stockpile uranium".split()
)
REMEMBERED = 12  #: sentences back in which its sides are looked for
_MOST = 4  #: sides; a pact of more is nobody's in particular


def with_sides(
    sentence: Sentence, resolver: Resolver, made: Draft, before: Sequence[Sentence]
) -> Draft:
    """The act, towards the other sides of the pact that it is about, where it names no other itself.

    Args:
        before: the sentences before this one, the nearest first.
    """
    if made.sense.type not in _TYPES or sentence.words.isdisjoint(PACTS | {"jcpoa", "start"}):
        return made
    own = _sides(made.actor)
    named = own | _sides(made.recipient)
    if not own or len(named) > 1 or any(p.known for p in made.recipient):
        return made
    if not any(p.kind == "actor" for p in made.actor):
        return made
    for i in _heads(sentence, made):
        token = sentence.tokens[i]
        is_name = token.pos == "PROPN" and _named_at(sentence, resolver, token) is not None
        if not (is_name or _is_pact(token)):
            continue
        others = _others(sentence, resolver, token, own, before)
        if not others:
            continue
        found = tuple(resolver.renamed(sentence, i, p) for p in others)
        if made.reciprocal and _TOGETHER & set(made.frame.clause.lemmas):
            return replace(made, actor=apart((*made.actor, *found)))
        return replace(made, recipient=found, reciprocal=False)
    return made


def _heads(sentence: Sentence, made: Draft) -> Iterator[int]:
    """The words that may head what an act is about: also in "said it would stick to [the deal]"."""
    slots = made.frame.slots
    for slot in _SLOTS:
        yield from slots.get(slot, ())
    for head in slots.get("clause", ()) if made.sense.type == "AGREE" else ():
        yield from (t.i for t in sentence.children(head, "obj", "obl"))


def _others(
    sentence: Sentence,
    resolver: Resolver,
    token: Token,
    own: frozenset[str],
    before: Sequence[Sentence],
) -> Parties:
    """The sides of a pact besides *own*."""
    if found := _of_name(sentence, resolver, token, own):
        return found
    if any(True for _ in _its_sides(sentence, resolver, token)):
        return ()  # it says itself whose it is
    if not any(t.text.lower() in _POINTING for t in sentence.children(token.i, "det")):
        return ()
    nuclear = "nuclear" in kinds(sentence, token)
    for earlier in (sentence, *before):
        for pact in reversed(earlier.tokens):
            if not _is_pact(pact) or pact.span.start >= token.span.start:
                continue
            if not kinds(sentence, token) <= kinds(earlier, pact):
                continue
            nuclear = nuclear or "nuclear" in kinds(earlier, pact)
            if found := _of_name(earlier, resolver, pact, own):
                return found
            sides = {_side(p): p for p in _its_sides(earlier, resolver, pact)}
            others = tuple(p for side, p in sides.items() if side and side not in own)
            if others:
                return others if len(others) < _MOST else ()
    return _limited(resolver, token, own, (sentence, *before)) if nuclear else ()


def _its_sides(sentence: Sentence, resolver: Resolver, token: Token) -> Iterator[Party]:
    """Whom a pact's own phrase and its verb name as its sides."""
    for child in sentence.children(token.i, "nmod", "nmod:poss"):
        cases = {c.text.lower() for c in sentence.children(child.i, "case")}
        if child.dep == "nmod:poss" or cases & _WITH:
            for k in sentence.conjuncts(child.i):
                yield from _known(resolver, sentence, k)
    for child in sentence.children(token.i, "amod", "compound"):
        for k in sentence.conjuncts(child.i):
            mention = resolver.modifier(sentence.tokens[k])
            if mention is not None and mention.known:
                yield mention
    verb = sentence.tokens[token.head]
    making = _MAKING & {*lemmas(verb.text, verb.lemma)}
    if token.relation == "obl" and _is_made(sentence, token, bool(making)):
        for child in sentence.children(verb.i, "nsubj"):
            for k in sentence.conjuncts(child.i):
                yield from _known(resolver, sentence, k)
    if token.relation not in ("obj", "nsubj") or not making:
        return
    beside = sentence.children(verb.i, "nsubj", "obl") if token.relation == "obj" else ()
    makers = [t for t in beside if t.dep == "nsubj"]
    if makers and not any(_known(resolver, sentence, t.i) for t in makers):
        return  # "A bank signed a deal with its Italian partner": no pact of Italy's
    for child in (*beside, *sentence.children(verb.i, "obl:agent")):
        cases = {c.text.lower() for c in sentence.children(child.i, "case")}
        if child.dep == "nsubj" or cases & (_WITH | {"by"}):
            for k in sentence.conjuncts(child.i):
                yield from _known(resolver, sentence, k)


def _is_made(sentence: Sentence, token: Token, making: bool) -> bool:
    """Whether whoever acts has made a pact: "agreed on a deal", "ended the war with a treaty"."""
    cases = {c.text.lower() for c in sentence.children(token.i, "case")}
    return bool(cases & (_BY if not making else _BY | _TO))


def _known(resolver: Resolver, sentence: Sentence, i: int) -> list[Party]:
    """The states and bodies that a phrase names, as such."""
    return [
        replace(party, code=party.country or party.code, sector=None)
        for party in resolver.parties(sentence, i)
        if party.known and party.kind == "actor"
    ]


def _of_name(sentence: Sentence, resolver: Resolver, token: Token, own: frozenset[str]) -> Parties:
    """The other side of a pact with a name that the almanac knows: "New START"."""
    name = _named_at(sentence, resolver, token)
    if name is None:
        return ()
    usual, sides = resolver.register.names, load_sides()[1][name]
    codes = [c for c in sides if c not in own]
    if len(codes) == len(sides) > 1:
        return ()  # whoever acts is none of its sides
    return tuple(Party(token.span, token.text, usual.get(c), c, c) for c in codes)


def _named_at(sentence: Sentence, resolver: Resolver, token: Token) -> str | None:
    """The name of a pact that the phrase headed by *token* holds."""
    reach = sentence.reach(token.i)
    named = load_sides()[0].search(resolver.text, reach.start, reach.end)
    return named.group() if named is not None else None


def _limited(
    resolver: Resolver, token: Token, own: frozenset[str], told: Sequence[Sentence]
) -> Parties:
    """The one other state whose nuclear programme the report tells of before *token*."""
    found: dict[str, Party] = {}
    for sentence in told:
        if sentence.words.isdisjoint(_LIMITED):
            continue
        for thing in sentence.tokens:
            if thing.span.start > token.span.start or thing.lemma.lower() not in _LIMITED:
                continue
            for owner in sentence.children(thing.i, "nmod:poss", "amod", "compound"):
                mention = resolver.mention_at(owner)
                if mention is not None and mention.country and mention.country not in own:
                    party = Party(
                        mention.span, mention.text, mention.name, mention.country, mention.country
                    )
                    found.setdefault(mention.country, party)
    return tuple(found.values()) if len(found) == 1 else ()


@cache
def load_sides() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """A pattern of the names of pacts of two sides, and name → alpha-3 codes of these."""
    known: dict[str, tuple[str, ...]] = {}
    columns = ("name", "names", "sides")
    for _, row in rows(ALMANAC / "events" / "pacts.csv", columns):
        for name in (row["name"], *many(row["names"])):
            known[name] = tuple(many(row["sides"]))
    longest = sorted(known, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), known


def _is_pact(token: Token) -> bool:
    # "The Indus Waters Treaty" is a name.
    return token.pos in ("NOUN", "PROPN") and token.lemma.lower() in PACTS


def kinds(sentence: Sentence, token: Token) -> frozenset[str]:
    """What sort of pact a phrase means: "nuclear", "trade"."""
    words = (t.text.lower() for t in sentence.children(token.i, "amod", "compound"))
    return frozenset(w for w in words if w.isalpha()) - _PLAIN


def _side(party: Party) -> str | None:
    return party.country or party.code


def _sides(parties: Parties) -> frozenset[str]:
    return frozenset(s for p in parties if p.known and (s := _side(p)))
