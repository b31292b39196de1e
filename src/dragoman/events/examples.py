# Acts told as parts of another: "its coercion of Chad has included a ban on fish".
# Rule: a part has the parties of the whole only where its own words name nobody.
"""Acts that are given as examples of another act, with its parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dragoman.clauses.clause import Clause
from dragoman.events.draft import Draft

_INCLUDING = frozenset({"include", "comprise", "entail"})


def with_examples(
    by_head: Mapping[int, Clause],
    drafts: dict[int, Draft],
    seen: Mapping[int, Draft],
) -> dict[int, Draft]:
    """Acts named as part of another have its parties: "its coercion of Chad has included a ban"."""
    made = dict(drafts)
    if not drafts or next(iter(drafts.values())).frame.clause.sentence.words.isdisjoint(_INCLUDING):
        return made
    for head, clause in by_head.items():
        if clause.kind != "noun" or (whole := _whole_of(clause, by_head, drafts)) is None:
            continue
        part = drafts.get(head) or seen.get(head)
        if part is None or part.reciprocal or whole.reciprocal or part.sides == 2:
            continue
        actor = part.actor if any(p.known for p in part.actor) else whole.actor
        known = any(p.known for p in part.recipient)
        filled = replace(part, actor=actor, recipient=part.recipient if known else whole.recipient)
        if filled.sides == 2:
            made[head] = filled
    return made


def _whole_of(
    clause: Clause, by_head: Mapping[int, Clause], drafts: dict[int, Draft]
) -> Draft | None:
    """The act that a noun is given as a part of, behind "including" or as what it "includes"."""
    above = by_head.get(clause.governor) if clause.governor is not None else None
    if above is not None and _INCLUDING & set(above.lemmas):
        subjects = above.slots.get("subject", ())
        return next((drafts[i] for i in subjects if i in drafts), None)
    if not any(t.lemma in _INCLUDING for t in clause.sentence.children(clause.head, "case")):
        return None
    path = (drafts[t.i] for t in clause.sentence.path_up(clause.head) if t.i in drafts)
    return next(path, None)
