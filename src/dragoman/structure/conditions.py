# On what a threat hangs: the words of the if-clause in its own sentence, where there is one.
# Rule 1: null, never a guess. "As if", "even if" and "asked if" set no condition, and of two
#   if-clauses nobody can tell by the words alone which one is meant.
# Rule 2: who threatens on a condition warns whoever's act the condition is; where it tells no act of somebody
#   known, whoever the harm would be done to.
"""The condition of a conditional sentence, and threats that a speaker makes on one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from dragoman.relations.relation import HARMING, place

Plain = Mapping[str, Any]

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


def spoken_threats(
    claims: Iterable[Plain], events: Iterable[Plain], coded: Iterable[Plain] = ()
) -> list[dict[str, Any]]:
    """Return the threats that are told in a speaker's words and not as an event.

    "Cairo said it would respond if Sudanese planes crossed the border" warns Sudan.

    Args:
        claims: as in ``Reading.to_dict()["claims"]``, with ``report_id``.
        events: those that the claims carry, with ``report_id``, and, where they are known, with
            ``sentence``, ``outlet`` and ``published``.
        coded: THREATEN events: who is told there to threaten with the same word is left out.
    Returns: in the form of THREATEN events with a ``condition``, the id that of the claim. Only
        those whose condition is the act of somebody else with a code, or whose harm falls on one.
    """
    known = {(e.get("report_id"), e["id"]): e for e in events}
    words = {(e.get("report_id"), e["trigger"]["start"]) for e in coded if e.get("trigger")}
    made = []
    for claim in claims:
        report, content, speaker = claim.get("report_id"), claim["content"], claim["speaker"]
        condition = condition_in(content["text"]) if content else None
        if claim["stance"] != "threatens" or condition is None or not speaker["code"]:
            continue
        if claim["cue"] and (report, claim["cue"]["start"]) in words:
            continue
        start = content["start"] + content["text"].index(condition)
        named = [known[report, e] for e in claim["event_ids"] if (report, e) in known]
        inside = [e for e in named if start <= e["start"] and e["end"] <= start + len(condition)]
        warned = {p["code"] for e in inside for p in e["actor"] if p["code"]}
        others = sorted(c for c in warned if place(c) != place(speaker["code"]))
        if not others:
            inside = [e for e in named if e not in inside and e.get("type") in HARMING]
            harmed = {p["code"] for e in inside for p in e["recipient"] if p["code"]}
            others = sorted(c for c in harmed if place(c) != place(speaker["code"]))
        if others:
            told = {key: inside[0].get(key) for key in ("sentence", "outlet", "published")}
            made.append({
                **told, "id": claim["id"], "report_id": report, "type": "THREATEN",
                "status": "actual", "actor": [speaker], "condition": condition,
                "recipient": [{"code": code} for code in others], "evidence": content["text"],
            })  # fmt: skip
    return made
