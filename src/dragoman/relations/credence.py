# What one act in one text is worth: how far it is believed, and how much it weighs if it is true.
# Belief asks who says so and how firmly; size asks what was done, how long ago, shared by how many.
"""Belief and size of single acts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from dragoman.alphabet.errors import AlmanacError
from dragoman.alphabet.lexfile import ALMANAC, rows
from dragoman.entities.actor import APART, PRIVATE
from dragoman.relations.relation import WEIGHTS

#: How far one text is believed, by who vouches for the act: the report itself, …
VOICES = {
    "own": 1.0,  # the report says it in its own voice
    "doer": 0.9,  # who did it says so: an admission, or a boast
    "third": 0.8,  # somebody named who is neither of the two
    "unnamed": 0.7,  # somebody who is not named, or has no code
    "other": 0.5,  # only the other side of the pair says so
}
#: … and less where the claim that carries the act denies or doubts it.
STANCES = {"denies": 0.25, "questions": 0.5, "declines": 0.5}
#: No single text is believed beyond this: a second one always adds something.
MOST = 0.95
#: An act of no known day counts as if one half-life had passed, in the window of all time only.
UNDATED = 0.5
#: Half-life in days of a type that the almanac does not know.
HALF_LIFE = 180.0
#: What is of no other status says nothing of how two stand now: negated acts, former friends.
COUNTED = ("actual", "possible", "requested")

Act = Mapping[str, Any]


@cache
def load_half_lives() -> dict[str, float]:
    """Days until an act of a type counts half; ``STATED`` is an outright statement.

    Raises: AlmanacError if a half-life is no positive number.
    """
    path = ALMANAC / "relations" / "half_lives.csv"
    made = {}
    for line, row in rows(path, ("type", "half_life_days", "source")):
        value = row["half_life_days"]
        if not value.isdecimal() or int(value) == 0:
            raise AlmanacError(path, line, f"half-life is {value!r}.", "Write whole days above 0.")
        made[row["type"]] = float(value)
    return made


def counts(act: Act) -> bool:
    """Whether an act says anything of how two states or organisations stand.

    What somebody threatens that another may do is what his threat hangs on, and says nothing.
    """
    confidence = act.get("confidence")
    by_private = _ends(act.get("actor"), act["source"], PRIVATE)
    with_private = act.get("mutual") and _ends(act.get("recipient"), act["target"], PRIVATE)
    return (
        act["score"] != 0
        and act["status"] in COUNTED
        and act.get("share", 1) > 0
        and (confidence is None or confidence > 0)
        and not _ends(act.get("actor"), act["source"], APART)
        and not _ends(act.get("recipient"), act["target"], APART)
        and not (by_private or with_private or _is_condition(act))
    )


def belief(act: Act) -> float:
    """How far one text is believed that an act took place, 0 to MOST."""
    confidence = act.get("confidence")
    vouched = WEIGHTS[act["status"]] * _voice(act) * (1.0 if confidence is None else confidence)
    return min(MOST, vouched)


def size(act: Act, age: int | None) -> float:
    """What an act weighs once it is believed, 0 to 1: its score, share and recency.

    *age*: days between it and the window's last day; None if its day is unknown.
    """
    kind = "STATED" if act.get("kind") == "stated" else act.get("type")
    half_life = load_half_lives().get(kind or "", HALF_LIFE)
    recency = UNDATED if age is None else 2.0 ** (-age / half_life)
    return float(min(abs(act["score"]) / 10, 1) * act.get("share", 1) * recency)


def _voice(act: Act) -> float:
    if act.get("claim_id") is None:
        return VOICES["own"]
    speaker = act.get("speaker")
    if speaker is None:
        who = "unnamed"
    elif _is_of(speaker, act["source"]):
        who = "doer"
    else:
        who = "other" if _is_of(speaker, act["target"]) else "third"
    return VOICES[who] * STANCES.get(act.get("stance") or "", 1.0)


def _is_of(code: str, place: str) -> bool:
    return code == place or code.startswith(place + "-")


def _ends(code: str | None, place: str, sectors: tuple[str, ...]) -> bool:
    return code is not None and code != place and code.endswith(sectors)


def _is_condition(act: Act) -> bool:
    """Whether it is what a threat hangs on: "Cairo will respond if Sudan attacks"."""
    if act.get("stance") != "threatens" or act["status"] == "actual":
        return False
    speaker = act.get("speaker")
    return speaker is None or not _is_of(speaker, act["source"])
