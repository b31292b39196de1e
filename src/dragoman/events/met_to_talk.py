# "Met to discuss the border" is one meeting.
# Rule: talks that another meeting is held for are that meeting; who takes part in them takes part in it.
"""Talks that a meeting is for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.clauses.clause import Clause
from dragoman.events.draft import Draft

_FOR = ("advcl", "xcomp", "acl")


def met_to_talk(drafts: Mapping[int, Draft], by_head: Mapping[int, Clause]) -> dict[int, Draft]:
    """The acts, with a meeting and the talks that it is for told once."""
    made = dict(drafts)
    for head, talks in drafts.items():
        clause = talks.frame.clause
        if talks.sense.type != "CONSULT" or clause.kind != "verb":
            continue
        marks = clause.sentence.children(head, "mark")
        if clause.relation not in _FOR or not any(m.text.lower() == "to" for m in marks):
            continue
        meeting = _meeting(made, clause, by_head)
        if meeting is None or meeting.head == head:
            continue
        del made[head]
        if meeting.recipient or meeting.reciprocal or not (talks.recipient or talks.reciprocal):
            continue
        acting = {p.code for p in meeting.actor}
        others = talks.recipient or tuple(p for p in talks.actor if p.code not in acting)
        made[meeting.head] = replace(meeting, recipient=others)
    return made


def _meeting(
    made: Mapping[int, Draft], clause: Clause, by_head: Mapping[int, Clause]
) -> Draft | None:
    """The meeting for which something is done: the act above, or one that its verb carries."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is None:
        return None
    carried = (
        d for d in made.values() if d.frame.light is not None and d.frame.light.head == above.head
    )
    for found in (made.get(above.head), *carried):
        if found is not None and found.sense.type == "CONSULT":
            return found
    return None
