# Sentences → claims.
# Rule 1: a word of saying alone is no claim; there must be content, as a clause or
#   a quotation, and it is kept as characters of the report.
# Rule 2: who speaks is read from grammar. A pronoun is the last speaker it can be;
#   where nobody can be, the speaker stays unresolved.
# Rule 3: claims rewrite no event. They point at those inside their content.
"""Attribution: direct, indirect and mixed speech, and who is behind it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.cues import Cue, load_cues
from dragoman.evidence.first_person import settle
from dragoman.evidence.nesting import Cover, link, nest
from dragoman.evidence.quotes import Quote, find_quotes
from dragoman.evidence.speakers import NOBODY, Speakers, trimmed

_MARKS = " ,:“\"'‘"


@dataclass
class _Page:
    """What one report's attribution works on."""

    text: str
    passages: Sequence[Passage]
    quotes: list[tuple[Quote, ...]]
    speakers: Speakers
    made: list[Claim] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)

    def claim(self, speaker: Speaker, cue: Span, content: Span, stance: str, quoted: bool) -> None:
        content = trimmed(self.text, content)
        if content.end <= content.start:
            return
        made_id = content_id("claim", cue.start, cue.end, content.start, content.end)
        self.made.append(
            Claim(
                id=made_id, speaker=speaker, cue=cue, content=content, stance=stance, quoted=quoted
            )
        )


def attribute(
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    resolver: Resolver,
    events: Sequence[Event],
) -> tuple[tuple[Claim, ...], tuple[Event, ...], tuple[Skipped, ...]]:
    """Return the claims of a report, its events with their ``claim_id``, and what was passed over."""
    text = resolver.text
    page = _Page(
        text,
        passages,
        [find_quotes(text, p.span) for p in passages],
        Speakers(text, resolver),
    )
    for sentence in sentences:
        _read(page, sentence)
    _lone_quotes(page)
    nested = nest(page.made)
    _, carried = link(nested, events)
    kept, passed = settle(text, nested, carried)
    claims, kept = link(nested, kept)
    return claims, kept, (*page.skipped, *passed)


def _read(page: _Page, sentence: Sentence) -> None:
    cues = load_cues()
    for clause in sentence.clauses:
        if clause.kind == "verb":
            cue = _cue(clause, cues)
            if cue is not None and not clause.negated:
                _verb(page, clause, cue)
        elif clause.kind == "noun" and ("noun", clause.lemma) in cues:
            _noun(page, clause, cues["noun", clause.lemma])
        for preposition, heads in clause.slots.items():
            if ("phrase", preposition) in cues:
                for head in heads:
                    _according(page, clause, head, cues["phrase", preposition])


def _cue(clause: Clause, cues: dict[tuple[str, str], Cue]) -> Cue | None:
    for lemma in clause.lemmas:
        for preposition in clause.slots:
            if (found := cues.get(("verb", f"{lemma} {preposition}"))) is not None:
                return found
        if (found := cues.get(("verb", lemma))) is not None:
            return found
    return None


def _verb(page: _Page, clause: Clause, cue: Cue) -> None:
    sentence = clause.sentence
    own = _own_words(sentence, clause)
    content = _content(page, clause, cue, own)
    if content is None:
        return
    span, quoted = content
    subject = clause.slots.get("subject", ())
    subject = tuple(i for i in subject if not span.holds(sentence.tokens[i].span))
    speaker = page.speakers.of(sentence, subject[0]) if subject else NOBODY
    if speaker is None:
        return
    if not subject and not quoted and clause.passive:
        # "was said to": nobody says it.
        page.skipped.append(
            Skipped("evidence", "no speaker is named", clause.token.span, clause.token.text)
        )
    stance = cue.stance
    page.claim(speaker, _cue_span(clause), span, stance, quoted)


def _own_words(sentence: Sentence, clause: Clause) -> Span:
    """From the speaker to the cue: what cannot be content."""
    spans = [clause.token.span]
    spans += [sentence.tokens[i].span for i in clause.slots.get("subject", ())[:1]]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


def _cue_span(clause: Clause) -> Span:
    """The verb with its auxiliaries before it and its particle after: "has said", "pointed out"."""
    sentence = clause.sentence
    start, end = clause.token.span.start, clause.token.span.end
    at = clause.head
    for child in reversed(list(sentence.children(clause.head, "aux", "advmod"))):
        if child.i == at - 1:
            at = child.i
            start = child.span.start
    particle = sentence.child(clause.head, "compound:prt")
    if particle is not None and particle.i == clause.head + 1:
        end = particle.span.end
    return Span(start, end)


def _content(page: _Page, clause: Clause, cue: Cue, own: Span) -> tuple[Span, bool] | None:
    """The content of a verb of saying and whether it is a quotation."""
    sentence = clause.sentence
    quotes = page.quotes[sentence.passage] if sentence.passage < len(page.quotes) else ()
    inside = [q for q in quotes if q.span.touches(sentence.span) and not q.span.touches(own)]
    said: Span | None = None
    for child in sentence.children(clause.head, "ccomp", "parataxis", "xcomp", "advcl"):
        if child.dep == "advcl" and not any(
            m.lemma in ("of", "for", "against") for m in sentence.children(child.i, "mark")
        ):
            continue
        if child.dep == "parataxis" and not any(q.span.holds(child.span) for q in inside):
            continue
        said = _without(sentence, child.i, clause)
        break
    if said is None and clause.relation == "parataxis" and clause.governor is not None:
        said = _host(page, sentence, clause)
    direct = _direct(page, clause, said, inside)
    if direct is not None:
        return direct, True
    if said is None and cue.takes_object:
        for i in clause.slots.get("object", ()):
            said = sentence.reach(i)
            break
    if said is None:
        return None
    return said, any(said.holds(q.inner) for q in inside)


