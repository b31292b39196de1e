# Quotations: which one is a verb's content, and which goes on with its speaker.
# Rule 1: a quotation is content without its marks; where a clause leads into it,
#   the whole clause is, with the marks inside.
# Rule 2: a quotation without a verb of its own belongs to the last speaker, only
#   where news does so: later in the passage, or as the whole of the next one.
"""Direct and mixed speech."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict

from dragoman.alphabet.calendar import WEEKDAYS
from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.clauses.clause import Clause
from dragoman.evidence.claim import Claim
from dragoman.evidence.cues import load_cues
from dragoman.evidence.nesting import Cover
from dragoman.evidence.order import SAYING
from dragoman.evidence.page import Page
from dragoman.evidence.quotes import Quote

_NOMINAL = frozenset({"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"})
_MARKS = " ,:“\"'‘"
#: Relations of a word that opens a clause or its subject, not one that belongs to the cue.
_OPENERS = frozenset({"nsubj", "det", "nmod:poss", "amod", "compound", "nmod", "expl"})
#: Words that lead in when something was said, not what.
_MEANWHILE = frozenset("when after while before because although though since until".split())
_LONG = 4  #: letters of a word that has a capital in a title
_FAR = 4  #: words between a cue and what may be a title
_FEWEST = 3  #: words of a quotation that no mark shows to be a whole one
_NEAR = 12  #: words between a cue and its quotation
_LONE = 5  #: words of a quotation that can stand without a verb of its own


def near(page: Page, clause: Clause, quotes: list[Quote]) -> Span | None:
    """The quotation close to a cue that has no other content."""
    cue = clause.token.span
    joined = _joined(clause) or _goes_on(clause)
    for quote in quotes:
        if joined and quote.span.end <= cue.start:
            continue  # "said it was “a lie” and demanded an apology"
        if _anothers(clause, quote) or _before_another(clause, quote):
            continue  # "promised help and boasted that it was “on its way”"
        if _is_title(page.text, clause, quote):
            continue  # "agreed to talk for a series on “Voices of War”"
        start, end = min(quote.span.end, cue.end), max(quote.span.start, cue.start)
        close = len(page.text[start:end].split()) <= _NEAR
        if close and (not _shorter(page.text, quote, _FEWEST) or _is_answer(page.text, cue, quote)):
            return _led_in(page.text, clause, quote)
    return None


def _joined(clause: Clause) -> bool:
    """Whether "and" alone stands before the cue: it goes on with another act of saying."""
    before = [t for t in clause.sentence.tokens[: clause.head] if t.pos not in ("ADV", "AUX")]
    return clause.token.relation == "conj" and bool(before) and before[-1].text in ("and", "but")


def _goes_on(clause: Clause) -> bool:
    """Whether a participle behind a comma is the cue: “We will stay,” he said, [citing] the risks."""
    tokens, cue = clause.sentence.tokens, clause.token
    before = [t for t in tokens[: cue.i] if t.pos != "ADV"]
    return cue.text.endswith("ing") and bool(before) and before[-1].text == ","


def _anothers(clause: Clause, quote: Quote) -> bool:
    """Whether a word of saying that goes on from the cue stands between it and *quote*."""
    cues, tokens = load_cues(), clause.sentence.tokens
    return any(
        t.pos == "VERB"
        and ("verb", t.lemma.lower()) in cues
        and (t.relation == "conj" or (t.text.endswith("ing") and tokens[t.i - 1].text == ","))
        for t in tokens[clause.head + 1 :]
        if t.span.end <= quote.span.start
    )


def _before_another(clause: Clause, quote: Quote) -> bool:
    """Whether the cue stands in a clause behind *quote* that only says when: “No,” he said [when] Lima asked."""
    between = [t for t in clause.sentence.tokens[: clause.head] if t.span.start >= quote.span.end]
    return any(t.text.lower() in _MEANWHILE for t in between)


def _is_title(text: str, clause: Clause, quote: Quote) -> bool:
    """Whether *quote*, far behind words alone, is the name of a thing: its words have capitals."""
    gap = text[clause.token.span.end : quote.span.start]
    words = [word for word in quote.inner.of(text).split() if len(word) >= _LONG]
    return (
        gap.rstrip()[-1:].isalnum()
        and len(gap.split()) > _FAR
        and len(words) > 1
        and all(word[0].isupper() for word in words)
    )


def _led_in(text: str, clause: Clause, quote: Quote) -> Span:
    """The quotation, with the words of the clause that leads into it: "said voting “is rigged”"."""
    cue = clause.token.span
    gap = text[cue.end : quote.span.start] if quote.span.start > cue.end else ""
    lead = gap.rstrip()
    if not lead or not lead[-1].isalnum() or any(mark in gap for mark in ",:;–—("):
        return quote.inner
    that = gap.find(" that ")
    if that >= 0:
        return Span(cue.end + that + 1, quote.inner.end)
    after = [t for t in clause.sentence.tokens if t.span.start > cue.end]
    starts = after and after[0].relation in _OPENERS
    if after and not starts and clause.lemma in SAYING and text[quote.inner.start].islower():
        # "said anybody who complains “is losing”": the quotation goes on with a clause.
        starts = after[0].pos in _NOMINAL and after[0].text not in WEEKDAYS
    return Span(after[0].span.start, quote.inner.end) if starts else quote.inner


def mixed(page: Page, said: Span, quotes: list[Quote]) -> tuple[Span, bool]:
    """*said* brought into line with the quotations it touches, and whether it is one."""
    for quote in quotes:
        inner = quote.inner
        gap = page.text[said.end : quote.span.start].strip()
        if said.end <= quote.span.start and gap in ("", "that"):
            # "said it hopes [“to go on”]": nothing parts the two.
            said = Span(said.start, inner.end)
        if not said.touches(inner):
            continue
        if page.text[said.start : quote.span.start].strip(_MARKS):
            # "said that voting was “rigged”": the words before the marks are said as well.
            return Span(said.start, max(said.end, inner.end)), True
        shared = min(said.end, inner.end) - max(said.start, inner.start)
        if shared >= 0.8 * (said.end - said.start):
            return inner, True
    return said, any(said.holds(q.inner) for q in quotes)


def lone_quotes(page: Page) -> None:
    """Give the quotations that no verb claims to the speaker who goes on in them."""
    cover = Cover(page.made)
    at_home: dict[int, list[Claim]] = defaultdict(list)
    starts = [p.span.start for p in page.passages]
    for claim in page.made:
        at_home[bisect_right(starts, claim.content.start) - 1].append(claim)
    for index, quotes in enumerate(page.quotes):
        for quote in quotes:
            short = _shorter(page.text, quote, _LONE) and not _is_sentence(page.text, quote)
            if short or _claimed(cover, quote):
                continue
            before = _going_on(page.passages[index], at_home[index], at_home[index - 1], quote)
            if before is None:
                continue
            if not page.passages[index].span.holds(before.cue):
                # A paragraph of its own is a claim of its own, by the same words.
                page.speech(before.speaker, before.cue, quote.inner)
                at_home[index].append(page.made[-1])
                continue
            longer = page.extend(before, quote.inner)
            at_home[index] = [longer if c is before else c for c in at_home[index]]
    _led_up(page)
    page.made.sort(key=lambda c: (c.content.start, c.cue.start))


def _claimed(cover: Cover, quote: Quote) -> bool:
    """Whether a word of saying outside the quotation has it; those inside only nest in it."""
    return any(not quote.inner.holds(c.cue) for c in cover.touching(quote.inner))


def _led_up(page: Page) -> None:
    """Give a quotation that no mark closes to whoever goes on with it in the next passage."""
    for index in range(len(page.quotes) - 2, -1, -1):
        here, after = page.quotes[index], page.quotes[index + 1]
        if not here or not after or here[-1].closed:
            continue
        cover = Cover(page.made)
        if after[0].span.start > page.passages[index + 1].span.start + 1 or _claimed(
            cover, here[-1]
        ):
            continue
        owners = [c for c in cover.touching(after[0].inner) if not after[0].inner.holds(c.cue)]
        if owners:
            page.extend(owners[0], here[-1].inner)


def _shorter(text: str, quote: Quote, words: int) -> bool:
    return len(quote.inner.of(text).split()) < words


def _is_answer(text: str, cue: Span, quote: Quote) -> bool:
    """Whether a quotation of a word or two is all that is said: “No,” he said; said: “Never.”"""
    words = quote.inner.of(text).strip()
    if not words or not words[0].isupper():
        return False
    if quote.span.start > cue.start:
        return text[: quote.span.start].rstrip().endswith((",", ":")) and words[-1] in ".!?"
    return words[-1] in ",!?" or text.startswith(",", quote.span.end)


def _is_sentence(text: str, quote: Quote) -> bool:
    """Whether a quotation is a sentence of its own, however short: “Everybody lost.”"""
    words = quote.inner.of(text).strip()
    return " " in words and words[0].isupper() and words[-1] in ".!?"


def _going_on(
    passage: Passage, here: list[Claim], before: list[Claim], quote: Quote
) -> Claim | None:
    """The claim whose speaker goes on in *quote*."""

    def last(claims: list[Claim]) -> Claim | None:
        found = [
            c
            for c in claims
            if c.quoted and c.speaker.text and c.pieces[-1].end <= quote.span.start
        ]
        return max(found, key=lambda c: c.pieces[-1].end, default=None)

    same = last(here)
    if same is not None:
        return same
    alone = quote.span.start - passage.span.start <= 1 and passage.span.end - quote.span.end <= 1
    return last(before) if alone else None
