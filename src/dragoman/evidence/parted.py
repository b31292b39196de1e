# "Too often, he said, the border is shut": a tag that stands in what is said parts it in two.
# Rule 1: what stands before the tag's first comma is said as well as what follows its second.
# Rule 2: not where it only tells when or in what something was said ("in an interview, he said,"),
#   and not behind "and" or "while" where a clause begins: the report goes on.
"""The other side of an inserted "he said"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.evidence.order import SAYING, inserted, is_finite, sets_the_scene
from dragoman.evidence.tails import is_occasion

_MARKS = frozenset({"“", "”", '"', "''", ":"})
_ASKED = frozenset({"asked", "pressed", "questioned"})
_THOUGH = frozenset({"although", "though"})
#: Words that only lead over from the sentence before.
_LINKS = frozenset(
    "also and besides but finally first further furthermore however instead meanwhile moreover "
    "nevertheless nonetheless second similarly still then therefore thus yet".split()
)


def other_side(sentence: Sentence, clause: Clause, said: Span) -> Span | None:
    """What is said on the other side of *clause*, a tag between commas; None for nothing."""
    if clause.lemma not in SAYING:
        return None
    tokens, cue = sentence.tokens, clause.head
    opens = max((t.i for t in tokens[:cue] if t.text == ","), default=0)
    closes = cue + 1
    if not opens or tokens[min(closes, len(tokens) - 1)].text != ",":
        return None
    before, after = tokens[:opens], tokens[closes + 1 :]
    if any(t.text in _MARKS for t in (*before, *after)):
        return None
    if inserted(sentence, clause) is None:
        return None
    if said.start >= clause.token.span.end:
        # What is said must begin where the tag ends.
        at_once = bool(after) and said.start <= after[0].span.end
        return None if not at_once or _leads_up(before) else _span(before)
    if said.end > tokens[opens].span.end or not after or _goes_on(after):
        return None
    return _span(after)


def _span(tokens: Sequence[Token]) -> Span:
    return Span(tokens[0].span.start, tokens[-1].span.end)


def _leads_up(before: Sequence[Token]) -> bool:
    """Whether words before the tag tell of the saying: "asked about it, he said,"."""
    first = before[0].text.lower()
    gerund = before[0].pos == "VERB" and first.endswith("ing")
    linked = all(t.text.lower() in _LINKS or t.pos == "PUNCT" for t in before)
    return first in _ASKED or gerund or linked or is_occasion(before)


def _goes_on(after: Sequence[Token]) -> bool:
    """Whether the report goes on behind the tag: ", he said, and left", ", he said, while Oman …"."""
    if after[0].pos == "CCONJ":
        return is_finite(after) or any(t.pos == "VERB" for t in after[:3])
    return sets_the_scene(after) or after[0].text.lower() in _THOUGH
