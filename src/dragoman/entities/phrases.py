# The shape of a noun phrase: what it counts, how far its name and the phrase reach.
# Rule 1: grammar alone. Nothing here knows who anybody is.
# Rule 2: a parser hangs what follows a name in many ways ("Carmelo Zahra, Malta's
#   economy minister,"); that it follows a comma, without "and", tells more than the relation.
"""Noun phrases: portions, names, what describes them, and their characters."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Sentence, Token

# Heads that only count or portion what follows their "of".
PORTIONS = frozenset(
    "acre all batch billion box bulk bunch consignment couple crate dozen dozens fragment group "
    "handful hectare hundred hundreds lot majority many million millions most number one part pair "
    "piece plenty remainder rest score scores series set some several ten tens thousand thousands "
    "ton tonne truckload two three four five six seven eight wave kind type sort share percent half third quarter "
    "fifth tenth proportion quantity barrel".split()
)
_COUNTS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty".split()
)
#: Relations by which one name or title joins another: "President Petrov", "Ivan Petrov".
NAMING = ("flat", "compound", "appos", "nmod:desc", "nmod:unmarked")
_LOOSE = ("list", "dep", "parataxis", "conj")
_FAR = 60  #: characters that an owner's phrase may end behind what it owns
_BREAKS = ("PUNCT", "VERB", "AUX")
_PLURAL = frozenset({"Number=Plur", "Number=Ptan"})
_SITES = frozenset({"across", "at", "in", "inside", "near", "off", "on", "outside", "through"})
_POINTING = ("the", "this", "that", "these", "those")


def core(sentence: Sentence, i: int) -> int:
    """Look through portions: the soldiers in "thousands of soldiers"."""
    for _ in range(3):
        token = sentence.tokens[i]
        if token.pos == "PROPN" and token.text.lower() in _COUNTS:
            # "Nine Yemenis were killed": at the head of a sentence taken for a name.
            i = next((t.i for t in sentence.children(i, "flat") if t.i == i + 1), i)
            return i
        # "Shot down 29 of 38 drones": a number portions too.
        portion = token.pos == "NUM" or token.lemma.lower() in PORTIONS
        if not portion and token.text.lower() not in PORTIONS:
            return i
        inner = next(
            (
                t.i
                for t in sentence.children(i, "nmod", "obl")
                if any(c.lemma == "of" for c in sentence.children(t.i, "case"))
            ),
            None,
        )
        if inner is None:
            return i
        i = inner
    return i


def is_plural(token: Token) -> bool:
    """Whether a noun says that there are several."""
    return bool(token.feats & _PLURAL)


def is_definite(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase points back: "the minister", "this group"."""
    return any(t.text.lower() in _POINTING for t in sentence.children(token.i, "det"))


def name_parts(sentence: Sentence, token: Token) -> list[Token]:
    """The words of a name, in order: "Ivan", "Petrov"; also "Hassan", "al", "Dulaimi"."""
    if not sentence.children(token.i):
        return [token]
    found = {token.i: token}
    for child in sentence.children(token.i, "flat", "compound"):
        found[child.i] = child
        for below in sentence.children(child.i, "flat"):
            found[below.i] = below
    last = max(found)
    for child in sentence.children(token.i, "list"):
        # "Colonel Ulrich Mba": nothing stands between the words of one name.
        if child.pos == "PROPN" and child.i == last + 1:
            found[child.i] = child
    return [found[i] for i in sorted(found)]


def name_span(sentence: Sentence, token: Token) -> Span:
    """The characters of a name."""
    words = name_parts(sentence, token)
    return Span(words[0].span.start, max(w.span.end for w in words))


def describing(sentence: Sentence, token: Token) -> Iterator[Token]:
    """The words that may say what somebody is: the phrase's own head, titles, appositions."""
    yield token
    if not sentence.children(token.i):
        return
    yield from sentence.children(token.i, *NAMING)
    if token.pos != "PROPN" and not _is_surname(sentence, token):
        return
    parts = name_parts(sentence, token)
    for part in parts:
        if part.i != token.i:
            # "Niamh Gallagher, Ireland's foreign minister": hung on the second word.
            yield from sentence.children(part.i, "appos", "nmod:desc")
            if part.dep == "compound" and part.i < token.i:
                # "Rear Admiral Halil Demir": the title hung on the given name.
                yield from sentence.children(part.i, "compound")
    for part in parts:
        loose = list(sentence.children(part.i, *_LOOSE))
        # "Petrov, officials and residents": of several none describes him.
        if len(loose) == 1 and loose[0].pos == "NOUN" and not is_plural(loose[0]):
            if _after_comma(sentence, loose[0], parts[-1].i):
                yield loose[0]


def _is_surname(sentence: Sentence, token: Token) -> bool:
    """Whether a noun ends a name: "Ned Price", though a price is a thing."""
    if token.pos != "NOUN" or not token.text.istitle() or token.i == 0:
        return False
    before = sentence.tokens[token.i - 1]
    return before.pos == "PROPN" and before.head == token.i and before.text.istitle()


def _after_comma(sentence: Sentence, child: Token, last: int) -> bool:
    """Whether a phrase begins after the comma that follows word *last*, without "and"."""
    first = sentence.subtree(child.i)[0]
    marks = sentence.tokens[last + 1 : last + 2]
    joined = any(sentence.children(child.i, "cc"))
    return first >= last + 1 and bool(marks) and marks[0].text == "," and not joined


def phrase_span(sentence: Sentence, token: Token) -> Span:
    """The characters of a phrase without its article, relative clauses and appositions."""
    if not sentence.children(token.i):
        return token.span
    words = [token]
    for child in sentence.children(token.i, "amod", "compound", "flat", "nmod:poss", "nummod"):
        words += [sentence.tokens[k] for k in sentence.subtree(child.i)]
    words = [w for w in words if w.pos != "PUNCT"] or [token]
    return Span(min(w.span.start for w in words), max(w.span.end for w in words))


def span_to(sentence: Sentence, token: Token, inside: Span) -> Span:
    """The characters of a phrase, on to the phrase after it that holds *inside*: "the call [of Chad]"."""
    own = phrase_span(sentence, token)
    for child in sentence.children(token.i, "nmod"):
        if child.i < token.i or not sentence.reach(child.i).holds(inside):
            continue
        end = max(inside.end, phrase_span(sentence, child).end)
        between = sentence.tokens[token.i + 1 : child.i]
        if end - own.end <= _FAR and all(t.pos not in _BREAKS for t in between):
            return Span(own.start, end)
    return own


def is_by_place(sentence: Sentence, i: int, span: Span) -> bool:
    """Whether a thing is somebody's, by the words of *span*, only for where it is: "the blasts in Peshawar"."""
    for phrase in sentence.children(i, "nmod"):
        cases = {t.text.lower() for t in sentence.children(phrase.i, "case")}
        if cases & _SITES and phrase.span.end <= span.end:
            return True
    return False
