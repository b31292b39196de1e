# Sentences → claims.
# Rule 1: a word of saying alone is no claim; there must be content, as a clause or
#   a quotation, and it is kept as characters of the report.
# Rule 2: who speaks is read from grammar. A pronoun is the last speaker it can be;
#   where nobody can be, the speaker stays unresolved.
# Rule 3: claims rewrite no event. They point at those inside their content.
"""Attribution: direct, indirect and mixed speech, and who is behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.alphabet.ids import content_id
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.parties import Resolver
from dragoman.events.event import Event
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.cues import Cue, load_cues
from dragoman.evidence.quotes import Quote, find_quotes

_SINGULAR = frozenset({"he", "she"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "who", "which", "i", "we", "you"})
_TRIM = " \t\n,;:–—-“”\"'‘’."


@dataclass
class _Page:
    """What one report's attribution works on."""

    text: str
    resolver: Resolver
    passages: Sequence[Passage]
    quotes: list[tuple[Quote, ...]]
    made: list[Claim]
    skipped: list[Skipped]
    names: dict[str, Speaker]  #: surname → the speaker as introduced

    def claim(self, speaker: Speaker, cue: Span, content: Span, stance: str, quoted: bool) -> None:
        content = _trimmed(self.text, content)
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
        text, resolver, passages, [find_quotes(text, p.span) for p in passages], [], [], {}
    )
    for sentence in sentences:
        _read(page, sentence)
    _lone_quotes(page)
    claims = _nest(page.made)
    claims = tuple(
        replace(c, event_ids=tuple(e.id for e in events if c.content.holds(e.trigger)))
        for c in claims
    )
    return claims, tuple(_carried(e, claims) for e in events), tuple(page.skipped)


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
    speaker = _speaker(page, sentence, subject[0]) if subject else Speaker("", None, None, None)
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
        said = _host(sentence, clause)
    direct = _direct(page, sentence, clause, said, inside)
    if direct is not None:
        return direct, True
    if said is None and cue.takes_object:
        for i in clause.slots.get("object", ()):
            said = sentence.reach(i)
            break
    if said is None:
        return None
    return said, any(said.holds(q.inner) for q in inside)


def _direct(
    page: _Page, sentence: Sentence, clause: Clause, said: Span | None, inside: list[Quote]
) -> Span | None:
    """The quotation that is the whole content, if one is."""
    for quote in inside:
        inner = Span(max(quote.inner.start, sentence.span.start), quote.inner.end)
        if quote.inner.start < sentence.span.start:
            inner = quote.inner
        if said is None:
            between = page.text[
                min(quote.span.end, clause.token.span.end) : max(
                    quote.span.start, clause.token.span.start
                )
            ]
            if len(between.split()) <= 12 and len(inner.of(page.text).split()) > 2:
                return inner
        elif said.touches(inner):
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


def _host(sentence: Sentence, clause: Clause) -> Span | None:
    """The sentence around an inserted ", analysts said,"."""
    assert clause.governor is not None
    whole = sentence.reach(clause.governor)
    own = sentence.reach(clause.head)
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
        speaker = _speaker(page, sentence, doers[0]) if doers else Speaker("", None, None, None)
        page.claim(speaker, clause.token.span, sentence.reach(child.i), cue.stance, False)
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
    speaker = _speaker(page, sentence, head)
    page.claim(speaker, Span(case.span.start, last.span.end), content, cue.stance, False)


