# What is said of arms and forces by comparing them: "cheaper and slower than".
# Rule 1: one side is a weapon or a force; "oil is cheaper than a year ago" is none.
# Rule 2: what is compared is what arms can do or cost; "more worried than" is none.
# Rule 3: a number is no side: "more than 200 drones", "less than $20,000".
"""Comparisons of arms and forces: both sides, and what they are compared by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import takewhile

from dragoman.alphabet.lexfile import ALMANAC, kinds
from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.inflection import bases
from dragoman.evidence.claim import Claim, Comparison
from dragoman.evidence.speakers import trimmed
from dragoman.evidence.transfers import load_items

_KINDS = ("quality", "force", "measure", "outdoing")
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_NOT = frozenset({"not", "n't", "n’t", "no"})
_AMOUNTS = frozenset({"more", "fewer", "less"})
_MONEY = frozenset({"$", "€", "£", "¥"})
_BY = frozenset({"than", "as", "to"})
#: "than ever", "than last year", "than 20 years ago": no other side.
_TIMES = frozenset("ever before year month week decade day time ago now previously".split())


@cache
def load_capabilities() -> dict[str, str]:
    """Words of comparison by lemma, and their kind.

    Raises: AlmanacError for a kind that is none.
    """
    return dict(kinds(ALMANAC / "evidence" / "capabilities.csv", _KINDS))


def compared(
    text: str, claims: Sequence[Claim], sentences: Sequence[Sentence]
) -> tuple[Claim, ...]:
    """Return *claims*, those that compare arms or forces with their ``topic``."""
    made = sorted(
        (c for s in sentences for c in comparisons(text, s)), key=lambda c: c.property.start
    )
    starts = [c.property.start for c in made]

    def topic(claim: Claim) -> Comparison | None:
        for piece in claim.pieces:
            low, high = bisect_left(starts, piece.start), bisect_right(starts, piece.end)
            inside = [
                c
                for c in made[low:high]
                if piece.holds(c.property)
                and piece.holds(c.a)
                and (c.b is None or piece.holds(c.b))
            ]
            if inside:
                return next((c for c in inside if c.b is not None), inside[0])
        return None

    if not made:
        return tuple(claims)
    return tuple(replace(c, topic=topic(c)) for c in claims)


def comparisons(text: str, sentence: Sentence) -> Iterator[Comparison]:
    """Yield the comparisons of arms or forces in *sentence*, in its order."""
    for token in sentence.tokens:
        sides = None
        compares = _compares(token.text)
        if "Degree=Cmp" in token.feats or compares == "more":
            sides = _more(sentence, token)
        elif compares == "as" and token.relation == "advmod":
            sides = _predicated(sentence, sentence.tokens[token.head], token.i)
        elif compares == "outdoing":
            sides = _outdone(sentence, token)
        if sides is not None:
            a, b, words = sides
            yield Comparison(
                trimmed(text, a), trimmed(text, b) if b is not None else None, trimmed(text, words)
            )


@lru_cache(maxsize=20_000)
def _compares(word: str) -> str:
    """How a word by itself compares: "more" for "superior", "as", "outdoing" for "outgun"; or ""."""
    low = word.lower()
    if low in ("superior", "inferior"):
        return "more"
    if low == "as":
        return low
    outdoes = any(load_capabilities().get(form) == "outdoing" for form in bases(word))
    return "outdoing" if outdoes else ""


@dataclass(frozen=True, slots=True)
class _Other:
    """The phrase after "than": its head, and its characters without "than"."""

    head: Token
    span: Span


_Sides = tuple[Span, Span | None, Span]


def _more(sentence: Sentence, token: Token) -> _Sides | None:
    head = sentence.tokens[token.head]
    following = sentence.tokens[min(token.i + 1, len(sentence.tokens) - 1)].text
    if token.text.lower() in _AMOUNTS:
        if following == "than":
            return _done(sentence, token) if token.relation == "advmod" else None
        if token.relation == "amod" and head.pos == "NOUN" and head.i > token.i:
            return _owned(sentence, head, token.i)
        if token.relation == "advmod" and head.i > token.i:
            if head.pos == "ADV":  # "more heavily armed"
                head = sentence.tokens[head.head]
            return _predicated(sentence, head, token.i)
        return None
    if token.pos == "ADV" and head.i == token.i + 1:  # "better equipped"
        return _predicated(sentence, head, token.i)
    found = _predicated(sentence, token, token.i)
    if found is None and token.relation in ("advmod", "xcomp") and head.pos == "VERB":
        return _done(sentence, token)
    return found


def _predicated(sentence: Sentence, token: Token, first: int) -> _Sides | None:
    """ "The drones are cheaper and slower than missiles": said of a subject."""
    chain = _chain(sentence, token)
    if not _is(token, "quality") or chain[0].i < min(first, token.i):
        return None
    subject = next((s for t in chain if (s := sentence.child(t.i, "nsubj")) is not None), None)
    if subject is None or subject.i > first:
        return None
    others = [o for t in chain if (o := _other(sentence, t)) is not None]
    last = chain[-1].i
    other = others[0] if others else None
    if (deed := sentence.child(last, "xcomp", "advcl", "ccomp")) is not None and _tie(
        sentence, deed
    ) == "to":
        other, last = other or _other(sentence, deed), deed.i  # "harder to detect"
    return _weighed(sentence, subject, other, _span(sentence, first, last))


def _chain(sentence: Sentence, token: Token) -> list[Token]:
    """The adjectives coordinated with *token*, in order: "cheaper and slower"."""
    top = token
    while top.relation == "conj" and top.head < top.i:
        if sentence.child(top.i, "nsubj") is not None:
            break
        top = sentence.tokens[top.head]
        if not _is(top, "quality"):
            return [token]
    rest = [
        t
        for t in sentence.children(top.i, "conj")
        if t.pos in ("ADJ", "VERB", "ADV") and sentence.child(t.i, "nsubj", "cop") is None
    ]
    return [top, *takewhile(lambda t: _is(t, "quality"), rest)]


def _owned(sentence: Sentence, good: Token, first: int) -> _Sides | None:
    """ "Russia has more tanks than Ukraine": of whatever is fought with."""
    if not _is_arms(good) or good.relation not in ("obj", "obl"):
        return None
    subject = sentence.child(good.head, "nsubj")
    if subject is None:
        return None
    other = _other(sentence, good) or _other(sentence, sentence.tokens[good.head])
    if other is not None and other.head.pos == "NUM":
        return None
    return sentence.reach(subject.i), _named(other), _span(sentence, first, good.i)


def _done(sentence: Sentence, token: Token) -> _Sides | None:
    """ "They fly farther than ours", "cost far less than a missile"."""
    verb = sentence.tokens[token.head]
    subject = sentence.child(verb.i, "nsubj")
    other = _other(sentence, verb) or _other(sentence, token)
    amount = token.text.lower() in _AMOUNTS and verb.lemma in ("cost", "weigh", "carry", "hold")
    if subject is None or other is None or not (amount or _is(token, "quality")):
        return None
    return _weighed(sentence, subject, other, _span(sentence, verb.i, token.i))


def _outdone(sentence: Sentence, token: Token) -> _Sides | None:
    """ "outgun", which compares by itself; in the passive the subject is the lesser side."""
    subject = sentence.child(token.i, "nsubj", "compound")
    other = sentence.child(token.i, "obj", "obl:agent")
    if subject is None or subject.i > token.i:
        return None
    if other is None:
        by = (t for t in sentence.children(token.i, "obl") if _tie(sentence, t) == "by")
        other = next(by, None)
    if other is not None and not (other.pos in _NOMINAL and other.i > token.i):
        return None
    b = _Other(other, _without_tie(sentence, other)) if other is not None else None
    if not any(_fights(sentence, t) for t in (subject, other) if t is not None):
        return None
    a = sentence.reach(subject.i)
    if subject.relation == "compound":  # a verb that a tree takes for a noun
        a = Span(sentence.reach(token.i).start, a.end)
    return a, b.span if b else None, token.span


def _weighed(
    sentence: Sentence, subject: Token, other: _Other | None, words: Span
) -> _Sides | None:
    if other is not None and _is_sum(sentence, other.head):
        return None
    named = _named(other)
    sides = [subject, other.head] if other is not None and named is not None else [subject]
    if not any(_fights(sentence, t) for t in sides):
        return None
    return sentence.reach(subject.i), named, words


def _is_sum(sentence: Sentence, token: Token) -> bool:
    """ "less than $20,000": no side."""
    below = [sentence.tokens[k].text for k in sentence.subtree(token.i)]
    number = token.pos in ("NUM", "SYM") and token.relation != "advcl"
    return number or any(word in _MONEY for word in below)


def _named(other: _Other | None) -> Span | None:
    if other is None or other.head.pos not in _NOMINAL or _is_time(other.head):
        return None
    return other.span


def _is_time(token: Token) -> bool:
    return any(form in _TIMES for form in bases(token.text))


def _other(sentence: Sentence, token: Token) -> _Other | None:
    for child in sentence.children(token.i, "obl", "nmod", "advcl"):
        tie = _tie(sentence, child)
        if child.i > token.i and tie in _BY and (tie != "to" or token.text.endswith("rior")):
            return _Other(child, _without_tie(sentence, child))
    return None


def _tie(sentence: Sentence, token: Token) -> str:
    case = sentence.child(token.i, "case", "mark")
    return case.text.lower() if case is not None else ""


def _without_tie(sentence: Sentence, token: Token) -> Span:
    case = sentence.child(token.i, "case", "mark")
    span = sentence.reach(token.i)
    return Span(case.span.end, span.end) if case is not None and case.i < token.i else span


def _span(sentence: Sentence, first: int, last: int) -> Span:
    """From *first*, with a "not" or "no" right before it, to *last*."""
    if first > 0 and sentence.tokens[first - 1].text.lower() in _NOT:
        first -= 1
    return Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end)


def _fights(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase is headed by arms or a force, or by a measure of one."""
    if _is_arms(token):
        return True
    if not _is(token, "measure"):
        return False
    return any(_is_arms(sentence.tokens[k]) for k in sentence.subtree(token.i))


def _is_arms(token: Token) -> bool:
    if token.pos not in ("NOUN", "PROPN"):
        return False
    return _is(token, "force") or any(load_items().get(f) == "arms" for f in bases(token.text))


def _is(token: Token, kind: str) -> bool:
    word = token.text.lower()
    forms = [token.lemma, *bases(token.text)]
    if word.endswith("er"):
        forms += [word[:-2], word[:-1], word[:-3], word[:-3] + "y"]
    return any(load_capabilities().get(form) == kind for form in forms)
