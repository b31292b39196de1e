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
from dragoman.evidence.antecedents import PRAISING
from dragoman.evidence.asides import mistaken, said_as
from dragoman.evidence.capability import compared
from dragoman.evidence.charges import charged
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.contents import by_order, content_of
from dragoman.evidence.cues import Cue, cue_of, load_cues
from dragoman.evidence.direct import lone_quotes
from dragoman.evidence.extent import listed, quoted_on, unbroken
from dragoman.evidence.first_person import settle
from dragoman.evidence.hearsay import hearsay
from dragoman.evidence.nesting import carried, link, nest
from dragoman.evidence.nouns import as_noun, noun_claim
from dragoman.evidence.objects import is_infinitive
from dragoman.evidence.page import Content, Page
from dragoman.evidence.parted import other_side
from dragoman.evidence.quotes import Quote, find_quotes
from dragoman.evidence.refusals import unanswered
from dragoman.evidence.scripts import after_colon, introduced, signed, stated, title, transcript
from dragoman.evidence.speakers import NOBODY, Speakers
from dragoman.evidence.stance import stance_of
from dragoman.evidence.subjects import is_order, subject_of
from dragoman.evidence.tags import tagged
from dragoman.evidence.tails import ended, staged
from dragoman.evidence.turning import turned
from dragoman.evidence.wording import cue_span, own_words

_OUGHT = frozenset({"should", "must", "ought"})
_NOT_YET = frozenset({"would", "will", "could", "may", "might", "shall"})
#: Words for what is done to a country or a man as well as to a statement.
_DONE_TO = frozenset(
    "cite quote defend challenge question press praise hail laud applaud welcome congratulate "
    "commend condemn admit".split()
)
#: Words by which an act is approved of or not; that is an act too, and says little if it is
#: merely named: "welcomed the pact".
_JUDGING = PRAISING | {"condemn"}
_NAMED = 2  #: words of what is merely named


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
    first = len(page.made)
    accorded(page, sentence)
    for clause in map(as_noun, sentence.clauses):
        if clause.kind in ("verb", "adjective"):
            cue = cue_of(clause) if clause.token.dep != "amod" else None
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
    _once(page, first)
    hearsay(page, sentence, cues)
    charged(page, sentence)
    page.speakers.heed(sentence)


def _once(page: Page, first: int) -> None:
    """Drop claims of a light verb from *first* on whose noun makes one: "voiced [concern about …]"."""
    new = page.made[first:]
    twice = [
        c
        for c in new
        if any(
            o is not c and o.cue.holds(c.cue) and c.content.holds(o.content) and o.cue != c.cue
            for o in new
        )
    ]
    if twice:
        page.made[first:] = [c for c in new if c not in twice]


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
        content, subject = content_of(page, clause, cue, quotes), subject_of(clause)
        content, subject = by_order(page, clause, cue, subject, content) or (content, subject)
    if content is not None and not content.quoted and _leads_up(sentence, clause, content.span):
        content = None  # "In his book, the general suggested …": where it was said
    if content is not None and tag is None and is_infinitive(sentence, clause.token):
        if content.span.end <= clause.token.span.start:
            content = None  # "called it “a slap” and asked him to protest": he has said nothing
    if content is None and (sides := said_as(sentence, clause, cue)) is not None:
        content = Content(sides[0])
    if content is None and subject and not clause.modals:
        _lead(page, clause, cue, subject)
    if content is None or (not subject and is_order(clause)) or _unsaid(sentence, clause):
        return
    if set(clause.modals) & _OUGHT and not cue.mind:
        return  # "should say what they want": nobody has said it
    if (cue.mind or clause.lemma in _DONE_TO) and _of_somebody(page, sentence, content):
        return
    if clause.lemma == "compare" and clause.passive and clause.relation == "advcl":
        return  # "40 shells, compared to 11 in May"
    if not subject and not clause.passive and cue.mind and clause.kind == "verb":
        return  # "hard to know who fired": nobody does
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
    usual = "declines" if cue.stance == "denies" and _says_neither(clause) else cue.stance
    stance = stance_of(
        page.text,
        sentence,
        usual,
        next((word for word in clause.lemmas if ("verb", word) in load_cues()), clause.lemma),
        content.span,
        content.quoted and _is_direct(content.span, around),
        subject,
        speaker.code,
        lambda i: page.speakers.is_own(sentence, i, speaker),
    )
    # "would denounce": nobody has said it yet.
    unsaid = cue.mind or bool(set(clause.modals) & _NOT_YET)
    said = content.span
    said = (
        quoted_on(sentence, clause, said, around)
        if content.quoted
        else unbroken(sentence, clause, said)
    )
    if content.thing:
        if not content.quoted:
            said = listed(sentence, clause, said)
        said = staged(sentence, said)
    if content.thing and not content.quoted:
        if clause.lemma in _JUDGING and len(said.of(page.text).split()) <= _NAMED:
            return
    said = ended(sentence, clause.token, said, around)
    made = page.claim(speaker, words, said, stance, content.quoted, unsaid)
    if made is not None:
        _part(page, made, content, None if content.quoted else other_side(sentence, clause, said))


def _part(page: Page, claim: Claim, content: Content, other: Span | None) -> None:
    """Give *claim* the side of what is said that its tag parts from it."""
    more = content.more or other
    if more is not None:
        page.extend(claim, more, content.quoted)


def _unsaid(sentence: Sentence, clause: Clause) -> bool:
    """ "Declined to say who": whoever declines is told of by that word."""
    above = load_cues().get(("verb", sentence.tokens[clause.token.head].lemma))
    declined = above is not None and above.stance == "declines"
    return declined and clause.relation == "xcomp" and is_infinitive(sentence, clause.token)


def _says_neither(clause: Clause) -> bool:
    """ "Neither confirmed nor denied": what is said is nothing."""
    sentence = clause.sentence
    if "nor" not in sentence.words or "neither" not in sentence.words:
        return False
    before = sentence.tokens[clause.head - 1] if clause.head else clause.token
    return before.text == "nor" and any(t.text.lower() == "neither" for t in sentence.tokens)


def _is_direct(said: Span, quotes: Sequence[Quote]) -> bool:
    """Whether what is said opens with a quotation: his own words, and not a clause around some."""
    return any(q.span.start <= said.start < q.span.end for q in quotes)


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


def _of_somebody(page: Page, sentence: Sentence, content: Content) -> bool:
    """ "Iran supports the rebels": whom somebody is for or against is no thought of his."""
    inside = [t for t in sentence.tokens if content.span.holds(t.span)]
    if any(t.pos in ("VERB", "AUX") for t in inside):
        return False
    held = {t.i for t in inside}
    tops = [t for t in inside if t.pos != "PUNCT" and (t.head not in held or t.head == t.i)]
    return len(tops) == 1 and page.speakers.is_actor(sentence, tops[0].i)
