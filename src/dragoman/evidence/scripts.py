# Passages that are laid out as speech: "MINISTER: We will not go.", "Q. … A. …",
# and titles: "Minister: Talks have failed".
# Rule 1: in a transcript the name stands at the head of its passage in capitals.
# Rule 2: a title's first words speak only if they name somebody who can.
"""Transcripts and titles: the speaker before a colon."""

from __future__ import annotations

import re

from dragoman.alphabet.span import Span
from dragoman.body.passage import Passage
from dragoman.clauses.clause import Sentence, Token
from dragoman.clauses.phrases import main_subject
from dragoman.entities.pronouns import FIRST_PERSON
from dragoman.evidence.claim import Claim, Speaker
from dragoman.evidence.page import Page
from dragoman.evidence.quotes import Quote
from dragoman.evidence.speakers import trimmed

_NAMED = re.compile(
    r"[“\"]?((?:[A-Z][A-Z'’.-]+|[A-Z]\.)(?: (?:[A-Z][A-Z'’.-]+|[A-Z]\.)){0,4}) ?:\s+(?=\S)"
)
_ASKED = re.compile(r"([QA])(?:\.|:)\s+(?=\S)")
#: Headings that look like names in capitals.
_HEADINGS = frozenset(
    "UPDATE NOTE WATCH READ BREAKING EXCLUSIVE VIDEO PHOTOS RELATED CORRECTION MORE FACTBOX "
    "ANALYSIS TIMELINE LIVE OPINION".split()
)
#: "The ministry: “We will not go.”", "Rouhani: Talks have failed".
_INTRODUCED = re.compile(r"((?:[A-Z]|the )[^:.;,“”\"]{1,60}?):\s+(?=[“\"])")
_TITLE = re.compile(r"([A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}):\s+(?=\S)")
#: “We will not go.” — Sergei Lavrov
_SIGNED = re.compile(
    r"[“”\"](?P<said>[^“”\"]{20,}(?:[“”\"][^“”\"]*)*)[”\"]\s*(?P<dash>[―—–]|--?)\s*"
    r"(?P<name>(?:[A-Z][\w’'.-]*,? ?|(?:of|the|de|al|von|van|bin|for) ){1,8})$"
)
_OWN = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us|I|[Mm]y)\b")
_ISSUING = frozenset("deliver give issue make publish read release".split())
_PAPERS = frozenset("address answer comment declaration message remark response statement".split())
_LEADING = 12  #: words in which a colon behind a name must come
_SHORT = 3  #: turns of speech from which passages are a transcript


def transcript(page: Page) -> None:
    """Add a claim for each turn of speech, if the report has enough of them."""
    turns = []
    for passage in page.passages:
        text = passage.span.of(page.text)
        found = _NAMED.match(text) or _ASKED.match(text)
        if found is not None and found[1] not in _HEADINGS:
            turns.append((passage, found))
    if len(turns) < _SHORT or len({found[1] for _, found in turns}) == len(turns):
        return
    for passage, found in turns:
        name = found[1].title() if len(found[1]) > 1 else None
        _add(page, passage, found, Speaker(found[1], None, name, None), quoted=True)


def title(page: Page) -> None:
    """Add the claim of a title like "Rouhani: Talks have failed".

    Only if that speaker speaks in the report too: "Energy: Talks have failed" names a subject.
    """
    if not page.passages:
        return
    passage = page.passages[0]
    found = _TITLE.match(passage.span.of(page.text))
    if found is None or any(passage.span.holds(c.content) and c.quoted for c in page.made):
        return
    last = found[1].split()[-1]
    again = next((c.speaker for c in page.made if last in c.speaker.text.split()), None)
    if again is None:
        return
    _add(page, passage, found, Speaker(found[1], None, again.name, again.code))


def introduced(page: Page) -> None:
    """Add the claims of passages that open with a name, a colon and a quotation."""
    for passage in page.passages:
        found = _INTRODUCED.match(passage.span.of(page.text))
        if found is None or len(found[1].split()) > 6 or found[1].upper() in _HEADINGS:
            continue
        if not any(c.content.touches(passage.span) for c in page.made):
            _add(page, passage, found, Speaker(found[1], None, None, None), quoted=True)
    for sentence in page.sentences:
        if any(t.text == ":" for t in sentence.tokens[1:_LEADING]):
            _introduced_in(page, sentence)


