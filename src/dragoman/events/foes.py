"""Words for the other side of a war that name nobody."""

from __future__ import annotations

_FOES = frozenset({"aggressor", "enemy", "invader", "occupier"})
#: Whoever attacks one of these attacks whom he fights.
_VICTIMS = frozenset({"country", "nation", "neighbor", "neighbour", "state"})
_BEFORE = frozenset(
    "another democratic independent its neighboring neighbouring other peaceful smaller sovereign their".split()
)

#: What is done to a state by others, or in secret: where it happened says nobody's guilt.
OUTRAGES = frozenset(
    "abduction ambush assassination attack blast bombing explosion kidnapping shooting".split()
)


def is_foe(words: str) -> bool:
    """Whether *words* mean whoever is on the other side: "the enemy", "occupiers"."""
    word = words.lower().removeprefix("the ")
    return word in _FOES or word.removesuffix("s") in _FOES or word == "enemies"


def is_victim(words: str) -> bool:
    """Whether *words* may mean whomever a state fights: "the enemy", "another country", "its neighbour"."""
    *before, last = words.lower().removeprefix("the ").split() or [""]
    return is_foe(words) or (last in _VICTIMS and _BEFORE.issuperset(before))
