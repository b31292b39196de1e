# From a form to the bases it may come from.
# A learnt lemmatizer invents bases for verbs it has not seen ("expelled" →
# "expell"). The almanac is looked up by base, so a base that English cannot make
# from the form is not trusted, and those that it can make are tried as well.
"""The possible base forms of an English word."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.alphabet.lexfile import ALMANAC, rows

_VOWELS = "aeiou"
_BEFORE_ES = ("s", "x", "z", "ch", "sh", "o")


@cache
def _irregular() -> dict[str, tuple[str, ...]]:
    made: dict[str, tuple[str, ...]] = {}
    for _, row in rows(ALMANAC / "clauses" / "irregular.csv", ("form", "base")):
        made[row["form"]] = (*made.get(row["form"], ()), row["base"])
    return made


@lru_cache(maxsize=20_000)
def bases(form: str) -> tuple[str, ...]:
    """Return the bases that *form* may come from, itself last.

    >>> bases("expelled")
    ('expel', 'expell', 'expelle', 'expelled')
    >>> bases("withdrew")
    ('withdraw', 'withdrew')
    """
    word = form.lower()
    irregular = _irregular().get(word, ())
    return tuple(dict.fromkeys((*irregular, *_regular(word), word)))


def _regular(word: str) -> list[str]:
    if len(word) < 4:
        return []
    if word.endswith("ied"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("ed"):
        return [*_undoubled(word[:-2]), word[:-2], word[:-1]]
    if word.endswith("ying"):
        return [word[:-3], word[:-4] + "ie"]
    if word.endswith("ing"):
        return [*_undoubled(word[:-3]), word[:-3], word[:-3] + "e"]
    if word.endswith("ies"):
        return [word[:-3] + "y", word[:-1]]
    if word.endswith("es"):
        # "Aides" are not aids: only a hiss or a vowel takes -es.
        return [word[:-1], word[:-2]] if word[:-2].endswith(_BEFORE_ES) else [word[:-1]]
    if word.endswith("s") and not word.endswith("ss"):
        return [word[:-1]]
    return []


def _undoubled(stem: str) -> list[str]:
    """ "expell" → "expel": a doubled consonant after a vowel."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS and stem[-3] in _VOWELS:
        return [stem[:-1]]
    return []


@lru_cache(maxsize=1 << 16)
def lemmas(form: str, lemma: str) -> tuple[str, ...]:
    """The bases to look a word up by: the parser's first, if English can make the form from it.

    Bases that are no words ("blam" for "blamed") do no harm: nothing is listed under them.

    >>> lemmas("said", "say")
    ('say',)
    >>> lemmas("blamed", "blam")
    ('blam', 'blame', 'blamed')
    """
    lower = lemma.lower()
    possible = bases(form)
    if lower in _irregular().get(form.lower(), ()):
        return (lower,)
    if lower in possible:
        return tuple(dict.fromkeys((lower, *possible)))
    return (*possible, lower)
