# One report through the pure stages: archive → body → clauses → entities → events
# → evidence → relations. Text in, values out; no clock, no network, no ledger.
"""Read one report."""

from __future__ import annotations

import operator
import re
import time as clock
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from dragoman.alphabet.errors import DateError, MarkError
from dragoman.alphabet.settings import LONGEST_REPORT, LONGEST_SENTENCE, SHOWN
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.clean import clean
from dragoman.body.dateline import after_dateline
from dragoman.body.passage import Body, Noise
from dragoman.body.split import sentence_spans
from dragoman.clauses.clause import Sentence
from dragoman.clauses.parser import Parser, Words, words_of
from dragoman.clauses.parsers import load_parser
from dragoman.entities.actor import Mention
from dragoman.entities.find import find_mentions
from dragoman.entities.parties import Resolver
from dragoman.entities.register import load_register
from dragoman.events.code import code_events
from dragoman.events.dates import Time, anchored, find_datelines, find_times
from dragoman.events.event import Event
from dragoman.events.relate import SOURCE, TARGET, MarkedResolver, relate_marked
from dragoman.evidence.agreements import Agreement, find_agreements
from dragoman.evidence.attribute import attribute
from dragoman.evidence.claim import Claim
from dragoman.evidence.transfers import Transfer, find_transfers
from dragoman.relations.passed import gifts
from dragoman.relations.relation import Relation, relate_all
from dragoman.relations.stated import find_statements, without_former
from dragoman.views import plain
from dragoman.workflow.collecting import no_collecting

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TELLING = 5  #: words from which "since Chad invaded Mali in May" tells of an act besides a date


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything read from one report. All offsets are characters of *text*."""

    text: str = field(
        repr=False
    )  #: as passed in; lone surrogates, which no file can hold, are U+FFFD
    published: date | None
    outlet: str | None
    url: str | None
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    transfers: tuple[Transfer, ...]
    agreements: tuple[Agreement, ...]
    relations: tuple[Relation, ...]
    times: tuple[Time, ...]
    noise: tuple[Noise, ...]
    skipped: tuple[Skipped, ...]

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values: the schema of the documentation, reference/schema."""
        text = self.text
        return {
            "published": self.published.isoformat() if self.published else None,
            "outlet": self.outlet,
            "url": self.url,
            "events": [plain.event(text, e) for e in self.events],
            "claims": [plain.claim(text, c) for c in self.claims],
            "transfers": [plain.transfer(text, t) for t in self.transfers],
            "agreements": [plain.agreement(text, a) for a in self.agreements],
            "relations": [plain.relation(text, r) for r in self.relations],
            "times": [plain.time(text, t) for t in self.times],
            "mentions": [plain.mention(text, m) for m in self.mentions],
            "noise": [plain.noise(text, n) for n in self.noise],
            "skipped": [plain.skipped(text, s) for s in self.skipped],
        }


class Stopwatch:
    """Seconds by stage, for the benchmark; the stages themselves know no clock."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Add the time that the block takes to *name*."""
        start = clock.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + clock.perf_counter() - start


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    parser: Parser | None = None,
    watch: Stopwatch | None = None,
) -> Reading:
    """Read one report.

    Args:
        text: the report, with or without the page around it.
        published: its day of publication, a date or ``"2022-10-18"`` (a time after it is
            left out); without it relative dates ("on Monday") are passed over.
        outlet, url: who published it and where; kept, not looked at.
        parser: another than the one that ships with the package.
        watch: takes the seconds of each stage.
    Returns: a Reading; what was passed over is in ``skipped``.
    Raises: DateError if *published* is no date.
    """
    with no_collecting():
        ground = lay_ground(text, published, parser, watch)
        reading = read_on(ground, outlet=outlet, url=url, watch=watch)
        ground.forget()
        del ground  # before the collector works again: it would look through all of it
        return reading


@dataclass(frozen=True, slots=True)
class Ground:
    """What the coding of one report stands on: its words, trees, names and dates."""

    text: str  #: as passed in
    published: date | None
    body: Body
    sentences: Sequence[Sentence]
    mentions: tuple[Mention, ...]
    times: tuple[Time, ...]  #: those that have a value
    resolver: Resolver
    skipped: tuple[Skipped, ...]

    def forget(self) -> None:
        """Let go of all that points back at its owner: it is freed at once, without the collector.

        Nothing can be asked of the ground any more.
        """
        for sentence in self.sentences:
            sentence.forget()
        self.resolver.forget()


def lay_ground(
    text: str,
    published: date | str | None = None,
    parser: Parser | None = None,
    watch: Stopwatch | None = None,
) -> Ground:
    """Clean, parse and resolve a report. Arguments and errors: as :func:`read`."""
    day = _day(published)
    watch = watch or Stopwatch()
    skipped: list[Skipped] = []
    with watch.stage("body"):
        body, words = prepare(text, skipped)
    with watch.stage("clauses"):
        sentences = parse(words, parser)
    with watch.stage("entities"):
        mentions = find_mentions(body.text, day, body.cuts)
        dated = [p.span for p in body.passages]
        dated += [n.span for n in body.noise if n.kind == "caption"]  # "…, Aleppo, 2016"
        found = find_times(body.text, day, sorted(dated))
        times, passed = anchored(found)
        skipped += passed
        resolver = Resolver(body.text, mentions, times=_offsets(body.text, found, mentions))
        resolver.learn(sentences)
    return Ground(text, day, body, sentences, mentions, times, resolver, tuple(skipped))


