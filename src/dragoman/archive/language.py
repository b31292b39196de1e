"""Whether a text is in a language that can be read."""

from __future__ import annotations

import re
from functools import cache
from typing import Protocol

#: Characters from the top that are looked at, and fewer than which nothing is said.
LOOKED_AT, FEWEST = 3_000, 200
#: Certainty, 0 to 1, below which no language is named.
CERTAIN = 0.9
#: Share of words that are among ENGLISH, above which a text is English without more ado:
#: in running English they are about a quarter, in other languages next to none.
ENGLISH_SHARE = 0.15
ENGLISH = frozenset(("the", "of", "and", "to", "that", "with", "said", "for", "by", "on"))

_WORD = re.compile(r"[^\W\d_]+")


class _Identifier(Protocol):
    """What is used of py3langid, which has no types of its own."""

    def classify(self, text: str) -> tuple[str, float]:
        """Return the likeliest language and its probability."""


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of *text*'s language; None if it is too short or unclear."""
    sample = text[:LOOKED_AT]
    words = _WORD.findall(sample.lower())
    if sum(map(len, words)) < FEWEST:
        return None
    if sum(map(ENGLISH.__contains__, words)) >= ENGLISH_SHARE * len(words):
        return "en"
    language, certainty = _identifier().classify(sample.encode("utf-8", "replace").decode())
    return str(language) if certainty >= CERTAIN else None


@cache
def _identifier() -> _Identifier:
    """The model takes a second to load, so only a text that needs it loads it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
