"""From a report's text to its body: what to read, what was noise, what was passed over."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from dragoman.alphabet import settings
from dragoman.alphabet.skipped import Skipped
from dragoman.alphabet.span import Span
from dragoman.body.captions import known_pairs
from dragoman.body.dateline import after_dateline
from dragoman.body.marks import unpaired
from dragoman.body.markup import without_markup
from dragoman.body.paragraphs import ends_sentence, paragraph_spans, trimmed
from dragoman.body.passage import Body, Noise, Passage
from dragoman.body.pieces import story_pieces
from dragoman.body.repair import always_capital, faults
from dragoman.body.strip import classify

#: Repeats of one sign from which it is a rule or a defect, and no punctuation.
LONGEST_REPEAT = 29
#: Characters of a headline, at most.
LONGEST_HEADLINE = 200
#: Share of letters, among what is no white space, below which a paragraph is no prose.
FEWEST_LETTERS = 0.25
#: Share of the signs of program code above which a paragraph is no prose.
MOST_CODE = 0.08

_UNUSABLE: dict[int, str] = {
    **{point: " " for point in [*range(32), *range(127, 160)] if chr(point) not in "\n\t"},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    # Marks without width: byte order, direction, possible line breaks.
    **dict.fromkeys([0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, *range(0x202A, 0x202F)], " "),
    **dict.fromkeys(range(0x2066, 0x206A), " "),
}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")
_RUN = re.compile(rf"\S{{{settings.LONGEST_RUN + 1},}}")
_REPEAT = re.compile(rf"((?!\s)[\W_])\1{{{LONGEST_REPEAT},}}")
_CODE = re.compile(r"[{}<>=;|\\]")
_LETTER = re.compile(r"[^\W\d_]")


def clean(text: str, known_names: Collection[str] = ()) -> Body:
    r"""Mark what in *text* is story and what is not, without moving a character.

    Args:
        text: a report, of any characters at all.
        known_names: single words that name states, capitals, leaders ("Iran"): where a
            bad copy glued words together, one of them must be among these to be told apart.

    Returns: a Body whose text has the length of *text*. Every character of it that is no
    white space is in a passage, a noise or a skipped span. Nothing is raised.

    >>> body = clean("Troops leave\n\nIrandenied it.\n\nRead more", ["Iran"])
    >>> [(p.kind, p.span.of(body.text)) for p in body.passages]
    [('headline', 'Troops leave'), ('paragraph', 'Irandenied it.')]
    >>> [(n.kind, n.fixed) for n in body.noise]
    [('glued', 'Iran denied'), ('boilerplate', None)]
    """
    passed = text
    text, noise = without_markup(text)
    text = printable(text)
    skipped: list[Skipped] = []
    barren: list[Skipped] = []
    story: list[Span] = []
    seen: set[str] = set()
    paragraphs = list(_readable(text, skipped))
    kinds = classify(text, paragraphs)
    known = known_pairs(span.of(text) for span in paragraphs)
    for span, kind in zip(paragraphs, kinds, strict=True):
        if kind is not None:
            noise.append(Noise(span, span.of(text), kind, None))
        elif reason := _not_prose(span.of(text)):
            _pass_over(text, span, reason, barren)
        else:
            story += story_pieces(text, span, known, seen, noise)
    names = known_names if isinstance(known_names, (set, frozenset)) else frozenset(known_names)
    spoken = always_capital(text)
    cuts: list[int] = []
    for span in story:
        if (rest := after_dateline(text, span)) != span:
            line = trimmed(text, Span(span.start, rest.start))
            if line is not None:
                # It stays in its passage, for its date; the sentences begin after it.
                noise.append(Noise(line, line.of(text), "byline", None))
        found, seams = faults(text, span, names, spoken)
        noise.extend(found)
        cuts.extend(seams)
    noise += unpaired(text, story)
    return Body(
        text=text,
        passages=_passages(text, story),
        noise=tuple(_as_passed(passed, one) for one in sorted(noise, key=lambda one: one.span)),
        cuts=tuple(cuts),
        skipped=tuple(sorted(skipped + barren, key=lambda one: one.span or Span(0, 0))),
    )


def printable(text: str) -> str:
    r"""*text* with each character that no later stage can take replaced by one that all can.

    >>> printable("Kyiv\x00\ud800")
    'Kyiv \ufffd'
    """
    return text.translate(_UNUSABLE)


def _readable(text: str, skipped: list[Skipped]) -> Iterator[Span]:
    """The paragraphs, cut around runs of characters that no word has."""
    for paragraph in paragraph_spans(text):
        start = paragraph.start
        for run, reason in _runs(text, paragraph):
            skipped.append(_skip(text, run, reason))
            before = trimmed(text, Span(start, run.start))
            if before is not None:
                yield before
            start = run.end
        after = trimmed(text, Span(start, paragraph.end))
        if after is not None:
            yield after


def _runs(text: str, paragraph: Span) -> list[tuple[Span, str]]:
    """Unreadable runs in one paragraph, in order, not overlapping."""
    found: list[tuple[Span, str]] = []
    start = paragraph.start
    for match in _RUN.finditer(text, paragraph.start, paragraph.end):
        found.extend(_repeats(text, start, match.start()))
        reason = f"{match.end() - match.start():,} characters without white space are no word"
        found.append((Span(*match.span()), reason))
        start = match.end()
    found.extend(_repeats(text, start, paragraph.end))
    return found


def _repeats(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Signs repeated as no punctuation is, between two offsets."""
    for match in _REPEAT.finditer(text, start, end):
        count = match.end() - match.start()
        yield Span(*match.span()), f"{match.group(1)!r} repeated {count} times is no text"


