# Pacts that a report names, and who stands how to them in its sentences.
# Rule 1: a pact is named by the almanac or by its own words ("the 2015 pact"); "the
#   pact" alone is the one named before.
# Rule 2: who joined, left or negotiates is read from the report (standing.py),
#   never from what is known of the pact.
"""Agreements: name, parties, who withdrew, who negotiates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from dragoman.alphabet.lexfile import ALMANAC, many, rows
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.evidence.standing import roles_in

_NOUNS = frozenset(
    "pact accord treaty truce ceasefire cease-fire armistice agreement convention protocol".split()
)
_ARTICLES = re.compile(r"(?:the|a|an|its|their|his|this|that|any|no)\s+", re.IGNORECASE)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
#: Relations of the words before a noun that are part of a pact's name.
_NAMING = frozenset({"amod", "compound", "nummod", "det", "nmod"})
_BACK = 6  #: sentences back in which "the pact" looks for the one it means
_ROLES = ("parties", "withdrawn", "negotiating")


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement as one report speaks of it."""

    name: str
    parties: tuple[str, ...]
    withdrawn: tuple[str, ...]
    negotiating: tuple[str, ...]
    date: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Named:
    """One naming of a pact: the token that heads it, its usual name, its date."""

    head: int
    name: str
    date: str
    known: bool


@dataclass
class _Found:
    name: str
    date: str
    span: Span
    known: bool
    last: int  #: the sentence that named it last
    roles: dict[str, list[str]] = field(default_factory=lambda: {role: [] for role in _ROLES})


@cache
def load_pacts() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    """A pattern of all names, and name → (usual name, date)."""
    known = {}
    for _, row in rows(ALMANAC / "evidence" / "pacts.csv", ("name", "names", "date")):
        for name in (row["name"], *many(row["names"])):
            known[name] = (row["name"], row["date"])
    longest = sorted(known, key=len, reverse=True)
    first = "".join(sorted({re.escape(name[0]) for name in known}))  # most words begin with none
    names = "|".join(map(re.escape, longest))
    return re.compile(rf"\b(?=[{first}])(?:{names})\b"), known


def find_agreements(
    text: str, sentences: Sequence[Sentence], resolver: Resolver
) -> tuple[Agreement, ...]:
    """Return the agreements of a report, one for each name, in the order of first mention.

    One to which the report says of nobody how he stands is left out.
    """
    found: dict[str, _Found] = {}
    for number, sentence in enumerate(sentences):
        for named in _named(text, sentence):
            pact = _kept(found, named, number, sentence)
            for role, codes in roles_in(sentence, named.head, resolver, pact.known):
                if role:
                    pact.roles[role] += codes
    return tuple(_agreement(pact) for pact in found.values() if any(pact.roles.values()))


def _agreement(pact: _Found) -> Agreement:
    parties, withdrawn, negotiating = (tuple(dict.fromkeys(pact.roles[r])) for r in _ROLES)
    return Agreement(pact.name, parties, withdrawn, negotiating, pact.date or None, pact.span)


def _kept(found: dict[str, _Found], named: _Named, number: int, sentence: Sentence) -> _Found:
    """The pact that *named* means, new if the report has not named it so far."""
    pact = _meant(found, named, number)
    if pact is None:
        pact = _Found(named.name, named.date, sentence.span, named.known, number)
        found[_key(named.name)] = pact
    pact.last = number
    pact.date = pact.date or named.date
    return pact


def _meant(found: dict[str, _Found], named: _Named, number: int) -> _Found | None:
    if (same := found.get(_key(named.name))) is not None:
        return same
    if named.known:
        return None
    recent = [p for p in found.values() if number - p.last <= _BACK]
    if named.date:
        dated = [p for p in found.values() if p.date.startswith(named.date)]
        return dated[0] if len(dated) == 1 else None
    words = named.name.split()
    if len(words) == 2 and words[0].lower() in ("the", "this", "that"):  # "the pact"
        return max(recent, key=lambda p: p.last, default=None)
    return None


def _key(name: str) -> str:
    return _ARTICLES.sub("", name, count=1).lower()


def _named(text: str, sentence: Sentence) -> Iterator[_Named]:
    """Each naming of a pact in *sentence*: by the almanac, else by its own words."""
    pattern, known = load_pacts()
    taken: set[int] = set()
    start = sentence.span.start
    for match in pattern.finditer(sentence.span.of(text)):
        where = Span(start + match.start(), start + match.end())
        inside = [t for t in sentence.tokens if t.span.touches(where)]
        held = {t.i for t in inside}
        top = next((t.i for t in inside if t.head not in held or t.head == t.i), None)
        if top is None or held & taken:
            continue
        taken |= held
        name, day = known[match.group(0)]
        yield _Named(top, name, day, True)
    if "deal" not in sentence.words and sentence.words.isdisjoint(_NOUNS):
        return
    for token in sentence.tokens:
        if token.i not in taken and _is_pact(sentence, token):
            name = _words(text, sentence, token)
            year = _YEAR.search(name)
            yield _Named(token.i, name, year.group(0) if year else "", False)


def _is_pact(sentence: Sentence, token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN"):
        return False
    word = token.lemma.lower()
    if (word != "deal" and word not in _NOUNS) or token.relation == "compound":
        return False
    if word == "deal":  # "a great deal of" is none: some word must say of what kind
        kinds = sentence.children(token.i, "compound", "nummod")
        return any(t.i < token.i for t in kinds) or any(
            t.text.lower() in ("nuclear", "maritime", "bilateral") and t.i < token.i
            for t in sentence.children(token.i, "amod")
        )
    if word == "agreement" and sentence.child(token.i, "det", "amod", "compound", "nmod") is None:
        return False  # "in agreement"
    return word in _NOUNS


def _words(text: str, sentence: Sentence, token: Token) -> str:
    """A pact's own words: the noun with what stands before it."""
    first = token.i
    while first > 0 and (before := sentence.tokens[first - 1]).relation in _NAMING:
        if before.dep == "nmod:poss" or before.head < first or before.head > token.i:
            break
        first -= 1
    return Span(sentence.tokens[first].span.start, token.span.end).of(text)
