"""Words for the other side of a war that name nobody."""

from __future__ import annotations

_FOES = frozenset({"aggressor", "enemy", "invader", "occupier"})


def is_foe(words: str) -> bool:
    """Whether *words* mean whoever is on the other side: "the enemy", "occupiers"."""
    word = words.lower().removeprefix("the ")
    return word in _FOES or word.removesuffix("s") in _FOES or word == "enemies"


#: What is done to a state by others, or in secret: where it happened says nobody's guilt.
OUTRAGES = frozenset(
    "abduction ambush assassination attack blast bombing explosion kidnapping shooting".split()
)