def _direct(page: _Page, clause: Clause, said: Span | None, inside: list[Quote]) -> Span | None:
    """The quotation that is the content, or the clause together with the quotation it ends in."""
    for quote in inside:
        inner = quote.inner
        if said is None:
            cue = clause.token.span
            start, end = min(quote.span.end, cue.end), max(quote.span.start, cue.start)
            near = len(page.text[start:end].split()) <= 12
            if near and len(inner.of(page.text).split()) > 2:
                return inner
        elif said.touches(inner):
            if page.text[said.start : quote.span.start].strip(_MARKS):
                # "said that voting was “rigged”": the words before the marks are said as well.
                return Span(said.start, max(said.end, inner.end))
            shared = min(said.end, inner.end) - max(said.start, inner.start)
            if shared >= 0.8 * (said.end - said.start):
                return inner
    return None


def _without(sentence: Sentence, i: int, clause: Clause) -> Span:
    """The reach of the complement, cut where the verb of saying stands inside it."""
    span = sentence.reach(i)
    cue = clause.token.span
    if span.start <= cue.start < span.end:
        left = Span(span.start, _own_words(sentence, clause).start)
        right = Span(sentence.reach(clause.head).end, span.end)
        return left if left.end - left.start >= right.end - right.start else right
    return span


def _host(page: _Page, sentence: Sentence, clause: Clause) -> Span | None:
    """The sentence around an inserted ", analysts said,"."""
    assert clause.governor is not None
    whole = sentence.reach(clause.governor)
    own = sentence.reach(clause.head)
    before = page.text[max(whole.start, own.start - 3) : own.start + 1]
    if not any(mark in before for mark in ",”\"’'"):
        # "Shells by rail: how two capitals found each other": nobody is quoted here.
        return None
    left, right = Span(whole.start, own.start), Span(own.end, whole.end)
    side = left if left.end - left.start >= right.end - right.start else right
    return side if side.end - side.start > 3 else None


def _noun(page: _Page, clause: Clause, cue: Cue) -> None:
    """ "his claim that …", "warnings that …"."""
    sentence = clause.sentence
    for child in sentence.children(clause.head, "acl", "ccomp"):
        if not any(m.lemma == "that" for m in sentence.children(child.i, "mark")):
            continue
        doers = [i for i in clause.slots.get("subject", ()) if _nominal(sentence.tokens[i])]
        speaker = page.speakers.of(sentence, doers[0]) if doers else NOBODY
        page.claim(speaker or NOBODY, clause.token.span, sentence.reach(child.i), cue.stance, False)
        return


def _nominal(token: Token) -> bool:
    return token.pos in ("NOUN", "PROPN", "PRON")


def _according(page: _Page, clause: Clause, head: int, cue: Cue) -> None:
    sentence = clause.sentence
    phrase = sentence.reach(head)
    whole = sentence.reach(clause.head)
    case = sentence.child(head, "case")
    if case is None:
        return
    last = max((case, *sentence.children(case.i, "fixed")), key=lambda t: t.i)
    left, right = Span(whole.start, phrase.start), Span(phrase.end, whole.end)
    content = left if left.end - left.start >= right.end - right.start else right
    speaker = page.speakers.of(sentence, head)
    page.claim(speaker or NOBODY, Span(case.span.start, last.span.end), content, cue.stance, False)


def _lone_quotes(page: _Page) -> None:
    """A quotation that no word of saying claims goes on with the last speaker's words.

    Only where news does so: later in the same passage, or as the whole of a
    passage that follows one ending in that speaker's words.
    """
    cover = Cover(page.made)
    at_home: dict[int, list[Claim]] = defaultdict(list)
    starts = [p.span.start for p in page.passages]
    for claim in page.made:
        at_home[bisect_right(starts, claim.content.start) - 1].append(claim)
    for index, quotes in enumerate(page.quotes):
        for quote in quotes:
            if cover.touching(quote.inner) or _shorter(page.text, quote, 5):
                continue
            before = _going_on(page.passages[index], at_home[index], at_home[index - 1], quote)
            if before is not None:
                page.claim(before.speaker, before.cue, quote.inner, "asserts", True)
                at_home[index].append(page.made[-1])
    page.made.sort(key=lambda c: (c.content.start, c.cue.start))


def _shorter(text: str, quote: Quote, words: int) -> bool:
    return len(quote.inner.of(text).split()) < words


def _going_on(
    passage: Passage, here: list[Claim], before: list[Claim], quote: Quote
) -> Claim | None:
    """The claim whose speaker goes on in *quote*."""

    def last(claims: list[Claim]) -> Claim | None:
        found = [
            c for c in claims if c.quoted and c.speaker.text and c.content.end <= quote.span.start
        ]
        return max(found, key=lambda c: c.content.end, default=None)

    same = last(here)
    if same is not None:
        return same
    alone = quote.span.start - passage.span.start <= 1 and passage.span.end - quote.span.end <= 1
    return last(before) if alone else None
