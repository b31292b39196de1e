# Which act a time belongs to.
# Rule 1: a time belongs to the first verb above it; an event takes the time of its own verb.
# Rule 2: a year or a month before a noun dates what the noun names, and no verb.
"""The times of the acts that one sentence tells."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.clauses.clause import Sentence, Token
from dragoman.events.dates import Time
from dragoman.events.draft import Draft


def times_of_acts(
    sentence: Sentence, drafts: dict[int, Draft], times: Sequence[Time]
) -> dict[int, Time]:
    """Return the times of the acts of a sentence, by the head of their clause."""
    carriers = {d.frame.light.head: head for head, d in drafts.items() if d.frame.light}
    carriers |= {head: head for head in drafts}
    found: dict[int, Time] = {}
    for time in times:
        if time.value is None:
            continue
        inside = [t for t in sentence.tokens if t.span.touches(time.span)]
        if not inside:
            continue
        top = min(inside, key=lambda t: sentence.depths[t.i])
        named = time.precision in ("year", "month") and _is_of_thing(sentence, top)
        for above in sentence.path_up(top.i):
            if above.i in carriers:
                found.setdefault(carriers[above.i], time)
                break
            if above.pos == "VERB" or named:
                break
    return found


def _is_of_thing(sentence: Sentence, year: Token) -> bool:
    """ "Quit a [2018] accord": the year is the accord's; not "fought in the [2018] war"."""
    noun = sentence.tokens[year.head]
    case = sentence.child(noun.i, "case")
    during = noun.relation == "obl" and case is not None and case.text.lower() in ("in", "during")
    return year.dep in ("compound", "nummod", "amod") and not during
