# Slips in what a name says, where the name is known: letters out of place, a verb for many behind
# one. Rule: a name is told to be wrong only if what it should be is one of the names passed in.
"""Known names with a slip in them or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache

from dragoman.alphabet.span import Span
from dragoman.body.passage import Noise

#: Letters of a name; longer ones are no names.
LONGEST_NAME = 20
#: Letters of a name that is known although one of them is wrong.
LONG_NAME = 8
_NAME = re.compile(r"(?<![\w’'-])[A-Z][a-z]{4,}(?![\w-])")
#: Names that are a letter away from a state's and none of its.
_OWN_NAMES = frozenset(("Columbia", "Roumania"))
_SUBJECT = re.compile(r"(?<![\w’'-])([A-Z][a-z]{3,})(?: and ([A-Z][a-z]{3,}))? ([a-z]+)(?![\w’'-])")
_SINGULAR = {"has": "have", "was": "were", "is": "are", "does": "do"}
#: Verbs that are no nouns, after a name in a text whose sentences it begins.
_PLURAL_VERBS = frozenset(
    "want urge say accuse insist reject agree announce condemn threaten warn".split()
)
_ONE_STATE = frozenset(("Bosnia and Herzegovina", "Trinidad and Tobago", "Antigua and Barbuda"))
_ENDED = re.compile(r"^$|[a-z]{3}[.!?][\"”’]? $")


def misnamed(text: str, span: Span, names: AbstractSet[str]) -> Iterator[Noise]:
    """Yield the slips in and behind known names inside *span*.

    >>> told = "Envoys from Combodia left. Iran and Iraq has agreed."
    >>> known = {"Cambodia", "Iran", "Iraq"}
    >>> [(n.text, n.fixed) for n in misnamed(told, Span(0, len(told)), known)]
    [('Combodia', 'Cambodia'), ('Iran and Iraq has', 'Iran and Iraq have')]
    """
    yield from _swapped(text, span, names)
    yield from _numbers(text, span, names)


def opens(text: str, span: Span, word: re.Match[str]) -> bool:
    """Whether *word* begins a sentence of *span*."""
    return _ENDED.search(text[max(span.start, word.start() - 6) : word.start()]) is not None


def _swapped(text: str, span: Span, names: AbstractSet[str]) -> Iterator[Noise]:
    """Known names with two inner letters in each other's place.

    Where a sentence begins any word has its capital: there the text must know the name, too.
    """
    for match in _NAME.finditer(text, span.start, span.end):
        word = match.group()
        if word in names or len(word) > LONGEST_NAME or word in _OWN_NAMES:
            continue
        first = opens(text, span, match)
        for meant in _near(word):
            if meant in names and (not first or meant in text):
                yield _told(match.span(), text, meant)
                break


@lru_cache(4_096)
def _near(word: str) -> tuple[str, ...]:
    """What *word* would be with two inner letters in each other's place; of long words also with
    one that is left out, or another vowel.
    """
    inner = range(1, len(word) - 1)
    near = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner[:-1]]
    if len(word) >= LONG_NAME:
        near += [word[:at] + one + word[at:] for at in inner for one in "aeiou" + word[at]]
        vowels = [at for at in inner if word[at] in "aeiou"]
        near += [word[:at] + one + word[at + 1 :] for at in vowels for one in "aeiou"]
    return tuple(near)


def _numbers(text: str, span: Span, names: AbstractSet[str]) -> Iterator[Noise]:
    """A verb for many behind one known name that begins a sentence, and for one behind two."""
    for match in _SUBJECT.finditer(text, span.start, span.end):
        first, second, verb = match.groups()
        if first not in names or not opens(text, span, match):
            continue
        if second is None and verb in _PLURAL_VERBS:
            yield _told(match.span(), text, f"{match.group()}s")
        elif second in names and verb in _SINGULAR and f"{first} and {second}" not in _ONE_STATE:
            good = _SINGULAR[verb]
            yield _told(match.span(), text, f"{first} and {second} {good}")


def _told(ends: tuple[int, int], text: str, fixed: str) -> Noise:
    return Noise(Span(*ends), text[ends[0] : ends[1]], "garbled", fixed)