def read_on(
    ground: Ground,
    *,
    outlet: str | None = None,
    url: str | None = None,
    watch: Stopwatch | None = None,
) -> Reading:
    """Code what *ground* holds: events, claims and what follows from them."""
    watch = watch or Stopwatch()
    skipped = [*ground.skipped]
    body, sentences, resolver = ground.body, ground.sentences, ground.resolver
    with watch.stage("events"):
        events, passed = code_events(sentences, resolver, ground.times, ground.published)
        skipped += passed
    with watch.stage("evidence"):
        claims, events, passed = attribute(sentences, body.passages, resolver, events)
        skipped += passed
        transfers = find_transfers(body.text, events, claims, sentences, resolver)
        agreements = find_agreements(body.text, sentences, resolver)
    with watch.stage("relations"):
        year = ground.published.year if ground.published else None
        statements, passed = find_statements(sentences, resolver, claims, year)
        skipped += passed
        events = without_former(events, statements)
        given = gifts(body.text, transfers, events)
        relations = relate_all(events, (*statements, *given), claims)
    datelines = find_datelines(body.text, [n.span for n in body.noise])
    return Reading(
        text=_SURROGATE.sub("\ufffd", ground.text),
        published=ground.published,
        outlet=outlet,
        url=url,
        mentions=ground.mentions,
        events=events,
        claims=claims,
        transfers=transfers,
        agreements=agreements,
        relations=relations,
        times=tuple(sorted((*ground.times, *datelines), key=lambda t: t.span)),
        noise=body.noise,
        skipped=tuple(skipped),
    )


def relate(
    text: str,
    *,
    source: tuple[int, int] | None = None,
    target: tuple[int, int] | None = None,
    parser: Parser | None = None,
) -> str | None:
    """Return the PLOVER type of the marked source's act on the marked target, or None.

    Args:
        text: one sentence or a few.
        source, target: half-open character spans; either may be None.
    Raises: MarkError if a span covers no characters of the text.

    What is announced, refused or promised has a type of its own here (Hu et al., ACL 2024), and a few
    borders follow the public crosswalk from CAMEO, as other pair data do; :func:`read` follows PLOVER 2.0.

    >>> relate("Ukraine accused Russia.", source=(0, 7), target=(16, 22))  # doctest: +SKIP
    'ACCUSE'
    """
    marks = {
        code: _mark(text, mark)
        for code, mark in ((SOURCE, source), (TARGET, target))
        if mark is not None
    }
    body, words = prepare(text, [])
    sentences = parse(words, parser)
    resolver = MarkedResolver(body.text, find_mentions(body.text, None, body.cuts), marks=marks)
    resolver.learn(sentences)
    return relate_marked(sentences, resolver)


def prepare(text: str, skipped: list[Skipped]) -> tuple[Body, list[Words]]:
    """Clean *text* and split its passages into sentences and words."""
    if len(text) > LONGEST_REPORT:
        reason = f"cut after {LONGEST_REPORT:,} characters"
        skipped.append(Skipped("body", reason, Span(LONGEST_REPORT, len(text))))
        text = text[:LONGEST_REPORT]
    body = clean(text, load_register().single_names)
    skipped += body.skipped
    made = []
    for index, passage in enumerate(body.passages):
        spans = sentence_spans(body.text, after_dateline(body.text, passage.span))
        words = words_of(body.text, spans, body.cuts, index)
        kept = []
        for sentence in words.sentences:
            if len(sentence) <= LONGEST_SENTENCE:
                kept.append(sentence)
                continue
            span = Span(sentence[0].start, sentence[-1].end)
            reason = f"a sentence of {len(sentence)} words; at most {LONGEST_SENTENCE} are parsed"
            skipped.append(Skipped("clauses", reason, span, span.of(body.text)[:SHOWN]))
        if kept:
            made.append(Words(body.text, tuple(kept), index))
    return body, made


def _offsets(text: str, times: Iterable[Time], mentions: Iterable[Mention]) -> frozenset[int]:
    """Every character of the dates, save those that tell of an act: "since Chad invaded Mali in May"."""
    dates = {k for t in times for k in range(_date_start(text, t.span), t.span.end)}
    return frozenset(
        dates.difference(*(range(m.span.start, m.span.end) for m in mentions if m.code))
    )


def _date_start(text: str, span: Span) -> int:
    """Where the date itself begins: its last two words, if "since" and an act stand before."""
    words = span.of(text).split()
    if len(words) < _TELLING or words[0].lower() != "since":
        return span.start
    return text.rindex(words[-2], span.start, span.end - len(words[-1]))


def parse(words: list[Words], parser: Parser | None) -> list[Sentence]:
    """Parse the words of all passages; the sentences in order of text."""
    if not words:
        return []
    return [s for part in (parser or load_parser()).parse(words) for s in part]


def _day(value: date | str | None) -> date | None:
    if isinstance(value, datetime):  # a datetime is a date, and cannot be compared with one
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return datetime.fromisoformat(value).date()
    except (TypeError, ValueError) as error:
        raise DateError(f"published is {value!r}, which is no date. Write YYYY-MM-DD.") from error


def _mark(text: str, mark: tuple[int, int]) -> Span:
    try:
        start, end = map(operator.index, mark)
    except (TypeError, ValueError) as error:
        raise MarkError(f"The mark {mark!r} is no pair of offsets. Write (start, end).") from error
    if not 0 <= start < end <= len(text):
        raise MarkError(f"The mark {mark} covers no characters of a text of {len(text)}.")
    return Span(start, end)
