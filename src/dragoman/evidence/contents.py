# What a word of saying says: its clause, its object, the quotation by it, or what word order shows.
# Rule: grammar first; a quotation that stands in the words found belongs to them, one beside them
#   is what is said. Word order mends what the tree misses.
"""The content of a word of saying, from all that shows it."""

from __future__ import annotations

import re
from dataclasses import replace

from dragoman.alphabet.span import Span
from dragoman.clauses.clause import Clause
from dragoman.evidence.asides import DOING
from dragoman.evidence.cues import Cue
from dragoman.evidence.direct import mixed, near
from dragoman.evidence.extent import has_verb, mended, undated
from dragoman.evidence.hearsay import impersonal
from dragoman.evidence.indirect import complement
from dragoman.evidence.order import (
    SAYING,
    after,
    before,
    clause_follows,
    inserted,
    named,
    spoken_between,
    unseated,
)
from dragoman.evidence.page import Content, Page
from dragoman.evidence.quotes import Quote

#: What goes on behind a quotation is another matter: “renting out the navy,” and fishermen marched.
_NEXT = re.compile('[,.][”"’]+ (?:and|but|while|as) ')


def content_of(page: Page, clause: Clause, cue: Cue, quotes: list[Quote]) -> Content | None:
    """What *clause*, a word of saying, says by its grammar or its quotation; None for nothing."""
    if (told := impersonal(clause)) is not None and "clause" in cue.takes:
        shown, quoted = mixed(page, told, quotes)
        return Content(shown, quoted)
    direct = None
    # "Asked about it, he said": the quotation is the answer.
    asked = clause.head == 0 and "VerbForm=Part" in clause.token.feats
    if "clause" in cue.takes and not asked:
        direct = near(page, clause, quotes)
    found = complement(page, clause, cue, direct is not None)
    if found is not None and direct is not None and _framed(page, clause, found.span, direct):
        return Content(direct, True)
    if found is None and direct is not None:
        found = _around(page, complement(page, clause, cue, False), direct)
    if found is not None:
        whole = found.span
        if "clause" in cue.takes:
            whole = mended(clause.sentence, clause, whole, quotes)
            if whole.start > clause.token.span.start:
                whole = undated(page.text, whole)
        span, quoted = mixed(page, whole, quotes)
        return Content(span, quoted, found.own, thing=found.thing)
    return Content(direct, True) if direct is not None else None


def _around(page: Page, found: Content | None, direct: Span) -> Content | None:
    """*found* if it has the quotation within its words: "noted the “kind of problems” he had"."""
    if found is None or not found.span.holds(direct) or found.span == direct:
        return None
    words = page.text[found.span.start : found.span.end]
    lead = re.split('[“"‘]', words, maxsplit=1)[0].strip()
    if not lead or any(mark in lead for mark in ",:;–—("):
        return None
    if _NEXT.match(page.text, direct.end - 1, found.span.end):
        return replace(found, span=Span(found.span.start, direct.end))
    return found


def _framed(page: Page, clause: Clause, before: Span, direct: Span) -> bool:
    """ "Asked about it, he said, “…”": what stands before the cue only leads up to the quotation."""
    cue = clause.token.span
    if before.end > cue.start or direct.start < cue.end or before.touches(direct):
        return False
    gap = page.text[cue.end : direct.start].rstrip("“\"'‘ ")
    return gap.endswith((",", ":"))


def by_order(
    page: Page,
    clause: Clause,
    words: Cue,
    subject: tuple[int, ...],
    content: Content | None,
) -> tuple[Content, tuple[int, ...]] | None:
    """Content and speaker by word order, where the tree misses one of them."""
    if clause.kind != "verb" or "clause" not in words.takes:
        return None
    sentence = clause.sentence
    if clause.passive and not (clause.token.dep == "acl" and clause_follows(sentence, clause.head)):
        return None  # but "Oman [said] its share …" only looks like "what was said"
    subject = tuple(i for i in subject if sentence.tokens[i].pos != "NUM")  # "13:55 “We …"
    quotes = page.quotes_of(sentence)
    cue = clause.token.span
    if any(q.inner.holds(cue) for q in quotes):
        return None
    if (
        not subject
        and (found := unseated(sentence, clause, content.span if content else None)) is not None
    ):
        shown, quoted = mixed(page, found[0], quotes)
        return Content(shown, quoted), (found[1],)
    between = spoken_between(sentence, clause)
    if between is not None and (between not in subject[:1] or clause.lemma == "tell"):
        # "The border, she added, “is …”": whoever stands next to the cue
        pronoun = sentence.tokens[between].pos == "PRON"
        part = (
            content is None or content.span.start > cue.end or not has_verb(sentence, content.span)
        )
        if (pronoun or part) and (sides := inserted(sentence, clause)) is not None:
            quoted = any(q.span.touches(sides[0]) for q in quotes)
            return Content(sides[0], quoted, more=sides[1]), (between,)
        if content is not None:
            return content, (between,)
    saying = clause.lemma in SAYING
    if content is None and not (saying or words.mind or clause.lemma in DOING):
        saying = set(clause.slots) <= {"subject", "on", "in"}  # ", a minister warned on Sunday"
    if content is None and (sides := inserted(sentence, clause)) is not None:
        closing = max(t.i for t in sentence.tokens[: clause.head] if t.text in (",", "”", '"'))
        speaker = named(sentence, clause.head, closing)
        if speaker is not None:
            return Content(sides[0], False, more=sides[1]), (speaker,)
    found = before(sentence, clause) if saying or (content and not subject) else None
    if found is not None and sentence.child(clause.head, "obj") is not None:
        own = (sentence.tokens[i] for i in subject if sentence.tokens[i].head == clause.head)
        if any(found[0].holds(t.span) for t in own):
            found = None  # "The Taliban, known as the TTP, claimed responsibility"
    if found is not None and (content is None or found[1] not in subject):
        span, speaker = found
        shown, quoted = mixed(page, span, [q for q in quotes if q.span.end <= cue.start])
        return Content(shown, quoted), (speaker,)
    if content is None and (rest := after(sentence, clause)) is not None:
        shown, quoted = mixed(page, rest, quotes)
        return Content(shown, quoted), clause.slots["subject"]
    return None