def _speaker(page: _Page, sentence: Sentence, i: int) -> Speaker:
    token = sentence.tokens[i]
    word = token.text.lower()
    if word in _PRONOUNS:
        return _pronoun(page, token)
    words = [k for k in sentence.subtree(i) if not _outside(sentence, i, k)]
    span = _trimmed(
        page.text, Span(sentence.tokens[words[0]].span.start, sentence.tokens[words[-1]].span.end)
    )
    party = page.resolver.party(sentence, i)
    code = party.code if party is not None else None
    surname = token.text
    known = page.names.get(surname)
    if token.pos == "PROPN":
        flat = [t for t in sentence.children(i, "flat", "compound") if t.pos == "PROPN"]
        last = max([token, *flat], key=lambda t: t.i)
        known = page.names.get(last.text)
        if known is None:
            name_start = min(t.span.start for t in [token, *flat])
            name = Span(name_start, last.span.end).of(page.text)
            known = Speaker(span.of(page.text), span, name, code)
            page.names[last.text] = known
        return Speaker(span.of(page.text), span, known.name, code or known.code)
    return Speaker(span.of(page.text), span, party.name if party else None, code)


def _outside(sentence: Sentence, head: int, k: int) -> bool:
    """Words of the phrase's preposition belong to the cue, not to the speaker."""
    token = sentence.tokens[k]
    while token.i != head:
        if token.head == head and token.relation in ("case", "cc", "cop", "aux", "mark", "punct"):
            return token.i < head or token.relation != "punct"
        if token.head == token.i:
            return True
        token = sentence.tokens[token.head]
    return False


def _pronoun(page: _Page, token: Token) -> Speaker:
    """The last speaker that the pronoun can mean; nobody if there is none."""
    if token.text.lower() in _SINGULAR:
        for claim in reversed(page.made[-6:]):
            before = claim.speaker
            if before.span is not None and before.name is not None and before.text:
                return Speaker(before.text, token.span, before.name, before.code)
    return Speaker(token.text, token.span, None, None)


def _lone_quotes(page: _Page) -> None:
    """A quotation that no word of saying claims goes on with the last speaker's words.

    Only where news does so: later in the same passage, or as the whole of a
    passage that follows one ending in that speaker's words.
    """
    taken = [c.content for c in page.made]
    for index, quotes in enumerate(page.quotes):
        passage = page.passages[index]
        for quote in quotes:
            if any(quote.inner.touches(t) for t in taken) or _shorter(page.text, quote, 5):
                continue
            speaker = _going_on(page, index, passage, quote)
            if speaker is None:
                continue
            page.claim(speaker.speaker, speaker.cue, quote.inner, "asserts", True)
            taken.append(quote.inner)
    page.made.sort(key=lambda c: (c.content.start, c.cue.start))


def _shorter(text: str, quote: Quote, words: int) -> bool:
    return len(quote.inner.of(text).split()) < words


def _going_on(page: _Page, index: int, passage: Passage, quote: Quote) -> Claim | None:
    def last(where: Span, before: int) -> Claim | None:
        found = [
            c for c in page.made
            if c.quoted and c.speaker.text and where.holds(c.content) and c.content.end <= before
        ]  # fmt: skip
        return max(found, key=lambda c: c.content.end, default=None)

    same = last(passage.span, quote.span.start)
    if same is not None:
        return same
    alone = quote.span.start - passage.span.start <= 1 and passage.span.end - quote.span.end <= 1
    if alone and index > 0:
        return last(page.passages[index - 1].span, quote.span.start)
    return None


def _nest(made: Sequence[Claim]) -> tuple[Claim, ...]:
    """Give each claim the smallest claim whose content holds its cue and content."""
    distinct = {(c.cue, c.content): c for c in made}
    claims = list(distinct.values())
    nested = []
    for claim in claims:
        around = [
            c for c in claims
            if c is not claim and c.content.holds(claim.cue) and c.content.holds(claim.content)
        ]  # fmt: skip
        parent = min(around, key=lambda c: c.content.end - c.content.start, default=None)
        nested.append(replace(claim, parent_id=parent.id) if parent else claim)
    return tuple(nested)


def _carried(event: Event, claims: Sequence[Claim]) -> Event:
    """The innermost claim that carries an event."""
    around = [c for c in claims if c.content.holds(event.trigger)]
    inner = min(around, key=lambda c: c.content.end - c.content.start, default=None)
    return replace(event, claim_id=inner.id) if inner else event


def _trimmed(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end)