def _introduced_in(page: Page, sentence: Sentence) -> None:
    """A sentence that is a name, a colon and a quotation: "Green member Ann Lee: “No.”"."""
    tokens = sentence.tokens
    colon = next(t for t in tokens[1:_LEADING] if t.text == ":")
    who = tokens[: colon.i]
    quote = next((q for q in page.quotes_of(sentence) if _follows(page.text, colon, q)), None)
    if quote is None or any(c.content.touches(quote.inner) for c in page.made):
        return
    if any(t.pos in ("VERB", "AUX", "PUNCT") for t in who) or not any(
        t.pos == "PROPN" and page.speakers.is_human(sentence, t.i) for t in who
    ):
        return
    name = Span(who[0].span.start, who[-1].span.end)
    speaker = page.speakers.of(sentence, next(t.i for t in reversed(who) if t.pos == "PROPN"))
    known = (speaker.name, speaker.code) if speaker is not None else (None, None)
    page.speech(Speaker(name.of(page.text), name, *known), colon.span, quote.inner)


def after_colon(page: Page) -> None:
    """Add the claims of quotations behind a colon that no word of saying leads in.

    "The general was blunt: “They dig.”" Whoever the sentence is about speaks, by its verb.
    """
    for sentence in page.sentences:
        colon = next((t for t in sentence.tokens if t.text == ":"), None)
        if colon is None or colon.i < 2:
            continue
        quote = next((q for q in page.quotes_of(sentence) if _follows(page.text, colon, q)), None)
        if quote is None or any(c.content.touches(quote.inner) for c in page.made):
            continue
        for token in sentence.tokens[: colon.i]:
            top = sentence.tokens[token.head]
            if token.dep != "nsubj" or top.relation != "root" or top.i > colon.i:
                continue
            if not page.speakers.is_human(sentence, token.i):
                continue
            speaker = page.speakers.of(sentence, token.i, top.i)
            if speaker is not None and speaker.text:
                page.speech(speaker, top.span, quote.inner)
            break


def _follows(text: str, colon: Token, quote: Quote) -> bool:
    """Whether *quote*, of some length, stands right behind *colon*."""
    long = len(quote.inner.of(text).split()) >= _SHORT
    return long and 0 <= quote.span.start - colon.span.end <= 1


def signed(page: Page) -> None:
    """Add the claims of quotations that their speaker's name closes, after a dash."""
    for passage in page.passages:
        found = _SIGNED.match(passage.span.of(page.text))
        if found is None:
            continue
        start = passage.span.start
        said = Span(start + found.start("said"), start + found.end("said"))
        name = Span(start + found.start("name"), start + found.end("name"))
        dash = Span(start + found.start("dash"), start + found.end("dash"))
        if any(c.content.touches(said) and not said.holds(c.cue) for c in page.made):
            continue
        who = found["name"].strip(" ,.")
        page.claim(Speaker(who, name, who, None), dash, said, "asserts", True)


def stated(page: Page) -> None:
    """Add the claims of the passages that follow "The minister said:".

    The first is his; so are later ones, up to a heading or to somebody else's words, if
    somebody speaks of himself in them: a wire tells on after a single paragraph.
    """
    for index, (speaker, cue, rest) in {**_begun(page), **_leads(page)}.items():
        taken: list[tuple[Span, bool]] = [(rest, False)] if rest is not None else []
        own = 0  # how many surely are his
        for passage in page.passages[index + 1 :]:
            words = passage.span.of(page.text).rstrip()
            quote = words[:1] in ("“", '"')
            if not words.endswith((".", "!", "?", "”", '"')) or _others(page, passage.span):
                break
            if taken and taken[0][1] and not quote:
                break
            inner = words.strip('“”"')
            start = passage.span.start + words.index(inner)
            taken.append((Span(start, start + len(inner)), quote))
            if (len(taken) == 1 and rest is None) or _OWN.search(words):
                own = len(taken)
        if taken and any(_OWN.search(span.of(page.text)) for span, _ in taken):
            own = len(taken)
        for span, _ in taken[:own]:
            if not any(c.content.touches(span) and not span.holds(c.cue) for c in page.made):
                page.speech(speaker, cue, span)


