# Which state a report is set in: whose police "the police" are when other states are named beside it.
# Rule 1: it is named early, more than three times as often as any other, by its people and places too; once
#   and a half as often is enough where the reporter sits in it, or the headline names it alone.
# Rule 2: a report of two states on equal terms is set in neither.
"""The state that a whole report is set in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.clauses.clause import Sentence
from dragoman.entities.actor import Mention

#: Kinds of names that tell of nobody's state.
_NOWHERE = frozenset({"outlet", "company", "name"})
_LEAD = 3  #: how much more often than any other state it is named
_LEAD_THERE = 1.5  #: the same, if its dateline or headline is of it
_LEAST = 3  #: how often it must be named
_OPENING_OF_PAGE = 4  #: sentences before which a dateline stands
_OPENING = 2  #: sentences by which it has been named


class Homes:
    """The state that one report is set in."""

    def __init__(self, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> None:
        named = [m for m in mentions if m.country and m.kind not in _NOWHERE]
        counts = Counter(m.country for m in named)
        opening = sentences[min(_OPENING, len(sentences)) - 1].span.end if sentences else 0
        early = {m.country for m in named if m.span.start < opening}
        ranked = [*counts.most_common(2), (None, 0), (None, 0)]
        (first, most), (second, next_most) = ranked[:2]
        seats = _seats(sentences, named)
        there = first in seats or _heads(sentences, named) == {first}
        lead = _LEAD_THERE if there else _LEAD
        leads = most >= _LEAST and most > lead * next_most and first in early
        self.country: str | None = first if leads else None  #: alpha-3
        #: Whose rulers need no state before their title: the state named most that is in the dateline, or in
        #: the headline alone, or the other of the two that the report is about, if it is told from there.
        self.told_from = self.country or (first if there else None)
        if self.told_from is None:
            self.told_from = second if second in seats and 2 * next_most >= most else None


def _seats(sentences: Sequence[Sentence], named: Sequence[Mention]) -> frozenset[str | None]:
    """The states of the places in capitals before the first whole sentences: "[ABIDJAN], Aug. 20 —"."""
    places = [m for m in named if m.text.isupper() and m.kind in ("capital", "city")]
    opening = sentences[:_OPENING_OF_PAGE]
    told = [s.span for s in sentences]
    return frozenset(
        m.country
        for m in places
        if opening and m.span.start < opening[-1].span.end
        if not any(s.holds(m.span) for s in told)
    )


def _heads(sentences: Sequence[Sentence], named: Sequence[Mention]) -> set[str | None]:
    """The states that a headline names: a first sentence without a full stop."""
    first = next(iter(sentences), None)
    if first is None or first.tokens[-1].text in (".", "!", "?", "”", '"'):
        return set()
    return {m.country for m in named if first.span.holds(m.span)}