def _pass_over(text: str, span: Span, reason: str, barren: list[Skipped]) -> None:
    """Add *span* to *barren*; the lines of one table are one thing."""
    last = barren[-1] if barren else None
    above = last.span if last is not None and last.reason == reason else None
    if above is not None and not text[above.end : span.start].strip():
        barren[-1] = _skip(text, Span(above.start, span.end), reason)
        return
    barren.append(_skip(text, span, reason))


def _not_prose(paragraph: str) -> str | None:
    """Why a paragraph holds no sentences; None if it may hold some."""
    letters = len(_LETTER.findall(paragraph))
    solid = sum(map(len, paragraph.split()))
    if not letters:
        return "no letters"
    if len(paragraph) < 40:
        return None
    if letters < FEWEST_LETTERS * solid:
        return "hardly any letters: a table, or no text"
    if len(_CODE.findall(paragraph)) > MOST_CODE * solid:
        return "program code or a table, no prose"
    return None


def _as_passed(passed: str, noise: Noise) -> Noise:
    """*noise* with the characters that were passed in, before any was replaced."""
    return replace(noise, text=noise.span.of(passed).translate(_SURROGATES))


def _passages(text: str, story: list[Span]) -> tuple[Passage, ...]:
    """Name the kind of each paragraph: a headline has no final stop, and text under it."""
    last = len(story) - 1
    return tuple(
        Passage(span, "headline" if i < last and _is_headline(span.of(text)) else "paragraph")
        for i, span in enumerate(story)
    )


def _is_headline(paragraph: str) -> bool:
    """Short, one line, begins like one, ends without a stop."""
    return (
        len(paragraph) <= LONGEST_HEADLINE
        and "\n" not in paragraph
        and not paragraph[0].islower()
        and not ends_sentence(paragraph)
        and paragraph[-1] not in ",;:"
    )


def _skip(text: str, span: Span, reason: str) -> Skipped:
    """One skipped span of this stage."""
    return Skipped(
        "body", reason, span, text[span.start : min(span.end, span.start + settings.SHOWN)]
    )