Lead = tuple[Speaker, Span, Span | None]  #: who speaks, by which words, what is left of the passage


def _leads(page: Page) -> dict[int, Lead]:
    """The passages that only lead in what follows them, by their index."""
    made: dict[int, Lead] = {}
    for sentence in page.sentences:
        ends = sentence.span.end >= page.passages[sentence.passage].span.end - 1
        if ends and sentence.tokens[-1].text == ":" and sentence.passage not in page.leads:
            made |= _issued(page, sentence)
    said = {index: (speaker, cue, None) for index, (speaker, cue) in page.leads.items()}
    return {**made, **said}


def _issued(page: Page, sentence: Sentence) -> dict[int, Lead]:
    """ "The minister issued the following statement:": who speaks in the next passages."""
    subject = main_subject(sentence)
    if subject is None:
        return {}
    verb = sentence.tokens[subject.head]
    papers = (t for t in sentence.children(verb.i, "obj") if t.lemma.lower() in _PAPERS)
    if verb.lemma.lower() not in _ISSUING or next(papers, None) is None:
        return {}
    speaker = page.speakers.of(sentence, subject.i, verb.i)
    if speaker is None or not speaker.text:
        return {}
    return {sentence.passage: (speaker, verb.span, None)}


def _begun(page: Page) -> dict[int, Lead]:
    """The passages in which a statement begins without quotation marks, by their index.

    "The minister said: A. We do B.": what is left of the passage is his as well, if he speaks of
    himself in it and nobody else says anything.
    """
    made: dict[int, Lead] = {}
    for claim in page.made:
        if claim.quoted or page.text[claim.cue.end : claim.content.start].strip() != ":":
            continue
        index = next((k for k, p in enumerate(page.passages) if p.span.holds(claim.content)), None)
        if index is None or index in made or claim.speaker.span is None:
            continue
        whole = page.passages[index].span
        left = page.text[claim.content.end : whole.end]
        start = whole.end - len(left.lstrip(" ."))
        rest = trimmed(page.text, Span(start, whole.end)) if start < whole.end else None
        others = rest is not None and any(
            rest.holds(c.cue) and (c.speaker.name or c.speaker.code) for c in page.made
        )
        led = page.text[whole.start : claim.speaker.span.start]  # "Following the talks, "
        opens = not led or (led.endswith(", ") and not any(mark in led for mark in '.?!“”"'))
        if opens and not others and (rest is None or _OWN.search(left)):
            made[index] = (claim.speaker, claim.cue, rest)
    return made


def _others(page: Page, passage: Span) -> bool:
    """Whether somebody else says something in *passage*: no thing that "shows" something."""
    return any(
        passage.holds(c.cue)
        and c.speaker.text
        and c.speaker.text.lower() not in FIRST_PERSON
        and not _is_thing(page, c)
        for c in page.made
    )


def _is_thing(page: Page, claim: Claim) -> bool:
    """Whether a claim's words come from a thing, or are told as one: "these figures show"."""
    span = claim.speaker.span
    if span is not None and span.of(page.text).lower() in ("its", "their"):
        return True  # "its condemnation", told by whoever goes on speaking
    if claim.speaker.name or claim.speaker.code or span is None:
        return False
    words = [(s, t) for s in page.sentences if s.span.holds(span) for t in s.tokens]
    inside = [(s, t) for s, t in words if span.holds(t.span)]
    named = any(t.pos in ("PROPN", "PRON") for _, t in inside)
    return not named and not any(page.speakers.is_human(s, t.i) for s, t in inside)


def _add(
    page: Page, passage: Passage, found: re.Match[str], who: Speaker, quoted: bool = False
) -> None:
    start = passage.span.start
    name = Span(start + found.start(1), start + found.end(1))
    colon = Span(name.end, name.end + 1)
    speaker = Speaker(who.text, name, who.name, who.code)
    said = Span(start + found.end(), passage.span.end)
    if quoted and said.of(page.text).rstrip(' ”"').endswith("?"):
        page.claim(speaker, colon, said, "questions", quoted)
    elif quoted:
        page.speech(speaker, colon, said)
    else:
        page.claim(speaker, colon, said, "asserts", quoted)
