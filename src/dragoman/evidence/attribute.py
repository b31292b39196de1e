# Sentences → claims.
# Rule 1: a word of saying alone is no claim; there must be content, as a clause or
#   a quotation, and it is kept as characters of the report.
# Rule 2: who speaks is read from grammar. A pronoun is the last speaker it can be;
#   where nobody can be, the speaker stays unresolved.
# Rule 3: claims rewrite no event. They point at those inside their content.
"""Attribution: direct, indirect and mixed speech, and who is behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.clauses.clause import Clause, Sentence, Token
from dragoman.entities.actor import SPEAKER
from dragoman.entities.parties import Resolver
from dragoman.events.event import Event
from dragoman.evidence.accords import accorded, according
from dragoman.evidence.answers import answering
from dragoman.evidence.asides import DOING, mistaken, said_as
from dragoman.evidence.capability import compared
from dragoman.evidence.charges import charged
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.cues import Cue, load_cues, load_openings
from dragoman.evidence.direct import lone_quotes, mixed, near
from dragoman.evidence.first_person import settle
from dragoman.evidence.indirect import another, complement, continues
from dragoman.evidence.nesting import carried, link, nest
from dragoman.evidence.nouns import noun_claim
from dragoman.evidence.objects import is_infinitive
from dragoman.evidence.order import (
    SAYING,
    after,
    before,
    clause_follows,
    has_verb,
    hearsay,
    inserted,
    mended,
    named,
    spoken_between,
    unbroken,
    undated,
    unseated,
)
from dragoman.evidence.page import Content, Page
from dragoman.evidence.quotes import Quote, find_quotes
from dragoman.evidence.refusals import unanswered
from dragoman.evidence.scripts import after_colon, introduced, signed, stated, title, transcript
from dragoman.evidence.speakers import NOBODY, Speakers
from dragoman.evidence.stance import stance_of
from dragoman.evidence.tags import tagged
from dragoman.evidence.tails import ended
from dragoman.evidence.turning import turned
from dragoman.evidence.wording import cue_span, own_words

_OUGHT = frozenset({"should", "must", "ought"})
_NOT_YET = frozenset({"would", "will", "could", "may", "might", "shall"})
_PASSED_ON = frozenset({"cite", "quote"})
#: Words for what is done to a country or a man as well as to a statement.
_DONE_TO = frozenset({"cite", "quote", "defend", "endorse", "challenge", "question", "press"})
#: "Is committed to": whoever is, by his own word.
_OF_HIMSELF = frozenset({"commit", "determine", "convince", "concern", "worry"})


def attribute(
    sentences: Sequence[Sentence],
    passages: Sequence[Passage],
    resolver: Resolver,
    events: Sequence[Event],
) -> tuple[tuple[Claim, ...], tuple[Event, ...], tuple[Skipped, ...]]:
    """Return the claims of a report, its events with their ``claim_id``, and what was passed over."""
    text = resolver.text
    page = Page(
        text,
        passages,
        [find_quotes(text, p.span) for p in passages],
        Speakers(text, resolver),
        sentences=sentences,
    )
    for sentence in sentences:
        _read(page, sentence)
    introduced(page)
    after_colon(page)
    signed(page)
    stated(page)
    lone_quotes(page)
    transcript(page)
    title(page)
    turned(page, events)
    nested = nest(page.text, page.made)
    told = carried(nested, events)
    kept, passed = settle(text, nested, told, _voice(page, told))
    claims, kept = link(nested, kept)
    claims = answering(text, claims, kept)
    claims = compared(page.text, claims, sentences)
    return claims, kept, (*page.skipped, *passed)


def _voice(page: Page, events: Sequence[Event]) -> Mapping[str, Speaker]:
    """Who speaks where no quotation does, by the id of the event; nobody in a newspaper."""
    plain = [
        e.id
        for e in events
        if any(p.code == SPEAKER for p in (*e.actor, *e.recipient))
        and not any(q.span.touches(e.trigger) for found in page.quotes for q in found)
    ]
    own = page.speakers.publisher if plain else None
    return dict.fromkeys(plain, own) if own is not None else {}


def _read(page: Page, sentence: Sentence) -> None:
    cues = load_cues()
    accorded(page, sentence)
    for clause in sentence.clauses:
        if clause.kind in ("verb", "adjective"):
            cue = _cue(clause, cues) if clause.token.dep != "amod" else None
            if cue is not None and (not clause.negated or _not_his(page, clause)):
                _verb(page, clause, cue)
            elif clause.negated and clause.kind == "verb":
                if cue is not None and cue.mind:
                    _verb(page, clause, replace(cue, stance=_refusing(clause)))
                else:
                    unanswered(page, clause)
        elif clause.kind == "noun" and ("noun", clause.lemma) in cues:
            if not clause.negated or clause.lemma == "doubt":
                noun_claim(page, clause, cues["noun", clause.lemma])
        for preposition, heads in clause.slots.items():
            if ("phrase", preposition) in cues:
                for head in heads:
                    according(page, clause, head, cues["phrase", preposition])
    for clause in mistaken(sentence):
        if not any(c.cue.touches(clause.token.span) for c in page.made):
            _verb(page, clause, cues["verb", clause.lemma])
    hearsay(page, sentence, cues)
    charged(page, sentence)
    page.speakers.heed(sentence)


def _refusing(clause: Clause) -> str:
    """ "Does not believe that", "does not want to": what is denied, or declined."""
    sentence = clause.sentence
    wanted = any(is_infinitive(sentence, t) for t in sentence.children(clause.head, "xcomp"))
    return "declines" if wanted else "denies"


def _not_his(page: Page, clause: Clause) -> bool:
    """“We will not,” he told: whether what denies the verb of saying stands in a quotation."""
    sentence = clause.sentence
    words = [t for t in sentence.children(clause.head, "advmod") if t.lemma in ("not", "never")]
    quotes = page.quotes_of(sentence) if words else []
    return bool(quotes) and all(
        any(q.inner.holds(t.span) and q.span.end <= clause.token.span.start for q in quotes)
        for t in words
    )


def _cue(clause: Clause, cues: dict[tuple[str, str], Cue]) -> Cue | None:
    openings, kind = load_openings(), clause.kind
    if not any((kind, lemma) in openings for lemma in clause.lemmas):
        return None
    sentence = clause.sentence
    # "called for ending the war": the preposition leads a clause.
    gerunds = sentence.children(clause.head, "advcl")
    ties = [m.lemma for t in gerunds for m in sentence.children(t.i, "mark")]
    # "made clear that": the adjective belongs to the verb.
    ties += [t.lemma for t in sentence.children(clause.head, "xcomp", "obj") if t.pos == "ADJ"]
    for lemma in clause.lemmas:
        for preposition in (*clause.slots, *ties):
            if (found := cues.get((clause.kind, f"{lemma} {preposition}"))) is not None:
                return found
        if (found := cues.get((clause.kind, lemma))) is not None:
            return found
    return None


def _verb(page: Page, clause: Clause, cue: Cue) -> None:
    sentence = clause.sentence
    around = page.quotes_of(sentence)
    tag = tagged(page, clause, cue, around) if around else None
    content: Content | None
    subject: tuple[int, ...]
    if tag is not None:
        content, subject = tag[0], (tag[1],)
    else:
        own = own_words(sentence, clause)
        quotes = [q for q in around if not q.span.touches(own)]
        content, subject = _content(page, clause, cue, quotes), _subject(clause)
        content, subject = _by_order(page, clause, cue, subject, content) or (content, subject)
    if content is not None and not content.quoted and _leads_up(sentence, clause, content.span):
        content = None  # "In his book, the general suggested …": where it was said
    if content is None and (sides := said_as(sentence, clause, cue)) is not None:
        content = Content(sides[0])
    if content is None and subject and not clause.modals:
        _lead(page, clause, cue, subject)
    if content is None or (not subject and _is_order(clause)):
        return
    if set(clause.modals) & _OUGHT and not cue.mind:
        return  # "should say what they want": nobody has said it
    if (cue.mind or clause.lemma in _DONE_TO) and _of_somebody(page, sentence, content):
        return
    subject = tuple(i for i in subject if not content.span.holds(sentence.tokens[i].span))
    speaker = page.speakers.of(sentence, subject[0], clause.head) if subject else NOBODY
    if speaker is None:
        return
    if subject and any(q.inner.holds(clause.token.span) for q in around):
        speaker = _in_speech(sentence.tokens[subject[0]], speaker)
    if not subject and not content.quoted and clause.passive:
        # "was said to": nobody says it.
        page.skipped.append(
            Skipped("evidence", "no speaker is named", clause.token.span, clause.token.text)
        )
    words = cue_span(clause, content.own)
    stance = stance_of(
        page.text,
        sentence,
        cue.stance,
        next((word for word in clause.lemmas if ("verb", word) in load_cues()), clause.lemma),
        content.span,
        content.quoted,
        subject,
        speaker.code,
        lambda i: page.speakers.is_own(sentence, i, speaker),
    )
    # "would denounce": nobody has said it yet.
    unsaid = cue.mind or bool(set(clause.modals) & _NOT_YET)
    said = content.span if content.quoted else unbroken(sentence, clause, content.span)
    said = ended(sentence, clause.token, said, around)
    page.claim(speaker, words, said, stance, content.quoted, unsaid)
    if content.more is not None and page.made:
        page.extend(page.made[-1], content.more, content.quoted)


def _leads_up(sentence: Sentence, clause: Clause, said: Span) -> bool:
    """Whether words before the cue open its sentence and have no finite verb: no statement."""
    if said.end > clause.token.span.start or said.start > sentence.span.start + 1:
        return False
    inside = [t for t in sentence.tokens if said.holds(t.span)]
    # "Speaking after the talks, the minister said:" leads up to what he said as well.
    gerund = bool(inside) and inside[0].text.endswith("ing") and sentence.tokens[-1].text == ":"
    if not inside or not (inside[0].pos == "ADP" or gerund):
        return False
    return not any(t.pos == "AUX" or "VerbForm=Fin" in t.feats for t in inside)


def _in_speech(token: Token, speaker: Speaker) -> Speaker:
    """Whom "it" and "they" mean in a quotation, its speaker knows."""
    word = token.text.lower()
    return Speaker(token.text, token.span, None, None) if word in ("it", "they") else speaker


def _lead(page: Page, clause: Clause, cue: Cue, subject: tuple[int, ...]) -> None:
    """Keep who is said to speak where the passage ends: "The minister said:"."""
    sentence = clause.sentence
    if "clause" not in cue.takes or cue.mind or sentence.tokens[-1].text != ":":
        return
    if sentence.span.end < page.passages[sentence.passage].span.end - 1:
        return
    speaker = page.speakers.of(sentence, subject[0], clause.head)
    if speaker is not None and speaker.text:
        page.leads[sentence.passage] = speaker, clause.token.span


def _by_order(
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
    if between is not None and between not in subject[:1]:
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
    if found is not None and (content is None or found[1] not in subject):
        span, speaker = found
        shown, quoted = mixed(page, span, [q for q in quotes if q.span.end <= cue.start])
        return Content(shown, quoted), (speaker,)
    if content is None and (rest := after(sentence, clause)) is not None:
        shown, quoted = mixed(page, rest, quotes)
        return Content(shown, quoted), clause.slots["subject"]
    return None


def _of_somebody(page: Page, sentence: Sentence, content: Content) -> bool:
    """ "Iran supports the rebels": whom somebody is for or against is no thought of his."""
    inside = [t for t in sentence.tokens if content.span.holds(t.span)]
    if any(t.pos in ("VERB", "AUX") for t in inside):
        return False
    held = {t.i for t in inside}
    tops = [t for t in inside if t.pos != "PUNCT" and (t.head not in held or t.head == t.i)]
    return len(tops) == 1 and page.speakers.is_actor(sentence, tops[0].i)


def _is_order(clause: Clause) -> bool:
    """ "Tell them who you are": whoever is spoken to says nothing yet."""
    token = clause.token
    bare = clause.kind == "verb" and token.text.lower() == token.lemma.lower()
    # "Asked about the raid, he said …" leads up to the answer.
    asked = token.i == 0 and token.text.endswith("ed")
    return asked or (bare and clause.relation in ("", "root") and not clause.modals)


def _subject(clause: Clause) -> tuple[int, ...]:
    """Who says it; in "said …, adding that …" whoever said the first."""
    sentence = clause.sentence
    if continues(sentence, clause.token) or another(sentence, clause.token):
        for above in sentence.path_up(clause.head):
            for other in sentence.clauses:
                if other.head == above.i and _cue(other, load_cues()) is not None:
                    if own := other.slots.get("subject", ()):
                        return own
    own = clause.slots.get("subject", ()) or _above(sentence, clause)
    if clause.passive and not own and clause.lemma in _OF_HIMSELF:
        own = clause.slots.get("object", ())
    own = tuple(i for i in own if sentence.tokens[i].relation != "csubj")
    if not own and not clause.passive and (it := sentence.child(clause.head, "expl")) is not None:
        return (it.i,) if it.lemma.lower() == "it" and it.i < clause.head else ()
    return own


def _above(sentence: Sentence, clause: Clause) -> tuple[int, ...]:
    """The subject of the verb that a participle or infinitive hangs on, or the noun."""
    if clause.finite and clause.relation != "conj":
        return ()
    token = clause.token
    head = sentence.tokens[token.head]
    if token.dep == "acl" and (token.text.endswith("ing") or head.relation == "root"):
        return (token.head,)
    seen = {token.i}
    while token.relation in ("advcl", "xcomp", "conj") and token.head not in seen:
        seen.add(token.head)
        token = sentence.tokens[token.head]
        for other in sentence.clauses:
            if other.head == token.i and other.slots.get("subject") and not other.passive:
                return other.slots["subject"]
    return ()


def _content(page: Page, clause: Clause, cue: Cue, quotes: list[Quote]) -> Content | None:
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
        return Content(span, quoted, found.own)
    return Content(direct, True) if direct is not None else None


def _around(page: Page, found: Content | None, direct: Span) -> Content | None:
    """*found* if it has the quotation within its words: "noted the “kind of problems” he had"."""
    if found is None or not found.span.start < direct.start < direct.end <= found.span.end:
        return None
    lead = page.text[found.span.start : direct.start].rstrip("“\"'‘ ")
    return found if lead and not any(mark in lead for mark in ",:;–—(") else None


def _framed(page: Page, clause: Clause, before: Span, direct: Span) -> bool:
    """ "Asked about it, he said, “…”": what stands before the cue only leads up to the quotation."""
    cue = clause.token.span
    if before.end > cue.start or direct.start < cue.end or before.touches(direct):
        return False
    gap = page.text[cue.end : direct.start].rstrip("“\"'‘ ")
    return gap.endswith((",", ":"))
