# On what a threat hangs: the words of the if-clause in its own sentence, where there is one.
# Rule: null, never a guess. "As if", "even if" and "asked if" set no condition, and of two
#   if-clauses nobody can tell by the words alone which one is meant.
"""The condition of a conditional sentence."""

from __future__ import annotations

import re

_OPENING = re.compile(r"\b(?:if|unless)\s+", re.IGNORECASE)
_NO_CONDITION = re.compile(
    r"\b(?:as|even|what|only|ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|see|know|knows|knew|doubt(?:s|ed)?)\s+$",
    re.IGNORECASE,
)
_END = re.compile(r"[,;:.!?\"“”()—]|\s–\s")
#: Words, at least, of a clause with a subject and a verb; "if so" and "if any" are none.
_LEAST = 3


def condition_in(sentence: str | None) -> str | None:
    """Return the words of the one if-clause of *sentence*; None where there is none, or several.

    >>> condition_in("Moscow warned of war if missiles were sent to Kyiv, officials said.")
    'if missiles were sent to Kyiv'
    """
    opened = list(_OPENING.finditer(sentence or ""))
    if len(opened) != 1 or sentence is None:
        return None
    start = opened[0].start()
    if _NO_CONDITION.search(sentence[:start]):
        return None
    end = _END.search(sentence, opened[0].end())
    words = sentence[start : end.start() if end else len(sentence)].strip()
    return words if len(words.split()) > _LEAST else None
